import { isObject } from '../../grammar/antecedent-rivals.ts';
import { subjectBefore, titledFrom } from '../../grammar/clause.ts';
import { type Context, genderOf } from '../../grammar/context.ts';
import { documentNouns } from '../../grammar/lexicon.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { nounPhraseStart } from '../../grammar/noun-phrase-back.ts';
import { mainSubject } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';

/** What someone does with the words of another: `received a letter saying`, `shared a post calling`. */
const passingOn = new Set(
  `receive get find read see obtain show carry hold wave recall remember share repost retweet forward repeat hear
  have sign endorse back support join circulate discover notice recover seize spot open keep quote cite respond react refer point reply object`.split(
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
  const whole = { from, to: document + 1 };
  const itself: NounPhrase = { kind: 'described', person: null, ...whole, whole };
  if (isToldBy(context, document, floor)) return itself;
  for (let at = from - 1; at >= Math.max(floor, from - furthest); at--) {
    const { lower, text, lemma } = words[at]!;
    if (quoted[at] || /^[,;:.–—]$/.test(text) || /^(that|and|but|in)$/.test(lower)) return null;
    if (!isVerb(context, at)) continue;
    if (passingOn.has(lemma)) return itself;
    const sender = sending.has(lemma) ? subjectBefore(context, at, floor) : null;
    const isUnnamed = sender?.kind === 'described' && speakerKind(context, sender) !== null;
    return isUnnamed ? sender : null;
  }
  return null;
}

/** `an email by the developer Y`, `a post from Y`: the author of a document, where their name ends at `at`; else null. */
export function authorEndingAt(context: Context, at: number, floor: number): NounPhrase | null {
  const { words, endsAt } = context;
  const named = endsAt.get(at);
  if (!named) return null;
  const from = titledFrom(context, named.from, floor);
  const isAuthor =
    /^(?:by|from)$/.test(words[from - 1]?.lower ?? '') && documentNouns.has(words[from - 2]?.lower ?? '');
  const author = isAuthor && from - 2 >= floor ? parseNounPhrase(context, from, at + 1) : null;
  return author?.kind === 'person' ? author : null;
}

/** `X left after an editorial telling him to go`: the document speaks to the one whom the sentence is about, who sends nothing. */
function isToldBy(context: Context, document: number, floor: number): boolean {
  const { words } = context;
  const object = words[document + 2]?.lower ?? '';
  const gender = object === 'him' ? 'm' : object === 'her' ? 'f' : null;
  if (!gender || !isObject(context, document + 2, gender)) return false;
  for (let at = document - 1; at >= floor; at--) if (authoring.has(words[at]!.lemma)) return false;
  const subject = mainSubject(context, floor, document);
  const known = subject?.person ? genderOf(context, subject.person) : gender;
  return known === null || known === gender;
}

/** What the author of a document does with it. */
const authoring = new Set([...sending, ...'sign pen draft co-write launch start file dictate'.split(' ')]);
