## The bot itself

button-unknown = That button has expired. Please ask again.
only-text = I can only read text. Type a name or a few words, or see /help.
only-administrators = Only administrators of this group can do that.
answered-above = Answered a moment ago: tap the message quoted here.
answered-above-for = { $name }, this was answered a moment ago: tap the message quoted here.
only-channel-administrators = Only channel administrators who can post there can do that.
administrators-unanswered = Telegram didn’t confirm that you’re an administrator there, so nothing was changed. Please try again later.
nothing-to-cancel = Nothing to cancel. See /help for what I can do.
no-words = I answer questions about the news. Try a name or a topic, for example: { $example }
edit-ignored = I can’t redo that from an edited message. Please send it again.
something-failed = Something went wrong and I couldn’t answer. Please try again. (Error ID { $id }, for the operator.)
damaged-reading = I can’t show this: my stored reading of article { $id } is damaged. The rest still works. The operator can have it read anew: `remove article { $id }` on the server, then load the article again, or restore a backup.
channel-managers = Other channel administrators can manage this too: { $link }
only-in-private = /{ $command } is personal, so it only works in a private chat with me.
filter-in-private = This takes a few steps – let’s do it in a private chat.


## The bot’s profile

profile-description =
    I’ve read the news for you: who said what, about what, and when – every line with its source.

    Ask me about anyone or anything, or subscribe to a digest of what’s new. I also answer in groups and, with my name in front, in any chat.
profile-short-description = Who said what, about what, and when – from the news, with sources. Ask me, or get a digest.

## In other chats

inline-ask = Ask me in private ›
inline-nothing = Nothing found – ask me in private ›
inline-closed = Access is by invitation – find out how ›
inline-limit = Too many questions – wait a minute
guest-closed = I only answer people who have been given access. Message me in private to find out how.

## Step-by-step dialogs

wizard-back = ‹ Back
wizard-cancel = ✕ Cancel
wizard-cancelled = Cancelled. Nothing was changed.
wizard-stale = You’ve already answered that. Please use the latest buttons.
wizard-edited = To change an answer, tap “‹ Back” or type a new one.
wizard-over = This dialog has ended. Start again with /filter or /subscribe.
wizard-too-long = This dialog got too long and was closed. Nothing was changed. Start again with /filter or /subscribe.
wizard-text-or-buttons = Please type an answer or tap a button.
wizard-reply-hint = To type an answer, reply to this message.

filter-topic = Which topic?
filter-topic-hint = Tap a topic or type one.
filter-any-topic = Any topic
filter-no-topic = I don’t know the topic “{ $words }”. Tap one below or type another.
filter-person = Which name?
filter-person-hint = Tap one, or type the name of a person, organization or place. Any spelling works.
filter-any-person = Any name
filter-which-person = “{ $words }” may be one of these. Which one?
filter-no-person = I haven’t read anything about “{ $words }”. Tap a name below or type another.
filter-period = Published when?
filter-period-hint = Tap a date or type one: 2022, Feb 2022, 2022-02-21..2022-03.
filter-any-time = Any time
filter-wrong-period = I don’t understand “{ $words }” as a date range. Try 2022, Feb 2022 or 2022-02-21..2022-03.

