## What the bot says of itself when something could not be delivered

digest-waited = Due on { $moment }: it could not come before.
note-topic-gone = For the administrators of this group: the topic in which a digest came is closed or gone, so it comes here from now on. /subscribe in another topic sets up a new one, /subscriptions shows what there is.
note-no-right = I may no longer write in “{ $title }”, where you set up a digest. It waits until an administrator allows me to again, and ends after 30 days.
