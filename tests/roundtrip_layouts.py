"""Minutes rendered from facts in many layouts, and the damage that a scan does to them."""

from __future__ import annotations

import datetime as dt
import random
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from roundtrip_facts import Facts, Matter, Person

MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
LABELS = {
    "members": "Beslutande",
    "substitute": "Ej tjänstgörande ersättare",
    "official": "Övriga närvarande",
    "secretary": "Sekreterare",
}


@dataclass(frozen=True)
class Style:
    """One choice of each way to write; every combination is a layout."""

    front: Callable[[Facts], str]
    attendance: Callable[[Facts], str]
    head: Callable[[Facts, Matter], str]
    decision: Callable[[Facts, Matter], str]
    sent: Callable[[Sequence[str]], str]
    paged: bool
    width: int


def iso(day: dt.date) -> str:
    return day.isoformat()


def in_words(day: dt.date) -> str:
    return f"den {day.day} {MONTHS[day.month - 1]} {day.year}"


def front_labels(facts: Facts) -> str:
    return (
        f"SAMMANTRÄDESPROTOKOLL\n{facts.body}\nSammanträdesdatum: {iso(facts.date)}\n\n"
        f"Plats och tid: Kommunhuset, sal A, kl. {facts.start}-{facts.end}"
    )


def front_columns(facts: Facts) -> str:
    start, end = facts.start.replace(":", "."), facts.end.replace(":", ".")
    return (
        f"PROTOKOLL\n{facts.body:<40}{iso(facts.date)}\n\nPlats och tid          Kommunhuset, sal A, kl {start} – {end}"
    )


def front_title(facts: Facts) -> str:
    return f"Protokoll från sammanträde med {facts.body}\n\nDatum: {in_words(facts.date)}\nTid: klockan {facts.start}–{facts.end}\nPlats: Kommunhuset, sal A"


def front_sentence(facts: Facts) -> str:
    return f"# {facts.body}\n\nProtokoll {in_words(facts.date)}, kl {facts.start} - {facts.end}"


def said(person: Person) -> str:
    """Write a person as «Eva Alm (S), Habo, ordförande»."""
    office = {"chair": ", ordförande", "vice-chair": ", vice ordförande"}.get(person.role, "")
    if person.role == "serving":
        return f"{person.name} ({person.party}), {person.municipality}, tjänstgörande ersättare" if person.replaces is None else (
            f"{person.name} ({person.party}) tjänstgör för {person.replaces} ({person.party}), {person.municipality}"
        )  # fmt: skip
    if person.title is not None or person.role == "secretary":
        return person.name + (f", {person.title}" if person.title else "")
    return f"{person.name} ({person.party}), {person.municipality}{office}"


def lists(facts: Facts) -> list[tuple[str, list[Person]]]:
    deciding = facts.those("chair", "vice-chair", "member", "serving")
    return [
        (LABELS["members"], deciding),
        *((LABELS[role], facts.those(role)) for role in ("substitute", "official", "secretary")),
    ]


def below_labels(facts: Facts) -> str:
    return "\n\n".join(f"{label}:\n" + "\n".join(map(said, people)) for label, people in lists(facts))


def beside_labels(facts: Facts) -> str:
    rows = []
    for label, people in lists(facts):
        rows += [f"{label if not k else '':<30}{said(person)}" for k, person in enumerate(people)] + [""]
    return "\n".join(rows)


def bullets(facts: Facts) -> str:
    return "\n\n".join(
        f"**{label}**\n\n" + "\n".join(f"- {said(person)}" for person in people) for label, people in lists(facts)
    )


def in_sentences(facts: Facts) -> str:
    return "\n".join(f"{label}: " + "; ".join(map(said, people)) for label, people in lists(facts))


def in_table(facts: Facts) -> str:
    """Write those who decide as a table, and the others below labels."""
    deciding, *others = lists(facts)
    rows = ["| Namn | Parti | Kommun | Uppdrag |", "|---|---|---|---|"]
    for p in deciding[1]:
        office = {"chair": "ordförande", "vice-chair": "vice ordförande", "serving": "tjänstgörande ersättare"}.get(
            p.role, "ledamot"
        )
        rows.append(f"| {p.name} | {p.party} | {p.municipality} | {office} |")
    return (
        "\n".join(rows) + "\n\n" + "\n\n".join(f"{label}:\n" + "\n".join(map(said, people)) for label, people in others)
    )


