"""Personal identity numbers («personnummer») masked, so that none reaches the graph.

A number is a date, a sign and four digits (SKV 704): its coordination number («samordningsnummer») has 60 added to the day; a
temporary one («reservnummer», «interimsnummer») has letters among the four. Dates with times, telephone and diary numbers can
look the same, so each form says what it needs besides a date that the calendar has.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

import msgspec

from loaders.lookalikes import as_seen
from loaders.minutes import Minutes, encode_minutes

MASK: Final = "¤"  # no sign that minutes use: an asterisk would be read as markup

_MONTH: Final = r"(?P<month>0[1-9]|1[0-2])"
_DAY: Final = r"(?P<day>[0-3]\d|[6-9]\d)"
_CENTURY: Final = "(?P<century>1[89]|20)"
_YEAR: Final = r"(?P<year>\d\d)"
_DATE: Final = rf"{_CENTURY}?{_YEAR}{_MONTH}{_DAY}"
_SPACE: Final = r"[ \t\u00a0\u2007\u2009\u202f]"
_HYPHEN: Final = r"\\?[-+–−‑]"  # markdown escapes a hyphen
_MARKS: Final = r"[*_]{1,3}"  # markdown sets one part in bold
_JOINT: Final = rf"(?:{_MARKS})?\s{{0,2}}(?:{_HYPHEN}){{1,2}}\s{{0,2}}(?:{_MARKS})?|{_MARKS}|\s{{1,2}}|[/._~·]"
_BROKEN: Final = rf"{_SPACE}?(?:{_HYPHEN})?{_SPACE}?\r?\n{_SPACE}{{0,20}}(?:{_HYPHEN}{_SPACE}?)?"  # over a line end
_LETTERS: Final = r"[A-Z]\d{3}|[A-Z]{2}\d\d"

Need = Literal["nothing", "check digit", "label"]


class _Form(NamedTuple):
    """A way to write a number: its pattern, and what it needs to be masked where no label says what it is."""

    pattern: re.Pattern[str]
    needs: Need


_DATE_GOES_ON: Final = r"[-./]\d{1,2}[-./]\d"  # «2019-07-01–2023-06-30» is a period
_WORD: Final = "[0-9A-Za-zÅÄÖåäö]"


def _form(pattern: str, needs: Need, *, not_after: str = _WORD, not_before: str = _WORD) -> _Form:
    """Return a form, and what it may not stand directly after or before."""
    return _Form(re.compile(rf"(?<!{not_after})(?:{pattern})(?!{not_before})(?!{_DATE_GOES_ON})"), needs)


_FORMS: Final = (
    # 850709-9805, 198507099805, 1985-07-09-9805
    _form(rf"{_DATE}{_HYPHEN}\s{{0,2}}(?P<last>\d{{4}})", "nothing"),
    _form(rf"{_CENTURY}{_YEAR}{_MONTH}{_DAY}(?P<last>\d{{4}})", "nothing"),
    _form(rf"{_CENTURY}{_YEAR}-{_MONTH}-{_DAY}[-+](?P<last>\d{{4}})", "nothing"),
    # 850709-T123, 850709-TF05, 19850709T123
    _form(rf"{_DATE}[-+](?P<last>{_LETTERS})", "nothing"),
    _form(rf"{_CENTURY}{_YEAR}{_MONTH}{_DAY}(?P<last>{_LETTERS})", "nothing"),
    # 8507099805, 850709 9805, 850709 – 9805, 850709/9805, and broken over a line end
    _form(rf"{_DATE}(?:{_JOINT}|{_BROKEN})?(?P<last>\d{{4}})", "check digit"),
    # 85 07 09-9805, 85-07-09-9805, 85 07 09 9805
    _form(rf"{_CENTURY}?{_YEAR}(?P<gap>[ \-./]){_MONTH}(?P=gap){_DAY}\s?{_HYPHEN}\s?(?P<last>\d{{4}})", "check digit"),
    _form(rf"{_YEAR}(?P<gap>{_SPACE}){_MONTH}(?P=gap){_DAY}{_SPACE}(?P<last>\d{{4}})", "check digit"),
    # 1985-07-09 9805: so is a date with a time of day written
    _form(rf"{_CENTURY}{_YEAR}(?P<gap>[ \-./]){_MONTH}(?P=gap){_DAY}\s{{1,2}}(?P<last>\d{{4}})", "label"),
    # 850709-98 and 05 on the next line: broken anywhere
    _form(
        rf"(?P<spaced>(?:\d(?:{_BROKEN})?){{5,7}}\d{_HYPHEN}\d(?:(?:{_BROKEN})?\d){{3}})",
        "check digit",
    ),
    # pnr850709-9805, 850709-9805a
    _form(rf"{_DATE}{_HYPHEN}?(?P<last>\d{{4}})", "check digit", not_after=r"\d", not_before=r"\d"),
    # 8 5 0 7 0 9 - 9 8 0 5
    _form(
        rf"(?P<spaced>(?:\d{_SPACE}){{5}}(?:\d{_SPACE}\d{_SPACE})?\d{_SPACE}?(?:{_HYPHEN})?{_SPACE}?\d(?:{_SPACE}\d){{3}})",
        "check digit",
        not_after=rf"(?:{_WORD}|(?<=\d){_SPACE})",
        not_before=rf"{_SPACE}?{_WORD}",
    ),
)
_WIDE: Final = re.compile(rf"\d(?:(?>{_BROKEN}|[\s\\.\-+–−‑/*_~·]{{0,4}})[0-9A-Z]){{9,}}")
_PARTS: Final = re.compile(rf"{_DATE}(?P<last>\d{{4}})")
_BEFORE: Final = 30  # characters in which a label or another number's beginning stands
_LABEL: Final = re.compile(
    r"\b(?:person(?:nummer|[\s-]?nr)|pers?\.?\s?nr|p\.?\s?nr|samordnings(?:nummer|-?nr)|id(?:-?(?:nummer|nr))?-?|född|f\.)[\s.:(]*$",
    re.IGNORECASE,
)
_OTHER_NUMBER: Final = re.compile(  # «dnr KS 240321-1234», «tel 070…»
    r"(?:\b(?:dnr|diarie(?:nr|nummer)|ärende(?:nr|nummer)|(?:mobil|tele?)(?:fon|tfn)?(?:nr|nummer)?|tfn|fax|bankgiro|plusgiro|bg|pg"
    r"|org(?:anisations)?\.?\s?(?:nr|nummer))\b[\s.:]*(?:[A-ZÅÄÖ]{1,5}[\s\-/]?)?)$",
    re.IGNORECASE,
)
_SERIES: Final = re.compile(r"(?:\d[/:-]|[A-ZÅÄÖ]{2,5}[/-]|\+46[\s\d]*)$")  # «KS 2024/240321-1234», «KS-240321-1234»
_TIME: Final = re.compile(r"(?:0[6-9]|1\d|2[0-3])(?:00|15|30|45)")
_AFTER_TIME: Final = re.compile(r"\s?[-–]\s?\d")
_CANDIDATE: Final = re.compile(  # far wider, and quick; JSON writes a newline as \n
    r"(?:\d(?:\\[nrt]|[^0-9A-Za-z]){0,24}){6}(?:[0-9A-Z](?:\\[nrt]|[^0-9A-Za-z]){0,24}){3}[0-9A-Z]"
)
_SIGN: Final = re.compile(r"\d|[A-Za-z]")
_COORDINATION: Final = 60  # added to the day in a coordination number


def mask_text(text: str) -> str:
    """Put a `MASK` for each digit of a personal identity number; the text keeps its length.

    In any form a number is masked when its date and check digit are right; in forms that nothing else has, the date is enough.
    Left are what a label calls a diary, telephone or organisation's number, a number of a series («KS 2024/240321-1234»), and a
    date with a space and a time or a year: those a label must call a personal number.
    """
    seen = as_seen(text)
    spans = sorted(seen.span(*span) for wide in _WIDE.finditer(seen.text) for span in _numbers(seen.text, *wide.span()))
    if not spans:
        return text
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], _SIGN.sub(MASK, text[max(start, done) : end])]
        done = max(done, end)
    return "".join([*pieces, text[done:]])


def mask_minutes(minutes: Minutes) -> Minutes:
    """Mask every text of a protocol, evidence too; offsets stay true."""
    if not _CANDIDATE.search(as_seen(encode_minutes(minutes).decode()).text):
        return minutes
    return msgspec.convert(_mask_all(msgspec.to_builtins(minutes)), Minutes)


def _mask_all(value: object) -> object:
    """Mask every text in nested lists and mappings."""
    if isinstance(value, str):
        return mask_text(value)
    if isinstance(value, list | tuple):
        return [_mask_all(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _mask_all(entry) for key, entry in value.items()}
    return value


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the numbers in a part of a text stand; what follows it can tell that one is none."""
    for form in _FORMS:
        for match in form.pattern.finditer(text, start, min(end + 2, len(text))):
            if _is_number(match, form.needs):
                yield match.span()


