"""The grammar of a person's phrase: name, party, municipality, title, role, whom they replace, which part they attend."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from msgspec.structs import replace

from loaders.reading.lexicon.name_words import is_title
from loaders.reading.lexicon.names import NameHit, find_names, opens_with_name
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.people.attributes import attributes_of
from loaders.reading.people.marks import MARK, with_mark, without_mark
from loaders.reading.people.parties import is_party, names_party
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.presence import ITEMS, items_of, plain_range
from loaders.reading.people.surnames import reversed_names
from loaders.reading.people.wordings import BODY_NAME, OFFICE, REPLACED_BY, REPLACES, ROLE_WORDS, SECTOR, TELLING
from loaders.reading.rules import Rule, first_rule
from loaders.reading.text.flow import Flow, goes_on_below
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER, clean

COMPANY_END = Rule(
    "company-end",
    r"(?:arna|erna|orna|bruken?|bruket|verken?|verket|skogen|kraft|paper|energi|vatten)$",
    "Nordiska Sockerbruken",
    "Parisa Grödby",
)
# a group named right before the people in it
FROM_GROUP = Rule(
    "from-group",
    r"(?:^|[.;,]\s*)(?:(?:från|för|av)\s+(?P<group>[^.;:,]{1,80}?)\s*(?:deltar|deltog|deltager|medverkar|medverkade|närvarar|närvarade|var|kom|:)|(?P<sent>[^.;:,]{1,60}?)\s+(?:företräddes|företräds|representerades|representeras)\s+av)\s*(?:även\s+|också\s+)?$",
    "Från Region Skåne deltar ",
    "Från Region Skåne kommer ",
)
GROUP_HEAD = Rule(
    "group-head",
    rf"(?:^\s*[•▪◦·]|^|[,;.\n]|\s(?:och|samt)\s)\s*(?P<group>[{UPPER}{LOWER}](?:[^,;.:()\n\t]{{0,60}}?[^\s,;.:()])??)\s*(?::|\s[–—-])\s*$",
    "Karlskrona: ",
    "Karlskrona ",
    cased=True,
)
# what stands right before a name and is said of it: «Kommundirektör Malin Ås», «ledamöterna A, B och C»
LEAD_ROLES: tuple[tuple[str, Rule], ...] = tuple(
    (name, Rule(name, rf"(?:{pattern})", example, counter, at="whole"))
    for name, pattern, example, counter in (
        ("vice-chair", r"(?:[\wåäö]+s\s+)?(?:[12](?::?[ae]|st)\s+|förste\s+|andre\s+)?vice\s+ordföranden?", "fullmäktiges 1:e vice ordförande", "ordföranden"),
        ("chair", r"(?:[\wåäö]+s\s+)?ordföranden?", "ordföranden", "ordförandena"),
        ("serving-substitute", r"tjänstgörande\s+(?:suppleanten?|suppleanterna|ersättaren?|ersättarna)", "tjänstgörande suppleanten", "suppleanten"),
        ("substitute", r"(?:suppleant(?:en)?|suppleanterna|ersättaren?|ersättarna)", "suppleanterna", "suppleantlista"),
        ("member", r"(?:ledamot(?:en)?|ledamöterna|ledamöter)", "ledamöterna", "ledamotskap"),
    )
)  # fmt: skip
# a row of a list that opens with where its person is from
ROW_PLACE = Rule(
    "row-place",
    rf"(?:[-•*–·▪]\s+)?[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?(?:\skommun|\sstad)?\s*:\s+(?=[{UPPER}][\w-]+\s[{UPPER}])",
    "Habo: Eva Alm",
    "Habo: två platser",
    at="start",
    cased=True,
)
# a row of a list: its mark, or the label of those below
ROW_MARK = Rule("row-mark", r"[-•*–·▪]\s+", "- Eva Alm", "Eva Alm", at="start")
ROW_LABEL = Rule(
    "row-label",
    r"(?:Ersättare|Suppleanter?|Adjungerade?|Sekreterare)\s*:",
    "Ersättare: Eva Alm",
    "Ersättare för",
    at="start",
)
_LEAD = re.compile(
    r"(?:^|[,;:.(|\t]|\s{2}|\b(?:och|samt)\b)\s*(?P<lead>(?:[^,;:.(|\t]|(?<=[12]):(?=[ae]\s)){3,60}?)\.?\s+$"
)
_NEXT_CELL = ("\t", "   ")  # the office before it is of who stands before that
_PARTY_LEAD = re.compile(r"\s*\((?P<party>[^()\s]{1,6})\)\s+$")
_SENT_BY = re.compile(rf"\bers\.?\s+([{UPPER}]{{2,6}})\b")  # «ers PRO för Eva Alm»
_JOINT_AT_END = re.compile(r"(?:\s*,?\s*(?:och|samt|&)\s*(?:[a-zåäö]+n\s*)?|[\s,;.]+)$")
_JOINT = re.compile(r"\s*(?:och|samt|&)\s*")


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands after one name: its text, where it ends, and how the next person relates to this one."""

    text: str
    end: int
    relation: str | None = None
    served: str | None = None
    """The §§ under which the next person serves for this one."""


