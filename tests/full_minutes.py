"""One made-up protocol that holds a fact of every kind."""

import datetime as dt

from identity_samples import source

from loaders.minutes import (
    AgendaItem,
    Appointment,
    Assignment,
    Attendance,
    CitedDocument,
    DecisionPoint,
    Departure,
    Dissolution,
    Evidence,
    Group,
    Meeting,
    Mention,
    Minutes,
    Motion,
    NamedVote,
    Proposition,
    QuotedDecision,
    ReadingWarning,
    Recipient,
    Reference,
    Reservation,
    Seats,
    Statement,
    Vacancy,
    Vote,
)

TEXT = "Eva Ek (S), Habo, ordförande. Bo Alm ersätter Mia Lind. Styrelsen beslutar att bilda en arbetsgrupp för kost."


def proof(quote: str) -> tuple[Evidence, ...]:
    start = TEXT.index(quote)
    return (Evidence(start=start, end=start + len(quote), quote=quote),)


DECIDES = proof("Styrelsen beslutar att bilda en arbetsgrupp för kost.")
FULL = Minutes(
    source=source("full"),
    meeting=Meeting(
        body="Styrelsen",
        organisation="Kommunförbundet Väst",
        number="3/2023",
        date=dt.date(2023, 3, 14),
        start="09:00",
        end="12:00",
        place="Rådhuset",
        first_item="7",
        last_item="8 b",
        adjusted_on=dt.date(2023, 3, 20),
        next_date=dt.date(2023, 5, 2),
        evidence=proof("Styrelsen"),
    ),
    participants=(
        Attendance(
            name="Eva Ek",
            surface="Eva  Ék",
            roles=("chair", "politisk sekreterare"),
            present=True,
            voting=True,
            municipality="Habo",
            party="S",
            title="kommunalråd",
            evidence=proof("Eva Ek (S), Habo, ordförande"),
        ),
        Attendance(
            name="Bo Alm",
            roles=("serving-substitute",),
            present=True,
            party="VV",
            municipality="Mullsjö",
            replaces="Mia Lind",
            items="7-8",
            partly="8",
            remote=True,
            left="11:15",
            evidence=proof("Bo Alm ersätter Mia Lind"),
        ),
        Attendance(
            name="Mia Lind", roles=("member",), present=False, organisation="Region Väst", evidence=proof("Mia Lind")
        ),
    ),
    items=(
        AgendaItem(
            number="7",
            title="Kost",
            diary_number="KS 2023/7",
            decisions=(
                DecisionPoint(
                    text="att bilda en arbetsgrupp för kost.",
                    kind="proposal",
                    proposal_to="kommunfullmäktige",
                    evidence=DECIDES,
                ),
                DecisionPoint(text="att bilda en arbetsgrupp för kost.", evidence=DECIDES),
            ),
            adjusted_at_once=True,
            quoted=(
                QuotedDecision(
                    body="Kommunfullmäktige",
                    text="att anta planen",
                    date=dt.date(2022, 5, 2),
                    item="45",
                    evidence=DECIDES,
                ),
            ),
            groups=(
                Group(
                    name="arbetsgrupp för kost",
                    kind="arbetsgrupp",
                    change="set-up",
                    members=("Eva Ek",),
                    convener="Habo",
                    task="se över kosten",
                    deadline=dt.date(2023, 6, 1),
                    temporary=True,
                    evidence=proof("arbetsgrupp för kost"),
                ),
            ),
            dissolutions=(Dissolution(name="kostgruppen", kind="grupp", since="2023", evidence=DECIDES),),
            departures=(Departure(person="Mia Lind", kind="resigned", role="vice-chair", evidence=DECIDES),),
            vacancies=(Vacancy(role="substitute", body="Styrelsen", party="M", evidence=DECIDES),),
            appointments=(
                Appointment(person="Eva Ek", role="convener", body="arbetsgrupp för kost", evidence=DECIDES),
                Appointment(
                    person="Bo Alm",
                    role="vice-chair",
                    body="Styrelsen",
                    municipality="Mullsjö",
                    party="M",
                    since="2023",
                    until="2024-02",
                    term="2023 till och med februari 2024",
                    replaces="Mia Lind",
                    evidence=DECIDES,
                ),
                Appointment(person="Mia Lind", role="adjuster", evidence=DECIDES),
                Appointment(person="förbundschefen", role="secretary", body="arbetsgruppen", evidence=DECIDES),
            ),
            seats=(Seats(body="Klimatrådet", municipalities=("Habo", "Nirgendheim"), evidence=DECIDES),),
            assignments=(
                Assignment(
                    assignee=("arbetsgruppen", "Lind", "förbundschefen"),
                    task="återkomma",
                    deadline=dt.date(2023, 6, 1),
                    deadline_text="senast den 1 juni",
                    report_to="styrelsen",
                    evidence=DECIDES,
                ),
            ),
            recipients=(Recipient(name="Region Väst", evidence=DECIDES), Recipient(name="Akten", evidence=DECIDES)),
            statements=(Statement(speaker="Eva Ek", text="Gott.", evidence=DECIDES),),
            motions=(Motion(movers=("Eva Ek",), kind="approval", text="bifall till förslaget", evidence=DECIDES),),
            propositions=(Proposition(outcome="att styrelsen bifaller förslaget", evidence=DECIDES),),
            votes=(
                Vote(
                    yes=2,
                    no=1,
                    absent=1,
                    yes_means="bifall",
                    no_means="avslag",
                    outcome="bifall",
                    named=(NamedVote(person="Eva Ek", party="S", vote="yes", evidence=DECIDES),),
                    evidence=DECIDES,
                ),
            ),
            reservations=(
                Reservation(person="Bo Alm", kind="disqualified", evidence=DECIDES),
                Reservation(person="Eva Ek", kind="note", evidence=DECIDES),
            ),
            documents=(CitedDocument(title="Tjänsteskrivelse", evidence=DECIDES),),
            references=(
                Reference(target="§ 45", kind="item", text="§ 45/2022", body="Kommunfullmäktige", evidence=DECIDES),
                Reference(target="Kommunallagen 5 kap. 50 §", kind="law", text="KL 5:50", evidence=DECIDES),
            ),
            evidence=DECIDES,
        ),
        AgendaItem(number="7", title="Kost, forts.", evidence=DECIDES),
    ),
    mentions=(
        Mention(kind="person", name="Eva Ek", evidence=proof("Eva Ek")),
        Mention(kind="municipality", name="Habo", evidence=proof("Habo")),
        Mention(kind="body", name="Styrelsen", evidence=proof("Styrelsen")),
        Mention(kind="party", name="S", evidence=proof("S")),
        Mention(kind="body", name="Okända rådet", evidence=proof("Styrelsen")),
    ),
    warnings=(ReadingWarning(code="count", message="Antalet stämmer inte.", evidence=DECIDES),),
)
