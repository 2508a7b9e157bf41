## “Not for me” under a story of a digest

button-not-for-me = 🔕 Not for me
mute-what = What should this digest leave out from now on?
mute-story = This story
mute-person = Anything about { $name }
mute-outlet = Anything from { $name }
mute-done = This digest leaves out “{ $name }” from now on.
mute-undone = “{ $name }” is back in this digest.
mute-undo = Undo
mute-again = Leave it out again
muted-these = Not for me: { $names }
muted-list = What this digest leaves out. Tap one to have it back.
muted-none = This digest leaves nothing out.
muted-one = ↩ { $name }
set-muted = Left out
