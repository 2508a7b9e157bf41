## Warum eine Quelle nicht gelesen werden konnte

cause-address = das ist keine Webadresse
cause-private-address = sie liegt in einem privaten Netz; ALLOW_PRIVATE=yes lässt das zu
cause-offline = dieser Rechner hat keine Netzverbindung
cause-dns = eine Website dieses Namens gibt es nicht
cause-refused = der Server lehnt die Verbindung ab
cause-unreachable = der Server ist nicht erreichbar
cause-interrupted = die Verbindung ist abgebrochen
cause-tls = eine sichere Verbindung ist nicht möglich, vielleicht ist das Zertifikat abgelaufen
cause-timeout = der Server hat nicht rechtzeitig geantwortet
cause-too-large = zu groß
cause-redirects = es leitet nur weiter: im Kreis oder zu etwas, das keine Webseite ist
cause-challenge = die Website lässt nur Browser herein (Bot-Prüfung)
cause-login-wall = die Website verlangt eine Anmeldung
cause-consent-wall = die Seite zeigt nichts, bevor ihre Cookies akzeptiert sind
cause-paywall = die Website verlangt Bezahlung
cause-forbidden = der Server verbietet den Zugriff
cause-missing = unter dieser Adresse gibt es nichts (404)
cause-gone = dauerhaft entfernt (410)
cause-rate-limited = der Server meldet zu viele Anfragen
cause-server-error = beim Server ist ein Fehler aufgetreten
cause-http-error = der Server hat mit einem Fehler geantwortet
cause-not-a-feed = das ist eine Seite, aber kein Feed
cause-needs-script = die Seite ist leer, bis ein Browser ihre Skripte ausführt
cause-list-page = das ist eine Liste von Artikeln, und einen Feed dazu habe ich nicht gefunden
cause-other-kind = das ist eine Datei anderer Art, weder Seite noch Feed
cause-malformed = zu beschädigt, um gelesen zu werden
cause-empty = leer
cause-too-slow = das Lesen dauert zu lange

## Der Hinweis an die Betreiber

source-named = { $name }
source-why = { ": " }{ $cause }
source-note-failing =
    { $count ->
        [one] Eine Quelle antwortet nicht mehr. Weitere Versuche folgen.
       *[other] { $count } Quellen antworten nicht mehr. Weitere Versuche folgen.
    }
source-note-missing =
    { $count ->
        [one] Unter der Adresse einer Quelle gibt es seit 90 Tagen nichts:
       *[other] Unter den Adressen von { $count } Quellen gibt es seit 90 Tagen nichts:
    }
source-note-gone =
    { $count ->
        [one] Eine Quelle wurde dauerhaft entfernt:
       *[other] { $count } Quellen wurden dauerhaft entfernt:
    }
source-note-silent =
    { $count ->
        [one] Eine Quelle ist verstummt: seit mindestens 30 Tagen nichts Neues, obwohl sie früher öfter veröffentlichte.
       *[other] { $count } Quellen sind verstummt: seit mindestens 30 Tagen nichts Neues, obwohl sie früher öfter veröffentlichten.
    }
source-note-came-back =
    { $count ->
        [one] Eine Quelle ist wieder da:
       *[other] { $count } Quellen sind wieder da:
    }
source-note-moved =
    { $count ->
        [one] Eine Quelle ist dauerhaft umgezogen und wird unter der neuen Adresse gelesen.
       *[other] { $count } Quellen sind dauerhaft umgezogen und werden unter den neuen Adressen gelesen.
    }
source-note-more = … und { $count } weitere
source-note-end = /sources zeigt alle.

## Wie es um eine Quelle steht

source-state-paused = pausiert
source-state-channel = Beiträge werden gelesen, sobald sie erscheinen
source-state-folder = Dateien werden gelesen, sobald sie da sind
source-state-new = wartet auf den ersten Abruf
source-state-well = in Ordnung
source-state-retrying = letzter Versuch gescheitert: { $cause }; der nächste folgt
source-state-failing = gestört seit { $since }: { $cause }
source-state-missing = unter der Adresse nichts seit { $since }: { $cause }
source-state-gone = dauerhaft entfernt: { $cause }
source-state-silent = still: nichts Neues seit { $since }

