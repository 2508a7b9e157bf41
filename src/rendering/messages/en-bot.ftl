## The bot itself

button-unknown = That button is from an earlier time. Please ask again.
only-text = I read words only. Write a name or what you look for, or /help.
only-administrators = Only administrators of this group may do that.
only-channel-administrators = Only administrators of the channel who may post there may do that.
administrators-unanswered = I couldn’t check with Telegram whether you are an administrator there, so nothing was changed. Please try again later.
nothing-to-cancel = There is nothing to cancel. /help tells what I can do.
something-failed = Something went wrong on my side, and I could not answer. Please try again. (Number { $id }, for the one who runs me.)
channel-managers = The channel’s other administrators can change this too, here: { $link }
only-in-private = /{ $command } is about you alone, so it works only in a private chat with me.
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
subscribe-what-hint = Press topics, or write names of topics and people with commas between them, or “words in quotes” to look for.
subscribe-chosen = Chosen: { $what }.
subscribe-everything = Everything ›
subscribe-done = That’s it ›
subscribe-as-words = + the words “{ $words }”
subscribe-for-channel = For a channel of yours
subscribe-which = I am not sure whom you mean by “{ $name }”. Press one of the lines with a +, or write another.
subscribe-nobody = I know no topic and nobody called “{ $name }”. Check the spelling, or press the line with a + and I look for these words.
subscribe-channel = For which channel?
subscribe-channel-hint = Add me to the channel as an administrator who may post, then pick it with the button below, write its @name or forward a post from it.
subscribe-channel-chosen = For the channel “{ $title }”.
subscribe-channel-wrong = Pick the channel with the button below, write its name like @yourchannel, or forward a post from it.
subscribe-channel-unknown = I cannot see that channel. Add me (@{ $bot }) there as an administrator, then try again.
subscribe-channel-none = That is no channel. To subscribe a group, write /subscribe there.
subscribe-channel-no-right = I may not post in that channel. Make me (@{ $bot }) an administrator with the right to post messages, then try again.
subscribe-channel-not-yours = Only those who may post in that channel can set up a digest for it.
subscribe-when = When should it come?
subscribe-when-hint = Press one, or write it: weekdays 7:30, mon thu 9:00 and 19:00, every 6 hours, at once.
subscribe-when-wrong = I cannot read that as days and times. Write it like: every day 8:00, weekdays 7:30 and 19:00, mon thu 19:00, every 1, 2, 3, 4, 6, 8 or 12 hours, or at once.
subscribe-when-no-time = At what time? Write it with the days, like: weekdays 7:30.
every-day-at-short = Every day { $time }
twice-a-day-short = Daily { $time }
weekdays-at-short = Mon–Fri { $time }
weekends-at-short = Sat, Sun { $time }
every-3-hours-short = Every 3 hours
at-once-short = As it happens
subscribe-zone = In which time zone are you?
subscribe-zone-hint = Write your city, such as Kyiv, or an offset from UTC, such as +2. Or share where you are.
subscribe-zone-which = Several places may be meant by “{ $words }”. Press yours, or write another city.
subscribe-zone-wrong = I don’t know a place or an offset “{ $words }”. Write a larger city near you, or an offset such as +2 or -5:30.
subscribe-check = Is it right like this?
about-everything = Everything new
about-these = About { $what }
for-channel = For the channel “{ $title }”
without-these = Without: { $words }
without-sources = Not from: { $sources }
first-digest = First digest: { $first }
first-when-it-happens = First digest: as soon as something new matches
your-clock = Time zone { $zone }, where it is { $time } now
subscribe-confirm = ✓ Subscribe
subscribe-confirm-now = ✉ Yes, and send the first now
subscribe-other-zone = Other time zone
subscribe-other-time = Other time
subscribe-confirm-wrong = Press “✓ Subscribe” to begin, “‹ Back” to change something, or “✕ Cancel”.
subscribed-own-later = Done. Your first digest comes on { $first } ({ $zone }).
subscribed-own-now = Done. Your first digest is on its way.
subscribed-own-at-once = Done. You hear from me as soon as something new matches.
subscribed-group-later = Done. This group’s first digest comes on { $first } ({ $zone }).
subscribed-group-now = Done. This group’s first digest is on its way.
subscribed-group-at-once = Done. This group hears from me as soon as something new matches.
subscribed-channel-later = Done. The first digest for “{ $title }” comes on { $first } ({ $zone }).
subscribed-channel-now = Done. The first digest for “{ $title }” is on its way.
subscribed-channel-at-once = Done. “{ $title }” hears from me as soon as something new matches.
subscribed-silent-when-nothing = When nothing is new, I say nothing.
subscribed-says-nothing = When nothing is new, I say so.
subscribed-hint = /subscriptions shows it, changes it or ends it.
subscription-settings = Change something
subscriptions-full = There are { $most } subscriptions here already, which is all there can be. Delete one in /subscriptions first.

