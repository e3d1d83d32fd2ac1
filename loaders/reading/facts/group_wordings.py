"""What a sentence tells of a group beside its set-up: whose act it was, when, what it is to do, who follows («gruppen ska …»)."""

from __future__ import annotations

from loaders.reading.rules import Rule
from loaders.reading.text.letters import UPPER

# what another body has done, or did before, is told and not done here
PERFECT = Rule(
    "done-before",
    r"\b(?:har|hade)\s+(?:[\w.§-]+\s+){0,6}(?:beslutat|tillsatt|bildat|utsett|gett|givit|uppdragit|inrättat|startat|valt|fått)\b|\b(?:beslutade|tillsatte|bildades)\s+(?:redan\s+|den\s+|år\s+)?(?:\d|i\s+\w+\s+(?:19|20)\d\d)",
    "Regionen har tillsatt en arbetsgrupp",
    "En arbetsgrupp tillsattes",
)
# behind the end of one group another begins
FOUNDS_ANEW = Rule(
    "founds-anew",
    r"\b(?:tillsätt(?:a|er)|bildar?|inrättar?|startar?|skapar?)\s+(?:(?:i\s+stället|istället)\s+)?(?:en|ett)\s+(?:[\w-]+\s+){0,2}$",
    "upplösa gruppen och tillsätta en ny ",
    "upplösa den tillsatta ",
)
IS_TASK = Rule(
    "is-task",
    r"(?:att\s+)?(?:(?:arbets)?gruppens\s+)?(?:uppdrag(?:et)?|uppgift(?:en)?)\s+(?:är|blir|består\s+i)\s+att\s+(?P<task>[^.:]+)",
    "Uppdraget är att ta fram en plan",
    "Uppdraget är slutfört",
    at="start",
)
# somebody is told to set it up; with nobody in it, it is not set up yet
ORDERED = Rule(
    "ordered",
    r"(?:\bi\s+uppdrag|\buppdra(?:r|s|gs)?\s+(?:åt|till)\s[^.;]{2,80}?)\s+att\b[^.;]{0,60}$",
    "ge kansliet i uppdrag att bilda en ",
    "att bilda en ",
)
# what was done before is taken note of
NOTED = Rule(
    "noted",
    r"\b(?:notera[rs]?|konstatera[rs]?|antecknas?|antecknar|informera[rs])\b[^.;]{0,60}?\batt\b",
    "noterar att kansliet har tillsatt en grupp",
    "noterar informationen och tillsätter en grupp",
)
GROUP_ALONE = Rule("group-alone", r"grupp|nätverk|kommitté|kommitte", "Grupp", "Styrgrupp", at="whole")
# whose act is told: a body by its name before the verb, or an authority's or a municipality's
ACTED = Rule(
    "acted",
    rf"(?P<body>(?:[{UPPER}][\w-]+s?\s+)?[\w-]*(?:fullmäktige|styrelsen|nämnden|utskottet|direktionen|rådet|presidiet|stämman|årsmötet|kommittén|beredningen|regeringen|förbundet|verket|myndigheten|kassan|förmedlingen|bolaget|föreningen|departementet|polisen|universitetet|högskolan|förvaltningen|kontoret)(?:\s+i\s+[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?)?|Region(?:en)?(?:\s[{UPPER}][\w-]+)?|Länsstyrelsen(?:\s[{UPPER}][\w-]+)?|[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?\s(?:kommun|stad)|SKR|SKL|[{UPPER}][\w-]+\s[\w-]*(?:regering|styrelse|nämnd|fullmäktige|råd|utskott|förbund|förvaltning|direktion|församling|pastorat|stift|högskola|universitet|bolag|förening|klubb|myndighet))"
    rf"(?:[\s,()]+(?!att\b|som\b)[\w.§:/-]+){{0,7}}?\s+(?:beslutade|beslutat|beslöt|tog|tagit|fattade|fattat|tillsatte|tillsatt|bildade|bildat|inrättade|inrättat|utsåg|utsett|startade|startat|valde|gav)\b",
    "att Jordbruksverket i februari beslutade att inrätta en arbetsgrupp",
    "att en arbetsgrupp inrättades",
    cased=True,
)
TASK = Rule(
    "task",
    r"\b(?:med\s+(?:uppgift|uppdrag|syfte)(?:et|en)?\s+(?:att|är)|får\s+i\s+uppdrag\s+att|i\s+syfte\s+att|för\s+att|som\s+(?:ska|skall|får|har)\s+(?:till\s+uppgift\s+att\s+)?(?=(?:ta|utreda|skriva|föreslå|arbeta|se|bereda|lämna|planera|förbereda|samordna)\b))\s*(?P<task>(?:(?!\s(?:tillsätts|bildas|inrättas|utses|startas|tillsattes|bildades)\b|,?\s(?:samt|och)\s+att\s+[\w-]*(?:gruppen|kommittén)\b)(?:[^.:]|(?<=\d)\.(?=\d)))+)",
    "med uppgift att utreda frågan",
    "för frågan",
)
LABELLED_TASK = Rule(
    "labelled-task",
    r"Upp(?:drag(?:et)?|gift(?:en)?)\s*:\s*(?:att\s+)?(?P<task>(?:[a-zåäö]*[aå]|se|ge)\s[^.:]+)",
    "Uppdrag: ta fram en gemensam målbild.",
    "Uppdrag: nulägesbeskrivning av avtalen.",
    at="start",
    cased=True,
)
TEMPORARY = Rule(
    "temporary", r"\b(?:tillfällig|temporär|upplöses\s+därefter)", "en tillfällig arbetsgrupp", "en arbetsgrupp"
)
DATED = Rule(
    "dated",
    r"\b(?:senast|till|inför|före|vid|klar|på\s+(?:rådets|(?:\w+s\s+)?\S*(?:möte|sammanträde)\w*)|redovisa|lämna|avge|den|föreläggs)\b|\d{6}|\d{4}-\d\d-\d\d",
    "senast 2024-11-01",
    "under 2024",
    cased=True,
)
RESULT = Rule(
    "result",
    r"(?:att\s+)?(?!\w*(?:chef|direktör|samordnar|sekreterar|strateg|ledar|handläggar|kansli|kontor|förvaltning|kyrkoherd|rektor|föreståndar|ordförand|inspektion|myndighet|verke|styrels|nämnd|regering|kommun|region|förbund)\w*\s)(?:\w+(?:en|et|an)|Återrapport\w*|Redovisning|Rapport|Slutrapport|Delrapport|Slutredovisning|(?:[\w-]+)?[Ff]örslag|Underlag|Utkast|(?:Ett|En)\s+(?:\w+\s+){0,2}(?:utkast|förslag|rapport|redovisning|plan|tidplan))\b",
    "Handlingsplanen ska vara klar",
    "Eva Alm ska vara klar",
    at="start",
    cased=True,
)
# before a group that is itself told, or does something; another's task can be about it
IS_TOLD = Rule(
    "is-told",
    r"^(?:[-•*–]\s*)?(?:\d+[.)]\s*)?(?:(?:samt|och|dels)\s+)?(?:[Aa]tt\s+)?(?:[Dd]en\s+|(?!granska|hos\s)(?:[Nn]ya|[A-ZÅÄÖa-zåäö][a-zåäö-]*(?:ande|ska|iga|mma|nala|rna|s))\s+){0,2}$"
    r"|\b(?:[Uu]ppdra|[Uu]ppdrar|[Uu]ppdras|[Uu]ppdrogs?)\s+(?:åt|till)\s+(?:den\s+)?$"
    r"|\b(?:ge|ger|ges|ålägga|ålägger|anmoda|anmodar|uppmana|uppmanar|be|ber|ska|skall|lämnar|redovisar|återkommer|återrapporterar)\s+(?:den\s+)?$",
    "uppdra åt ",
    "lämna förslag till ",
    cased=True,
)
MEMBERS_FOLLOW = Rule(
    "members-follow",
    r"(?:att\s+)?(?:(?:Till|Som)\s+(?:övriga\s+|nya?\s+|ordinarie\s+)?(?:ledam(?:ot|öter)|medlem(?:mar)?|deltagare|\w+\s+(?:företrädare|representanter))|Ledamöter|Medlemmar|Deltagare|Representanter|Följande|Gruppens\s+ledamöter|I\s+gruppen|I\s+den|Ingår\s+gör|Med\s+i\s+gruppen|att\s+däri\s+insätta)\b[^.]{0,60}?(?:\b(?:utses|utse|(?:in)?väljs|(?:in)?välja|utsågs|(?:in)?valdes|är|blir|ingår)\b|(?<=Ingår\sgör)|:)"
    r"|(?:att\s+(?:utse|välja)\s+)?[^.;:]{5,300}?\s(?:(?:utses|väljs|utsågs|valdes)\s+)?till\s+(?:nya\s+)?(?:ledamöter|medlemmar|deltagare)(?:\s+i\s+(?:gruppen|denna|den))?\s*[.,]?$"
    r"|[^.;:]{3,60}?\s(?:utser|utsåg|väljer|valde|nominerar|bidrar\s+med|deltar\s+med|företräds\s+av|representeras\s+av)\s+(?:(?:en|ett|två|tre|fyra|fem|sex|\d)\s+(?:ledam(?:ot|öter)|representant(?:er)?|personer|medlem(?:mar)?|företrädare|deltagare)\s*[,:]\s+)?(?=(?-i:[A-ZÅÄÖ])[\w-]+\s(?-i:[A-ZÅÄÖ]))"
    r"|att\s+(?:utse|välja)\s+(?-i:[A-ZÅÄÖ])(?:(?!\s(?:till|som|att|i|för)\s)[^.;:]){5,300}$"
    r"|att\s+(?:däri|i\s+denna|i\s+den)\s+(?:insätta|utse|välja)\b|(?:Den|Denna|Gruppen)\s+(?:består|ska\s+bestå|utgörs)\s+av\b",
    "Till ledamöter utses Eva Alm",
    "Ledamöterna utses senare",
    at="start",
)
# who comes from where, a municipality a sentence
OF_PLACE = Rule(
    "of-place",
    rf"(?:[-•–]\s*)?(?P<place>[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?(?:\s(?:kommun|stad))?)\s*:\s+(?=[{UPPER}][\w-]+\s[{UPPER}])",
    "Habo: Eva Alm och Bo Ek",
    "Habo: två platser",
    at="start",
    cased=True,
)
# who sat there before the meeting
ALREADY = Rule(
    "already",
    r"\b(?:har|hade)\s+(?:sedan\s+(?:tidigare|länge)|redan|i\s?dag)\s+(?:en|ett|sin|sitt)\b|\b(?:har|hade)\s+(?:[\w-]+\s+){0,3}(?:en|ett)\s+eg(?:en|et)\b"
    r"|\b(?:sitter|satt|ingår|ingick|finns|består|bestod)\b(?:\s+(?!i\s)[\w-]+)?\s+(?:sedan|i\s?dag|redan|hittills|tidigare|för\s+närvarande|just\s+nu)\b",
    "I gruppen sitter sedan i mars Eva Alm och Bo Ek",
    "I gruppen sitter Eva Alm och Bo Ek",
)
TABLE_ROW = Rule(
    "row-of-groups",
    rf"(?:^|\s|:)(?P<group>[{UPPER}][\w-]*(?:grupp|råd|nätverk|kommitté|team|forum)(?:en|et|n|t)?\b[^.,;:()]{{0,80}}?)(?:\s{{3,}}|:\s+)(?=[{UPPER}][\w-]+\s[{UPPER}])",
    "Programråd för fordon      Eva Alm, Bo Ek",
    "Programråd för fordon Eva Alm",
    cased=True,
)
