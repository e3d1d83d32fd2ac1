"""The labels of minutes: which words at the head of a line or a sentence open which section.

A label is data: its kind, its pattern (case does not count), an example and a counter-example. A new wording is a new
alternative in its row; a new kind of section is a new row. Patterns are matched at the start of a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.reading.lexicon.attendance import asked_label
from loaders.reading.needles import lowered, needles, openings
from loaders.reading.text.letters import LOWER, UPPER

# --- who is at the meeting («närvaro»): these stand before the items, or after them -------------------------------
_OF_BODY = r"(?:[\wåäö-]+s\s+)?"  # «direktionens ledamöter»


@dataclass(frozen=True, slots=True)
class Label:
    """A row of the lexicon. `kind` names the section that the label opens."""

    kind: str
    pattern: str
    example: str
    counter: str

    @property
    def name(self) -> str:
        """The kind, as other rules have names."""
        return self.kind

    def holds(self, text: str) -> bool:
        """Tell whether the text is this label and nothing else."""
        return re.fullmatch(self.pattern, text, re.IGNORECASE) is not None


_PEOPLE = (
    Label("absent-substitutes", rf"(?:ej\s+närvarande|frånvarande)\s+(?:\(ersättare\)|{_OF_BODY}ersättare|suppleanter)", "Frånvarande ersättare", "Frånvarande"),
    Label("absent", rf"(?:ej\s+närvarande|frånvarande|anmält\s+(?:förhinder|frånvaro)|anmälda?\s+förhinder|anmäld\s+frånvaro|förhinder(?:\s+anmält)?|förhindrade?(?:\s+att\s+(?:delta|närvara|medverka))?|(?:ej|inte)\s+(?:med(?=\s*:)|deltog)|deltog\s+(?:gjorde\s+)?(?:ej|inte)|(?:kunde|hade)\s+inte\s+(?:delta|möjlighet\s+att\s+delta)|(?:förhinder|återbud|frånvaro)\s+(?:hade|har)(?:\s+anmälts\s+av)?|(?:förhinder|återbud)\s+(?:från|anmäldes\s+av|lämnat\s+av)|frånvarande\s+var|återbud|(?:har\s+)?(?:lämnat|meddelat|anmält)\s+(?:återbud|förhinder)|frånvaro|meddelad\s+frånvaro|ej\s+deltagande|avbud|(?:styrelse)?ledamöter\s+som\s+(?:(?:inte|ej)\s+(?:deltog|närvarade|deltar)|(?:har\s+)?anmält\s+(?:förhinder|frånvaro))|anm\.?\s+(?:frånvaro|förhinder)|ej\s+anmälda|inte\s+närvarande|(?:frånv|ej\s+närv|anm\.\s+frånv)\.?)(?:\s+(?:\(beslutande\)|{_OF_BODY}ledam(?:ot|öter)|delegat(?:er)?|utan\s+ersättare|ordinarie(?:\s+ledamöter)?))?", "Anmält förhinder", "Anmält ärende"),
    Label("idle-substitutes", rf"(?:närvarande,?\s+)?(?:(?:ej|icke|inte)[\s-]*(?:tjänstgörande|tjänstg\.?|tjg\.?|tj\.?|beslutande)|övriga)(?:\s+{_OF_BODY}(?:ersättare|suppleanter|ers\.?))(?:\s+(?:och\s+)?närvarande)?|(?:ej|icke)[\s-]+(?:tjänstgörande|tjänstg\.?|tjg\.?|tj\.|beslutande)|(?:ersättare|suppleanter)\s+\((?:(?:närvarande,?\s+)?(?:ej|icke|inte)[\s-]+(?:tjänstgörande|tjänstg\.?|tjg\.?|tj\.?)|utan\s+rösträtt)\)|(?:ersättare|suppleanter),?\s+(?:(?:som\s+)?(?:ej|inte|icke)\s+(?:tjänstgör|tjänstgjorde|tjänstgörande|beslutande)|utan\s+(?:tjänstgöring|rösträtt|att\s+tjänstgöra)|med\s+(?:(?:närvaro-?\s*(?:och|samt)\s*)?yttranderätt|närvarorätt))|övriga\s+närvarande\s+(?:ersättare|suppleanter)|närvarande\s+(?:men\s+)?(?:ej|icke)\s+(?:tjänstgörande|beslutande)", "Ej tjänstgörande ersättare", "Tjänstgörande ersättare"),
    Label("serving", r"(?:ersättare|suppleanter)\s+\((?:tjänstgörande|tjg\.?|beslutande)\)|(?:(?:följande\s+)?(?:ersättare|suppleanter)(?:\s+som)?\s+(?:tjänstgör|tjänstgjorde|inträder|inträdde|inkallats|har\s+(?:inkallats|kallats\s+in)|tjänstgör\s+vid\s+sammanträdet)|(?:tjänstgör|inträder|inkallade)\s+som\s+(?:ersättare|suppleanter))|(?:närvarande,?\s+)?(?:tjänstgörande|tjg\.?|tj\.?|beslutande|inkallade)\s+(?:ersättare|ersättarna|suppleanter|suppleanterna|ers\.?)", "Tjänstgörande ersättare", "Ersättare"),
    Label("personal-substitutes", r"personlig[ae]?\s+(?:ersättare|suppleanter)", "Personliga ersättare", "Personliga ombud"),
    Label("substitutes", rf"(?:ersättare|suppleanter)\s+\(närvarande\)|(?:närvarande\s+)?{_OF_BODY}(?:ersätt?are|ersättarna|suppleanter|suppleanterna|suppleant)|närvarande\s+(?:ers|suppl)\.?|deltagare\s+\(ersättare\)|(?:ersättare|suppleanter)\s+närvarande|närvarande\s+suppleanter", "Ersättare", "Ersättarna hälsades"),
    Label("members", rf"(?:följande\s+(?:ledamöter|deltagare)(?:\s+(?:beslutade|deltog|deltar|var\s+närvarande|är\s+närvarande))?|med(?:\s+på\s+mötet)?(?=\s*:)|med\s+på\s+mötet|(?:närvarande|deltagare|deltog|deltar|ledamöter)\s+(?:via|på|per)\s+(?:länk|distans|teams|plats|zoom|skype|video\w*|telefon)|(?:närvarande|deltagare|deltog|deltar)\s+digitalt|deltagare\s+från\s+\w+|(?:närvarande|deltagande|ledamöter|representanter|företrädare|deltog|utsedda)\s+(?:för|från|av)\s+(?:kommunen|regionen|landstinget|staten|pastoratet|[\w-]{{3,25}}(?:arna|erna|orna|förbunden))|(?:[\w-]+(?:nas|ns|ets)\s+)(?:representanter|företrädare|ombud)|från\s+[\w-]*(?:organisationerna|föreningarna|kommunerna|partierna|myndigheterna|företagen)|närvarande(?:\s+(?:och\s+beslutande|beslutande|vid\s+mötet|på\s+mötet|medlemmar|deltagare|ombud|representanter|ordinarie))?|närvaro(?:lista|förteckning)?(?:\s+(?:vid|på)\s+(?:dagens\s+)?(?:sammanträdet|sammanträde|mötet|möte))?|uppropslista|presidium|närvarande\s+delegater|närvarande\s+(?:med\s+rösträtt|[\w-]+ledamöter|ordinarie(?:\s+ledamöter)?|styrelseledamöter)|projektpartner(?:\s+och\s+\w+)?|parter|beslutande|upprop|röstlängd|närvarolista|deltagande\s+(?:ledamöter|medlemmar)|(?:styrelse)?ledamöter\s+som\s+(?:deltog|närvarade|närvarar|deltar)|(?:deltagare|ledamöter)\s+med\s+rösträtt|anmälda|deltog\s+gjorde|(?:vi|de)\s+som\s+(?:deltog|deltar|var\s+med)|ledamöterna|deltagarna|deltar|deltagare|deltagande|deltog|medverkande|ordinarie|ledamöter|tjänstgörande|röstberättigade|närv\.?|förtroendevalda|politiker|medlemmar|representanter|mötesdeltagare|på\s+plats|deltagare\s+\(beslutande\)|närvarande\s+ledamöter\s+och\s+(?:ersättare|tjänstemän)|ledamöter\s+och\s+(?:tjänstgörande\s+)?ersättare|{_OF_BODY}(?:ordinarie\s+|närvarande\s+|tjänstgörande\s+|beslutande\s+)*ledamöter)(?:\s+(?:närvarande|\(beslutande\)))?|röstberättigade\s+(?:medlemmar|ledamöter)", "Närvarande ledamöter", "Ledamöterna diskuterade"),
    Label("delegates", r"ombud(?:\s+för\s+[\w\såäö]{3,30}|\s+med\s+rösträtt)?", "Ombud för föreningar", "Ombudet talade"),
    Label("from-board", r"från\s+styrelsen|(?:närvarande\s+)?styrelseledamöter", "Från styrelsen", "Från styrelsen kom ett förslag"),
    Label("officials", rf"(?:övriga\s+|(?:övriga\s+)?närvarande\s+|{_OF_BODY})?(?:tjänstemän|tjänsteman|tjänstepersoner|tjänstemannastöd|deltagande\s+tjänste(?:män|personer)|tjänste(?:män|personer)\s+m\.?\s?fl\.?|ledning(?:en)?|handläggare|förbundskansliet|bolagsledning(?:en)?|förvaltningsledning(?:en)?|verksamhetskontor(?:et)?|projektledning(?:en)?|projektkontor(?:et)?|från\s+projektet|(?:kommunala|kallade|inkallade|inbjudna|medverkande|berörda)\s+(?:tjänstemän|tjänstepersoner)|tjänstemännen|tjänstepersonerna|(?:dessutom|därutöver|vidare|även)\s+(?:närvarade|deltog|närvarande|deltar)\s+tjänste(?:männen|personerna|män|personer))(?:\s+(?:närvarande|och\s+övriga))?|från\s+(?:förvaltningen|kansliet|förbundskansliet|kommunen|sekretariatet|[\w-]*förbundet|[\w-]*kontoret|bolaget)|personal|förvaltningen|förvaltning|kansliet|kansli|sekretariatet|förbundskansliet|stab|administration", "Tjänstepersoner", "Tjänsteperson"),
    Label("guests", r"(?:inbjudna\s+|särskilt\s+inbjudna\s+)?gäster|gäst(?:er)?\s+(?:på|till|vid|under)\s+(?:punkt|§)\s*\d+|gäst|kallade?(?:\s+till\s+(?:punkt|§)\s*\d+)?|(?:särskilt\s+|speciellt\s+)?inbjud(?:na|en|en\s+gäst|na\s+deltagare)(?:\s+föredragande)?|kallade|utomstående|(?:inbjudna?\s+)?konsult(?:er(?:na)?)?|besökare|bjöd\s+vi\s+in|vi\s+bjöd\s+in|med\s+som\s+gäst(?:er)?", "Inbjudna gäster", "Gästerna tackades"),
    Label("coopted", r"adjungerade?(?:\s+(?:ledamöter|till\s+\w+))?|adj\.?", "Adjungerade", "Adjungerade ledamoten"),
    Label("staff-representatives", r"(?:arbetstagar|personal)repr\.?|arbetstagarrepresentant(?:er)?|personalrepresentant(?:er|erna)?|personalföreträdare|fackliga\s+(?:företrädare|representanter)|arbetstagarrepresentant(?:er|erna)|insynsplats(?:er)?|insyn|revisorer?|revisorerna", "Insynsplats", "Insyn i arbetet"),
    Label("without-vote", r"(?:(?:närvarande|deltagare|övriga|på\s+plats|deltagande|ledamöter|med)\s+)?(?:,\s*)?utan\s+rösträtt", "På plats utan rösträtt", "Utan rösträtter"),
    Label("presenting-secretary", r"(?:föredragande|föredragare)\s+(?:och|tillika|samt|/)\s+(?:sekreterare|protokollförare|protokollskrivare)|(?:sekreterare|protokollförare)\s+(?:och|tillika|samt)\s+föredragande", "Föredragande och protokollförare", "Föredragande och övriga"),
    Label("others", r"föredragande\s+och\s+övriga|övriga(?:\s+(?:närvarande|deltagare|deltagande|medverkande))?|också\s+närvarande|åhörare|därjämte\s+närvarande|dessutom(?:\s+(?:närvarande|deltog|deltar))?|därutöver\s+(?:närvarande|deltog)|närvarande\s+i\s+övrigt|i\s+övrigt\s+närvarande|(?:dessutom|därutöver|vidare|även)\s+(?:närvarade|närvar)|utöver\s+ledamöterna\s+deltog", "Övriga närvarande", "Övriga frågor"),
    Label("presenters", r"föredragande(?:\s+tjänstemän|\s+tjänstepersoner)?|föredragare|informatörer?|föredras\s+av|föredrogs\s+av|inledare", "Föredragande", "Föredragningslista"),
    Label("secretary", r"(?:underskrift\s+)?(?:mötes)?sekreteraren?|sekr\.?|antecknar|antecknade|antecknare|protokollförare|protokollskrivare|protokoll\s+fört?\s+av|vid\s+protokollet|vid\s+(?:pennan|tangentbordet|tangenterna|datorn)|antecknat\s+av|anteckningar\s+(?:förda\s+)?av|protokollant|nämndsekreterare|minnesanteckningar\s+(?:förda\s+)?av|(?:minnes)?anteckningar(?=:\s+(?-i:[A-ZÅÄÖ][a-zåäö-]+\s+[A-ZÅÄÖ][a-zåäö]))", "Vid protokollet", "Sekreteraren läser"),
    Label("adjuster", r"(?:underskrift\s+)?(?:protokolls?)?justerare|till\s+justerare\s+(?:utses|utsågs|väljs|valdes)|(?:utses|utsedda?|valda?)\s+(?:till\s+)?(?:att\s+justera|justerare|justeringsperson(?:er)?)|justering(?:sperson|sman|smän|spersoner)(?:er)?|(?:utses\s+)?att\s+justera(?:\s+(?:protokollet\s+)?(?:utses|utsågs|väljs|valdes|har\s+utsetts))?|val\s+av\s+(?:protokolls?)?justerare(?=\s*:)|utses\s+att|justera[ts]\s+(?:den\s+)?(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\s+[a-z]{3,9}\s+(?:19|20)\d\d)|justeras(?:\s+av)?|justerat\s+av|(?:elektronisk\s+)?protokolljustering|protokollet\s+justeras\s+av|justerande|justerar", "Utses att justera", "Justeringens plats och tid"),
    Label("chair", r"(?:underskrift\s+)?(?:mötes)?ordföranden?|ordf\.?|mötesledare|leder\s+mötet|ledde\s+mötet|vid\s+ordförandebordet|sammankallande", "Ordförande", "Ordförande hälsade"),
    Label("vice-chair", r"(?:(?:1:[ae]|2:[ae]|förste|andre|första|andra)\s+)?vice\s+ordf(?:öranden?|\.)?", "Vice ordförande", "Vice ordföranden hälsade alla"),
)  # fmt: skip

# --- the facts of the meeting -------------------------------------------------------------------------------------
_WHEN = r"(?:(?:sammanträdes|mötes|samlings)?(?:tid(?:punkt)?|dag|datum)|klockslag)"
_WHERE = r"(?:(?:sammanträdes|mötes|samlings)?(?:plats|lokal|rum)|ställe)"
_MEETING = (
    Label("when-where", rf"(?:{_WHEN}(?:\s*(?:och|o\.?|/|&|,)\s*{_WHEN})*\s*(?:och|o\.?|/|&|,)\s*{_WHERE}|{_WHERE}\s*(?:och|o\.?|/|&|,)\s*{_WHEN}(?:\s*(?:och|o\.?|/|&|,)\s*{_WHEN})?|datum\s*(?:och|/|&|,)\s*tid|(?:dag|tid)\s*(?:och|/|&)\s*(?:tid|datum)|när\s*(?:och|/|&|,)\s*var|var\s*(?:och|/|&|,)\s*när)(?:\s+för(?:\s+(?:sammanträdet|mötet))?)?", "Plats och tid", "Platsen är vald"),
    Label("when", r"tid(?:punkt)?|möte|dag,?\s*klockslag|datum|mötesdatum|sammanträdesdatum|sammanträdesdag|sammanträdestid|mötestid|klockslag|när|dag|mötesdag", "Sammanträdesdatum", "Tidigare beslut"),
    Label("where", r"plats|ort|lokal|samlingslokal|samlingsplats|var|mötesplats|ställe|sammanträdesrum|sammanträdeslokal|sammanträdesplats|mötesform", "Lokal", "Platsannons"),
    Label("range", r"paragrafer|§§|paragraf(?:nummer)?|ärenden|punkter|omfattning", "Paragrafer", "Paragrafen justeras"),
    Label("adjusting", r"justeringens?\s+(?:(?:tid\s+och\s+)?(?:plats|datum)|plats\s+och\s+(?:tid|datum)|tid\s+och\s+plats|tid|dag)(?:\s+och\s+(?:tid|plats|datum))?|(?:plats\s+och\s+(?:tid|dag)\s+för\s+justering(?:en)?)|tid\s+(?:och\s+plats\s+)?för\s+justering(?:en)?|just?eras\s+(?:datum|den)|justeringsdag|justerat|justering(?:\s+av(?:\s+protokollet)?)?|justerat(?:\s+den)?|justeringsdatum|datum\s+för\s+justering|protokollet\s+justera(?:t|s|des)(?:\s+den)?|justeringens", "Justeringens plats och tid", "Justerare"),
    Label("next", r"nästa\s+(?:möte|sammanträde|styrelsemöte|träff|ordinarie\s+möte|nämndmöte)|kommande\s+(?:möte|sammanträde)|nästkommande\s+möte", "Nästa möte", "Nästan alla"),
    Label("notice", r"anslag(?:\s*/\s*bevis)?|anslagsbevis|bevis(?:\s+om\s+anslag)?|tillkännagivande\s+av|(?:(?:digitala|elektroniska)\s+)?(?:underskrift?er|signaturer)|justeras\s+och\s+undertecknas|protokollet\s+(?:framlagt|är\s+anslaget|har\s+anslagits)|intygar", "ANSLAG/BEVIS", "Anslagstavlan"),
    Label("contents", r"innehåll(?:sförteckning)?|ärendeförteckning|ärendelista|dagordning|föredragningslista|ärenden\s+vid\s+sammanträdet", "Innehållsförteckning", "Innehållet är känt"),
)  # fmt: skip

# --- the parts of an item -----------------------------------------------------------------------------------------
ABBREVIATED = r"(?-i:[A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ][bcdfghjklmnpqrstvxz]{1,4}(?:au|ge|u)?|[FK]ge|Au)"
"""A body by the abbreviation that its minutes use («Ks», «KSAU:s»)."""
_DECIDERS = r"(?:styrelse|nämnd|råd|utskott|direktion|fullmäkti?ge|grupp|organ|presidi|kommitté|beredning|stämma|möte|förbund|kår|delegation|årsmöte|samling|forum|nätverk)"

_ITEM = (
    Label("proposal", rf"(?:förslag\s+till\s+(?:beslut|{_DECIDERS}\w*)(?:\s+i\s+\w+)?|beslutsförslag|{ABBREVIATED}(?::?s)?\s+förslag|(?!enligt\b)(?:tf\.\s+)?(?:[\wåäö-]+\s+){{0,2}}[\wåäö-]+s\s+förslag(?:\s+till\s+(?:beslut|\w+(?:\s+\w*(?:nämnden|styrelsen|utskottet))?)(?:\s+i\s+\w+)?)?(?:\s+(?:den\s+)?[\d-]+[^:]{{0,25}})?|förslag|yrkanden?(?:\s+och\s+\w+)?|hemställan|motionens\s+att-satser|proposition(?:er|sordning)?(?:\s+\w+)?)", "Förslag till beslut", "Beslut"),
    Label("voting", r"(?:omröstning|votering|beslutsgång|voteringsresultat|omröstningsresultat|beslutsordning)(?:sproposition|slista)?(?:\s+och\s+\w+)?", "Omröstning", "Omröstningen hölls"),
    Label("reservation", r"(?:skriftlig\s+)?reservation(?:er)?|avvikande\s+(?:mening|åsikt)(?:ar|er)?", "Reservation", "Reservationen avser"),
    Label("note", r"protokollsanteckning(?:ar)?|särskil(?:t|da)\s+yttranden?", "Protokollsanteckning", "Protokollsanteckningen avser"),
    Label("not-taking-part", r"(?:ej\s+deltagande|delt(?:ar|og)\s+(?:inte|ej)|(?:inte|ej)\s+delt(?:ar|og|agit)|deltagande\s+ej|avst(?:år|od)\s+från\s+(?:att\s+delta|deltagande))\s+i\s+(?:beslut(?:et)?|omröstning(?:en)?|ärendet(?:s\s+\w+)?|handläggningen|behandlingen)", "Deltar inte i beslutet", "Deltar inte"),
    Label("disqualification", r"jäv", "Jäv", "Jävigheten"),
    Label("recipients", r"till(?=\s*:)|går\s+till|info(?:rmation|rmeras)?\s+(?:till|om\s+beslutet)|information\s+om\s+beslutet|skickas\s+för\s+(?:kännedom|åtgärd)|till\s+kännedom|beslutet\s+ska\s+skickas\s+till|(?:protokolls)?utdrag(?:\s+(?:ur\s+protokollet\s+)?(?:går\s+)?(?:till|skickas\s+till|sänds\s+till))|(?:beslutet|beslut|protokollsutdrag|protokollet|paragrafen)\s+(?:ska\s+|skall\s+)?(?:skickas|sänds|delges|expedieras|översänds|skickas\s+för\s+kännedom|delgives|meddelas|tillställs)(?:\s+(?:till|för\s+kännedom\s+till))?|(?:för\s+)?verkställighet|exp\.?|(?:besluts)?expedi(?:ering|eras|tion)(?:\s+(?:till|av\s+beslut(?:et)?))?|(?:skickas|sänds|kopia|delges|för\s+kännedom|delgivning|sändlista|mottagare|för\s+åtgärd|meddelas|protokollsutdrag)(?:\s+till)?|utdrag", "Beslutet skickas till", "Beslutet togs"),
    Label("decision", rf"(?:[\w\såäö-]{{0,50}}{_DECIDERS}\w*s\s+|{ABBREVIATED}(?::?s)?\s+|mötets\s+|vårt\s+)?beslut(?:\s+i\s+ärendet|\s+(?:nr\.?\s*)?\d{{1,4}}(?:[:/.-]\d{{1,4}}){{1,2}}|\s+(?:nr\.?\s*)?\d{{1,4}}(?=\s*:)|\s+(?:i\s+)?{ABBREVIATED}(?:\s+\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d)?)?|(?:[\w\såäö-]{{0,50}}{_DECIDERS}\w*|mötet)\s+(?:har\s+)?(?:beslutar|beslutade|beslöt|beslutat|bestämmer|bestämde)(?:\s+(?:enhälligt|därefter|därmed|också|således|efter\s+omröstning))*|beslutet(?=\s*:)|(?:[\w\såäö-]{{0,50}}{_DECIDERS}\w*s\s+|{ABBREVIATED}(?::?s)?\s+)?avgörande|det\s+beslut(?:as|ades)|beslutades|beslutas|beslutade", "Styrelsens beslut", "Beslutet skickas till"),
    Label("quoted", r"(?:[\w-]+s\s+)?[\w-]*(?:utskottets|nämndens|styrelsens|fullmäktiges|direktionens|rådets)\s+beslut,?\s+(?:den\s+)?\d{4}-\d\d-\d\d(?:,?\s*§\s*\d{1,4})?|tidigare\s+beslut|beslut\s+i\s+\w+(?:styrelsen|nämnden|utskottet|fullmäktige)|[\w-]*utskottets\s+beslut|ärendets\s+(?:tidigare\s+)?(?:beredning|behandling|gång)|tidigare\s+behandling", "Tidigare beslut", "Beslut"),
    Label("background", r"bakgrund(?:\s+och\s+\w+|\s+(?:till|i)\s+ärendet)?|ärendebeskrivning|beskrivning(?:\s+av\s+ärendet)?|historik|(?:ärendets\s+)?beredning(?=\s*:)|(?:sak)?beredning\s+av\s+ärendet", "Bakgrund", "Bakgrunden är"),
    Label("information", r"information(?:\s+(?:om|från)\s+mötet)?|sammanfattning(?:\s+(?:av\s+ärendet|och\s+\w+))?|ärendet(?:\s+i\s+korthet)?|redogörelse|diskussion(?:er)?|överväganden|motivering(?:\s+till\s+beslut)?|konsekvenser|ekonomi(?:ska\s+konsekvenser)?|bedömning|noteringar|notering|kommentar(?:er)?|förvaltningens\s+(?:synpunkter|bedömning)|föredragning|inledning|behandling|dialog", "Sammanfattning av ärendet", "Informationen noterades"),
    Label("opinions", r"synpunkter(?:\s+från\s+\w+)?|inlägg|yttranden\s+i\s+debatten|debatt|talare", "Synpunkter från mötet", "Synpunkterna"),
    Label("basis", r"(?:besluts)?underlag|handlingar(?:\s+i\s+ärendet)?|bilag(?:a|or)|beslutshandlingar|underlag\s+för\s+beslut", "Beslutsunderlag", "Underlaget presenterades"),
    Label("prepared-by", r"underlag\s+framtaget\s+av|handläggare|beredd\s+av|ansvarig\s+handläggare|kontaktperson", "Underlag framtaget av", "Handläggaren"),
    Label("tasks", r"(?:åtgärds?|uppdrags?|aktivitets?|att[\s-]göra|uppgifts?|aktions)[\s-]?list(?:a|an|or)|(?:att\s+göra(?:\s+till\s+nästa\s+(?:möte|gång))?|åtgärder|aktiviteter|(?:uppdrag|uppgifter|åtgärder)\s+(?:från|till|efter)\s+\w+|to\s?do(?:-lista)?|vem\s+gör\s+vad|åtaganden)(?=\s*:?\s*$)", "Åtgärdslista", "Åtgärder vidtas"),
    Label("responsible", r"ansvarig(?:a)?(?:\s+för\s+(?:uppdraget|genomförande))?|åtgärdas?\s+av", "Ansvarig", "Ansvarigheten"),
    Label("decided-at-once", r"omedelbar\s+justering|(?:paragrafen|punkten|ärendet)\s+(?:(?:förklaras\s+)?omedelbart\s+justera[ds]t?|justera(?:s|des)\s+omedelbart)\.?", "Omedelbar justering", "Omedelbart"),
    Label("diary", r"diarienummer|dnr\.?|ärendenummer|dnr\s*/\s*ärende", "Diarienummer", "Diariet"),
)  # fmt: skip

LABELS: tuple[Label, ...] = (*_PEOPLE, *_MEETING, *_ITEM)

PEOPLE_KINDS = frozenset(label.kind for label in _PEOPLE)
OFFICE_KINDS = frozenset({"secretary", "chair", "vice-chair", "adjuster"})

MEETING_KINDS = frozenset(label.kind for label in _MEETING)

ITEM_KINDS = frozenset(label.kind for label in _ITEM)
ALL_KINDS = PEOPLE_KINDS | MEETING_KINDS | ITEM_KINDS

_CLOSE = r"\s*(?:\((?:[a-zåäö -]{0,40}(?:rätt|rösträtt)|beslutande|ersättare|ej\s+beslutande|med\s+rösträtt|x|\d{1,3})\)\s*)?(?:(?P<colon>[:?])|;|\t+|\s{2,}|\s*\||\s*$)"
_NAME_FOLLOWS = rf"(?P<colon>)(?:\s*\(\d{{1,3}}\))?\s+(?:(?:var|är|deltog|deltar|närvarade|medverkade)\s+)?(?=(?:[-x\[]\s*)?(?-i:[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?\s+(?:[a-z]+\s)?[{UPPER}][{LOWER}]+))"
# in running text: by a colon, or by a word that begins something new
_BEGINS_ANEW = rf"(?P<colon>)(?:\s*:\s*|\s*$|\.+\s*|\s+(?=(?-i:[{UPPER}\d§(\[\"”–•*-]|att\s|x\s[{UPPER}]|[{LOWER}]{{4,}}(?:en|et|an|or|are|chef|man)\s[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?\s[{UPPER}][{LOWER}])))"
_ORDINAL = re.compile(r"[123]:[ae]\s+vice", re.IGNORECASE)
_GENITIVE = re.compile(r"(?:[^\s:]+\s+){0,5}?[^\s:]*[sſ]\s", re.IGNORECASE)
"""The words at a line's head, one of which can be a body's («närvarande direktionens ledamöter»)."""
_LEAD = re.compile(r"[\s#>•·/–*|-]{0,80}")
_BARE = frozenset(
    {
        "members",
        "secretary",
        "chair",
        "vice-chair",
        "adjuster",
        "presenters",
        "absent",
        "substitutes",
        "serving",
        "others",
        "coopted",
        "officials",
        "idle-substitutes",
        "guests",
    }
)
_LONGEST = 160
"""Characters that a label and what closes it can take."""


@dataclass(frozen=True, slots=True)
class LabelHit:
    """A label at the start of a line: `end` is where its content begins, `alone` that the rest of the line is empty."""

    kind: str
    start: int
    end: int
    words: str
    alone: bool


def label_at(line: str, kinds: frozenset[str], *, bare: bool = False) -> LabelHit | None:
    """Return the label that opens a line: closed by a colon, a tab or wide gap, or the line's end.

    `bare` also admits a label that a person's name follows directly («Sekreterare Anna Alm»). The longest label wins.
    """
    head = line[:_LONGEST]
    hits = [hit for hit in _hits(head, _CLOSE) if hit.kind in kinds]
    if bare:
        hits += [hit for hit in _hits(head, _NAME_FOLLOWS) if hit.kind in kinds & _BARE]
    if not hits:
        return None
    hit = max(hits, key=lambda hit: len(hit.words))
    if hit.alone and len(line) > _LONGEST and line[_LONGEST:].strip():
        return replace(hit, alone=False)
    return hit


def label_within(text: str, at: int) -> LabelHit | None:
    """Return the longest label that begins at a place in running text; `start` and `end` are places in the text."""
    return next(iter(labels_within(text, at)), None)


def labels_within(text: str, at: int) -> list[LabelHit]:
    """List the labels that begin at a place in running text, closed by a colon or by a word that begins something new, the longest first."""
    hits = sorted(_hits(text[at : at + _LONGEST], _BEGINS_ANEW), key=lambda hit: -len(hit.words))
    return [replace(hit, start=at + hit.start, end=at + hit.end) for hit in hits]


@lru_cache(maxsize=16384)
def _hits(head: str, close: str) -> tuple[LabelHit, ...]:
    """Find all labels at the head of a line; every reader asks for the same lines, so the answers are kept."""
    lead = _LEAD.match(head)
    offset = lead.end() if lead else 0
    opens = head[offset : offset + 1]
    if not (opens.isalpha() or opens == "§" or _ORDINAL.match(head, offset)) or (
        close == _NAME_FOLLOWS and not opens.isupper()
    ):
        return ()
    of_body = _GENITIVE.match(head, offset) is not None
    one, beginning = _that_begin_with(lowered(opens), close, of_body=of_body)
    asked = set() if one.match(head, offset) is None else {*beginning}
    low = lowered(head)
    for number, words in _that_begin_with_any(of_body=of_body):
        for word in words:
            if word in low:
                asked.add(number)
                break
    patterns = ((number, _pattern(number, close, of_body=of_body)) for number in sorted(asked))
    matches = ((LABELS[number].kind, pattern.match(head, offset)) for number, pattern in patterns)
    found = [(kind, match) for kind, match in matches if match is not None]
    if not found and close == _CLOSE and (told := asked_label(head, offset)) is not None:
        found.append(told)
    return tuple(
        LabelHit(kind, offset, match.end(), match["words"], not head[match.end() :].strip())
        for kind, match in found
        if match["colon"] is not None or not opens.islower()
    )


@lru_cache(maxsize=512)
def _that_begin_with(letter: str, close: str, *, of_body: bool) -> tuple[re.Pattern[str], tuple[int, ...]]:
    """Compile the labels that can begin with a letter in one pattern, which tells most lines from labels; return it and their numbers."""
    rows = [(number, row) for number, row, letters in _openings(of_body=of_body) if letters and letter in letters]
    one = re.compile(rf"(?:{'|'.join(row.pattern for _, row in rows) or '(?!)'}){close}", re.IGNORECASE)
    return one, tuple(number for number, _ in rows)


@lru_cache(maxsize=2)
def _that_begin_with_any(*, of_body: bool) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """List the labels that can begin with any letter, each with words of which its matches hold one."""
    rows = [(number, row) for number, row, letters in _openings(of_body=of_body) if letters is None]
    return tuple((number, needles(row.pattern, re.IGNORECASE) or ("",)) for number, row in rows)


@lru_cache(maxsize=1024)
def _pattern(number: int, close: str, *, of_body: bool) -> re.Pattern[str]:
    """Compile a label with what closes it, when a line can be one: few of them are met in most files."""
    _, row, _ = _openings(of_body=of_body)[number]
    return re.compile(rf"(?P<words>{row.pattern}){close}", re.IGNORECASE)


@lru_cache(maxsize=2)
def _openings(*, of_body: bool) -> tuple[tuple[int, Label, frozenset[str] | None], ...]:
    """List the labels with the letters that they can begin with, None for any.

    Where no body is named before a label, since nothing there ends as its genitive does, it is not looked for.
    """
    rows = LABELS if of_body else [replace(row, pattern=row.pattern.replace(_OF_BODY, "")) for row in LABELS]
    return tuple((number, row, openings(row.pattern, re.IGNORECASE)) for number, row in enumerate(rows))
