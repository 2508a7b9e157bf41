## Der Ordner, dessen Dateien von selbst gelesen werden

folder-title = Ordner { $folder }
folder-files =
    { $count ->
        [one] { $count } Datei in 7 Tagen
       *[other] { $count } Dateien in 7 Tagen
    }
folder-waiting =
    { $count ->
        [one] { $count } Datei wartet
       *[other] { $count } Dateien warten
    }
folder-last = letzte Datei { $name }, { $moment }
folder-none = noch keine Datei
folder-refused =
    { $count ->
        [one] { $count } Datei in 7 Tagen abgelehnt:
       *[other] { $count } Dateien in 7 Tagen abgelehnt:
    }
folder-new = noch nicht vorhanden; er wird beim Start angelegt
folder-missing = nicht vorhanden und hier nicht anzulegen; korrigieren Sie WATCH oder legen Sie den Ordner an
folder-not-a-folder = eine Datei, kein Ordner; korrigieren Sie WATCH
folder-unreadable = nicht lesbar; geben Sie dem Benutzer, unter dem der Bot läuft, das Recht dazu
folder-unwritable = Dateien lassen sich nicht verschieben; geben Sie dem Benutzer, unter dem der Bot läuft, das Schreibrecht

## Einstellungen einer Quelle

source-set-labels = Schlagwörter
source-labels-how = Antworten Sie auf diese Nachricht mit Schlagwörter für Quelle Nr. { $id }, „{ $name }“, durch Kommas getrennt, oder mit - für keine. Jetzt: { $now }
source-set-language = Sprache
source-language-how = Antworten Sie auf diese Nachricht mit der Sprache von Quelle Nr. { $id }, „{ $name }“, als Kürzel wie en oder pt-BR, oder mit - für keine. Jetzt: { $now }
source-language-unknown = Das ist kein Sprachkürzel. Antworten Sie noch einmal auf die Frage, zum Beispiel mit en, de oder pt-BR.
source-set-text = Text
source-text-which = Woher soll der Text von „{ $name }“ kommen? Das gilt für alles, was ab jetzt kommt.
source-text-choose-auto = Von der Seite, wenn der Feed nur anreißt
source-text-choose-feed = Aus dem Feed
source-text-choose-page = Von der Seite
source-cancel = ‹ Zurück
source-set-archive = Nicht in Überblicke
source-set-live = In Überblicke