## Was mit Zugesandtem möglich ist

offer-failed = { $address } lässt sich nicht lesen:
advice-whole = Schreiben Sie die ganze Adresse, etwa https://example.org/news.
advice-network = Prüfen Sie seine Verbindung und versuchen Sie es noch einmal.
advice-browser = Öffnen Sie die Website im Browser und nehmen Sie die Adresse, die er anzeigt.
advice-later = Versuchen Sie es später noch einmal.
advice-file = Wenn Sie die Seite im Browser lesen können, speichern Sie sie dort und geben Sie mir die Datei, oder nehmen Sie den Feed der Website.
advice-feed = Wenn Sie die Adresse ihres Feeds kennen, nehmen Sie die.
advice-article = Nehmen Sie einen Link zu einem der Artikel oder zu einem Feed.
advice-apart = Nehmen Sie Links zu den einzelnen Artikeln.
advice-other = Nehmen Sie einen Link zu einer Seite oder einem Feed, oder geben Sie mir den Text als Datei.
advice-another = Das kann nur der Herausgeber beheben; vielleicht hat die Website noch einen anderen Feed.
offer-failed-again = Das lässt sich nicht mehr lesen: { $cause }.
offer-feed =
    { $count ->
        [one] Ein Feed: „{ $name }“, { $count } Eintrag
       *[other] Ein Feed: „{ $name }“, { $count } Einträge
    }
offer-newest-minutes =
    { $count ->
        [one] der neueste vor einer Minute
       *[other] der neueste vor { $count } Minuten
    }
offer-newest-hours =
    { $count ->
        [one] der neueste vor einer Stunde
       *[other] der neueste vor { $count } Stunden
    }
offer-newest-days =
    { $count ->
        [one] der neueste vor einem Tag
       *[other] der neueste vor { $count } Tagen
    }
offer-more-feeds =
    { $count ->
        [one] Noch ein Feed auf dieser Seite:
       *[other] Noch { $count } Feeds auf dieser Seite:
    }
offer-even-more =
    { $count ->
        [one] Die Seite nennt noch { $count }, den ich nicht geprüft habe. Schicken Sie seine Adresse, um ihn aufzunehmen.
       *[other] Die Seite nennt noch { $count }, die ich nicht geprüft habe. Schicken Sie ihre Adressen, um sie aufzunehmen.
    }
offer-no-feed = Eine Seite: „{ $title }“. Ein Feed war dort nicht zu finden.
offer-too-many-links = Das sind { $count } Links. Schicken Sie höchstens { $most } auf einmal oder alle als OPML-Datei.
offer-found-at = Unter dieser Adresse ist kein Feed; diesen habe ich unter { $address } gefunden.
offer-only-feeds = Die Seite selbst kann ich nicht lesen: { $cause }. Aber es gibt einen Feed.
offer-list =
    { $count ->
        [one] Eine Liste mit { $count } Feed:
       *[other] Eine Liste mit { $count } Feeds:
    }
offer-list-named =
    { $count ->
        [one] Die Liste „{ $title }“ mit { $count } Feed:
       *[other] Die Liste „{ $title }“ mit { $count } Feeds:
    }
