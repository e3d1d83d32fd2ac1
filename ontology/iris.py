"""Minting of IRIs: every IRI of the data is made here and nowhere else, from content alone.

The functions are pure: the same arguments give the same IRI in every build, on every machine and in any order of files.
Whatever text comes in, what goes out is a valid IRI in plain ASCII below its parent. IRIs of terms stand in
`ontology.terms`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final

from pyoxigraph import NamedNode

DEFAULT_BASE: Final = "https://w3id.org/aktorsgraf/id/"
CODES: Final = "https://w3id.org/aktorsgraf/ns/"
SLUG_LENGTH: Final = 72

_LETTERS: Final = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)
_TWINS: Final = re.compile(r"\bhåbo(?=s?\b)")  # Håbo and Habo, two municipalities, differ by a ring alone
_DROPPED: Final = re.compile(r"[^a-z0-9.]+")
_STRAY_DOT: Final = re.compile(r"(?<![0-9])\.|\.(?![0-9])")
_BASE: Final = re.compile(r"[a-z][a-z0-9+.-]*:[^\s#?]*[/:]", re.IGNORECASE)


def fold(text: str) -> str:
    """Reduce to lower case without diacritics («ø» to «o»), blanks as one space: equal for what a reader takes as the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return " ".join("".join(letter for letter in decomposed if not unicodedata.combining(letter)).split())


def digest8(*parts: str) -> str:
    """Return eight hexadecimal digits that depend on all parts and on where one ends and the next begins."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:8]


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Make a readable path segment of `a-z`, `0-9`, hyphens, and dots between digits; never empty.

    Texts that differ in case, diacritics, blanks and punctuation alone share a slug. What cannot be told in these letters, or
    is too long, gets a digest of the text at the end.
    """
    folded = fold(_TWINS.sub("haabo", unicodedata.normalize("NFC", text).casefold()))
    plain = _DROPPED.sub("-", _STRAY_DOT.sub("-", _DROPPED.sub("-", folded))).strip("-")
    lost = any(letter.isalnum() and not letter.isascii() for letter in folded) or not plain
    if not lost and len(plain) <= SLUG_LENGTH:
        return plain
    return f"{plain[: SLUG_LENGTH - 9].strip('-.')}-{digest8(folded)}".lstrip("-")


def check_base(base: str) -> str:
    """Return `base` when IRIs can be minted below it; raise ValueError in one line when not."""
    if not _BASE.fullmatch(base):
        raise ValueError(
            f"base {base!r}: expected an absolute IRI that ends in / or :, without ? and #; for example {DEFAULT_BASE}"
        )
    try:
        NamedNode(base)
    except ValueError as error:
        raise ValueError(f"base {base!r}: no valid IRI ({error}); for example {DEFAULT_BASE}") from error
    return base


# --- documents, graphs and provenance


