import { type Context, nameAlone } from '../../grammar/context.ts';
import {
  answerNouns,
  askedParticiples,
  citedNouns,
  speechNouns,
  thirdPersonPossessives,
} from '../../grammar/lexicon.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { nounPhraseEndingAt, nounPhraseStart } from '../../grammar/noun-phrase-back.ts';
import { mainSubject } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import { turnLabel } from '../../quotes/transcripts.ts';
import { isPossessiveEnding } from '../../tokens/words.ts';
import type { LeadIn } from './attribution-clause.ts';

/** `with a line from X: “…”`, `quoting X: “…”`, `in the words of X, “…”`: whose words the sentence cites. */
export function citedSource(context: Context, floor: number, to: number): LeadIn | null {
  const { words } = context;
  const mark = words[to - 1]?.text ?? '';
  const end = /^[:,]$/.test(mark) ? to - 1 : to;
  for (let at = end - 1; at >= Math.max(floor, end - 12); at--) {
    const { lower, text } = words[at]!;
    if (context.quoted[at] || (text.length === 1 && /^[.;:,]$/.test(text))) return null;
    const isQuoting = mark === ':' && /^(quoting|citing|paraphrasing|reciting)$/.test(lower);
    const isLine =
      mark !== '' && at > floor && citedNouns.has(words[at - 1]!.lower) && /^(from|of|by)$/.test(lower);
    if (!isQuoting && !isLine) continue;
    const subject = parseNounPhrase(context, at + 1, end);
    if (!subject || subject.whole.to < end || speakerKind(context, subject) === null) return null;
    return { subject, cue: { from: isLine ? at - 1 : at, to: at + 1 }, pattern: 'cited' };
  }
  return null;
}

/** What may come before `from X:` that only hands over to X. */
const handingOver = new Set(
  ", and but then now also next first finally lastly another one more this that these those there here is was are were came comes last final the a an word note reaction ’s 's".split(
    ' ',
  ),
);

/** `And from X:`, `Then there was this from X:`, `A word from X:`: to whom a line hands over that ends in a colon. */
export function handedOver(context: Context, floor: number, to: number): LeadIn | null {
  const { words } = context;
  if (words[to - 1]!.text !== ':') return null;
  for (let at = floor; at < to - 2; at++) {
    const { lower } = words[at]!;
    if (lower === 'from') {
      const subject = parseNounPhrase(context, at + 1, to - 1);
      const isAll = subject?.whole.to === to - 1 && speakerKind(context, subject) !== null;
      return isAll ? { subject, cue: null, pattern: 'colon' } : null;
    }
    if (!handingOver.has(lower) && !answerNouns.has(lower) && !speechNouns.has(lower)) return null;
  }
  return null;
}

/** `X described a card that said “…”`: the words on a thing, which are not what X describes. */
export function thingThatSays(context: Context, floor: number, to: number): LeadIn | null {
  const { words, endsAt } = context;
  const verb = /^[:,]$/.test(words[to - 1]?.text ?? '') ? to - 2 : to - 1;
  if (verb - 2 < floor || !/^(says?|said|reads?)$/.test(words[verb]!.lower)) return null;
  if (!/^(that|which)$/.test(words[verb - 1]!.lower)) return null;
  const last = words[verb - 2]!.text === ',' ? verb - 3 : verb - 2;
  if (last < floor || endsAt.has(last) || !/^(NOUN|PROPN|NUM)$/.test(words[last]!.pos)) return null;
  const whole = { from: nounPhraseStart(context, last + 1, floor), to: last + 1 };
  const subject: NounPhrase = { kind: 'described', person: null, ...whole, whole };
  const isThing = whole.from <= last && speakerKind(context, subject) === null;
  return isThing ? { subject, cue: { from: verb, to: verb + 1 }, pattern: 'before' } : null;
}

/**
 * `X’s answer was: “…”`, `X’s reply to the town was short:`, `The message from X was blunt:`, `according to Y, the manager’s
 * words were: “…”`: whose words a noun of speech in front of a colon brings.
 */
