## Der Bot selbst

button-unknown = Diese Schaltfläche gilt nicht mehr. Bitte fragen Sie noch einmal.
only-text = Ich verstehe nur Text. Schreiben Sie einen Namen oder ein paar Wörter, oder sehen Sie unter /help nach.
only-administrators = Das dürfen nur Administratoren dieser Gruppe.
answered-above = Das wurde gerade beantwortet: Tippen Sie auf die hier zitierte Nachricht.
answered-above-for = { $name }, das wurde gerade beantwortet: Tippen Sie auf die hier zitierte Nachricht.
only-channel-administrators = Das dürfen nur Administratoren des Kanals, die dort schreiben können.
administrators-unanswered = Telegram hat nicht bestätigt, dass Sie dort Administrator sind; deshalb wurde nichts geändert. Bitte versuchen Sie es später wieder.
nothing-to-cancel = Es gibt nichts abzubrechen. Was möglich ist, steht unter /help.
no-words = Ich beantworte Fragen zu den Nachrichten. Schreiben Sie einen Namen oder ein Thema, zum Beispiel: { $example }
edit-ignored = Für eine geänderte Nachricht lässt sich das nicht wiederholen. Bitte schicken Sie sie noch einmal.
something-failed = Es ist ein Fehler aufgetreten, eine Antwort war nicht möglich. Bitte versuchen Sie es noch einmal. (Fehlernummer für den Betreiber: { $id })
damaged-reading = Das kann ich nicht zeigen: Die gespeicherte Auswertung des Artikels { $id } ist beschädigt. Alles andere geht weiterhin. Der Betreiber kann ihn neu auswerten lassen: `remove article { $id }` auf dem Server, dann den Artikel noch einmal laden, oder eine Sicherung zurückspielen.
channel-managers = Andere Administratoren des Kanals können das ebenfalls verwalten: { $link }
only-in-private = /{ $command } betrifft nur Sie und geht deshalb nur im privaten Chat mit dem Bot.
filter-in-private = Das sind mehrere Schritte – weiter geht es im privaten Chat.

## Das Profil des Bots

profile-description =
    Liest die Nachrichten für Sie: wer was gesagt hat, worüber und wann – mit Quelle zu jeder Zeile.

    Fragen Sie nach einer Person oder einem Thema, oder abonnieren Sie einen Überblick über Neues. Geht auch in Gruppen und, mit dem Namen des Bots davor, in jedem Chat.
profile-short-description = Wer was gesagt hat, worüber und wann – aus den Nachrichten, mit Quellen.

## In anderen Chats

inline-ask = Privat weiterfragen ›
inline-nothing = Nichts gefunden – privat fragen ›
inline-closed = Zugang nur auf Einladung – mehr dazu ›
inline-limit = Zu viele Anfragen – in einer Minute
guest-closed = Hier antworte ich nur Personen mit Zugang. Wie Sie ihn bekommen, erfahren Sie im privaten Chat.

## Dialoge in Schritten

wizard-back = ‹ Zurück
wizard-cancel = ✕ Abbrechen
wizard-cancelled = Abgebrochen. Nichts wurde geändert.
wizard-stale = Das haben Sie schon beantwortet. Bitte benutzen Sie die neuesten Schaltflächen.
wizard-edited = Um eine Antwort zu ändern, tippen Sie auf „‹ Zurück“ oder schreiben Sie eine neue.
wizard-over = Dieser Dialog ist beendet. Mit /filter oder /subscribe beginnen Sie neu.
wizard-too-long = Dieser Dialog wurde zu lang und ist beendet. Nichts wurde geändert. Mit /filter oder /subscribe beginnen Sie neu.
wizard-text-or-buttons = Bitte schreiben Sie eine Antwort oder tippen Sie auf eine Schaltfläche.
wizard-reply-hint = Schriftliche Antworten bitte als Antwort auf diese Nachricht.

filter-topic = Welches Thema?
filter-topic-hint = Tippen Sie auf ein Thema oder schreiben Sie eines.
filter-any-topic = Alle Themen
filter-no-topic = Das Thema „{ $words }“ gibt es nicht. Tippen Sie unten auf eines oder schreiben Sie ein anderes.
filter-person = Welcher Name?
filter-person-hint = Tippen Sie auf einen Namen oder schreiben Sie den einer Person, einer Organisation oder eines Ortes, in beliebiger Schreibweise.
filter-any-person = Alle Namen
filter-which-person = „{ $words }“ passt auf mehreres. Was ist gemeint?
filter-no-person = Nichts über „{ $words }“ gefunden. Tippen Sie unten auf einen Namen oder schreiben Sie einen anderen.
filter-period = Aus welcher Zeit?
filter-period-hint = Tippen Sie auf ein Datum oder schreiben Sie eines: 2022, Feb. 2022, 2022-02-21..2022-03.
filter-any-time = Ganzer Zeitraum
filter-wrong-period = „{ $words }“ ist kein verständlicher Zeitraum. Möglich sind 2022, Feb. 2022 oder 2022-02-21..2022-03.

