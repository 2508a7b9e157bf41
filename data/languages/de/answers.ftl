## Anführungszeichen

quote-start = „
quote-end = “
quoted-words = „{ $words }“

## Mengen

articles =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
quotes =
    { $count ->
        [one] { $count } Zitat
       *[other] { $count } Zitate
    }
and-more = und { $count } weitere

## Quellen und Artikel

sources = Quellen
untitled = (ohne Titel)
since = seit
until = bis
latest = Aktuelle Meldungen
latest-about = Aktuelle Meldungen: { $about }
no-news-about = Keine Meldungen zu „{ $about }“.
news-of-period = Meldungen
no-news-then = Keine Meldungen aus diesen Tagen
no-news-then-about = Keine Meldungen zu „{ $about }“ aus diesen Tagen
all-articles = Alle Artikel
day-unknown = ohne Datum
day-doubted = (Datum fraglich)
people = Personen:
topics-of = Themen:
rights = Rechte:
left-out =
    { $count ->
        [one] Ein längeres Zitat fehlt: Der Verlag schränkt die Wiedergabe ein.
       *[other] { $count } längere Zitate fehlen: Der Verlag schränkt die Wiedergabe ein.
    }
which-article = Welcher Artikel?
no-article-id = Es gibt keinen Artikel, dessen ID „{ $name }“ lautet oder so beginnt. Vielleicht wurde er entfernt. /latest zeigt die neuesten Artikel, /article mit Wörtern aus dem Text findet einen bestimmten.
no-article = Kein Artikel zu „{ $name }“ gefunden. /latest zeigt die neuesten.
new-mark = neu
new-since =
    { $count ->
        [one] Ein neuer Artikel seit Ihrer letzten Anfrage.
       *[other] { $count } neue Artikel seit Ihrer letzten Anfrage.
    }

## Personen

in-the-news = In den Nachrichten
said-last = Neueste Zitate
said-about = Was andere sagen
also-called = Auch bezeichnet als
appears-with = Oft zusammen genannt mit
no-quotes = Keine Zitate dieser Person gefunden.
mixed-scripts = ⚠ Dieser Name mischt Buchstaben mehrerer Alphabete und sieht einem anderen nur ähnlich.
mixed-scripts-short = ⚠ gemischte Alphabete
may-be-person = Vielleicht { $name }; in den Artikeln steht nur dieser Name.
which-person = „{ $name }“ passt auf mehrere Personen. Wer ist gemeint?
no-person = Nichts über „{ $name }“ gefunden.
nearest-names = Meinten Sie:

## Zitate

quotes-of = { $name }
quotes-of-about = { $name } zu „{ $about }“
quotes-on = Zitate zu „{ $about }“
speakers =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
no-quotes-on = Keine Zitate zu „{ $about }“ gefunden.
earliest-first = die frühesten zuerst
not-verbatim = nicht wörtlich:
matched-around = Ihre Suchwörter stehen im Text daneben
no-quotes-of = { $name }: keine Zitate gefunden.
no-quotes-about = { $name }: keine Zitate zu „{ $about }“ gefunden.
no-quotes-of-then = { $name }: keine Zitate aus diesen Tagen gefunden
no-quotes-about-then = { $name }: keine Zitate zu „{ $about }“ aus diesen Tagen gefunden
quotes-in-articles-on = Aus Artikeln, in denen „{ $about }“ vorkommt
said-by-others = Das sagte jemand anderes
old-quote = ein älteres Zitat
speaker-unnamed = ohne Namen:
speaker-unclear = unklar, wer spricht
speaker-second-hand = laut anderen:
speaker-cited = von jemand anderem zitiert
speaker-cited-by = zitiert von { $name }
speaker-denied = nicht als wörtliche Rede wiedergegeben
quotes-in-part = Zitate mit „…“ sind Ausschnitte, die übrigen vollständig.
quote-withheld =
    { $count ->
        [one] Ein Zitat von einem Wort wird nicht gezeigt: Der Verlag schränkt die Wiedergabe ein.
       *[other] Ein Zitat von { $count } Wörtern wird nicht gezeigt: Der Verlag schränkt die Wiedergabe ein.
    }
in-context = Im Zusammenhang
no-context = Dieses Zitat ist nicht mehr im Archiv.
context-withheld = Diese Stelle wird nicht gezeigt: Der Verlag schränkt die Wiedergabe ein.

## Chronik, Themen, Meldungen, Suche

timeline = Chronik
timeline-of = Chronik: { $name }
key-dates = wichtige Daten
newest-of = die neuesten { $count } von { $total }
planned = geplant:
approximate-days = ≈ steht vor einem ungefähren Datum.
no-events = Keine datierten Ereignisse gefunden.
no-events-for = Keine datierten Ereignisse dazu gefunden.
topics = Themen
no-topics = Noch keine Themen.
unknown-topic = Das Thema „{ $name }“ gibt es nicht. Einige der vorhandenen:
no-topic-but = Das Thema „{ $name }“ gibt es nicht, aber diese Meldungen erwähnen es:
no-articles-on = Keine Artikel zu { $topic }.
which-story = Welche Meldung?
no-story = Keine Meldung zu „{ $name }“ gefunden. /latest zeigt die neuesten.
said-in-story = Zitate
story-all =
    { $count ->
        [2] Beide Quellen berichten
       *[other] Alle Quellen berichten
    }
