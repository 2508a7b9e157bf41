## Organisationen und Orte

which-name = „{ $name }“ passt auf mehreres. Was ist gemeint?
button-about = Über { $name }
also-written = Auch so geschrieben: { $names }
statements-last = Neueste Stellungnahmen
speaks-for-it = Wer sie leitet oder vertritt
statements =
    { $count ->
        [one] { $count } Stellungnahme
       *[other] { $count } Stellungnahmen
    }
button-statements =
    { $count ->
        [one] { $count } Stellungnahme
       *[other] Alle { $count } Stellungnahmen
    }

no-statements-by = { $name }: keine Stellungnahmen gefunden.
no-statements-about = { $name }: keine Stellungnahmen zu „{ $about }“ gefunden.
no-statements-but = { $name }: keine eigenen Stellungnahmen; diese stammen von Personen, die als Vertreter genannt werden:

# What an organization or place is.

kind-organization-any = Organisation
kind-organization-armed-group = bewaffnete Gruppe
kind-organization-body = öffentliche Einrichtung
kind-organization-company = Unternehmen
kind-organization-outlet = Nachrichtenmedium
kind-organization-party = politische Partei
kind-organization-state = Regierungsstelle
kind-organization-team = Mannschaft
kind-place-any = Ort
kind-place-country = Land
kind-place-region = Region
kind-place-site = Ort
kind-place-town = Stadt oder Gemeinde

no-such-name = Eine Person, eine Organisation oder ein Ort namens „{ $name }“ ist nicht bekannt, aber Artikel enthalten diese Wörter.
