"""Decision formulas («Styrelsen beslutar att»), and whose decision they tell."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import partial_ratio

from loaders.reading.lexicon.labels import ABBREVIATED
from loaders.reading.rules import Rule
from loaders.reading.text.letters import UPPER, fold

_BODY_HEAD = r"(?:styrelsen?|nämnden?|rådet?|utskottet?|direktionen|fullmäktige|gruppen|organ(?:et)?|presidiet|kommittén?|beredningen|stämman|mötet|förbundet|kåren|delegationen|årsmötet|samlingen|forum(?:et)?|nätverket)"
_DECIDES = r"(?:beslutar|beslutade|beslöt|beslutas|beslutades|beslöts|bestämmer|bestämde|besluter)"
_ADVERBS = r"(?:\s+(?:även|vidare|därför|enhälligt|enigt|därefter|därmed|också|således|alltså|härefter|sålunda|dock|att\s+enhälligt|efter\s+(?:omröstning|votering|diskussion|överläggning)(?:\s+med\s+(?:rösterna\s+|röstsiffrorna\s+)?\d+[^.:]{0,40}?(?=\s+att\b|:|$))?|med\s+(?:\d+|(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\s+röster)\b[^.:]{0,40}?(?=\s+att\b|:|$)|i\s+enlighet\s+(?:härmed|därmed)|enligt\s+förslag(?:et)?(?!\s*\.?\s*$)|följande|för\s+egen\s+del|för\s+sin\s+del))*"
_ACTS = r"(?:föreslå|hemställa|uppdra|bilda|utse|anta|godkänna|tillsätta|inrätta|avslå|bifalla|fastställa|notera|lämna|överlämna|återremittera|bordlägga|ge|bevilja|enligt|i\s+enlighet|att|välja|entlediga|ställa|tillstyrka|avge|lägga|låta|återkomma|genomföra|anordna|köpa|sälja|ansöka|skicka|sända|teckna|hålla|fortsätta|starta|upphandla|avsätta|anslå|höja|sänka|införa|ändra|revidera|delegera|bemyndiga|nominera|medverka|delta)"

FORMULA = Rule(
    "formula",
    rf"(?P<subject>(?:[{UPPER}][\w-]*(?:\s+[\w-]+){{0,6}}?\s+)|Det\s+)?(?P<verb>(?i:{_DECIDES})|Beslut(?=\s+att\s*$)){_ADVERBS}"
    rf"\s*(?::|,?\s*(?=att\b)|(?={_ACTS}\b)|\.?\s*$)",
    "Styrelsen beslutar även att godkänna",
    "Styrelsen beslutar om budgeten",
    at="start",
    cased=True,
)
# the verb before the body («Efter votering beslöt styrelsen att …»)
INVERTED = Rule(
    "inverted-formula",
    rf"(?:Efter|Med\s+(?:hänvisning|stöd|anledning|bifall|åberopande)|På|Därefter|Härefter|Därmed|Sedan|Enligt|I\s+enlighet|Mot\s+bakgrund|Utifrån|Vidare|Dessutom|Därutöver|Därtill|Samtidigt|Sålunda|Slutligen|Med\s+\d{{1,3}}\s+(?i:(?:ja|nej)?-?röst(?:er)?|ja\b)[^.:;]{{0,500}}?)\b[^.:;]{{0,120}}?\s*(?P<verb>{_DECIDES})\s+(?P<subject>[\w-]*{_BODY_HEAD}|[{UPPER}]{{2,5}}(?![\w-])|[{UPPER}][\w-]+(?=\s+att\b))(?:\s+\w+){{0,2}}?\s*(?::|,?\s*(?=att\b)|$)",
    "Efter votering beslöt styrelsen att godkänna",
    "Efter votering godkände styrelsen planen",
    at="start",
    cased=True,
)
ELECTING_FORMULA = Rule(
    "electing-formula",
    rf"(?P<subject>[{UPPER}][\w-]*(?:\s\w+){{0,2}}?)\s+(?:väljer|valde|utser|utsåg)\s",
    "Mötet väljer Eva Alm",
    "Mötet valdes",
    at="start",
    cased=True,
)
# what a body decides to propose to a higher one, alone on the line above its clauses
PROPOSING = Rule(
    "proposing",
    rf"(?P<subject>[{UPPER}][\w-]*(?:\s+[\w-]+){{0,4}}?)\s+(?:föreslår|hemställer(?:\s+hos)?|tillstyrker\s+och\s+föreslår)\s+[\w\s-]{{0,30}}?(?:fullmäktige|styrelsen|nämnden|stämman|direktionen)(?:\s+(?:att\s+)?besluta)?\s*:?",
    "Nämnden föreslår kommunfullmäktige besluta",
    "Nämnden föreslår kommunfullmäktige att anta planen",
    at="whole",
    cased=True,
)
NAMED_BODY = Rule("named-body", _BODY_HEAD, "Kommunstyrelsen", "Eva Alm")
OTHER_SUBJECT = Rule(
    "other-subject",
    r"\b(?:som|har|att|vid|den|i|om|frågar|finner|ställer)\b|\d",
    "Nämnden som i dag",
    "Nämnden",
    cased=True,
)
_BODY = re.compile(rf"[\w-]*{_BODY_HEAD}s?\b", re.IGNORECASE)
# what any body calls itself in its own minutes, folded
_OWN = frozenset({"motet", "stamman", "arsmotet", "samlingen", "gruppen", "forbundet", "karen", "foreningen"})


_SHORT = re.compile(
    rf"(?!(?:VÅRT|BESLUT)\b)(?P<before>{ABBREVIATED})(?::?s)?(?:\s+(?:beslut|BESLUT)|$)|(?:Beslut|BESLUT)\s+(?:i\s+)?(?P<after>{ABBREVIATED})\b"
)
_OWN_COLON = re.compile(rf"\s*(?P<who>{ABBREVIATED})\s*:\s*")  # «Ks: Enligt förslaget.»
_HEADS = re.compile(r"styrelse|namnd|rad|utskott|direktion|fullmaktige|beredning")
_OPENS = re.compile(r"\b\w|fullmaktige")
_LONG = 10
_ALIKE = 88


def find_formula(text: str) -> re.Match[str] | None:
    """Match the decision formula that a line opens with, the body before the verb or behind it."""
    return FORMULA.find(text) or INVERTED.find(text)


def is_own(words: str, body: str | None) -> bool:
    """Tell whether a subject («Styrelsen», «Kommunstyrelsens», «Mötet») can be the body that meets."""
    if body is None:
        return True
    plain, own = fold(words), fold(body)
    if own and (own in plain or plain.rstrip("s") in own):
        return True
    match = _BODY.search(words)
    if match is None:
        short = _SHORT.match(words)
        return short is None or _abbreviates(fold(short["before"] or short["after"]), own)
    noun = fold(match.group())
    if noun not in _OWN:
        noun = noun.removesuffix("s")
    stem = re.sub(r"(?:en|et|n|t|an)$", "", noun)
    if noun in _OWN or noun in own or (len(stem) > 3 and stem in own) or re.search(rf"{stem}\b", own):
        return True  # «rådet» is «Ekbydalens besöksråd»
    return len(noun) > _LONG and partial_ratio(noun, own) >= _ALIKE  # a scan's spelling of it


def own_colon(text: str, body: str | None) -> int | None:
    """Return where the decision begins that stands behind the body's abbreviation and a colon."""
    match = _OWN_COLON.match(text)
    own = match is not None and body is not None and _abbreviates(fold(match["who"]), fold(body))
    return match.end() if match is not None and own else None