story-several = Mehrere Quellen berichten
story-one = Nur eine Quelle berichtet
said-first = Zuerst zitiert
said-last-in-story = Zuletzt zitiert
republished-by =
    { $count ->
        [one] Fast wörtlich übernommen von { $names }.
       *[other] { $count }-mal fast wörtlich übernommen: { $names }.
    }
found =
    { $count ->
        [one] „{ $words }“ · { $count } Meldung
       *[other] „{ $words }“ · { $count } Meldungen
    }
search-corrected = Kein Artikel enthält „{ $words }“; diese enthalten ähnlich geschriebene Wörter.
search-any-word = Kein Artikel enthält alle diese Wörter; diese enthalten einige davon.
nothing-found = Kein Artikel enthält „{ $words }“. Vorhandene Themen: /topics, mögliche Fragen: /help.
nothing-found-of-all = Kein Artikel enthält alle Wörter „{ $words }“. Versuchen Sie es mit weniger Wörtern oder sehen Sie unter /topics nach.
nothing-found-but = Kein Artikel enthält „{ $words }“. Meinten Sie vielleicht:
not-understood = Das verstehe ich nicht: „{ $words }“. Die meisten Artikel sind auf Englisch: Versuchen Sie ein anderes Wort, das englische oder nur einen Namen. Vorhandene Themen: /topics.
no-matches = Kein Artikel erfüllt alle diese Bedingungen.

## Fragen in eigenen Worten

closest-answer = Kein Satz beantwortet das; am nächsten kommt:
other-figures = Andere Zahlen
no-answer = Kein Satz beantwortet das.
talk-hello = Guten Tag! Fragen Sie, wer was worüber gesagt hat und wann. Tippen Sie zum Beispiel auf eine der Schaltflächen; /help zeigt alles.
talk-thanks = Gern geschehen!
talk-bye = Auf Wiedersehen! Ich bin da, wenn Sie wieder etwas nachschlagen möchten.
talk-rude = Schade, dass das nicht geholfen hat. Versuchen Sie es mit einem Namen oder ein paar Wörtern aus den Nachrichten.
talk-bot = Ich bin ein Bot, der die Nachrichten gelesen hat. Ich antworte aus Artikeln und nenne zu jeder Zeile die Quelle.
talk-chat = Ich kenne nur die Nachrichten. Fragen Sie nach einer Person, einer Organisation, einem Ort oder einem Ereignis.
talk-help = Schreiben Sie eine Frage, einen Namen oder ein paar Wörter, ich suche in den Nachrichten danach. /help zeigt, was Sie fragen können.
talk-stop = Unter /subscriptions lässt sich jedes Abo beenden. Sonst schreibe ich nie von mir aus.
talk-subscribe = Ein Abo richten Sie mit /subscribe ein. Auf die Frage nach den Themen schreiben Sie „{ $about }“.
talk-source = Die Zahlen in Klammern führen zu den Quellen am Ende jeder Antwort: Medium, Überschrift und Tag. Der Knopf eines Zitats oder Artikels öffnet die Stelle.
talk-sure = Fakten prüfen kann ich nicht: Ich zeige, was in Artikeln steht, wessen Worte es sind und von wann. Sehen Sie auf die Quellen und den Tag; /compare stellt zwei Personen oder Medien nebeneinander.
talk-opinion = Eine eigene Meinung habe ich nicht. Ich zeige, was andere gesagt haben und was in Artikeln steht, mit Quelle.
talk-whom = Ich weiß nicht sicher, wen Sie meinen. Bitte fragen Sie noch einmal mit dem Namen.
talk-what = Ich weiß nicht sicher, was Sie meinen. Bitte fragen Sie noch einmal mit dem Namen oder dem Thema.
talk-end = Mehr habe ich dazu nicht.
talk-language = Artikel übersetze ich nicht: Zitate und Überschriften bleiben, wie sie erschienen sind. /language ändert die Sprache, in der ich schreibe.
talk-unsaid = Ich weiß, was Artikel zitieren und berichten, aber nicht, was ungesagt blieb.
talk-without = Aus einer Antwort kann ich „{ $about }“ nicht weglassen, aus einem Überblick schon. Schreiben Sie /subscribe und was Sie möchten: Ukraine, ohne Sport.

## Schaltflächen

button-latest = Aktuelle Meldungen
button-search = Suche: { $words }

button-private = Mehr im privaten Chat
button-share = Teilen …
button-picture = Als Bild
button-picture-light = Hell
button-picture-dark = Dunkel
picture-nothing = Für ein Bild gibt es hier zu wenig Daten.
picture-planned = ○ geplant
picture-weeks = { $name } · Artikel pro Woche
picture-weeks-note = Artikel mit diesem Namen; derselbe Text in mehreren Medien zählt einmal.
button-timeline = Chronik
button-key-dates = Wichtige Daten
button-dates-all = Alle Daten
button-dates-latest = Neueste
button-dates-earliest = Älteste
button-whole-timeline = Ganze Chronik
button-all-quotes =
    { $count ->
        [one] Das Zitat
       *[other] Alle Zitate
    }
