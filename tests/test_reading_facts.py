"""Groups, elections, assignments, seats and the lesser facts of an item, from snippets."""

from __future__ import annotations

import pytest
from reading_samples import read

from loaders.minutes import AgendaItem

FRONT = (
    "Protokoll från sammanträde med Direktionen 2024-03-08\nNärvarande ledamöter\nEva Alm (S), Habo, ordförande\n"
    "Bo Ek (M), Mullsjö\nSiri Klöver (C), Aneby\nNästa möte: 2024-06-14\n\n"
)


def item(text: str, title: str = "Ärendet") -> AgendaItem:
    (found,) = read(f"{FRONT}§ 4 {title}\n\n{text}\n").items
    return found


@pytest.mark.parametrize(
    ("text", "name", "members"),
    [
        ("Direktionen beslutar att bilda en arbetsgrupp för trygga skolvägar bestående av Eva Alm, Bo Ek och Siri Klöver.",
         "arbetsgrupp för trygga skolvägar", ("Eva Alm", "Bo Ek", "Siri Klöver")),
        ("Direktionen beslutar att utse Eva Alm och Bo Ek att ingå i förberedande arbetsgrupp.",
         "förberedande arbetsgrupp", ("Eva Alm", "Bo Ek")),
        ("Direktionen beslutar att tillsätta en styrgrupp. Till ledamöter utses Eva Alm, sammankallande, och Bo Ek.",
         "styrgrupp", ("Eva Alm", "Bo Ek")),
    ],
)  # fmt: skip
def test_groups(text: str, name: str, members: tuple[str, ...]) -> None:
    found = item(text)
    (group,) = found.groups
    assert (group.name, group.members) == (name, members)
    assert [a.person for a in found.appointments if a.body == name] == list(members)


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden föreslår att en arbetsgrupp bildas.",
        "Direktionen beslutar att arbetsgruppen för skolvägar upplöses.",
        "Regionen har tillsatt en arbetsgrupp.",
        "Målgruppen är unga.",
    ],
)
def test_no_group_is_set_up(text: str) -> None:
    assert item(text).groups == ()


def test_the_convener_task_and_deadline_of_a_group() -> None:
    (group,) = item(
        "Direktionen beslutar att bilda en tillfällig arbetsgrupp bestående av Eva Alm, sammankallande, och Bo Ek med uppgift "
        "att ta fram ett förslag senast 2024-09-01."
    ).groups
    assert (group.convener, group.kind, group.temporary) == ("Eva Alm", "arbetsgrupp", True)
    assert group.task is not None
    assert group.task.startswith("ta fram ett förslag")
    assert str(group.deadline) == "2024-09-01"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Direktionen beslutar att till justerare utse Bo Ek.", [("Bo Ek", "adjuster", None, None, None)]),
        ("Direktionen beslutar att utse Eva Alm som vice ordförande i Klimatrådet under perioden 2023-2025.",
         [("Eva Alm", "vice-chair", "Klimatrådet", "2023", "2025")]),
        ("Direktionen beslutar att utse Eva Alm till ledamot och Bo Ek till ersättare i Folkhälsorådet.",
         [("Eva Alm", "member", "Folkhälsorådet", None, None), ("Bo Ek", "substitute", "Folkhälsorådet", None, None)]),
        ("Direktionen beslutar att till ordförande för mötet välja Siri Klöver.",
         [("Siri Klöver", "chair", None, None, None)]),
        ("Direktionen beslutar att Eva Alm är ordinarie representant och Bo Ek reserv i Klimatrådet.",
         [("Eva Alm", "representative", "Klimatrådet", None, None), ("Bo Ek", "reserve", "Klimatrådet", None, None)]),
    ],
)  # fmt: skip
def test_elections(text: str, found: list[tuple[str | None, ...]]) -> None:
    assert [(a.person, a.role, a.body, a.since, a.until) for a in item(text).appointments] == found


def test_whom_somebody_is_elected_instead_of() -> None:
    (appointment,) = item(
        "Direktionen beslutar att utse Bo Ek till ledamot i Klimatrådet i stället för Anna Berg som avsagt sig uppdraget."
    ).appointments
    assert (appointment.person, appointment.replaces) == ("Bo Ek", "Anna Berg")


@pytest.mark.parametrize(
    ("text", "assignee", "deadline"),
    [
        ("Direktionen beslutar att förbundschefen får i uppdrag att utreda frågan senast 2024-11-01.", ("förbundschefen",), "2024-11-01"),
        ("Direktionen beslutar att uppdra åt sekretariatet att bjuda in regionen till nästa möte.", ("sekretariatet",), "2024-06-14"),
        ("Direktionen beslutar att ge Eva Alm i uppdrag att skriva ett utkast.", ("Eva Alm",), None),
        ("Direktionen beslutar att kansliet ska ta fram en plan till mötet 240915.", ("kansliet",), "2024-09-15"),
    ],
)  # fmt: skip
def test_assignments(text: str, assignee: tuple[str, ...], deadline: str | None) -> None:
    (assignment,) = item(text).assignments
    assert assignment.assignee == assignee
    assert (assignment.deadline and str(assignment.deadline)) == deadline


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden föreslår att förbundschefen får i uppdrag att utreda frågan.",
        "Förbundschefen informerar om uppdraget.",
        "Direktionen beslutar att handlingsplanen ska gälla.",
    ],
)
def test_nobody_is_told_to_act(text: str) -> None:
    assert item(text).assignments == ()