export function answerBefore(context: Context, floor: number, to: number): LeadIn | null {
  const { words } = context;
  if (words[to - 1]?.text !== ':') return null;
  let verb = to - 2;
  while (verb > floor && /^(?:ADJ|ADV|CCONJ)$/.test(words[verb]!.pos)) verb--;
  // `was blunt:`, which may pass for a verb
  if (being.test(words[verb - 1]?.lower ?? '')) verb--;
  if (verb - 3 < floor || !/^(?:is|was|were|came)$/.test(words[verb]!.lower)) return null;
  const isNoun = (at: number) => answerNouns.has(words[at]!.lower) || speechNouns.has(words[at]!.lower);
  let noun = verb - 1;
  while (noun > floor + 1 && noun > verb - 10 && !isNoun(noun)) noun--;
  const link = words[noun + 1]!.lower;
  if (!isNoun(noun) || (noun + 1 < verb && !/^(?:to|on|from)$/.test(link))) return null;
  const cue = { from: noun, to: noun + 1 };
  if (link === 'from') {
    const author = parseNounPhrase(context, noun + 2, verb);
    return author?.whole.to === verb ? { subject: author, cue, pattern: 'noun' } : null;
  }
  let owner = noun - 1;
  while (owner > floor && /^(ADJ|NUM)$/.test(words[owner]!.pos)) owner--;
  if (!isPossessiveEnding(words[owner]!.text)) return null;
  const subject = nounPhraseEndingAt(context, owner - 1, floor, owner);
  return subject && { subject, cue, pattern: 'noun' };
}

/** `X refused to comment (“I was not even in town!”)`: a whole sentence in brackets is what the subject said. */
export function inBrackets(context: Context, main: number, to: number): LeadIn | null {
  const subject = mainSubject(context, main, to);
  const begins = context.words.slice(to, to + 2).some(({ isCapitalized }) => isCapitalized);
  return begins && subject?.kind === 'person' ? { subject, cue: null, pattern: 'bracket' } : null;
}

/** `his appeal for a “…”`, `X’s claim that it was “…”`: a noun of speech with its speaker as the possessor. */
export function speechNoun(context: Context, floor: number, to: number): LeadIn | null {
  const { words } = context;
  // `in X’s words, “…”`
  const isAside = words[to - 1]!.text === ',' && words[to - 2]?.lower === 'words';
  const last = isAside ? to - 1 : to;
  for (let at = last - 1; at > Math.max(floor, last - 12); at--) {
    const { lower, text } = words[at]!;
    if (context.quoted[at] || (text.length === 1 && /^[.;,()–—]$/.test(text))) return null;
    if (!speechNouns.has(lower)) continue;
    const author = authorOfSaying(context, at, floor, last);
    if (author) return { subject: author, cue: { from: at, to: at + 1 }, pattern: 'noun' };
    const isLinked = at === last - 1 || /^(that|of|for|to|:)$/.test(words[at + 1]!.lower);
    let owner = at - 1;
    while (owner > Math.max(floor, at - 3) && words[owner]!.pos === 'ADJ') owner--;
    if (!isLinked || owner < floor) return null;
    const cue = { from: at, to: at + 1 };
    if (thirdPersonPossessives.has(words[owner]!.lower)) {
      const whole = { from: owner, to: owner + 1 };
      return { subject: { kind: 'pronoun', person: null, ...whole, whole }, cue, pattern: 'noun' };
    }
    const subject = ownerAt(context, owner, floor);
    return subject && { subject, cue, pattern: 'noun' };
  }
  return null;
}

/** `The complaint by X that it was “…”`: whose saying the noun at `noun` is that a sentence begins with. */
function authorOfSaying(context: Context, noun: number, floor: number, to: number): NounPhrase | null {
  const { words } = context;
  if (noun > floor + 2 || !/^(by|from)$/.test(words[noun + 1]?.lower ?? '')) return null;
  const author = parseNounPhrase(context, noun + 2, to);
  const isTold = author?.kind === 'person' && words[author.whole.to]?.lower === 'that';
  return isTold && author.whole.to < to ? author : null;
}

const utterances =
  /^(words|promise|pledge|vow|warning|plea|appeal|call|cry|shout|quip|joke|remark|comment|declaration|reminder|greeting|admission)$/;

