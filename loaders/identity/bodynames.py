"""What a body's name tells: whether it needs its organisation, or is an organisation's own («organnamn»)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pyoxigraph import NamedNode

from loaders.identity.names import plain
from ontology.iris import fold
from ontology.terms import BODY_KINDS

_STANDING: Final = re.compile(
    r"(?P<noun>styrelse|namnd|direktion|utskott|rad|fullmaktige|beredning|stamma|presidi|grupp|organ|kommitte|delegation|sekretariat|natverk|forum)"
    r"(?:n|en|et|um|umet|na|erna)?s?$"
)
_GENERIC: Final = re.compile(
    r"(?:styrelse|namnd|direktion|utskott|fullmaktige|beredning|stamma|presidi|arsmote|radet?$|sekretariat|kommitte)"
)
_INTERNAL: Final = re.compile(
    r"^(?:forbunds|region|arbets|val|personal|stads)?(?:styrelse|direktion|fullmaktige|stamma|presidi|utskott|sekretariat|beredning|arsmote)"
    r"(?:n|en|et|um|umet|t)?$|^kansliet$"
)
_MUNICIPAL: Final = re.compile(r"^(?:kommun(?:styrelse|fullmaktige)|[^\W_]+namnd|[^\W_]+utskott)(?:n|en|et)?$")
_ORGANISATION: Final = re.compile(
    r"^(?:kommun|kommunal|region|samordnings|gymnasie|raddningstjanst)?forbundet\s+\S|^region\s+\S|^landstinget\s+\S|^lansstyrelsen\s+i\s+\S"
    r"|^foreningen\s+\S|^studentkaren\s+\S|\S\s(?:ab|kommun|stad|landskommun|universitet|hogskola)$"
    r"|^[^\W_]+(?:verket|myndigheten|kassan|formedlingen)$"
)
_BODY_WITHIN: Final = re.compile(
    r"s\s(?:[^\W_]*(?:styrelse|namnd|direktion|utskott|fullmaktige|presidium|sekretariat|beredning|kansli))$"
)
_ENDINGS: Final = {
    "styrelse": "n", "nämnd": "en", "direktion": "en", "utskott": "et", "råd": "et", "beredning": "en",
    "sekretariat": "et", "delegation": "en", "kommitté": "n", "grupp": "en", "nätverk": "et", "stämma": "n",
}  # fmt: skip
_ABBREVIATED: Final = re.compile(r"(?P<name>.*\S)\s*\((?P<short>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,2}[A-ZÅÄÖ]{1,5})\)")
_SHORT: Final = re.compile(r"[A-ZÅÄÖ]{2,6}s?")
_OWNED: Final = re.compile(r"(?P<owner>.*\S)s\s(?P<noun>\S+)")
_ANY_OF_THEM: Final = frozenset(
    {"respektive", "varje", "samtliga", "alla", "berorda", "berord", "egen", "resp", "ingen", "medlems"}
)
_PUBLIC: Final = re.compile(
    r"^(?:region|landsting|lansstyrelse)|\b(?:kommun|stad|landskommun)$|(?:verket|myndigheten|kassan|formedlingen)$"
)
_ASSOCIATION: Final = re.compile(r"(?:kommun|kommunal|samordnings|gymnasie|raddningstjanst)forbund")
_TOGETHER: Final = re.compile(r"samverkan|natverk|^familjen\s")


def body_name(name: str) -> str:
    """Reduce a body's name so that «styrelsen» and «Styrelse» are equal."""
    return " ".join(_indefinite(word) for word in plain(name).split())


def _indefinite(word: str) -> str:
    match = _STANDING.search(word)
    return word[: match.end("noun")] if match else word


def split_abbreviation(name: str) -> tuple[str, str]:
    """Part a name from the abbreviation that the minutes define beside it («kommunstyrelsens arbetsutskott (KSAU)»)."""
    match = _ABBREVIATED.fullmatch(name)
    return (match["name"], match["short"]) if match else (name, "")


def abbreviates(short: str, name: str) -> bool:
    """Tell whether letters can stand for a name («PKS», «KDG», «KSAU»): its words' first letters, others between, in order."""
    if not _SHORT.fullmatch(short):
        return False
    return _in_order(plain(short.removesuffix("s")), plain(name).split())


