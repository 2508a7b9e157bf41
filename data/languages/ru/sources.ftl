## Почему источник не удалось прочитать

cause-address = это не веб-адрес
cause-private-address = адрес в частной сети; его разрешает ALLOW_PRIVATE=yes
cause-offline = на этом компьютере нет сети
cause-dns = сайта с таким именем нет
cause-refused = сервер отказывает в соединении
cause-unreachable = сервер недоступен
cause-interrupted = соединение оборвалось
cause-tls = защищённое соединение невозможно, возможно, истёк срок сертификата
cause-timeout = сервер не ответил вовремя
cause-too-large = слишком много данных
cause-redirects = только перенаправляет: по кругу или не на веб-страницу
cause-challenge = сайт пускает только браузеры (проверка на бота)
cause-login-wall = сайт требует входа
cause-consent-wall = страница ничего не показывает, пока не приняты её файлы cookie
cause-paywall = сайт требует оплаты
cause-forbidden = сервер запрещает доступ
cause-missing = по этому адресу ничего нет (404)
cause-gone = страница удалена навсегда (410)
cause-rate-limited = сервер сообщает, что запросов слишком много
cause-server-error = на сервере ошибка
cause-http-error = сервер ответил ошибкой
cause-not-a-feed = это страница, а не лента
cause-needs-script = страница пуста, пока браузер не выполнит её скрипты
cause-list-page = это список статей, а ленты для него я не нашёл
cause-other-kind = это файл другого типа, не страница и не лента
cause-malformed = содержимое слишком повреждено
cause-empty = пусто
cause-too-slow = чтение занимает слишком много времени

## Сообщение тем, кто ведёт бота

source-named = { $name }
source-why = { ": " }{ $cause }
source-note-failing =
    { $count ->
        [one] { $count } источник перестал отвечать. Попытки продолжаются.
        [few] { $count } источника перестали отвечать. Попытки продолжаются.
        [other] { $count } источника перестало отвечать. Попытки продолжаются.
       *[many] { $count } источников перестали отвечать. Попытки продолжаются.
    }
source-note-missing =
    { $count ->
        [one] По адресу { $count } источника уже 90 дней ничего нет:
        [few] По адресам { $count } источников уже 90 дней ничего нет:
        [other] По адресам { $count } источников уже 90 дней ничего нет:
       *[many] По адресам { $count } источников уже 90 дней ничего нет:
    }
source-note-gone =
    { $count ->
        [one] { $count } источник удалён навсегда:
        [few] { $count } источника удалены навсегда:
        [other] { $count } источника удалено навсегда:
       *[many] { $count } источников удалены навсегда:
    }
source-note-silent =
    { $count ->
        [one] { $count } источник замолчал: 30 дней или дольше ничего нового, хотя раньше публиковал чаще.
        [few] { $count } источника замолчали: 30 дней или дольше ничего нового, хотя раньше публиковали чаще.
        [other] { $count } источника замолчало: 30 дней или дольше ничего нового, хотя раньше публиковали чаще.
       *[many] { $count } источников замолчали: 30 дней или дольше ничего нового, хотя раньше публиковали чаще.
    }
source-note-came-back =
    { $count ->
        [one] { $count } источник снова работает:
        [few] { $count } источника снова работают:
        [other] { $count } источника снова работает:
       *[many] { $count } источников снова работают:
    }
source-note-moved =
    { $count ->
        [one] { $count } источник окончательно переехал; теперь я читаю его по новому адресу.
        [few] { $count } источника окончательно переехали; теперь я читаю их по новым адресам.
        [other] { $count } источника окончательно переехало; теперь я читаю их по новым адресам.
       *[many] { $count } источников окончательно переехали; теперь я читаю их по новым адресам.
    }
source-note-more = … и ещё { $count }
source-note-end = Все источники — в /sources.

## Состояние источника

source-state-paused = на паузе
source-state-channel = посты поступают по мере появления
source-state-folder = файлы читаются по мере появления
source-state-new = ждёт первой загрузки
source-state-well = работает
source-state-retrying = последняя попытка не удалась: { $cause }; будет ещё одна
source-state-failing = не работает с { $since }: { $cause }
source-state-missing = по адресу ничего нет с { $since }: { $cause }
source-state-gone = удалён навсегда: { $cause }
source-state-silent = молчит: ничего нового с { $since }

