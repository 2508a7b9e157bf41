## Quotation marks

quote-start = “
quote-end = ”
quoted-words = “{ $words }”

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
untitled = (untitled)
since = since
until = until
latest = Latest news
latest-about = Latest news: { $about }
no-news-about = I have no news about “{ $about }”.
news-of-period = News
no-news-then = I have no news from those days
no-news-then-about = I have no news about “{ $about }” from those days
all-articles = All articles
day-unknown = date unknown
day-doubted = (date doubtful)
people = People:
topics-of = Topics:
rights = Rights:
left-out =
    { $count ->
        [one] 1 longer quote is left out: the publisher limits reproduction.
       *[other] { $count } longer quotes are left out: the publisher limits reproduction.
    }
which-article = Which article?
no-article-id = I have no article with the ID “{ $name }” or one that starts with it. It may have been removed. /latest shows the newest articles, and /article WORDS finds one by its words.
no-article = I couldn’t find an article matching “{ $name }”. /latest shows the newest ones.
new-mark = new
new-since =
    { $count ->
        [one] 1 new article since you last asked.
       *[other] { $count } new articles since you last asked.
    }

## People

in-the-news = In the news
said-last = Latest quotes
said-about = What others say about them
also-called = Also called
mixed-scripts = ⚠ This name mixes letters of several alphabets. It only looks like another.
mixed-scripts-short = ⚠ mixed alphabets
may-be-person = May be { $name }; the articles give only this name.
appears-with = Often mentioned with
no-quotes = I haven’t found any quotes by this person.
which-person = Several people match “{ $name }”. Which one?
no-person = I haven’t read anything about “{ $name }”.
nearest-names = Did you mean:

## Quotes

quotes-of = { $name }
quotes-of-about = { $name } on “{ $about }”
quotes-on = Quotes about “{ $about }”
speakers =
    { $count ->
        [one] { $count } speaker
       *[other] { $count } speakers
    }
no-quotes-on = I haven’t found anyone quoted on “{ $about }”.
earliest-first = earliest first
not-verbatim = not verbatim:
matched-around = your words are in the text around it
no-quotes-of = I haven’t found any quotes by { $name }.
no-quotes-about = I haven’t found any quotes by { $name } on “{ $about }”.
no-quotes-of-then = I haven’t found any quotes by { $name } from those days
no-quotes-about-then = I haven’t found any quotes by { $name } on “{ $about }” from those days
quotes-in-articles-on = From articles that mention “{ $about }”
said-by-others = Said by someone else
old-quote = an older quote
speaker-unnamed = speaker not named:
speaker-unclear = speaker unclear
speaker-second-hand = as reported by others:
speaker-cited = cited by another
speaker-cited-by = cited by { $name }
speaker-denied = not presented as a spoken quote
quotes-in-part = Quotes with “…” are excerpts; the others are complete.
quote-withheld =
    { $count ->
        [one] A quote of { $count } word is not shown: the publisher limits reproduction.
       *[other] A quote of { $count } words is not shown: the publisher limits reproduction.
    }
in-context = In context
no-context = This quote is no longer in my library.
context-withheld = This passage is not shown: the publisher limits reproduction.

## Timeline, topics, stories, search

timeline = Timeline
timeline-of = Timeline: { $name }
key-dates = key dates
newest-of = newest { $count } of { $total }
planned = planned:
approximate-days = ≈ marks an approximate date.
no-events = I found no dated events.
no-events-for = I found no dated events for that.
topics = Topics
no-topics = No known topics yet.
unknown-topic = I don’t know the topic “{ $name }”. Here are some that I cover:
no-topic-but = “{ $name }” isn’t one of my topics, but these stories mention it:
no-articles-on = I have no articles on { $topic }.
which-story = Which story?
no-story = I couldn’t find a story matching “{ $name }”. /latest shows the newest ones.
said-in-story = Quotes
story-all =
    { $count ->
        [2] Reported by both
       *[other] Reported by all
    }
story-several = Reported by several
story-one = Reported by one source only
said-first = First quoted
said-last-in-story = Most recent quotes
republished-by =
    { $count ->
        [one] Republished almost verbatim by { $names }.
       *[other] Republished almost verbatim { $count } times: { $names }.
    }
found =
    { $count ->
        [one] “{ $words }” · { $count } story
       *[other] “{ $words }” · { $count } stories
    }
search-corrected = No articles contain “{ $words }”; these contain words spelled like it.
search-any-word = No article contains all of these words; these contain some of them.
nothing-found = No articles contain “{ $words }”. See /topics for what I cover or /help for what you can ask.
nothing-found-of-all = No articles contain all of “{ $words }”. Try fewer words, or see /topics for what I cover.
nothing-found-but = No articles contain “{ $words }”. Did you mean one of these?
not-understood = I don’t know “{ $words }”. Most articles are in English: try another word for it, the English one or just a name. /topics lists what I cover.
no-matches = No articles match all of these.

## Plain questions