/** `With the words “…”, X left`, `With a weary “Well, well”, X left`, `With the warning that it was “…”, X left`: who leaves with them. */
export function openingWords(context: Context, floor: number, to: number): LeadIn | null {
  const { words } = context;
  if (words[floor]!.lower !== 'with' || words[floor]!.sentence !== words[to]?.sentence) return null;
  let noun = floor + 1;
  while (noun < to && /^(DET|ADJ|ADV)$/.test(words[noun]!.pos)) noun++;
  const isNamed = noun < to && utterances.test(words[noun]!.lower);
  const leads = noun + (isNamed ? 1 : 0) === to || (isNamed && words[noun + 1]!.lower === 'that');
  if (!leads || !(isNamed || words[to + 1]?.isCapitalized)) return null;
  const subject = subjectBehindOpening(context, to);
  const cue = isNamed ? { from: noun, to: noun + 1 } : { from: floor, to: floor + 1 };
  return subject?.kind === 'person' ? { subject, cue, pattern: 'noun' } : null;
}

/** `Calling it “…”, X left`: whom the clause is about behind a quote at `quote` and a comma; null where none begins there. */
export function subjectBehindOpening(context: Context, quote: number): NounPhrase | null {
  const { words, quoted } = context;
  let behind = quote;
  while (quoted[behind]) behind++;
  if (words[behind]?.text === ',') behind++;
  else if (words[behind - 2]?.text !== ',') return null;
  const subject = parseNounPhrase(context, behind, words.length);
  return subject && words[subject.whole.to] && isVerb(context, subject.whole.to) ? subject : null;
}

const views = /^(view|opinion|telling|account|estimation|judgment|judgement|phrase|words)$/;

/** `In X’s view, the port is “…”`, `in the opinion of X, it is “…”`: whose view the clause before a quote gives. */
export function inViewOf(context: Context, floor: number, to: number): LeadIn | null {
  const { words, quoted } = context;
  if (words[floor]!.lower !== 'in') return null;
  let comma = floor + 2;
  while (comma < Math.min(to, floor + 12) && words[comma]!.text !== ',' && !quoted[comma]) comma++;
  if (words[comma]?.text !== ',' || comma >= to) return null;
  let noun = comma - 1;
  while (noun > floor && !views.test(words[noun]!.lower)) noun--;
  const cue = { from: noun, to: noun + 1 };
  const isLast = noun === comma - 1;
  if (isLast) {
    const subject = ownerAt(context, noun - 1, floor);
    return subject && { subject, cue, pattern: 'according-to' };
  }
  const isOf = words[noun - 1]?.lower === 'the' && words[noun + 1]!.lower === 'of' && noun === floor + 2;
  // `in the words of its founder, X, it is`
  const subject = isOf ? parseNounPhrase(context, noun + 2, to) : null;
  return subject?.kind === 'person' && words[subject.whole.to]?.text === ','
    ? { subject, cue, pattern: 'according-to' }
    : null;
}

const being = /^(?:is|was|are|were|remains|remained)$/;

/** `For X, the reform is “…”`, `Y calls it a hut; to X it is “…”`, `is to X “…”`: for whom something is what the marks hold. */
export function whatItIsTo(context: Context, floor: number, to: number): LeadIn | null {
  const { words, quoted } = context;
  const end = /^(an?|the)$/.test(words[to - 1]!.lower) ? to - 1 : to;
  const is = end - 1;
  if (is < floor) return null;
  const isLast = being.test(words[is]!.lower);
  for (let at = is - 1; at >= Math.max(floor, is - furthestTopic) && !quoted[at]; at--) {
    const { lower } = words[at]!;
    if (lower === ';' || lower === '.') return null;
    if (lower !== 'to' && lower !== 'for') continue;
    const subject = isLast ? topicAt(context, at, floor, is) : objectOfBeing(context, at, floor, end);
    if (subject) return { subject, cue: { from: at, to: at + 1 }, pattern: 'according-to' };
  }
  return null;
}

/** In words. */
const furthestTopic = 20;

