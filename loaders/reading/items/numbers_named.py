"""The items that a text names by their numbers («§ 4», «punkterna 3 och 5», «ärende (2)», «§§ 4-6»)."""

from __future__ import annotations

import re

from loaders.reading.rules import Rule
from loaders.reading.text.letters import UPPER

_NUMBER = r"\(?\d{1,4}(?:\s?[a-h](?![\wåäö]))?\)?"
_WORD = r"(?:§+|punkt(?:en|erna)?|p\.|ärende(?:t|na)?|paragraf(?:en|erna)?)"
_NEXT = rf"\s*(?:,|och|samt|[-–])\s*(?:{_WORD}\s*)?{_NUMBER}"
ITEMS_NAMED = rf"{_WORD}\s*{_NUMBER}(?:{_NEXT})*"
"""Numbers of items with the word or the sign that says so; case does not count."""
# the decision of another item is sent, told after the last of them
SENT_OF_ITEM = Rule(
    "sent-of-item",
    rf"(?:(?:Beslut(?:et|en)?|(?:Protokolls)?[Uu]tdrag(?:et)?|Protokollet)\s+(?:(?:i|av|ur|om|under|från|för|enligt)\s+)?)?(?i:{ITEMS_NAMED})\s*(?:,\s*)?(?:ska(?:ll)?\s+)?(?:(?:skickas|sändas|sänds|expedieras|delges|delgives|meddelas|översänds|översändas|tillställs|tillställas|går)(?:\s+till)?|till)(?:\s*:\s*|\s+(?=[{UPPER}]|de\b|[a-zåäö-]*(?:styrelsen|nämnden|chefen|kontoret|kansliet|förvaltningen|direktören|samordnaren|rådet|gruppen|revisorerna|medlemmarna|kommunerna|ledamöterna|bolaget)\b))",
    "Beslut i ärende (2) ska sändas till: Ekby kommun",
    "Beslut i ärende 2 ska sändas till nästa möte",
    at="start",
    cased=True,
)
_NAMED = re.compile(ITEMS_NAMED, re.IGNORECASE)
_PLACE = re.compile(r"(?P<to>[-–]\s*)?\W*?(?P<number>\d{1,4})(?:\s?(?P<letter>[a-h])(?![\wåäö]))?")
_MOST = 100  # items of one meeting that a range can hold


def items_named(text: str) -> list[str]:
    """List the numbers of the items that a text names, each of a range."""
    numbers: list[str] = []
    for named in _NAMED.finditer(text):
        for match in _PLACE.finditer(named.group()):
            number, letter = match["number"], match["letter"]
            last = numbers[-1] if numbers else ""
            if match["to"] and last.isdigit() and letter is None and 0 < int(number) - int(last) <= _MOST:
                numbers += map(str, range(int(last) + 1, int(number)))
            numbers.append(f"{number} {letter}" if letter else number)
    return list(dict.fromkeys(numbers))
