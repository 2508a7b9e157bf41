## Zugang

closed-invite = Dieser Bot ist nur auf Einladung zugänglich. Wenn Sie einen Einladungslink haben, öffnen Sie ihn. Sonst bitten Sie den Betreiber um einen; Ihre Telegram-ID ist { $id }.
closed-list = Dieser Bot ist privat. Der Betreiber kann Sie zulassen; Ihre Telegram-ID ist { $id }.
closed-short = Sie haben noch keinen Zugang. Schreiben Sie dem Bot im privaten Chat.
closed-group = Danke für die Einladung! Dieser Bot bleibt nur in zugelassenen Gruppen und verlässt diese deshalb. Der Betreiber kann sie zulassen; ihre ID ist { $id }.
welcome = Willkommen! Unter /start steht, was Sie fragen können.
invitation-worthless = Diese Einladung ist schon benutzt oder abgelaufen. Bitte lassen Sie sich eine neue geben.
limit-person = Zu viele Anfragen (höchstens { $max } pro Minute). Versuchen Sie es in { $seconds } s wieder.
limit-group = Zu viele Anfragen in dieser Gruppe (höchstens { $max } pro Minute). Versuchen Sie es in { $seconds } s wieder.
limit-over =
    { $count ->
        [one] 1 Anfrage lag über der Grenze ({ $max } pro Minute) und blieb unbeantwortet. Sie können jetzt wieder fragen.
       *[other] { $count } Anfragen lagen über der Grenze ({ $max } pro Minute) und blieben unbeantwortet. Sie können jetzt wieder fragen.
    }

whom = Wen? Schicken Sie die ID, zum Beispiel /{ $command } 12345, oder antworten Sie mit /{ $command } auf eine Nachricht der Person. IDs von Gruppen sind negativ.
allow-done = { $id } hat jetzt Zugang.
unban-done = Die Sperre von { $id } ist aufgehoben; die Abos laufen weiter.
ban-done =
    { $elsewhere ->
        [0] { $id } ist gesperrt; die Abos sind ausgesetzt.
        [one] { $id } ist gesperrt; die Abos sind ausgesetzt, auch 1 für eine Gruppe oder einen Kanal.
       *[other] { $id } ist gesperrt; die Abos sind ausgesetzt, auch { $elsewhere } für Gruppen oder Kanäle.
    } Rückgängig mit /unban { $id }.
ban-admin = { $id } gehört zu den Betreibern. Entfernen Sie die ID zuerst aus ADMINS.
invitation =
    Diesen Link können Sie weitergeben. Er gilt { $days ->
        [one] 1 Tag
       *[other] { $days } Tage
    } und lässt { $uses ->
        [one] 1 Person
       *[other] bis zu { $uses } Personen
    } ein.
invite-how = Schicken Sie /invite, auf Wunsch mit der Zahl der Personen und Tage: /invite 10 30. Höchstens { $uses } Personen und { $days } Tage.
invite-not-open = Eine Einladung ist nicht nötig: Dieser Bot steht allen offen. Mit ACCESS=invite ändern Sie das.
invite-not-list = Dieser Bot antwortet nur Personen, die Sie zulassen: /allow 12345. Für Einladungen setzen Sie ACCESS=invite.
access-open = Offen für alle
access-invite = Nur auf Einladung
access-list = Nur für Zugelassene
access-counts =
    Zugelassen: { $people ->
        [one] 1 Person
       *[other] { $people } Personen
    }, { $groups ->
        [one] 1 Gruppe
       *[other] { $groups } Gruppen
    }. Gesperrt: { $banned }.
access-banned = Gesperrt: { $ids }
access-commands = /allow, /ban und /unban nehmen eine ID oder gelten als Antwort auf eine Nachricht; /invite erstellt einen Link.

## Datenschutz

privacy = Was über Sie gespeichert wird
privacy-subscriptions = Ihre Abos: Chat, wer sie eingerichtet hat, Themen, was Sie ausgelassen haben, Zeitplan und was dafür gesendet wurde. Bis Sie sie löschen, oder 30 Tage, nachdem Ihnen nicht mehr geschrieben werden kann.
privacy-messages = Ihre Nachrichten und Telegrams Quittungen für die Antworten: nur bis Sie Antwort haben. Danach 14 Tage lang nur die laufende Nummer der Nachricht, damit nichts doppelt beantwortet wird.
privacy-answers = Die Antworten des Bots und die Nummern Ihrer Nachrichten, auf die er geantwortet hat: 2 Tage, damit sie sich korrigieren lassen, wenn Sie die Frage ändern oder ein Artikel sich als falsch erweist, und damit „und Schmidt?“ als Anschlussfrage verstanden wird.
privacy-conversations = Wo Sie in /subscribe oder /filter sind: bis Sie fertig sind, höchstens 30 Tage.
privacy-asked = Nach welchen Personen, Meldungen und Themen in diesem Chat gefragt wurde, um Neues zu kennzeichnen: 180 Tage nach der letzten Anfrage.
privacy-questions = Lange Fragen hinter Schaltflächen und geteilten Links, ohne Bezug zu Ihnen: 180 Tage, nachdem sie zuletzt gezeigt wurden.
privacy-language = Die Sprache dieses Chats: die Sie mit /language gewählt haben oder die Telegram beim Einrichten eines Abos genannt hat. Bis Sie sie mit /forget löschen.
privacy-access = Ob Sie zugelassen oder gesperrt sind, unter Ihrer Telegram-ID ({ $id }). Nie Ihr Name oder Foto.
privacy-notices = Hinweise auf Überblicke, die nicht zugestellt werden konnten: 30 Tage. Bei Betreibern auch Warnungen (30 Tage) und ob und in welcher Sprache ihnen geschrieben werden kann.
privacy-log = Das Protokoll enthält Nummern von Nachrichten, nie, wer Sie sind oder was Sie schreiben. Sicherungskopien behält oder löscht der Betreiber.
privacy-commands = /export schickt Ihnen alles als Datei, /forget löscht es.
export-caption = Alles, was über diesen Chat gespeichert ist. /privacy erklärt es, /forget löscht es.
forget-sure =
    Alles löschen, was über Sie gespeichert ist?{ $subscriptions ->
        [0] { "" }
        [one] { " " }Ihr Abo endet damit.
       *[other] { " " }Ihre { $subscriptions } Abos enden damit.
    } Das lässt sich nicht rückgängig machen.
forget-elsewhere =
    { $count ->
        [one] Das Abo, das Sie für eine Gruppe oder einen Kanal eingerichtet haben, läuft dort weiter
       *[other] Die { $count } Abos, die Sie für Gruppen oder Kanäle eingerichtet haben, laufen dort weiter
    }, ohne Ihre ID.
forget-admission = Um den Bot wieder zu nutzen, müssen Sie neu zugelassen werden.
forget-yes = Alles löschen
forget-no = Behalten
forget-kept = Nichts wurde gelöscht.
forgotten = Erledigt. Alles, was über Sie gespeichert war, ist gelöscht. Wenn Sie wieder schreiben, fangen wir von vorn an.
menu-privacy = Ihre Daten und wie Sie sie löschen
