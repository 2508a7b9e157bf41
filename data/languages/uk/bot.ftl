## Сам бот

button-unknown = Ця кнопка вже не діє. Запитайте ще раз.
only-text = Я розумію лише текст. Напишіть ім’я чи кілька слів або відкрийте /help.
only-administrators = Це можуть робити лише адміністратори групи.
answered-above = Відповідь щойно була: торкніться процитованого повідомлення.
answered-above-for = { $name }, відповідь щойно була: торкніться процитованого повідомлення.
only-channel-administrators = Це можуть робити лише адміністратори каналу, які мають право в ньому писати.
administrators-unanswered = Telegram не підтвердив, що ви там адміністратор, тому нічого не змінено. Спробуйте пізніше.
nothing-to-cancel = Скасовувати нічого. Що я вмію — у /help.
no-words = Я відповідаю на запитання про новини. Напишіть ім’я чи тему, наприклад: { $example }
edit-ignored = На змінене повідомлення це не подіє. Надішліть його ще раз.
something-failed = Сталася помилка, відповісти не вдалося. Спробуйте ще раз. (Код помилки для власника бота: { $id }.)
damaged-reading = Не можу цього показати: збережений розбір статті { $id } пошкоджено. Решта працює. Власник бота може прочитати її наново: виконати на сервері `remove article { $id }` і завантажити статтю ще раз або відновити резервну копію.
channel-managers = Інші адміністратори каналу теж можуть цим керувати: { $link }
only-in-private = /{ $command } стосується особисто вас, тому працює лише в особистому чаті з ботом.
filter-in-private = Тут кілька кроків — продовжимо в особистому чаті.

## Профіль бота

profile-description =
    Читаю новини за вас: хто що сказав, про що й коли — з джерелом у кожному рядку.

    Запитайте про будь-кого чи будь-що або підпишіться на дайджест нового. Відповідаю й у групах, а з моїм ім’ям на початку — у будь-якому чаті.
profile-short-description = Хто що сказав, про що й коли — з новин, із джерелами. Запитайте або підпишіться на дайджест.

## В інших чатах

inline-ask = Запитати в особистому чаті ›
inline-nothing = Не знайдено — запитати особисто ›
inline-closed = Доступ за запрошенням — як отримати ›
inline-limit = Забагато запитів — зачекайте хвилину
guest-closed = Я відповідаю лише тим, хто має доступ. Як його отримати — напишіть мені в особистий чат.

## Покрокові діалоги

wizard-back = ‹ Назад
wizard-cancel = ✕ Скасувати
wizard-cancelled = Скасовано. Нічого не змінено.
wizard-stale = Ви вже відповіли на це. Скористайтеся останніми кнопками.
wizard-edited = Щоб змінити відповідь, натисніть «‹ Назад» або напишіть нову.
wizard-over = Цей діалог завершено. Почніть знову: /filter або /subscribe.
wizard-too-long = Діалог став задовгим, тому його закрито. Нічого не змінено. Почніть знову: /filter або /subscribe.
wizard-text-or-buttons = Напишіть відповідь або натисніть кнопку.
wizard-reply-hint = Щоб відповісти текстом, дайте відповідь на це повідомлення.

filter-topic = Яка тема?
filter-topic-hint = Натисніть на тему або напишіть її.
filter-any-topic = Будь-яка тема
filter-no-topic = Теми «{ $words }» немає. Натисніть на одну з наведених або напишіть іншу.
filter-person = Яке ім’я чи назва?
filter-person-hint = Виберіть або напишіть ім’я людини, назву організації чи місця — у будь-якому написанні.
filter-any-person = Будь-яке ім’я
filter-which-person = «{ $words }» може означати різне. Що саме?
filter-no-person = Про «{ $words }» нічого не знайдено. Натисніть на ім’я нижче або напишіть інше.
filter-period = За який час?
filter-period-hint = Натисніть на дату або напишіть: 2022, лютий 2022, 2022-02-21..2022-03.
filter-any-time = За весь час
filter-wrong-period = «{ $words }» — незрозумілий період. Спробуйте: 2022, лютий 2022 або 2022-02-21..2022-03.

