## Организации и места

which-name = «{ $name }» — это может быть что-то одно из этого. Что именно?
button-about = Подробнее: { $name }
also-written = Также пишут: { $names }
statements-last = Последние заявления
speaks-for-it = Кто возглавляет или представляет
statements =
    { $count ->
        [one] { $count } заявление
        [few] { $count } заявления
        [other] { $count } заявления
       *[many] { $count } заявлений
    }
button-statements =
    { $count ->
        [one] { $count } заявление
        [few] Все { $count } заявления
        [other] Все { $count } заявления
       *[many] Все { $count } заявлений
    }

no-statements-by = { $name }: заявлений не найдено.
no-statements-about = { $name }: заявлений на тему «{ $about }» не найдено.
no-statements-but = { $name }: собственных заявлений не найдено; вот слова людей, которых называют представителями:

# What an organization or place is.

organization-any = организация
organization-armed-group = вооружённая группировка
organization-body = учреждение
organization-company = компания
organization-outlet = издание
organization-party = политическая партия
organization-state = государственный орган
organization-team = команда
place-any = место
place-country = страна
place-region = регион
place-site = место
place-town = населённый пункт
