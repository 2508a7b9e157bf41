## Where sources differ

sources-differ = Sources differ
sources-differ-over-time = Sources differ over time
later = later:
sentence-withheld = (not shown: the publisher limits reproduction)

## /changed and /compare

menu-changed = Different quotes by one speaker on one subject
help-changed = two dated quotes by one speaker that say different things; “on …” is optional
missing-changed = Whose quotes? Add a name after the command and, if you like, “on” and a subject.
changed-of = { $name }, then and later
changed-of-on = { $name } on “{ $about }”, then and later
changed-judge = Quotes from different days that read differently. Their context may explain why: judge for yourself.
no-changes = I found no two quotes by { $name } that say different things about the same subject.
no-changes-on = I found no two quotes by { $name } that say different things about “{ $about }”.
menu-compare = Two people, organizations or outlets side by side
help-compare = two people, organizations or outlets side by side; “on …” is optional
missing-compare = Whom or what? Add two names with “and” between them and, if you like, “on” and a subject.
compare-of = { $one } and { $other }
compare-of-on = { $one } and { $other } on “{ $about }”
compare-same = Both names mean { $name }. Add two different ones.
compare-same-story = On the same story: { $title }
compare-no-articles = I haven’t read any such articles from { $name }.
