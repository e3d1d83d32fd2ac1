"""Titles of the tables' columns in Swedish and English."""

from __future__ import annotations

from typing import Final

_TITLES: Final = """
assignee                vem                        who
body                    organ                      body
body_iri                organets IRI               IRI of the body
date                    datum                      date
deadline                senast                     deadline
decided_on              beslutad                   decided on
decision                beslut                     decision
diary_number            diarienummer               diary number
document                dokument                   document
document_iri            dokumentets IRI            IRI of the document
end                     slut                       end
fact_iri                uppgiftens IRI             IRI of the fact
iri                     IRI                        IRI
item                    paragraf                   item
kind                    slag                       kind
label                   beteckning                 label
meeting_iri             sammanträdets IRI          IRI of the meeting
municipality            kommun                     municipality
name                    namn                       name
number                  nummer                     number
organisation            organisation               organisation
other_names             andra skrivsätt            other spellings
parent                  under                      part of
parent_iri              överordnat organs IRI      IRI of the parent
party                   parti                      party
person                  person                     person
person_iri              personens IRI              IRI of the person
place                   plats                      place
point                   punkt                      point
present                 närvarande                 present
quote                   citat                      quote
role                    roll                       role
since                   från                       from
start                   början                     start
substitutes_for_iri     ersätter (IRI)             substitutes for (IRI)
task                    uppdrag                    task
temporary               tillfällig                 temporary
title                   rubrik                     title
to_body                 till organ                 to body
to_body_iri             till organ (IRI)           to body (IRI)
until                   till                       until
"""
_ROWS: Final = tuple(
    tuple(part.strip() for part in (line[:24], line[24:51], line[51:])) for line in _TITLES.strip("\n").splitlines()
)
SWEDISH: Final = {name: swedish for name, swedish, _ in _ROWS}
ENGLISH: Final = {name: english for name, _, english in _ROWS}
