## Organizations and places

which-name = “{ $name }” may be one of these. Which one?
button-about = About { $name }
also-written = Also written: { $names }
statements-last = Latest statements
speaks-for-it = Who leads or represents it
statements =
    { $count ->
        [one] { $count } statement
       *[other] { $count } statements
    }
button-statements =
    { $count ->
        [one] { $count } statement
       *[other] All { $count } statements
    }

no-statements-by = I haven’t found any statements by { $name }.
no-statements-about = I haven’t found any statements by { $name } on “{ $about }”.
no-statements-but = No statements by { $name } itself; these are by people said to speak for it:

# What an organization or place is.

organization-any = organization
organization-armed-group = armed group
organization-body = public body
organization-company = company
organization-outlet = news outlet
organization-party = political party
organization-state = government body
organization-team = team
place-any = place
place-country = country
place-region = region
place-site = place
place-town = town
