## Сам бот

button-unknown = Эта кнопка уже не действует. Спросите ещё раз.
only-text = Я понимаю только текст. Напишите имя или несколько слов либо откройте /help.
only-administrators = Это могут делать только администраторы группы.
answered-above = Ответ только что был: нажмите на процитированное сообщение.
answered-above-for = { $name }, ответ только что был: нажмите на процитированное сообщение.
only-channel-administrators = Это могут делать только администраторы канала с правом публиковать в нём.
administrators-unanswered = Telegram не подтвердил, что вы там администратор, поэтому ничего не изменено. Попробуйте позже.
nothing-to-cancel = Отменять нечего. Что я умею — в /help.
no-words = Я отвечаю на вопросы о новостях. Напишите имя или тему, например: { $example }
edit-ignored = На изменённое сообщение это не подействует. Отправьте его ещё раз.
something-failed = Произошла ошибка, ответить не удалось. Попробуйте ещё раз. (Код ошибки для владельца бота: { $id }.)
damaged-reading = Не могу это показать: сохранённый разбор статьи { $id } повреждён. Остальное работает. Владелец бота может прочитать её заново: выполнить на сервере `remove article { $id }` и загрузить статью ещё раз или восстановить резервную копию.
channel-managers = Другие администраторы канала тоже могут этим управлять: { $link }
only-in-private = /{ $command } касается лично вас, поэтому работает только в личном чате с ботом.
filter-in-private = Здесь несколько шагов — продолжим в личном чате.

## Профиль бота

profile-description =
    Читаю новости за вас: кто что сказал, о чём и когда — с источником в каждой строке.

    Спросите о ком угодно и о чём угодно или подпишитесь на дайджест нового. Отвечаю и в группах, а с моим именем в начале — в любом чате.
profile-short-description = Кто что сказал, о чём и когда — из новостей, с источниками. Спросите или подпишитесь на дайджест.

## В других чатах

inline-ask = Спросить в личном чате ›
inline-nothing = Не найдено — спросить лично ›
inline-closed = Доступ по приглашению — как получить ›
inline-limit = Слишком много запросов — подождите
guest-closed = Я отвечаю только тем, у кого есть доступ. Как его получить — напишите мне в личный чат.

## Пошаговые диалоги

wizard-back = ‹ Назад
wizard-cancel = ✕ Отмена
wizard-cancelled = Отменено. Ничего не изменено.
wizard-stale = Вы уже ответили на это. Воспользуйтесь последними кнопками.
wizard-edited = Чтобы изменить ответ, нажмите «‹ Назад» или напишите новый.
wizard-over = Этот диалог завершён. Начните заново: /filter или /subscribe.
wizard-too-long = Диалог стал слишком длинным и закрыт. Ничего не изменено. Начните заново: /filter или /subscribe.
wizard-text-or-buttons = Напишите ответ или нажмите кнопку.
wizard-reply-hint = Чтобы ответить текстом, ответьте на это сообщение.

filter-topic = Какая тема?
filter-topic-hint = Нажмите на тему или напишите её.
filter-any-topic = Любая тема
filter-no-topic = Темы «{ $words }» нет. Нажмите на одну из тем ниже или напишите другую.
filter-person = Какое имя или название?
filter-person-hint = Выберите или напишите имя человека, название организации или места — в любом написании.
filter-any-person = Любое имя
filter-which-person = «{ $words }» может означать разное. Что именно?
filter-no-person = О «{ $words }» ничего не найдено. Нажмите на имя ниже или напишите другое.
filter-period = За какое время?
filter-period-hint = Нажмите на дату или напишите: 2022, февраль 2022, 2022-02-21..2022-03.
filter-any-time = За всё время
filter-wrong-period = «{ $words }» — непонятный период. Попробуйте: 2022, февраль 2022 или 2022-02-21..2022-03.