## Что можно сделать с присланным

offer-failed = Не удаётся прочитать { $address }:
advice-whole = Напишите полный адрес, например https://example.org/news.
advice-network = Проверьте его подключение и попробуйте ещё раз.
advice-browser = Откройте сайт в браузере и возьмите адрес, который он показывает.
advice-later = Попробуйте ещё раз позже.
advice-file = Если страница открывается в вашем браузере, сохраните её и дайте мне файл, или возьмите ленту сайта.
advice-feed = Если знаете адрес её ленты, возьмите его.
advice-article = Возьмите ссылку на одну из статей или на ленту.
advice-apart = Возьмите ссылки на отдельные статьи.
advice-other = Возьмите ссылку на страницу или ленту либо дайте мне текст файлом.
advice-another = Исправить это может только издатель; возможно, на сайте есть другая лента.
offer-failed-again = Теперь прочитать не удаётся: { $cause }.
offer-feed =
    { $count ->
        [one] Лента: «{ $name }», { $count } запись
        [few] Лента: «{ $name }», { $count } записи
        [other] Лента: «{ $name }», { $count } записи
       *[many] Лента: «{ $name }», { $count } записей
    }
offer-newest-minutes =
    { $count ->
        [one] самая новая — { $count } минуту назад
        [few] самая новая — { $count } минуты назад
        [other] самая новая — { $count } минуты назад
       *[many] самая новая — { $count } минут назад
    }
offer-newest-hours =
    { $count ->
        [one] самая новая — { $count } час назад
        [few] самая новая — { $count } часа назад
        [other] самая новая — { $count } часа назад
       *[many] самая новая — { $count } часов назад
    }
offer-newest-days =
    { $count ->
        [one] самая новая — { $count } день назад
        [few] самая новая — { $count } дня назад
        [other] самая новая — { $count } дня назад
       *[many] самая новая — { $count } дней назад
    }
offer-more-feeds =
    { $count ->
        [one] На этой странице ещё { $count } лента:
        [few] На этой странице ещё { $count } ленты:
        [other] На этой странице ещё { $count } ленты:
       *[many] На этой странице ещё { $count } лент:
    }
offer-even-more =
    { $count ->
        [one] Страница называет ещё { $count } ленту, которую я не проверял. Пришлите её адрес, чтобы добавить.
        [few] Страница называет ещё { $count } ленты, которые я не проверял. Пришлите их адреса, чтобы добавить.
        [other] Страница называет ещё { $count } ленты, которые я не проверял. Пришлите их адреса, чтобы добавить.
       *[many] Страница называет ещё { $count } лент, которые я не проверял. Пришлите их адреса, чтобы добавить.
    }
offer-no-feed = Страница: «{ $title }». Ленты на ней не найдено.
offer-too-many-links = Ссылок слишком много: { $count }. Присылайте не больше { $most } за раз или все сразу файлом OPML.
offer-found-at = По этому адресу ленты нет; эта найдена здесь: { $address }.
offer-only-feeds = Саму страницу прочитать не удаётся: { $cause }. Но лента есть.
offer-list =
    { $count ->
        [one] Список из { $count } ленты:
        [few] Список из { $count } лент:
        [other] Список из { $count } ленты:
       *[many] Список из { $count } лент:
    }
offer-list-named =
    { $count ->
        [one] Список «{ $title }» из { $count } ленты:
        [few] Список «{ $title }» из { $count } лент:
        [other] Список «{ $title }» из { $count } ленты:
       *[many] Список «{ $title }» из { $count } лент:
    }
