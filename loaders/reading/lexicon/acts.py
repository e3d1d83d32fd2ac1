"""The verbs by which a sentence elects, only proposes, ends something, or just tells."""

from __future__ import annotations

from loaders.reading.rules import Rule

SELECT = Rule(
    "select",
    r"\b(?:utse(?:s|r|tt|dd|dda)?|utsågs?|(?:ny|om|in)?välj(?:a|as|s|er)|(?:in)?vald(?:e|es|a)?|valts?|omvald(?:es)?|nyvald(?:es)?|förordna(?:s|r|des)?|nominera(?:s|r)?)\b",
    "Till justerare utses Eva Alm",
    "Valet sköts upp",
)
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