subscribe-what = Про що має бути дайджест?
subscribe-what-hint = Натискайте на теми або пишіть через кому: теми, людей, організації, місця. Точні фрази беріть у «лапки».
subscribe-chosen = Вибрано: { $what }.
subscribe-everything = Усі новини ›
subscribe-done = Готово ›
subscribe-as-words = + слова «{ $words }»
subscribe-for-channel = Надсилати в канал
subscribe-which = Незрозуміло, що ви маєте на увазі: «{ $name }». Натисніть на варіант зі знаком + або напишіть інакше.
subscribe-nothing-yet = Поки нічого не вибрано. Натисніть варіант із +, напишіть щось інше або натисніть «Усі новини ›».
subscribe-which-suggestion = Натисніть варіант, який маєте на увазі.
subscribe-no-person = Ні теми, ні людини, ні організації, ні місця «{ $name }» немає. Перевірте написання або натисніть +, щоб шукати самі слова.
subscribe-not-words = У «{ $name }» немає ні літер, ні цифр. Напишіть тему, ім’я або кілька слів.
subscribe-too-many = Це межа: в одному дайджесті щонайбільше { $max } тем, людей і фраз. Натисніть на зайве, щоб прибрати.
subscribe-channel = Який канал?
subscribe-channel-hint = Спершу додайте бота до каналу адміністратором із правом публікувати. Потім виберіть канал кнопкою нижче, напишіть його @назву або перешліть звідти допис.
subscribe-channel-chosen = Надсилатиметься в канал «{ $title }».
subscribe-channel-wrong = Виберіть канал кнопкою нижче, напишіть його назву, як-от @yourchannel, або перешліть звідти допис.
subscribe-channel-unknown = Я не бачу цього каналу. Додайте мене (@{ $bot }) адміністратором і спробуйте ще раз.
subscribe-channel-none = Це не канал. Щоб налаштувати дайджест для групи, надішліть /subscribe в ній.
subscribe-channel-no-right = Я не можу публікувати в цьому каналі. Зробіть мене (@{ $bot }) адміністратором із правом публікувати й спробуйте ще раз.
subscribe-channel-not-yours = Налаштувати дайджест для каналу можуть лише його адміністратори з правом публікувати.
subscribe-when = Коли надсилати?
subscribe-when-hint = Натисніть на розклад або напишіть свій: у будні о 7:30, пн чт 9:00 і 19:00, кожні 6 годин, одразу.
subscribe-when-wrong = Цей розклад незрозумілий. Спробуйте: щодня о 8:00, у будні 7:30 і 19:00, пн чт 19:00, кожні 6 годин (або 1, 2, 3, 4, 8, 12) чи одразу.
subscribe-when-no-time = О котрій ({ $days })? Напишіть час: 7:30.
subscribe-when-mixed = Один дайджест надходить в усі свої дні в той самий час. Напишіть зараз один розклад, а для інших днів налаштуйте другий дайджест через /subscribe.
subscribe-when-other = Дайджест надходить у певні дні тижня, а не через день чи раз на місяць. Напишіть дні: пн ср пт 7:00.
every-day-at-short = Щодня { $time }
twice-a-day-short = Щодня { $time }
weekdays-at-short = Пн–Пт { $time }
weekends-at-short = Сб, Нд { $time }
every-3-hours-short = Кожні 3 години
at-once-short = Одразу
subscribe-zone = Який у вас часовий пояс?
subscribe-zone-hint = Напишіть своє місто (Київ) або різницю з UTC (+2) чи поділіться місцем розташування.
subscribe-zone-which = «{ $words }» — таких місць кілька. Натисніть на своє або напишіть інше місто.
subscribe-zone-wrong = Місця чи різниці з UTC «{ $words }» не знайдено. Спробуйте більше місто поруч або різницю, як-от +2 чи -5:30.
subscribe-check = Усе правильно?
about-everything = Усі новини
about-these = Теми: { $what }
for-channel = Канал: { $title }
for-topic = Тема форуму: { $topic }
for-topic-number = Тема форуму № { $topic }
without-these = Виключені слова: { $words }
without-sources = Виключені джерела: { $sources }
schedule-label = Розклад:
first-digest = Перший дайджест: { $first }
first-when-it-happens = Перший дайджест: щойно з’явиться щось нове
your-clock = Часовий пояс: { $zone } (зараз { $time })
subscribe-confirm = ✓ Підписатися
subscribe-confirm-now = ✉ Підписатися й надіслати зараз
subscribe-other-zone = Інший часовий пояс
subscribe-other-time = Інший час
subscribe-other-what = Інші теми
subscribe-confirm-wrong = Натисніть «✓ Підписатися», щоб почати, «‹ Назад», щоб щось змінити, або «✕ Скасувати».
subscribed-own-later = Ви підписалися. Перший дайджест надійде { $first } ({ $zone }).
subscribed-own-now = Ви підписалися. Перший дайджест уже надсилається.
subscribed-own-at-once = Ви підписалися. Щойно з’явиться щось нове, я напишу.
subscribed-group-later = Підписку для групи оформлено. Перший дайджест надійде { $first } ({ $zone }).
subscribed-group-now = Підписку для групи оформлено. Перший дайджест уже надсилається.
subscribed-group-at-once = Підписку для групи оформлено. Щойно з’явиться щось нове, я напишу сюди.
subscribed-channel-later = Підписку для каналу «{ $title }» оформлено. Перший дайджест надійде { $first } ({ $zone }).
subscribed-channel-now = Підписку для каналу «{ $title }» оформлено. Перший дайджест уже надсилається.
subscribed-channel-at-once = Підписку для каналу «{ $title }» оформлено. Щойно з’явиться щось нове, я опублікую це там.
subscribed-silent-when-nothing = Якщо нового немає, нічого не надсилатиметься.
subscribed-says-nothing = Якщо нового немає, я про це повідомлю.
subscribed-hint = Переглянути, змінити чи зупинити — у /subscriptions.
subscription-settings = Налаштування
subscriptions-full =
    { $max ->
        [one] У цьому чаті вже { $max } підписка — це максимум. Спершу видаліть її в /subscriptions.
        [few] У цьому чаті вже { $max } підписки — це максимум. Спершу видаліть одну в /subscriptions.
        [other] У цьому чаті вже { $max } підписки — це максимум. Спершу видаліть одну в /subscriptions.
       *[many] У цьому чаті вже { $max } підписок — це максимум. Спершу видаліть одну в /subscriptions.
    }

