## Digests

digest = News
digest-about = News: { $about }
digest-preview = Preview – you’re not subscribed yet.
digest-first = Your first digest, with the latest matching stories. From now on you’ll only get what’s new.
digest-stories =
    { $count ->
        [one] { $count } story
       *[other] { $count } stories
    }
digest-from-articles =
    { $count ->
        [one] from { $count } article
       *[other] from { $count } articles
    }
digest-count-of = Top { $shown } of { $total } stories
button-digest-open = More on { $number }
button-digest-close = ‹ Back to the digest
digest-update = Update:
digest-nothing = Nothing new.
digest-preview-nothing = Nothing matches yet. You’ll hear from me as soon as something does.
digest-more =
    { $count ->
        [one] 1 more matching story
       *[other] { $count } more matching stories
    }
reported-in =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
reported-by =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
button-digest-more =
    { $count ->
        [one] 1 more story ›
       *[other] { $count } more stories ›
    }
button-digest-why = Why these?
button-digest-further = Next ›
digest-rest = { $from }–{ $to } of { $total }
digest-gone = These stories are no longer in my library.
digest-why = Why these stories?
digest-why-order =
    { $count ->
        [one] { $count } matching story.
       *[other] { $count } matching stories. Ranked by how many articles and outlets report them, relevance and recency; each of your interests comes once before any comes twice, and of many stories alike three come first.
    }
why-sources =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
why-about = matches { $about }
why-newest = published
why-update = update to an earlier story
