"""How minutes tell of votes («voteringar»), as rows: counts, what yes and no stand for, who voted how."""

from __future__ import annotations

from loaders.reading.rules import Rule

_NUMBER = r"\d{1,3}"
_WORD = r"(?:en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)"
_N = rf"(?:{_NUMBER}|{_WORD})"
_VOTING = r"(?:(?:ledamöter\s+|personer\s+)?(?:som\s+)?(?:röstar|röstade)\s+(?:för\s+)?)?"
_LISTED = r"(?:\s*\((?:[^()]|\([^()]{1,6}\)){4,600}+\))?"  # the names of those who did

_VOTERS = r"(?:(?:röst(?:er)?|ledamöter|ledamot|personer|ombud)\s+)?(?:(?:som\s+)?(?:röstar|röstade|röstat|avges|avgavs|avgetts|lämnas|lämnades)\s+)?"
_APPROVE = r"(?:bifall|bifalla)(?:\s+till\s+(?:[\w-]+\s+){0,4}?(?:förslag\w*|yrkande\w*|motion\w*))?|(?:[\w-]+s\s+|liggande\s+|huvud)?(?:förslag|yrkande)(?:et)?"
_REJECT = r"(?:avslag|avslå|återremiss|återremittera|bordläggning)(?:\s+(?:på|av)\s+(?:[\w-]+\s+){0,4}?(?:förslag\w*|yrkande\w*|motion\w*))?|(?:[\w-]+s\s+|mot)?(?:förslag|yrkande)(?:et)?"

