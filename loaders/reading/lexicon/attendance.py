"""The words in which minutes tell who was there: a wording of these alone opens a list, in whatever order they stand.

«Med på mötet som ledamöter var», «Anmält förhinder hade», «Vilka ersättare var med utan att tjänstgöra?»
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.reading.rules import Rule, first_rule
from loaders.reading.text.letters import UPPER

_BODIES = r"(?:styrelse|nämnd|råd|grupp|utskott|direktion|kommitté|for(?:um|a)|delegation|fullmäktige|beredning|nätverk|organ|förbund|kommun|region|förening|bolag|presidi\w{1,2}|parti|myndighet|organisation|ägare|part|landskap|stad)"

# each word must be one of these, or nothing is told
WORDS = (
    Rule("joining", r"och|samt|som|av|från|till|på|vid|under|i|för|de|det|den|dem|dagens|detta|denna|dessa|att|med|in|om|alla|samtliga|sig|här|där|vi|oss|enligt|nedan(?:stående)?|följande|bland|fanns|finns|utan|men|ej|inte|icke|endast|bara|är|var|varit|vara|hade|har|ha|blev|hela|delar|del|resten|ett|en|annat|gjorde", "samt", "beslut", at="whole"),
    Rule("besides", r"även|också|dessutom|därutöver|därjämte|därtill|vidare|utöver|förutom|jämte|övriga|övrigt|andra|ytterligare|likaså", "dessutom", "dessa", at="whole"),
    Rule("asking", r"vilka|vem|vad|hur|många|vilken", "vilka", "vilja", at="whole"),
    Rule("meeting", r"(?:samman|års|sty|styrelse|nämnd(?:s|ens)?|råds|mötes|dagens)*(?:trädet?s?|möten?s?|mötets?|träff(?:en)?s?|mötestillfället|tillfället|konferensen|stämman?|sammankomsten|överläggning(?:en|arna)|genomgången|dagen)", "sammanträdet", "trädgården", at="whole"),
    Rule("body", rf"[\w-]*{_BODIES}(?:ns?|ens?|et?s?|ts?|na?s?|er|ernas?|arnas?|ornas?|enas?|s)?", "styrelsens", "styrning", at="whole"),
    Rule("people", r"[\w-]*ledam(?:ot|oten|öter|öternas?)|ordinarie|röstberättigade?|beslutande|ersättar(?:en?|na)|suppleant(?:en|er|erna)?|medlem(?:mar|marna|men)?|delegat(?:en|er|erna)?|ombud(?:en)?|representant(?:en|er|erna)?|företrädar(?:en?|na)|politiker(?:na)?|förtroendevald[ae]|deltagar(?:en?|na)|deltagande|personer|intressenter(?:na)?|valda?|invalda?|utsedda?", "ledamöterna", "ledande", at="whole"),
    Rule("staff", r"[\w-]*(?:tjänste(?:män(?:nen)?|mannen|man|person(?:er|erna|en)?)|handläggar(?:e|na|en)|kansli(?:et)?|förvaltning(?:en|arna)?|sekretariat(?:et)?|ledning(?:en)?|kontor(?:et)?|personal(?:en)?)|stab(?:en)?|anställda", "förbundskansliet", "förvaltare", at="whole"),
    Rule("visitors", r"gäst(?:en|er|erna)?|inbjud(?:en|na|it)|bjudit|bjöds?|kallad(?:e|es)?|inkallade?|adjungerade?s?|åhörar(?:e|na)|besökare|revisorer(?:na)?|observatörer(?:na)?|föredragande|föredrog|experter(?:na)?", "inbjudna", "gästfri", at="whole"),
    Rule("attending", r"närvar(?:ade|ar|ande|o|a|at|olista)|del(?:tog|tar|tagit|taga?|tager)|medverka(?:de|r|t|nde)?|inf(?:ann|unnit)|kom(?:mer|mit|ma)?|samla(?:des|ts)|satt|tjänst(?:gjorde|gör|göra|görande|gjort|gjorde)|tjg\.?|beslut(?:ade|ar|at|sför[ae]?)|plats|rösträtt|yttranderätt|förslagsrätt|yttrande-|närvarorätt|digitalt|fysiskt|distans|länk|teams|skype|zoom|video|videolänk|telefon|representera(?:de|d|des|s)|företräd(?:des|s|er|de|a)", "närvarade", "närmast", at="whole"),
    Rule("absent", r"förhinder|återbud|avbud|frånvar(?:o|ande)|anmäl(?:t|ts|da|des|d)|meddela(?:t|ts|d|de|des)|lämna(?:t|ts|des)|fått|förhindrade?|saknades|saknas|uteblev|uteblivit|uteblivna|kunde|kan|giltigt?|skäl|möjlighet|sjuk|ledig", "förhinder", "förhandlingar", at="whole"),
    Rule("offices", r"sekreterar(?:e|en)|(?:mötes|nämnd|protokoll)sekreterare|protokollförar(?:e|en)|protokollet|anteckningar(?:na)?|minnesanteckningar(?:na)?|för(?:de|des|er|t)|anteckna(?:de|r|des|t)|pennan|skrev|skrevs|sköt(?:te|tes)|höll|(?:mötes)?ordförande(?:n|skapet)?|vice|ledde|leddes|leder|fungerade|fungerar|protokollsjusterare|juster(?:are|a|ar|as|ades)|justeringspersone?r?|uts(?:ågs|es|eddes)|val(?:des|ts)|väljs", "protokollförare", "protokollstext", at="whole"),
    Rule("part", r"§+|\d[\d.:–-]*|kl\.?|klockan|punkt(?:en|er|erna)?|paragraf(?:en|er|erna)?|ärende(?:t|n|na)?|fr\.?\s?o\.?\s?m\.?|t\.?\s?o\.?\s?m\.?", "punkt", "punktlig", at="whole"),
)  # fmt: skip

# what a wording of such words tells; the first that fits counts
TOLD_KINDS = (
    Rule("adjuster", r"\b(?:\w+s)?juster", "Vem justerar", "Vem var med"),
    Rule("secretary", r"sekreterar|protokollförar|\b(?:protokollet?|anteckningar(?:na)?)\b|\banteckna(?:de|r|des|t)\b|\bpennan\b|\bskrevs?\b", "förde anteckningarna", "förde ordet"),
    Rule("vice-chair", r"\bvice\s+(?:mötes)?ordförande", "som vice ordförande", "som ordförande"),
    Rule("chair", r"ordförande|\bled(?:de|des|er)\b|\bhöll\s+i\s+(?:möte|samman)", "ordförande var", "ledamöter var"),
    Rule("absent-substitutes", r"(?=.*(?:ersättar|suppleant))(?:.*(?:förhinder|förhindrad|återbud|avbud|frånvar|saknades|uteblev|(?:ej|inte|icke)\s+(?:närvar|delt)))", "Frånvarande ersättare", "Ersättare"),
    Rule("absent", r"förhinder|förhindrad|återbud|avbud|frånvar|\bsakna(?:de)?s\b|\buteblev|\buteblivit|\b(?:ej|inte|icke)\s+(?:(?:kunde|kan|hade|möjlighet|att|vara|var)\s+)*(?:närvar|delt|med\b|medverka|kom\b|komma\b)|(?:kunde|kan)\s+(?:ej|inte|icke)", "Anmält förhinder hade", "Anmält ärende"),
    Rule("idle-substitutes", r"(?=.*(?:ersättar|suppleant)).*(?:(?:ej|inte|icke)\s+tj|utan\s+(?:att\s+tjänstg|rösträtt|tjänstgör))", "ersättare var med utan att tjänstgöra", "tjänstgörande ersättare"),
    Rule("serving", r"(?=.*(?:ersättar|suppleant)).*(?:tj(?:änstg|g)|beslut|med\s+rösträtt)", "ersättare som tjänstgjorde", "ersättare som deltog"),
    Rule("substitutes", r"ersättar|suppleant", "Som ersättare deltog", "Som ledamöter deltog"),
    Rule("officials", r"tjänste(?:m|p)|handläggar|kansli|förvaltning|sekretariat|\bstab|\banställda|ledning(?:en)?\b|kontor|personal", "Vilka tjänstemän var med", "Vilka tjänstgjorde"),
    Rule("guests", r"\bgäst|inbjud|\bbjudit|\bbjöd|\bkallad|inkallad|besökar", "Som gäster deltog", "Som ledamöter deltog"),
    Rule("coopted", r"adjunger", "adjungerade var", "ansvariga var"),
    Rule("presenters", r"\bföredr[ao]", "Vem föredrog", "Vem förde"),
    Rule("staff-representatives", r"revisor|åhörar|observatör|utan\s+rösträtt", "Utan rösträtt deltog", "Med rösträtt deltog"),
    Rule("members", r"ledam|ordinarie|röstberättigad|\bbeslut(?:ande|ade|ar)\b|\bmedlem|delegat|politiker|förtroendevald|\bombud|med\s+rösträtt|tjänstgör|tjänstgj", "Med på mötet som ledamöter var", "Med på mötet var"),
    Rule("others", r"\b(?:även|också|dessutom|därutöver|därjämte|därtill|vidare|utöver|förutom|jämte|övriga|övrigt|andra|ytterligare|likaså|annat)\b", "Dessutom deltog", "Därefter deltog"),
    Rule("attending", r"närvar|\bdelt|medverk|\binf(?:ann|unnit)|\bkom(?:mer|mit)?\b|\bsamla(?:de|t)s|\bsatt\b|\bplats\b|(?:var|är|varit)\s+(?:\w+\s+)?med\b|\bmed\b.*\b(?:var|är)\b|digitalt|fysiskt|distans|länk|deltagar|deltagande|representant|företräd", "Vid mötet närvarade", "Vid mötet beslutade"),
)  # fmt: skip
ATTENDING = "attending"
"""The kind of a wording that tells only that people were there: who they are is told by what else the minutes say."""
_FROM = re.compile(
    rf"\b([Ff]rån|[Ff]ör|[Aa]v)\s+(?P<group>[{UPPER}][\w-]*(?:\s+(?:och\s+)?(?:[{UPPER}][\w-]*|kommun|stad|län|härad))*)"
)
_SENT = re.compile(rf"^(?P<group>[{UPPER}][^.;:,()]{{0,60}}?)(?=\s+(?:företräd(?:de)?s|representera(?:de)?s)\s+av\b)")
_ASKED = re.compile(r"(?P<words>[^:?,\n\t|]{3,90}?)\s?(?P<colon>[:?])(?!\d)")
_MOST = 16
"""Words of such a wording."""


@lru_cache(maxsize=4096)
def told_kind(words: str) -> str | None:
    """Return the kind of list that a wording of nothing but such words opens; None for other words."""
    if not tells_attendance(words):
        return None
    rule = first_rule(TOLD_KINDS, " ".join(_words_of(words)))
    return None if rule is None else rule.name


@lru_cache(maxsize=4096)
def tells_attendance(words: str) -> bool:
    """Tell a wording of nothing but such words, and of those who sent people («Från Region Dalarna deltog»)."""
    told = _words_of(words)
    return 0 < len(told) <= _MOST and all(first_rule(WORDS, word) is not None for word in told)


def without_group(words: str) -> str:
    """Leave out of such a wording whom it names as those who sent them."""
    return _FROM.sub("", _SENT.sub("", words)).strip()


def _words_of(words: str) -> list[str]:
    return without_group(words).lower().replace(",", " ").rstrip(".").split()


def group_of(words: str) -> str | None:
    """Return whom such a wording names as those who sent them («Från Region Dalarna deltog»)."""
    match = _SENT.search(words) or _FROM.search(words)
    return None if match is None else match["group"]


def asked_label(head: str, at: int) -> tuple[str, re.Match[str]] | None:
    """Return the kind of list that a question, or a wording with a colon, opens at a place in the head of a line."""
    match = _ASKED.match(head, at)
    kind = told_kind(match["words"]) if match is not None and match["words"][0].isupper() else None
    return None if match is None or kind is None else ("members" if kind == ATTENDING else kind, match)
