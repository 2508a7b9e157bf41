import { subjectBefore } from '../../grammar/clause.ts';
import type { Context } from '../../grammar/context.ts';
import { documentNouns } from '../../grammar/lexicon.ts';
import { isVerb, type NounPhrase } from '../../grammar/noun-phrase.ts';
import { nounPhraseStart } from '../../grammar/noun-phrase-back.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';

/** What someone does with the words of another: `received a letter saying`, `shared a post calling`. */
const passingOn = new Set(
  `receive get find read see obtain show carry hold wave recall remember share repost retweet forward repeat hear
  have discover notice recover seize spot open keep quote cite respond react refer point reply object`.split(
    /\s+/,
  ),
);
/** What someone does with words of their own, for another or for all. */
const sending = new Set(
  'send write post email text leave hand give pass publish issue release tweet deliver mail slip scrawl'.split(
    ' ',
  ),
);
const furthest = 8;

/**
 * Whose words a participle of speech brings that goes with a document right before it, where they are not those of the
 * sentence’s subject: the document’s own in `X received a letter saying`, the sender’s in `X said the defendant had sent
 * her a text reading`. Null where it depends on the document no more than on the subject: `X issued a statement saying`.
 */
export function writerBetween(context: Context, document: number, floor: number): NounPhrase | null {
  const { words, quoted } = context;
  if (!documentNouns.has(words[document]!.lower)) return null;
  const from = nounPhraseStart(context, document + 1, floor);
  for (let at = from - 1; at >= Math.max(floor, from - furthest); at--) {
    const { lower, text, lemma } = words[at]!;
    if (quoted[at] || /^[,;:.–—]$/.test(text) || /^(that|and|but|in)$/.test(lower)) return null;
    if (!isVerb(context, at)) continue;
    if (passingOn.has(lemma)) {
      const whole = { from, to: document + 1 };
      return { kind: 'described', person: null, ...whole, whole };
    }
    const sender = sending.has(lemma) ? subjectBefore(context, at, floor) : null;
    const isUnnamed = sender?.kind === 'described' && speakerKind(context, sender) !== null;
    return isUnnamed ? sender : null;
  }
  return null;
}