subscribe-what = Worum soll es im Überblick gehen?
subscribe-what-hint = Tippen Sie auf Themen, oder schreiben Sie Themen, Personen, Organisationen und Orte, durch Kommas getrennt. Feste Wortfolgen bitte in „Anführungszeichen“.
subscribe-chosen = Ausgewählt: { $what }.
subscribe-everything = Alle Nachrichten ›
subscribe-done = Fertig ›
subscribe-as-words = + die Wörter „{ $words }“
subscribe-for-channel = An einen Kanal senden
subscribe-which = Was ist mit „{ $name }“ gemeint? Tippen Sie auf einen Vorschlag mit + oder schreiben Sie einen anderen Namen.
subscribe-nothing-yet = Noch ist nichts gewählt. Tippen Sie auf einen Vorschlag mit +, schreiben Sie etwas anderes, oder tippen Sie auf „Alle Nachrichten ›“.
subscribe-which-suggestion = Tippen Sie auf den Vorschlag, den Sie meinen.
subscribe-no-person = Ein Thema, eine Person, eine Organisation oder einen Ort namens „{ $name }“ gibt es nicht. Prüfen Sie die Schreibweise, oder tippen Sie auf +, um nach den Wörtern selbst zu suchen.
subscribe-not-words = „{ $name }“ enthält weder Buchstaben noch Ziffern. Schreiben Sie ein Thema, einen Namen oder ein paar Wörter.
subscribe-too-many = Mehr geht nicht: höchstens { $max } Themen, Personen und Wortfolgen je Überblick. Antippen entfernt eines.
subscribe-channel = Welcher Kanal?
subscribe-channel-hint = Fügen Sie den Bot zuerst als Administrator mit Schreibrecht zum Kanal hinzu. Wählen Sie den Kanal dann mit der Schaltfläche unten, schreiben Sie seinen @Namen oder leiten Sie einen Beitrag von dort weiter.
subscribe-channel-chosen = Wird an den Kanal „{ $title }“ gesendet.
subscribe-channel-wrong = Wählen Sie den Kanal mit der Schaltfläche unten, schreiben Sie seinen Namen wie @yourchannel, oder leiten Sie einen Beitrag von dort weiter.
subscribe-channel-unknown = Dieser Kanal ist nicht sichtbar. Fügen Sie @{ $bot } als Administrator hinzu und versuchen Sie es noch einmal.
subscribe-channel-none = Das ist kein Kanal. Für eine Gruppe schicken Sie /subscribe dort.
subscribe-channel-no-right = In diesem Kanal darf ich nicht schreiben. Machen Sie @{ $bot } zum Administrator mit Schreibrecht und versuchen Sie es noch einmal.
subscribe-channel-not-yours = Ein Abo für einen Kanal können nur seine Administratoren mit Schreibrecht einrichten.
subscribe-when = Wann soll der Überblick kommen?
subscribe-when-hint = Tippen Sie auf einen Zeitplan oder schreiben Sie einen: Mo–Fr 7:30, Mo Do 9:00 und 19:00, alle 6 Stunden, sofort.
subscribe-when-wrong = Dieser Zeitplan ist nicht verständlich. Möglich sind: täglich um 8:00, Mo–Fr 7:30 und 19:00, Mo Do 19:00, alle 6 Stunden (oder 1, 2, 3, 4, 8, 12) oder sofort.
subscribe-when-no-time = Um wie viel Uhr ({ $days })? Schreiben Sie die Uhrzeit: 7:30.
subscribe-when-mixed = Ein Überblick kommt an allen seinen Tagen zu denselben Zeiten. Schreiben Sie jetzt einen Zeitplan; für die anderen Tage richten Sie mit /subscribe einen zweiten Überblick ein.
subscribe-when-other = Ein Überblick kommt an festen Wochentagen, nicht jeden zweiten Tag oder einmal im Monat. Schreiben Sie die Tage: Mo Mi Fr 7:00.
every-day-at-short = Täglich { $time }
twice-a-day-short = Täglich { $time }
weekdays-at-short = Mo–Fr { $time }
weekends-at-short = Sa, So { $time }
every-3-hours-short = Alle 3 Stunden
at-once-short = Sofort
subscribe-zone = Welche Zeitzone?
subscribe-zone-hint = Schreiben Sie Ihre Stadt (Berlin) oder den Abstand zu UTC (+1), oder teilen Sie Ihren Standort.
subscribe-zone-which = „{ $words }“ passt auf mehrere Orte. Tippen Sie auf Ihren oder schreiben Sie eine andere Stadt.
subscribe-zone-wrong = Ein Ort oder UTC-Abstand „{ $words }“ ist nicht bekannt. Versuchen Sie es mit einer größeren Stadt in der Nähe oder einem Abstand wie +2 oder -5:30.
subscribe-check = Stimmt alles?
about-everything = Alle Nachrichten
about-these = Themen: { $what }
for-channel = Kanal: { $title }
for-topic = Forumsthema: { $topic }
for-topic-number = Forumsthema Nr. { $topic }
without-these = Ohne die Wörter: { $words }
without-sources = Ohne die Quellen: { $sources }
schedule-label = Zeitplan:
first-digest = Erster Überblick: { $first }
first-when-it-happens = Erster Überblick: sobald es etwas Neues dazu gibt
your-clock = Zeitzone: { $zone } (jetzt { $time })
subscribe-confirm = ✓ Abonnieren
subscribe-confirm-now = ✉ Abonnieren und gleich senden
subscribe-other-zone = Andere Zeitzone
subscribe-other-time = Andere Zeit
subscribe-other-what = Andere Themen
subscribe-confirm-wrong = Tippen Sie auf „✓ Abonnieren“, um zu beginnen, auf „‹ Zurück“, um etwas zu ändern, oder auf „✕ Abbrechen“.
subscribed-own-later = Abonniert. Der erste Überblick kommt am { $first } ({ $zone }).
subscribed-own-now = Abonniert. Der erste Überblick ist unterwegs.
subscribed-own-at-once = Abonniert. Sobald es etwas Neues dazu gibt, kommt eine Nachricht.
subscribed-group-later = Das Abo für diese Gruppe ist eingerichtet. Der erste Überblick kommt am { $first } ({ $zone }).
subscribed-group-now = Das Abo für diese Gruppe ist eingerichtet. Der erste Überblick ist unterwegs.
subscribed-group-at-once = Das Abo für diese Gruppe ist eingerichtet. Sobald es etwas Neues dazu gibt, kommt es hier.
subscribed-channel-later = Das Abo für den Kanal „{ $title }“ ist eingerichtet. Der erste Überblick kommt am { $first } ({ $zone }).
subscribed-channel-now = Das Abo für den Kanal „{ $title }“ ist eingerichtet. Der erste Überblick ist unterwegs.
subscribed-channel-at-once = Das Abo für den Kanal „{ $title }“ ist eingerichtet. Sobald es etwas Neues dazu gibt, kommt es dort.
subscribed-silent-when-nothing = Gibt es nichts Neues, kommt keine Nachricht.
subscribed-says-nothing = Auch wenn es nichts Neues gibt, kommt ein Hinweis.
subscribed-hint = Ansehen, ändern oder beenden unter /subscriptions.
subscription-settings = Einstellungen
subscriptions-full =
    { $max ->
        [one] Dieser Chat hat schon { $max } Abo, mehr geht nicht. Löschen Sie es zuerst unter /subscriptions.
       *[other] Dieser Chat hat schon { $max } Abos, mehr geht nicht. Löschen Sie zuerst eines unter /subscriptions.
    }