button-quotes-of = Zitate: { $name }
button-who = Wer ist { $name }?
button-other = Oder { $name }?
button-topic = Thema: { $topic }
button-context = ❝ { $words }
button-article = { $title }
button-story = Ganze Meldung
button-open = Artikel öffnen

## Begrüßung und Hilfe

greeting =
    { $count ->
        [one] Guten Tag! Ich habe einen Artikel gelesen. Fragen Sie, wer was worüber gesagt hat und wann – mit Quelle zu jeder Zeile. Zum Beispiel:
       *[other] Guten Tag! Ich habe { $count } Artikel gelesen. Fragen Sie, wer was worüber gesagt hat und wann – mit Quelle zu jeder Zeile. Zum Beispiel:
    }
greeting-more = Oder schreiben Sie einfach ein paar Suchwörter. /filter grenzt Artikel ein, /subscribe schickt Ihnen regelmäßig einen Überblick, alles Weitere steht unter /help.
group-greeting = Guten Tag! Ich lese die Nachrichten und kann sagen, wer was gesagt hat – mit Quellen. Zum Beispiel:
try-who = wer das ist
try-quotes = was die Person gesagt hat
try-timeline = was wann geschah
try-topic = was dazu berichtet wird
try-latest = aktuelle Meldungen
help = Was Sie fragen können
help-spelling = Namen können Sie schreiben, wie Sie möchten: in lateinischer, kyrillischer, griechischer, armenischer oder georgischer Schrift.
help-conversations = /filter fragt nach Thema, Person und Zeitraum. /subscribe richtet ein Abo ein, /subscriptions ändert es, /cancel bricht beides ab. /language ändert die Sprache, /privacy erklärt, was über Sie gespeichert wird.

menu-who = Wer oder was das ist: Person, Organisation, Ort
help-who = eine Person, Organisation oder ein Ort: warum sie in den Nachrichten sind, neueste Zitate oder Stellungnahmen, mit wem sie genannt werden
menu-quotes = Was eine Person oder Organisation gesagt hat
help-quotes = was eine Person oder Organisation gesagt hat, im Wortlaut; „über …“ kann auch fehlen
menu-timeline = Was wann geschah
help-timeline = was wann geschah: zu einem Namen, einem Thema, beliebigen Wörtern oder allem, für jeden Zeitraum
menu-latest = Aktuelle Meldungen
help-latest = aktuelle Meldungen; ein Name, ein Thema, Wörter oder ein Zeitraum („letzte Woche“) grenzen sie ein
menu-story = Alles zu einem Ereignis
help-story = alles zu einem Ereignis, zusammengefasst aus allen Artikeln
menu-topics = Vorhandene Themen
help-topics = vorhandene Themen
menu-topic = Meldungen zu einem Thema
help-topic = Meldungen zu einem Thema
menu-search = Artikel mit diesen Wörtern
help-search = Artikel mit diesen Wörtern; im privaten Chat einfach die Wörter schreiben
menu-ask = In eigenen Worten fragen
help-ask = eine Antwort in einem Satz, mit Quelle; im privaten Chat einfach die Frage schreiben
menu-article = Ein Artikel in Kürze
help-article = ein Artikel in Kürze

## Wenn etwas fehlt oder nicht stimmt

unknown-command = Den Befehl /{ $command } gibt es nicht. Unter /help steht, was Sie fragen können.
example-compare = { $one } und { $other }
example-about = { $name } über { $topic }
example-ask = was gibt es Neues zu { $name }
for-example = Zum Beispiel:
missing-who = Wer? Schreiben Sie einen Namen hinter den Befehl.
missing-quotes = Wessen Zitate? Schreiben Sie einen Namen und, wenn Sie möchten, ein Thema hinter den Befehl.
missing-topic = Welches Thema? Schreiben Sie es hinter den Befehl; /topics zeigt alle.
missing-story = Welche Meldung? Schreiben Sie ein paar Wörter daraus hinter den Befehl.
missing-article = Welcher Artikel? Schreiben Sie ein paar Wörter aus dem Titel hinter den Befehl; /latest zeigt die neuesten.
missing-ask = Was möchten Sie wissen? Schreiben Sie eine Frage hinter den Befehl.
missing-search = Wonach suchen Sie? Schreiben Sie die Wörter hinter den Befehl.
missing-context = Diese Schaltfläche gilt nicht mehr. Bitte fragen Sie noch einmal.
wrong-day = „{ $day }“ ist kein gültiges Datum. Möglich sind 2022-02-21, 2022-02 oder 2022; zwischen Anfang und Ende eines Zeitraums stehen zwei Punkte.
empty-library = Es sind noch keine Artikel da. Sobald welche gelesen sind, können Sie danach fragen.
nothing = Hier gibt es nichts zu zeigen.
# Instead of a number, if there are more than are counted.
more-than-counted = mehr als 1.000