offer-list-more = … und { $count } weitere
offer-list-file = Eine Liste von Feeds: { $name }, { $size }
offer-file = Eine Datei mit Artikeln: { $name }, { $size }
offer-post = Ein Beitrag aus dem Kanal „{ $name }“
offer-message = Eine Nachricht von { $name }
offer-words = Eine weitergeleitete Nachricht
offer-add = Als Quelle aufnehmen
offer-add-named = { $name } aufnehmen
offer-add-all = Alle aufnehmen
offer-add-channel = Alle Beiträge von { $name } aufnehmen
offer-watch = Aufnehmen und bei Änderungen neu lesen
offer-read-once = Diese Seite einmal lesen
offer-read-file = Artikel der Datei lesen
offer-read-post = Diesen Beitrag einmal lesen
offer-no = Nein
offer-open = Artikel öffnen
offer-declined = Gut, dann nicht.
offer-read = Gelesen.
offer-part-read = Gelesen, was frei zugänglich ist; der Rest ist nur für Abonnenten.
offer-known = Diesen Artikel gibt es schon.
offer-refused = Das ließ sich nicht lesen: { $reason }.
offer-loaded = { $loaded } gelesen, { $known } schon bekannt, { $refused } abgelehnt
offer-loaded-updated = { $loaded } gelesen, { $updated } aktualisiert, { $known } schon bekannt, { $refused } abgelehnt
offer-empty-file = In { $name } stehen keine Artikel.
offer-no-file = { $name } ist von Telegram nicht zu bekommen, vielleicht weil die Datei größer als 20 MB ist. Verwenden Sie auf dem Server `communique load`.
offer-other-file = { $name } kann ich nicht lesen: Artikel nehme ich als .jsonl, .json, .html, .txt und .md, Listen von Feeds als .opml. Oder schicken Sie mir einen Link.
offer-too-large = { $name } ist zu groß, als dass ein Bot sie von Telegram bekäme ({ $size }, erlaubt sind 20 MB). Verwenden Sie auf dem Server `communique load` oder den überwachten Ordner.
offer-empty-list = In { $name } sind keine Feeds, oder die Datei bricht vor dem ersten ab. Exportieren Sie die Liste noch einmal und schicken Sie mir diese Datei.
offer-lines = { $name } ist eine Liste von Adressen, kein Artikel: { $count ->
    [one] { $count } Adresse
   *[other] { $count } Adressen
}.
offer-not-a-list = { $name } ist keine lesbare Liste von Feeds. OPML-Dateien funktionieren, und Texte mit einer Adresse je Zeile.
offer-imported = { $added } aufgenommen, { $known } schon da, { $refused } ohne brauchbare Adresse. Die neuen werden in den nächsten Minuten abgerufen.
offer-channel-how = Beiträge eines Kanals sieht nur ein Administrator. Machen Sie @{ $bot } in „{ $name }“ zum Administrator und leiten Sie den Beitrag noch einmal weiter.

## /sources

menu-sources = Woher die Artikel kommen
sources-none = Noch keine Quellen. Schicken Sie den Link zu einer Website oder einem Feed, eine OPML-Datei, oder leiten Sie einen Kanalbeitrag weiter.
packs-countries = Oder beginnen Sie mit der Liste eines Landes:
packs-topics = Oder beginnen Sie mit der Liste zu einem Thema:
packs-to-countries = Länder ›
packs-to-topics = Themen ›
pack-checking = Die Feeds von „{ $name }“ werden geprüft …
pack-skipped =
    { $count ->
        [one] { $count } Feed ist derzeit nicht lesbar und fehlt deshalb:
       *[other] { $count } Feeds sind derzeit nicht lesbar und fehlen deshalb:
    }
sources-only-operators = Artikel und Quellen können nur die Betreiber hinzufügen. /sources zeigt, was gelesen wird.
sources-title =
    { $count ->
        [one] { $count } Quelle
       *[other] { $count } Quellen
    }
sources-recent =
    { $count ->
        [one] { $count } Artikel in 7 Tagen
       *[other] { $count } Artikel in 7 Tagen
    }
sources-last = zuletzt erfolgreich { $moment }
sources-next = Weiter ›
sources-previous = ‹ Zurück
outlets-none = Noch keine Artikel.
outlets-title = Die Artikel stammen von:
outlets-articles =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
outlets-more = … und { $count } weitere
source-added = Aufgenommen: „{ $name }“. Die Artikel werden gerade abgerufen.
source-added-channel = Aufgenommen: „{ $name }“. Ab jetzt werden die Beiträge gelesen.
source-known = „{ $name }“ ist schon eine Quelle.
source-gone = Diese Quelle gibt es nicht mehr.
source-details = Einzelheiten
source-articles =
    { $count ->
        [one] { $count } Artikel, davon { $recent } aus den letzten 7 Tagen
       *[other] { $count } Artikel, davon { $recent } aus den letzten 7 Tagen
    }