offer-list-more = … и ещё { $count }
offer-list-file = Список лент: { $name }, { $size }
offer-file = Файл со статьями: { $name }, { $size }
offer-post = Пост из канала «{ $name }»
offer-message = Сообщение от { $name }
offer-words = Пересланное сообщение
offer-add = Добавить как источник
offer-add-named = Добавить { $name }
offer-add-all = Добавить все
offer-add-channel = Добавить все посты { $name }
offer-watch = Добавить и перечитывать при изменениях
offer-read-once = Прочитать эту страницу один раз
offer-read-file = Прочитать статьи из файла
offer-read-post = Прочитать этот пост один раз
offer-no = Нет
offer-open = Открыть статью
offer-declined = Хорошо, не трогаю.
offer-read = Прочитано.
offer-part-read = Прочитано то, что в открытом доступе; остальное — только для подписчиков.
offer-known = Эта статья уже есть.
offer-refused = Прочитать не удалось: { $reason }.
offer-loaded = прочитано: { $loaded }, уже есть: { $known }, отклонено: { $refused }
offer-loaded-updated = прочитано: { $loaded }, обновлено: { $updated }, уже есть: { $known }, отклонено: { $refused }
offer-empty-file = В файле { $name } нет статей.
offer-no-file = Не удаётся получить { $name } от Telegram: возможно, файл больше 20 МБ. Воспользуйтесь на сервере командой `communique load`.
offer-other-file = { $name } прочитать не удаётся: статьи принимаю в файлах .jsonl, .json, .html, .txt и .md, а списки лент — в .opml. Или пришлите ссылку.
offer-too-large = { $name } слишком велик, чтобы бот мог получить его от Telegram ({ $size }, допускается до 20 МБ). Воспользуйтесь на сервере командой `communique load` или папкой, за которой я слежу.
offer-empty-list = В { $name } нет лент, или файл обрывается перед первой. Экспортируйте список ещё раз и пришлите мне этот файл.
offer-lines = { $name } — это список адресов, а не статья: { $count ->
    [one] { $count } адрес
    [few] { $count } адреса
   *[many] { $count } адресов
}.
offer-not-a-list = { $name } — не тот список лент, который я могу прочитать. Подойдут файлы OPML и тексты с адресом в каждой строке.
offer-imported = Добавлено: { $added }, уже есть: { $known }, без пригодного адреса: { $refused }. Новые загрузятся в ближайшие минуты.
offer-channel-how = Посты канала я вижу только как его администратор. Добавьте меня (@{ $bot }) в «{ $name }» администратором и перешлите пост ещё раз.

## /sources

menu-sources = Откуда статьи
sources-none = Источников пока нет. Пришлите ссылку на сайт или ленту, файл OPML или перешлите пост из канала.
packs-countries = Или начните со списка для страны:
packs-topics = Или начните со списка по теме:
packs-to-countries = Страны ›
packs-to-topics = Темы ›
pack-checking = Проверяю ленты «{ $name }»…
pack-skipped =
    { $count ->
        [one] { $count } лента сейчас не читается, поэтому она пропущена:
        [few] { $count } ленты сейчас не читаются, поэтому они пропущены:
        [other] { $count } ленты сейчас не читается, поэтому они пропущены:
       *[many] { $count } лент сейчас не читаются, поэтому они пропущены:
    }
sources-only-operators = Добавлять статьи и источники могут только владельцы бота. Что я читаю — в /sources.
sources-title =
    { $count ->
        [one] { $count } источник
        [few] { $count } источника
        [other] { $count } источника
       *[many] { $count } источников
    }
sources-recent =
    { $count ->
        [one] { $count } статья за 7 дней
        [few] { $count } статьи за 7 дней
        [other] { $count } статьи за 7 дней
       *[many] { $count } статей за 7 дней
    }
sources-last = последний раз успешно { $moment }
sources-next = Далее ›
sources-previous = ‹ Назад
outlets-none = Статей пока нет.
outlets-title = Статьи взяты из этих изданий:
outlets-articles =
    { $count ->
        [one] { $count } статья
        [few] { $count } статьи
        [other] { $count } статьи
       *[many] { $count } статей
    }
outlets-more = … и ещё { $count }
source-added = Добавлено: «{ $name }». Статьи уже загружаются.
source-added-channel = Добавлено: «{ $name }». Теперь я читаю его посты.
source-known = «{ $name }» уже есть среди источников.
source-gone = Этого источника уже нет.
source-details = Подробнее
source-articles =
    { $count ->
        [one] { $count } статья, за последние 7 дней: { $recent }
        [few] { $count } статьи, за последние 7 дней: { $recent }
        [other] { $count } статьи, за последние 7 дней: { $recent }
       *[many] { $count } статей, за последние 7 дней: { $recent }
    }