def source_key(sha256: str) -> str:
    """Return the 16 hexadecimal digits that stand for a source; raises ValueError when `sha256` is no SHA-256."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise ValueError(f"sha256 {sha256!r}: expected 64 lower-case hexadecimal digits")
    return sha256[:16]


def document_iri(base: str, sha256: str) -> NamedNode:
    """Mint a source («handling»)."""
    return NamedNode(f"{base}document/{source_key(sha256)}")


def graph_iri(base: str, sha256: str) -> NamedNode:
    """Mint the named graph of what one source states."""
    return NamedNode(f"{base}graph/{source_key(sha256)}")


def identity_graph(base: str) -> NamedNode:
    """Mint the graph of who is who: labels, types, redirects and hierarchy, all derived."""
    return NamedNode(f"{base}graph/identity")


def reference_graph(base: str) -> NamedNode:
    """Mint the graph of municipalities, counties and parties."""
    return NamedNode(f"{base}graph/reference")


def ontology_graph(base: str) -> NamedNode:
    """Mint the graph that holds the ontology itself, so that its labels can be queried."""
    return NamedNode(f"{base}graph/ontology")


def judgements_graph(base: str) -> NamedNode:
    """Mint the graph of what people judged and corrected."""
    return NamedNode(f"{base}graph/judgements")


def run_iri(base: str, version: str) -> NamedNode:
    """Mint the reading by one version of the reader."""
    return NamedNode(f"{base}run/{slug(version)}")


def software_iri(base: str, version: str) -> NamedNode:
    """Mint one version of this program."""
    return NamedNode(f"{base}software/aktorsgraf-{slug(version)}")


def span_iri(document: NamedNode, start: int, end: int) -> NamedNode:
    """Mint a stretch of a document by RFC 5147; offsets count code points, `end` is exclusive."""
    if not 0 <= start <= end:
        raise ValueError(f"span {start},{end}: expected 0 ≤ start ≤ end")
    return NamedNode(f"{document.value}#char={start},{end}")


def mention_iri(document: NamedNode, kind: str, name: str) -> NamedNode:
    """Mint what a document says of one name of one kind («omnämnande»)."""
    return NamedNode(f"{document.value}/mention/{slug(kind)}/{slug(name)}")


def warning_iri(document: NamedNode, code: str, message: str, *places: int) -> NamedNode:
    """Mint a doubt about the reading; `places` are the offsets that it speaks of."""
    return NamedNode(f"{document.value}/warning/{digest8(code, message, *map(str, places))}")


def judgement_iri(base: str, key: str) -> NamedNode:
    """Mint a judgement of identity («identitetsbedömning») by its key in the log."""
    return NamedNode(f"{base}judgement/{slug(key)}")


def feature_iri(judgement: NamedNode, name: str) -> NamedNode:
    """Mint what a judgement could rest on («bedömningsgrund»)."""
    return _below(judgement, "feature", slug(name))


def correction_iri(base: str, key: str, subject: str, predicate: str) -> NamedNode:
    """Mint the correction («rättelse») of one thing's property by an entry of the log."""
    return NamedNode(f"{base}correction/{slug(key)}-{digest8(subject, predicate)}")


def minuted_iri(correction: NamedNode, value: str) -> NamedNode:
    """Mint a value that was corrected, as the minutes, or what was derived from them, had it."""
    return NamedNode(f"{correction.value}/minuted/{digest8(value)}")


# --- meetings and what they hold


def meeting_iri(
    base: str, body_key: str, date: dt.date | None, *, number: str | None = None, sha256: str | None = None
) -> NamedNode:
    """Mint a meeting («sammanträde»): by its date, or by its source where the minutes give no date.

    `body_key` is what follows `body/` in the body's IRI (`key_of`), so that two bodies never share a meeting.
    """
    if date is None and sha256 is None:
        raise ValueError("meeting without a date: expected the sha256 of its source instead")
    when = date.isoformat() if date is not None else source_key(sha256 or "")
    numbered = f"-{slug(number)}" if number else ""
    return NamedNode(f"{base}meeting/{_path(body_key)}/{when}{numbered}")


def attendance_iri(meeting: NamedNode, person_key: str) -> NamedNode:
    """Mint one person's attendance («närvaro»)."""
    return _below(meeting, "attendance", slug(person_key))


def presence_iri(attendance: NamedNode) -> NamedNode:
    """Mint the part of the meeting that was attended."""
    return NamedNode(f"{attendance.value}/presence")


def item_iri(meeting: NamedNode, number: str) -> NamedNode:
    """Mint an agenda item («ärende») by its § number: «140 b» gives `140-b`."""
    return _below(meeting, "item", slug(number))


def decision_iri(item: NamedNode, text: str) -> NamedNode:
    """Mint a decision point («att-sats») by its folded text."""
    return _below(item, "decision", digest8(fold(text)))


def formation_iri(item: NamedNode, name: str) -> NamedNode:
    """Mint the setting up or staffing of a group in an item."""
    return _below(item, "group", slug(name))


def appointment_iri(item: NamedNode, person_key: str, role: str, body: str | None = None) -> NamedNode:
    """Mint an appointment («val»); `body` is the name of the body or group appointed to."""
    return _below(item, "appointment", "-".join(slug(part) for part in (person_key, role, body) if part is not None))


def membership_iri(appointment: NamedNode) -> NamedNode:
    """Mint the membership that an appointment generates."""
    return NamedNode(f"{appointment.value}/membership")