def read_people(
    flow: Flow, known: Collection[str] = (), *, reverse: bool = False, strict: bool = False, group: str | None = None
) -> list[Phrase]:
    """Read every person of a joined line, in order; replaced members are phrases of their own.

    `reverse` reads surnames first; `strict` is for running text; `group` is the municipality or organisation that the
    list stands under.
    """
    text = _with_rows(flow)
    names = _names_in(text, known, reverse=reverse, strict=strict)
    names = [hit for k, hit in enumerate(names) if not k or not _is_column(text, names[k - 1], hit)]
    phrases: list[Phrase] = []
    current, relation = group, None
    party = _PARTY_LEAD.fullmatch(text, 0, names[0].start) if names and not reverse else None
    role: str | None = None
    served: str | None = None
    for k, hit in enumerate(names):
        before = text[names[k - 1].end if k else 0 : hit.start]
        prefix = _group_before(before if k else without_mark(before), before)
        if prefix is not None:
            current = prefix or group
        part = _own_part(text, names, k, strict=strict)
        phrase = attributes_of(Phrase(hit.name, hit.start, part.end, hit.end), part.text)
        lead = None if strict or reverse or (k and before.endswith(_NEXT_CELL)) else _lead_of(before)
        role = None if lead is not None else role
        if lead is not None:
            role = next((name for name, rule in LEAD_ROLES if rule.holds(lead)), None)
            if role is None:
                by_role = phrase.title is not None and first_rule(ROLE_WORDS, phrase.title) is not None
                phrase = replace(phrase, title=lead if by_role else phrase.title or lead, bare=False)
        if role is not None and not phrase.roles and relation is None:
            phrase = replace(phrase, roles=(role,))
        if party is not None and is_party(party["party"]):
            phrase = replace(phrase, party=phrase.party or party["party"])
        phrase = _in_group(with_mark(phrase, text, hit.start) if k == 0 else phrase, current)
        if relation == "replaces":
            in_row = "\t" in part.text and "(" not in part.text
            phrases[-1], phrase = _link(phrases[-1], phrase, share_party=in_row)
        elif relation == "replaced-by":
            phrases[-1], phrase = _replaced(phrases[-1], phrase, served)
        relation, served = part.relation, part.served
        phrases.append(phrase)
    return _share(phrases, text)


def _with_rows(flow: Flow) -> str:
    """Part the rows of a list by newlines, over which nothing said of a name goes: lines that open with one, or with a label."""
    text = flow.text
    pieces = [text[low:high] for low, high in pairwise([*flow.starts, len(text)])]
    for start, (above, below) in zip(flow.starts[1:], pairwise(pieces), strict=True):
        mark = ROW_MARK.find(below)
        lead = 0 if mark is None else mark.end()
        opens = is_given_name(below[lead:].split(" ", 1)[0]) and opens_with_name(below[lead:])
        if above[-1:] == " " and (
            (opens and (lead or not goes_on_below(above.rstrip(), below)))
            or ROW_LABEL.holds(below)
            or ROW_PLACE.holds(below)
        ):
            text = f"{text[: start - 1]}\n{' ' * lead}{text[start + lead :]}"
    return text


def _names_in(text: str, known: Collection[str], *, reverse: bool, strict: bool) -> list[NameHit]:
    """List the names; in a list with surnames first, too, a line can name somebody as people talk."""
    names = reversed_names(text) if reverse else []
    if names:
        return names
    hits = find_names(text, known, strict=strict, capitals=not strict)
    return [hit for hit in hits if not reverse or is_given_name(hit.name.split()[0])]


def _is_column(text: str, before: NameHit, hit: NameHit) -> bool:
    """Tell capitalised words in the next column of a row («Eva Alm      Nordiska Bruken») from another person."""
    gap = text[before.end : hit.start]
    apart = not gap.strip() and (len(gap) >= 3 or "\t" in gap)
    return apart and not is_given_name(hit.name.split()[0]) and COMPANY_END.holds(hit.name)


def _group_before(unmarked: str, before: str) -> str | None:
    """Return the group named right before a person («Karlskrona:», «Från Region Skåne deltar»)."""
    source = FROM_GROUP.find(before)
    if source is not None:
        return source["group"] or source["sent"]
    match = GROUP_HEAD.find(unmarked)
    return None if match is None or len(match["group"].split()) > 6 else match["group"]


def is_lead_role(words: str) -> bool:
    """Tell a role that stands before a name («ledamoten»)."""
    return any(rule.holds(words) for _, rule in LEAD_ROLES)


def _lead_of(before: str) -> str | None:
    """Return the office or role that stands right before a name."""
    match = _LEAD.search(before[-70:])
    if match is None:
        return None
    lead = re.split(r"\b(?:och|samt)\b\s*", match["lead"])[-1].strip()
    if is_lead_role(lead):
        return lead
    office = (
        lead
        if lead
        and len(lead.split()) <= 5
        and OFFICE.holds(lead)
        and not TELLING.holds(lead)
        and not BODY_NAME.holds(lead)
        else None
    )
    return None if office is None or MARK.find(office) is not None else office


