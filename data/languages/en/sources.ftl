## Why a source could not be read

cause-address = that isn’t a web address
cause-private-address = it is on a private network; ALLOW_PRIVATE=yes allows that
cause-offline = this machine has no network
cause-dns = there is no site by that name
cause-refused = the server refuses connections
cause-unreachable = the server can’t be reached
cause-interrupted = the connection broke off
cause-tls = no secure connection to it is possible; its certificate may have expired
cause-timeout = the server didn’t answer in time
cause-too-large = it is too large
cause-redirects = it only redirects: in a circle, or to what is no web page
cause-challenge = the site only lets browsers in (a bot check)
cause-login-wall = the site requires a login
cause-consent-wall = the page shows nothing before its cookies are accepted
cause-paywall = the site requires payment
cause-forbidden = the server forbids it
cause-missing = there is nothing at this address (404)
cause-gone = it was taken down for good (410)
cause-rate-limited = the server says it’s getting too many requests
cause-server-error = the server had an internal error
cause-http-error = the server answered with an error
cause-not-a-feed = there is a page, but not a feed
cause-needs-script = the page is empty until a browser runs its scripts
cause-list-page = it’s a list of articles, and I found no feed for it
cause-other-kind = it is a file of another kind, not a page or a feed
cause-malformed = it’s too badly formed to read
cause-empty = there is nothing in it
cause-too-slow = it takes too long to read

## The note to those who run the bot

source-named = { $name }
source-why = { ": " }{ $cause }
source-note-failing =
    { $count ->
        [one] A source has stopped answering. I keep trying.
       *[other] { $count } sources have stopped answering. I keep trying.
    }
source-note-missing =
    { $count ->
        [one] A source has had nothing at its address for 90 days:
       *[other] { $count } sources have had nothing at their addresses for 90 days:
    }
source-note-gone =
    { $count ->
        [one] A source was taken down for good:
       *[other] { $count } sources were taken down for good:
    }
source-note-silent =
    { $count ->
        [one] A source has gone quiet: nothing new for 30 days or more, though it used to publish more often.
       *[other] { $count } sources have gone quiet: nothing new for 30 days or more, though they used to publish more often.
    }
source-note-came-back =
    { $count ->
        [one] A source is back:
       *[other] { $count } sources are back:
    }
source-note-moved =
    { $count ->
        [one] A source has moved for good; I follow it at its new address.
       *[other] { $count } sources have moved for good; I follow them at their new addresses.
    }
source-note-more =
    { $count ->
        [one] … and { $count } more
       *[other] … and { $count } more
    }
source-note-end = /sources lists them all.

## How a source is doing

source-state-paused = paused
source-state-channel = posts are read as they appear
source-state-folder = files are loaded as they arrive
source-state-new = waiting for its first fetch
source-state-well = working
source-state-retrying = last attempt failed: { $cause }; I’ll try again
source-state-failing = failing since { $since }: { $cause }
source-state-missing = nothing at its address since { $since }: { $cause }
source-state-gone = taken down for good: { $cause }
source-state-silent = quiet: nothing new since { $since }

## What can be done with what an operator sends

offer-failed = I can’t read { $address }:
advice-whole = Write the whole address, such as https://example.org/news.
advice-network = Check its connection, then try again.
advice-browser = Open the site in a browser and use the address that it shows.
advice-later = Try again later.
advice-file = If you can read it in your browser, save the page there and give me the file, or use the site’s feed.
advice-feed = If you know the address of its feed, use that.
advice-article = Use a link to one of the articles, or to a feed.
advice-apart = Use links to its articles, one by one.
advice-other = Use a link to a page or a feed, or give me the text as a file.
advice-another = Only its publisher can mend it; perhaps the site has another feed.
offer-failed-again = I can’t read it any more: { $cause }.
offer-feed =
    { $count ->
        [one] A feed: “{ $name }”, { $count } item
       *[other] A feed: “{ $name }”, { $count } items
    }
offer-newest-minutes =
    { $count ->
        [one] the newest a minute ago
       *[other] the newest { $count } minutes ago
    }
offer-newest-hours =
    { $count ->
        [one] the newest an hour ago
       *[other] the newest { $count } hours ago
    }
offer-newest-days = the newest { $count } days ago
offer-more-feeds =
    { $count ->
        [one] One more feed on this page:
       *[other] { $count } more feeds on this page:
    }
offer-even-more =
    { $count ->
        [one] The page names { $count } more that I haven’t tried. Send me its address to add it.
       *[other] The page names { $count } more that I haven’t tried. Send me their addresses to add them.
    }
