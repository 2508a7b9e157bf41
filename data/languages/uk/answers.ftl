## Лапки

quote-start = «
quote-end = »
quoted-words = «{ $words }»

## Кількість

articles =
    { $count ->
        [one] { $count } стаття
        [few] { $count } статті
        [other] { $count } статті
       *[many] { $count } статей
    }
quotes =
    { $count ->
        [one] { $count } цитата
        [few] { $count } цитати
        [other] { $count } цитати
       *[many] { $count } цитат
    }
and-more = та ще { $count }

## Джерела та статті

sources = Джерела
untitled = (без назви)
since = з
until = до
latest = Останні новини
latest-about = Останні новини: { $about }
no-news-about = Новин за запитом «{ $about }» немає.
all-articles = Усі статті
day-unknown = дата невідома
day-doubted = (дата під сумнівом)
people = Люди:
topics-of = Теми:
rights = Авторські права:
left-out =
    { $count ->
        [one] { $count } довшу цитату пропущено: видавець обмежує відтворення.
        [few] { $count } довші цитати пропущено: видавець обмежує відтворення.
        [other] { $count } довшої цитати пропущено: видавець обмежує відтворення.
       *[many] { $count } довших цитат пропущено: видавець обмежує відтворення.
    }
which-article = Яка саме стаття?
no-article-id = Немає статті з ідентифікатором «{ $name }» чи таким, що з нього починається. Можливо, її вилучено. /latest покаже найновіші статті, а /article зі словами з тексту знайде потрібну.
no-article = За запитом «{ $name }» статті не знайдено. Найновіші — у /latest.
new-mark = нове
new-since =
    { $count ->
        [one] { $count } нова стаття, відколи ви питали востаннє.
        [few] { $count } нові статті, відколи ви питали востаннє.
        [other] { $count } нової статті, відколи ви питали востаннє.
       *[many] { $count } нових статей, відколи ви питали востаннє.
    }

## Люди

in-the-news = У новинах
said-last = Останні цитати
said-about = Що кажуть інші
also-called = Інші імена
appears-with = Часто згадують разом із
no-quotes = Цитат цієї людини не знайдено.
which-person = «{ $name }» — це може бути кілька людей. Хто саме?
no-person = Про «{ $name }» нічого не знайдено.
nearest-names = Можливо, ви мали на увазі:

## Цитати

quotes-of = { $name }
quotes-of-about = { $name } — «{ $about }»
quotes-on = Цитати на тему «{ $about }»
speakers =
    { $count ->
        [one] { $count } людина
        [few] { $count } людини
        [other] { $count } людини
       *[many] { $count } людей
    }
no-quotes-on = Цитат на тему «{ $about }» не знайдено.
not-verbatim = не дослівно:
matched-around = ваші слова є в тексті поруч
no-quotes-of = { $name }: цитат не знайдено.
no-quotes-about = { $name }: цитат на тему «{ $about }» не знайдено.
old-quote = давніша цитата
speaker-unnamed = мовця не названо:
speaker-unclear = незрозуміло, чиї це слова
speaker-second-hand = у переказі інших:
speaker-denied = не подано як пряму мову
quotes-in-part = Цитати з «…» — уривки, решту наведено повністю.
quote-withheld =
    { $count ->
        [one] Цитату на { $count } слово не показано: видавець обмежує відтворення.
        [few] Цитату на { $count } слова не показано: видавець обмежує відтворення.
        [other] Цитату на { $count } слова не показано: видавець обмежує відтворення.
       *[many] Цитату на { $count } слів не показано: видавець обмежує відтворення.
    }
in-context = У контексті
no-context = Цієї цитати вже немає в бібліотеці.
context-withheld = Цей уривок не показано: видавець обмежує відтворення.

## Хронологія, теми, сюжети, пошук

timeline = Хронологія
timeline-of = Хронологія: { $name }
key-dates = ключові дати
newest-of = найновіші { $count } з { $total }
planned = заплановано:
no-events = Подій із датами не знайдено.
no-events-for = Подій із датами за цим запитом не знайдено.
topics = Теми
no-topics = Тем поки немає.
unknown-topic = Теми «{ $name }» немає. Ось кілька тих, що є:
no-topic-but = Теми «{ $name }» немає, але про це йдеться в цих сюжетах:
no-articles-on = Статей на тему «{ $topic }» немає.
which-story = Який саме сюжет?
no-story = За запитом «{ $name }» сюжету не знайдено. Найновіші — у /latest.
said-in-story = Цитати
story-all =
    { $count ->
        [2] Повідомляють обидва джерела
       *[other] Повідомляють усі джерела
    }
story-several = Повідомляють кілька джерел
story-one = Повідомляє лише одне джерело
said-first = Перші цитати
said-last-in-story = Найновіші цитати
republished-by =
    { $count ->
        [one] Передруковано майже дослівно: { $names }.
        [few] Передруковано майже дослівно { $count } рази: { $names }.
        [other] Передруковано майже дослівно { $count } раза: { $names }.
       *[many] Передруковано майже дослівно { $count } разів: { $names }.
    }
found =
    { $count ->
        [one] «{ $words }» · { $count } стаття
        [few] «{ $words }» · { $count } статті
        [other] «{ $words }» · { $count } статті
       *[many] «{ $words }» · { $count } статей
    }
nothing-found = Слів «{ $words }» немає в жодній статті. Які теми є — /topics, про що можна питати — /help.
nothing-found-of-all = Усіх слів «{ $words }» разом немає в жодній статті. Спробуйте менше слів або гляньте /topics.
nothing-found-but = Слів «{ $words }» немає в жодній статті. Можливо, ви мали на увазі:
no-matches = Статей, які відповідають усім цим умовам, немає.