/** Whom `to` or `for` at `at` names in front of a clause of its own, whose verb is at `is`. */
function topicAt(context: Context, at: number, floor: number, is: number): NounPhrase | null {
  const { words } = context;
  let before = at - 1;
  if (before >= floor && /^(?:and|but|while)$/.test(words[before]!.lower)) before--;
  if (before >= floor && words[before]!.text !== ';') return null;
  const isPronoun = /^(?:it|this|that|they|he|she)$/.test(words[is - 1]!.lower);
  const subject = parseNounPhrase(context, at + 1, isPronoun ? is - 1 : is);
  const kind = subject && speakerKind(context, subject);
  if (!subject || subject.kind === 'pronoun' || (kind !== 'person' && kind !== 'unnamed')) return null;
  const isApart = words[subject.whole.to]?.text === ',';
  // `to many in the old town it is`
  for (let next = subject.whole.to; isPronoun && next < is - 1; next++)
    if (isVerb(context, next) && words[is - 2]!.text !== ',') return null;
  if (isPronoun) return subject;
  const isNamed = isApart && subject.kind === 'person';
  return isNamed && parseNounPhrase(context, subject.whole.to + 1, is)?.whole.to === is ? subject : null;
}

/** Whom `to` or `for` at `at` names between `is` and the quote. */
function objectOfBeing(context: Context, at: number, floor: number, end: number): NounPhrase | null {
  const { words } = context;
  if (at <= floor || !being.test(words[at - 1]!.lower)) return null;
  const subject = parseNounPhrase(context, at + 1, end);
  return subject?.kind === 'person' && subject.whole.to === end ? subject : null;
}

/** Whom what comes behind the possessor at `owner` belongs to, if it is named: `X’s`, `whose`. */
function ownerAt(context: Context, owner: number, floor: number): NounPhrase | null {
  const { words, endsAt } = context;
  if (words[owner]!.lower === 'whose') return headOfWhose(context, owner, floor);
  const named = /^['’]s?$/.test(words[owner]!.text) ? endsAt.get(owner - 1) : undefined;
  if (!named || named.from < floor) return null;
  return nameAlone(named);
}

/** `X, whose claim`, `X was the judge whose remark`: whom a clause is about that begins with the word at `whose`. */
function headOfWhose(context: Context, whose: number, floor: number): NounPhrase | null {
  const { words } = context;
  if (whose <= floor) return null;
  const named = context.endsAt.get(words[whose - 1]!.text === ',' ? whose - 2 : whose - 1);
  if (named && named.from >= floor) return nameAlone(named);
  let article = whose - 1;
  while (article > floor && /^(NOUN|ADJ|PROPN)$/.test(words[article]!.pos)) article--;
  const isOne =
    /^(the|a|an)$/.test(words[article]!.lower) && /^(is|was)$/.test(words[article - 1]?.lower ?? '');
  const subject = isOne ? mainSubject(context, floor, whose) : null;
  return subject?.kind === 'person' && subject.whole.to === article - 1 ? subject : null;
}

/** `Asked about the strike, X: “…”`, `In a statement, X: “…”`: a name behind an opening phrase without a finite verb. */
export function colonBehindOpening(context: Context, floor: number, to: number): LeadIn | null {
  const { words } = context;
  if (words[to - 1]?.text !== ':' || !context.endsAt.has(to - 2)) return null;
  if (words[floor]!.pos !== 'ADP' && !askedParticiples.has(words[floor]!.lower)) return null;
  for (let at = to - 2; at > floor; at--) {
    if (context.quoted[at] || isVerb(context, at)) return null;
    if (words[at]!.text !== ',') continue;
    const subject = parseNounPhrase(context, at + 1, to - 1);
    return subject?.kind === 'person' && subject.to === to - 1
      ? { subject, cue: null, pattern: 'colon' }
      : null;
  }
  return null;
}

/** `X: "…"` */
export function colonName(context: Context, floor: number, to: number): LeadIn | null {
  const { words } = context;
  if (to - 2 < floor) return null;
  const label = turnLabel(context, floor, to);
  if (label?.colon === to - 1) return { subject: label.subject, cue: null, pattern: 'colon' };
  const named = words[to - 1]!.text === ':' ? context.endsAt.get(to - 2) : undefined;
  if (!named) return null;
  if (/^[-–—|]$/.test(words[named.from - 1]?.text ?? '') && named.from > floor) {
    return { subject: nameAlone(named), cue: null, pattern: 'colon' };
  }
  return null;
}
