## Wo Quellen voneinander abweichen

sources-differ = Quellen weichen voneinander ab
sources-differ-over-time = Die Angaben haben sich mit der Zeit geändert
later = später:
sentence-withheld = (nicht gezeigt: Der Verlag schränkt die Wiedergabe ein)

## /changed und /compare

menu-changed = Verschiedene Zitate einer Person zum selben Thema
help-changed = zwei datierte Zitate einer Person, die Verschiedenes sagen; „zu …“ kann auch fehlen
missing-changed = Wessen Zitate? Schreiben Sie einen Namen hinter den Befehl und, wenn Sie möchten, „zu“ und ein Thema.
changed-of = { $name }, früher und später
changed-of-on = { $name } zu „{ $about }“, früher und später
changed-judge = Zitate von verschiedenen Tagen, die verschieden klingen. Vielleicht erklärt es der Zusammenhang: Urteilen Sie selbst.
no-changes = { $name }: keine zwei Zitate gefunden, die zum selben Thema Verschiedenes sagen.
no-changes-on = { $name }: keine zwei Zitate gefunden, die zu „{ $about }“ Verschiedenes sagen.
menu-compare = Zwei Personen, Organisationen oder Medien im Vergleich
help-compare = zwei Personen, Organisationen oder Medien nebeneinander; „zu …“ kann auch fehlen
missing-compare = Wen oder was? Schreiben Sie zwei Namen mit „und“ dazwischen hinter den Befehl und, wenn Sie möchten, „zu“ und ein Thema.
compare-of = { $one } und { $other }
compare-of-on = { $one } und { $other } zu „{ $about }“
compare-same = Beide Namen meinen { $name }. Schreiben Sie zwei verschiedene.
compare-same-story = Zur selben Meldung: { $title }
compare-no-articles = { $name }: keine solchen Artikel gelesen.