keyboard-place = Mit der Schaltfläche unten teilen Sie Ihren Standort. Gespeichert wird nur die Zeitzone.
keyboard-place-button = Standort teilen
keyboard-channel = Wählen Sie mit der Schaltfläche unten einen Kanal.
keyboard-channel-button = Kanal wählen
keyboard-away = In Ordnung.

change-quiet = Wann soll Ruhe sein?
change-quiet-hint = Was in die Ruhezeit fällt, kommt an deren Ende. Tippen Sie auf eine Zeit oder schreiben Sie eine: 22–7.
change-quiet-none = Keine Ruhezeit
change-quiet-wrong = Diese Zeit ist nicht verständlich. Möglich sind 22–7 oder 23:30–6:45.
change-without = Welche Wörter ausschließen?
change-without-hint = Schreiben Sie Wörter, durch Kommas getrennt. „Wortfolgen in Anführungszeichen“ müssen genau so vorkommen. Antippen entfernt ein Wort.
change-without-unknown = „{ $words }“ enthält weder Buchstaben noch Ziffern und lässt sich nicht ausschließen.
change-sources = Welche Quellen ausschließen?
change-sources-hint = Tippen Sie auf eine Quelle oder schreiben Sie ihren Namen, um sie auszuschließen. Noch einmal tippen nimmt sie wieder auf.
change-sources-unknown = Von „{ $words }“ gibt es keine Artikel.
change-too-many = Mehr geht nicht: höchstens { $max } Ausschlüsse. Antippen entfernt einen.