def _abbreviates(short: str, own: str) -> bool:
    """Tell whether «ks», «kst», «ksau» can stand for a body: its first letter, and those of the nouns that it ends in."""
    return any(_stands_for(short, own[match.start() :]) for match in _OPENS.finditer(own))


def _is_abbreviation(words: str, body: str) -> bool:
    short = _SHORT.fullmatch(words)
    return short is not None and short["before"] is not None and _abbreviates(fold(short["before"]), fold(body))


def _stands_for(short: str, own: str) -> bool:
    rest = short[1:]
    return short[0] == own[0] and all(head[0] in rest for head in _HEADS.findall(own)) and _is_spread(rest, own[1:])


def _is_spread(letters: str, word: str) -> bool:
    """Tell whether the letters stand in a word in this order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def is_own_formula(text: str, body: str | None) -> bool:
    """Tell a decision formula that opens a line («Kommunstyrelsen beslutar att …») from one that quotes another body."""
    plain = text.strip().lstrip("-•* ")
    match = FORMULA.find(plain)
    if match is None:
        other = INVERTED.find(plain) or PROPOSING.find(plain) or ELECTING_FORMULA.find(plain)
        return other is not None and _is_named(other["subject"], body) and is_own(other["subject"], body)
    subject = (match["subject"] or "").strip()
    if not subject:
        return match["verb"][0].isupper()
    if OTHER_SUBJECT.holds(subject) or not is_own(subject, body):
        return False
    if subject == "Det" or match["verb"].lower().startswith("beslutas"):
        return True
    return _is_named(subject, body)


def _is_named(subject: str, body: str | None) -> bool:
    """Tell the name of a body, its own in any form, or an abbreviation by which it calls itself («DS beslutade»)."""
    if (subject.isupper() and len(subject) <= 5) or NAMED_BODY.holds(subject):
        return True
    return body is not None and (_is_abbreviation(subject, body) or fold(subject) in fold(body))
