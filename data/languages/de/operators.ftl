## Zustellprobleme, wie Abonnenten sie sehen

digest-waited = War für { $moment } vorgesehen und ließ sich nicht früher zustellen.
note-topic-gone = An die Administratoren dieser Gruppe: Das Forumsthema, in dem dieser Überblick erschien, ist geschlossen oder gelöscht; er kommt deshalb jetzt hier. Mit /subscribe lässt sich in einem anderen Thema ein neuer einrichten, unter /subscriptions dieser ändern.
note-no-right = In „{ $title }“, wofür Sie ein Abo eingerichtet haben, darf ich nicht mehr schreiben. Es ist ausgesetzt, bis ein Administrator mir das wieder erlaubt, und wird nach 30 Tagen gelöscht.

## Warnungen an die Betreiber

trouble = Handlungsbedarf:
trouble-more = Einzelheiten zeigt /status; `communique deliveries` listet alle Nachrichten mit Gründen auf.
trouble-disk = Der Speicher ist fast voll: noch { $free } MB frei.
trouble-dead =
    { $count ->
        [one] 1 Nachricht war nicht zustellbar und wurde aufgegeben.
       *[other] { $count } Nachrichten waren nicht zustellbar und wurden aufgegeben.
    }
trouble-unknown =
    { $count ->
        [one] Die Zustellung von 1 Nachricht ist nicht bestätigt: Telegrams Antwort ging verloren.
       *[other] Die Zustellung von { $count } Nachrichten ist nicht bestätigt: Telegrams Antworten gingen verloren.
    }
trouble-due =
    { $count ->
        [one] 1 Überblick wartet seit { $hours } Std. darauf, zusammengestellt zu werden. Siehe Protokoll.
       *[other] { $count } Überblicke warten seit bis zu { $hours } Std. darauf, zusammengestellt zu werden. Siehe Protokoll.
    }
trouble-waiting =
    { $count ->
        [one] 1 Nachricht wartet seit { $hours } Std. auf den Versand. Vielleicht ist Telegram nicht erreichbar.
       *[other] { $count } Nachrichten warten seit bis zu { $hours } Std. auf den Versand. Vielleicht ist Telegram nicht erreichbar.
    }
trouble-updates =
    { $count ->
        [one] 1 Nachricht an den Bot konnte nicht beantwortet werden. Siehe Protokoll.
       *[other] { $count } Nachrichten an den Bot konnten nicht beantwortet werden. Siehe Protokoll.
    }

## /status

status-well = Alles läuft normal.
status-articles =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
status-subscriptions = Abos: { $active } aktiv, { $paused } pausiert, { $suspended } ausgesetzt
status-due = Überblicke: { $count } jetzt fällig, der nächste { $next }
status-due-none = Überblicke: { $count } jetzt fällig, keiner geplant
status-day = Letzte 24 Stunden: { $sent } gesendet, { $failed } aufgegeben
status-parts = Ausgehend: { $waiting } in der Warteschlange, { $sending } im Versand, { $unknown } unbestätigt, { $held } für ausgesetzte Chats zurückgehalten
status-updates = Eingehend: { $waiting } zu beantworten, { $failed } Fehler in den letzten 24 Stunden
status-space = Datenbank: { $used } MB; frei: { $free } MB
status-odd = Letzte Zustellprobleme
status-unknown = Chat { $chat }, fällig { $due }, unbestätigt:
status-failed = Chat { $chat }, fällig { $due }, aufgegeben:

## Das Befehlsmenü der Betreiber

menu-status = Läuft alles?
menu-access = Wer diesen Bot nutzen darf
menu-invite = Einladungslink erstellen
menu-allow = Person oder Gruppe zulassen
menu-ban = Person oder Gruppe sperren
menu-unban = Sperre aufheben
