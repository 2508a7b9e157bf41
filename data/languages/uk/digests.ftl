## Дайджести

digest = Новини
digest-about = Новини: { $about }
digest-preview = Попередній перегляд — ви ще не підписалися.
digest-first = Ваш перший дайджест: найновіші сюжети за вашим вибором. Далі надходитиме лише нове.
digest-stories =
    { $count ->
        [one] { $count } сюжет
        [few] { $count } сюжети
        [other] { $count } сюжету
       *[many] { $count } сюжетів
    }
digest-from-articles =
    { $count ->
        [one] із { $count } статті
        [few] із { $count } статей
        [other] із { $count } статті
       *[many] із { $count } статей
    }
digest-count-of = Головні { $shown } з { $total } сюжетів
button-digest-open = Докладніше: { $number }
button-digest-close = ‹ До дайджесту
digest-update = Оновлення:
digest-nothing = Нічого нового.
digest-preview-nothing = Поки нічого не знайдено. Щойно щось з’явиться, я напишу.
digest-more =
    { $count ->
        [one] Ще { $count } сюжет
        [few] Ще { $count } сюжети
        [other] Ще { $count } сюжету
       *[many] Ще { $count } сюжетів
    }
reported-in =
    { $count ->
        [one] { $count } стаття
        [few] { $count } статті
        [other] { $count } статті
       *[many] { $count } статей
    }
reported-by =
    { $count ->
        [one] { $count } джерело
        [few] { $count } джерела
        [other] { $count } джерела
       *[many] { $count } джерел
    }
button-digest-more =
    { $count ->
        [one] Ще { $count } сюжет ›
        [few] Ще { $count } сюжети ›
        [other] Ще { $count } сюжету ›
       *[many] Ще { $count } сюжетів ›
    }
button-digest-why = Чому саме ці?
button-digest-further = Далі ›
digest-rest = { $from }–{ $to } з { $total }
digest-gone = Цих сюжетів уже немає в бібліотеці.
digest-why = Чому саме ці сюжети?
digest-why-order =
    { $count ->
        [1] Відповідних сюжетів: { $count }.
       *[other] Відповідних сюжетів: { $count }. Порядок залежить від того, скільки статей і видань про них пишуть, наскільки вони відповідають вашому вибору та наскільки свіжі; кожна ваша тема трапляється раз, перш ніж якась — удруге, а з багатьох схожих сюжетів спершу йдуть три.
    }
why-sources =
    { $count ->
        [one] { $count } джерело
        [few] { $count } джерела
        [other] { $count } джерела
       *[many] { $count } джерел
    }
why-about = відповідає: { $about }
why-newest = опубліковано
why-update = доповнює попередній сюжет