def seat_iri(item: NamedNode, body: str, municipality: str) -> NamedNode:
    """Mint a municipality's seat («plats») in a body."""
    return _below(item, "seat", f"{slug(body)}-{slug(municipality)}")


def assignment_iri(item: NamedNode, task: str, *assignees: str) -> NamedNode:
    """Mint an assignment («uppdrag») by its folded task and assignees."""
    return _below(item, "assignment", digest8(fold(task), *map(fold, assignees)))


def title_holding_iri(assignment: NamedNode, title: str) -> NamedNode:
    """Mint that somebody held the title which an assignment is given to («titelinnehav»)."""
    return _below(assignment, "holder", slug(title))


def recipient_iri(item: NamedNode, name: str) -> NamedNode:
    """Mint somebody whom a decision is sent to («mottagare»)."""
    return _below(item, "recipient", slug(name))


def statement_iri(item: NamedNode, speaker: str, text: str) -> NamedNode:
    """Mint a quoted opinion («synpunkt»)."""
    return _below(item, "statement", digest8(fold(speaker), fold(text)))


def vote_iri(item: NamedNode, ordinal: int) -> NamedNode:
    """Mint a counted vote («votering»), the first of an item being 1."""
    if ordinal < 1:
        raise ValueError(f"vote {ordinal}: expected 1 or more")
    return _below(item, "vote", str(ordinal))


def ballot_iri(vote: NamedNode, person: str) -> NamedNode:
    """Mint one person's ballot («röst») in a vote."""
    return _below(vote, "ballot", slug(person))


def motion_iri(item: NamedNode, text: str, *movers: str) -> NamedNode:
    """Mint a motion («yrkande») by its folded text and movers."""
    return _below(item, "motion", digest8(fold(text), *map(fold, movers)))


def proposition_iri(item: NamedNode, ordinal: int) -> NamedNode:
    """Mint what the chair finds decided («proposition»), the first of an item being 1."""
    return _below(item, "proposition", str(ordinal))


def departure_iri(item: NamedNode, person_key: str, kind: str, role: str | None, body: str | None) -> NamedNode:
    """Mint that somebody leaves a role («avsägelse», «entledigande»)."""
    return _below(
        item, "departure", "-".join(slug(part) for part in (person_key, kind, role, body) if part is not None)
    )


def dissolution_iri(item: NamedNode, group: str) -> NamedNode:
    """Mint the end of a group («upplösning»)."""
    return _below(item, "dissolution", slug(group))


def vacancy_iri(item: NamedNode, ordinal: int) -> NamedNode:
    """Mint a seat that is left empty («vakans»), the first of an item being 1."""
    return _below(item, "vacancy", str(ordinal))


def reference_iri(item: NamedNode, kind: str, target: str, text: str) -> NamedNode:
    """Mint a reference to something else («hänvisning»)."""
    return _below(item, "reference", f"{slug(kind)}-{digest8(fold(target), fold(text))}")


def quoted_decision_iri(item: NamedNode, body: str, text: str) -> NamedNode:
    """Mint a decision that an item only tells of («återgivet beslut»)."""
    return _below(item, "quoted", digest8(fold(body), fold(text)))


def interval_iri(base: str, since: str | None, until: str | None) -> NamedNode:
    """Mint a term («mandattid») by its stated ends; all that are stated alike are one. Raises ValueError without any."""
    if since is None and until is None:
        raise ValueError("interval: expected a beginning or an end")
    return NamedNode(f"{base}interval/{slug(since or 'okand')}--{slug(until or 'okand')}")


def instant_iri(base: str, stated: str) -> NamedNode:
    """Mint a year, a month or a day."""
    return NamedNode(f"{base}instant/{slug(stated)}")


def reservation_iri(item: NamedNode, person: str, kind: str) -> NamedNode:
    """Mint a recorded dissent or disqualification («reservation», «jäv»)."""
    return _below(item, "reservation", f"{slug(person)}-{slug(kind)}")


