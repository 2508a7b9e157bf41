## Чому джерело не вдалося прочитати

cause-address = це не вебадреса
cause-private-address = адреса в приватній мережі; її дозволяє ALLOW_PRIVATE=yes
cause-offline = на цьому комп’ютері немає мережі
cause-dns = сайту з такою назвою немає
cause-refused = сервер відмовляє у з’єднанні
cause-unreachable = сервер недоступний
cause-interrupted = з’єднання обірвалося
cause-tls = захищене з’єднання неможливе, можливо, минув строк сертифіката
cause-timeout = сервер не відповів вчасно
cause-too-large = забагато даних
cause-redirects = лише переспрямовує: по колу або не на вебсторінку
cause-challenge = сайт пускає лише браузери (перевірка на бота)
cause-login-wall = сайт вимагає входу
cause-consent-wall = сторінка нічого не показує, доки не прийнято її файли cookie
cause-paywall = сайт вимагає оплати
cause-forbidden = сервер забороняє доступ
cause-missing = за цією адресою нічого немає (404)
cause-gone = сторінку вилучено назавжди (410)
cause-rate-limited = сервер повідомляє, що запитів забагато
cause-server-error = на сервері помилка
cause-http-error = сервер відповів помилкою
cause-not-a-feed = це сторінка, а не стрічка
cause-needs-script = сторінка порожня, доки браузер не виконає її скрипти
cause-list-page = це перелік статей, а стрічки для нього я не знайшов
cause-other-kind = це файл іншого типу, не сторінка й не стрічка
cause-malformed = вміст надто пошкоджено
cause-empty = порожньо
cause-too-slow = читання триває задовго

## Повідомлення тим, хто веде бота

source-named = { $name }
source-why = { ": " }{ $cause }
source-note-failing =
    { $count ->
        [one] { $count } джерело перестало відповідати. Спроби тривають.
        [few] { $count } джерела перестали відповідати. Спроби тривають.
        [other] { $count } джерела перестало відповідати. Спроби тривають.
       *[many] { $count } джерел перестали відповідати. Спроби тривають.
    }
source-note-missing =
    { $count ->
        [one] За адресою { $count } джерела вже 90 днів нічого немає:
        [few] За адресами { $count } джерел уже 90 днів нічого немає:
        [other] За адресами { $count } джерел уже 90 днів нічого немає:
       *[many] За адресами { $count } джерел уже 90 днів нічого немає:
    }
source-note-gone =
    { $count ->
        [one] { $count } джерело вилучено назавжди:
        [few] { $count } джерела вилучено назавжди:
        [other] { $count } джерела вилучено назавжди:
       *[many] { $count } джерел вилучено назавжди:
    }
source-note-silent =
    { $count ->
        [one] { $count } джерело замовкло: 30 днів або довше нічого нового, хоча раніше публікувало частіше.
        [few] { $count } джерела замовкли: 30 днів або довше нічого нового, хоча раніше публікували частіше.
        [other] { $count } джерела замовкло: 30 днів або довше нічого нового, хоча раніше публікували частіше.
       *[many] { $count } джерел замовкли: 30 днів або довше нічого нового, хоча раніше публікували частіше.
    }
source-note-came-back =
    { $count ->
        [one] { $count } джерело знову працює:
        [few] { $count } джерела знову працюють:
        [other] { $count } джерела знову працює:
       *[many] { $count } джерел знову працюють:
    }
source-note-moved =
    { $count ->
        [one] { $count } джерело остаточно переїхало; тепер я читаю його за новою адресою.
        [few] { $count } джерела остаточно переїхали; тепер я читаю їх за новими адресами.
        [other] { $count } джерела остаточно переїхало; тепер я читаю їх за новими адресами.
       *[many] { $count } джерел остаточно переїхали; тепер я читаю їх за новими адресами.
    }
source-note-more = … і ще { $count }
source-note-end = Усі джерела — у /sources.

## Стан джерела

source-state-paused = на паузі
source-state-channel = дописи читаються, щойно з’являються
source-state-folder = файли читаються, щойно з’являються
source-state-new = чекає на перше завантаження
source-state-well = працює
source-state-retrying = остання спроба невдала: { $cause }; буде ще одна
source-state-failing = не працює від { $since }: { $cause }
source-state-missing = за адресою нічого немає від { $since }: { $cause }
source-state-gone = вилучено назавжди: { $cause }
source-state-silent = мовчить: нічого нового від { $since }