def _is_number(match: re.Match[str], needs: Need) -> bool:
    found, text = match.group(), match.string
    parts = _PARTS.fullmatch(re.sub(r"\D", "", found)) if "spaced" in match.re.groupindex else match
    if parts is None or not _is_date(parts):
        return False
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if before.rstrip(" \t\n.:(-/")[-1:].isalpha():  # else no label stands there
        if _LABEL.search(before):
            return True
        if _OTHER_NUMBER.search(before):
            return False
    if needs == "label" or _SERIES.search(before) or _is_other(parts, found, text[match.end() :][:4]):
        return False
    return needs == "nothing" or _checks(parts)


def _is_other(parts: re.Match[str], found: str, after: str) -> bool:
    """Tell whether what no label speaks of is a period or a date with a time."""
    signed = any(sign in found for sign in "-+–−‑")
    century = _century(parts)
    if not any(sign.isspace() for sign in found) or parts.re is _PARTS:
        return False
    last = parts["last"]
    year = last.startswith(("19", "20")) and (century is not None or not _checks(parts))
    return year or (not signed and bool(_TIME.fullmatch(last) or _AFTER_TIME.match(after)))


def _century(parts: re.Match[str]) -> str | None:
    return parts["century"] if "century" in parts.re.groupindex else None


def _is_date(parts: re.Match[str]) -> bool:
    day = int(parts["day"])
    century = _century(parts)
    try:
        dt.date(
            int((century or "20") + parts["year"]),
            int(parts["month"]),
            day - _COORDINATION if day > _COORDINATION else day,
        )
    except ValueError:
        return century is None and parts["month"] + parts["day"] == "0229"  # a leap day of 1900 to 1999 or 2000
    return True


def _checks(parts: re.Match[str]) -> bool:
    """Tell whether the ten digits end in their check digit (Luhn)."""
    digits = parts["year"] + parts["month"] + parts["day"] + parts["last"]
    if not digits.isdecimal():
        return False
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
