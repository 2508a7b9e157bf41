## Woher eine Zeile kommt: unter einem Zitat im Zusammenhang

trace-author = Von { $name }
trace-rule = Warum diese Person spricht:
trace-no-rule = Warum niemand genannt ist:
trace-others =
    { $count ->
        [one] Auch in 1 anderen Artikel:
       *[other] Auch in { $count } anderen Artikeln:
    }
trace-since = Zuerst veröffentlicht
trace-only = In keinem anderen Artikel gefunden.

# How the text shows who speaks. $who: name, pronoun or description.

rule-before-cue =
    { $who ->
        [name] Auf das Zitat folgen ein Name und ein Verb wie „sagte“.
        [pronoun] Auf das Zitat folgen ein Pronomen und ein Verb wie „sagte“; wer gemeint ist, zeigt der Text davor.
       *[description] Auf das Zitat folgen eine Umschreibung und ein Verb wie „sagte“.
    }
rule-after-cue =
    { $who ->
        [name] Auf das Zitat folgen ein Verb wie „sagte“ und ein Name.
        [pronoun] Auf das Zitat folgen ein Verb wie „sagte“ und ein Pronomen; wer gemeint ist, zeigt der Text davor.
       *[description] Auf das Zitat folgen ein Verb wie „sagte“ und eine Umschreibung.
    }
rule-according-to =
    { $who ->
        [name] Beim Zitat steht „laut“ mit einem Namen.
        [pronoun] Beim Zitat steht „nach seinen“ oder „ihren Worten“; wer gemeint ist, zeigt der Text davor.
       *[description] Beim Zitat steht „laut“ mit einer Umschreibung.
    }
rule-trailing =
    { $who ->
        [name] Der Satz endet mit einem Namen und einem Verb wie „sagte“.
        [pronoun] Der Satz endet mit einem Pronomen und einem Verb wie „sagte“; wer gemeint ist, zeigt der Text davor.
       *[description] Der Satz endet mit einer Umschreibung und einem Verb wie „sagte“.
    }
rule-before =
    { $who ->
        [name] Im Satz stehen vor dem Zitat ein Name und ein Verb wie „sagte“.
        [pronoun] Vor dem Zitat stehen ein Pronomen und ein Verb wie „sagte“; wer gemeint ist, zeigt der Text davor.
       *[description] Im Satz stehen vor dem Zitat eine Umschreibung und ein Verb wie „sagte“.
    }
rule-participle =
    { $who ->
        [name] Der Satz führt von einem Namen zum Zitat, etwa mit „…, und sagte“.
        [pronoun] Der Satz führt von einem Pronomen zum Zitat, etwa mit „…, und sagte“; wer gemeint ist, zeigt der Text davor.
       *[description] Der Satz führt von einer Umschreibung zum Zitat, etwa mit „…, und sagte“.
    }
rule-joined =
    { $who ->
        [name] Ein Verb wie „sagte“ vor dem Zitat hat einen Namen als Subjekt.
        [pronoun] Ein Verb wie „sagte“ vor dem Zitat hat ein Pronomen als Subjekt; wer gemeint ist, zeigt der Text davor.
       *[description] Ein Verb wie „sagte“ vor dem Zitat hat eine Umschreibung als Subjekt.
    }
rule-noun =
    { $who ->
        [name] Das Zitat wird als jemandes Worte bezeichnet, mit Namen.
        [pronoun] Das Zitat wird als „seine“ oder „ihre“ Worte bezeichnet; wer gemeint ist, zeigt der Text davor.
       *[description] Das Zitat wird als jemandes Worte bezeichnet, mit einer Umschreibung.
    }
rule-passive-by =
    { $who ->
        [name] Die Wörter vor dem Zitat sagen, von wem es stammt, mit Namen.
        [pronoun] Die Wörter vor dem Zitat sagen mit einem Pronomen, von wem es stammt.
       *[description] Die Wörter vor dem Zitat sagen, von wem es stammt, mit einer Umschreibung.
    }
rule-cited =
    { $who ->
        [name] Der Satz gibt die Worte einer genannten Person wieder.
       *[description] Der Satz gibt die Worte einer umschriebenen Person wieder.
    }
rule-bracket = Das Zitat steht in Klammern nach einem Teilsatz über eine genannte Person.
rule-colon = Vor dem Zitat stehen ein Name und ein Doppelpunkt.
rule-credit-line = Eine Zeile unter dem Absatz nennt, wer spricht.
rule-credit-dash = Auf das Zitat folgen ein Gedankenstrich und ein Name.
rule-credit-name = Auf das Zitat folgen ein Komma, ein Name und ein Amt.
rule-same-sentence = Das vorige Zitat im selben Satz stammt von dieser Person, und dazwischen steht niemand anderes.
rule-goes-on = Es setzt das vorige Zitat fort, und dazwischen spricht niemand anderes.
rule-sentence-before = Der Satz davor handelt von jemandem, der spricht.
rule-colon-before = Der Satz davor endet mit einem Doppelpunkt und handelt von der Person, die spricht.
rule-second-hand = Jemand anderes gibt die Worte wieder.
rule-two-speakers = Der Satz nennt zwei verschiedene Sprecher.
rule-denied = Der Text bestreitet oder bezweifelt diese Worte.
rule-fabricated = Laut Text sind die Worte erfunden oder falsch zitiert.
rule-fictional = Die Worte stammen aus einem fiktiven Werk.
rule-supposed = Der Text nimmt nur an, dass das gesagt wird.
rule-no-speaker = Was hier etwas „sagt“, ist weder Person noch Gruppe noch Dokument.
rule-unclear = Aus dem Text geht nicht hervor, wer das gesagt hat.

button-wrong = ⚠ Falsch?
wrong-noted = Danke. Der Betreiber wird dieses Zitat prüfen.
wrong-known = Danke. Dieses Zitat ist schon gemeldet.
wrong-gone = Dieses Zitat ist nicht mehr im Archiv.

reported-heading = Als falsch gemeldet
reported-line = „{ $words }“ – quotes retract { $id }
reported-note =
    { $count ->
        [one] Ein Zitat wurde als falsch gemeldet:
       *[other] { $count } Zitate wurden als falsch gemeldet:
    }
reported-end = Ist eines falsch: quotes retract ID; sind Personen verwechselt: people split und people join. /status zeigt alle.
