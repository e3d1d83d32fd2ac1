"""Write the page: template, script, style and data in one file, behind a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib.resources import files

import jinja2
import networkx as nx
from markupsafe import Markup

from graph.page.drawing import draw
from graph.page.legend import ARROWS, filters_of, kinds_of, lines_of, notes_of, summary_of
from graph.page.panel import panel_data
from graph.page.texts import TEXTS, Language

VIS_SCRIPT = "templates/lib/vis-9.1.2/vis-network.min.js"
TEMPLATE = "page.html"
_ESCAPES = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"})


def page_html(network: nx.Graph[str], *, title: str, language: Language) -> str:
    """Return the page's text: the same for the same network, title and language."""
    texts = TEXTS[language]
    style, script, library = _own("page.css"), _own("labels.js") + _own("page.js"), _vis_script()
    filters = filters_of(network, texts)
    drawing = draw(network, title)
    drawing.path = TEMPLATE
    # pyvis' own environment escapes nothing and its template asks a CDN; ours escapes and asks nobody.
    drawing.templateEnv = jinja2.Environment(
        loader=jinja2.PackageLoader("graph.page", ""),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    drawing.templateEnv.filters["script_json"] = script_json
    drawing.templateEnv.globals.update(
        language=language,
        texts=texts,
        summary=summary_of(network, texts),
        notes=notes_of(network, texts),
        kinds=kinds_of(network, texts),
        filters=filters,
        lines=lines_of(network),
        arrows=ARROWS,
        settings=drawing.options,
        panel=panel_data(network, filters, texts),
        policy=security_policy(scripts=(library, script), styles=(style,)),
        style=Markup(style),  # noqa: S704  our own file
        script=Markup(script),  # noqa: S704  our own file
        library=Markup(library),  # noqa: S704  pyvis' own file
    )
    html: str = drawing.generate_html()
    return html


def script_json(value: object) -> Markup:
    """Write a value as JSON that no text in it can end the script element or be taken for markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))  # noqa: S704  nothing that HTML reads is left


def security_policy(*, scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """Allow these inline scripts and styles by their hashes, and nothing else (CSP Level 3, §6.7)."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hashes(scripts)}",
            f"style-src {_hashes(styles)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hashes(sources: tuple[str, ...]) -> str:
    digests = (base64.b64encode(hashlib.sha256(source.encode()).digest()).decode() for source in sources)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _own(name: str) -> str:
    return files("graph.page").joinpath(name).read_text(encoding="utf-8")


def _vis_script() -> str:
    """Read vis-network from the installed pyvis, without the line that points developers' tools to a map file."""
    text = files("pyvis").joinpath(VIS_SCRIPT).read_text(encoding="utf-8")
    return re.sub(r"^//# sourceMappingURL=.*$", "", text, flags=re.MULTILINE)
