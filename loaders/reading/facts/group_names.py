"""What a group is called: its noun, the words that qualify it, and what it is for."""

from __future__ import annotations

import re

from loaders.reading.facts.group_signals import GroupNoun, group_nouns, same_noun
from loaders.reading.lexicon.acts import SELECT
from loaders.reading.rules import Rule
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER, clean, fold

_NO_QUALIFIER = frozenset(
    {
        "en",
        "ett",
        "åt",
        "mot",
        "ut",
        "vid",
        "med",
        "från",
        "om",
        "inom",
        "inför",
        "under",
        "den",
        "det",
        "två",
        "följande",
        "att",
        "och",
        "i",
        "av",
        "till",
        "för",
        "ny",
        "nya",
        "ytterligare",
        "utse",
        "utser",
        "inrätta",
        "bilda",
        "tillsätta",
        "denna",
        "samt",
        "härmed",
        "också",
        "även",
        "berörda",
        "befintlig",
        "befintliga",
        "utgör",
        "är",
        "bildar",
    }
)
QUALIFIER = Rule(
    "qualifier",
    r"[a-zåäöé-]+(?:ande|ende|ig|iga|lig|liga|sk|ska|am|amma|al|ala|ad|ade|at|in|ina|iv|iva|ell|ella|t|d|n|s|r)",
    "förberedande",
    "bilda",
    at="whole",
    cased=True,
)
VERB_ENDING = Rule("verb-ending", r"(?:as|es|ar|er|ade|des)$", "bildades", "förberedande", cased=True)
BEFORE_QUALIFIER = Rule(
    "before-qualifier", r"\b(?:en|ett|den|ingå\s+i|i|av|till|för)\s*$", "bilda en ", "bilda ", cased=False
)
# with whom a group consults is part of its name: organisations and the like, not those who sit on it
_PARTNERS = rf"(?![^.,;]{{0,60}}\ssom\s+(?:sammankalla|ordförande|värd))(?:(?:(?!(?:från|för|ur|av|i|på|hos)\s)[{LOWER}-]+\s){{0,2}}[\w-]*(?:förening|organisation|kommun|företag|klubb|förbund|parti?|myndighet|skol|församling|samfund|ägar|brukar|boende|byalag|fack)(?:arna|erna|orna|na|en|n)\b|Region\s|Polis|Svenskt\s|Svenska\s|[{UPPER}][\w-]+s\s(?:kommun|stad)\b)"
COMPLEMENT = Rule(
    "complement",
    rf"\s+(?:med\s+(?={_PARTNERS})|(?:"
    r"för|mot|inför|kring|om|inom|rörande|gällande|avseende|angående|av|på|till|i|mellan)\s+)(?!att\b|(?:en|två|tre|fyra|fem|sex|sju|åtta|\d+)\s+(?:\w+\s+)?(?:personer|ledamöter|medlemmar|representanter|deltagare)\b|stället|samma\b|uppdrag|enlighet|ärende|sin\b|tiden|perioden|det\s+fortsatta)[^.,;:()]{1,200}?"
    rf"(?=\s(?:bestående|består|utgörs|som|där|med\s+(?!fokus)|får|ges|fick|ska|skall|att|utses?|utsågs|startas?|bildas?|bildades|tillsätts|tillsattes|inrättas|välj(?:a|s)|samt|har|är|under|senast|till\s+och\s+med|t\.?\s?o\.?\s?m|för\s+(?:perioden|tiden|mandatperioden|åren)|från\s+(?:och|den\s+\d|\d|(?:en|två|tre|fyra|fem|sex|sju|åtta|nio|tio)\s+till)|fr\.?\s?o\.?\s?m|tillskapas?|i\s+vil(?:ken|ket|ka)|utöka(?:s|r)|komplettera(?:s|r)|förstärk(?:s|er)|upphör|upplöses|avvecklas|läggs|enligt|ersätts|efter|och\s+(?:(?:en\s+|ett\s+)?[\w-]*(?:grupp|kommitté|nätverk|råd|beredning|utskott|forum|team)(?:en|et|n|t)?\s+för|att|utse|utser|utsåg|väljer|valde|ger|[{UPPER}][{LOWER}]+\s+[{UPPER}])|bemannas|ingår|sitter|övertas|tas\s+över|i\s+stället|vald|representeras)\b|\s{{3,}}|\s*[.,;:(]|\s*$)",
    " för trygga skolvägar bestående av Eva Alm",
    " för att utreda frågan",
    at="start",
    cased=True,
)


