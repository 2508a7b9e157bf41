## The bot itself

button-unknown = That button is from an earlier time. Please ask again.
only-text = I read words only. Write a name or what you look for, or /help.
only-administrators = Only administrators of this group may do that.
nothing-to-cancel = There is nothing to cancel. /help tells what I can do.
something-failed = Something went wrong on my side, and I could not answer. Please try again. (Number { $id }, for the one who runs me.)
filter-in-private = That is a conversation of several steps: let us have it in private, so that the group is not flooded.

## Guided conversations

guide-back = ‹ Back
guide-cancel = ✕ Cancel
guide-cancelled = Cancelled. Nothing was changed.
guide-stale = That question has been answered already. Please use the newest buttons.
guide-over = That conversation is over. /filter and /subscribe begin a new one.
guide-too-long = This conversation has become too long, so I end it here. Nothing was changed; /filter and /subscribe begin anew.
guide-words-or-buttons = I can use words or the buttons only.
guide-reply-hint = To write an answer here, reply to this message.

filter-topic = Which topic?
filter-topic-hint = Press a topic, or write one.
filter-any-topic = Any topic
filter-no-topic = I know no topic “{ $words }”. Press one below, or write another.
filter-person = Who should be in it?
filter-person-hint = Press a name, or write one in any spelling.
filter-anybody = Anybody
filter-which-person = “{ $words }” may be one of these. Who is meant?
filter-nobody = Nobody called “{ $words }” stands in what I have read. Press a name below, or write another.
filter-period = When was it published?
filter-period-hint = Press a period, or write one: 2022, Feb 2022, 2022-02-21..2022-03.
filter-any-time = Any time
filter-wrong-period = I cannot read “{ $words }” as a period. Write it like 2022, Feb 2022 or 2022-02-21..2022-03.

subscribe-what = What should the digest be about?
subscribe-what-hint = Press topics, or write names of topics and people, with commas between them.
subscribe-chosen = Chosen: { $what }.
subscribe-everything = Everything ›
subscribe-done = That’s it ›
subscribe-which = I am not sure whom you mean by “{ $name }”. Press one of the names with a +, or write another.
subscribe-nobody = I know no topic and nobody called “{ $name }”. Check the spelling, or press a topic below.
subscribe-when = On which days, and at what time?
subscribe-when-hint = Press one, or write it: weekdays 7:30, mon thu 19:00, every day at 8 pm.
subscribe-when-wrong = I cannot read that as days and a time. Write it like: every day 8:00, weekdays 7:30, or mon thu 19:00.
subscribe-when-no-time = At what time? Write it with the days, like: weekdays 7:30.
every-day-at-short = Every day { $time }
weekdays-at-short = Mon–Fri { $time }
weekends-at-short = Sat, Sun { $time }
subscribe-zone = In which time zone are you?
subscribe-zone-hint = Write your city, such as Kyiv, or an offset from UTC, such as +2.
subscribe-zone-which = Several places may be meant by “{ $words }”. Press yours, or write another city.
subscribe-zone-wrong = I don’t know a place or an offset “{ $words }”. Write a larger city near you, or an offset such as +2 or -5:30.
subscribe-check = Is it right like this?
about-everything = Everything new
about-these = About { $what }
first-digest = First digest: { $first }
subscribe-confirm = ✓ Subscribe
subscribe-confirm-wrong = Press “✓ Subscribe” to begin, “‹ Back” to change something, or “✕ Cancel”.
subscribed = Done. Your first digest comes on { $first } ({ $zone }). When nothing is new, I say nothing.
subscribed-group = Done. This group’s first digest comes on { $first } ({ $zone }). When nothing is new, I say nothing.
subscribed-hint = /subscriptions shows it, pauses it or ends it.

## Subscriptions

every-day-at = every day at { $time } ({ $zone })
weekdays-at = Monday to Friday at { $time } ({ $zone })
weekends-at = Saturday and Sunday at { $time } ({ $zone })
days-at = { $days } at { $time } ({ $zone })
subscriptions =
    { $count ->
        [one] Your subscription
       *[other] Your { $count } subscriptions
    }
no-subscriptions = There is no subscription here. /subscribe sets one up.
subscription-active = next: { $next }
subscription-paused = paused
subscription-resting = waiting: Telegram did not let me write here
subscription-pause = ⏸ Pause { $number }
subscription-resume = ▶ Go on { $number }
subscription-delete = 🗑 Delete { $number }
subscription-delete-sure = Delete this subscription?
subscription-drop = 🗑 Yes, delete it
subscription-keep = No, keep it
subscription-gone = This subscription is no longer there.
digest-repeated = You may have got this already: Telegram’s answer to the first sending was lost.
digest-late = Later than { $time }: I was away.

## Digests

digest-update = Update:
told-by-sources =
    { $count ->
        [one] Told by { $count } source
       *[other] Told by { $count } sources
    }
button-digest-more =
    { $count ->
        [one] See the other one ›
       *[other] See the other { $count } ›
    }
button-digest-why = Why these?
button-digest-further = Further ›
digest-rest = From number { $from } of { $total }
digest-gone = These stories are no longer in what I have read.
digest-why = Why these stories?
digest-why-order =
    { $count ->
        [one] { $count } story matched. First comes what many sources tell, what fits best, and what is newest.
       *[other] { $count } stories matched. First comes what many sources tell, what fits best, and what is newest.
    }
why-sources =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
why-about = fits { $about }
why-newest = newest of
why-update = told before, with something new since

## The menu of commands

menu-who = Who somebody is and what they said
menu-quotes = What somebody said, about something if you like
menu-timeline = What happened when
menu-search = Articles with these words
menu-latest = The newest articles
menu-topics = What the articles are about
menu-topic = The articles on a topic
menu-story = All articles about the same thing
menu-article = An article in short
menu-filter = Find articles step by step
menu-subscribe = Get a digest at a time you choose
menu-subscriptions = See, pause or end your digests
menu-help = What you can ask
menu-cancel = Leave what you are in the middle of
