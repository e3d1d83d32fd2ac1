"""Words that are, or are not, part of a person's name."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.reading.text.letters import fold

# a capitalised word that begins or is part of a body's, an organisation's or a thing's name
_ORGANISATION = re.compile(
    r"^(?:unga|ung|region|regionen|landstinget|länsstyrelsen|kommunförbundet|kommunalförbundet|familjen|rädda|svenska|sveriges|"
    r"föreningen|stiftelsen|nätverket|samordningsförbundet|kommunal|kommunala|north|science|smålands|näringsliv|sektor|"
    r"kommun|kommunen|kommuner|stad|staden|län|länet|landskap|ab|hb|kb|bolaget|kansliet|sekretariatet|styrelsen|nämnden|polisen|"
    r"storgatan|sweden|european|office|park|group|europe|nordic|norra|södra|östra|västra|mellersta|nya|gamla|stora|lilla|"
    r"kyrkan|svenskt|företagarna|hyresgästföreningen|byalag|bygdegård|hushållningssällskapet|lantbrukarnas|leader|leaderområdet|destination|visit|coompanion|röda|gröna|blå)$",
    re.IGNORECASE,
)

_ORGANISATION_END = re.compile(
    r"(?:förbund(?:et)?|klubb(?:en)?|sällskap(?:et)?|förening(?:en)?|krets(?:en)?|styrelse(?:n)?|nämnd(?:en)?|verk(?:et)?|råd(?:et)?|bolag(?:et)?|kår(?:en)?|skola(?:n)?|"
    r"universitet(?:et)?|högskola(?:n)?|stiftelse(?:n)?|utskott(?:et)?|grupp(?:en)?|direktion(?:en)?|fullmäktige|församling(?:en)?|pastorat(?:et)?|"
    r"myndighet(?:en)?|avdelning(?:en)?|förvaltning(?:en)?|kommun|byrå(?:n)?|(?<=.)rätt|räddningstjänst(?:en)?|brandförsvar(?:et)?|nätverk(?:et)?|forum|center|centrum|institut(?:et)?|kommitté(?:n)?|beredning(?:en)?|college|hem|hemmet|huset|gården|salen|rummet|(?<=\w{4})(?:organ(?:et)?|region(?:en)?))$",
    re.IGNORECASE,
)

CLEARLY_NOT = re.compile(
    r"(?:klubb(?:en)?|sällskap(?:et)?|förening(?:en)?|förbund(?:et)?|styrelsen?|nämnden?|universitet|bolag(?:et)?|stiftelse(?:n)?|verket|\bkommun|nätverk(?:et)?|minne|fond)$|^(?:Region|Kommun|Stad|Län|Park|AB|Utbildning|Förvaltning)$",
    re.IGNORECASE,
)

# a word that stands before a name and does not belong to it, or that no name contains
TITLE_END = re.compile(
    r"(?:landshövding(?:en)?|kommunikatör(?:en)?|chef(?:en)?|direktör(?:en)?|ledare(?:n)?|samordnare(?:n)?|strateg(?:en)?|sekreterare(?:n)?|ordförande(?:n)?|ledamot(?:en)?|ledamöter(?:na)?|ersättare(?:n)?|controller(?:n)?|ekonom(?:en)?|"
    r"handläggare(?:n)?|revisor(?:n)?|råd(?:et)?|kassör(?:en)?|präst|kyrkoherde(?:n)?|rektor(?:n)?|jurist(?:en)?|ingenjör(?:en)?|konsult(?:en)?|utredare(?:n)?|assistent(?:en)?|talman(?:nen)?|justerare|"
    r"suppleant(?:en|er|erna)?|ombud(?:et)?|föredragande|protokollförare|koordinator(?:n)?|administratör(?:en)?|sköterska(?:n)?|läkare(?:n)?|lärare(?:n)?|kamrer(?:en)?|kanslist(?:en)?|intendent(?:en)?|registrator(?:n)?|kantor(?:n)?|diakon(?:en)?|komminister(?:n)?|organist(?:en)?|vaktmästare(?:n)?|inspektör(?:en)?|psykolog(?:en)?|kurator(?:n)?|specialist(?:en)?|notarie(?:n)?|bibliotekarie(?:n)?|pedagog(?:en)?|tekniker(?:n)?|analytiker(?:n)?|rådgivare(?:n)?|praktikant(?:en)?|landsfiskal|brandmästare(?:n)?|förvaltare(?:n)?|professor(?:n)?|docent(?:en)?|arkitekt(?:en)?|planerare(?:n)?|utvecklare(?:n)?|kommissarie(?:n)?|löjtnant(?:en)?|överste(?:n)?|kapten(?:en)?|brandmästare(?:n)?)$",
    re.IGNORECASE,
)

NEVER_NAMES = frozenset(
    fold(word)
    for word in re.findall(
        r"\S+",
        """
    till att den det de en ett i på vid för från av med och samt som om när där här herr fru även inga ingen
    nästa föregående beslut beslutet beslutas information diskussion bakgrund sammanfattning protokoll
    protokollet mötet möte dag datum tid plats lokal paragraf paragrafer januari februari mars april juni juli
    augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag närvarande
    frånvarande beslutande övriga övrigt justeras justering utdrag bilaga bilagor ärende ärenden punkt dnr
    diarienummer dagordning föredragningslista kallelse sida sidan inbjudan presentation ordinarie personlig
    personliga tjänstgörande anmält förhinder gäst gäster vice andre andra förste första tf fullmäktige styrelse
    styrelsen nämnd nämnden rådet gruppen direktionen utskottet presidiet kommunstyrelsen stämman nr ombud namn
    parti kommun organisation funktion roll yrkande reservation omröstning ja nej avstår godkändes bifalls
    avslås enligt efter under inför sammanträde sammanträdet sammanträdesprotokoll digitalt teams skype zoom kl
    klockan utses valdes väljs utsågs mandatperioden perioden utse välja ge uppdra entlediga godkänna anta avslå
    ersätter ersätts ersatte tjänstgör tjänstgjorde vikarierar inträder inträdde
    närvaro anteckningar anmärkning anmärkningar befattning
    docent docenten professor professorn doktor advokat advokaten
    tjänsteman tjänstemän tjänsteperson tjänstepersoner
    bifalla notera lägga låta bevilja förordna tillstyrka valda utsedda återrapport votering bifall avslag ordf sekr suppl
    """,
    )
)

# municipalities whose names are in use as surnames too
PLACE_SURNAMES = frozenset(
    {
        "berg",
        "lund",
        "ed",
        "hallsberg",
        "eda",
        "mora",
        "borg",
        "falun",
        "boden",
        "ekero",
        "habo",
        "mark",
        "tranas",
        "kil",
        "alvesta",
        "salem",
        "nora",
    }
)


@lru_cache(maxsize=16384)
def is_organisation_word(word: str) -> bool:
    """Tell whether a word is part of a body's or an organisation's name."""
    return bool(_ORGANISATION.match(word) or _ORGANISATION_END.search(word))


@lru_cache(maxsize=16384)
def is_clearly_not(word: str) -> bool:
    """Tell a word that no name ends with, even where a given name stands before it."""
    return CLEARLY_NOT.search(word) is not None


@lru_cache(maxsize=16384)
def is_title(word: str) -> bool:
    """Tell whether a word ends as titles do."""
    return TITLE_END.search(word) is not None


@lru_cache(maxsize=16384)
def is_foreign(word: str) -> bool:
    """Tell a word before a name that does not belong to it."""
    return fold(word) in NEVER_NAMES or (is_title(word) and len(word) > 5) or is_organisation_word(word)


@lru_cache(maxsize=16384)
def is_foreign_end(word: str) -> bool:
    """Tell a word after a name that does not belong to it."""
    return fold(word) in NEVER_NAMES or (is_title(word) and len(word) > 5)
