"""The verbs by which a sentence elects, only proposes, ends something, or just tells."""

from __future__ import annotations

from loaders.reading.rules import Rule

SELECT = Rule(
    "select",
    r"\b(?:utse(?:s|r|tt|dd|dda)?|utsågs?|(?:ny|om|in)?välj(?:a|as|s|er)|(?:in)?vald(?:e|es|a)?|valts?|omvald(?:es)?|nyvald(?:es)?|förordna(?:s|r|des)?|nominera(?:s|r)?)\b",
    "Till justerare utses Eva Alm",
    "Valet sköts upp",
)
# behind what announces them, those chosen are listed
ANNOUNCES = Rule(
    "announces",
    r"\b(?:utse|välj|utsåg|vald)\w*\b[^.]{0,80}\bföljande\b(?!\s+(?:möte|sammanträde|år|stämma|tid|period))|\bföljande\b[^.]{0,80}\b(?:utses|väljs|utsågs|valdes)\b|\b(?:utse|välj)\w*\s[^.]{0,120}\b(?:enligt\s+nedan|som\s+följer|nedanstående)\b",
    "att för 2023–2026 välja följande ledamöter i nämnden.",
    "att välja ledamöter vid följande möte.",
)
VACANT = Rule("vacant-row", r"(?:[-•*–]\s*)?vakant\b", "Vakant (S)", "Eva Alm", at="start")
PROPOSED = Rule(
    "proposed",
    r"\b(?:föreslå(?:r|s)?|föreslogs?|föreslagit|förslag\s+(?:om|på)\s+att|tillstyrker|hemställer|rekommendera(?:r|s)?|yrka(?:r|de|nde)|önskar|borde|skulle|innebär\s+att)\b",
    "Nämnden föreslår att en grupp bildas",
    "Enligt förslag bildas en grupp",
)
ENDED = Rule(
    "ended",
    r"\b(?:upphör(?:de|a)?|upplös(?:a|es|s|tes)|avveckla(?:s|r|des)?|lägg(?:a|s)\s+ned|entledigas?)\b",
    "Arbetsgruppen upplöses",
    "Arbetsgruppen fortsätter",
)
# the words that tell running text from a heading
RUNNING_VERB = Rule(
    "running-verb",
    r"\b(?:är|har|hade|finns|kommer|ska|skall|beslutar|beslutade|informerade|informerar|redogör(?:de)?|redovisade|noterar|föreslår|godkänner|behandlades|bifogas|får|visades|uppskattar|fastställdes|hälsade|tackade|antecknas|beviljas|väljs|valdes|utses|initierar|lyfter|hälsar|öppnar|öppnade)\b",
    "Kansliet informerade om läget",
    "Information om läget",
)
