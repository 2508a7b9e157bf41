## Delivery problems, as subscribers see them

digest-waited = Was due { $moment }; it couldn’t be delivered earlier.
note-topic-gone = For this group’s administrators: the topic this digest was posted in is closed or deleted, so it now arrives here. Set up a new one with /subscribe in another topic, or manage it in /subscriptions.
note-no-right = I can no longer post in “{ $title }”, where you set up a digest. It’s on hold until an administrator lets me post again, and is deleted after 30 days.

## Alerts for the operators

trouble = Attention needed:
trouble-more = /status shows details; `communique deliveries` lists every message and why.
trouble-disk = The disk is almost full: { $free } MB free.
trouble-dead =
    { $count ->
        [one] 1 digest message couldn’t be delivered and was given up.
       *[other] { $count } digest messages couldn’t be delivered and were given up.
    }
trouble-unknown =
    { $count ->
        [one] Delivery of 1 message couldn’t be confirmed: Telegram’s reply was lost.
       *[other] Delivery of { $count } messages couldn’t be confirmed: Telegram’s replies were lost.
    }
trouble-due =
    { $count ->
        [one] 1 digest has been waiting { $hours } h to be composed. See the log.
       *[other] { $count } digests have been waiting up to { $hours } h to be composed. See the log.
    }
trouble-waiting =
    { $count ->
        [one] 1 message has been waiting { $hours } h to be sent. Telegram may be unreachable.
       *[other] { $count } messages have been waiting up to { $hours } h to be sent. Telegram may be unreachable.
    }
trouble-updates =
    { $count ->
        [one] 1 message from a user couldn’t be answered. See the log.
       *[other] { $count } messages from users couldn’t be answered. See the log.
    }

## /status

status-well = Everything is running normally.
status-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
status-subscriptions = Subscriptions: { $active } active, { $paused } paused, { $suspended } on hold
status-due = Digests: { $count } due now, next { $next }
status-due-none = Digests: { $count } due now, none scheduled
status-day = Last 24 hours: { $sent } sent, { $failed } given up
status-parts = Outgoing: { $waiting } queued, { $sending } being sent, { $unknown } unconfirmed, { $held } held for suspended chats
status-updates = Incoming: { $waiting } to answer, { $failed } failed in the last 24 hours
status-space = Database: { $used } MB; disk: { $free } MB free
status-odd = Latest delivery problems
status-unknown = Chat { $chat }, due { $due }, unconfirmed:
status-failed = Chat { $chat }, due { $due }, given up:

## The operators’ command menu

menu-status = Is everything running?
menu-access = Who can use this bot
menu-invite = Create an invitation link
menu-allow = Let a user or group in
menu-ban = Ban a user or group
menu-unban = Lift a ban
