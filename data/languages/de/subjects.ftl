## Organisationen und Orte

which-name = „{ $name }“ passt auf mehreres. Was ist gemeint?
button-about = Über { $name }
also-written = Auch so geschrieben: { $names }
statements-last = Letzte Stellungnahmen
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

organization-any = Organisation
organization-armed-group = bewaffnete Gruppe
organization-body = öffentliche Einrichtung
organization-company = Unternehmen
organization-outlet = Nachrichtenmedium
organization-party = politische Partei
organization-state = Regierungsstelle
organization-team = Mannschaft
place-any = Ort
place-country = Land
place-region = Region
place-site = Ort
place-town = Stadt oder Gemeinde
