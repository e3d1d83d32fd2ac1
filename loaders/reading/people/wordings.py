"""The wordings of a person's phrase: role words, offices, bodies, whom somebody replaces («ersätter»)."""

from __future__ import annotations

from loaders.reading.rules import Rule

_AT_MEETING = r"(?:\s+(?:på|vid|för)\s+(?:mötet|sammanträdet|stämman))?\.?"


_OWN = r"(?:styrelsens|nämndens|fullmäktiges|rådets|gruppens|forumets|utskottets|direktionens|delegationens|kommitténs|nätverkets|beredningens|samrådets|organets|mötets|stämmans)\s+"


def _role(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, rf"(?:{pattern}){_AT_MEETING}", example, counter, at="whole")


# each must be the whole part between two separators; the first that fits counts
ROLE_WORDS = (
    _role("vice-chair", rf"(?:{_OWN})?(?:(?:1|2|3|I|II)[:.-]?\s?(?:e|a|st|:e)?|förste|andre|första|andra|and\.|i{{1,2}})?\s*(?:vice\s*|v\.?\s*)(?:mötes)?(?:ordförande|ordf|talman|ordf\.)|and(?:ra|\.)\s+vice|(?:1|2):e\s+v\.?\s*ordf\.?|v\.?\s?o\.?|vice\s+mötesordförande", "1:e vice ordf", "ordförande"),
    _role("chair", rf"(?:{_OWN}|mötes|styrelse|nämnd)?ordförande(?:n)?|ordf|mötesordf|tf\.?\s+ordf(?:örande)?|tjänstgörande\s+ordförande|talman|ordförande\s+för\s+mötet|(?:ordförande|ordf\.?)\s+i\s+(?:rådet|nämnden|styrelsen|gruppen|nätverket|delegationen|utskottet|forumet|kommittén|direktionen)", "ordförande på mötet", "ordförandeskap"),
    _role("serving-substitute", r"tjänstgörande(?:\s+ersättare|\s+suppleant|\s+ers\.?)?|tjg\.?(?:\s*ers(?:ättare)?\.?)?|tj\.?\s*g\.?(?:\s*ers\.?)?|tj\.?\s*ers(?:ättare)?|tjänstg\.?(?:\s*ers\.?)?|tjänstg(?:ör|jorde)|tgj\.?(?:\s*ers\.?)?|beslutande\s+ersättare|vikarie(?:rande)?|vik\.?|inträd(?:er|de)|går\s+in", "tjg ers.", "ej tjänstgörande ersättare"),
    _role("substitute", r"suppl\.?|ersättare|suppleant|ers\.?|(?:närvarande,?\s+)?ej\s+(?:tj(?:änst)?g(?:örande|\.)?|tgj\.?)(?:\s+(?:ersättare|ers\.?))?|närvarande\s+ersättare|personlig\s+ersättare", "ej tjänstgörande ersättare", "ersätter"),
    _role("secretary", r"ant\.?|antecknar|antecknare|anteckningar|för\s+anteckningar|vid\s+(?:pennan|protokollet|tangenterna|tangentbordet|datorn)|(?:för\s+)?protokoll(?:et)?|som\s+förde\s+protokollet|(?:mötes|nämnd|nämnds|utskotts|råds|styrelse|direktions|kommun|protokoll)?sekreterare|prot(?:okoll|\.\s?)förare|sekr|protokollant|mötessekr", "nämndsekreterare", "politisk sekreterare"),
    _role("adjuster", r"(?:protokoll?s?)?justerare|justeringsperson|justeringsman|just", "protokollsjusterare", "justering"),
    _role("presenter", r"föredragande|föredragare", "föredragande", "föredragning"),
    _role("guest", r"gäst|inbjuden(?:\s+gäst)?", "inbjuden gäst", "gästföreläsare"),
    _role("member", r"medlem|ledamot|ordinarie(?:\s+ledamot)?|led|lm", "ordinarie ledamot", "ledamöter"),
    _role("convener", r"sammankallande|sammankallare", "sammankallande", "sammankallar"),
    _role("auditor", r"revisor|förtroendevald\s+revisor", "förtroendevald revisor", "revisorssuppleant"),
)  # fmt: skip

