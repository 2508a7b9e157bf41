## Дайджесты

digest = Новости
digest-about = Новости: { $about }
digest-preview = Предпросмотр — вы ещё не подписались.
digest-first = Ваш первый дайджест: самые новые сюжеты по вашему выбору. Дальше будет приходить только новое.
digest-stories =
    { $count ->
        [one] { $count } сюжет
        [few] { $count } сюжета
        [other] { $count } сюжета
       *[many] { $count } сюжетов
    }
digest-from-articles =
    { $count ->
        [one] из { $count } статьи
        [few] из { $count } статей
        [other] из { $count } статьи
       *[many] из { $count } статей
    }
digest-count-of = Главные { $shown } из { $total } сюжетов
button-digest-open = Подробнее: { $number }
button-digest-close = ‹ К дайджесту
digest-update = Обновление:
digest-nothing = Ничего нового.
digest-preview-nothing = Пока ничего не найдено. Как только что-то появится, я напишу.
digest-more =
    { $count ->
        [one] Ещё { $count } сюжет
        [few] Ещё { $count } сюжета
        [other] Ещё { $count } сюжета
       *[many] Ещё { $count } сюжетов
    }
reported-in =
    { $count ->
        [one] { $count } статья
        [few] { $count } статьи
        [other] { $count } статьи
       *[many] { $count } статей
    }
reported-by =
    { $count ->
        [one] { $count } источник
        [few] { $count } источника
        [other] { $count } источника
       *[many] { $count } источников
    }
button-digest-more =
    { $count ->
        [one] Ещё { $count } сюжет ›
        [few] Ещё { $count } сюжета ›
        [other] Ещё { $count } сюжета ›
       *[many] Ещё { $count } сюжетов ›
    }
button-digest-why = Почему именно эти?
button-digest-further = Далее ›
digest-rest = { $from }–{ $to } из { $total }
digest-gone = Этих сюжетов уже нет в библиотеке.
digest-why = Почему именно эти сюжеты?
digest-why-order =
    { $count ->
        [1] Подходящих сюжетов: { $count }.
       *[other] Подходящих сюжетов: { $count }. Порядок зависит от того, сколько статей и изданий о них пишут, насколько они отвечают вашему выбору и насколько свежи; каждая ваша тема встречается один раз, прежде чем какая-либо — во второй, а из многих похожих сюжетов сначала идут три.
    }
why-sources =
    { $count ->
        [one] { $count } источник
        [few] { $count } источника
        [other] { $count } источника
       *[many] { $count } источников
    }
why-about = соответствует: { $about }
why-newest = опубликовано
why-update = дополняет прежний сюжет