## Abos

every-day-at = täglich um { $time }
weekdays-at = Mo–Fr um { $time }
weekends-at = Sa und So um { $time }
days-at = { $days } um { $time }
every-day-hours =
    { $hours ->
        [1] stündlich
       *[other] alle { $hours } Stunden
    }
weekdays-hours =
    { $hours ->
        [1] Mo–Fr stündlich
       *[other] Mo–Fr alle { $hours } Stunden
    }
weekends-hours =
    { $hours ->
        [1] Sa und So stündlich
       *[other] Sa und So alle { $hours } Stunden
    }
days-hours =
    { $hours ->
        [1] { $days } stündlich
       *[other] { $days } alle { $hours } Stunden
    }
at-once =
    { $most ->
        [one] sofort, höchstens einmal am Tag
       *[other] sofort, höchstens { $most }-mal am Tag
    }
quiet-hours = Ruhe { $from }–{ $to }
next-at = nächster: { $next }
next-when-it-happens = nächster: sobald es etwas Neues dazu gibt
subscriptions =
    { $count ->
        [one] Ihr Abo
       *[other] Ihre { $count } Abos
    }
group-subscriptions =
    { $count ->
        [one] Das Abo dieser Gruppe
       *[other] Die { $count } Abos dieser Gruppe
    }
no-subscriptions = Hier gibt es keine Abos. Mit /subscribe richten Sie eines ein.
settings-besides = Die Sprache ändert /language; was über Sie gespeichert ist, zeigt /privacy.
subscription-paused = pausiert
subscription-suspended = ausgesetzt: Hier darf ich nicht schreiben
subscription-change = Ändern { $number }
subscription-pause = Pause { $number }
subscription-resume = Fortsetzen { $number }
subscription-delete = Löschen { $number }
subscription-deleted = Gelöscht: { $what }
subscription-undo = ↩ Rückgängig
subscription-gone = Dieses Abo gibt es nicht mehr.
subscriptions-previous = ‹ Zurück
subscriptions-next = Weiter ›
set-what = Themen
set-when = Zeitplan
set-zone = Zeitzone
set-quiet = Ruhezeit
set-without = Ohne Wörter
set-sources = Ohne Quellen
set-length-headlines = Umfang: Schlagzeilen
set-length-short = Umfang: kurz
set-length-full = Umfang: ausführlich
set-most = Höchstens { $most } Meldungen
set-sound-on = Ton: an
set-sound-off = Ton: aus
set-previews-on = Linkvorschau: an
set-previews-off = Linkvorschau: aus
set-nothing-said = Wenn nichts neu ist: Hinweis
set-nothing-unsaid = Wenn nichts neu ist: nichts senden
set-at-once = Höchstens { $most } am Tag
set-send = ✉ Jetzt senden
set-language = Sprache: { $language }
set-pause = Pausieren
set-resume = Fortsetzen
set-share = ↗ Teilen
set-delete = Löschen
set-all = ‹ Alle Abos
set-back = ‹ Zurück
send-coming =
    { $count ->
        [one] Ihr Überblick ist unterwegs, mit 1 Meldung.
       *[other] Ihr Überblick ist unterwegs, mit { $count } passenden Meldungen.
    }
send-nothing = Seit dem letzten Überblick nichts Neues;
share = Mit diesem Link lässt sich derselbe Überblick abonnieren:
share-button = Link teilen
share-gone = Dieser Link ist abgelaufen. Mit /subscribe richten Sie ein eigenes Abo ein.
digest-repeated = Vielleicht haben Sie das schon bekommen: Telegram hat die erste Zustellung nicht bestätigt.
digest-corrected = Korrigiert um { $time }
digest-withdrawn = [zurückgezogen]
digest-late = Verspätet (vorgesehen um { $time }): Früher ließ er sich nicht senden.
digest-late-day = Verspätet (vorgesehen: { $time }): Früher ließ er sich nicht senden.

## Die Sprache

language-which = In diesem Chat schreibe ich Deutsch, in Antworten wie in Überblicken. Welche Sprache soll es sein? Zitate bleiben, wie sie sind.
language-chosen = In diesem Chat schreibe ich Deutsch, in Antworten wie in Überblicken. Zitate bleiben, wie sie sind.
language-unknown = „{ $words }“ gehört nicht zu meinen Sprachen. Bitte wählen Sie eine davon:

## Das Befehlsmenü

menu-filter = Artikel Schritt für Schritt finden
menu-subscribe = Regelmäßig einen Überblick bekommen
menu-subscriptions = Abos verwalten
menu-language = Sprache wählen
menu-help = Was Sie fragen können
menu-cancel = Laufenden Schritt abbrechen
