"""The name that a line of the title block gives, without how it is addressed or what is said of it."""

from __future__ import annotations

import re

from loaders.reading.heading.bodies import BODY_NOUN, trim_title
from loaders.reading.rules import Rule
from loaders.reading.text.letters import UPPER, clean

_SITTERS = r"(?:medlemmar(?:na)?|ledamöter(?:na)?|deltagare|deltagarna|delegater(?:na)?|representanter(?:na)?|ombud(?:en)?|alla|er)"
# minutes that are sent as a letter name their body where they greet its members
GREETINGS = (
    Rule(
        "greeting",
        rf"(?:till|hej(?:san)?|kära|bästa)\b(?:\s+[\w-]+s)?(?:\s+alla)?\s+{_SITTERS}\s+(?:i|av|inom)\s+(?P<name>(?-i:[{UPPER}])[^\n!:;]*?)\s*[!.,:]?\s*",
        "Till medlemmarna i Ekbydalens besöksråd",
        "Till kommunstyrelsen i Ekby kommun",
        at="whole",
    ),
    Rule(
        "greeting-of",
        rf"(?:till|hej(?:san)?|kära|bästa)\s+(?P<name>(?-i:[{UPPER}])[^\n!:;]*?)(?::?s)\s+{_SITTERS}\s*[!.,:]?\s*",
        "Till Ekbyrådets ledamöter",
        "Till Ekbyrådet",
        at="whole",
    ),
)
# what a body is, told behind its name
DESCRIBED = Rule(
    "described",
    r",\s+(?:(?:som\s+är\s+)?(?:ett?|en)\s+)?(?:[a-zåäö-]+\s+){0,2}?[a-zåäö-]*(?:organ|forum|råd|nätverk|grupp|samarbete|samverkan|förening|nämnd|förbund|kommitté|delegation|beredning|styrelse)\s+(?:för|mellan|av|inom|i)\s.*",
    "Ekbyforum, politiskt samrådsorgan för Habo och Mullsjö",
    "Ekbyforum, rådet",
)
_BARE_BODY = re.compile(BODY_NOUN, re.IGNORECASE)
_ENDING = re.compile(r"(?<=.{3})(?:en|et|n|t)$")
_BOARD = "Styrelsen"


def line_name(text: str) -> str:
    """Return what a line names, or all its words where it names nothing."""
    words = clean(text.lstrip("# \t\f\r\n"))
    greeted = next((match["name"] for rule in GREETINGS if (match := rule.find(words)) is not None), words)
    described = DESCRIBED.find(greeted)
    return trim_title(greeted if described is None else greeted[: described.start()])


def is_fuller(words: str, body: str) -> bool:
    """Tell the whole name of a body that a title only calls by its noun («Rådet»: «Ekbydalens besöksråd», «Rådet för …»)."""
    if " " in body or body == _BOARD or not words[:1].isupper():
        return False
    if words.startswith(f"{body} för "):
        return True
    if _BARE_BODY.fullmatch(body) is None:
        return False
    noun = re.escape(_ENDING.sub("", body.lower()))
    named = rf"(?:[{UPPER}][\w-]+\s+(?:[\w-]+\s+){{0,2}})?[\w-]*{noun}(?:en|et|n|t)?(?:\s+(?-i:[{UPPER}])[\w-]+){{0,3}}"
    return len(words) > len(body) + 1 and re.fullmatch(named, words, re.IGNORECASE) is not None