def on_lines_of_their_parties(facts: Facts) -> str:
    """Write «Eva Alm S Habo» as columns with wide gaps."""
    rows = []
    for label, people in lists(facts):
        rows.append(label)
        for p in people:
            party = f"({p.party})" if p.role not in ("official", "secretary") else ""
            place = p.municipality if party else p.title or ""
            office = {"chair": "ordförande", "vice-chair": "vice ordförande", "serving": "tjänstgörande ersättare"}.get(
                p.role, ""
            )
            rows.append(f"{p.name:<28}{party:<8}{place:<20}{office}".rstrip())
        rows.append("")
    return "\n".join(rows)


def head_sign(facts: Facts, matter: Matter) -> str:
    return f"§ {matter.number} {matter.title}"


def head_after(facts: Facts, matter: Matter) -> str:
    return f"{matter.number} § {matter.title}"


def head_below(facts: Facts, matter: Matter) -> str:
    return f"§ {matter.number}{'Dnr 2024/' + str(matter.number + 100):>40}\n\n{matter.title}"


def head_hashed(facts: Facts, matter: Matter) -> str:
    return f"## § {matter.number} – {matter.title}"


def head_word(facts: Facts, matter: Matter) -> str:
    return f"Ärende {matter.number}: {matter.title}"


def att_lines(facts: Facts, matter: Matter) -> str:
    return f"{facts.body} beslutar\n" + ",\n".join(f"att {point}" for point in matter.points) + "."


def att_sentence(facts: Facts, matter: Matter) -> str:
    return f"Beslut\n{facts.body} beslutar att " + ", samt att ".join(matter.points) + "."


def att_numbered(facts: Facts, matter: Matter) -> str:
    return f"Beslut\n\n{facts.body} beslutar\n" + "\n".join(
        f"{k}. att {point}." for k, point in enumerate(matter.points, 1)
    )


def att_indented(facts: Facts, matter: Matter) -> str:
    return f"{facts.body}s beslut:\n" + "\n".join(f"att     {point}" for point in matter.points)


def sent_lines(names: Sequence[str]) -> str:
    return "Beslutet skickas till\n" + "\n".join(names)


def sent_inline(names: Sequence[str]) -> str:
    return "Expedieras till: " + ", ".join(names)


def sent_bullets(names: Sequence[str]) -> str:
    return "Beslutet ska skickas till\n" + "\n".join(f"- {name}" for name in names)


FRONTS = (front_labels, front_columns, front_title, front_sentence)
ATTENDANCES = (below_labels, beside_labels, bullets, in_sentences)
# these do not say whom a substitute serves for
TABLES = (in_table, on_lines_of_their_parties)
HEADS = (head_sign, head_after, head_below, head_hashed, head_word)
DECISIONS = (att_lines, att_sentence, att_numbered, att_indented)
SENTS = (sent_lines, sent_inline, sent_bullets)


def render(facts: Facts, style: Style) -> str:
    """Write the minutes."""
    pieces = [style.front(facts), style.attendance(facts), f"Utses att justera: {facts.adjuster}"]
    for k, matter in enumerate(facts.matters):
        if style.paged and k and k % 2 == 0:
            pieces.append(f"{facts.body}                 Protokoll                {k // 2 + 1} (9)\n{iso(facts.date)}")
        pieces += [style.head(facts, matter), "Ärendet har beretts av förvaltningen.", style.decision(facts, matter)]
        pieces += [style.sent(matter.recipients)] if matter.recipients else []
    return "\n".join(wrapped("\n\n".join(pieces), style.width)) + "\n"


def wrapped(text: str, width: int) -> Iterator[str]:
    """Break long lines at spaces, as a page does; tables and headings stay."""
    for line in text.split("\n"):
        told = len(line) > width and not line.startswith(("|", "#", "§")) and "   " not in line
        yield from textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) if told else [line]


def scanned(text: str, seed: int) -> str:
    """Damage a text as a scan without Swedish letters does: dots lost or misread."""
    chance = random.Random(seed)  # noqa: S311 - a seed makes the damage the same every time
    lost = {"å": "a", "ä": "a", "ö": "oé", "Å": "A", "Ä": "A", "Ö": "O", "é": "e"}
    damaged = (chance.choice(lost[c]) if c in lost else c for c in text)
    return "".join(damaged).replace("kl.", "KI.")
