## Who may use the bot

closed-invite = I answer those whom I was asked to answer. If you were sent an invitation, open its link. If not, ask whoever runs me; your number is { $id }.
closed-list = I answer those whom I was asked to answer. Whoever runs me can let you in; your number is { $id }.
closed-short = I don’t know you yet. Please write to me in private.
closed-group = Thank you for adding me! I answer only in groups that I was asked to answer in, so I leave again. Whoever runs me can let this group in: its number is { $id }.
welcome = Welcome! /start shows what you can ask me.
invitation-worthless = That invitation has been used already, or its time is over. Please ask for a new one.
limit-person = That is a lot at once: I answer { $most } a minute to one person. Please go on in { $seconds } s.
limit-group = That is a lot at once: I answer { $most } a minute in one group. Please go on in { $seconds } s.

whom = Whom? Write the number, as in /{ $command } 12345, or reply with /{ $command } to a message of theirs. A group’s number is below zero.
allow-done = { $id } may use me now.
unban-done = { $id } may use me again; digests that rested go on.
ban-done = I no longer answer { $id }, and digests there rest. /unban { $id } takes it back.
ban-admin = { $id } is one of those who run me: take the number out of ADMINS first.
invitation =
    Hand on this link. It lets in { $uses ->
        [one] one person
       *[other] { $uses } people
    } within { $days ->
        [one] a day
       *[other] { $days } days
    }.
invite-how = Write /invite, or how many people and for how many days, as in /invite 10 30. At most { $uses } people and { $days } days.
invite-not-open = Nobody needs an invitation: I answer everybody. ACCESS=invite changes that.
invite-not-list = I answer only whom you name: /allow 12345. ACCESS=invite lets you hand out invitations.
access-open = I answer everybody
access-invite = I answer those who were invited
access-list = I answer those on the list
access-counts =
    Let in: { $people ->
        [one] one person
       *[other] { $people } people
    }, { $groups ->
        [one] one group
       *[other] { $groups } groups
    }. Banned: { $banned }.
access-banned = Banned: { $ids }
access-commands = /allow, /ban and /unban with a number, or as a reply; /invite makes a link.

## Whose data

privacy = What I keep of you
privacy-subscriptions = Your subscriptions: for which chat, who set them up, about what and when, and the digests that were sent for them. Until you delete them; 30 days longer if I can no longer write to you.
privacy-messages = What you write: until it is answered. After that only the number of the message, for 14 days, so that I don’t answer twice.
privacy-conversations = Where you are in /subscribe or /filter: until it is over, 30 days at most.
privacy-questions = Long questions behind buttons and links, without who asked them: 180 days after they were last shown.
privacy-access = Whether you were let in or shut out, by your number, which is { $id }. Neither your name nor your picture.
privacy-log = The log has numbers of messages only, not who you are nor what you write. Copies that my owner makes of my memory are theirs to keep or delete.
privacy-commands = /export hands it to you as a file, /forget deletes it.
export-caption = All that I keep of this chat. /privacy explains it, /forget deletes it.
forget-sure =
    Shall I forget you? { $subscriptions ->
        [0] I delete all that I keep of you.
        [one] Your subscription ends, and I delete all that I keep of you.
       *[other] Your { $subscriptions } subscriptions end, and I delete all that I keep of you.
    } This cannot be undone.
forget-elsewhere =
    { $count ->
        [one] A digest that you set up for a group or channel goes on there
       *[other] The { $count } digests that you set up for groups or channels go on there
    }, without your number.
forget-admission = You would have to be let in again to use me.
forget-yes = Yes, forget me
forget-no = No, keep it
forget-kept = Nothing was deleted.
forgotten = Done: I have forgotten you. If you write again, we begin anew.
menu-privacy = What I keep of you, and how to delete it