def test_seats() -> None:
    (seats,) = item(
        "Direktionen beslutar att länets kommuner representeras av Habo, Mullsjö och Sävjö i Klimatrådet."
    ).seats
    assert (seats.body, seats.municipalities) == ("Klimatrådet", ("Habo", "Mullsjö", "Sävsjö"))


def test_recipients() -> None:
    found = item(
        "Direktionen beslutar att godkänna.\n\nBeslutet skickas till\nKansliet och Länsstyrelsen; Eva Alm (för kännedom)"
    )
    assert [recipient.name for recipient in found.recipients] == ["Kansliet", "Länsstyrelsen", "Eva Alm"]


def test_votes_and_dissent() -> None:
    found = item(
        "Direktionen beslutar att godkänna.\n\nOmröstning\nMed 2 ja-röster mot 1 nej-röst godkänns förslaget.\n\n"
        "Reservation\nBo Ek (M) reserverar sig mot beslutet.\n\nJäv\nEva Alm (S) anmäler jäv och deltar inte i beslutet."
    )
    assert [(vote.yes, vote.no) for vote in found.votes] == [(2, 1)]
    assert [(r.person, r.kind) for r in found.reservations] == [("Bo Ek", "reservation"), ("Eva Alm", "disqualified")]


def test_opinions_and_documents() -> None:
    found = item("Synpunkter\nEva Alm: Det är viktigt att börja nu.\n\nBeslutsunderlag\n- Tjänsteskrivelse 2024-02-01")
    assert [(s.speaker, s.text) for s in found.statements] == [("Eva Alm", "Det är viktigt att börja nu.")]
    assert [document.title for document in found.documents] == ["Tjänsteskrivelse 2024-02-01"]


@pytest.mark.parametrize(
    "text",
    ["Föredragande: Siri Klöver", "Siri Klöver informerar om läget.", "Siri Klöver"],
)
def test_presenters(text: str) -> None:
    minutes = read(f"{FRONT}§ 4 Läget\n{text}\n\nBeslut\nAtt godkänna.\n")
    roles = {person.name: person.roles for person in minutes.participants}
    assert roles["Siri Klöver"] == ("member", "presenter")
    assert "presenter" not in roles["Bo Ek"]


def test_what_is_named_besides() -> None:
    minutes = read(
        f"{FRONT}§ 4 Läget\nAnna Berg vid Länsstyrelsen har besökt Perstorp och Socialnämnden i Habo kommun.\n"
    )
    named = {(mention.kind, mention.name) for mention in minutes.mentions}
    assert {("person", "Anna Berg"), ("body", "Länsstyrelsen"), ("municipality", "Perstorp")} <= named
    assert ("person", "Eva Alm") not in named


def test_the_meeting_s_own_facts() -> None:
    minutes = read(
        """
        Kommunförbundet Norrstrand
        Protokoll från sammanträde med Direktionen nr 4/2024

        Plats och tid: Storgatan 7, fredag 2024-03-08 kl. 09.00-11.30
        Närvarande: Eva Alm (S), Bo Ek (M)
        Paragrafer §§ 12-13
        Justeringens plats och tid: Kansliet 2024-03-15

        § 12 Val
        Beslut
        Att godkänna.

        § 13 Nästa möte
        Nästa möte hålls fredagen den 14 juni.
        """
    )
    meeting = minutes.meeting
    assert (meeting.body, meeting.organisation) == ("Direktionen", "Kommunförbundet Norrstrand")
    assert (str(meeting.date), meeting.start, meeting.end) == ("2024-03-08", "09:00", "11:30")
    assert (meeting.number, meeting.place) == ("4/2024", "Storgatan 7")
    assert (meeting.first_item, meeting.last_item) == ("12", "13")
    assert (str(meeting.adjusted_on), meeting.adjusted_at) == ("2024-03-15", "Kansliet")
    assert str(meeting.next_date) == "2024-06-14"


def test_who_is_named_as_answering_for_a_task() -> None:
    task = item("Remissen är lång.\nAnsvarig för yttrandet till länet: Eva Alm, senast 4 juni 2024.").assignments[0]
    assert (task.assignee, task.task, str(task.deadline)) == (("Eva Alm",), "yttrandet till länet", "2024-06-04")
    assert not item("Ansvarig för ärendet: Eva Alm").assignments


def test_a_compound_that_tells_what_the_group_is_for_is_its_name() -> None:
    decided = "Direktionen beslutar att tillsätta en {} bestående av Eva Alm och Bo Ek."
    assert item(decided.format("biotopgrupp"), "Grupp för biotopvård").groups[0].name == "biotopgrupp"
    assert item(decided.format("arbetsgrupp"), "Grupp för biotopvård").groups[0].name == "grupp för biotopvård"


def test_seats_for_a_year_are_in_the_body_itself() -> None:
    seats = item("Direktionen beslutar att platserna i ägarrådet för 2022 tilldelas Habo och Mullsjö.").seats[0]
    assert seats.body == "ägarrådet"


def test_a_long_point_behind_a_dash_and_a_wide_space_is_decided_whole() -> None:
    point = "Eva Alm får i uppdrag att beställa en uppföljning av deltagarnas situation, att redovisas senast den 18 mars 2025, och en plan."
    decisions = item(f"Direktionen beslutar\n–  Insatsen förlängs till och med den 30 juni 2024.\n–  {point}").decisions
    assert [one.text for one in decisions][1:] == [point]
