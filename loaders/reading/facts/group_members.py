"""Who comes to sit on a group by a sentence, and in which office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading.facts.group_drafts import Member
from loaders.reading.facts.group_signals import CONSISTS, MEMBERS_ARE, GroupNoun, Signal
from loaders.reading.facts.leaving import AND_LEAVES
from loaders.reading.items.context import Context
from loaders.reading.items.named import first_names
from loaders.reading.lexicon.names import NameHit
from loaders.reading.people.grammar import read_people
from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule, first_rule
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import LOWER, UPPER

_CONVENER = r"(?:sammankallande|sammankallare)"
_PARTY = r"\s*(?:\([^()]{1,5}\)\s*)?"
# what stands after a member's name; the first that fits counts
MEMBER_OFFICES = (
    Rule("convener", rf"[^.]{{0,40}}[,(]\s*(?:tillika\s+)?{_CONVENER}\b|{_PARTY}\s*tillika\s+{_CONVENER}\b|{_PARTY}(?:till|som)\s+(?:gruppens\s+|ny\s+)?{_CONVENER}\b|{_PARTY},\s+som\s+(?:också\s+|även\s+|tillika\s+)?(?:är|blir|ska\s+vara)\s+{_CONVENER}\b", " (S), sammankallande", " sammankallar", at="start"),
    Rule("vice-chair", rf"{_PARTY}(?:[,(]\s*(?:[\w-]+(?:\skommun)?,\s*)?|som|till)\s*(?:tillika\s+)?(?:förste\s+|andre\s+)?vice\s+ordförande\b", " (S), vice ordförande", " och vice ordförande", at="start"),
    Rule("chair", rf"{_PARTY}[,(]\s*(?:[\w ]{{2,40}},\s*)?(?:tillika\s+)?(?:ordförande\b|ordf\.)|{_PARTY}(?:som|till)\s+(?:gruppens\s+)?ordförande\b|{_PARTY},\s+som\s+(?:också\s+|även\s+|tillika\s+)?(?:är|blir|ska\s+vara)\s+(?:\w+s\s+)?ordförande\b", " (S), Habo, ordförande", " och ordförande", at="start"),
    Rule("secretary", r"\s*[,(]\s*(?:sekreterare\b|sekr\.)", ", sekreterare", " och sekreterare", at="start"),
)  # fmt: skip
TITLE_OFFICES = (
    Rule(
        "secretary",
        r"\s*[,(]\s*sekreterare|\s+som\s+sekreterare",
        " (sekreterare)",
        " och sekreterare",
        at="start",
        cased=True,
    ),
    Rule("convener", rf"\s*[,(]\s*{_CONVENER}", ", sammankallande", " sammankallande", at="start", cased=True),
)
_TITLE = r"(?:chef|direktör|samordnar|sekreterar|strateg|controller|ordförand|ekonom|handläggar|ledar|råd|utvecklar|planerar|arkitekt|inspektör|ingenjör|intendent|läkar|rektor|kommunikatör|jurist|kamrer|analytiker|pedagog|bibliotekari|kyrkoherd|utredar|koordinator|konsulent|ombud|psykolog|kurator|sköterska|terapeut|tekniker|administratör|registrator|föreståndar|polis|förvaltar|revisor|expert|specialist|assistent|mästar|[eo]log|antikvari|rådgivar|diakon|kantor|redaktör|producent|veterinär|lärar)"
_WHERE = rf"(?:\s+(?:i|vid|på|hos|från)\s+(?:(?:[{LOWER}][\w-]*(?:en|et)\s+i\s+)?[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?(?:\skommun)?|[{LOWER}][\w-]*(?:en|et)(?![\w-])))?"
_PLACE_NAME = rf"[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?(?:\skommun)?"
_WHERE_ALL = rf"(?:\s+(?:i|vid|på|hos|från)\s+{_PLACE_NAME}(?:,\s+{_PLACE_NAME})*(?:\s+(?:och|samt)\s+{_PLACE_NAME})?)"
TITLE_MEMBER = Rule(
    "title-member",
    rf"(?<![\w-])(?:VD|vd|(?:(?:tf\.?|stf\.?|vice|[{LOWER}]{{3,}}(?:isk|nd|iv|ell|ig|t)[ae])\s+)?(?:[{LOWER}]+-\s+och\s+)?[\w-]*{_TITLE}(?:e?n|et|n)|[{LOWER}]\w+s\s+(?:[{LOWER}]+-\s+och\s+)?[\w-]*{_TITLE}(?:e|er)?"
    rf"|[{UPPER}][\w-]+(?:s|\skommuns|\sstads)\s+[\w-]*{_TITLE}(?:e|er)?)(?![\w-]){_WHERE}"
    rf"|(?<![\w-])(?P<several>(?:[{LOWER}]+-\s+och\s+)?[\w-]*{_TITLE}(?:erna|arna|na))(?![\w-]){_WHERE_ALL}",
    "Eva Alm och skolchefen",
    "Eva Alm och en skolchef",
    cased=True,
)
LISTED_BEFORE = Rule(
    "listed",
    r"(?:,|\boch|\bav|\bsamt|\bmed|\bingår|\butse|\butses|:|\bsom\s+sekreterare|\s[-•–])\s*$",
    "Eva Alm och ",
    "Eva Alm är ",
    cased=True,
)
FIRST_NAMED = Rule(
    "first-named",
    r"(?:,|\boch|\bav|\bsamt|\bmed|\bingår|\butse[sr]?|\butsågs|\bvaldes?|\bvälj(?:s|a|er)|\bär|\bblir|\bgör|:|\batt|[.–-])\s*$",
    "bestående av ",
    "enligt ",
    cased=True,
)
# the last of a list is told by title and, behind a comma, by name
LAST_NAMED = Rule("last-named", r"\b(?:och|samt)\s+$", "Eva Alm och ", "Eva Alm, ", cased=True)
HOLDER = Rule(
    "holder",
    rf",\s+[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+){{1,2}}(?=\s*(?:[,.;(]|$|som\b))",
    ", Eva Alm, som är sammankallande",
    ", Eva Alm och Bo Ek",
    at="start",
    cased=True,
)
SEVERAL = Rule("several", r"[\w-]*(?:erna|arna|na)\s", "rektorerna i Habo och Mullsjö", "rektorn i Habo", at="start")
AS_SECRETARY = Rule("as-secretary", r"\bsom\s+sekreterare\s+$", "samt som sekreterare ", "sekreterare ", cased=True)
# what the group is to do names others
WITH_TASK = Rule(
    "with-task",
    r"\b(?:med\s+(?:uppgift|uppdrag)\w*|i\s+syfte|i\s+uppdrag|för)\s+att\b(?!.*(?:\bbestå|\butgörs|:|\bingår\b|\bmed\s+[A-ZÅÄÖ]|\b(?:bildas|tillsätts|inrättas|utses)\b))",
    "med uppgift att förhandla med ",
    "för att förhandla, bestående av ",
)
LIST_ENDS = Rule(
    "list-ends",
    r"\b(?:får\s+i\s+uppdrag|ges\s+i\s+uppdrag|bildades|bildas|tillsätts|med\s+uppgift|för\s+att|ska|skall)\b",
    "Eva Alm och Bo Ek får i uppdrag",
    "Eva Alm och Bo Ek",
    cased=True,
)
# words beside a name that say that this person does not come to sit on the group
REPLACED = Rule(
    "replaced",
    r"(?:\befter|\bstället\s+för|\bistället\s+för|\bersätt(?:er|a)|\bbyt(?:a|er)\s+ut|\bersättare\s+för|\bpersonlig\s+ersättare|\bentlediga\w*|\bavgående|\b(?:till|som|med)\s+ersättare(?:\s+\w+){0,3}|\bersättare:?)\s*$",
    "utses i stället för ",
    "utses ",
)
LEAVES = Rule(
    "leaves",
    r"s?\s+(?:plats|uppdrag)(?:en|et)?\b|\s*(?:\([^()]*\))?\s*,?\s*(?:som\s+)?(?:har\s+|samtidigt\s+)?(?:avsagt|undanbett|avgått|lämnat|begärt|lämnar|avgår|slutar|utgår|utträder|frånträder|(?:går|träder|kliver)\s+(?:ur|av))\b|[^.]{0,90}\b(?:ersätts|byts\s+ut)\b",
    " (S), som avsagt sig",
    " (S), som tackat ja",
    at="start",
    cased=True,
)
AS_SUBSTITUTE = Rule(
    "as-substitute",
    r"\s*(?:\([^()]*\))?\s*(?:,\s+[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?,\s+)?(?:(?:utses|väljs|utsågs|valdes)\s+)?(?:till|som)\s+(?:personlig\s+)?ersättare\b",
    " (S) som ersättare",
    " (S), ersättare",
    at="start",
    cased=True,
)
# who is chosen to another body, told after the group
ELSEWHERE = Rule(
    "elsewhere",
    r"\s*(?:\([^()]*\))?\s*till\s+(?!(?:ledam|medlem|samman|ordför|vice|sekret|ersätt|deltag)\w*\b)\w",
    " (S) till Vattenrådet",
    " (S) till sammankallande",
    at="start",
    cased=True,
)
# who is only called in
ADJUNCT = Rule(
    "adjunct",
    r"\s*(?:\([^()]*\))?\s*(?:,\s*|\()?(?:som\s+)?(?:adjungera(?:d|de|s|t)|adj\.)",
    " (S) som adjungerad",
    " (S) och adjungerade",
    at="start",
    cased=True,
)
SUBSTITUTE_NEAR = Rule(
    "substitute-near", r"\bersättare\b[^.]{0,30}$", "ersättare för denna är ", "ordinarie är ", cased=True
)
SUBSTITUTE_FOR = Rule(
    "substitute-for", r"ersättare\s+(?:för|är|utses|väljs)\b", "ersättare för denna är ", "ersättare", cased=True
)
_FULL_NAME = re.compile(rf"\s+[{UPPER}][\w-]+\s+[{UPPER}]")
_NEAR = 120  # characters beside a name that tell how it is meant


def members_of(text: Flow, noun: GroupNoun | None, signal: Signal, context: Context) -> list[Member]:
    """List who sits on the group by this sentence, in order: persons, and officials by their titles.

    `noun` names the group in the sentence; None where the sentence speaks of it without naming it.
    """
    words = text.text
    start, end = _listed(words, noun, signal)
    everybody = read_people(text, context.known)
    gone = _outside(words, everybody)
    people = [p for p in everybody if start <= p.start < end and p.start not in gone]
    if noun is not None and signal == "into":
        people = [p for p in people if p.start < noun.end or not ELSEWHERE.holds(words[p.name_end :])]
    first = _first_named(text, everybody, context)
    found: list[tuple[int, Member]] = []
    for k, person in enumerate(people):
        own = words[person.name_end : people[k + 1].start if k + 1 < len(people) else end]
        office = first_rule(MEMBER_OFFICES, own)
        found.append((person.start, Member(person.name, office.name if office else "member", person, text)))
    found += [(hit.start, _named_first(hit, text, end)) for hit in first if start <= hit.start < end]
    titles = list(_titles(text, start, end))
    listed = signal == "consists" or (noun is not None and CONSISTS.holds(words[noun.end :]))
    several = any(SEVERAL.holds(member.name) for _, member in titles)
    if found or several or (len(titles) > 1 and listed):
        found += titles
    return [member for _, member in sorted(found, key=lambda entry: entry[0])]


def _first_named(text: Flow, full: list[Phrase], context: Context) -> list[NameHit]:
    """List those of the meeting who stand in the list by their first names («Anna, Bo och Cilla»)."""
    words = text.text
    hits = first_names(words, context, [NameHit(one.start, one.name_end, one.name) for one in full])
    return [hit for hit in hits if hit.start == 0 or FIRST_NAMED.holds(words[max(hit.start - 20, 0) : hit.start])]


def _named_first(hit: NameHit, text: Flow, end: int) -> Member:
    office = first_rule(MEMBER_OFFICES, text.text[hit.end : end])
    person = Phrase(hit.name, hit.start, hit.end, hit.end)
    return Member(hit.name, office.name if office else "member", person, text)


def _listed(words: str, noun: GroupNoun | None, signal: Signal) -> tuple[int, int]:
    """Return where the members are listed: after «bestående av», or in the whole sentence."""
    if noun is None or signal != "consists":
        return 0, len(words)
    after = words[noun.end :]
    consists = CONSISTS.find(after) or MEMBERS_ARE.find(after)
    start = noun.end + (consists.end() if consists is not None else 0)
    stop = LIST_ENDS.find(words[start:])
    return start, len(words) if stop is None else start + stop.start()


def _titles(text: Flow, start: int, end: int) -> Iterator[tuple[int, Member]]:
    """Yield the officials listed by title; a title before a name is the person's."""
    words = text.text
    for match in TITLE_MEMBER.regex.finditer(words, start, end):
        beside = words[match.end() : match.end() + 30]
        before = words[max(match.start() - 20, 0) : match.start()]
        if WITH_TASK.holds(words[start : match.start()]):
            return
        somebodys = _FULL_NAME.match(beside) or (LAST_NAMED.holds(before) and HOLDER.holds(words[match.end() :]))
        if not somebodys and LISTED_BEFORE.holds(before) and not ADJUNCT.holds(beside):
            office = (
                "secretary"
                if AS_SECRETARY.holds(before)
                else getattr(first_rule(TITLE_OFFICES, beside), "name", "member")
            )
            yield match.start(), Member(match.group(), office, None, text)


def _outside(words: str, people: list[Phrase]) -> set[int]:
    """List by their places those who do not come to sit on the group, two in whose place others come among them («ersätter A och B»)."""
    gone: set[int] = set()
    for k, person in enumerate(people):
        before = people[k - 1] if k else None
        with_another = (
            before is not None
            and REPLACED.holds(words[max(before.start - _NEAR, 0) : before.start])
            and AND_LEAVES.holds(words[before.name_end : person.start])
        )
        if with_another or _is_outside(words, person):
            gone.add(person.start)
    return gone


def _is_outside(words: str, person: Phrase) -> bool:
    """Tell somebody named in a sentence who does not come to sit on the group by it."""
    before = words[max(person.start - _NEAR, 0) : person.start]
    if person.replaced or "substitute" in person.roles or REPLACED.holds(before):
        return True
    after = words[person.name_end : person.name_end + _NEAR]
    if AS_SUBSTITUTE.holds(after) or ADJUNCT.holds(after):
        return True
    return LEAVES.holds(after) or (SUBSTITUTE_NEAR.holds(before) and SUBSTITUTE_FOR.holds(before))