keyboard-place = The button below the writing line shares where you are; I keep only the time zone.
keyboard-place-button = Share where I am
keyboard-channel = The button below the writing line shows your channels.
keyboard-channel-button = Pick a channel
keyboard-away = Thank you.

change-quiet = When should it be quiet?
change-quiet-hint = What falls due in these hours comes at their end. Press one, or write it: 22–7.
change-quiet-none = Never
change-quiet-wrong = I cannot read that as two times of day. Write it like: 22–7, or 23:30–6:45.
change-without = With which words should nothing be told?
change-without-hint = Write words with commas between them; what stands in “quotes” must stand together like that. Press one to take it out again.
change-without-unknown = I cannot look for “{ $words }”: there is no word in it.
change-sources = Which sources should be left out?
change-sources-hint = Press a source to leave it out, or write its name. Press it again to take it back.
change-sources-unknown = I have read nothing of “{ $words }”.

## Subscriptions

every-day-at = every day at { $time }
weekdays-at = Monday to Friday at { $time }
weekends-at = Saturday and Sunday at { $time }
days-at = { $days } at { $time }
every-day-hours =
    { $hours ->
        [1] every hour
       *[other] every { $hours } hours
    }
weekdays-hours =
    { $hours ->
        [1] Monday to Friday every hour
       *[other] Monday to Friday every { $hours } hours
    }
weekends-hours =
    { $hours ->
        [1] Saturday and Sunday every hour
       *[other] Saturday and Sunday every { $hours } hours
    }
days-hours =
    { $hours ->
        [1] { $days } every hour
       *[other] { $days } every { $hours } hours
    }
at-once =
    { $most ->
        [one] as it happens, once a day at most
       *[other] as it happens, { $most } times a day at most
    }
quiet-hours = quiet from { $from } to { $to }
next-at = next: { $next }
next-when-it-happens = next: as soon as something new matches
subscriptions =
    { $count ->
        [one] Your subscription
       *[other] Your { $count } subscriptions
    }
no-subscriptions = There is no subscription here. /subscribe sets one up.
subscription-paused = paused
subscription-suspended = waiting: Telegram did not let me write here
subscription-change = Change { $number }
subscription-pause = Pause { $number }
subscription-resume = Go on { $number }
subscription-delete = Delete { $number }
subscription-deleted = Deleted: { $what }
subscription-undo = ↩ Undo
subscription-gone = This subscription is no longer there.
set-what = What it is about
set-when = When it comes
set-zone = Time zone
set-quiet = Quiet hours
set-without = Words left out
set-sources = Sources left out
set-length-headlines = Length: headlines
set-length-short = Length: short
set-length-full = Length: full
set-most = Stories: { $most } at most
set-sound-on = With sound
set-sound-off = Silent
set-previews-on = Link preview: yes
set-previews-off = Link preview: no
set-nothing-said = Nothing new: says so
set-nothing-unsaid = Nothing new: says nothing
set-at-once = { $most } a day at most
set-send = ✉ Send it now
set-pause = Pause
set-resume = Go on
set-share = ↗ Share
set-delete = Delete
set-all = ‹ All subscriptions
set-back = ‹ Back to it
send-coming =
    { $count ->
        [one] It is on its way, with one story.
       *[other] It is on its way; { $count } stories match.
    }
send-nothing = Nothing new has come since the last digest;
share = Whoever follows this link is offered a digest like this one, in their own chat and time zone:
share-button = Send the link to somebody
share-gone = This link is no longer kept. /subscribe sets up a digest of your own.
digest-repeated = You may have got this already: Telegram’s answer to the first sending was lost.
digest-late = Later than { $time }: I was away.

## The menu of commands

menu-filter = Find articles step by step
menu-subscribe = Get a digest at a time you choose
menu-subscriptions = See, pause or end your digests
menu-help = What you can ask
menu-cancel = Leave what you are in the middle of