subscribe-what = О чём должен быть дайджест?
subscribe-what-hint = Нажимайте на темы или пишите через запятую: темы, людей, организации, места. Точные фразы берите в «кавычки».
subscribe-chosen = Выбрано: { $what }.
subscribe-everything = Все новости ›
subscribe-done = Готово ›
subscribe-as-words = + слова «{ $words }»
subscribe-for-channel = Отправлять в канал
subscribe-which = Непонятно, что вы имеете в виду: «{ $name }». Нажмите на вариант со знаком + или напишите иначе.
subscribe-nothing-yet = Пока ничего не выбрано. Нажмите вариант с +, напишите что-нибудь другое или нажмите «Все новости ›».
subscribe-which-suggestion = Нажмите вариант, который имеете в виду.
subscribe-no-person = Ни темы, ни человека, ни организации, ни места «{ $name }» нет. Проверьте написание или нажмите +, чтобы искать сами слова.
subscribe-not-words = В «{ $name }» нет ни букв, ни цифр. Напишите тему, имя или несколько слов.
subscribe-too-many = Это предел: в одном дайджесте не более { $max } тем, людей и фраз. Нажмите на лишнее, чтобы убрать.
subscribe-channel = Какой канал?
subscribe-channel-hint = Сначала добавьте бота в канал администратором с правом публиковать. Затем выберите канал кнопкой ниже, напишите его @имя или перешлите оттуда пост.
subscribe-channel-chosen = Будет отправляться в канал «{ $title }».
subscribe-channel-wrong = Выберите канал кнопкой ниже, напишите его имя, например @yourchannel, или перешлите оттуда пост.
subscribe-channel-unknown = Я не вижу этого канала. Добавьте меня (@{ $bot }) администратором и попробуйте ещё раз.
subscribe-channel-none = Это не канал. Чтобы настроить дайджест для группы, отправьте /subscribe в ней.
subscribe-channel-no-right = Я не могу публиковать в этом канале. Сделайте меня (@{ $bot }) администратором с правом публиковать и попробуйте ещё раз.
subscribe-channel-not-yours = Настроить дайджест для канала могут только его администраторы с правом публиковать.
subscribe-when = Когда присылать?
subscribe-when-hint = Нажмите на расписание или напишите своё: по будням в 7:30, пн чт 9:00 и 19:00, каждые 6 часов, сразу.
subscribe-when-wrong = Я не понимаю такого расписания. Попробуйте: каждый день в 8:00, по будням 7:30 и 19:00, пн чт 19:00, каждые 6 часов (или 1, 2, 3, 4, 8, 12) или сразу.
subscribe-when-no-time = В какое время ({ $days })? Напишите время: 7:30.
subscribe-when-mixed = Один дайджест приходит во все свои дни в одно и то же время. Напишите сейчас одно расписание, а для других дней настройте второй дайджест через /subscribe.
subscribe-when-other = Дайджест приходит по дням недели, а не через день или раз в месяц. Напишите дни: пн ср пт 7:00.
every-day-at-short = Каждый день { $time }
twice-a-day-short = Ежедневно { $time }
weekdays-at-short = Пн–Пт { $time }
weekends-at-short = Сб, Вс { $time }
every-3-hours-short = Каждые 3 часа
at-once-short = Сразу
subscribe-zone = Какой у вас часовой пояс?
subscribe-zone-hint = Напишите свой город (Рига) или разницу с UTC (+2) либо поделитесь местоположением.
subscribe-zone-which = «{ $words }» — таких мест несколько. Нажмите на своё или напишите другой город.
subscribe-zone-wrong = Место или разница с UTC «{ $words }» не найдены. Попробуйте крупный город поблизости или разницу, например +2 или -5:30.
subscribe-check = Всё верно?
about-everything = Все новости
about-these = Темы: { $what }
for-channel = Канал: { $title }
for-topic = Тема форума: { $topic }
for-topic-number = Тема форума № { $topic }
without-these = Исключённые слова: { $words }
without-sources = Исключённые источники: { $sources }
schedule-label = Расписание:
first-digest = Первый дайджест: { $first }
first-when-it-happens = Первый дайджест: как только появится что-то новое
your-clock = Часовой пояс: { $zone } (сейчас { $time })
subscribe-confirm = ✓ Подписаться
subscribe-confirm-now = ✉ Подписаться и прислать сейчас
subscribe-other-zone = Другой часовой пояс
subscribe-other-time = Другое время
subscribe-other-what = Другие темы
subscribe-confirm-wrong = Нажмите «✓ Подписаться», чтобы начать, «‹ Назад», чтобы что-то изменить, или «✕ Отмена».
subscribed-own-later = Вы подписались. Первый дайджест придёт { $first } ({ $zone }).
subscribed-own-now = Вы подписались. Первый дайджест уже отправляется.
subscribed-own-at-once = Вы подписались. Как только появится что-то новое, я напишу.
subscribed-group-later = Подписка для группы оформлена. Первый дайджест придёт { $first } ({ $zone }).
subscribed-group-now = Подписка для группы оформлена. Первый дайджест уже отправляется.
subscribed-group-at-once = Подписка для группы оформлена. Как только появится что-то новое, я напишу сюда.
subscribed-channel-later = Подписка для канала «{ $title }» оформлена. Первый дайджест придёт { $first } ({ $zone }).
subscribed-channel-now = Подписка для канала «{ $title }» оформлена. Первый дайджест уже отправляется.
subscribed-channel-at-once = Подписка для канала «{ $title }» оформлена. Как только появится что-то новое, я опубликую это там.
subscribed-silent-when-nothing = Если нового нет, ничего не придёт.
subscribed-says-nothing = Если нового нет, я об этом сообщу.
subscribed-hint = Посмотреть, изменить или остановить — в /subscriptions.
subscription-settings = Настройки
subscriptions-full =
    { $max ->
        [one] В этом чате уже { $max } подписка — это максимум. Сначала удалите её в /subscriptions.
        [few] В этом чате уже { $max } подписки — это максимум. Сначала удалите одну в /subscriptions.
        [other] В этом чате уже { $max } подписки — это максимум. Сначала удалите одну в /subscriptions.
       *[many] В этом чате уже { $max } подписок — это максимум. Сначала удалите одну в /subscriptions.
    }

