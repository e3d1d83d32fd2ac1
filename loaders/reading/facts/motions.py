"""What people move at the meeting («yrkanden»), and what the chair finds decided («propositioner»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from loaders.minutes import Motion, MotionKind, Proposition
from loaders.reading.items.context import Context
from loaders.reading.lexicon.names import find_names
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import UPPER, clean, fold

MOVES = Rule(
    "moves",
    r"\b(?:yrkar|yrkade|yrka)\b(?:\s+(?:i\s+(?:första|andra)\s+hand|därför|vidare|även|också|härmed))?",
    "Eva Alm (S) yrkar bifall",
    "Eva Alms yrkande",
    cased=True,
)
SECONDS = Rule(
    "seconds",
    r"\b(?:instämmer|instämde|biträder|biträdde|ansluter\s+sig|anslöt\s+sig)\b[^.]{0,60}?\byrkande\w*|\bmed\s+(?:instämmande|bifall)\s+av\b",
    "Bo Ek instämmer i yrkandet",
    "Bo Ek instämmer i kritiken",
    cased=True,
)
LABELLED = Rule(
    "labelled-motion",
    rf"(?P<who>[{UPPER}][^:.]{{4,80}}\([^()]{{1,6}}\)):\s*(?P<text>(?:Bifall|bifall|Avslag|avslag|Återremiss|återremiss|Bordläggning|bordläggning|Att|att)\b.*)",
    "Eva Alm (S): Bifall till förslaget",
    "Eva Alm (S): Hur går det?",
    at="start",
    cased=True,
)
PARTY_MOVER = Rule(
    "party-mover",
    rf"(?:^|,\s*|\boch\s+|\bsamt\s+)(?P<who>(?:[{UPPER}][\w-]*(?:partiet|erna|gruppen|alliansen|liberalerna|demokraterna)|[{UPPER}]{{1,2}}-gruppen|Ordföranden?|Presidiet)(?:\s*\([^()]{{1,4}}\))?)(?=\s*(?:,|och\b|samt\b|$))",
    "Moderaterna ",
    "Förvaltningen ",
    cased=True,
)
# the first that fits what is moved counts; what fits none is a proposal of the movers' own
MOTION_KINDS = (
    Rule("amendment", r".{0,160}?\b(?:ändring(?:en|ar|arna|syrkande)?|tillägg(?:et|en|syrkande|s)?|strykas?|stryks|utgå(?:r)?|läggs\s+till|kompletteras)\b", " bifall med tillägget att avgiften sänks", " bifall till förslaget", at="start"),
    Rule("sent-back", r".{0,160}?(?:återremi(?:ss|tter)\w*)", " återremiss", " bifall", at="start"),
    Rule("tabled", r".{0,160}?(?:bordlägg\w*)", " att ärendet bordläggs", " bifall", at="start"),
    Rule("rejection", r".{0,160}?\b(?:avslag|avslå(?:s|r)?)\b", " avslag på motionen", " bifall", at="start"),
    Rule("approval", r".{0,160}?\b(?:bifall(?:a|er|es|s)?|tillstyrka(?:n)?|enligt\s+(?:[\w-]+s\s+)?(?:framlagda\s+|föreliggande\s+)?förslag(?:et)?|(?:anta|godkänna|godkänner|antar)\s+[^.]{0,60}?förslag(?:et)?)\b", " bifall till förslaget", " att avgiften sänks", at="start"),
)  # fmt: skip
FINDS = Rule(
    "finds",
    r"\b(?:finner|fann|konstaterar|konstaterade)\s+(?:därvid\s+|då\s+|därefter\s+|sig\s+ha\s+)?(?P<outcome>(?:att\s|bifall\b|avslag\b|den\s+besvarad|dem\s+besvarade|frågan\s+besvarad|ja\b).*)",
    "Ordföranden finner att nämnden bifaller förslaget",
    "Ordföranden finner frågan viktig",
    cased=True,
)
PUT = Rule(
    "put-to-the-meeting",
    r"\bproposition(?:er|en|sordning\w*)?\b|\bställ(?:er|de|s)\b[^.]{0,80}?\bmot\b|\bordföranden?\b|\bfråga(?:r|de)\b",
    "Ordföranden ställer proposition på bifall",
    "Utredningen är klar",
    cased=False,
)
_JOINT_END = re.compile(r"[\s,;]*(?:\b(?:och|samt|medan|men))?\s*$")
_NEAR = 90  # characters that may stand between a mover's name and the verb
_KINDS: dict[str, MotionKind] = {
    "amendment": "amendment", "sent-back": "sent-back", "tabled": "tabled", "rejection": "rejection", "approval": "approval",
}  # fmt: skip


def read_motions(texts: Sequence[Flow], context: Context) -> list[Motion]:
    """Read who moves what, in order."""
    found: list[Motion] = []
    for text in texts:
        labelled = LABELLED.find(text.text)
        if MOVES.holds(text.text):
            found += _moved(text, context)
        elif SECONDS.holds(text.text):
            found = _seconded(found, text, context)
        elif labelled is not None:
            movers = _movers(labelled["who"], context)
            found += [_motion(movers, labelled["text"], text)] if movers else []
    return found


def read_propositions(texts: Sequence[Flow]) -> Iterator[Proposition]:
    """Yield what the chair finds decided when it is put to the meeting."""
    for text in texts:
        match = FINDS.find(text.text)
        if match is not None and PUT.holds(text.text[: match.start()]):
            yield Proposition(outcome=clean(match["outcome"]).rstrip("."), evidence=text.evidence())


def _moved(text: Flow, context: Context) -> Iterator[Motion]:
    """Yield the motions of one sentence: «A yrkar bifall och B yrkar avslag» has two."""
    words = text.text
    verbs = list(MOVES.find_all(words))
    begins = [_begin(words, verb.start(), verbs[k - 1].end() if k else 0, context) for k, verb in enumerate(verbs)]
    for k, verb in enumerate(verbs):
        end = begins[k + 1] if k + 1 < len(verbs) else len(words)
        seconded = SECONDS.regex.search(words, verb.end(), end)
        movers = _movers(words[begins[k] : verb.start()], context)
        what = _JOINT_END.sub("", words[verb.end() : seconded.start() if seconded is not None else end])
        if movers and what.strip(" ,.:"):
            joined = words[seconded.end() : end] if seconded is not None else ""
            supporters = tuple(name.name for name in find_names(joined, context.known, strict=True))
            yield _motion(movers, what, text.part(begins[k], end), supporters)


def _seconded(found: list[Motion], text: Flow, context: Context) -> list[Motion]:
    """Add who agrees («Bo Ek instämmer i Eva Alms yrkande») to the motion of the one named, else to the last."""
    match = SECONDS.find(text.text)
    if match is None or not found:
        return found
    who = _movers(text.text[: match.start()], context)
    rest = fold(text.text[match.start() :])
    named = (k for k, motion in enumerate(found) if any(fold(mover) in rest for mover in motion.movers))
    k = next(named, len(found) - 1)
    proof = (*found[k].evidence, *text.evidence())
    agreed = msgspec.structs.replace(found[k], supporters=(*found[k].supporters, *who), evidence=proof)
    return [*found[:k], agreed if who else found[k], *found[k + 1 :]]


def _begin(words: str, verb: int, after: int, context: Context) -> int:
    """Return where the subject of a verb begins: at the first of the movers that stand together before it."""
    names = list(find_names(words[after:verb], context.known, strict=True))
    begin = verb - after
    for name in reversed(names):
        if begin - name.end > _NEAR:
            break
        begin = name.start
    return after + (begin if names else 0)


def _movers(subject: str, context: Context) -> tuple[str, ...]:
    """Name those before the verb: people, or the parties that move."""
    names = list(find_names(subject, context.known, strict=True))
    if names and len(subject) - names[-1].end <= _NEAR:
        return tuple(dict.fromkeys(name.name for name in names))
    return tuple(dict.fromkeys(clean(match["who"]) for match in PARTY_MOVER.find_all(subject[-120:])))


def _motion(movers: tuple[str, ...], what: str, text: Flow, supporters: tuple[str, ...] = ()) -> Motion:
    rule = next((rule for rule in MOTION_KINDS if rule.holds(what)), None)
    kind = _KINDS[rule.name] if rule is not None else "own"
    return Motion(
        movers=movers, supporters=supporters, kind=kind, text=clean(what).rstrip("."), evidence=text.evidence()
    )