## Запитання своїми словами

closest-answer = Речення з відповіддю не знайдено; найближче:
no-answer = Речення з відповіддю не знайдено.
talk-hello = Вітаю! Запитайте, хто що сказав, про що й коли. Наприклад, натисніть кнопку нижче; усі можливості — у /help.
talk-thanks = Будь ласка!
talk-help = Напишіть запитання, ім’я чи кілька слів — і я пошукаю в новинах. Усе, що можна запитати, — у /help.
talk-stop = Щоб зупинити дайджест, відкрийте /subscriptions. Більше я нічого не надсилаю без запиту.
talk-subscribe = Дайджест налаштовується командою /subscribe. Коли бот запитає, про що він має бути, напишіть «{ $about }».

## Кнопки

button-latest = Останні новини
button-search = Пошук: { $words }

button-private = Докладніше в особистому чаті
button-share = Поділитися…
button-picture = Картинкою
button-picture-light = Світла
button-picture-dark = Темна
picture-nothing = Замало даних для картинки.
picture-planned = ○ заплановано
picture-weeks = { $name } · статті за тижнями
picture-weeks-note = Статті, де є це ім’я; однаковий текст у кількох виданнях враховано один раз.
button-timeline = Хронологія
button-key-dates = Ключові дати
button-dates-all = Усі дати
button-dates-latest = Останні
button-dates-earliest = Найраніші
button-whole-timeline = Уся хронологія
button-all-quotes =
    { $count ->
        [one] { $count } цитата
        [few] Усі { $count } цитати
        [other] Усі { $count } цитати
       *[many] Усі { $count } цитат
    }
button-quotes-of = Цитати: { $name }
button-who = Хто це: { $name }?
button-other = Або { $name }?
button-topic = Тема: { $topic }
button-context = ❝ { $words }
button-article = { $title }
button-story = Увесь сюжет
button-open = Відкрити статтю

## Вітання й довідка

greeting =
    { $count ->
        [one] Вітаю! Прочитано { $count } статтю: можу сказати, хто що сказав, про що й коли, — з джерелом у кожному рядку. Запитайте, наприклад:
        [few] Вітаю! Прочитано { $count } статті: можу сказати, хто що сказав, про що й коли, — з джерелом у кожному рядку. Запитайте, наприклад:
        [other] Вітаю! Прочитано { $count } статті: можу сказати, хто що сказав, про що й коли, — з джерелом у кожному рядку. Запитайте, наприклад:
       *[many] Вітаю! Прочитано { $count } статей: можу сказати, хто що сказав, про що й коли, — з джерелом у кожному рядку. Запитайте, наприклад:
    }
greeting-more = Або просто напишіть кілька слів для пошуку. /filter допоможе відібрати статті, /subscribe надсилатиме дайджест, усе інше — у /help.
group-greeting = Вітаю! Я читаю новини й можу сказати, хто що сказав, — із джерелами. Запитайте, наприклад:
try-who = хто це
try-quotes = що говорить ця людина
try-timeline = що й коли сталося
try-topic = про що повідомляють
try-latest = останні новини
help = Що можна запитати
help-spelling = Імена можна писати як завгодно: латиницею, кирилицею, грецькими, вірменськими чи грузинськими літерами.
help-conversations = /filter відбирає статті за темою, людиною й датами. /subscribe налаштовує дайджест, /subscriptions змінює його, /cancel перериває будь-який крок. /language змінює мову, а /privacy пояснює, що зберігається про вас.

menu-who = Хто це і що говорить
help-who = хто це, останні цитати й що кажуть інші
menu-quotes = Що людина говорила — на будь-яку тему
help-quotes = що людина сказала, дослівно; «про …» — за бажанням
menu-timeline = Що й коли сталося
help-timeline = що й коли сталося: щодо людини, теми чи загалом, за будь-який період
menu-latest = Останні новини
help-latest = останні новини; додайте ім’я, тему чи слова, щоб звузити вибір
menu-story = Усе про одну подію
help-story = усе про одну подію, зведене з усіх статей
menu-topics = Які теми є
help-topics = які теми є
menu-topic = Новини на тему
help-topic = новини на тему
menu-search = Статті з цими словами
help-search = статті з цими словами; в особистому чаті просто напишіть їх
menu-ask = Запитати своїми словами
help-ask = відповідь одним реченням із джерелом; в особистому чаті просто напишіть запитання
menu-article = Одна стаття стисло
help-article = одна стаття стисло

## Коли чогось бракує або щось не так

unknown-command = Команди /{ $command } немає. Що можна запитати — у /help.
example-about = { $name } про { $topic }
example-ask = що нового про { $name }
for-example = Наприклад:
missing-who = Хто? Додайте ім’я після команди.
missing-quotes = Чиї цитати? Додайте після команди ім’я і, за бажанням, тему.
missing-topic = Яка тема? Додайте її після команди; усі теми — у /topics.
missing-story = Який сюжет? Додайте після команди кілька слів із нього.
missing-article = Яка стаття? Додайте після команди кілька слів із заголовка; найновіші — у /latest.
missing-ask = Що ви хочете дізнатися? Додайте запитання після команди.
missing-search = Що шукаєте? Додайте слова після команди.
missing-context = Ця кнопка вже не діє. Запитайте ще раз.
wrong-day = «{ $day }» — такої дати немає. Дати пишуть так: 2022-02-21, 2022-02 або 2022; між початком і кінцем періоду — дві крапки.
empty-library = Статей поки немає. Щойно вони з’являться, можна буде питати.
nothing = Показати нічого.
# Instead of a number, if there are more than are counted.
more-than-counted = понад 1000