subscribe-what = What should the digest cover?
subscribe-what-hint = Tap topics, or type topics, people, organizations and places separated by commas. Put exact phrases in “quotes”.
subscribe-chosen = Selected: { $what }.
subscribe-everything = All news ›
subscribe-done = Done ›
subscribe-as-words = + the words “{ $words }”
subscribe-for-channel = Send to a channel
subscribe-which = I’m not sure what you mean by “{ $name }”. Tap a suggestion marked +, or type another name.
subscribe-nothing-yet = Nothing is chosen yet. Tap a suggestion marked +, type another name, or tap “All news ›”.
subscribe-which-suggestion = Tap the suggestion that you mean.
subscribe-no-person = I don’t know a topic, person, organization or place called “{ $name }”. Check the spelling, or tap + to search for the words themselves.
subscribe-not-words = “{ $name }” has no letters or digits. Type a topic, a name or a few words.
subscribe-too-many = That’s the limit: { $max } topics, people and phrases in one digest. Tap one to remove it.
subscribe-channel = Which channel?
subscribe-channel-hint = First add me to the channel as an administrator who can post. Then choose it with the button below, type its @name, or forward me a post from it.
subscribe-channel-chosen = Sent to the channel “{ $title }”.
subscribe-channel-wrong = Choose the channel with the button below, type its name like @yourchannel, or forward me a post from it.
subscribe-channel-unknown = I can’t see that channel. Add me (@{ $bot }) as an administrator, then try again.
subscribe-channel-none = That isn’t a channel. To set up a digest for a group, send /subscribe there.
subscribe-channel-no-right = I can’t post in that channel. Make me (@{ $bot }) an administrator who can post messages, then try again.
subscribe-channel-not-yours = Only channel administrators who can post there can set up a digest for it.
subscribe-when = When should I send it?
subscribe-when-hint = Tap a schedule or type your own: weekdays 7:30, mon thu 9:00 and 19:00, every 6 hours, at once.
subscribe-when-wrong = I don’t understand that schedule. Try: every day 8:00, weekdays 7:30 and 19:00, mon thu 19:00, every 6 hours (or 1, 2, 3, 4, 8, 12), or at once.
subscribe-when-no-time = At what time on { $days }? Type it: 7:30.
subscribe-when-mixed = One digest comes at the same times on all its days. Type one schedule now; for the other days, set up a second digest with /subscribe.
subscribe-when-other = I send on days of the week, not on every second day or once a month. Type the days: mon wed fri 7:00.
every-day-at-short = Every day { $time }
twice-a-day-short = Daily { $time }
weekdays-at-short = Mon–Fri { $time }
weekends-at-short = Sat, Sun { $time }
every-3-hours-short = Every 3 hours
at-once-short = As it happens
subscribe-zone = What’s your time zone?
subscribe-zone-hint = Type your city (Kyiv) or your UTC offset (+2), or share your location.
subscribe-zone-which = Several places match “{ $words }”. Tap yours or type another city.
subscribe-zone-wrong = I don’t know a place or UTC offset called “{ $words }”. Try a larger city nearby, or an offset such as +2 or -5:30.
subscribe-check = Does this look right?
about-everything = All news
about-these = Topics: { $what }
for-channel = Channel: { $title }
for-topic = Forum topic: { $topic }
for-topic-number = Forum topic no. { $topic }
without-these = Excluded words: { $words }
without-sources = Excluded sources: { $sources }
schedule-label = Schedule:
first-digest = First digest: { $first }
first-when-it-happens = First digest: as soon as something new matches
your-clock = Time zone: { $zone } (now { $time })
subscribe-confirm = ✓ Subscribe
subscribe-confirm-now = ✉ Subscribe and send one now
subscribe-other-zone = Change time zone
subscribe-other-time = Change time
subscribe-other-what = Change topics
subscribe-confirm-wrong = Tap “✓ Subscribe” to start, “‹ Back” to change something, or “✕ Cancel”.
subscribed-own-later = You’re subscribed. Your first digest arrives { $first } ({ $zone }).
subscribed-own-now = You’re subscribed. Your first digest is on its way.
subscribed-own-at-once = You’re subscribed. I’ll message you as soon as something new matches.
subscribed-group-later = This group is subscribed. Its first digest arrives { $first } ({ $zone }).
subscribed-group-now = This group is subscribed. Its first digest is on its way.
subscribed-group-at-once = This group is subscribed. I’ll post as soon as something new matches.
subscribed-channel-later = “{ $title }” is subscribed. Its first digest arrives { $first } ({ $zone }).
subscribed-channel-now = “{ $title }” is subscribed. Its first digest is on its way.
subscribed-channel-at-once = “{ $title }” is subscribed. I’ll post there as soon as something new matches.
subscribed-silent-when-nothing = If there’s nothing new, I won’t send anything.
subscribed-says-nothing = If there’s nothing new, I’ll let you know.
subscribed-hint = View, change or stop it in /subscriptions.
subscription-settings = Settings
subscriptions-full =
    { $max ->
        [one] This chat already has { $max } subscription, the maximum. Delete it in /subscriptions first.
       *[other] This chat already has { $max } subscriptions, the maximum. Delete one in /subscriptions first.
    }

keyboard-place = Use the button below to share your location. I only keep the time zone.
keyboard-place-button = Share my location
keyboard-channel = Use the button below to choose a channel.
keyboard-channel-button = Choose a channel
keyboard-away = Got it.