source-address = Adresse: { $address }
source-folder = Ordner: { $folder }
source-labels = Schlagwörter: { $labels }
source-language = Sprache: { $language }
source-text-feed = Text: aus dem Feed
source-text-page = Text: von der Seite
source-archive = Archiv: nicht in Überblicken
source-next = Nächster Abruf: { $moment }
source-pause = Pausieren
source-resume = Fortsetzen
source-check = Jetzt abrufen
source-checked = Abgerufen: { $added } neu, { $edited } geändert
source-check-failed = Der Abruf ist gescheitert: { $cause }.
source-rename = Umbenennen
source-name-how = Antworten Sie auf diese Nachricht mit einem neuen Namen für Quelle Nr. { $id }, „{ $name }“.
source-remove = Entfernen
source-remove-which =
    { $count ->
        [0] „{ $name }“ entfernen?
        [one] „{ $name }“ entfernen? Davon gibt es { $count } Artikel.
       *[other] „{ $name }“ entfernen? Davon gibt es { $count } Artikel.
    }
source-remove-keep = Entfernen, Artikel behalten
source-remove-all =
    { $count ->
        [one] Mit dem Artikel entfernen
       *[other] Mit allen { $count } Artikeln entfernen
    }
source-removed = „{ $name }“ ist entfernt; die Artikel bleiben.
source-removed-all = „{ $name }“ ist entfernt. Die Artikel werden in 10 Minuten gelöscht.
source-undo = Rückgängig
source-undo-late = Zum Rückgängigmachen ist es zu spät. Nehmen Sie die Quelle neu auf.
source-back = ‹ Quellen

## Unter einem Artikel

article-teaser = Nur der Anfang dieses Artikels war lesbar.

# Why an article was refused; after its name and a colon.
refusal-empty = es enthält keinen Text
refusal-not-text = das ist keine Textdatei
refusal-too-long = der Text ist zu lang
refusal-too-slow = das Lesen hat zu lange gedauert
refusal-too-large = zum Lesen reicht der Speicher nicht
refusal-failed = durch einen Fehler des Bots nicht lesbar
refusal-no-article = auf dieser Seite ist kein Artikel, nur Menüs und Hinweise
refusal-not-an-object = das ist kein Artikel: „text“ fehlt
refusal-not-json = das ist kein gültiges JSON
refusal-wrong-field = ein Feld ist nicht, wie es sein soll
refusal-other-text = diese ID hat schon ein anderer Artikel: Entfernen Sie ihn zuerst, oder geben Sie diesem eine eigene ID
refusal-unfit = die Auswertung passt nicht zum Text: Werten Sie den Artikel neu aus
refusal-other-kind = Dateien dieser Art lese ich nicht
refusal-leads-out = ein Link, der aus dem Ordner herausführt
refusal-unreadable = die Datei lässt sich nicht öffnen

# Mit welchem Vorbehalt Daten übernommen wurden: bei einem Artikel nach seiner ID, bei mehreren vor dem ersten.
date-doubt-empty =
    { $count ->
        [one] { $id }: Das Datum ist leer; der Artikel gilt als undatiert
       *[other] { $count } Artikel haben ein leeres Datum und gelten als undatiert (der erste: { $id })
    }
date-doubt-unknown =
    { $count ->
        [one] { $id }: Statt eines Datums steht dort „{ $value }“; der Artikel gilt als undatiert
       *[other] { $count } Artikel haben statt eines Datums ein Wort und gelten als undatiert (der erste: { $id }, „{ $value }“)
    }
date-doubt-no-day =
    { $count ->
        [one] { $id }: „{ $value }“ ist kein Tag; der Artikel gilt als undatiert. Schreiben Sie das Datum als JJJJ-MM-TT
       *[other] { $count } Artikel haben ein Datum, das kein Tag ist, und gelten als undatiert. Schreiben Sie es als JJJJ-MM-TT (der erste: { $id }, „{ $value }“)
    }
date-doubt-other-form =
    { $count ->
        [one] { $id }: Das Datum „{ $value }“ lese ich als { $day }
       *[other] { $count } Artikel haben ein Datum in anderer Form als JJJJ-MM-TT, das ich lesen konnte (der erste: { $id }, „{ $value }“)
    }
date-doubt-ahead =
    { $count ->
        [one] { $id }: Das Datum { $value } liegt mehr als zwei Tage in der Zukunft; der Artikel gilt als undatiert
       *[other] { $count } Artikel haben ein Datum mehr als zwei Tage in der Zukunft und gelten als undatiert (der erste: { $id }, { $value })
    }
