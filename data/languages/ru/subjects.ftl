## Организации и места

which-name = «{ $name }» может означать разное. Что именно?
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

kind-organization-any = организация
kind-organization-armed-group = вооружённая группировка
kind-organization-body = учреждение
kind-organization-company = компания
kind-organization-outlet = издание
kind-organization-party = политическая партия
kind-organization-state = государственный орган
kind-organization-team = команда
kind-place-any = место
kind-place-country = страна
kind-place-region = регион
kind-place-site = место
kind-place-town = населённый пункт

no-such-name = Человека, организации или места «{ $name }» не найдено, но эти слова есть в статьях.
