## „Nichts für mich“ unter einer Meldung

button-not-for-me = 🔕 Nichts für mich
mute-what = Was soll in diesem Überblick künftig fehlen?
mute-story = Diese Meldung
mute-person = Alles über { $name }
mute-outlet = Alles von { $name }
mute-done = „{ $name }“ fehlt künftig in diesem Überblick.
mute-undone = „{ $name }“ ist wieder in diesem Überblick.
mute-undo = Rückgängig
mute-again = Wieder auslassen
muted-these = Nichts für mich: { $names }
muted-list = Was in diesem Überblick fehlt. Antippen holt es zurück.
muted-none = In diesem Überblick fehlt nichts.
muted-one = ↩ { $name }
set-muted = Ausgelassenes