keyboard-place = Поділіться місцем розташування кнопкою нижче. Зберігається лише часовий пояс.
keyboard-place-button = Поділитися місцем розташування
keyboard-channel = Виберіть канал кнопкою нижче.
keyboard-channel-button = Вибрати канал
keyboard-away = Зрозуміло.

change-quiet = Коли не турбувати?
change-quiet-hint = Дайджести, що припадають на тихі години, надходять після них. Натисніть на проміжок або напишіть: 22–7.
change-quiet-none = Без тихих годин
change-quiet-wrong = Ці години незрозумілі. Спробуйте 22–7 або 23:30–6:45.
change-without = Які слова вилучити?
change-without-hint = Пишіть слова через кому. «Фрази в лапках» мають збігатися точно. Натисніть на слово, щоб прибрати його зі списку.
change-without-unknown = У «{ $words }» немає ні літер, ні цифр, тож вилучити це не можна.
change-sources = Які джерела вилучити?
change-sources-hint = Натисніть на джерело або напишіть його назву, щоб вилучити. Натисніть ще раз, щоб повернути.
change-sources-unknown = Статей із джерела «{ $words }» немає.
change-too-many = Це межа: щонайбільше { $max } винятків. Натисніть на один із них, щоб прибрати.

## Підписки

every-day-at = щодня о { $time }
weekdays-at = пн–пт о { $time }
weekends-at = сб і нд о { $time }
days-at = { $days } о { $time }
every-day-hours =
    { $hours ->
        [1] щогодини
        [one] кожну { $hours } годину
        [few] кожні { $hours } години
        [other] кожні { $hours } години
       *[many] кожні { $hours } годин
    }
weekdays-hours =
    { $hours ->
        [1] пн–пт щогодини
        [one] пн–пт кожну { $hours } годину
        [few] пн–пт кожні { $hours } години
        [other] пн–пт кожні { $hours } години
       *[many] пн–пт кожні { $hours } годин
    }