offer-no-feed = A page: “{ $title }”. I found no feed there.
offer-too-many-links = That’s { $count } links. Send me { $most } at most at a time, or all of them as an OPML file.
offer-found-at = That address is no feed; I found this one at { $address }.
offer-only-feeds = I can’t read this page itself: { $cause }. But there is a feed.
offer-list =
    { $count ->
        [one] A list with { $count } feed:
       *[other] A list of { $count } feeds:
    }
offer-list-named =
    { $count ->
        [one] A list, “{ $title }”, with { $count } feed:
       *[other] A list, “{ $title }”, of { $count } feeds:
    }
offer-list-more = … and { $count } more
offer-list-file = A list of feeds: { $name }, { $size }
offer-file = A file of articles: { $name }, { $size }
offer-post = A post from the channel “{ $name }”
offer-message = A message from { $name }
offer-words = A forwarded message
offer-add = Add as a source
offer-add-named = Add { $name }
offer-add-all = Add all
offer-add-channel = Add all posts of { $name }
offer-watch = Add, and read again when it changes
offer-read-once = Read this page once
offer-read-file = Read its articles
offer-read-post = Read this post once
offer-no = No
offer-open = Open the article
offer-declined = All right, I’ll leave it.
offer-read = I’ve read it.
offer-part-read = I’ve read what is free of it; the rest is for those who pay.
offer-known = I have that article already.
offer-refused = I couldn’t read it: { $reason }.
offer-loaded = { $loaded } read, { $known } already known, { $refused } refused
offer-loaded-updated = { $loaded } read, { $updated } updated, { $known } already known, { $refused } refused
offer-empty-file = There are no articles in { $name }.
offer-no-file = I can’t get { $name } from Telegram: it may be larger than 20 MB. Use `communique load` on the server for it.
offer-other-file = I can’t read { $name }: I read articles from .jsonl, .json, .html, .txt and .md, and lists of feeds from .opml. Or send me a link.
offer-too-large = { $name } is too large for a bot to get from Telegram ({ $size }; 20 MB is the most). On the server, use `communique load` or the watched folder for it.
offer-empty-list = There are no feeds in { $name }, or it is cut off before the first. Export the list again and send me that file.
offer-lines = { $name } is a list of addresses, not an article: { $count ->
    [one] { $count } address
   *[other] { $count } addresses
}.
offer-not-a-list = { $name } isn’t a list of feeds that I can read. OPML files work, and texts with one address a line.
offer-imported = { $added } added, { $known } already there, { $refused } without a usable address. I’ll fetch the new ones over the next minutes.
offer-channel-how = I only see a channel’s posts as its administrator. Add me (@{ $bot }) to “{ $name }” as an administrator, then forward me a post again.

## /sources

menu-sources = Where the articles come from
sources-none = No sources yet. Send me a link to a site or feed, an OPML file, or forward a channel’s post.
packs-countries = Or start with a list for a country:
packs-topics = Or start with a list for a topic:
packs-to-countries = Countries ›
packs-to-topics = Topics ›
pack-checking = I’m trying the feeds of “{ $name }” …
pack-skipped =
    { $count ->
        [one] { $count } feed can’t be read now, so I left it out:
       *[other] { $count } feeds can’t be read now, so I left them out:
    }
sources-only-operators = Only my operators can add articles and sources. /sources shows what I read.
sources-title =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
sources-recent =
    { $count ->
        [one] { $count } article in 7 days
       *[other] { $count } articles in 7 days
    }
sources-last = last success { $moment }
folder-title = Folder { $folder }
folder-files =
    { $count ->
        [one] { $count } file in 7 days
       *[other] { $count } files in 7 days
    }
folder-waiting =
    { $count ->
        [one] { $count } file waiting
       *[other] { $count } files waiting
    }
folder-last = last file { $name }, { $moment }
folder-none = no file yet
folder-refused =
    { $count ->
        [one] { $count } file refused in 7 days:
       *[other] { $count } files refused in 7 days:
    }
folder-new = it isn’t there yet; I create it when I start
folder-missing = it isn’t there and can’t be created here; correct WATCH, or create the folder
folder-not-a-folder = that is a file, not a folder; correct WATCH
folder-unreadable = I may not read it; give the user that runs me the right to
folder-unwritable = I may not move files out of it; give the user that runs me the right to write there
sources-next = Next ›
sources-previous = ‹ Previous
outlets-none = There are no articles yet.
outlets-title = My articles are from:
outlets-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
outlets-more = … and { $count } more
source-added = Added: “{ $name }”. I’m fetching its articles now.
source-added-channel = Added: “{ $name }”. From now on I’ll read its posts.
source-known = “{ $name }” is a source already.
source-gone = That source is no longer there.
source-details = Details
source-articles =
    { $count ->
        [one] { $count } article, { $recent } of the last 7 days
       *[other] { $count } articles, { $recent } of the last 7 days
    }
