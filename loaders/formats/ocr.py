"""Pictures of text, through tesseract's Swedish model («OCR»); an extra that a machine has or has not."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from loaders.errors import LoaderError
from loaders.formats.pages import Pages, join_pages

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE = "swe"
MISSING = "a picture of text: install tesseract-ocr with Swedish (tesseract-ocr-swe) and aktorsgraf[ocr]"
DPI = 300
LARGEST_SIDE = 6000  # pixels; an A3 page at 300 dots an inch has 4961
MAX_PICTURES = 500  # pages of one file
SECONDS = 120  # for one page
_SETTINGS = "--psm 3 -c preserve_interword_spaces=1"
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")  # between columns
# what tesseract makes of «§», which its Swedish model hardly knows, where nothing else can stand
_SIGNS = (
    (re.compile(r"^[8$][ ](?=\d{1,3}[ .]{1,2}[A-ZÅÄÖ])", re.MULTILINE), "§ "),
    (re.compile(r"^(\d{1,3})[ ][8$](?=[ ][A-ZÅÄÖ])", re.MULTILINE), r"\1 §"),
    (re.compile(r"\b(?:88|\$\$)[ ](?=\d{1,3}[ ]?[-–][ ]?\d{1,3}\b)"), "§§ "),
)
_UNMAPPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@lru_cache(maxsize=1)
def can_read_pictures() -> bool:
    """Tell whether tesseract, its Swedish model and the packages around them are there."""
    program = shutil.which("tesseract")
    if program is None or find_spec("pytesseract") is None or find_spec("PIL") is None:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)  # noqa: S603 - found on the path
    return LANGUAGE in listed.stdout.split()


def read_image(image: Image, name: str) -> str:
    """Read one page. The same picture gives the same text. Raises LoaderError where it takes too long or fails."""
    import pytesseract  # noqa: PLC0415 - an extra

    with _one_thread(name):
        text: str = pytesseract.image_to_string(image, lang=LANGUAGE, config=_SETTINGS, timeout=SECONDS)
    text = _UNMAPPED.sub("\ufffd", text.replace("\r\n", "\n").replace("\f", ""))
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return _GAP.sub("\t", text).strip("\n")


def read_words(image: Image, name: str) -> list[tuple[str, int, int, int, int]]:
    """Read the words of one page, each with the left, top, right and bottom of its box. Raises LoaderError."""
    import pytesseract  # noqa: PLC0415 - an extra

    with _one_thread(name):
        told = pytesseract.image_to_data(
            image, lang=LANGUAGE, config=_SETTINGS, timeout=SECONDS, output_type=pytesseract.Output.DICT
        )
    boxes = zip(told["text"], told["left"], told["top"], told["width"], told["height"], strict=True)
    return [(str(text), x, y, x + width, y + height) for text, x, y, width, height in boxes if str(text).strip()]


@contextmanager
def _one_thread(name: str) -> Iterator[None]:
    """Run tesseract in one thread: pages are read side by side already, and the result is the same everywhere."""
    import pytesseract  # noqa: PLC0415 - an extra

    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        yield
    except pytesseract.TesseractError as error:
        raise LoaderError(name, f"tesseract could not read the picture ({str(error)[:100]}); scan it again") from error
    except RuntimeError as error:  # what pytesseract raises when time is out
        raise LoaderError(name, f"a page took tesseract more than {SECONDS} seconds; scan it again, smaller") from error


def read_picture(data: bytes, name: str) -> Pages:
    """Read a scan; a TIFF may have several pages. Raises LoaderError."""
    if not can_read_pictures():
        raise LoaderError(name, MISSING)
    import PIL.Image  # noqa: PLC0415 - an extra
    import PIL.ImageSequence  # noqa: PLC0415 - an extra

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
            with PIL.Image.open(io.BytesIO(data)) as picture:
                pages = [
                    read_image(bounded(frame.convert("L")), name)
                    for frame, _ in zip(PIL.ImageSequence.Iterator(picture), range(MAX_PICTURES), strict=False)
                ]
    except (PIL.Image.DecompressionBombWarning, PIL.Image.DecompressionBombError) as error:
        raise LoaderError(name, f"a picture too large to be a page; scan it at {DPI} dots an inch") from error
    except (OSError, ValueError, SyntaxError) as error:
        raise LoaderError(name, "the picture is broken or cut short; scan or fetch it again") from error
    if not any(page.strip() for page in pages):
        raise LoaderError(name, "tesseract found no text in the picture; scan it again, larger")
    return join_pages(pages, ocr=True)


def bounded(image: Image) -> Image:
    """Make a picture no larger than one page needs."""
    longest = max(image.size)
    if longest <= LARGEST_SIDE:
        return image
    scale = LARGEST_SIDE / longest
    return image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))
