import type { Context, WordRange } from '../../grammar/context.ts';
import * as lexicon from '../../grammar/lexicon.ts';
import { isVerb, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { speechAt } from '../../grammar/reporting-form.ts';
import { mainSubject } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import { isPossessiveEnding } from '../../tokens/words.ts';

const being = /^(is|was|are|were|be|been|being|'s|’s)$/;
/** What shows that something was said, in truth. */
const proving =
  /^(shows?|showed|shown|reveal(s|ed)?|confirm(s|ed)?|prove(s|d|n)?|established|transpired|emerged)$/;
const asking = /^(whether|if|how|why|when|where|what|who|which)$/;
const reach = 8;

/**
 * Whether a clause only completes another one, so that someone else says, wishes or believes it: `legend has it that X
 * said`, `residents wish X would say`, `the script has X shout`. Reporting verbs of which the source is known are looked
 * at before.
 * @param start the first word of the main clause
 * @param subject of the clause
 */
export function isEmbedded(context: Context, start: number, subject: WordRange): boolean {
  const { words, quoted } = context;
  let at = subject.from - 1;
  const lead = words[at]?.lower ?? '';
  if (at < start || quoted[at]) return false;
  if (lead === 'whether') return true;
  const isThat = lead === 'that';
  if (isThat) at--;
  if (at < start) return false;
  // `the bridge that X called`, `the day that X said`: nothing but a noun goes before.
  if (isThat && words[at]!.pos === 'NOUN' && !lexicon.claimNouns.has(words[at]!.lower)) return false;
  if (isThat && proving.test(words[at]!.lower)) return false;
  // `angered X, who said`: the name ends a clause, and begins another.
  if (words[subject.to]?.text === ',' && words[subject.to + 1]?.lower === 'who') return false;
  if (!isThat)
    return (
      !hasNoun(context, subject) && takesClause(context, at, start) && !isOwnAccount(context, at, subject)
    );
  for (let verb = at; verb >= Math.max(start, at - reach); verb--) {
    if (quoted[verb] || /^[,;:–—(]$/.test(words[verb]!.text) || asking.test(words[verb]!.lower)) return false;
    if (isVerb(context, verb)) return verb > start && !isOwnAccount(context, verb, subject);
  }
  return false;
}

/** `opened the meeting X noted`: a noun that the verb before goes with, and no title of the name. */
function hasNoun({ words, index, beginsAt }: Context, { from, to }: WordRange): boolean {
  let at = from;
  while (at < to && !beginsAt.has(at)) at++;
  const noun = words[at - 1];
  if (at < from + 2 || at >= to || words[from]!.pos !== 'DET' || noun?.pos !== 'NOUN') return false;
  return (
    !index.offices.has(noun.lower) && !index.modifiers.has(noun.lower) && !index.honorifics.has(noun.lower)
  );
}

/** `X said he believes`: by what `he` says, or someone else if the two differ, which is hearsay. */
function isOwnAccount(context: Context, verb: number, { from }: WordRange): boolean {
  return lexicon.subjectPronouns.has(context.words[from]!.lower) && speechAt(context, verb) !== null;
}

/** Whether the word right before a subject is a finite verb that the clause completes: `wish X would`, `has X shout`. */
function takesClause(context: Context, at: number, start: number): boolean {
  const { words } = context;
  const { lower } = words[at]!;
  if (at <= start || !isVerb(context, at) || /ing$/.test(lower) || being.test(lower)) return false;
  if (lexicon.questionAuxiliaries.has(lower) && !/^(has|had|have)$/.test(lower)) return false;
  // `In a letter obtained Monday X wrote`: the main clause has not begun.
  if (words[start]!.pos === 'ADP') return false;
  const before = words[at - 1]!;
  // `A man called X told`: the verb only names him.
  if (/^(called|named|dubbed|nicknamed)$/.test(lower)) return false;
  if (/^(who|which|that)$/.test(before.lower)) return false;
  return /^(NOUN|PROPN|PRON)$/.test(before.pos) || context.endsAt.has(at - 1) || before.pos === 'ADV';
}

/** `In a satirical column, X says`, `Because of a translation error, X was quoted`: what the sentence opens with. */
export function opensWithFake({ words, quoted }: Context, start: number, to: number): boolean {
  if (words[start]!.pos !== 'ADP' && !/^(because|due|thanks|in|on)$/.test(words[start]!.lower)) return false;
  for (let at = start; at < to && words[at]!.text !== ',' && !quoted[at]; at++) {
    if (lexicon.fakeWords.has(words[at]!.lower)) return true;
    // `In the dubbed version, X says`: what a translator has them say.
    if (words[at]!.lower === 'dubbed' && words[at - 1]?.pos === 'DET') return true;
    if (
      /^(translation|transcription)$/.test(words[at]!.lower) &&
      /^(error|mistake)/.test(words[at + 1]!.lower)
    )
      return true;
  }
  return false;
}

/** `the letter in which X calls … turned out to be a forgery` */
export function endsAsFake({ words, quoted }: Context, subject: WordRange, quoteEnd: number): boolean {
  if (!/^(which|that|where|whom)$/.test(words[subject.from - 1]?.lower ?? '')) return false;
  const { sentence } = words[quoteEnd - 1]!;
  for (let at = quoteEnd; words[at]?.sentence === sentence; at++) {
    const { lower } = words[at]!;
    if (!quoted[at] && (lexicon.fakeWords.has(lower) || lexicon.untrueWords.has(lower))) return true;
  }
  return false;
}

/**
 * `Imagine that X had said`, `Let us suppose, for once, that X said`, `What if X says`, `If only X had said`, `Had X said`:
 * the whole sentence supposes; but not `Imagine her surprise when X said`.
 * @param opening its words up to the first of the subject, in lower case
 */
export function opensAsSupposition(opening: string[]): boolean {
  const words = /^(?:and|but|so|now|just|then|or)$/.test(opening[0] ?? '') ? opening.slice(1) : opening;
  if (words[0] === 'what' || words[0] === 'if') return words[1] === (words[0] === 'what' ? 'if' : 'only');
  if (words[0] === 'had') return words.length === 2;
  const isInvited = /^(?:let|try|can|could)$/.test(words[0] ?? '');
  return (
    words.slice(0, isInvited ? 4 : 1).some(word => invitations.has(word)) &&
    !words.some(word => /^(?:when|as|because|after|[:;])$/.test(word))
  );
}

const invitations: ReadonlySet<string> = new Set(
  'imagine suppose picture pretend assume envision'.split(' '),
);

/** What someone does with the words, or in the voice, of another. */
const perceiving =
  /^(attribut|credit|ascrib|imitat|impersonat|mimick?|parodi|ap)(es?|s|ed|ing)$|^(over)?(hears?|heard|hearing)$|^(reads?|sees?|saw|receive[sd]?|finds?|found|spot(s|ted)?|notice[sd]?)$/;

/**
 * `X heard a voice in the hall: “…”`, `X recalled the captain’s words: “…”`, `X gets the best line: “…”`, `As Y tells it, X
 * rang her: “…”`: whether the subject of a sentence that ends in a colon is not known to speak what follows.
 */
export function isAnothers(context: Context, from: number, to: number): boolean {
  const { words, quoted, endsAt } = context;
  const noun = to - 2;
  if (isOnSomething(context, from, to)) return true;
  let before = noun - 1;
  while (before > from && words[before]!.pos === 'ADJ') before--;
  const isOwn = lexicon.thirdPersonPossessives.has(words[before]?.lower ?? '');
  const isHad = words[noun]?.lower === 'motto' && words[before - 1]?.lemma === 'have';
  if (lexicon.citedNouns.has(words[noun]?.lower ?? '') && words[noun]!.lower !== 'words' && !isHad)
    return !isOwn;
  for (let at = from; at < to; at++)
    if (!quoted[at] && !endsAt.has(at) && perceiving.test(words[at]!.lower)) return true;
  const isSaying =
    lexicon.citedNouns.has(words[noun]?.lower ?? '') || lexicon.speechNouns.has(words[noun]?.lower ?? '');
  const owner = isSaying && isPossessiveEnding(words[noun - 1]?.text) ? noun - 2 : -1;
  if (owner > from && !endsAt.has(owner)) return true;
  if (isToldBetween(context, from, to) || opensWithAnswer(context, from, to)) return true;
  if (isTaken(context, from, to)) return true;
  const main = tellersAside(context, from, to);
  return main > from && mainSubject(context, main, to)?.kind === 'person';
}

/** How words come to someone, with what leads to whose they were. */
const taking: ReadonlyMap<string, RegExp> = new Map([
  ...'learn get pick inherit take steal borrow receive adopt have'
    .split(' ')
    .map(verb => [verb, /^from$/] as const),
  ['owe', /^to$/],
]);
/** What is done to those who come by the words of another. */
const handedOver = /^(?:given|handed|sent|shown|left|passed|taught|told|advised)$/;

/** `X learned one thing from the smith:`, `X was given a card by Y:`, `X has words of her trainer on the wall:` */
function isTaken(context: Context, from: number, to: number): boolean {
  const { words, quoted, endsAt } = context;
  let source: RegExp | undefined;
  for (let at = from + 1; at < to - 1; at++) {
    if (quoted[at]) continue;
    const { lower, lemma } = words[at]!;
    if (isInterrupted(context, from, at, to)) return true;
    if (handedOver.test(lower)) source = being.test(words[at - 1]!.lower) ? /^(?:by|from)$/ : undefined;
    else if (isVerb(context, at)) source = taking.get(lemma);
    const isOfWords = lower === 'of' || lower === 'from' ? isOfSaying(words[at - 1]!.lower) : false;
    const isSource = source?.test(lower) || isOfWords;
    if (!isSource || endsAt.has(at - 1)) continue;
    const other = parseNounPhrase(context, at + 1, to);
    const kind = other && speakerKind(context, other);
    // `got the same answer from every bank`; not `has money from the bank`.
    const isAnswer = kind === 'organization' && (isOfWords || lexicon.answerNouns.has(words[at - 1]!.lower));
    if (kind === 'person' || kind === 'unnamed' || isAnswer) return true;
  }
  return false;
}

/** `X was interrupted by Y:`: who comes last acts, and speaks; not `A letter was sent by Y:`. */
function isInterrupted(context: Context, from: number, verb: number, to: number): boolean {
  const { words } = context;
  if (words[verb + 1]!.lower !== 'by' || !/ed$|^cut$/.test(words[verb]!.lower)) return false;
  const other = being.test(words[verb - 1]!.lower) ? parseNounPhrase(context, verb + 2, to) : null;
  if (other?.kind !== 'person' || other.whole.to !== to - 1) return false;
  const subject = mainSubject(context, from, verb + 1);
  return subject !== null && subject.kind !== 'described';
}

function isOfSaying(noun: string): boolean {
  return noun === 'sentence' || lexicon.citedNouns.has(noun);
}

/** `X has a framed review on the wall:`, `X translated the sign for his guests:`, `X grew up with one sentence over the stove:` */
function isOnSomething({ words, quoted }: Context, from: number, to: number): boolean {
  for (let at = from + 1; at < to - 1; at++) {
    const isAbove = /^(?:over|above|across)$/.test(words[at + 1]!.lower) && words[at + 2]?.pos === 'DET';
    if (isAbove && !quoted[at] && isOfSaying(words[at]!.lower)) return true;
    if (quoted[at] || !(lexicon.signs.has(words[at]!.lower) || written.has(words[at]!.lower))) continue;
    let before = at - 1;
    while (before > from && /^(ADJ|NOUN|VERB)$/.test(words[before]!.pos)) before--;
    if (/^(an?|the|another)$/.test(words[before]!.lower)) return true;
  }
  return false;
}

const written: ReadonlySet<string> = new Set(
  'review clipping cutting inscription headline caption label graffiti epitaph'.split(' '),
);

/** `Y’s answer, which X keeps in a drawer:` */
function opensWithAnswer({ words }: Context, from: number, to: number): boolean {
  for (let at = from + 1; at < Math.min(to - 1, from + 5); at++) {
    if (!isPossessiveEnding(words[at]!.text)) continue;
    let noun = at + 1;
    while (noun < to && words[noun]!.pos === 'ADJ') noun++;
    const { lower } = words[noun]!;
    const isSaying = lexicon.answerNouns.has(lower) || lexicon.speechNouns.has(lower);
    return (
      isSaying &&
      words[noun + 1]?.text === ',' &&
      /^(which|that|who|whom)$/.test(words[noun + 2]?.lower ?? '')
    );
  }
  return false;
}

/** `Y, X remembered with a smile, kept one rule:`: who begins the sentence is spoken of by another. */
function isToldBetween(context: Context, from: number, to: number): boolean {
  const { words, endsAt, beginsAt } = context;
  const head = parseNounPhrase(context, from, to);
  if (head?.kind !== 'person' || words[head.whole.to]?.text !== ',') return false;
  const teller = parseNounPhrase(context, head.whole.to + 1, to);
  const isOther =
    teller?.kind === 'person' &&
    teller.whole.to < to &&
    beginsAt.has(teller.from) &&
    !endsAt.has(teller.whole.to);
  return isOther && teller.person !== head.person && isVerb(context, teller.whole.to);
}

/** `As X tells it,`: where the clause behind it begins; `from` where a sentence does not open so. */
function tellersAside({ words, quoted }: Context, from: number, to: number): number {
  if (words[from]!.lower !== 'as') return from;
  let end = from + 1;
  while (end < to && words[end]!.text !== ',' && !quoted[end]) end++;
  const isTold =
    words[end - 1]?.lower === 'it' && /^(tell|recall|remember|have|describe)/.test(words[end - 2]!.lemma);
  return isTold && words[end]?.text === ',' ? end + 1 : from;
}