## Що можна зробити з надісланим

offer-failed = Не вдається прочитати { $address }:
advice-whole = Напишіть повну адресу, наприклад https://example.org/news.
advice-network = Перевірте його з’єднання та спробуйте ще раз.
advice-browser = Відкрийте сайт у браузері й візьміть адресу, яку він показує.
advice-later = Спробуйте ще раз пізніше.
advice-file = Якщо сторінка відкривається у вашому браузері, збережіть її та дайте мені файл, або візьміть стрічку сайту.
advice-feed = Якщо знаєте адресу її стрічки, візьміть її.
advice-article = Візьміть посилання на одну зі статей або на стрічку.
advice-apart = Візьміть посилання на окремі статті.
advice-other = Візьміть посилання на сторінку чи стрічку або дайте мені текст файлом.
advice-another = Виправити це може лише видавець; можливо, на сайті є інша стрічка.
offer-failed-again = Тепер прочитати не вдається: { $cause }.
offer-feed =
    { $count ->
        [one] Стрічка: «{ $name }», { $count } запис
        [few] Стрічка: «{ $name }», { $count } записи
        [other] Стрічка: «{ $name }», { $count } запису
       *[many] Стрічка: «{ $name }», { $count } записів
    }
offer-newest-minutes =
    { $count ->
        [one] найновіший — { $count } хвилину тому
        [few] найновіший — { $count } хвилини тому
        [other] найновіший — { $count } хвилини тому
       *[many] найновіший — { $count } хвилин тому
    }
offer-newest-hours =
    { $count ->
        [one] найновіший — { $count } годину тому
        [few] найновіший — { $count } години тому
        [other] найновіший — { $count } години тому
       *[many] найновіший — { $count } годин тому
    }
offer-newest-days =
    { $count ->
        [one] найновіший — { $count } день тому
        [few] найновіший — { $count } дні тому
        [other] найновіший — { $count } дня тому
       *[many] найновіший — { $count } днів тому
    }
offer-more-feeds =
    { $count ->
        [one] На цій сторінці ще { $count } стрічка:
        [few] На цій сторінці ще { $count } стрічки:
        [other] На цій сторінці ще { $count } стрічки:
       *[many] На цій сторінці ще { $count } стрічок:
    }
offer-even-more =
    { $count ->
        [one] Сторінка називає ще { $count } стрічку, якої я не перевіряв. Надішліть її адресу, щоб додати.
        [few] Сторінка називає ще { $count } стрічки, яких я не перевіряв. Надішліть їхні адреси, щоб додати.
        [other] Сторінка називає ще { $count } стрічки, яких я не перевіряв. Надішліть їхні адреси, щоб додати.
       *[many] Сторінка називає ще { $count } стрічок, яких я не перевіряв. Надішліть їхні адреси, щоб додати.
    }
offer-no-feed = Сторінка: «{ $title }». Стрічки на ній не знайдено.
offer-too-many-links = Посилань забагато: { $count }. Надсилайте не більше { $most } за раз або всі одразу файлом OPML.
offer-found-at = За цією адресою стрічки немає; цю знайдено тут: { $address }.
offer-only-feeds = Саму сторінку прочитати не вдається: { $cause }. Але стрічка є.
offer-list =
    { $count ->
        [one] Список із { $count } стрічки:
        [few] Список із { $count } стрічок:
        [other] Список із { $count } стрічки:
       *[many] Список із { $count } стрічок:
    }
offer-list-named =
    { $count ->
        [one] Список «{ $title }» із { $count } стрічки:
        [few] Список «{ $title }» із { $count } стрічок:
        [other] Список «{ $title }» із { $count } стрічки:
       *[many] Список «{ $title }» із { $count } стрічок:
    }