keyboard-place = Поделитесь местоположением кнопкой ниже. Сохраняется только часовой пояс.
keyboard-place-button = Поделиться местоположением
keyboard-channel = Выберите канал кнопкой ниже.
keyboard-channel-button = Выбрать канал
keyboard-away = Понятно.

change-quiet = Когда не беспокоить?
change-quiet-hint = Дайджесты, которые приходятся на тихие часы, приходят после них. Нажмите на промежуток или напишите: 22–7.
change-quiet-none = Без тихих часов
change-quiet-wrong = Я не понимаю таких часов. Попробуйте 22–7 или 23:30–6:45.
change-without = Какие слова исключить?
change-without-hint = Пишите слова через запятую. «Фразы в кавычках» должны совпадать точно. Нажмите на слово, чтобы убрать его из списка.
change-without-unknown = В «{ $words }» нет ни букв, ни цифр, поэтому исключить это нельзя.
change-sources = Какие источники исключить?
change-sources-hint = Нажмите на источник или напишите его название, чтобы исключить. Нажмите ещё раз, чтобы вернуть.
change-sources-unknown = Статей из источника «{ $words }» нет.
change-too-many = Это предел: не более { $max } исключений. Нажмите на одно из них, чтобы убрать.

## Подписки

every-day-at = ежедневно в { $time }
weekdays-at = пн–пт в { $time }
weekends-at = сб и вс в { $time }
days-at = { $days } в { $time }
every-day-hours =
    { $hours ->
        [1] каждый час
        [one] каждый { $hours } час
        [few] каждые { $hours } часа
        [other] каждые { $hours } часа
       *[many] каждые { $hours } часов
    }
weekdays-hours =
    { $hours ->
        [1] пн–пт каждый час
        [one] пн–пт каждый { $hours } час
        [few] пн–пт каждые { $hours } часа
        [other] пн–пт каждые { $hours } часа
       *[many] пн–пт каждые { $hours } часов
    }
weekends-hours =
    { $hours ->
        [1] сб и вс каждый час
        [one] сб и вс каждый { $hours } час
        [few] сб и вс каждые { $hours } часа
        [other] сб и вс каждые { $hours } часа
       *[many] сб и вс каждые { $hours } часов
    }
