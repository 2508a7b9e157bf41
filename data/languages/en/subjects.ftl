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

kind-organization-any = organization
kind-organization-armed-group = armed group
kind-organization-body = public body
kind-organization-company = company
kind-organization-outlet = news outlet
kind-organization-party = political party
kind-organization-state = government body
kind-organization-team = team
kind-place-any = place
kind-place-country = country
kind-place-region = region
kind-place-site = place
kind-place-town = town

no-such-name = I know no person, organization or place called “{ $name }”, but articles contain these words.
