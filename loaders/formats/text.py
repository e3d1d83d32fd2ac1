"""Plain text: which of the encodings in use a file has.

The order is from what cannot be mistaken to what always succeeds: a byte order mark; the zeros that UTF-16 puts beside
every Latin letter; UTF-8, which other texts with Swedish letters break; Windows-1252; Latin-1.
"""

from __future__ import annotations

import codecs
import re

from loaders.errors import LoaderError

BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE_BYTES = 64 * 1024
UTF16_ZERO_SHARE = 0.5
UTF16_STRAY_SHARE = 0.1
CONTROL_SHARE = 0.005
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # all but tab, line ends, form feed and escape
MULTIBYTE_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH_BYTE = re.compile(rb"[\x80-\xff]")


def decode_text(data: bytes, name: str) -> str:
    """Decode a text of any encoding in use for Swedish, without its byte order mark.

    Where single bytes of a UTF-8 file are damaged they become U+FFFD. Raises LoaderError where the result is not text.
    """
    encoding, start = find_encoding(data)
    try:
        text = data[start:].decode(encoding, "replace" if encoding == "utf-8" else "strict")
    except UnicodeDecodeError as error:
        place = f"byte {start + error.start}"
        raise LoaderError(name, f"not valid {encoding.upper()} at {place}; save the file again as UTF-8") from error
    _refuse_controls(text, name)
    return text


def find_encoding(data: bytes) -> tuple[str, int]:
    """Return the encoding, and the number of bytes its byte order mark takes."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return _utf16_by_zeros(data[:SAMPLE_BYTES]) or _eight_bit_encoding(data), 0


def _utf16_by_zeros(sample: bytes) -> str | None:
    half = len(sample) // 2
    if not half:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > UTF16_ZERO_SHARE and even < UTF16_STRAY_SHARE:
        return "utf-16-le"
    if even > UTF16_ZERO_SHARE and odd < UTF16_STRAY_SHARE:
        return "utf-16-be"
    return None


def _eight_bit_encoding(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    whole_characters = MULTIBYTE_UTF8.findall(data)
    stray_bytes = len(HIGH_BYTE.findall(data)) - sum(map(len, whole_characters))
    if len(whole_characters) > stray_bytes:
        return "utf-8"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"


def _refuse_controls(text: str, name: str) -> None:
    zero = text.find("\x00")
    if zero >= 0:
        raise LoaderError(name, f"not a text: a zero byte stands at character {zero}; expected the text of minutes")
    controls = len(CONTROLS.findall(text))
    if controls > CONTROL_SHARE * len(text):
        raise LoaderError(name, f"not a text: {controls} of its {len(text)} characters are control characters")