offer-list-more = … і ще { $count }
offer-list-file = Список стрічок: { $name }, { $size }
offer-file = Файл зі статтями: { $name }, { $size }
offer-post = Допис із каналу «{ $name }»
offer-message = Повідомлення від { $name }
offer-words = Переслане повідомлення
offer-add = Додати як джерело
offer-add-named = Додати { $name }
offer-add-all = Додати всі
offer-add-channel = Додати всі дописи { $name }
offer-watch = Додати й перечитувати після змін
offer-read-once = Прочитати цю сторінку один раз
offer-read-file = Прочитати статті з файлу
offer-read-post = Прочитати цей допис один раз
offer-no = Ні
offer-open = Відкрити статтю
offer-declined = Гаразд, не чіпатиму.
offer-read = Прочитано.
offer-part-read = Прочитано те, що у відкритому доступі; решта — лише для передплатників.
offer-known = Ця стаття вже є.
offer-refused = Прочитати не вдалося: { $reason }.
offer-loaded = прочитано: { $loaded }, уже є: { $known }, відхилено: { $refused }
offer-loaded-updated = прочитано: { $loaded }, оновлено: { $updated }, уже є: { $known }, відхилено: { $refused }
offer-empty-file = У файлі { $name } немає статей.
offer-no-file = Не вдається отримати { $name } від Telegram: можливо, файл більший за 20 МБ. Скористайтеся на сервері командою `communique load`.
offer-other-file = { $name } прочитати не вдається: статті приймаю у файлах .jsonl, .json, .html, .txt і .md, а списки стрічок — у .opml. Або надішліть посилання.
offer-too-large = { $name } завеликий, щоб бот міг отримати його від Telegram ({ $size }, дозволено до 20 МБ). Скористайтеся на сервері командою `communique load` або папкою, за якою я стежу.
offer-empty-list = У { $name } немає стрічок, або файл обірвано перед першою. Експортуйте список ще раз і надішліть мені цей файл.
offer-lines = { $name } — це список адрес, а не стаття: { $count ->
    [one] { $count } адреса
    [few] { $count } адреси
   *[many] { $count } адрес
}.
offer-not-a-list = { $name } — не той список стрічок, який я можу прочитати. Підійдуть файли OPML і тексти з адресою в кожному рядку.
offer-imported = Додано: { $added }, уже є: { $known }, без придатної адреси: { $refused }. Нові завантажаться за кілька хвилин.
offer-channel-how = Дописи каналу я бачу лише як його адміністратор. Додайте мене (@{ $bot }) до «{ $name }» адміністратором і перешліть допис ще раз.

## /sources

menu-sources = Звідки статті
sources-none = Джерел поки немає. Надішліть посилання на сайт чи стрічку, файл OPML або перешліть допис із каналу.
packs-countries = Або почніть зі списку для країни:
packs-topics = Або почніть зі списку за темою:
packs-to-countries = Країни ›
packs-to-topics = Теми ›
pack-checking = Перевіряю стрічки «{ $name }»…
pack-skipped =
    { $count ->
        [one] { $count } стрічка зараз не читається, тому її пропущено:
        [few] { $count } стрічки зараз не читаються, тому їх пропущено:
        [other] { $count } стрічки зараз не читається, тому їх пропущено:
       *[many] { $count } стрічок зараз не читаються, тому їх пропущено:
    }
sources-only-operators = Додавати статті й джерела можуть лише власники бота. Що я читаю — у /sources.
sources-title =
    { $count ->
        [one] { $count } джерело
        [few] { $count } джерела
        [other] { $count } джерела
       *[many] { $count } джерел
    }
sources-recent =
    { $count ->
        [one] { $count } стаття за 7 днів
        [few] { $count } статті за 7 днів
        [other] { $count } статті за 7 днів
       *[many] { $count } статей за 7 днів
    }
sources-last = востаннє вдалося { $moment }
sources-next = Далі ›
sources-previous = ‹ Назад
outlets-none = Статей поки немає.
outlets-title = Статті походять із таких видань:
outlets-articles =
    { $count ->
        [one] { $count } стаття
        [few] { $count } статті
        [other] { $count } статті
       *[many] { $count } статей
    }
outlets-more = … і ще { $count }
source-added = Додано: «{ $name }». Статті вже завантажуються.
source-added-channel = Додано: «{ $name }». Відтепер я читаю його дописи.
source-known = «{ $name }» уже є серед джерел.
source-gone = Цього джерела вже немає.
source-details = Докладніше
source-articles =
    { $count ->
        [one] { $count } стаття, за останні 7 днів: { $recent }
        [few] { $count } статті, за останні 7 днів: { $recent }
        [other] { $count } статті, за останні 7 днів: { $recent }
       *[many] { $count } статей, за останні 7 днів: { $recent }
    }