OFFICE = Rule(
    "office",
    r"(?:chef|direktör|ledare|samordnare|strateg|sekreterare|controller|ekonom|handläggare|kassör|kyrkoherde|präst|rektor|jurist|ingenjör|konsult|utredare|assistent|koordinator|"
    r"administratör|sköterska|läkare|lärare|arkitekt|planerare|utvecklare|befäl|inspektör|specialist|expert|registrator|kommunikatör|pedagog|kurator|psykolog|vd|råd|talman|ordförande|herde|mästare|"
    r"ledamot|revisor|brandman|förvaltare|ansvarig|projektägare|intendent|bibliotekarie|analytiker|rådgivare|ombud|sekr|landshövding|professor|student|skötare|tekniker|operatör|"
    r"kamrer|diakon|kantor|organist|ordf|informatör|praktikant)(?:en|n|t|et)?(?:\s+\S+){0,5}$|^(?:tf|t\.f\.|tillförordnad|bitr|biträdande|vd|vice|f\.d\.)\b|utveckling$|^chef\b",
    "tillförordnad kommunchef",
    "Kommunförbundet",
)
BODY_NAME = Rule(
    "body-name",
    r"(?:[A-ZÅÄÖ]\w+\s+(?!(?:kommunal|region|landstings|borgar|oppositions|stads)råd)[a-zåäö-]{3,}råd|styrelsen?|nämnden?|utskottet?|rådet?|direktionen|fullmäktige|presidiet|kommittén?|verket|kansliet|sekretariatet|förvaltningen?|kontoret|polisen|sektorn?)$",
    "Socialnämnden",
    "nämndsekreterare",
)
AFFILIATION = Rule(
    "affiliation",
    r"(?:sekretariatet|kansliet|nätverket|förvaltningen|styrelsen|rådet|föreningen)\s",
    "sekretariatet Kommunal utveckling",
    "sekretariatschef",
    at="start",
    cased=True,
)
# what a partnership's members are grouped by, and nobody sends anybody from
SECTOR = Rule(
    "sector",
    r"(?:(?:från|för)\s+)?(?:den\s+)?(?:ideell[at]?|privat[ae]?|offentlig[at]?|näringsliv(?:et)?|föreningsliv(?:et)?|civilsamhälle(?:t)?)(?:\s+(?:och\s+\w+\s+)?(?:sektorn?|sidan|organisationer|partnerskapet))?",
    "Ideell sektor",
    "Ideell arkitektur",
    at="whole",
)
OFFICE_OF_BODY = Rule("office-of-body", r"(?:chef|vd|ordf|direktör)", "ordförande i styrelsen", "styrelsen", at="start")
ABSENT = Rule(
    "absent", r"frånv(?:arande)?\.?|ej\s+närvarande|förhinder|anmält\s+förhinder", "frånv.", "närvarande", at="whole"
)
PRESENT = Rule("present", r"närv(?:arande)?\.?|hela\s+(?:mötet|sammanträdet)", "närv.", "närvarande §§ 1-4", at="whole")
REMOTE = Rule(
    "remote",
    r"(?:deltar\s+|deltog\s+|närvarande\s+)?(?:(?:via|på|per)\s+(?:länk|distans|teams|video\w*|telefon|zoom|skype|webb)|digitalt|distans|deltar\s+digitalt)",
    "på distans",
    "distansansvarig",
    at="whole",
)
CIRCUMSTANCE = Rule(
    "circumstance",
    r"ja|nej|(?:via|på|per)\s+(?:länk|distans|teams|video\w*|telefon|zoom|skype|webb)|digitalt|distans|deltar\s+digitalt|på\s+plats|fysiskt|del\s+av\s+(?:mötet|dagen)|\d+\s*röst(?:er)?|entledigad|vakant|(?:pga|p\.\s?g\.\s?a\.?|på\s+grund\s+av)\s.*|jäv(?:ig)?|(?:utan|med)\s+(?:rösträtt|yttranderätt|yttrande-?\s+och\s+förslagsrätt|förslagsrätt|närvarorätt)(?:\s+.*)?|(?:lämna(?:r|de)|anlände|anländer|avvek|avviker|avlägsna(?:r|de)|gick|kom|anslöt|ansluter)\b.*|och|samt|båda|samtliga|den\s+(?:senare|förra|förstnämnd[ae]|sistnämnd[ae])(?:\s+som)?|därefter|(?:deltar|deltog)(?:\s+(?:ej|inte))?|vid|efter|under",
    "på distans",
    "distansansvarig",
    at="whole",
)
UNREADABLE = Rule("address-or-number", r"\d{3}|@|http", "036-10 20 00", "avdelning 12", cased=True)
TELLING = Rule(
    "telling",
    r"\b(?:är|har|hade|var|ska|skall|som|att|inte|hälsade?r?|tackade?r?|öppnade?r?|informerade?r?|redovisade?r?|beslutade?r?|föreslår|utses|utsågs|väljs|valdes)\b",
    "hälsade alla välkomna",
    "förvaltningschef",
    cased=True,
)
TITLE_BESIDE_ROLE = Rule(
    "role-that-is-a-title", r"talman|vice\s+mötes|fullmäktiges\b", "vice talman", "vice ordförande"
)

# whom somebody replaces; these end the text before the other's name
REPLACES = Rule(
    "replaces",
    r"(?:ersätt(?:er|are\s+för)|ersatte|vikariera(?:r|de)\s+för|(?:tjänstg(?:ör(?:ande)?|jorde)|tjg\.?|tjg\.?\s*ers\.?|tj\.?\s*ers\.?|tjänstg\.?|tj\.?\s?g\.?|tgj\.?(?:\s*ers\.?)?|inträder|går\s+in|ers\.?)(?:\s+ersättare|\s+ers\.?)?\s+(?:för|f\.?|i\s+stället\s+för|istället\s+för)|suppleant\s+för|\bers\.?(?:\s+(?-i:[A-ZÅÄÖ]{2,6}))?(?:\s+f(?:ör|\.)?)?|i\s+stället\s+för|istället\s+för|för)"
    r"(?:\s+ordinarie(?:\s+ledamot)?|\s+ledamoten|\s+[\w-]*(?:chef|direktör|råd|samordnare|rektor|strateg)(?:en)?)?\s*$",
    "(C) ersätter ",
    "(C) ersätter Pär",
)
REPLACED_BY = Rule(
    "replaced-by",
    r"(?:ersätt(?:s|es)|ersatt(?:es|s)?)\s+(?:(?P<items>(?:[\w.]{2,6}\s+){0,3}§{1,2}\s*\d[\d\s,–-]*?)\s+)?av\s*:?\s*$|\bdärefter\s*$|\bplats\s+intas\s+av\s*$|(?:(?<!till )(?<!som )(?<!och )ersättare)\s*:?\s*$",
    "(M) ersätts av ",
    "(M) ersätter ",
)
REPLACES_ROLE = Rule(
    "replaces-role",
    r"(?:ersätter|tjänstgör\s+för|i\s+stället\s+för)\s+((?:vice\s+)?ordförande)n?",
    "(ersätter ordförande)",
    "ersätter Pär Ek",
)
