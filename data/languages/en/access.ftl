## Access

closed-invite = This bot is invite-only. If you have an invitation link, open it. If not, ask the operator for one; your Telegram ID is { $id }.
closed-list = This bot is private. The operator can let you in; your Telegram ID is { $id }.
closed-short = You don’t have access yet. Message me in a private chat.
closed-group = Thanks for adding me! I only work in approved groups, so I’m leaving. The operator can approve this one; its ID is { $id }.
welcome = Welcome! See /start for what you can ask.
invitation-worthless = This invitation has already been used or has expired. Please ask for a new one.
limit-person = Too many requests (limit { $max } a minute). Try again in { $seconds } s.
limit-group = Too many requests in this group (limit { $max } a minute). Try again in { $seconds } s.
limit-over =
    { $count ->
        [one] 1 question was over the limit ({ $max } a minute) and wasn’t answered. You can ask again now.
       *[other] { $count } questions were over the limit ({ $max } a minute) and weren’t answered. You can ask again now.
    }

whom = Who? Send the ID, for example /{ $command } 12345, or reply to one of their messages with /{ $command }. Group IDs are negative.
allow-done = { $id } can use this bot now.
unban-done = { $id } is unbanned; their digests resume.
ban-done =
    { $elsewhere ->
        [0] { $id } is banned; their digests are suspended.
        [one] { $id } is banned; their digests are suspended, including 1 set up for a group or channel.
       *[other] { $id } is banned; their digests are suspended, including { $elsewhere } set up for groups or channels.
    } Undo with /unban { $id }.
ban-admin = { $id } is an operator. Remove the ID from ADMINS first.
invitation =
    Share this link. It’s valid for { $days ->
        [one] 1 day
       *[other] { $days } days
    } and lets in { $uses ->
        [one] 1 person
       *[other] up to { $uses } people
    }.
invite-how = Send /invite, or add how many people and for how many days: /invite 10 30. At most { $uses } people and { $days } days.
invite-not-open = No invitation needed: this bot is open to everyone. To change that, set ACCESS=invite.
invite-not-list = This bot only answers users you add: /allow 12345. To use invitations, set ACCESS=invite.
access-open = Open to everyone
access-invite = By invitation only
access-list = Approved users only
access-counts =
    Admitted: { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $groups ->
        [one] 1 group
       *[other] { $groups } groups
    }. Banned: { $banned }.
access-banned = Banned: { $ids }
access-commands = /allow, /ban and /unban take an ID or work as a reply; /invite creates a link.

## Privacy

privacy = What I store about you
privacy-subscriptions = Your subscriptions: chat, who set them up, topics, what you left out, schedule, and the digests sent for them. Kept until you delete them, or for 30 days after I can no longer message you.
privacy-messages = Your messages, and Telegram’s receipts for my replies: only until you’re answered. After that just the message’s serial number, for 14 days, so that nothing is answered twice.
privacy-answers = My answers, and by number which message of yours each one belongs to: 2 days, so that I can correct them when you edit your question or an article turns out to be wrong, and understand “and Smith?” as a follow-up.
privacy-conversations = Where you are in /subscribe or /filter: until you finish, 30 days at most.
privacy-asked = Which people, stories and topics this chat asked about, so that I can mark what’s new: 180 days after you last asked.
privacy-questions = Long questions behind buttons and shared links, not linked to you: 180 days after they were last shown.
privacy-language = The language of this chat: as you chose it with /language, or as Telegram named it when you set up a digest. Kept until you delete it with /forget.
privacy-access = Whether you were let in or banned, by your Telegram ID ({ $id }). Never your name or photo.
privacy-notices = Notices about digests I couldn’t deliver: 30 days. If you’re an operator, also alerts (30 days) and whether, and in which language, I can send you any.
privacy-log = My log has message numbers, never who you are or what you write. The operator’s backups are theirs to keep or delete.
privacy-commands = /export sends you all of it as a file, /forget deletes it.
export-caption = Everything I store about this chat. See /privacy for what it means, /forget to delete it.
forget-sure =
    Delete everything I store about you?{ $subscriptions ->
        [0] { "" }
        [one] { " " }Your subscription ends.
       *[other] { " " }Your { $subscriptions } subscriptions end.
    } This can’t be undone.
forget-elsewhere =
    { $count ->
        [one] The digest you set up for a group or channel continues there
       *[other] The { $count } digests you set up for groups or channels continue there
    }, without your ID.
forget-admission = You’ll need to be let in again to use me.
forget-yes = Delete everything
forget-no = Keep it
forget-kept = Nothing was deleted.
forgotten = Done. Everything I stored about you is deleted. If you message me again, we’ll start fresh.
menu-privacy = Your data, and how to delete it
