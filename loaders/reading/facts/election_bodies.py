"""The body that one is elected to: named after the role, before it, or in the item's title."""

from __future__ import annotations

import re

from loaders.reading.heading.bodies import as_name
from loaders.reading.items.context import Item
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.rules import Rule
from loaders.reading.text.letters import LOWER, UPPER, clean

_STOP = rf"(?=\s*(?:[,.;:()]|$|\s(?:för\s+(?:(?:19|20)\d\d|perioden|tiden|ett\s+år|två\s+år|en\s+tid|samma|mandat|år|resten|återstoden|verksamhetsåret|läsåret)|under|från|till\s+och\s+med|t\.?\s?o\.?\s?m\b|intill|efter|i\s+stället|istället|välj|utse|utsåg|vald(?:e|es|a)?\b|blir|tillskapa|bildas|inrättas|tillsätts|i\s+vil(?:ken|ket|ka)\b|med|där|ersätts|är|samt|och\s+(?:till|[{UPPER}][{LOWER}]+\s+[{UPPER}])|fr\.?\s?o\.?\s?m\b|som|enligt|lämnas|förblir|ingår|fram\s+till|tillsammans|\d)))"
_NO_BODY = r"(?!perioden|tiden|ett\s|två\s|samma|mandat|år\b|stämman|mötet|dagens|sammanträdet|årsmötet|kommande|nästa|protokoll)"
_WORD = r"[\w./–-]+(?::s\b)?"

BODY_WORD = Rule(
    "body-word",
    r"styrelse|nämnd|råd|utskott|direktion|grupp|kommitté|kommitte|nätverk|beredning|delegation|förbund|fullmäktige|organ|forum|bolag|stiftelse|förening|presidi|stämma|samling|team|\bAB\b|samverkan|leader|utveckling|ledning|dialog|kongress",
    "Folkhälsorådet",
    "Habo kommun",
)
IN_BODY = Rule(
    "in-body",
    rf"\s+(?:(?:föreningen|bolaget|förbundet|kommunen|regionen|nämnden|styrelsen|nätverket)\s+)?(?:i|inom|till|för|av|vid|på)\s+(?P<body>{_NO_BODY}{_WORD}(?:\s+(?!utse|välj|vald(?:e|es|a)?\b){_WORD}){{0,8}}?){_STOP}",
    " i Folkhälsorådet för perioden 2023-2026",
    " i år",
    at="start",
    cased=True,
)
INTO_BODY = Rule("into-body", r"\s(?:till|i)\s(?=\w)", "utse Eva Alm till styrelsen", "utse Eva Alm")
BODY_BEFORE = Rule(
    "body-before",
    rf"\b(?:i|till)\s+(?P<body>(?!\S*(?:ledam[oö]t|ordförand|suppleant|ersättar|representant|medlem|ombud|revisor))(?:[\w-]+\s+)?[\w-]*(?:{BODY_WORD.pattern})\w*(?:\s+(?:för|i)\s+(?!(?:ett|två|tre|fyra|en\s+tid|år|åren|perioden|tiden|samma|mandat\w*|20\d\d)\b)[\w-]+(?:\s+(?-i:[{UPPER}])\w+){{0,6}}(?:\s+i\s+(?-i:[{UPPER}])\w+)?(?:\s+(?:och\s+)?[\w-]+(?=\s+(?:utse|utsåg|välj|vald)))?)?)",
    "Till styrelsen för Ekby byalag väljs",
    "Till dess väljs",
)
ELECTION_TITLE = Rule(
    "election-title",
    r"\b(?:val|ledamot|ledamöter|ersättare|representant|representation|platser|ombud|utse|ordförande|avsägelse|avhopp|entledigande|fyllnadsval|nytt\s+namn|nya\s+namn|nominering)",
    "Val av ledamot i Klimatrådet",
    "Klimatrådets budget",
)
# a title that is nothing but a body's name
BODY_TITLE = Rule(
    "body-title",
    rf"(?:(?!(?:från|i|till|av|om|för|med|på|och)\s)[\w:.&/-]+\s+){{0,4}}?(?:[\w-]*(?:{BODY_WORD.pattern})(?:en|et|n|t)?)(?:\s+(?:för|i|om|mot|på|inom|med)\s.+|\s+(?-i:[{UPPER}\d]).*)?",
    "SKL:s nätverk för kommundirektörer",
    "Nätverkets fortsatta arbete",
    at="whole",
)
OTHER_TITLE = Rule("other-title", r"\b(?:val|information|beslut|ärende)\b", "Information om nätverket", "SKLs nätverk")
_AT_END = re.compile(rf"\b(?:i|till|inom|för|från)\s+((?:{_WORD}\s+){{0,8}}{_WORD})$")
_ANY = re.compile(r"(?:externa|olika|andra|vissa|flera|övriga|diverse)\s", re.IGNORECASE)  # bodies, none by its name
_PRESIDIUM = re.compile(r"(?:val\s+av\s+)?presidi(?:um|et)\b", re.IGNORECASE)  # of the body that meets
_POST_IN = re.compile(
    r"(?:val\s+(?:av|till)\s+)?(?:ny\s+|nya\s+)?(?:representant(?:er)?|representation|ombud|ledamot|ledamöter|ersättare|platser?|ordinarie\s+ledamot)\b[^.]{0,40}?\s(?:i|till|vid)\s+(.+)$",
    re.IGNORECASE,
)
_ELECTED_IN = re.compile(r"val\s+av\s+(?:vice\s+)?(?:ordförande|ledamot|ledamöter)\s+([A-ZÅÄÖ].*)", re.IGNORECASE)
_WITHIN = frozenset({"i", "inom", "vid"})
_LONGEST_TITLE = 300


