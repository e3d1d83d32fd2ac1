"""The explanation as one HTML page that opens without a connection, behind a policy that lets nothing else in."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import jinja2
from markupsafe import Markup

from aktorsgraf.explain.explanation import Explanation, RuleCount
from aktorsgraf.explain.texts import TEXTS
from graph.errors import ExportError
from graph.export.whole import whole_file
from graph.page.texts import Language
from graph.page.write import security_policy

# the hue of each part of a rule's name before the colon; parts that are not here get one by their place
HUES = {
    "meeting": 205, "participants": 130, "items": 265, "item": 265, "decision": 30, "decisions": 30, "groups": 330,
    "appointments": 175, "seats": 75, "assignments": 300, "recipients": 55, "label": 220, "mention": 95,
}  # fmt: skip
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def write_explanation(explanation: Explanation, path: Path, language: Language) -> None:
    """Write the page. A file that is there is replaced only once the new one is whole. Raises ExportError."""
    content = explanation_html(explanation, language).encode()
    try:
        with whole_file(path) as out:
            out.write(content)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error}); choose another path") from error


def explanation_html(explanation: Explanation, language: Language) -> str:
    """Return the page's text: the same for the same explanation and language."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("aktorsgraf.explain", ""),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = shown
    style, script = _own("page.css") + rule_colours(explanation.rules), _own("page.js")
    return environment.get_template("page.html").render(
        explanation=explanation,
        language=language,
        texts=TEXTS[language],
        unread=share(explanation.unread, language),
        numbers={(rule.state, rule.rule): number for number, rule in enumerate(explanation.rules)},
        families=list(dict.fromkeys(fact.family for meeting in explanation.meetings for fact in meeting.facts)),
        policy=security_policy(scripts=(script,), styles=(style,)),
        style=Markup(style),  # noqa: S704  our own file, and numbers
        script=Markup(script),  # noqa: S704  our own file
    )


def shown(text: str) -> str:
    """Make characters visible that a browser would obey or drop: controls, and those that turn the direction of text."""
    return _CONTROLS.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else "�"


def share(value: float, language: Language) -> str:
    """Write a share as a percentage, as the language writes it."""
    text = f"{value * 100:.1f}"
    return f"{text.replace('.', ',')} %" if language == "sv" else f"{text}%"


def rule_colours(rules: tuple[RuleCount, ...]) -> str:
    """Give every rule that claims text a colour: the hue of its kind, each rule of a kind a little darker than the last."""
    lines, seen = [], dict[str, int]()
    for number, rule in enumerate(rules):
        if rule.state != "claimed":
            continue
        kind = rule.rule.split(":")[0]
        step = seen[kind] = seen.get(kind, -1) + 1
        hue = HUES.get(kind, 137 * len(seen) % 360)
        lines.append(f".r{number}{{--h:{(hue + step % 4 * 7) % 360};--d:{step % 5 * 4}%}}\n")
    return "".join(lines)


def _own(name: str) -> str:
    return files("aktorsgraf.explain").joinpath(name).read_text(encoding="utf-8")
