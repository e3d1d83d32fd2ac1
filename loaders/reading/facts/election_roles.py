"""The roles that one is elected to, and which of them is whose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule, one_of, which


def _role(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, rf"(?<![\w-])(?:{pattern})(?![\w-])", example, counter)


# where several fit at one place, the first counts
ELECTED_ROLES = (
    _role("vice-chair", r"(?:(?:1|2):[ea]|förste|andre|första|andra)?\s*vice\s*(?:mötes)?ordföranden?", "till vice ordförande", "viceordförandens"),
    _role("adjuster", r"(?:protokolls?)?justera(?:re|nde)|justeringsperson(?:er)?|justeringsm[aä]n(?:nen)?|(?:att\s+)?(?:[\w,]+\s+){0,6}?justeras?(?:\s+(?:dagens|mötets|stämmans)?\s*protokoll(?:et)?)?", "till justerare", "protokollets justering"),
    _role("chair", r"(?:mötes|stämmo|årsmötes)?ordföranden?", "som ordförande", "ordförandeskap"),
    _role("secretary", r"(?:mötes|stämmo|årsmötes)?sekreterare", "till sekreterare", "sekretariat"),
    _role("convener", r"sammankallande|sammankallare", "som sammankallande", "sammankallas"),
    _role("auditor", r"(?:lekmanna)?revisor(?:er)?", "till revisor", "revision"),
    _role("substitute", r"(?:personliga?\s+)?(?:ersättare|suppleant(?:er)?|revisorssuppleant(?:er)?)", "till ersättare", "ersätter"),
    _role("reserve", r"reserv(?:er)?", "reserv", "reservation"),
    _role("representative", r"(?:ordinarie\s+)?(?:\w*representant(?:er)?|ombud(?:et)?)|företräd(?:as?|er|are|s)|representera[rs]?", "som ombud", "ombudsman"),
    _role("as-written", r"(?<=till\s)[a-zåäö]{0,20}(?:kontaktperson|kontaktpolitiker|politiker|tävlingsledare|projektledare|talesperson|samordnare|koordinator|valberedare|kassör|firmatecknare|fadder|nämndeman|huvudman|vigselförrättare|begravningsombud|överförmyndare|dataskyddsombud)(?:er|ar)?", "utses till kontaktperson", "en kontaktperson"),
    _role("ordinary", r"(?<=\()ordinarie(?=\))", "Eva Alm (ordinarie) och Bo Ek (ersättare)", "(ordinarie ledamot)"),
    _role("member", r"(?:(?:ordinarie|nya?)\s+){0,3}(?:ledamot|ledamöter|medlem(?:mar)?|styrelseledam(?:ot|öter))|(?<=till\s)ordinarie(?=\s*(?:[,.;]|och\b|samt\b|med\b|$))", "till ledamöter", "ledamoten"),
)  # fmt: skip
OWN_ROLE = Rule(
    "own-role",
    r"(?:\s*\([^()]*\))?(?:\s*,\s*[\w -]{1,40}?)?\s*,?\s*\(?\s*(?:(?:som|till|är|blir|företräder|(?:(?:om|ny|åter)?(?:väljs|valdes|vald)|utses|utsågs)\s+(?:till|som))\s+(?:(?:[A-ZÅÄÖ][\w-]+\s+)?\w+s\s+|nya?\s+|[a-zåäö]+\s+)?)?",
    " (S), Habo, som ny ",
    " och Eva Alm som ",
    at="whole",
    cased=True,
)
# an office that stands beside a name is that one's alone: «Eva Alm (ordförande) och Bo Ek»
BESIDE = Rule(
    "beside",
    r"(?:\s*\([^()]*\))?(?:\s*,\s*[A-ZÅÄÖ][\w -]{1,40}?)?\s*[,(]\s*(?:tillika\s+|även\s+)?",
    " (S), Habo, ",
    " som ",
    at="whole",
    cased=True,
)
# people of one role: «med Eva Alm (S) och Bo Ek (M) som ersättare»
WITH = Rule("with", r"\bmed\s+$", "utses Eva Alm med ", "utses Eva Alm och ", cased=True)
JOINED = Rule(
    "joined", r"\s*(?:\([^()]*\)\s*)?(?:,|och|samt)\s+", " (S) och ", " som ordförande och ", at="whole", cased=True
)
_OF_ONE = frozenset({"chair", "vice-chair", "convener", "secretary"})
_ANY_ROLE = one_of(ELECTED_ROLES)


@dataclass(frozen=True, slots=True)
class RoleHit:
    """A role word by its place in a sentence."""

    start: int
    end: int
    role: str


def find_roles(words: str) -> Iterator[RoleHit]:
    """Yield the role words of a sentence in order."""
    found = [(match, which(ELECTED_ROLES, match)[0].name) for match in _ANY_ROLE.finditer(words)]
    ordinary = "representative" if any(name == "representative" for _, name in found) else "member"
    for match, name in found:
        as_written = match.group().lower().replace("personer", "person")
        role = {"as-written": as_written, "ordinary": ordinary}.get(name, name)
        yield RoleHit(match.start(), match.end(), role)


def assign_roles(words: str, people: list[Phrase], roles: list[RoleHit]) -> list[tuple[Phrase, RoleHit]]:
    """Give each person a role: their own behind the name («A som X»), else the one ahead («till X väljs A och B»).

    Without either, «A, B och C till ledamöter» gives A and B the next one's, and «A som ordförande och B» B the last;
    beside «A (ordförande)» B is a member.
    """
    own: dict[int, RoleHit] = {}
    beside: set[int] = set()
    ahead: list[RoleHit] = []
    for role in roles:
        last = max((k for k, person in enumerate(people) if person.name_end <= role.start), default=None)
        heads = words[role.end : role.end + 1] == ":"  # «Ersättare: Bo Ek» behind Eva Alm
        if (
            last is not None
            and last not in own
            and not heads
            and OWN_ROLE.holds(words[people[last].name_end : role.start])
        ):
            own[last] = role
            if role.role in _OF_ONE and BESIDE.holds(words[people[last].name_end : role.start]):
                beside.add(last)
        else:
            ahead.append(role)
    own |= {k: own[last] for k, last in _with_next(words, people, own)}
    chosen = ((person, _role_of(k, people, own, ahead, beside)) for k, person in enumerate(people))
    return [(person, role) for person, role in chosen if role is not None]


def _with_next(words: str, people: list[Phrase], own: dict[int, RoleHit]) -> list[tuple[int, int]]:
    """Pair those of «med A och B som ersättare» who stand before the last of them with that one."""
    found: list[tuple[int, int]] = []
    for last in own:
        first = last
        while first and first - 1 not in own and JOINED.holds(words[people[first - 1].name_end : people[first].start]):
            first -= 1
        if first < last and WITH.holds(words[: people[first].start]):
            found += [(k, last) for k in range(first, last)]
    return found


def _role_of(
    k: int, people: list[Phrase], own: dict[int, RoleHit], ahead: list[RoleHit], beside: set[int]
) -> RoleHit | None:
    person = people[k]
    if k in own:
        return own[k]
    before = next((role for role in reversed(ahead) if role.end <= person.start), None)
    following = min((other for other in own if other > k), default=None)
    previous = max((other for other in own if other < k), default=None)
    if before is None and following is not None:  # «utse A och B att representera kommunen, med A som sammankallande»
        before = next((role for role in ahead if person.name_end <= role.start < people[following].start), None)
    neighbour = following if following is not None else previous
    if before is None and neighbour in beside:
        return replace(own[neighbour], role="member")
    return before or (own[neighbour] if neighbour is not None else next(iter(ahead), None))