change-quiet = Quiet hours?
change-quiet-hint = Digests due during quiet hours are sent when they end. Tap a range or type one: 22–7.
change-quiet-none = No quiet hours
change-quiet-wrong = I don’t understand those hours. Try 22–7 or 23:30–6:45.
change-without = Which words should be excluded?
change-without-hint = Type words separated by commas. “Quoted phrases” must match exactly. Tap one to remove it.
change-without-unknown = “{ $words }” has no letters or digits, so I can’t exclude it.
change-sources = Which sources should be excluded?
change-sources-hint = Tap a source or type its name to exclude it. Tap it again to include it.
change-sources-unknown = I don’t have any articles from “{ $words }”.
change-too-many = That’s the limit: { $max } exclusions. Tap one to remove it.

## Subscriptions

every-day-at = daily at { $time }
weekdays-at = Mon–Fri at { $time }
weekends-at = Sat and Sun at { $time }
days-at = { $days } at { $time }
every-day-hours =
    { $hours ->
        [1] hourly
       *[other] every { $hours } hours
    }
weekdays-hours =
    { $hours ->
        [1] Mon–Fri hourly
       *[other] Mon–Fri every { $hours } hours
    }
weekends-hours =
    { $hours ->
        [1] Sat and Sun hourly
       *[other] Sat and Sun every { $hours } hours
    }
days-hours =
    { $hours ->
        [1] { $days } hourly
       *[other] { $days } every { $hours } hours
    }
at-once =
    { $most ->
        [one] as it happens, at most once a day
       *[other] as it happens, at most { $most } times a day
    }
quiet-hours = quiet { $from }–{ $to }
next-at = next: { $next }
next-when-it-happens = next: as soon as something new matches
subscriptions =
    { $count ->
        [one] Your subscription
       *[other] Your { $count } subscriptions
    }
group-subscriptions =
    { $count ->
        [one] This group’s subscription
       *[other] This group’s { $count } subscriptions
    }
no-subscriptions = No subscriptions here. Set one up with /subscribe.
settings-besides = /language changes the language, /privacy shows what I store about you.
subscription-paused = paused
subscription-suspended = on hold: I can’t post here
subscription-change = Settings { $number }
subscription-pause = Pause { $number }
subscription-resume = Resume { $number }
subscription-delete = Delete { $number }
subscription-deleted = Deleted: { $what }
subscription-undo = ↩ Undo
subscription-gone = This subscription no longer exists.
subscriptions-previous = ‹ Previous
subscriptions-next = Next ›
set-what = Topics
set-when = Schedule
set-zone = Time zone
set-quiet = Quiet hours
set-without = Excluded words
set-sources = Excluded sources
set-length-headlines = Length: headlines
set-length-short = Length: short
set-length-full = Length: full
set-most = Max. stories: { $most }
set-sound-on = Sound: on
set-sound-off = Sound: off
set-previews-on = Link previews: on
set-previews-off = Link previews: off
set-nothing-said = If nothing new: notify
set-nothing-unsaid = If nothing new: stay silent
set-at-once = Max. per day: { $most }
set-send = ✉ Send now
set-language = Language: { $language }
set-pause = Pause
set-resume = Resume
set-share = ↗ Share
set-delete = Delete
set-all = ‹ All subscriptions
set-back = ‹ Back
send-coming =
    { $count ->
        [one] Your digest is on its way, with 1 story.
       *[other] Your digest is on its way: { $count } matching stories.
    }
send-nothing = Nothing new since the last digest;
share = Anyone with this link can subscribe to the same digest:
share-button = Share link
share-gone = This link has expired. Set up your own digest with /subscribe.
digest-repeated = You may have received this before: Telegram didn’t confirm the first delivery.
digest-corrected = Corrected { $time }
digest-withdrawn = [withdrawn]
digest-late = Late (due { $time }): it couldn’t be sent earlier.
digest-late-day = Late (due { $time }): it couldn’t be sent earlier.

## The language

language-which = I’m using English in this chat, for answers and digests. Which language would you like? Quotes stay as they are.
language-chosen = I’m using English in this chat, for answers and digests. Quotes stay as they are.
language-unknown = I don’t speak “{ $words }”. Choose one of these:

## The command menu

menu-filter = Find articles step by step
menu-subscribe = Get a digest on your schedule
menu-subscriptions = Manage your digests
menu-language = Choose the language
menu-help = What you can ask
menu-cancel = Cancel the current step