# «yes», «no», «abstained», «absent», and what they stand for; the first that fits at a place counts
COUNTS = (
    Rule("number-first", rf"\b(?P<yes>{_N})\s*(?:st\s*)?{_VOTING}(?:ja-?röst(?:er)?|ja\b|röster\s+för\b){_LISTED}[^.\d]{{0,40}}?\b(?P<no>{_N})\s*(?:st\s*)?{_VOTING}(?:nej-?röst(?:er)?|nej\b|röster\s+(?:mot|för)\b){_LISTED}(?:[^.\d]{{0,30}}?\b(?P<abstained>{_N})\s*(?:ledamöter\s+|ledamot\s+|som\s+)?(?:avst\w+|nedlagda|blanka|lägger\s+ned))?(?:[^.\d]{{0,30}}?\b(?P<absent>{_N})\s*(?:ledamöter\s+|ledamot\s+)?frånvarande)?", "Med 40 ja-röster mot 41 nej-röster", "40 jakter"),
    Rule("mot", rf"\bmed\s+(?P<yes>{_N})\s+(?:röster\s+|ja\s+)?mot\s+(?P<no>{_N})(?:\s+röster|\s+nej|(?=\s*(?:[,.(]|och\b|beslut|avslå|bifall)))", "med 7 röster mot 4 beslutar nämnden", "med 7 medlemmar mot 4"),
    Rule("for-and-against", rf"\b(?P<yes>{_N})\s+{_VOTERS}för\s+(?:att\s+)?(?P<yes_for>{_APPROVE})\b[^.\d]{{0,60}}?\b(?P<no>{_N})\s+{_VOTERS}(?:mot\b|för\s+(?:att\s+)?(?P<no_for>{_REJECT})\b)(?:[^.\d]{{0,40}}?\b(?P<abstained>{_N})\s+(?:ledamöter\s+|ledamot\s+|som\s+)?(?:avst\w+|nedlagda|blanka|lägger\s+ned))?", "Med 8 röster för bifall mot 5 för avslag", "8 kronor för bifall mot 5"),
    Rule("approve-first", rf"\b(?P<yes_for>bifall)(?:\s+till\s+[\w\s]{{3,60}}?)?\s*(?::|–|-)?\s*\(?(?P<yes>{_NUMBER})\)?(?:\s*röster|\s*st)?\s*[,;.]?\s+(?:och\s+|mot\s+)?(?P<no_for>avslag|återremiss)\s*(?::|–|-)?\s*\(?(?P<no>{_NUMBER})\)?(?:\s*röster|\s*st)?(?:\s*[,;.]?\s+(?:och\s+)?(?:avst(?:år|ående|ått|od)|blanka|nedlagda)(?:\s+röster)?\s*:?\s*\(?(?P<abstained>{_NUMBER})\)?)?", "Bifall: 3 röster. Avslag: 2 röster.", "Bifall 2018, avslag 2019."),
    Rule("word-first", rf"\bja(?:-?röster)?\s*:?\s*\(?(?P<yes>{_NUMBER})\)?(?:\s*röster|\s*st)?\s*[,;.]?\s+(?:och\s+|mot\s+)?nej(?:-?röster)?\s*:?\s*\(?(?P<no>{_NUMBER})\)?(?:\s*röster|\s*st)?(?:\s*[,;.]?\s+(?:och\s+)?(?:avst(?:år|ående|ått|od)|blanka|nedlagda)(?:\s+röster)?\s*:?\s*\(?(?P<abstained>{_NUMBER})\)?)?(?:\s*[,;.]?\s+frånvarande\s*:?\s*\(?(?P<absent>{_NUMBER})\)?)?", "Ja: 7, Nej: 4, Avstår: 1", "Ja, 7 och nej"),
)  # fmt: skip
_TO_NO = r"(?=\s*(?:[;:.]|,?\s*(?:och\s+|samt\s+|medan\s+)?(?:den\s+(?:det\s+)?(?:ej|som)\b|nej\b)|$|\bJa\s+Nej\b))"
_NOT_COUNTED = r"(?:(?<![\d\w]\s)(?<!\d)|(?<=\brösta\s))"
YES_MEANS = (
    Rule("yes-for", rf"{_NOT_COUNTED}\bja(?:-?röst(?:er)?)?\s*(?:för|innebär|betyder|avser|=|är\s+för|till)\s+(?:att\s+)?(?P<what>[^.;:\d]{{3,200}}?){_TO_NO}", "Ja-röst för bifall till förslaget.", "7 ja för förslaget"),
    Rule("who-votes-yes", r"\bden\s+som\s+(?:vill\s+)?(?P<what>(?:(?!\bröstar\b)[^.;]){3,160}?)\s+röstar\s+(?:\"|”)?ja\b", "Den som bifaller förslaget röstar ja", "Den som röstar ja"),
    Rule("votes-yes-who", rf"\bja\s+röstar\s+den\s+som\s+(?P<what>[^.;]{{3,160}}?){_TO_NO}", "Ja röstar den som bifaller förslaget.", "Ja röstar Eva Alm"),
    Rule("yes-colon", rf"^\s*ja(?:-?röst)?\s*:\s*(?P<what>(?-i:[a-zåäö]|Bifall|Avslag|Enligt)[^.;\d]{{3,200}}?){_TO_NO}", "Ja: bifall till förslaget", "Ja: Eva Alm"),
)  # fmt: skip
NO_MEANS = (
    Rule("no-for", rf"{_NOT_COUNTED}\bnej(?:-?röst(?:er)?)?\s*(?:för|innebär|betyder|avser|=|är\s+för|till)\s+(?:att\s+)?(?P<what>[^.;:\d]{{3,200}}?)(?=\s*(?:[;:.]|$|\bJa\s+Nej\b))", "nej-röst för avslag.", "4 nej för avslag"),
    Rule("who-votes-no", r"\bden\s+som\s+(?:vill\s+)?(?P<what>(?:(?!\bröstar\b)[^.;]){3,160}?)\s+röstar\s+(?:\"|”)?nej\b", "den som avslår förslaget röstar nej", "den som röstar nej"),
    Rule("votes-no-who", r"\bnej\s+röstar\s+den\s+som\s+(?P<what>[^.;]{3,160}?)(?=\s*(?:[;.]|$|\bJa\s+Nej\b))", "nej röstar den som avslår.", "Nej röstar Eva Alm"),
    Rule("no-colon", r"^\s*nej(?:-?röst)?\s*:\s*(?P<what>(?-i:[a-zåäö]|Bifall|Avslag|Enligt)[^.;\d]{3,200}?)(?=\s*(?:[;.]|$|\bJa\s+Nej\b))", "Nej: avslag", "Nej: Eva Alm"),
)  # fmt: skip
# what came of a vote, after its counts («beslutar nämnden att», «har nämnden beslutat att», «beslutar att»)
VOTED = Rule(
    "voted",
    r"[^.]{0,60}?\b(?:har|beslutar|beslutade|beslöt)\s+(?:därmed\s+|således\s+|alltså\s+)?(?:[\w-]*(?:fullmäktige|styrelsen|nämnden|direktionen|utskottet|rådet|stämman|mötet|gruppen|kyrkorådet)\s+)?(?:därmed\s+|således\s+|alltså\s+)?(?:beslutat\s+)?(?P<outcome>(?:att|enligt|i\s+enlighet|bifalla|bifallit|avslå|avslagit|anta|antagit|återremittera)\b[^.]{0,300})",
    " beslutar nämnden att bifalla förslaget",
    " och frågan är avgjord",
    at="start",
)
SECRET = Rule(
    "secret",
    r"\bslut(?:en|na)\s+(?:omröstning|votering|val|sedlar)|\bvalsedlar",
    "Sluten omröstning genomförs",
    "Omröstningen är slut",
)
_COUNTED = r"(?:\(\d{1,3}(?:\s*st)?\)|,?\s*\d{1,3}\s*st|:\s*\d{1,3}(?=\s*\())?"
_BY = r"(?:avges\s+av|avgavs\s+av|gjorde|gör|av|är|var|,?\s*nämligen)?\s*(?::\s*\(?|\()?"
# a lead that the names of those who voted so follow, and a verb that their names precede
NAMED_LEADS = (
    Rule("yes", rf"(?:(?:följande|dessa)\s+(?:\w+\s+)?(?:röstar|röstade)\s+ja|(?:röstar|röstade)\s+ja|ja[\s-]*(?:röster|röst|röstar|röstade)?(?:\s+för\s+(?:bifall|avslag|\w*förslaget|\w+s\s+förslag))?|för\s+ja\s+röstar|(?:(?:följande|dessa)\s+)?(?:(?:röstar|röstade)\s+)?för\s+bifall(?:\s+(?:röstar|röstade))?|bifall\s+(?:röstar|röstade)|ja\s*-\s*sägare|(?:röstar|röstade)\s+\d{{1,3}}\s+\w+\s+ja|de\s+som\s+(?:röstar|röstade)\s+ja)\s*{_COUNTED}\s*{_BY}", "Ja-röster:", "Jan röstar", at="whole"),
    Rule("no", rf"(?:(?:följande|dessa)\s+(?:\w+\s+)?(?:röstar|röstade)\s+nej|(?:röstar|röstade)\s+nej|nej[\s-]*(?:röster|röst|röstar|röstade)?(?:\s+för\s+(?:bifall|avslag|\w*förslaget|\w+s\s+förslag))?|för\s+nej\s+röstar|(?:(?:följande|dessa)\s+)?(?:(?:röstar|röstade)\s+)?för\s+avslag(?:\s+(?:röstar|röstade))?|avslag\s+(?:röstar|röstade)|(?:röstar|röstade)\s+\d{{1,3}}\s+\w+\s+nej|de\s+som\s+(?:röstar|röstade)\s+nej)\s*{_COUNTED}\s*{_BY}", "Nej-röster (4):", "Nejd", at="whole"),
    Rule("abstained", rf"(?:(?:följande|dessa)\s+(?:\w+\s+)?(?:avstår|avstod)(?:\s+från\s+att\s+rösta)?|avstår(?:\s+från\s+att\s+rösta)?|avstod(?:\s+från\s+att\s+rösta)?|avstående|avstår\s+röstar|nedlagda\s+röster|lägger\s+ned\s+sin\s+röst)\s*{_COUNTED}\s*{_BY}", "Avstår:", "Avståndet", at="whole"),
    Rule("absent", r"(?:frånvarande|ej\s+närvarande)\s*(?:\(\d{1,3}\))?\s*:?", "Frånvarande:", "Frånvaro", at="whole"),
)  # fmt: skip
NAMED_VERBS = (
    Rule("yes", r"[\s,]*(?:\([^()]*\))?[\s,]*(?:röstar|röstade)\s+(?:(?:för\s+)?ja|för\s+bifall)\b", " (S) röstar ja", " (S) röstar", at="start"),
    Rule("no", r"[\s,]*(?:\([^()]*\))?[\s,]*(?:röstar|röstade)\s+(?:(?:för\s+)?nej|för\s+avslag)\b", " (S) röstar nej", " (S) röstar", at="start"),
    Rule("abstained", r"[\s,]*(?:\([^()]*\))?[\s,]*(?:avstår|avstod)\b(?!\s+från\s+att\s+(?:delta|ta))(?:\s+från\s+att\s+rösta)?", " (S) avstår från att rösta", " (S) avstår från att delta", at="start"),
)  # fmt: skip
# the same where the verb stands once («A röstade ja och B nej»)
NAMED_AFTER = (
    Rule("yes", r"[\s,]*(?:\([^()]*\))?[\s,]*ja\s*(?:[.,;]|$)", " (S) ja.", " (S) ja eller", at="start"),
    Rule("no", r"[\s,]*(?:\([^()]*\))?[\s,]*nej\s*(?:[.,;]|$)", " (S) nej.", " (S) nej eller", at="start"),
)
# a line of a list of votes: a name and how they voted, at the line's end
NAMED_ROW = Rule(
    "named-row",
    r"(?P<who>[^\n]{3,79}?[^\s:|.–-])[\s:|.–-]++(?P<vote>ja|nej|avstår|avst\.?|frånv\.?|frånvarande|X\s+ja|X\s+nej)[\s|.]*",
    "Eva Alm (S)    Ja",
    "Eva Alm (S) tackar",
    at="whole",
)
TABLE_HEAD = Rule(
    "table-head",
    r"[^\n]*?\bja\b[\s|]+nej\b(?:[\s|]+(?:avst\w*\.?))?[^\n]{0,40}",
    "Ledamot    Ja   Nej   Avstår",
    "Ja, nej",
    at="whole",
)
