"""Which roles one place in the minutes gives a person, and which of them stand together."""

from __future__ import annotations

import re

from loaders.reading.people.sections import SECTION_ROLES
from loaders.reading.people.seen import Seen
from loaders.reading.rules import Rule
from loaders.reading.text.letters import fold

_ORDER = (
    "chair", "vice-chair", "serving-substitute", "member", "substitute",
    "official", "guest", "other", "convener", "secretary", "adjuster", "presenter",
)  # fmt: skip
_RANK = {role: rank for rank, role in enumerate(_ORDER)}
# a stronger role and what it implies or excludes, in the order in which they are applied
_IMPLIED: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(stronger.split()), frozenset(weaker.split()))
    for stronger, weaker in (
        ("chair", "member vice-chair substitute other adjuster"),
        ("vice-chair", "member other"),
        ("member", "serving-substitute substitute other"),
        ("serving-substitute", "substitute other"),
        ("official guest secretary presenter adjuster", "other"),
        ("official", "guest"),
    )
)
OF_BODY = Rule(
    "office-of-another",
    r"(?:[\w-]*(?:fullmäktiges?|styrelsens?|nämndens|rådets|direktionens)\s|\w{2,5}[-:]?s?[\s-]).*?ordf(?:örande)?n?\b|ordf(?:örande)?n?\s+i\s",
    "fullmäktiges ordförande",
    "ordförande",
    at="start",
)
_UNTOLD = frozenset({"staff-representatives", "without-vote"})  # lists that tell nobody's part but by a title
_NO_STAFF_TITLE = re.compile(
    r"ordf|ledamot|råd\b|\brepr\b|representant$|ombud$|observatör$|företrädare$|^(?:åhörare|allmänhet|besökare|medborgare)\b"
)


def is_present(one: Seen) -> bool:
    """Tell whether one place in the minutes has a person at the meeting."""
    phrase = one.phrase
    if one.section == "signature":
        return True
    if phrase.replaced:
        return False
    if one.section == "absent" and "serving-substitute" in phrase.roles:
        return True  # a substitute named in the list of the absent, beside the member replaced
    return SECTION_ROLES[one.section][1] if phrase.present is None else phrase.present


def roles_of(one: Seen, own: frozenset[str]) -> list[str]:
    """List the roles that one place gives a person. `own` holds the folded names of the body's own organisation."""
    phrase, stated = one.phrase, list(one.phrase.roles)
    if _leads_another(one):
        stated = [role for role in stated if role not in ("chair", "vice-chair")]
    if one.section == "signature" or "guest" in stated:
        return stated
    if phrase.replaced:
        return _combined("member", [role for role in stated if role != "serving-substitute"], phrase.title)
    if one.section == "adjuster" and stated:
        return stated
    if phrase.replaces_role is not None:
        return [phrase.replaces_role]
    stated += ["presenter"] if one.section == "presenting-secretary" else []
    return _combined(_role_of_section(one, own), stated, phrase.title)


def _role_of_section(one: Seen, own: frozenset[str]) -> str | None:
    """Return the role that the list gives this person; the body's own staff are officials in whichever list."""
    phrase, (role, _) = one.phrase, SECTION_ROLES[one.section]
    organisation = fold(phrase.organisation or "")
    at_home = bool(organisation) and any(name and organisation.endswith(name) for name in own)
    if one.section == "personal-substitutes" and phrase.present:
        return "serving-substitute"
    if role == "other":
        return _role_of_other(one, at_home=at_home, elsewhere=bool(organisation))
    if role == "official" and phrase.party is not None and phrase.title is None and not phrase.roles:
        return "member"  # «Från kommunen: Eva Alm (S), …»
    plain = phrase.party is None and phrase.municipality is None and not phrase.roles
    return "official" if role in ("member", "guest") and at_home and plain else role


def _role_of_other(one: Seen, *, at_home: bool, elsewhere: bool) -> str:
    """Tell officials and guests from the rest of those listed as «övriga»."""
    phrase = one.phrase
    if one.section == "without-vote" and phrase.party is not None and phrase.title is None and not phrase.roles:
        return "substitute"
    if phrase.party is not None or (one.section in _UNTOLD and phrase.title is None):
        return "other"
    titled = phrase.title is not None and not elsewhere and not _NO_STAFF_TITLE.search(phrase.title)
    if at_home or titled:
        return "official"
    return "guest" if elsewhere and "secretary" not in phrase.roles else "other"


def _leads_another(one: Seen) -> bool:
    """Tell who leads another body than the one that meets: «fullmäktiges ordförande» among those who do not decide."""
    apart = one.section != "signature" and SECTION_ROLES[one.section][0] in ("other", "guest", "official")
    return apart and OF_BODY.holds(one.phrase.title or "")


def _combined(role: str | None, stated: list[str], title: str | None) -> list[str]:
    """Join the list's role with those stated beside the name, which can outrank it."""
    if stated == ["convener"]:
        return stated if role in ("other", None) else [role, *stated]
    if role == "official" and stated == ["secretary"] and title is None:
        return stated
    if role == "official" and "secretary" in stated and not (title or "").lower().endswith("sekreterare"):
        return [role, *stated]
    outranked = (
        (role == "substitute" and "serving-substitute" in stated)
        or (bool(stated) and role in ("member", "other", None))
        or "chair" in stated
        or "vice-chair" in stated
        or (role == "official" and stated == ["secretary"])
    )
    return stated if outranked or role is None else [role, *stated]


def without_implied(roles: list[str]) -> tuple[str, ...]:
    """Drop what a stronger role implies: a chair is not also a member, one who serves not also a substitute."""
    found = set(roles)
    for stronger, weaker in _IMPLIED:
        if found & stronger:
            found -= weaker
    return tuple(sorted(found, key=lambda role: (_RANK.get(role, len(_RANK)), role)))
