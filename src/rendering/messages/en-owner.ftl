## What the bot says of itself when something could not be delivered

digest-waited = Due on { $moment }: it could not come before.
note-topic-gone = For the administrators of this group: the topic in which a digest came is closed or gone, so it comes here from now on. /subscribe in another topic sets up a new one, /subscriptions shows what there is.
note-no-right = I may no longer write in “{ $title }”, where you set up a digest. It waits until an administrator allows me to again, and ends after 30 days.

## What those who run the bot are told

trouble = Something needs you:
trouble-more = /status tells how it stands; `communique deliveries` lists every message with its reason.
trouble-disk = The disk is nearly full: { $free } MB are free.
trouble-dead =
    { $count ->
        [one] A message of a digest could not be delivered and was given up.
       *[other] { $count } messages of digests could not be delivered and were given up.
    }
trouble-unknown = Of { $count } messages nobody knows whether they arrived: Telegram’s answers were lost.
trouble-due =
    { $count ->
        [one] A digest has waited for { $hours } h to be composed; the log says why.
       *[other] { $count } digests have waited for up to { $hours } h to be composed; the log says why.
    }
trouble-waiting =
    { $count ->
        [one] A message has waited for { $hours } h to be sent: Telegram may be out of reach.
       *[other] { $count } messages have waited for up to { $hours } h to be sent: Telegram may be out of reach.
    }
trouble-updates =
    { $count ->
        [one] Somebody could not be answered; the log says why.
       *[other] { $count } messages of people could not be answered; the log says why.
    }

## /status

status-well = All is well.
status-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
status-subscriptions = Subscriptions: { $active } active, { $paused } paused, { $suspended } suspended
status-due = Digests: { $count } due now, the next on { $next }
status-due-none = Digests: { $count } due now, none to come
status-day = Messages of the last day: { $sent } sent, { $failed } given up
status-parts = Messages now: { $waiting } in line, { $sending } being sent, { $unknown } of unknown fate, { $held } kept for those who rest
status-updates = People’s messages: { $waiting } to be answered, { $failed } not answered in the last day
status-space = Database: { $used } MB; the disk has { $free } MB free
status-odd = The last that may not have arrived
status-unknown = Chat { $chat }, due { $due }, fate unknown:
status-failed = Chat { $chat }, due { $due }, given up:

## Their menu

menu-status = Whether all is well
menu-access = Who may use me
menu-invite = A link that lets people in
menu-allow = Let somebody or a group in
menu-ban = Answer somebody no longer
menu-unban = Answer somebody again