weekends-hours =
    { $hours ->
        [1] сб і нд щогодини
        [one] сб і нд кожну { $hours } годину
        [few] сб і нд кожні { $hours } години
        [other] сб і нд кожні { $hours } години
       *[many] сб і нд кожні { $hours } годин
    }
days-hours =
    { $hours ->
        [1] { $days } щогодини
        [one] { $days } кожну { $hours } годину
        [few] { $days } кожні { $hours } години
        [other] { $days } кожні { $hours } години
       *[many] { $days } кожні { $hours } годин
    }
at-once =
    { $most ->
        [one] одразу, не більше { $most } разу на день
        [few] одразу, не більше { $most } разів на день
        [other] одразу, не більше { $most } разу на день
       *[many] одразу, не більше { $most } разів на день
    }
quiet-hours = тихі години { $from }–{ $to }
next-at = наступний: { $next }
next-when-it-happens = наступний: щойно з’явиться щось нове
subscriptions =
    { $count ->
        [1] Ваша підписка
       *[other] Ваші підписки: { $count }
    }
group-subscriptions =
    { $count ->
        [1] Підписка цієї групи
       *[other] Підписки цієї групи: { $count }
    }
no-subscriptions = Підписок тут немає. Налаштувати — /subscribe.
settings-besides = Мову змінює /language, а що зберігається про вас, показує /privacy.
subscription-paused = на паузі
subscription-suspended = призупинено: я не можу сюди писати
subscription-change = Налаштувати { $number }
subscription-pause = Пауза { $number }
subscription-resume = Відновити { $number }
subscription-delete = Видалити { $number }
subscription-deleted = Видалено: { $what }
subscription-undo = ↩ Повернути
subscription-gone = Цієї підписки вже немає.
subscriptions-previous = ‹ Попередні
subscriptions-next = Наступні ›
set-what = Теми
set-when = Розклад
set-zone = Часовий пояс
set-quiet = Тихі години
set-without = Виключені слова
set-sources = Виключені джерела
set-length-headlines = Обсяг: заголовки
set-length-short = Обсяг: стисло
set-length-full = Обсяг: повністю
set-most = Сюжетів: до { $most }
set-sound-on = Звук: увімкнено
set-sound-off = Звук: вимкнено
set-previews-on = Прев’ю посилань: так
set-previews-off = Прев’ю посилань: ні
set-nothing-said = Якщо нового немає: повідомляти
set-nothing-unsaid = Якщо нового немає: мовчати
set-at-once = Не більше на день: { $most }
set-send = ✉ Надіслати зараз
set-language = Мова: { $language }
set-pause = Пауза
set-resume = Відновити
set-share = ↗ Поділитися
set-delete = Видалити
set-all = ‹ Усі підписки
set-back = ‹ Назад
send-coming =
    { $count ->
        [one] Дайджест уже надсилається: { $count } сюжет.
        [few] Дайджест уже надсилається: { $count } сюжети.
        [other] Дайджест уже надсилається: { $count } сюжету.
       *[many] Дайджест уже надсилається: { $count } сюжетів.
    }
send-nothing = Від останнього дайджесту нічого нового;
share = За цим посиланням будь-хто може підписатися на такий самий дайджест:
share-button = Поділитися посиланням
share-gone = Це посилання вже не діє. Налаштуйте власний дайджест: /subscribe.
digest-repeated = Можливо, ви це вже отримали: Telegram не підтвердив першої доставки.
digest-corrected = Виправлено о { $time }
digest-withdrawn = [вилучено]
digest-late = Із запізненням (мало надійти о { $time }): раніше надіслати не вдалося.
digest-late-day = Із запізненням (мало надійти: { $time }): раніше надіслати не вдалося.

## Мова

language-which = У цьому чаті я пишу українською — і відповіді, і дайджести. Якою мовою писати? Цитати лишаються мовою оригіналу.
language-chosen = У цьому чаті я пишу українською — і відповіді, і дайджести. Цитати лишаються мовою оригіналу.
language-unknown = Мови «{ $words }» я не знаю. Виберіть одну з цих:

## Меню команд

menu-filter = Відібрати статті крок за кроком
menu-subscribe = Отримувати дайджест за розкладом
menu-subscriptions = Керувати дайджестами
menu-language = Вибрати мову
menu-help = Що можна запитати
menu-cancel = Скасувати поточний крок