source-address = Адрес: { $address }
source-folder = Папка: { $folder }
source-labels = Метки: { $labels }
source-language = Язык: { $language }
source-text-feed = Текст: из ленты
source-text-page = Текст: со страницы
source-archive = Архив: не попадает в дайджесты
source-next = Следующее обновление: { $moment }
source-pause = Пауза
source-resume = Возобновить
source-check = Обновить сейчас
source-checked = Обновлено: новых { $added }, изменённых { $edited }
source-check-failed = Обновить не удалось: { $cause }.
source-rename = Переименовать
source-name-how = В ответ на это сообщение напишите новое название для источника № { $id }, «{ $name }».
source-remove = Удалить
source-remove-which =
    { $count ->
        [0] Удалить «{ $name }»?
        [one] Удалить «{ $name }»? Из него есть { $count } статья.
        [few] Удалить «{ $name }»? Из него есть { $count } статьи.
        [other] Удалить «{ $name }»? Из него есть { $count } статьи.
       *[many] Удалить «{ $name }»? Из него есть { $count } статей.
    }
source-remove-keep = Удалить, статьи оставить
source-remove-all =
    { $count ->
        [one] Удалить вместе с { $count } статьёй
       *[other] Удалить вместе со статьями ({ $count })
    }
source-removed = «{ $name }» удалён; статьи остались.
source-removed-all = «{ $name }» удалён. Его статьи будут удалены через 10 минут.
source-undo = Вернуть
source-undo-late = Вернуть уже нельзя. Добавьте источник снова.
source-back = ‹ Источники

## Под статьёй

article-teaser = Прочитать удалось только начало этой статьи.

# Why an article was refused; after its name and a colon.
refusal-empty = нет текста
refusal-not-text = это не текстовый файл
refusal-too-long = текст слишком длинный
refusal-too-slow = чтение заняло слишком много времени
refusal-too-large = для чтения не хватило бы памяти
refusal-failed = не удалось прочитать из-за ошибки бота
refusal-no-article = на этой странице нет статьи, только меню и объявления
refusal-not-an-object = это не статья: нет поля «text»
refusal-not-json = это не корректный JSON
refusal-wrong-field = одно из полей имеет неверное значение
refusal-other-text = такой ID уже у другой статьи: сначала удалите её или дайте этой собственный ID
refusal-unfit = разбор не соответствует тексту: прочитайте статью заново
refusal-other-kind = файлы такого типа я не читаю
refusal-leads-out = это ссылка, ведущая за пределы папки
refusal-unreadable = файл не удалось открыть

# С какими оговорками взяты даты: одной статьи (после её ID) или нескольких (перед первой).
date-doubt-empty =
    { $count ->
        [1] { $id }: дата пустая, поэтому статья остаётся без даты
       *[other] Статей с пустой датой: { $count }; они остаются без даты (первая: { $id })
    }
date-doubt-unknown =
    { $count ->
        [1] { $id }: вместо даты написано «{ $value }», поэтому статья остаётся без даты
       *[other] Статей со словом вместо даты: { $count }; они остаются без даты (первая: { $id }, «{ $value }»)
    }
date-doubt-no-day =
    { $count ->
        [1] { $id }: дата «{ $value }» — не день, поэтому статья остаётся без даты; пишите её как ГГГГ-ММ-ДД
       *[other] Статей с датой, которая не является днём: { $count }; они остаются без даты; пишите дату как ГГГГ-ММ-ДД (первая: { $id }, «{ $value }»)
    }
date-doubt-other-form =
    { $count ->
        [1] { $id }: дата «{ $value }» прочитана как { $day }
       *[other] Статей с датой в другой записи, чем ГГГГ-ММ-ДД: { $count }; её удалось прочитать (первая: { $id }, «{ $value }»)
    }
date-doubt-ahead =
    { $count ->
        [1] { $id }: дата { $value } больше чем на два дня впереди, поэтому статья остаётся без даты
       *[other] Статей с датой больше чем на два дня впереди: { $count }; они остаются без даты (первая: { $id }, { $value })
    }
