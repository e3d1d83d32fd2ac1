"""The formulas that give a task («uppdrag»), as rows: «who» is told, «task» is what to do."""

from __future__ import annotations

from loaders.reading.rules import Rule

_WHO = r"(?P<who>[^.;]{2,260}?)"
_PRESENT = (
    r"(?:meddelar|avrapporterar|slutrapporterar|skickar|återkommer|kontaktar|tar\s+(?:fram|kontakt|reda|hand|med|upp)|undersöker|bjuder\s+in|ser\s+(?:över|till)|kallar\s+(?!samman|(?:gruppen\s+)?till\s+(?:ett\s+|det\s+)?första\s+möte)|ansvarar|samordnar|rapporterar|återrapporterar|redovisar|återredovisar|lämnar(?!\s+(?:sitt|sina|sin|den|uppdraget|mötet|sammanträdet|rummet|(?!rapport)[\w-]*(?:gruppen|styrelsen|nämnden|rådet|kommittén|utskottet|direktionen|nätverket|presidiet|delegationen|beredningen))\b)|upprättar|svarar\s+(?:för|på)|sammanställer|bokar|kollar|inkommer|"
    r"lägger\s+fram|utreder|ordnar|bevakar|skriver|förbereder|inleder|påbörjar|genomför|gör|reviderar|uppdaterar|beställer|inhämtar|tillställer|delger|publicerar|bereder|arbetar\s+(?:fram|vidare)|håller\s+i|hör\s+(?:av|med)|följer\s+upp|tillskriver)"
)
_NO_ACT = r"(?!(?:sammanträda|träffas|mötas|samlas|vara|våra|leda|sammankalla|ha|ingå|sitta|bestå|representera|företräda|ersätta|få|bli|kunna|finnas|gälla|\w+s)\b)"
# how one is to be is an appeal, and no task
_NO_CONDUCT = r"(?!\s+(?:iaktta|beakta|vara|visa|hålla\s+(?:sig|budget)|tänka|värna|verka|prioritera)\b)"

