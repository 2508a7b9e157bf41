## Папка, файлы из которой читаются сами

folder-title = Папка { $folder }
folder-files =
    { $count ->
        [one] { $count } файл за 7 дней
        [few] { $count } файла за 7 дней
        [other] { $count } файла за 7 дней
       *[many] { $count } файлов за 7 дней
    }
folder-waiting =
    { $count ->
        [one] { $count } файл ждёт
        [few] { $count } файла ждут
        [other] { $count } файла ждёт
       *[many] { $count } файлов ждут
    }
folder-last = последний файл { $name }, { $moment }
folder-none = файлов ещё не было
folder-refused =
    { $count ->
        [one] { $count } файл отклонён за 7 дней:
        [few] { $count } файла отклонены за 7 дней:
        [other] { $count } файла отклонено за 7 дней:
       *[many] { $count } файлов отклонены за 7 дней:
    }
folder-new = её ещё нет; она будет создана при запуске
folder-missing = её нет, и создать её здесь нельзя; исправьте WATCH или создайте папку
folder-not-a-folder = это файл, а не папка; исправьте WATCH
folder-unreadable = нет права её читать; дайте его пользователю, от имени которого работает бот
folder-unwritable = нет права перемещать из неё файлы; дайте право записи пользователю, от имени которого работает бот

## Настройки источника

source-set-labels = Метки
source-labels-how = В ответ на это сообщение напишите через запятую метки для источника № { $id }, «{ $name }», или -, если без меток. Сейчас: { $now }
source-set-language = Язык
source-language-how = В ответ на это сообщение напишите язык источника № { $id }, «{ $name }», кодом, например en или pt-BR, или -, если без языка. Сейчас: { $now }
source-language-unknown = Это не код языка. Ответьте на мой вопрос ещё раз, например: en, de или pt-BR.
source-set-text = Текст
source-text-which = Откуда брать текст «{ $name }»? Это касается новых статей.
source-text-choose-auto = Со страницы, если в ленте лишь анонс
source-text-choose-feed = Из ленты
source-text-choose-page = Со страницы
source-cancel = ‹ Назад
source-set-archive = Не брать в дайджесты
source-set-live = Брать в дайджесты
