"""The names of bodies and organisations as titles write them."""

from __future__ import annotations

import re

from loaders.reading.lexicon.places import municipality_of
from loaders.reading.rules import Rule
from loaders.reading.text.letters import UPPER, clean

BODY_NOUN = (
    r"(?:styrelsen?|nämnd(?:en)?|direktion(?:en)?|fullmäktige|utskott(?:et)?|råd(?:et)?|grupp(?:en)?|organ(?:et)?|presidium|presidiet|(?-i:BRÅ|KPR|LAG)|beredning(?:en)?|kommitté(?:n)?|kommission(?:en)?|"
    r"delegation(?:en)?|stämma(?:n)?|årsmöte(?:t)?|nätverk(?:et)?|forum(?:et)?|team(?:et)?|samling(?:en)?|parlament(?:et)?|lagtinget?|sektion(?:en)?)"
)
BODY = re.compile(rf"(?<![\w-])(?!länsstyrelse)[\w-]*{BODY_NOUN}(?![\w-])", re.IGNORECASE)
ORGANISATION = Rule(
    "organisation",
    r"kommunförbund|kommunalförbund|samkommun|samordningsförbund|gymnasieförbund|räddningstjänst|vattenvårdsförbund|\w{4,}förbund(?:et)?\b|\bförbund|distrikt\b|\bBrf\b|förening(?:en)?\b|(?:bya|bygde|sam)lag(?:et)?\b|\bregion\s+(?-i:[A-ZÅÄÖ])|kommun\b|\bstad\b|familjen\b|\bAB\b|aktiebolag|bolag\b|"
    r"kår(?:en)?\b|landskap|landsting|samfällighet|församling\b|pastorat|stift\b|länsstyrelse|universitet|högskola|stiftelse|samverkan\b|\bleader\b|utveckling\b|länstrafik|förvaltning\b|^projekt\b|vattenråd\b",
    "Samordningsförbundet Ekby",
    "Samordningsgruppen",
)
BODY_AT_END = Rule(
    "body-at-end",
    r"(?:styrelsen?|nämnden?|direktion(?:en)?|fullmäktige|utskottet?|grupp(?:en)?|rådet)$",
    "Region Skånes styrelse",
    "Föreningen Styrelser",
)
AT_ORGANISATION = Rule(
    "body-at-organisation",
    rf"(?P<body>.*?{BODY_NOUN})(?:\s+(?:i|vid|inom|hos)\s+|\s*,\s*|\s+[–-]\s+)"
    rf"(?P<org>(?:[{UPPER}][\w-]+\s+){{1,3}}(?:kommun|stad|kommunalförbund)|Region\s+[{UPPER}]\w+(?:\s+län)?"
    rf"|(?:Kommunalförbundet|Kommunförbundet|Samordningsförbundet|Föreningen|Familjen)\s+[{UPPER}].*)",
    "Krisberedskapsrådet i Falkenbergs kommun",
    "Krisberedskapsrådet i Falkenberg",
    at="whole",
)
ORGANISATION_FIRST = Rule(
    "organisation-first",
    rf"(?P<org>(?:[{UPPER}][\w-]+\s+){{1,3}}(?:kommun|stad|kommunalförbund)|Region\s+[{UPPER}]\w+(?:\s+län)?)(?:\s*[,|]\s*|\s+[–-]\s+)(?P<body>[{UPPER}][\w -]*{BODY_NOUN})",
    "Region Skåne – Kulturnämnden",
    "Region Skåne – kultur",
    at="whole",
)
BOARD_FOR = Rule(
    "board-for-organisation",
    rf"(?P<body>(?:förbunds)?styrelsen|direktionen|presidiet|arbetsutskottet)\s+för\s+(?P<org>(?-i:[{UPPER}]).*)",
    "Styrelsen för Ekbyåns vattenråd",
    "Styrelsen för utbildning",
    at="whole",
)
OF_ORGANISATION = Rule(
    "organisations-body",
    rf"(?P<org>(?-i:[{UPPER}])[\w-]*(?:\s[\w-]+){{0,2}}\s(?:kommun|stad)|[\w-]{{4,}}förbundet(?:\s(?-i:[{UPPER}])[\w-]*?){{1,3}})s\s+(?P<body>\w*(?:styrelse|nämnd|fullmäktige|utskott|råd))(?:n|en|et)?",
    "Ekby kommuns kommunstyrelse",
    "Kommunstyrelsen i Ekby kommun",
    at="whole",
)
_CIRCUMSTANCE = re.compile(
    r",\s+(?:ideell|ekonomisk)\s+förening\b|,?\s+org(?:anisations)?\.?[\s-]?n(?:umme)?r\b|\s[–-]\s(?-i:[a-zåäö])|\s(?:den\s+)?(?:\d{1,2}[./ –-]|\d{4}|nr\b|§|kl\b|protokoll\b)|\s(?:mån|tis|ons|tors|fre|lör|sön)dag|[,(]\s*(?=\d|den|kl|mån|tis|ons|tors|fre|lör|sön)|\spå\s+[A-ZÅÄÖ]",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\((?!KPR|BRÅ|KS|PKS)[^()]*\)\s*$")
# «Region och kommuner tillsammans»: what an organisation says of itself under its name
_MOTTO = re.compile(r"\b(?:tillsammans|kommunerna|och\s+kommuner)\b", re.IGNORECASE)
_BODY_FOR = re.compile(rf"[\w-]*{BODY_NOUN}\s+för\s", re.IGNORECASE)  # «Beredningen för regional utveckling»
_LABEL_AT_START = re.compile(r"(?:Organ|Nämnd)\s+(?=[A-ZÅÄÖ])")
_KIND_AT_END = re.compile(r"\s(?:protokoll|möte|sammanträde|sammanträdesprotokoll|sammanträdesdatum)$", re.IGNORECASE)
_SMALL_WORDS = frozenset({"och", "i", "för", "av", "med", "kommun", "län", "stad"})
# the kinds of bodies, the more special first; «presidi» covers presidiet and presidium
_KINDS = (
    "kommunstyrelse", "regionstyrelse", "kommunfullmäktige", "regionfullmäktige", "arbetsutskott", "styrgrupp", "arbetsgrupp",
    "styrelse", "nämnd", "direktion", "fullmäktige", "utskott", "råd", "nätverk", "grupp", "organ", "presidi", "beredning",
    "kommitté", "stämma", "årsmöte", "delegation",
)  # fmt: skip


def split_body(words: str) -> tuple[str, str | None]:
    """Cut «Krisberedskapsrådet i Falkenbergs kommun» into the body and its organisation; of two languages keep one."""
    words = words.split(" / ", maxsplit=1)[0]
    match = AT_ORGANISATION.find(words) or ORGANISATION_FIRST.find(words) or BOARD_FOR.find(words)
    if match is None and (owned := OF_ORGANISATION.find(words)) is not None:
        return as_name(definite(owned["body"])), owned["org"]
    return (match["body"], match["org"]) if match else (words, None)


def trim_title(text: str) -> str:
    """Cut dates, numbers and the meeting's circumstances off a title's end."""
    text = _LABEL_AT_START.sub("", text, count=1) if _LABEL_AT_START.match(text) else text
    text = _CIRCUMSTANCE.split(_PARENTHESIS.sub("", text), maxsplit=1)[0]
    return clean(_KIND_AT_END.sub("", text.strip(" .,:–-")))


def as_name(words: str) -> str:
    """Write a name in capitals as a name; a body's first letter large."""
    if words.isupper():
        small = words.lower().split()
        words = " ".join(
            word if k and (word in _SMALL_WORDS or BODY.fullmatch(word)) else _capitalised(word)
            for k, word in enumerate(small)
        )
    return words[:1].upper() + words[1:]


def _capitalised(word: str) -> str:
    """Write a word as a name's («Kust-Österbotten»), one with a body's noun as a noun («Miljö-rådet»)."""
    first, *rest = word.split("-")
    parts = [part if BODY.search(part) or len(first) < 3 else part.capitalize() for part in rest]
    return "-".join([first.capitalize(), *parts])


def definite(noun: str) -> str:
    """Write a body's noun in its definite form (Styrgrupp → Styrgruppen)."""
    if noun.endswith("fullmäktige"):
        return noun
    if noun.endswith(("é", "e")):
        return noun + "n"
    return noun + ("et" if noun.endswith(("råd", "nätverk", "utskott")) else "en")


def is_organisation(words: str) -> bool:
    """Tell whether words name an organisation and not one of its bodies."""
    if municipality_of(words) is not None and re.search(r"kommun|stad", words, re.IGNORECASE):
        return True
    if words == "Länsstyrelsen":
        return True
    if _MOTTO.search(words) or _BODY_FOR.match(words):
        return False
    return words.endswith("vattenråd") or (ORGANISATION.holds(words) and not BODY_AT_END.holds(words))


def body_kind(body: str) -> str | None:
    """Return the Swedish noun of the body's kind («styrelse», «nämnd», «råd»)."""
    kind = next((kind for kind in _KINDS if kind in body.lower()), None)
    return "presidium" if kind == "presidi" else kind