source-address = Адреса: { $address }
source-folder = Папка: { $folder }
source-labels = Мітки: { $labels }
source-language = Мова: { $language }
source-text-feed = Текст: зі стрічки
source-text-page = Текст: зі сторінки
source-archive = Архів: не потрапляє в дайджести
source-next = Наступне оновлення: { $moment }
source-pause = Пауза
source-resume = Відновити
source-check = Оновити зараз
source-checked = Оновлено: нових { $added }, змінених { $edited }
source-check-failed = Оновити не вдалося: { $cause }.
source-rename = Перейменувати
source-name-how = У відповідь на це повідомлення напишіть нову назву для джерела № { $id }, «{ $name }».
source-remove = Вилучити
source-remove-which =
    { $count ->
        [0] Вилучити «{ $name }»?
        [one] Вилучити «{ $name }»? Від нього є { $count } стаття.
        [few] Вилучити «{ $name }»? Від нього є { $count } статті.
        [other] Вилучити «{ $name }»? Від нього є { $count } статті.
       *[many] Вилучити «{ $name }»? Від нього є { $count } статей.
    }
source-remove-keep = Вилучити, статті залишити
source-remove-all =
    { $count ->
        [one] Вилучити разом із { $count } статтею
       *[other] Вилучити разом зі статтями ({ $count })
    }
source-removed = «{ $name }» вилучено; статті залишилися.
source-removed-all = «{ $name }» вилучено. Його статті буде видалено через 10 хвилин.
source-undo = Повернути
source-undo-late = Повернути вже не можна. Додайте джерело знову.
source-back = ‹ Джерела

## Під статтею

article-teaser = Прочитати вдалося лише початок цієї статті.

# Why an article was refused; after its name and a colon.
refusal-empty = немає тексту
refusal-not-text = це не текстовий файл
refusal-too-long = задовгий текст
refusal-too-slow = читання тривало задовго
refusal-too-large = для читання забракло б пам’яті
refusal-failed = не вдалося прочитати через помилку бота
refusal-no-article = на цій сторінці немає статті, лише меню та оголошення
refusal-not-an-object = це не стаття: бракує поля «text»
refusal-not-json = це не коректний JSON
refusal-wrong-field = одне з полів має неправильне значення
refusal-other-text = такий ID вже має інша стаття: спершу вилучіть її або дайте цій власний ID
refusal-unfit = розбір не відповідає тексту: прочитайте статтю ще раз
refusal-other-kind = файлів такого типу я не читаю
refusal-leads-out = це посилання, що веде за межі теки
refusal-unreadable = файл не вдалося відкрити

# З якими застереженнями взято дати: однієї статті (після її ID) або кількох (перед першою).
date-doubt-empty =
    { $count ->
        [1] { $id }: дата порожня, тож стаття лишається без дати
       *[other] Статей із порожньою датою: { $count }; вони лишаються без дати (перша: { $id })
    }
date-doubt-unknown =
    { $count ->
        [1] { $id }: замість дати написано «{ $value }», тож стаття лишається без дати
       *[other] Статей зі словом замість дати: { $count }; вони лишаються без дати (перша: { $id }, «{ $value }»)
    }
date-doubt-no-day =
    { $count ->
        [1] { $id }: дата «{ $value }» не є днем, тож стаття лишається без дати; пишіть її як РРРР-ММ-ДД
       *[other] Статей із датою, що не є днем: { $count }; вони лишаються без дати; пишіть дату як РРРР-ММ-ДД (перша: { $id }, «{ $value }»)
    }
date-doubt-other-form =
    { $count ->
        [1] { $id }: дату «{ $value }» прочитано як { $day }
       *[other] Статей із датою в іншому записі, ніж РРРР-ММ-ДД: { $count }; її вдалося прочитати (перша: { $id }, «{ $value }»)
    }
date-doubt-ahead =
    { $count ->
        [1] { $id }: дата { $value } більш ніж на два дні попереду, тож стаття лишається без дати
       *[other] Статей із датою більш ніж на два дні попереду: { $count }; вони лишаються без дати (перша: { $id }, { $value })
    }
