## Counts

articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
quotes =
    { $count ->
        [one] { $count } quote
       *[other] { $count } quotes
    }
and-more = and { $count } more

## Sources and articles

sources = Sources
untitled = (without a title)
since = since
until = until
latest = Newest articles
all-articles = All articles
day-unknown = day not known
people = People:
topics-of = Topics:
rights = Rights:
left-out =
    { $count ->
        [one] One longer quote is left out: the publisher limits reproduction.
       *[other] { $count } longer quotes are left out: the publisher limits reproduction.
    }
which-article = Which article?
no-article-id = No article has the number “{ $name }”, or begins with it: it may have been taken out. /latest shows the newest ones, and /article WORDS finds one by its words.
no-article = I have no article “{ $name }”. /latest shows the newest ones.

## People

said-last = Said last
said-about = Said about this person
also-called = Also called
appears-with = Appears with
no-quotes = No words of this person are quoted in what I have read.
which-person = “{ $name }” may be one of these. Who is meant?
nobody-fits = Nobody called “{ $name }” stands in what I have read.
nearest-names = The nearest names:

## Quotes

quotes-of = { $name }
quotes-of-about = { $name } about “{ $about }”
no-quotes-of = No words of { $name } are quoted in what I have read.
no-quotes-about = { $name } is not quoted about “{ $about }” in what I have read.
speaker-unnamed = speaker not named:
speaker-untold = not clear from the text who spoke
speaker-second-hand = told at second hand:
speaker-denied = the text doesn’t say that this was spoken
quotes-in-part = “… …” is part of a sentence, the rest are whole.
quote-withheld =
    { $count ->
        [one] A quote of { $count } word is not shown: the publisher limits reproduction.
       *[other] A quote of { $count } words is not shown: the publisher limits reproduction.
    }
in-context = The quote where it stands
no-context = This quote is no longer in what I have read.
context-withheld = This passage is not shown: the publisher limits reproduction.

## Timeline, topics, stories, search

timeline = Timeline
timeline-of = Timeline: { $name }
newest-of = the newest { $count } of { $total }
planned = planned:
no-events = What I have read names no days.
no-events-for = No day is told for that in what I have read.
topics = Topics
no-topics = No topic that I know stands in what I have read.
unknown-topic = I know no topic “{ $name }”. These are the ones I have read about:
no-articles-on = No article that I have read is about { $topic }.
which-story = Which story?
no-story = I have no story “{ $name }”. /latest shows the newest articles.
said-in-story = Said in it
story-all =
    { $count ->
        [2] What both say
       *[other] What all say
    }
story-several = What several say
story-one = What only one says
said-first = Said first
said-last-in-story = Said last
also-told-by =
    { $count ->
        [one] Told again, nearly word for word, by { $names }.
       *[other] Told again, nearly word for word, { $count } times: { $names }.
    }
found =
    { $count ->
        [one] “{ $words }” · { $count } article
       *[other] “{ $words }” · { $count } articles
    }
nothing-found = Nothing that I have read has “{ $words }” in it. /topics tells what there is, /help what you can ask.
nothing-found-of-all = Nothing that I have read has all of “{ $words }” in it. Fewer words find more; /topics tells what there is.
nothing-found-but = Nothing that I have read has “{ $words }” in it. Is one of these meant?
no-matches = No article that I have read meets all of this.

## Digests

digest = News
digest-about = News: { $about }
digest-preview = A preview: nothing is subscribed yet.
digest-first = Your first digest: it tells the newest stories that match. The next ones tell only what is new.
digest-more =
    { $count ->
        [one] One more story matched.
       *[other] { $count } more stories matched.
    }
digest-nothing = Nothing new.
digest-preview-nothing = Nothing that I have read matches yet. You will hear from me as soon as something does.
told-by =
    { $count ->
        [one] Told by { $count } article
       *[other] Told by { $count } articles
    }

## Buttons

button-private = More in a private chat
button-timeline = Timeline
button-whole-timeline = The whole timeline
button-all-quotes =
    { $count ->
        [one] { $count } quote
       *[other] All { $count } quotes
    }
button-quotes-of = Quotes of { $name }
button-who = Who is { $name }?
button-other = Or { $name }?
button-topic = Topic: { $topic }
button-context = ❝ { $words }
button-article = { $title }
button-story = The story
button-open = Open the article

## Greeting and help

greeting =
    { $count ->
        [one] I have read { $count } article: who said what, about what, when. Every line names its source. Ask me, for example:
       *[other] I have read { $count } articles: who said what, about what, when. Every line names its source. Ask me, for example:
    }
greeting-more = Or just write a few words, and I search for them. /filter leads you to articles step by step, /subscribe brings you a digest, /help tells the rest.
group-greeting = Hello! I have read the news and tell who said what, with sources. Ask me, for example:
try-who = who that is
try-quotes = what they said
try-timeline = what happened when
try-topic = what is told about it
try-latest = the newest articles
help = What you can ask
help-who = who somebody is, what they said, what is said about them
help-quotes = what somebody said; “about …” may be left out
help-timeline = what happened when: of a person, a topic or everything, in a period or always
help-topics = what the articles are about
help-topic = the articles on a topic
help-latest = the newest articles
help-story = all articles about the same thing, in short
help-article = an article in short
help-search = articles with these words; in a private chat just write them
help-spelling = Names may be spelled as you like, in any script.
help-conversations = /filter asks you for topic, person and period. /subscribe sets up a digest, /subscriptions changes it, /cancel leaves either. /privacy tells what I keep of you.

## What went wrong

unknown-command = I don’t know /{ $command }. /help tells what I know.
for-example = For example:
missing-who = Who? Write the name behind the command.
missing-quotes = Whose words? Write the name behind the command, and what they are about if you like.
missing-topic = Which topic? Write it behind the command; /topics shows them all.
missing-story = Which story? Write some words of it behind the command.
missing-article = Which article? Write some words of its title behind the command; /latest shows the newest ones.
missing-search = What do you look for? Write the words behind the command.
missing-context = That button leads nowhere any more. Please ask again.
wrong-day = There is no day “{ $day }” in the calendar. Days are written like 2022-02-21, 2022-02 or 2022, periods with two dots between.
empty-library = I have not read any articles yet. Once some are loaded, you can ask about them.
nothing = There is nothing to show.

# In the place of a number, where there are more than are counted.
more-than-counted = more than 1,000