def _own_part(text: str, names: list[NameHit], k: int, *, strict: bool) -> _Part:
    """Cut what stands between two names into what is said of the first."""
    start = names[k].end
    if k + 1 == len(names):
        return _Part(text[start:], len(text))
    gap = text[start : names[k + 1].start]
    row = gap.find("\n")
    if row >= 0 and ROW_LABEL.holds(gap[row + 1 :]):
        return _Part(gap[:row], start + row)
    for rule, where in (
        (REPLACES, gap.rstrip(" (")),
        (REPLACED_BY, gap.rstrip(" (")),
        (FROM_GROUP, gap),
        (GROUP_HEAD, gap),
    ):
        match = rule.find(where)
        if match is not None and not (rule is REPLACES and _of_office(where, match)):
            relation = rule.name if rule in (REPLACES, REPLACED_BY) else None
            served = items_of(match["items"]) if rule is REPLACED_BY and match["items"] else None
            sent_by = _SENT_BY.search(match.group()) if rule is REPLACES else None
            own = gap[: match.start()] + (f" ; {sent_by[1]}" if sent_by is not None else "")
            return _Part(own, start + match.start(), relation, served)
    if row >= 0:
        return _Part(gap[:row], start + row)
    lead = None if strict or gap.endswith(_NEXT_CELL) else _lead_of(gap)
    if lead is not None:
        gap = gap[: gap.rindex(lead)]
    own = _JOINT_AT_END.sub("", gap)
    return _Part(own, start + len(own))


def _of_office(gap: str, relation: re.Match[str]) -> bool:
    """Tell «chef för», which says of what, from «Eva Alm för Bo Ek», which says for whom."""
    before = gap[: relation.start()].split()
    return relation.group().strip().lower() == "för" and bool(before) and is_title(before[-1])


def _in_group(phrase: Phrase, group: str | None) -> Phrase:
    """Give a person the municipality, organisation, §§ or title that the list stands under."""
    if group is None or phrase.municipality is not None:
        return phrase
    words = clean(group)
    items = ITEMS.find(group)
    if (place := municipality_of(words)) is not None:
        phrase = replace(phrase, municipality=place)
    elif names_party(words):
        phrase = replace(phrase, party=phrase.party or words.strip("()"))
    elif items is not None:
        phrase = replace(phrase, items=phrase.items or plain_range(items["list"]))
    elif re.search(r"\d", group) is None and OFFICE.holds(words):
        phrase = replace(phrase, title=phrase.title or words)
    elif not (SECTOR.holds(words) or re.search(r"\d", group) or phrase.organisation) and group[:1].isalpha():
        phrase = replace(phrase, organisation=re.sub(r"^(?:från|för)\s+", "", words))
    return phrase


def _link(substitute: Phrase, absent: Phrase, *, share_party: bool) -> tuple[Phrase, Phrase]:
    """Tie a substitute to the absent member named after; the municipality belongs to both, in a table's row the party too."""
    place = substitute.municipality or absent.municipality
    organisation = substitute.organisation or absent.organisation
    others = [role for role in substitute.roles if role not in ("serving-substitute", "substitute", "member")]
    serving = replace(
        substitute, replaces=absent.name, roles=("serving-substitute", *others), municipality=place, organisation=organisation,
        party=substitute.party or (absent.party if share_party else None), items=substitute.items or absent.items,
        arrived=substitute.arrived or absent.arrived, left=substitute.left or absent.left,
    )  # fmt: skip
    gone = replace(
        absent, present=False, replaced=True, municipality=absent.municipality or place,
        organisation=absent.organisation or organisation, items=None, arrived=None, left=None,
    )  # fmt: skip
    return serving, gone


def _replaced(member: Phrase, substitute: Phrase, served: str | None) -> tuple[Phrase, Phrase]:
    """Tie a member to the substitute named after; replaced for a part of the meeting, the member is there."""
    items = substitute.items or served
    serving = replace(substitute, replaces=member.name, roles=("serving-substitute", *substitute.roles), items=items)
    stayed = any((items, member.items, member.left, member.present, substitute.arrived))
    return member if stayed else replace(member, present=False, replaced=True), serving


def _share(phrases: list[Phrase], text: str) -> list[Phrase]:
    """Let «A och B, Perstorp» give both their municipality or organisation."""
    shared = phrases[-1:]
    for this, _ in reversed(list(pairwise(phrases))):
        following = shared[-1]
        joined = _JOINT.fullmatch(text, this.name_end, max(following.start, this.name_end))
        if joined and this.bare and this.municipality is None and this.organisation is None:
            shared.append(
                replace(
                    this,
                    municipality=following.municipality,
                    organisation=following.organisation,
                    items=following.items if following.organisation else this.items,
                )
            )
        else:
            shared.append(this)
    return shared[::-1]