def body_after(words: str, end: int) -> str | None:
    """Return the body named right after a role word («ledamot i Folkhälsorådet»)."""
    match = IN_BODY.find(words[end : end + 300])
    return _tidy(match["body"]) if match is not None else None


def body_place(words: str, end: int) -> int | None:
    """Return where the name begins of the body that somebody is chosen to, right after a role word («ombud i Räddsam Väst»)."""
    match = IN_BODY.find(words[end : end + 300])
    within = match is not None and match.group().split()[0] in _WITHIN
    return end + match.start("body") if match is not None and within else None


def body_into(words: str, start: int) -> str | None:
    """Return the first body after a place that somebody is chosen into («till styrelsen för Ekby Energi», «in i rådet»)."""
    for match in INTO_BODY.find_all(words[start:]):
        body = body_after(words, start + match.start())
        if body is not None and BODY_TITLE.holds(body):
            return body
    return None


def body_before(words: str) -> str | None:
    """Return the first body that somebody is chosen to by a sentence («Till styrelsen väljs …»)."""
    match = BODY_BEFORE.find(words)
    return _tidy(match["body"]) if match is not None else None


def body_in_title(item: Item) -> str | None:
    """Take the body from the item's title («Val av ledamot i X», «SKLs nätverk för Kommundirektörer»)."""
    title = clean(item.title.text)
    if len(title) > _LONGEST_TITLE:
        return None
    match = _POST_IN.match(title) or _AT_END.search(title)
    named = match is not None and match.re is _POST_IN and match[1][:1].isupper() and municipality_of(match[1]) is None
    if (
        match is not None
        and (named or BODY_WORD.holds(match[1]))
        and ELECTION_TITLE.holds(title)
        and not _ANY.match(match[1])
    ):
        return clean(match[1])
    if len(title) < 60 and not _PRESIDIUM.match(title) and BODY_TITLE.holds(title) and not OTHER_TITLE.holds(title):
        return as_name(title)
    match = _ELECTED_IN.match(title)
    return clean(match[1]) if match is not None else None


def _tidy(body: str) -> str | None:
    body = re.sub(r"\s(?:och|samt|den|på|vid)$", "", clean(body)).rstrip(".")
    return body if BODY_WORD.holds(body) or body[:1].isupper() else None