def _in_order(letters: str, words: list[str]) -> bool:
    """Tell whether letters begin each word, in order, and go on within it."""
    if not words:
        return not letters
    first, *rest = words
    if not letters or letters[0] != first[0]:
        return False
    for taken in range(len(letters), 0, -1):
        inner = re.search(".*".join(map(re.escape, letters[:taken])), first)
        if inner is not None and inner.start() == 0 and _in_order(letters[taken:], rest):
            return True
    return False


def is_distinctive(name: str) -> bool:
    """Tell a name that says which body it is («Samverkansnämnden Blekinge») from one that many have («styrelsen»)."""
    return len(plain(name).split()) > 1 and (is_proper(name) or _GENERIC.search(plain(name)) is None)


def is_proper(name: str) -> bool:
    """Tell a name that holds a proper noun after its first word («Samverkansnämnden Blekinge»)."""
    return not name.isupper() and any(word[0].isupper() for word in name.split()[1:])


def is_internal(name: str, *, municipal: bool) -> bool:
    """Tell a lone noun that, in an organisation's minutes, means its own body («presidiet»)."""
    folded = plain(name)
    return _INTERNAL.search(folded) is not None or (municipal and _MUNICIPAL.search(folded) is not None)


def names_owner(name: str) -> bool:
    """Tell a name that begins with whose body it is («SKLs nätverk för …»)."""
    first, _, rest = name.partition(" ")
    return first[:1].isupper() and first.endswith("s") and bool(rest)


def owner_and_noun(name: str) -> tuple[str, str]:
    """Part «Kommunalförbundet Glaskogens direktion» into whose body it is and what; two empty texts for other names."""
    match = _OWNED.fullmatch(name)
    standing = match is not None and _STANDING.search(plain(match["noun"])) is not None
    return (match["owner"], _definite(match["noun"])) if match is not None and standing else ("", "")


def _definite(noun: str) -> str:
    """Return a standing noun as the body's own minutes have it («direktion» → «direktionen»)."""
    return next((noun + ending for word, ending in _ENDINGS.items() if noun.casefold().endswith(word)), noun)


def is_organisation(name: str) -> bool:
    """Tell an organisation's own name («Region Skåne») from the name of a body within one."""
    folded = plain(name)
    return (
        name[:1].isupper()
        and folded.split(" ", 1)[0] not in _ANY_OF_THEM
        and len(folded.split()) <= 8
        and not _BODY_WITHIN.search(folded)
        and _ORGANISATION.search(folded) is not None
    )


def is_public(name: str) -> bool:
    """Tell a public organisation by its name: a region, a municipality, an agency."""
    return _PUBLIC.search(plain(name)) is not None


def is_collaboration(name: str) -> bool:
    """Tell a cooperation that is no legal person by its name («Familjen Helsingborg»)."""
    return _TOGETHER.search(plain(name)) is not None


def is_association(name: str) -> bool:
    """Tell an association of municipalities by its name («Kommunalförbundet X», «Samverkan Y»)."""
    return _ASSOCIATION.search(plain(name)) is not None or is_collaboration(name)


def contains(longer: str, shorter: str) -> bool:
    """Tell whether an organisation's folded name holds all words of another's, and more."""
    return set(shorter.split()) < set(longer.split())


_KINDS: Final = sorted(
    ((fold(code), iri) for code, iri in BODY_KINDS.items()), key=lambda kind: (-len(kind[0]), kind[0])
)


def kind_of_body(name: str, stated: Iterable[str]) -> NamedNode | None:
    """Find a body's kind in the code list: the one stated, else what its name ends a word with, the first and longest."""
    for text in (*stated, name):
        for word in body_name(text).split():
            singular = re.sub(r"(?<=forbund)et$", "", word)
            for kind, iri in _KINDS:
                if singular.endswith(kind):
                    return iri
    return None


def split_body(body: str | None, organisation: str | None) -> tuple[str | None, str | None]:
    """Part a body's name that holds its organisation («Arvika kommun, kommunstyrelsen») from it, where none is given."""
    if body is None or organisation is not None or body.count(",") != 1:
        return body, organisation
    left, right = (part.strip() for part in body.split(","))
    for name, above in ((left, right), (right, left)):
        if (
            above[:1].isupper()
            and " " not in name
            and _STANDING.search(plain(name))
            and not _STANDING.search(plain(above))
        ):
            return name, above
    return body, organisation