closest-answer = I found no sentence that answers this; closest:
other-figures = Other figures
no-answer = I found no sentence that answers this.
talk-hello = Hello! Ask me who said what, about what, and when. For example, tap one of these; /help shows everything.
talk-thanks = You’re welcome!
talk-bye = Goodbye! I’ll be here when you want to look something up.
talk-rude = Sorry if that wasn’t what you were looking for. Try a name or a few words from the news.
talk-bot = I’m a bot that has read the news. I answer from articles and name the source of every line.
talk-chat = I only know the news. Ask me about a person, an organization, a place or an event.
talk-help = Type a question, a name or a few words, and I’ll look them up. /help lists everything you can ask.
talk-stop = To stop a digest, use /subscriptions. I never write to you otherwise.
talk-subscribe = /subscribe sets up a digest. When it asks what the digest should be about, type “{ $about }”.
talk-source = The numbers in brackets lead to the sources at the end of each answer: outlet, headline and day. A button of a quote or an article opens its passage.
talk-sure = I can’t check facts: I show what articles say, whose words they are, and when. Look at the sources and the day; /compare shows two people or outlets side by side.
talk-opinion = I have no opinions of my own. I show what people said and what articles report, with the source.
talk-whom = I’m not sure whom you mean. Please ask again with the name.
talk-what = I’m not sure what you mean. Please ask again with the name or the subject.
talk-end = That’s all I have on this.
talk-language = I don’t translate articles: quotes and headlines stay as published. /language changes the language in which I write.
talk-unsaid = I know what articles quote and report, not what was left unsaid.
talk-without = I can’t leave “{ $about }” out of an answer, but a digest can do without some words. Type /subscribe and what you want: Ukraine, not sports.

## Buttons

button-latest = Latest news
button-search = Search: { $words }

button-private = More in a private chat
button-share = Share …
button-picture = As a picture
button-picture-light = Light
button-picture-dark = Dark
picture-nothing = There’s too little to draw here.
picture-planned = ○ planned
picture-weeks = { $name } · articles per week
picture-weeks-note = Articles that name them; the same text in several outlets counts once.
button-timeline = Timeline
button-key-dates = Key dates
button-dates-all = All dates
button-dates-latest = Latest
button-dates-earliest = Earliest
button-whole-timeline = Full timeline
button-all-quotes =
    { $count ->
        [one] The quote
       *[other] All quotes
    }
button-quotes-of = Quotes by { $name }
button-who = Who is { $name }?
button-other = Or { $name }?
button-topic = Topic: { $topic }
button-context = ❝ { $words }
button-article = { $title }
button-story = Full story
button-open = Open the article

## Greeting and help

greeting =
    { $count ->
        [one] Hello! I’ve read { $count } article and can tell you who said what, about what, and when, with a source for every line. Ask me, for example:
       *[other] Hello! I’ve read { $count } articles and can tell you who said what, about what, and when, with a source for every line. Ask me, for example:
    }
greeting-more = Or just type a few words to search. /filter helps you narrow down articles, /subscribe sends you a digest, and /help shows everything else.
group-greeting = Hello! I’ve read the news and can tell you who said what, with sources. Ask me, for example:
try-who = who they are
try-quotes = what they said
try-timeline = what happened when
try-topic = what’s been reported
try-latest = the latest news
help = What you can ask
help-spelling = Spell names any way you like, in Latin, Cyrillic, Greek, Armenian or Georgian letters.
help-conversations = /filter asks for a topic, a person and a date range. /subscribe sets up a digest, /subscriptions changes it, and /cancel leaves either. /language changes the language, and /privacy explains what I store about you.

# Each question has a line in the command menu (menu-…) and one in the help and the README (help-…).

menu-who = Who or what it is: a person, organization or place
help-who = a person, organization or place: why they’re in the news, latest quotes or statements, who they’re mentioned with
menu-quotes = What a person or organization said
help-quotes = what a person or organization said, word for word; “about …” is optional
menu-timeline = What happened when
help-timeline = what happened when: for a name, a topic, any words or everything, in any period
menu-latest = The latest news
help-latest = the latest news; add a name, a topic, words or a period (“last week”) to narrow it down
menu-story = Everything on one event
help-story = everything on one event, summed up from all its articles
menu-topics = Topics covered
help-topics = topics covered
menu-topic = The news on a topic
help-topic = the news on a topic
menu-search = Articles that contain these words
help-search = articles that contain these words; in a private chat, just type them
menu-ask = Ask a question in your own words
help-ask = an answer in one sentence, with its source; in a private chat, just type the question
menu-article = One article in brief
help-article = one article in brief

## When something is missing or wrong

unknown-command = I don’t know the command /{ $command }. See /help for what you can ask.
example-compare = { $one } and { $other }
example-about = { $name } about { $topic }
example-ask = when did { $name } speak
for-example = For example:
missing-who = Who? Add a name after the command.
missing-quotes = Whose quotes? Add a name after the command and, if you like, a subject.
missing-topic = Which topic? Add one after the command; /topics lists them all.
missing-story = Which story? Add a few words from it after the command.
missing-article = Which article? Add a few words from its title after the command; /latest shows the newest ones.
missing-ask = What would you like to know? Add a question after the command.
missing-search = What are you looking for? Add the words after the command.
missing-context = That button has expired. Please ask again.
wrong-day = “{ $day }” isn’t a valid date. Dates look like 2022-02-21, 2022-02 or 2022; put two dots between the ends of a range.
empty-library = I haven’t read any articles yet. Once some are loaded, you can ask about them.
nothing = There’s nothing to show.
# Instead of a number, if there are more than are counted.
more-than-counted = more than 1,000