days-hours =
    { $hours ->
        [1] { $days } каждый час
        [one] { $days } каждый { $hours } час
        [few] { $days } каждые { $hours } часа
        [other] { $days } каждые { $hours } часа
       *[many] { $days } каждые { $hours } часов
    }
at-once =
    { $most ->
        [one] сразу, не более { $most } раза в день
        [few] сразу, не более { $most } раз в день
        [other] сразу, не более { $most } раза в день
       *[many] сразу, не более { $most } раз в день
    }
quiet-hours = тихие часы { $from }–{ $to }
next-at = следующий: { $next }
next-when-it-happens = следующий: как только появится что-то новое
subscriptions =
    { $count ->
        [1] Ваша подписка
       *[other] Ваши подписки: { $count }
    }
group-subscriptions =
    { $count ->
        [1] Подписка этой группы
       *[other] Подписки этой группы: { $count }
    }
no-subscriptions = Подписок здесь нет. Настроить — /subscribe.
settings-besides = Язык меняет /language, а что хранится о вас, показывает /privacy.
subscription-paused = на паузе
subscription-suspended = приостановлено: я не могу сюда писать
subscription-change = Настроить { $number }
subscription-pause = Пауза { $number }
subscription-resume = Возобновить { $number }
subscription-delete = Удалить { $number }
subscription-deleted = Удалено: { $what }
subscription-undo = ↩ Вернуть
subscription-gone = Этой подписки уже нет.
subscriptions-previous = ‹ Предыдущие
subscriptions-next = Следующие ›
set-what = Темы
set-when = Расписание
set-zone = Часовой пояс
set-quiet = Тихие часы
set-without = Исключённые слова
set-sources = Исключённые источники
set-length-headlines = Объём: заголовки
set-length-short = Объём: кратко
set-length-full = Объём: полностью
set-most = Сюжетов: до { $most }
set-sound-on = Звук: включён
set-sound-off = Звук: выключен
set-previews-on = Превью ссылок: да
set-previews-off = Превью ссылок: нет
set-nothing-said = Если нового нет: сообщать
set-nothing-unsaid = Если нового нет: молчать
set-at-once = Не более в день: { $most }
set-send = ✉ Прислать сейчас
set-language = Язык: { $language }
set-pause = Пауза
set-resume = Возобновить
set-share = ↗ Поделиться
set-delete = Удалить
set-all = ‹ Все подписки
set-back = ‹ Назад
send-coming =
    { $count ->
        [one] Дайджест уже отправляется: { $count } сюжет.
        [few] Дайджест уже отправляется: { $count } сюжета.
        [other] Дайджест уже отправляется: { $count } сюжета.
       *[many] Дайджест уже отправляется: { $count } сюжетов.
    }
send-nothing = С прошлого дайджеста ничего нового;
share = По этой ссылке любой может подписаться на такой же дайджест:
share-button = Поделиться ссылкой
share-gone = Эта ссылка уже не действует. Настройте собственный дайджест: /subscribe.
digest-repeated = Возможно, вы это уже получили: Telegram не подтвердил первую доставку.
digest-corrected = Исправлено в { $time }
digest-withdrawn = [удалено]
digest-late = С опозданием (должно было прийти в { $time }): раньше отправить не удалось.
digest-late-day = С опозданием (должно было прийти: { $time }): раньше отправить не удалось.

## Язык

language-which = В этом чате я пишу по-русски — и ответы, и дайджесты. На каком языке писать? Цитаты остаются на языке оригинала.
language-chosen = В этом чате я пишу по-русски — и ответы, и дайджесты. Цитаты остаются на языке оригинала.
language-unknown = Языка «{ $words }» я не знаю. Выберите один из этих:

## Меню команд

menu-filter = Отобрать статьи шаг за шагом
menu-subscribe = Получать дайджест по расписанию
menu-subscriptions = Управлять дайджестами
menu-language = Выбрать язык
menu-help = О чём можно спросить
menu-cancel = Отменить текущий шаг