# the first that fits and tells who is told counts
ASSIGNMENT_FORMS = (
    Rule("gets-in-assignment", rf"(?:^|\batt\s+|[,;]\s*)?{_WHO}\s+(?:får|ges|fick|gavs|erhåller)\s+(?:(?:i|till)\s+(?:uppdrag|uppgift)|uppdraget|uppgiften)\b(?P<task>.*)", "Förbundschefen får i uppdrag att utreda frågan", "Uppdraget är klart"),
    Rule("assign-to", rf"\b(?:uppdra(?:r|s|gs|ga)?|uppdrogs?|ålägg(?:a|er|s)|ålade|anmoda(?:r|de)?|uppmana(?:r|de)?|(?<!ska\s)(?<!skall\s)ber?)\s+(?:(?:åt|till)\s+)?{_WHO}\s+(?P<task>(?:att\b{_NO_CONDUCT}|om\b).*)", "uppdra åt sekretariatet att bjuda in", "uppdragsbeskrivning åt alla"),
    Rule("ask-to", r"\b(?:att|beslutar|beslutade)\s+(?:be|låta)\s+(?P<who>[\w-]+(?:\s[\w-]+){0,3}?)\s+(?P<task>(?:återkomma|utreda|se\s+över|ta\s+(?:fram|kontakt|upp)|undersöka|redovisa|återrapportera|kontakta|bjuda\s+in|skriva|sammanställa|bereda|inkomma|lämna)\b.*)", "att be kansliet återkomma i frågan", "att bedöma kansliets läge"),
    Rule("give-in-assignment", rf"\b(?:ge|ger|gav|lämna|lämnar)\s+{_WHO}\s+(?:i|till|ett)\s+(?:uppdrag|uppgift)\b(?P<task>.*)", "ge förbundsdirektören i uppdrag att se över", "ge en bild av uppdraget"),
    Rule("assign-passive", rf"^(?:att\s+)?{_WHO}\s+(?:uppdras|anmodas|åläggs|ombeds|uppmanas)\s+(?P<task>(?:att|åt)\b.*)", "Kansliet uppdras att skicka ut", "Uppdraget"),
    Rule("obliged", r"\bdet\s+(?:åligger|ankommer\s+på|åvilar)\s+(?P<who>[^.;,]{2,60}?)\s+(?P<task>att\b.*)", "att det åligger förbundschefen att redovisa åtgärder", "att det är viktigt att redovisa"),
    Rule("hand-over", rf"\b(?:lämna(?:r|s)?|överlämna(?:r|s)?)\s+(?:över\s+)?till\s+{_WHO}\s+(?P<task>att\b.*)", "lämnar över till kommundirektörerna att se över", "överlämnar rapporten till styrelsen"),
    Rule("sent-to-who-shall", r"\btill\s+(?P<who>[\w-]+(?:\s[\w-]+){0,2}),\s+som\s+(?:ska|skall|får)\s+(?P<task>.*)", "återremitteras till förvaltningen, som ska återkomma", "till dem som var där"),
)  # fmt: skip
# somebody who can act shall do it, or does it («Kansliet återkommer …»)
SHALL = Rule(
    "shall",
    rf"(?:(?:samt|och)\s+)?(?:att\s+)?(?P<who>[^.;]{{2,120}}?)(?:\s+senast\s+(?:den\s+)?[\w\s-]{{4,25}}?|\s+(?:till|vid|inför)\s+[\w-]+s?\s[\w\s.-]{{4,60}}?(?=\s(?:ska|skall)\s))?\s+(?:(?:ska|skall)\s+(?:också\s+|även\s+|därefter\s+|senast\s+[^,.]{{4,70}}?\s+(?=[a-zåäö]{{3,}}a\s))?{_NO_ACT}|(?={_PRESENT}\b))(?P<task>.*)",
    "Kansliet ska ta fram ett förslag",
    "Kansliet ska ha ett möte",
    at="start",
)
SOME_GROUP_SHALL = Rule(
    "some-group-shall",
    r".{3,120}?\s(?P<rest>[\w-]*(?:gruppen|kommittén|nätverket|beredningen|utskottet|rådet),\s+som\s+(?:ska|skall)\s.+)",
    "Eva Alm kallar samman arbetsgruppen, som ska rapportera den 8 maj",
    "Gruppen, som bildades i fjol, ska rapportera",
    at="start",
)
GENERIC = Rule(
    "generic-subject",
    r"(?:att\s+)?(?:respektive|varje|alla|samtliga|vi|man|det|den|detta|de|parterna|medlemmarna|frågan|ärendet|mötet|budget|kostnad|medel|förslaget)\b",
    "Frågan ska utredas",
    "Kansliet ska utreda",
    at="start",
)
GIVEN_AT_MEETING = Rule(
    "given-at-the-meeting",
    r"\b(?:de|den|gruppen|denna|dessa|[\w-]+gruppen|[\w-]+kommittén)\s+(?:(?:fick|får|ges)\s+i\s+uppdrag\s+(?=att\b)|(?:ska|skall)\s+(?=(?:rapportera|återrapportera|redovisa|återkomma|presentera|ta\s+fram|lägga\s+fram|lämna|avge|avlämna)\b)|(?=återkommer\b|redovisar\b|tar\s+fram\b|lämnar\s+(?:ett\s+)?förslag))(?P<task>.*)",
    "Gruppen fick i uppdrag att utreda frågan",
    "Kansliet fick i uppdrag att utreda frågan",
)
# before what a group is to do
GROUP_DOES = Rule(
    "group-does",
    r"(?:att\s+)?[\w-]*(?:gruppen|kommittén|nätverket|utskottet|rådet|delegationen|beredningen|juryn|teamet|forcen)\s+(?:(?:ska|skall|bör|har|får|fick|ges)\s+(?:(?:i|till)\s+(?:uppdrag|uppgift)\s+)?(?:att\s+)?)?|att\s+",
    "att arbetsgruppen ska lämna en rapport",
    "Rapporten lämnas av arbetsgruppen",
    at="start",
)
PROPOSES = Rule("proposes", r"\bföreslår?s?\b", "Nämnden föreslår att kansliet utreder", "Enligt förslag", cased=True)
RESULT_IS_DUE = Rule(
    "result-is-due",
    r"(?:att\s+)?(?:\w+(?:en|et|an)|Återrapport\w*|Redovisning(?:en)?|Delrapport|Slutrapport|Rapport)\b[^.]{0,100}?(?:rapportera|redovisa|föreläg|inläm|lämna|presentera|vara\s+klar|överlämna|återkom|skickas|ska|senast)",
    "Uppdraget återrapporteras senast 2024-11-01",
    "Vi återkommer",
    at="start",
)
RESULT_SHALL = Rule(
    "result-shall",
    r"(?:[A-ZÅÄÖ][\w-]*(?:en|et|an|n)|(?:Åter|Av|Del|Slut)?[Rr]apportering|Återkoppling|Redovisning)\s+(?:ska|skall|sker|redovisas|presenteras|görs)\b",
    "Policyn ska presenteras på mötet 12 december",
    "Kristoffer ska presentera policyn",
    at="start",
    cased=True,
)
DONE_BY = Rule(
    "done-by",
    r"(?:klart?|senast|deadline|tid(?:punkt)?)\s*:|(?:klart?|färdigt?|redovisas|återredovisas)\s+(?:senast\b|till\b|den\b|före\b|vid\b|\d)|senast\s+(?:den\s+)?\d",
    "Klart: 2024-10-15",
    "Klart besked",
    at="start",
)
ANSWERABLE = Rule(
    "answerable",
    r"(?:[-•*–]\s*)?(?P<task>.{6,400}?)[.;,]?\s*\(?\b(?:Ansvarig(?:a)?|Ansvar|Utförs\s+av)\s*:\s*(?P<who>[^.;()]{2,120})",
    "Begära in offert. Ansvarig: Eva Alm, senast 2024-05-31.",
    "Ansvarig: Eva Alm",
    at="start",
    cased=True,
)
# behind «Ansvarig:», who is told and what
OWN_TASK = Rule(
    "own-task",
    r"(?P<who>[^.:(–]{2,80}?)(?:\.\s+|\s[–-]\s+|:\s+|\s?\()(?!(?:Klart?|Senast|Tid|Deadline|När)\b|\d)(?P<task>[^\W\d]\w*\s.{4,}?)[.)]*(?:[.(]\s*(?:Klart?|Senast|Tid(?:punkt)?|Deadline|När)\b.*)?",
    "Eva. Skicka ut bilderna. Klart: 2024-05-31.",
    "Eva Alm, senast 2024-05-31",
    at="whole",
)
THE_ASSIGNMENT = Rule("the-assignment", r"(?:att\s+)?uppdraget\b", "Uppdraget redovisas", "Redovisning", at="start")
DUE_WORD = Rule(
    "due-word",
    r"senast|till|vid|den\s+\d|(?:redovisas|återrapporteras)\s+\d{4}",
    "senast 2024-11-01",
    "under 2024",
    cased=True,
)
