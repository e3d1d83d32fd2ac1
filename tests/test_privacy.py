"""Personal identity numbers are masked in every form; what only looks like one is left."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.minutes import encode_minutes
from loaders.parse import parse_bytes
from loaders.privacy import MASK, mask_text

DIGITS = re.compile(r"\d")
VALID = "850709-9805"


@pytest.mark.parametrize(
    "number",
    [
        "850709-9805",
        "19850709-9805",
        "350709+9805",
        "8507099805",
        "198507099805",
        "196203151234",  # with its century, whatever the check digit
        "850709-0000",  # a hyphen and a date are enough
        "000229-1234",
        "850769-9802",  # a coordination number: 60 is added to the day
        "19850769-9802",
        "850769 9802",
        "850709-\n9805",  # broken over a line end
        "850709\\-9805",  # markdown's way to write a hyphen
        "850709–9805",
        "850709 9805",
        "850709 - 9805",
        "850709 – 9805",
        "850709- 9805",
        "850709\u00a09805",
        "19850709 9805",
        "1985-07-09-9805",
        "2024-03-21-0830",
        "85-07-09-9805",
        "85 07 09-9805",
        "85.07.09-9805",
        "1985 07 09-9805",
        "85 07 09 9805",
        "8 5 0 7 0 9 - 9 8 0 5",
        "8 5 0 7 0 9-9 8 0 5",
        "8 5 0 7 0 9 9 8 0 5",
        "1 9 8 5 0 7 0 9 - 9 8 0 5",
        "0101011237",  # born from 2000 to 2009
        "010101-1237",
        "010101 1237",
        "01 01 01 1237",
        "0 1 0 1 0 1 1 2 3 7",
        "0101611234",
        "850709/9805",
        "850709.9805",
        "850709--9805",
        "850709  9805",
        "850709\n9805",  # broken over a line end, with or without a hyphen
        "850709\r\n-9805",
        "850709-\n        9805",
        "850709\n    9805",
        "850709-98\n05",  # broken inside a part
        "850709-9\n   805",
        "8507\n09-9805",
        "850709-**9805**",  # a part in bold
        "**850709**-9805",
        "850709**9805",
        "850709\u20109805",  # hyphens, digits and spaces of other kinds
        "850709—9805",
        "850709\u00ad9805",
        "850709\u200b-9805",
        "８５０７０９－９８０５",
        "１９８５０７０９９８０５",
        "٨٥٠٧٠٩-٩٨٠٥",
        "850709-T123",  # temporary ones: a letter for a figure of the birth number
        "850709-R480",
        "850769-U123",
        "19850709-T123",
        "19850709T123",
        "850709-TF05",
        "19850709TF05",
    ],
)
def test_a_number_is_masked_in_every_form_and_keeps_its_length(number: str) -> None:
    for before, after in (
        ("", ""),
        ("Eva Ek, ", " (S)"),
        ("född ", "."),
        ("(", ")"),
        ("rad\n", "\nrad"),
        ("pnr: ", ","),
    ):
        masked = mask_text(f"{before}{number}{after}")
        assert masked == before + re.sub(r"\d|[A-Z]", MASK, number) + after


@pytest.mark.parametrize(
    "text",
    [
        "pnr850709-9805",
        "850709-9805a",
        "Ek850709-9805S",
        "nr8507099805",
        "_850709-9805_",
        "ID-850709-9805",
        "x19850709-9805",
    ],
)
def test_a_number_that_letters_adjoin_is_masked(text: str) -> None:
    assert mask_text(text) == re.sub(r"\d", MASK, text)


@pytest.mark.parametrize(
    "text", ["personnummer 0701234566", "född 1985-07-09 9804", "pers.nr: 240321 0900", "p.nr 240321 0900"]
)
def test_what_a_label_calls_so_is_masked_whatever_else_it_looks_like(text: str) -> None:
    assert mask_text(text) == DIGITS.sub(MASK, text)


@pytest.mark.parametrize(
    "text",
    [
        "8507099806",  # the check digit is wrong
        "556036-0793",  # an organisation's
        "5560360793",
        "212000-0142",
        "org.nr 802001-5577",
        "SE556036079301",
        "2024-07-01 – 2026-12-31",  # periods
        "2019-07-01–2023-06-30",
        "2024-07-01 2026",
        "240701 – 2027",
        "20240701 – 2026",
        "2019-01-01 - 2022-12-31",
        "2024-03-21 09.00-11.55",  # dates with times
        "2024-03-21 0900",
        "20240321 1330",
        "190215 0930",
        "190215 0900-1155",
        "2024-03-21T08:30:00",
        "20240321T0830",
        "KS 2023/850709-98051",  # diary numbers
        "KS 2024/240321-1234",
        "KS-240321-1234",
        "Dnr 240321-0012",
        "dnr KS 240321-0012",
        "Diarienummer: 240321-0012",
        "KS2019/1234",
        "2024-0321-1234",
        "HSN 2012-1203-4567",
        "202401-1234",
        "0701234566",  # telephone numbers: no check digit is right, or no date
        "0101011234",
        "0721234567",
        "010-101 12 37",
        "0101-01 12 37",
        "010 101 12 37",
        "0101 01 12 37",
        "08-101 123 20",
        "Telefonnummer: 0101011237",
        "tfn 010101-1237",
        "+46 10 101 12 37",
        "070-123 45 66",
        "0701-23 45 66",
        "070 123 45 66",
        "031-7099805",
        "+46 70 123 45 67",
        "tel 8507099805",
        "Mobil: 0701-234566",
        "851345-9805",  # no date
        "850732-9805",
        "850792-T123",
        "12 03 14 56 78",  # figures of a table
        "850 709 980 5",
        "850709-98O5",
    ],
)
def test_what_only_looks_like_a_number_is_left(text: str) -> None:
    assert mask_text(text) == text
    assert mask_text(f"Eva, {text}, Bo") == f"Eva, {text}, Bo"


@given(st.text(alphabet="0123456789 -+.TF\n\\/a", max_size=60))
def test_masking_keeps_every_length_and_is_done_once(text: str) -> None:
    masked = mask_text(text)
    assert len(masked) == len(text)
    assert all(new in {old, MASK} for old, new in zip(text, masked, strict=True))


@pytest.mark.parametrize(
    "number",
    [
        VALID,
        "0101011237",
        "８５０７０９-９８０５",
        "850709\\n            9805",
        "85 07 09\\n-9805",
        "8 5 0 7 0 9 - 9 8 0 5",
        "850709-T123",
        "850709 9805",
    ],
)
def test_parsed_minutes_are_masked_in_every_text(number: str) -> None:
    source = f'{{"name": "a {number}.txt", "sha256": "{"a" * 64}", "media_type": "text/plain", "characters": 1, "ocr": false}}'
    (minutes,) = parse_bytes(f'{{"source": {source}, "meeting": {{"place": "hos {number}"}}}}'.encode(), "a.json")
    assert minutes.meeting.place
    assert not DIGITS.search(minutes.source.name + minutes.meeting.place)
    assert MASK in encode_minutes(minutes).decode()