IS_SET_UP = Rule(
    "is-set-up",
    r"\s+(?:tillsätts|tillsattes|bildas|bildades|inrättas|inrättades|startas)(?=\s+för\s)",
    " tillsätts för skolvägarna",
    " tillsätts. För skolvägarna",
    at="start",
    cased=True,
)
PROPER_AFTER = Rule(
    "proper-after",
    rf"(?:\s+[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?){{1,3}}(?:\s+20\d\d(?![\d-]))?",
    " Mittlandet inrättas",
    " inrättas",
    at="start",
    cased=True,
)
OWNER = Rule(
    "owner",
    rf"\b(?P<owner>(?:[{UPPER}][\w-]+\s)?[{UPPER}][\w-]+s)\s+$",
    "ledamot i Atlas Gävleborgs ",
    "ledamot i den nya ",
    cased=True,
)
_SHORTEST = 3  # letters of a word by which a purpose is known


def name_group(words: str, noun: GroupNoun, title: str) -> str:
    """Name a group as its sentence does, or as the item's title does where that tells more."""
    here = _phrase(words, noun)
    titled = (other for other in group_nouns(title) if same_noun(fold(other.noun), fold(noun.noun)))
    there = next((_phrase(title, other) for other in titled), None)
    if there is None:
        return here
    if len(there.split()) == 1 and len(there) < len(here):
        return here  # «jubileumskommitté» under the title «Kommitté»
    if _tells_purpose(here, there):
        return here
    longer = len(there.split()) > len(here.split()) and COMPLEMENT.find(words[noun.end :]) is None
    return there if longer or len(here.split()) == 1 else here


def _tells_purpose(name: str, longer: str) -> bool:
    """Tell a compound that says by itself what the group is for («biotopgrupp» beside «grupp för biotopvård»)."""
    noun, _, purpose = longer.partition(" ")
    of = name.removesuffix(noun).removesuffix("s")
    return name.endswith(noun) and len(of) > _SHORTEST and re.search(rf"\b{re.escape(of)}", purpose) is not None


def _phrase(words: str, noun: GroupNoun) -> str:
    """Cut the noun with its qualifiers and its complement out of a text («förberedande arbetsgrupp för skolvägar»)."""
    before = words[max(noun.start - 250, 0) : noun.start]
    set_up = IS_SET_UP.find(words[noun.end : noun.end + 40])
    complement = COMPLEMENT.find(words[noun.end + (set_up.end() if set_up is not None else 0) :][:300])
    head = noun.noun + (noun.ending if noun.definite else "")
    owner = OWNER.find(before)
    owned = [owner["owner"]] if owner is not None and not noun.definite else _qualifiers(before)
    proper = PROPER_AFTER.find(words[noun.end : noun.end + 60]) if complement is None else None
    named = "" if proper is None or is_given_name(proper.group().split()[0]) else proper.group()
    text = clean(" ".join([*owned, head]) + named + (complement.group() if complement else ""))
    proper_noun = bool(owner is not None and owned) or bool(named) or (noun.noun[0].isupper() and noun.start > 0)
    return text if text[:2].isupper() or proper_noun else text[:1].lower() + text[1:]


def _qualifiers(before: str) -> list[str]:
    """Take the adjectives right before the noun, three at most."""
    taken: list[str] = []
    for word in reversed(before.split()):
        if len(taken) == 3 or not _qualifies(word):
            break
        taken.insert(0, word)
    rest = before[: len(before) - len(" ".join(taken)) - 1] if taken else before
    if taken and not BEFORE_QUALIFIER.holds(rest or "en") and not before.strip().startswith(taken[0]):
        return [word for word in taken if word[0].islower()]
    return taken


def _qualifies(word: str) -> bool:
    plain = word.strip(',.;:()"”“').lower()
    if word[-1:] in (",", ".", ";", ":") or plain in _NO_QUALIFIER or not QUALIFIER.holds(plain):
        return False
    return not VERB_ENDING.holds(plain) and SELECT.regex.fullmatch(plain) is None
