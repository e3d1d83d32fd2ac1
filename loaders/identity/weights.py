"""What evidence of identity weighs («vikt»), in bits: one more doubles the odds that two names are one person's.

After Fellegi and Sunter (1969): a piece of evidence weighs log2(m/u), m its probability among mentions of one person, u
among mentions of two who share a name. The name itself weighs how rare it is, less `PRIOR`: so many bits single out one of
the 65,000 or so people who serve or are elected in Sweden's public bodies. 0 is thus even odds, and `JOIN` 64 to 1.
"""

from __future__ import annotations

from typing import Final

import msgspec

PRIOR: Final = 16.0
JOIN: Final = 6.0  # from here on two are joined
OPEN: Final = -6.0  # from here on they are listed as candidates
MARGIN: Final = 3.0  # one who fits two different people must fit one of them this much better
NAME: Final = (-4.0, 3.0)  # bounds of what the name weighs: no name alone joins, however rare

WEIGHTS: Final = {
    "spelled": -2.0,  # a letter that writing or scanning confuses
    "shortened": -2.5,  # a surname or a middle name left out
    "initial": -2.0,  # «B. Ek», beside the little that a letter tells
    "said": 2.0,  # the minutes say that the name was changed
    "body": 12.0,  # some thirty people in a body
    "organisation": 9.5,  # some hundred and more in an organisation
    "own-municipality": 9.5,  # one sits in the municipality's own bodies, the other stands for it
    "municipality": 7.5,  # 290 of them, the large ones more often
    "municipality-besides": 4.0,  # beside the same body or organisation: one of its members
    "other-municipality": -20.0,  # two municipalities at one time
    "moved": -5.0,  # two municipalities, a year or more apart
    "party-s": 2.0,
    "party-m": 2.4,
    "party-sd": 2.7,
    "party": 3.3,  # any other party of the Riksdag
    "party-local": 5.0,
    "other-party": -6.0,  # two parties at one time: now and then minutes misprint one
    "other-party-for-long": -16.0,  # two parties side by side for half a year and more
    "changed-party": -3.0,  # one after the other within a term of office: who takes over a seat is of its party
    "changed-party-elected": -6.5,  # and an election between: some hundredth change party, most new members are of another
    "title": 2.0,
    "other-title": -0.5,  # titles pass on
    "role": 1.0,  # both chair, or both keep the minutes
    "elected-and-official": -9.0,  # at one time: the law bars an organisation's leading officials from its bodies
    "elected-once-official": -3.0,  # in turn
    "near-in-time": 0.5,  # within one term of four years
    "far-in-time": -1.0,  # more than two terms
    "very-far-in-time": -4.0,  # more than twenty years
}


class Feature(msgspec.Struct, frozen=True):
    """One piece of evidence: a stable name, its weight in bits, and what it is, in Swedish and in English."""

    name: str
    weight: float
    sv: str
    en: str


def feature(name: str, sv: str, en: str) -> Feature:
    """Weigh a piece of evidence by the table."""
    return Feature(name, WEIGHTS[name], sv, en)


def total(features: tuple[Feature, ...]) -> float:
    """Return the weight of all."""
    return sum(each.weight for each in features)
