"""By when something is due: a stated day, or the next meeting's."""

from __future__ import annotations

import datetime as dt

from loaders.reading.items.context import Context
from loaders.reading.lexicon.dates import MONTH_NAME, find_dates
from loaders.reading.rules import Rule
from loaders.reading.text.letters import clean

NEXT_MEETING = Rule(
    "next-meeting",
    r"\b(?:nästa|nästkommande|kommande|påföljande)\s+(?:ordinarie\s+)?\w*(?:möte|sammanträde|träff)|\b(?:nästa|nästkommande)\s+gång\b",
    "redovisas vid nästa styrelsemöte",
    "redovisas vid styrelsemötet",
)
# the words before a date; the first outranks the others, the last excludes
LATEST = Rule("latest", r"\bsenast\b[^.;]{0,40}$", "rapporteras senast den ", "rapporteras. Den ")
DUE_BY = Rule(
    "due-by",
    r"\b(?:klar|rapport|senast|före|innan|till|inför|tills|deadline|vid|på|redovisas|klart?|den|styrelsemötet|mötet|sammanträdet)\b[^.;]{0,60}$",
    "till mötet ",
    "till mötet. ",
)
WORD_BEFORE = Rule("word-before", r"[a-zåäö]\s+$", "rapporteras ", "(", cased=True)
PERIOD = Rule(
    "period",
    r"\b(?:från(?:\s+och\s+med)?|till\s+och\s+med|t\.?\s?o\.?\s?m\.?|fr\.?o\.?m\.?|(?:under\s+)?(?:tiden|perioden)|mellan|beslutade?s?(?:\s+om)?|daterad|träder\s+i\s+kraft)\s+(?:\w+dagen\s+)?(?:den\s+)?$",
    "från och med den ",
    "till den ",
)

_MONTH = rf"(?:{MONTH_NAME})"
_DAY = rf"(?:\d{{1,2}}\s+{_MONTH}(?:\s+20\d\d)?|20\d\d-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}(?:[\s-]+20\d\d)?(?![\d/]))"
_STOP = r"(?=\s*(?:[,;()]|\.(?:\s|$)|$)|\s(?:till|för|att|och|samt|som|med|redovisa|återkomma|bjuda|rapportera)\b)"
# by when, in the words of the minutes; the first that is found counts
DUE_WORDS = (
    Rule("latest-day", rf"\bsenast\s+(?:(?:till|på|inför|vid)\s+)?(?:den\s+)?{_DAY}", "senast den 30/4", "senast i maj"),
    Rule("latest", rf"\bsenast\s+(?:(?:vid|till|under|i|på|inför)\s+)?(?:den\s+)?[^,;()]{{2,50}}?{_STOP}", "senast 2024-11-01", "det senaste året"),
    Rule("week", r"\b(?:under\s+|i\s+|till\s+)?(?:vecka|v\.?)\s?\d{1,2}(?:\s?[-–]\s?\d{1,2})?(?:[\s,]+20\d\d)?\b", "under v.44", "version 44"),
    Rule("meeting", rf"\b(?:till|vid|inför|på)\s+(?:[\w-]+s\s+)?(?:(?:nästa|nästkommande|kommande)\s+(?:ordinarie\s+)?[\w-]*(?:möte|sammanträde|träff|gång)\w*|[\w-]*(?:mötet?|sammanträdet?)\s+(?:den\s+{_DAY}|i\s+{_MONTH}|20\d\d-\d\d-\d\d|\d{{6}}))", "till nästa möte", "till mötets ordförande"),
    Rule("before", rf"\b(?:före|innan|inom|under|till|i|klart?)\s+(?:den\s+)?(?:(?:utgången|slutet|början|mitten)\s+av\s+)?(?:{_DAY}|{_MONTH}(?:\s+20\d\d)?\b|(?:våren|hösten|sommaren|vintern|årsskiftet|årets\s+slut|kvartal\s+\d|(?:första|andra|tredje|fjärde)\s+kvartalet|(?:första|andra)\s+halvåret|(?:en|ett|två|tre|fyra|sex)\s+(?:veckor|vecka|månader|månad|år))(?:\s+20\d\d)?)", "före sommaren", "under mötet"),
)  # fmt: skip
_BODY = r"(?P<to>[\w-]*(?:fullmäktige|styrelsen|nämnden|direktionen|utskottet|rådet|presidiet|kommittén|beredningen|stämman|årsmötet|gruppen|ordföranden|kansliet|förbundschefen))(?:s\b|\b)"
REPORTS_TO = Rule(
    "reports-to",
    rf"\b(?:återrapporter|rapporter|avrapporter|slutrapporter|redovis|återredovis|återkom|presenter|återrapportering|rapport)\w*\s+(?:[^.;]{{0,60}}?\s)?(?:till|för|inför|i|vid)\s+{_BODY}",
    "återrapporteras till styrelsen senast i maj",
    "rapporterar muntligt till alla",
)


def due_words(text: str) -> str | None:
    """Return the words that say by when («under v. 44»)."""
    found = (match for rule in DUE_WORDS if (match := rule.find(text)) is not None)
    return next((clean(match.group()).rstrip(".") for match in found), None)


def deadline_of(text: str, context: Context) -> dt.date | None:
    """Return the day by which something is due: a stated day after the meeting, or the next meeting where its day is known."""
    due: dt.date | None = None
    for hit in find_dates(text, context.date):
        if context.date is not None and hit.value <= context.date:
            continue
        before = text[max(hit.start - 120, 0) : hit.start]
        if LATEST.holds(before):
            return hit.value
        compact = text[hit.start : hit.end].isdigit()
        if due is None and (compact or DUE_BY.holds(before) or WORD_BEFORE.holds(before)) and not PERIOD.holds(before):
            due = hit.value
    if due is None and context.next_date is not None and NEXT_MEETING.holds(text):
        return context.next_date
    return due
