"""How titles of minutes say whose they are, and their number («Protokoll från sammanträde med …», «nr 4/2018»)."""

from __future__ import annotations

from loaders.reading.heading.bodies import BODY_NOUN
from loaders.reading.rules import Rule
from loaders.reading.text.letters import UPPER

_SORT = r"(?:(?:ordinarie|extra|konstituerande|digitalt|öppet|slutet|gemensamt|årligt)\s+)*"
_MEETING = r"(?:sammanträde(?:t|n)?|möte(?:t|n)?|styrelsemöte|styrelsesammanträde|nämndsammanträde|nämndmöte|stämma|årsmöte|sammankomst|telefonmöte|årsstämma|föreningsstämma|råds?möte|träff(?:en)?)"
_MINUTES = r"(?:protokoll(?:et)?|(?:minnes|mötes)?anteckning(?:ar(?:na)?)?|sammanträdesprotokoll)(?:\s+(?:nr\.?\s*)?\d[\d/:-]*)?"
_OF = r"(?:från|(?:förd[at]?|fört|hållet)\s+vid|vid|för|över)"

# the first that fits a line counts; «body» is the body's name, «org» its organisation's
TITLES = (
    Rule("meeting-with-board-of", rf"fört\s+vid\s+{_SORT}{_MEETING}\s+(?:med|i)\s+(?P<body>styrelsen|direktionen)\s+för\s+(?P<org>(?-i:[{UPPER}])[^\n\t\d(]+?)(?=\s+(?:den\s+)?\d|\s*\(|\s+(?:mån|tis|ons|tors|fre|lör|sön)dag|\s*$)", "fört vid sammanträde med styrelsen för Ekby Energi AB den 4 maj", "fört vid sammanträde med styrelsen"),
    Rule("assembly", rf"(?:protokoll|minnesanteckning(?:ar)?)\s+{_OF}\s+{_SORT}(?P<body>föreningsstämma|årsstämma|årsmöte|stämma|bolagsstämma|förbundsstämma|kyrkostämma|fullmäktigemöte)\b(?:\s+(?:med|i|för|hos)\s+(?P<org>[^\n\t]+))?", "Protokoll från ordinarie föreningsstämma med Byalaget Ekby", "Protokoll från nämnden"),
    Rule("board-meeting-of", r"^(?P<org>(?-i:[A-ZÅÄÖ])[^\n–]{3,60}?)\s+[–-]\s+(?:protokoll\s+)?(?:från\s+|fört\s+vid\s+)?(?P<body>styrelse)(?:möte|sammanträde)", "Ekby Skidklubb – protokoll styrelsemöte nr 7", "Protokoll – styrelsen"),
    Rule("board-meeting", rf"(?:protokoll(?:\s+(?:från|fört\s+vid))?\s+|fört\s+vid\s+)?{_SORT}(?P<body>styrelse)(?:möte|sammanträde|protokoll)(?:\s*(?:med|i(?!\s+[\w-]+\s+(?:den|på|kl)\b)|för|hos|,|–|-)?\s+(?!n(?:r|ummer)\b)(?P<org>(?-i:[{UPPER}])[^\n\t\d(]*))?", "Styrelsemöte Ekby hembygdsförening", "Styrelsens protokoll"),
    Rule("group-meeting", r"(?P<body>(?:styrgrupp|arbetsgrupp|ledningsgrupp|referensgrupp|nätverk|råd|nämnd|presidie|utskott|kommitté|fullmäktige|direktion|beredning|delegation|(?:kommun|region|förbunds|stads)styrelse))s?(?:möte|sammanträde|protokoll)\b", "Styrgruppsmöte 4", "Styrgruppen"),
    Rule("abbreviation-meeting", rf"(?-i:(?P<body>[{UPPER}]{{2,6}}))-(?:möte|sammanträde)", "KDG-möte", "kdg-möte"),
    Rule("minutes-of-meeting-with", rf"{_MINUTES}\s+{_OF}\s+{_SORT}{_MEETING}?\s*(?:med|i|för|hos|av|inom)\s+(?P<body>[^\n\t]+)", "Protokoll från sammanträde med Direktionen", "Protokoll från Direktionens möte"),
    Rule("minutes-of-bodys-meeting", rf"{_MINUTES}\s+(?:från|(?:förd[at]?|fört|hållet)\s+vid|vid|för)\s+(?P<body>[^\n\t]*?\w)s\s+{_SORT}{_MEETING}", "Minnesanteckningar 1/2016 förda vid Direktionens möte", "Protokoll från Direktionen"),
    Rule("bodys-minutes", rf"(?:(?:förd[at]?|fört|hållet)\s+)?(?:(?:vid|från)\s+)?(?P<body>[^\n\t]*?{BODY_NOUN})s\s+(?:protokoll|minnesanteckningar|sammanträdesprotokoll|{_SORT}{_MEETING})\b", "Kommundirektörsgruppens protokoll 2/2018", "Kommundirektörsgruppen"),
    Rule("minutes-body", rf"^(?:protokoll|minnesanteckningar|mötesanteckningar|anteckningar)\s+(?P<body>(?-i:[{UPPER}])[^\n\t]*{BODY_NOUN}(?![\w-])[^\n\t]*)", "Protokoll Folkhälsorådet", "Utdrag Folkhälsorådet"),
    Rule("minutes-of-body", r"^(?:protokoll|minnesanteckningar)\s+(?P<body>[\w-]*(?:fullmäktige|styrelsen|nämnden|direktionen|utskottet|rådet|gruppen|beredningen|nätverket|delegationen))\s*$", "Protokoll regionfullmäktige", "Protokoll för regionfullmäktige"),
    Rule("meeting-of", rf"(?:{_SORT}(?:möte|sammanträde)|protokoll|minnesanteckning(?:ar)?|mötesanteckningar)\s*(?:i|med|för|från|–|-|:)\s+(?P<body>[^\n\t]*{BODY_NOUN}[^\n\t]*)", "Möte med Folkhälsorådet", "Möte med inbjudna"),
)  # fmt: skip
NUMBER = Rule(
    "number",
    r"(?:protokoll|minnesanteckningar|möte|sammanträde|nr|nummer|protokollsnummer)\.?\s*(?:nr\.?\s*|nummer\s*|#\s*)?:?\s*(\d{1,3}\s*[/:-]\s*(?:(?:19|20)\d\d|\d\d)|\d{4}[:/-]\d{1,3}|\d\d/\d{1,3})(?![\d-])"
    r"|protokoll\s+(?:för|från)\s+[\w-]{4,40}\s+(\d{1,3}/(?:19|20)\d\d)(?!\d)"
    r"|\bnr\.?\s*:?\s*(\d{1,3})(?![\d/.:-])"
    r"|möte\s+(?:nr\.?\s*)?(\d{1,3})(?![\d/.:-]|\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))",
    "Kommundirektörsgruppens protokoll 2/2018",
    "Protokoll 2018-03-21",
)
COLUMN_NUMBER = Rule(
    "column-number", r"(?:^|\t|\s\s)(\d{1,3}/(?:(?:19|20)\d\d|\d\d))(?:\s*$|\t)", "Protokoll\t4/2018", "den 4/2018 om"
)
# the body that meets where an organisation's members do
ASSEMBLY = Rule(
    "assembly-alone",
    r"(?:(?:ordinarie|extra)\s+)?(?:(?:års|förenings|förbunds|bolags|kyrko)(?:stämma|möte)|stämma)",
    "Ordinarie årsstämma",
    "Årsstämman öppnas",
    at="whole",
)
NO_NAME = Rule(
    "no-name",
    r"(?:(?:protokoll|sammanträdesprotokoll|minnesanteckningar|sammanträdesdatum|datum|blad|sida|nr|plats|tid|utdrag|protokollsutdrag|mötesprotokoll|justerat|signatur|dnr|närvarolista|uppropslista|röstlängd|namn)\b|(?:organ|nämnd|instans|(?:nämnd|styrelse)\s*/\s*(?:styrelse|nämnd))\s*$)",
    "Sida 4",
    "Sidensjö kommun",
    at="start",
)