source-address = Address: { $address }
source-folder = Folder: { $folder }
source-labels = Labels: { $labels }
source-language = Language: { $language }
source-text-feed = Text: from the feed
source-text-page = Text: from the page
source-archive = Archive: not in digests
source-next = Next: { $moment }
source-pause = Pause
source-resume = Resume
source-check = Fetch now
source-checked = Fetched: { $added } new, { $edited } edited
source-check-failed = It can’t be fetched: { $cause }.
source-rename = Rename
# An answer is recognized by the number in the question, after #, № or Nr.
source-name-how = Reply to this message with a new name for source #{ $id }, “{ $name }”.
source-set-labels = Labels
source-labels-how = Reply to this message with labels for source #{ $id }, “{ $name }”, with commas between them, or with - for none. Now: { $now }
source-set-language = Language
source-language-how = Reply to this message with the language of source #{ $id }, “{ $name }”, as a code such as en or pt-BR, or with - for none. Now: { $now }
source-language-unknown = That isn’t a code for a language. Reply to my question again with one such as en, de or pt-BR.
source-set-text = Text
source-text-which = Where should I take the text of “{ $name }” from? This applies to new articles.
source-text-choose-auto = From the page if the feed has only a teaser
source-text-choose-feed = From the feed
source-text-choose-page = From the page
source-cancel = ‹ Back
source-set-archive = Keep out of digests
source-set-live = Use in digests
source-remove = Remove
source-remove-which =
    { $count ->
        [0] Remove “{ $name }”?
        [one] Remove “{ $name }”? There is { $count } article from it.
       *[other] Remove “{ $name }”? There are { $count } articles from it.
    }
source-remove-keep = Remove, keep its articles
source-remove-all =
    { $count ->
        [one] Remove with its article
       *[other] Remove with its { $count } articles
    }
source-removed = “{ $name }” is removed; its articles stay.
source-removed-all = “{ $name }” is removed. Its articles are deleted in 10 minutes.
source-undo = Undo
source-undo-late = It’s too late to bring that back. Add the source again.
source-back = ‹ Sources

## Under an article

article-teaser = Only the beginning of this article could be read.

# Why an article was refused; after its name and a colon.
refusal-empty = there’s no text in it
refusal-not-text = it isn’t a text file
refusal-too-long = it’s too long
refusal-too-slow = reading it took too long
refusal-too-large = reading it would take too much memory
refusal-failed = I couldn’t read it because of an error of mine
refusal-no-article = there’s no article on this page, only menus and notices
refusal-not-an-object = it isn’t an article: it has no “text”
refusal-not-json = it isn’t valid JSON
refusal-wrong-field = one of its fields isn’t as it should be
refusal-other-text = another article has its ID: remove that one first, or give this one an ID of its own
refusal-unfit = its reading doesn’t fit its text: read the article again
refusal-other-kind = I don’t read files of this kind
refusal-leads-out = it’s a link that leads out of the folder
refusal-unreadable = I can’t open it

# With what reservation the dates of articles were taken: of one article, after its ID; of several, before the first.
date-doubt-empty =
    { $count ->
        [one] { $id }: its date is empty, so it counts as undated
       *[other] { $count } articles have an empty date, so they count as undated (the first: { $id })
    }
date-doubt-unknown =
    { $count ->
        [one] { $id }: its date is “{ $value }”, so it counts as undated
       *[other] { $count } articles have a word in place of a date, so they count as undated (the first: { $id }, “{ $value }”)
    }
date-doubt-no-day =
    { $count ->
        [one] { $id }: its date is “{ $value }”, which isn’t a day, so it counts as undated; write it as YYYY-MM-DD
       *[other] { $count } articles have a date that isn’t a day, so they count as undated; write it as YYYY-MM-DD (the first: { $id }, “{ $value }”)
    }
date-doubt-other-form =
    { $count ->
        [one] { $id }: its date is “{ $value }”, which I read as { $day }
       *[other] { $count } articles have a date in another form than YYYY-MM-DD, which I could read (the first: { $id }, “{ $value }”)
    }
date-doubt-ahead =
    { $count ->
        [one] { $id }: its date, { $value }, is more than two days ahead, so it counts as undated
       *[other] { $count } articles have a date more than two days ahead, so they count as undated (the first: { $id }, { $value })
    }
