"""Who is told to act: persons by name, groups, offices."""

from __future__ import annotations

import re

from loaders.minutes import Group
from loaders.reading.items.context import Context
from loaders.reading.items.named import first_names, named_in
from loaders.reading.lexicon.names import find_names
from loaders.reading.rules import Rule
from loaders.reading.text.letters import LOWER, UPPER, clean, fold

GROUP_NOUN = Rule(
    "group-noun",
    r"(?<![\w-])(?:ad[\s-]hoc[\s-]+)?[\w-]*(?:grupp|kommitté|nätverk|utskott|råd|delegation|beredning|jury)(?:en|et|n|t)?\b",
    "Styrgruppen",
    "Styrgruppens",
)
OFFICE = Rule(
    "office",
    r"[\w-]*(?:chef|direktör|samordnare|sekreterare|strateg|controller|ordförande|presidi|sekretariat|kansli|förvaltning|kontor|styrelse|nämnd|avdelning|ledare|ledamot)\w*|[\w-]*(?:kyrkoherde|rektor|föreståndare|ekonom|handläggare|koordinator|intendent|utredare|arkitekt|ingenjör|inspektör|kassör|kamrer|registrator|jurist|utvecklare|planerare)(?:n|en|na|rna|erna)",
    "Förbundschefen",
    "Handlingsplanen",
    at="whole",
)
BEFORE_OFFICE = Rule(
    "before-office",
    r"(?:stf|tf|vik|bitr)\.?\s+|(?:tekniske|tekniska|biträdande|ställföreträdande|tillförordnade?|vice|förste|andre)\s+",
    "tekniske chefen",
    "den tekniska planen",
    at="start",
)
OWNED_OFFICE = Rule(
    "owned-office",
    r"[\w-]*(?:nämnden|styrelsen|rådet|utskottet|förbundet|föreningen|bolaget|gruppen|direktionen|nätverket|förvaltningen|kommittén|fullmäktige|kommunen|stiftelsen)s\s+(?:(?:förste|vice|tf)\s+)?(?:ordförande|presidium|kansli|sekreterare|kontor|chef|direktör|samordnare|vd)",
    "nämndens ordförande",
    "nämndens plan",
    at="whole",
)
_COMPOUND = re.compile(r"^[\w]+-\s+och\s+")  # «kultur- och fritidschefen»
_LEADER = re.compile(r"chef|direktör|strateg|sekreterare|jurist")
_BY_TITLE = ("chef", "samordnare", "strateg")  # «Förbundschef får i uppdrag»
_DEFINITE = ("n", "r", "et", "erna", "arna", "orna")
GROUP_WORD = Rule("group-word", r"bestående|grupp|kommitt|nätverk", "En grupp bestående av", "Kansliet")
THE_GROUP = Rule("the-group", r"de|den|dessa|gruppen|denna\s+grupp", "gruppen", "arbetsgruppen", at="whole")
NOBODY = Rule("nobody", r"som|det|den|detta|han|hon", "det", "kansliet", at="whole")
# whom no body of a municipality or a region can give a task
THE_STATE = Rule(
    "the-state",
    r"(?:sveriges\s+)?(?:regering(?:en)?|riksdag(?:en)?|staten|stat|[\w-]+departementet)(?:\s+(?:och|samt)\s+(?:regering(?:en)?|riksdag(?:en)?))?",
    "regeringen",
    "regeringskansliets ombud",
    at="whole",
)
_LEAD = re.compile(r"(?:(?:samt|och|dels)\s+)?(?:att\s+)?(?:också\s+|även\s+)?", re.IGNORECASE)
_FORMULA = re.compile(r"^.*?\b(?:beslutar|beslutade|beslöt)\s+(?:att\s+)?")
_ADDITION = re.compile(r"\b(?:därför|härmed|nu|också|även|tillsammans\s+med.*|i\s+samråd\s+med.*|,.*)$")
_TOGETHER = re.compile(r"\s(?:tillsammans\s+med|i\s+samråd\s+med|ihop\s+med)\s.*")
_TWO = re.compile(r"([\w-]*\w)\s+och\s+([\w-]+)")
_FULL_NAME = re.compile(rf"[{UPPER}][{LOWER}]+\s+[{UPPER}]")


def can_act(who: str, groups: list[Group], context: Context) -> bool:
    """Tell somebody who can be told to act: a person, a group, an office; not a thing («Handlingsplanen»)."""
    names = named_in(who, context)
    if names:
        return len(who) - sum(name.end - name.start for name in names) < 40
    words = clean(_TOGETHER.sub("", clean(who).removeprefix("att ")))
    if GROUP_NOUN.regex.fullmatch(words):
        return bool(groups) or words.lower().endswith(("en", "et"))
    return all(map(_is_office, re.split(r"(?<!-)\s+(?:och|samt)\s+|,\s+", words)))


def _is_office(words: str) -> bool:
    owned = OWNED_OFFICE.holds(words)
    words = _COMPOUND.sub("", BEFORE_OFFICE.regex.sub("", words)).lower()
    if words in ("vd", "vd:n") or owned:
        return True
    body = "kommun" in words and _LEADER.search(words) is None
    return OFFICE.holds(words) and not body and words.endswith((*_DEFINITE, *_BY_TITLE))


def assignees_of(who: str, groups: list[Group], context: Context) -> tuple[str, ...]:
    """Name those told: persons by name, a group by its name, everybody else by the words for them."""
    words = _FORMULA.sub("", _LEAD.sub("", clean(who), count=1))
    group = _group_told(words, groups)
    if group is not None:
        return (group.name,)
    names = named_by_meeting(words, context) or _named(words, context)
    return _with_offices(words, names) if names else _office_told(words)


def _named(words: str, context: Context) -> tuple[str, ...]:
    full = list(find_names(words, context.known))
    hits = sorted((*full, *first_names(words, context, full)), key=lambda hit: hit.start)
    return tuple(hit.name for hit in hits)


def _with_offices(words: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Add the offices that stand beside names («Eva Alm och förbundschefen»)."""
    parts = [part.strip() for part in re.split(r",\s+|\s+(?:och|samt)\s+", words)]
    offices = [
        part for part in parts if not any(name in part for name in names) and part[:1].islower() and _is_office(part)
    ]
    return (*names, *offices)


def named_by_meeting(who: str, context: Context) -> tuple[str, ...]:
    """Name those at the meeting that the words are nothing but the names of, in full or by a first name that only one has."""
    names = []
    for words in re.split(r",\s*|\s+(?:och|samt)\s+", who):
        full = next((name for name in context.names if fold(name) == fold(words)), None)
        name = full or context.by_first_name(words)
        if name is None:
            return ()
        names.append(name)
    return tuple(names)


def _group_told(words: str, groups: list[Group]) -> Group | None:
    """Return the item's group that is told («arbetsgruppen», «de»)."""
    if not groups or THE_GROUP.holds(words):
        return groups[-1] if groups else None
    noun = GROUP_NOUN.find(words)
    if noun is None or not GROUP_WORD.holds(words) or _FULL_NAME.match(words):
        return None
    told = fold(noun.group())
    return next((group for group in groups if fold(group.kind) in told or told[:6] == fold(group.name)[:6]), None)


def _office_told(words: str) -> tuple[str, ...]:
    words = clean(_ADDITION.sub("", words))
    if not words or len(words.split()) > 9 or NOBODY.holds(words) or THE_STATE.holds(words):
        return ()
    two = _TWO.fullmatch(words)
    return (two[1], two[2]) if two else (words,)