def count_iri(item: NamedNode, what: str, number: int, body: str | None = None) -> NamedNode:
    """Mint a number that an item states of members, substitutes or seats («kontrollsumma»)."""
    return _below(item, "count", "-".join(slug(part) for part in (body, what, str(number)) if part is not None))


def cited_document_iri(item: NamedNode, title: str) -> NamedNode:
    """Mint a document that a decision rests on («beslutsunderlag»)."""
    return _below(item, "cited", digest8(fold(title)))


# --- people, bodies and places


def person_iri(base: str, name: str, *key: str) -> NamedNode:
    """Mint a person: the readable name, and a digest of `key`, all that tells people of that name apart."""
    return NamedNode(f"{base}person/{slug(name)}-{digest8(*key)}")


def organisation_iri(base: str, name: str) -> NamedNode:
    """Mint an organisation («kommunförbund», «region»)."""
    return NamedNode(f"{base}organisation/{slug(name)}")


def body_iri(base: str, organisation: str, name: str) -> NamedNode:
    """Mint a body («styrelse», «nämnd»); `organisation` is its organisation's name, or the document's key where none is given."""
    return NamedNode(f"{base}body/{slug(organisation)}/{slug(name)}")


def group_iri(
    base: str, parent: str, name: str, meeting: dt.date | str | None = None, item: str | None = None
) -> NamedNode:
    """Mint a working group («arbetsgrupp») of the body called `parent`.

    A bare name («arbetsgrupp») needs `meeting` (its date, or the source's key) and `item` to tell it from its namesakes.
    """
    scope = "-".join(slug(str(part)) for part in (meeting, item) if part is not None)
    return NamedNode(f"{base}group/{slug(parent)}/{slug(name)}{f'-{scope}' if scope else ''}")


def municipality_iri(base: str, code: str) -> NamedNode:
    """Mint a municipality («kommun») by its code of four digits."""
    if not re.fullmatch(r"[0-9]{4}", code):
        raise ValueError(f"municipality code {code!r}: expected four digits")
    return NamedNode(f"{base}municipality/{code}")


def county_iri(base: str, code: str) -> NamedNode:
    """Mint a county («län») by its code of two digits."""
    if not re.fullmatch(r"[0-9]{2}", code):
        raise ValueError(f"county code {code!r}: expected two digits")
    return NamedNode(f"{base}county/{code}")


def identifier_iri(thing: NamedNode) -> NamedNode:
    """Mint the node of a thing's official identifier («kommunkod»)."""
    return NamedNode(f"{thing.value}/identifier")


def place_iri(base: str, name: str) -> NamedNode:
    """Mint a plain place that is no Swedish municipality («ort»)."""
    return NamedNode(f"{base}place/{slug(name)}")


def party_iri(base: str, abbreviation: str) -> NamedNode:
    """Mint a national party («riksdagsparti») by its present abbreviation."""
    return NamedNode(f"{base}party/{slug(abbreviation)}")


def local_party_iri(base: str, scope: str, abbreviation: str) -> NamedNode:
    """Mint a local party («lokalt parti»); `scope` is its municipality's code or its organisation's name."""
    return NamedNode(f"{base}party/{slug(scope)}/{slug(abbreviation)}")


def code_iri(scheme: str, code: str) -> NamedNode:
    """Mint a concept of a code list: «body-role», «convener». Published lists stand as constants in `ontology.terms`."""
    return NamedNode(f"{CODES}{slug(scheme)}/{slug(code)}")


def key_of(iri: NamedNode, base: str) -> str:
    """Return what follows the kind in a minted IRI: `a/b` of `<base>body/a/b`; raises ValueError outside `base`."""
    kind, _, key = iri.value.removeprefix(base).partition("/")
    if not iri.value.startswith(base) or not kind or not key:
        raise ValueError(f"{iri.value}: expected an IRI below {base}")
    return key


def _below(parent: NamedNode, kind: str, segment: str) -> NamedNode:
    """Join a path segment to its parent."""
    return NamedNode(f"{parent.value}/{kind}/{segment}")


def _path(key: str) -> str:
    """Make a safe path of a key that may hold slashes."""
    return "/".join(slug(part) for part in key.split("/") if part) or slug(key)
