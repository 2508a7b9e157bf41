## Where a line comes from: under a quote in context

trace-author = By { $name }
trace-rule = Why this speaker:
trace-no-rule = Why no speaker:
trace-others =
    { $count ->
        [one] Also in 1 other article:
       *[other] Also in { $count } other articles:
    }
trace-since = First published
trace-only = I’ve found these words in no other article.

# How the text shows who speaks. $who: name, pronoun or description.

rule-before-cue =
    { $who ->
        [name] a name and a word like “said” follow the quote.
        [pronoun] a pronoun and a word like “said” follow the quote; the text before shows who is meant.
       *[description] a description and a word like “said” follow the quote.
    }
rule-after-cue =
    { $who ->
        [name] a word like “said” and a name follow the quote.
        [pronoun] a word like “said” and a pronoun follow the quote; the text before shows who is meant.
       *[description] a word like “said” and a description follow the quote.
    }
rule-according-to =
    { $who ->
        [name] “according to” and a name go with the quote.
        [pronoun] “according to him” or “her” goes with the quote; the text before shows who is meant.
       *[description] “according to” and a description go with the quote.
    }
rule-trailing =
    { $who ->
        [name] the sentence ends with a name and a word like “said”.
        [pronoun] the sentence ends with a pronoun and a word like “said”; the text before shows who is meant.
       *[description] the sentence ends with a description and a word like “said”.
    }
rule-before =
    { $who ->
        [name] a name and a word like “said” come before the quote in its sentence.
        [pronoun] a pronoun and a word like “said” come before the quote; the text before shows who is meant.
       *[description] a description and a word like “said” come before the quote in its sentence.
    }
rule-participle =
    { $who ->
        [name] the sentence goes on from a name, as in “…, saying”.
        [pronoun] the sentence goes on from a pronoun, as in “…, saying”; the text before shows who is meant.
       *[description] the sentence goes on from a description, as in “…, saying”.
    }
rule-joined =
    { $who ->
        [name] a word like “said” before the quote has a name as its subject.
        [pronoun] a word like “said” before the quote has a pronoun as its subject; the text before shows who is meant.
       *[description] a word like “said” before the quote has a description as its subject.
    }
rule-noun =
    { $who ->
        [name] the quote is called someone’s words, by name.
        [pronoun] the quote is called “his” or “her” words; the text before shows who is meant.
       *[description] the quote is called someone’s words, by a description.
    }
rule-passive-by =
    { $who ->
        [name] the words before the quote say “by” whom, with a name.
        [pronoun] the words before the quote say “by” whom, with a pronoun.
       *[description] the words before the quote say “by” whom, with a description.
    }
rule-cited =
    { $who ->
        [name] the sentence cites the words of someone named.
       *[description] the sentence cites the words of someone described.
    }
rule-bracket = the quote is in brackets after a clause that names someone.
rule-colon = a name and a colon come before the quote.
rule-credit-line = a credit line after the paragraph names the speaker.
rule-credit-dash = a dash and a name follow the quote.
rule-credit-name = a comma and a name with an office follow the quote.
rule-same-sentence = the quote before it in the same sentence has this speaker, and no other comes between.
rule-goes-on = it goes on from the quote before, with no other speaker between.
rule-sentence-before = the sentence before is about someone who speaks.
rule-colon-before = the sentence before ends in a colon and is about the speaker.
rule-second-hand = someone else relays the words.
rule-two-speakers = the sentence names two different speakers.
rule-denied = the text denies or doubts that the words were said.
rule-fabricated = the text says the words were faked or misquoted.
rule-fictional = the words are from a work of fiction.
rule-supposed = the text only imagines someone saying it.
rule-no-speaker = what “says” it isn’t a person, group or document.
rule-unclear = the text doesn’t make clear who said it.

button-wrong = ⚠ Wrong?
wrong-noted = Thank you. The operator will look at this quote.
wrong-known = Thank you. This quote has been reported already.
wrong-gone = This quote is no longer in my library.

reported-heading = Reported as wrong
reported-line = “{ $words }” – quotes retract { $id }
reported-note =
    { $count ->
        [one] A reader reported a quote as wrong:
       *[other] Readers reported { $count } quotes as wrong:
    }
reported-end = If one is wrong: quotes retract ID, or people split and people join where people were mixed up. /status lists them.
