## Why a source could not be read

cause-address = that isn’t a web address
cause-private-address = it is on a private network; ALLOW_PRIVATE=yes allows that
cause-offline = this machine has no network
cause-dns = there is no site of this name
cause-refused = the server refuses connections
cause-unreachable = the server can’t be reached
cause-interrupted = the connection broke off
cause-tls = its certificate isn’t valid
cause-timeout = the server didn’t answer in time
cause-too-large = it is too large
cause-redirects = it redirects without end
cause-challenge = the site only lets browsers in (a bot check)
cause-login-wall = the site wants a login
cause-paywall = the site wants payment
cause-forbidden = the server forbids it
cause-missing = there is nothing at this address (404)
cause-gone = it was taken down for good (410)
cause-rate-limited = the server says that it was asked too often
cause-server-error = the server has an error of its own
cause-http-error = the server answered with an error
cause-not-a-feed = there is a page, but not a feed
cause-malformed = it is too broken to be read
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
source-state-channel = posts are taken as they come
source-state-folder = files are loaded as they come
source-state-new = not fetched yet
source-state-well = working
source-state-retrying = last attempt failed: { $cause }; I’ll try again
source-state-failing = failing since { $since }: { $cause }
source-state-missing = nothing at its address since { $since }: { $cause }
source-state-gone = taken down for good: { $cause }
source-state-silent = quiet: nothing new since { $since }
