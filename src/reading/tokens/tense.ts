import type { Sentence, Span, Token } from '../model/document.ts';
import { inGroup, type Tense, tenseOf } from './verbs.ts';

export type { Tense };

/** A verb in the present looks ahead only from right before the day: `the talks resume on Sunday`. */
const nearby = 5;
/** A verb so near before it has the day for itself: `the war that began in October now looms`. */
const governing = 3;

/**
 * The tense of the verb that a stretch of a sentence goes with: the one right behind it (`the attack on
 * Monday killed`), the next one where the stretch begins a clause (`On Monday, the mayor said`), else the
 * nearest before it; where there is none, the first one behind.
 * @param span the words that tell a day, offsets into the input
 */
export function tenseAt(sentence: Sentence, span: Span): Tense {
  const { tokens } = sentence;
  const { at, lastBefore } = tensesOf(tokens);
  const first = firstFrom(tokens, span.start);
  const next = pastLists(tokens, firstFrom(tokens, span.end));
  const lead = leadOf(tokens, first);
  const word = tokens[lead]?.lower ?? '';
  const behind = verbBehind(tokens, next);
  const last = lastBefore[first]!;
  const own = last < 0 ? null : at[last]!;
  const near = first - last <= nearby;
  if (/^(since|following|after)$/.test(word)) return 'past';
  if (/^(until|till)$/.test(word)) return own === null && behind?.tense === 'past' ? 'past' : 'future';
  const isSubject = behind?.index === next && !(own && first - last <= governing);
  const isOfClause = !isSubject && beginsClause(tokens, lead) && goesOn(tokens[next]);
  if (behind && isOfClause) return behind.tense;
  if (behind && isSubject) return behind.tense === 'present' ? 'open' : behind.tense;
  if (word === 'for' && own === 'past') return 'planned';
  if (own === 'present') return near && !isOfNoun(tokens, first, next) ? 'present' : 'open';
  return own ?? behind?.tense ?? 'open';
}

/** The index of the first token that ends behind an offset. */
function firstFrom(tokens: Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * For each token its tense if it is a verb, the last verb before it (-1 if there is none) and the first from
 * it on (the number of tokens if there is none): looked for once.
 */
type Tenses = { at: (Tense | null)[]; lastBefore: number[]; firstOn: number[] };
const made = new WeakMap<Token[], Tenses>();

function tensesOf(tokens: Token[]): Tenses {
  const known = made.get(tokens);
  if (known) return known;
  const tenses: Tenses = { at: [], lastBefore: [-1], firstOn: [] };
  for (let index = 0; index < tokens.length; index++) {
    tenses.at.push(tenseOf(tokens, index));
    tenses.lastBefore.push(tenses.at[index] ? index : tenses.lastBefore[index]!);
  }
  let first = tokens.length;
  for (let index = tokens.length - 1; index >= 0; index--) {
    if (tenses.at[index]) first = index;
    tenses.firstOn[index] = first;
  }
  made.set(tokens, tenses);
  return tenses;
}

const weekday = /^(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day$/;

/** The index of the word that a day, or the list it is in, hangs on: `for` of `for late Friday and Saturday`; -1 at the beginning. */
function leadOf(tokens: Token[], first: number): number {
  let index = first - 1;
  for (;;) {
    const text = tokens[index]?.text ?? '';
    if (/^(on|late|later|early|earlier|at|least|this|last|next)$/i.test(text)) index--;
    else if (/^(and|,)$/.test(text) && weekday.test(tokens[index - 1]?.text ?? '')) index -= 2;
    else return index;
  }
}

/** `Saturday’s attack`, `the Saturday rally`. */
function isOfNoun(tokens: Token[], first: number, next: number): boolean {
  const before = tokens[first - 1];
  return (
    isGenitive(tokens[next]) ||
    before?.pos === 'DET' ||
    (before?.pos === 'PRON' && tokens[next]?.pos === 'NOUN')
  );
}

const isGenitive = (token: Token | undefined) => /^['’]s$/.test(token?.text ?? '');

/** The index behind further days of a list (`Friday and Saturday`) and adverbs. */
function pastLists(tokens: Token[], from: number): number {
  let index = from;
  while (
    tokens[index]?.pos === 'ADV' ||
    (/^(and|or|to|through|,)$/.test(tokens[index]?.text ?? '') && weekday.test(tokens[index + 1]?.text ?? ''))
  )
    index += tokens[index]!.pos === 'ADV' ? 1 : 2;
  return index;
}

function beginsClause(tokens: Token[], lead: number): boolean {
  if (lead < 0) return true;
  const { text } = tokens[lead]!;
  return (
    /^(?:[,;:—–“"(]|while|but)$/.test(text) || (text === 'and' && !weekday.test(tokens[lead - 1]?.text ?? ''))
  );
}

/** Whether a clause goes on with its subject. */
function goesOn(token: Token | undefined): boolean {
  return token !== undefined && (token.text === ',' || /^(PRON|DET|PROPN|NOUN|ADJ|NUM)$/.test(token.pos));
}

/** So many words stand between the first of a verb's and its last: `has not yet been told`. */
const longestGroup = 6;

/** The first verb from a token on, with its auxiliaries: what the last of the group says counts. */
function verbBehind(tokens: Token[], from: number) {
  const { at, firstOn } = tensesOf(tokens);
  const index = firstOn[isGenitive(tokens[from]) ? from + 2 : from] ?? tokens.length;
  if (index >= tokens.length) return null;
  let tense = at[index]!;
  let last = index;
  while (
    last - index < longestGroup &&
    (tokens[last]?.pos === 'AUX' || (last > index && tokens[last] && inGroup(tokens[last]!)))
  ) {
    last++;
    tense = at[last] ?? tense;
  }
  // What somebody planned or agreed to on a day was done on it.
  const decided = tense === 'open' && /ed$/.test(tokens[last]?.text ?? '') && last === index;
  return { index, tense: decided ? ('past' as const) : tense };
}
