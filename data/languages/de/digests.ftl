## Überblicke

digest = Nachrichten
digest-about = Nachrichten: { $about }
digest-preview = Vorschau – noch nicht abonniert.
digest-first = Ihr erster Überblick mit den neuesten passenden Meldungen. Von jetzt an kommt nur noch Neues.
digest-stories =
    { $count ->
        [one] { $count } Meldung
       *[other] { $count } Meldungen
    }
digest-from-articles =
    { $count ->
        [one] aus { $count } Artikel
       *[other] aus { $count } Artikeln
    }
digest-count-of = Die wichtigsten { $shown } von { $total } Meldungen
button-digest-open = Mehr zu { $number }
button-digest-close = ‹ Zum Überblick
digest-update = Aktualisiert:
digest-nothing = Nichts Neues.
digest-preview-nothing = Noch passt nichts. Sobald es etwas gibt, melde ich mich.
digest-more =
    { $count ->
        [one] 1 weitere passende Meldung
       *[other] { $count } weitere passende Meldungen
    }
reported-in =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
reported-by =
    { $count ->
        [one] { $count } Quelle
       *[other] { $count } Quellen
    }
button-digest-more =
    { $count ->
        [one] 1 weitere Meldung ›
       *[other] { $count } weitere Meldungen ›
    }
button-digest-why = Warum diese?
button-digest-further = Weiter ›
digest-rest = { $from }–{ $to } von { $total }
digest-gone = Diese Meldungen sind nicht mehr im Archiv.
digest-why = Warum diese Meldungen?
digest-why-order =
    { $count ->
        [one] { $count } passende Meldung.
       *[other] { $count } passende Meldungen. Die Reihenfolge richtet sich danach, wie viele Artikel und Medien berichten, wie gut sie zu Ihrer Auswahl passen und wie neu sie sind; jedes Ihrer Themen kommt einmal vor, bevor eines zum zweiten Mal kommt, und von vielen ähnlichen Meldungen stehen drei vorn.
    }
why-sources =
    { $count ->
        [one] { $count } Quelle
       *[other] { $count } Quellen
    }
why-about = passt zu { $about }
why-newest = veröffentlicht
why-update = führt eine frühere Meldung fort
