## Організації та місця

which-name = «{ $name }» може означати різне. Що саме?
button-about = Докладніше: { $name }
also-written = Також пишуть: { $names }
statements-last = Останні заяви
speaks-for-it = Хто очолює чи представляє
statements =
    { $count ->
        [one] { $count } заява
        [few] { $count } заяви
        [other] { $count } заяви
       *[many] { $count } заяв
    }
button-statements =
    { $count ->
        [one] { $count } заява
        [few] Усі { $count } заяви
        [other] Усі { $count } заяви
       *[many] Усі { $count } заяв
    }

no-statements-by = { $name }: заяв не знайдено.
no-statements-about = { $name }: заяв на тему «{ $about }» не знайдено.
no-statements-but = { $name }: власних заяв не знайдено; ось слова людей, яких називають представниками:

# What an organization or place is.

kind-organization-any = організація
kind-organization-armed-group = збройне угруповання
kind-organization-body = установа
kind-organization-company = компанія
kind-organization-outlet = видання
kind-organization-party = політична партія
kind-organization-state = державний орган
kind-organization-team = команда
kind-place-any = місце
kind-place-country = країна
kind-place-region = регіон
kind-place-site = місце
kind-place-town = населений пункт

no-such-name = Людини, організації чи місця «{ $name }» не виявлено, але ці слова є в статтях.
