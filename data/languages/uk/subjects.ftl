## Організації та місця

which-name = «{ $name }» — це може бути одне з цього. Що саме?
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

organization-any = організація
organization-armed-group = збройне угруповання
organization-body = установа
organization-company = компанія
organization-outlet = видання
organization-party = політична партія
organization-state = державний орган
organization-team = команда
place-any = місце
place-country = країна
place-region = регіон
place-site = місце
place-town = населений пункт
