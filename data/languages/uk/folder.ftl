## Папка, файли з якої читаються самі

folder-title = Папка { $folder }
folder-files =
    { $count ->
        [one] { $count } файл за 7 днів
        [few] { $count } файли за 7 днів
        [other] { $count } файлу за 7 днів
       *[many] { $count } файлів за 7 днів
    }
folder-waiting =
    { $count ->
        [one] { $count } файл чекає
        [few] { $count } файли чекають
        [other] { $count } файлу чекає
       *[many] { $count } файлів чекають
    }
folder-last = останній файл { $name }, { $moment }
folder-none = файлів ще не було
folder-refused =
    { $count ->
        [one] { $count } файл відхилено за 7 днів:
        [few] { $count } файли відхилено за 7 днів:
        [other] { $count } файлу відхилено за 7 днів:
       *[many] { $count } файлів відхилено за 7 днів:
    }
folder-new = її ще немає; буде створено під час запуску
folder-missing = її немає, і створити її тут не можна; виправте WATCH або створіть папку
folder-not-a-folder = це файл, а не папка; виправте WATCH
folder-unreadable = немає права її читати; надайте його користувачеві, від імені якого працює бот
folder-unwritable = немає права переміщувати з неї файли; надайте право запису користувачеві, від імені якого працює бот

## Налаштування джерела

source-set-labels = Мітки
source-labels-how = У відповідь на це повідомлення напишіть через кому мітки для джерела № { $id }, «{ $name }», або -, якщо без міток. Зараз: { $now }
source-set-language = Мова
source-language-how = У відповідь на це повідомлення напишіть мову джерела № { $id }, «{ $name }», кодом, як-от en чи pt-BR, або -, якщо без мови. Зараз: { $now }
source-language-unknown = Це не код мови. Дайте відповідь на моє запитання ще раз, наприклад: en, de чи pt-BR.
source-set-text = Текст
source-text-which = Звідки брати текст «{ $name }»? Це стосуватиметься нових статей.
source-text-choose-auto = Зі сторінки, якщо в стрічці лише анонс
source-text-choose-feed = Зі стрічки
source-text-choose-page = Зі сторінки
source-cancel = ‹ Назад
source-set-archive = Не брати в дайджести
source-set-live = Брати в дайджести
