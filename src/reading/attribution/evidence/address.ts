import { type Context, genderOf } from '../../grammar/context.ts';
import type { ReadPerson } from '../../model/reading.ts';
import type { QuoteSpan } from '../../quotes/quote-span.ts';
import { wordIndexAt } from '../../tokens/words.ts';

/** Whether a quote addresses a person by name: `“Listen, X, …”`, `“X, listen!”`, `“… , X.”` Such words are not theirs. */
export function addresses(context: Context, quote: QuoteSpan, person: ReadPerson): boolean {
  const { words, beginsAt } = context;
  const from = wordIndexAt(words, quote.start);
  const to = wordIndexAt(words, quote.end);
  for (let at = from; at < to; at++) {
    const named = beginsAt.get(at);
    if (named?.person !== person || named.to > to || isNested(context, quote, at)) continue;
    const title = beforeTitles(context, at, from);
    const before = words[title - 1]?.text ?? '';
    const next = named.to < to ? words[named.to]!.text : '';
    const isFirst = title === from;
    const isApart = isFirst || before === ',' || /^[.?!]$/.test(before);
    const ends = next === '' || /^[,.?!]$/.test(next);
    if (!isApart || !ends) continue;
    if (isFirst ? next === ',' && isSpokenTo(words[named.to + 1]?.lower) : before === ',') return true;
  }
  return false;
}

/** `“He said, ‘Listen, X,’” X recalled`: whether the word at `at` is in a quote within the quote. */
function isNested({ words, document }: Context, quote: QuoteSpan, at: number): boolean {
  const before = document.input.slice(quote.start, words[at]!.start);
  const open = Math.max(...[' ‘', " '", ' “', ' "'].map(mark => before.lastIndexOf(mark)));
  return open >= 0 && !/[’'”"](?:[\s.,!?]|$)/.test(before.slice(open + 2));
}

/** Where the titles and forms of address in front of a name begin: `Mr. X`, `Madam President X`. */
function beforeTitles({ words, index }: Context, name: number, floor: number): number {
  let at = name;
  while (
    at > floor &&
    (index.honorifics.has(words[at - 1]!.lower) || index.offices.has(words[at - 1]!.lower))
  )
    at--;
  return at;
}

/** What follows a name at the beginning of a quote where someone is spoken to: `X, you …`, `X, please …`. */
function isSpokenTo(lower: string | undefined): boolean {
  return /^(you|your|please|we|i|are|do|did|what|why|how|can|will|stop|listen|come|go|look|thank|let|get|don't|tell)$/.test(
    lower ?? '',
  );
}

/** What comes before someone’s own name in their words: `I am X`, `they say X should go`. */
const own = /^(?:i|i['’]m|my|me|we|name|call|called|say|says|said|saying|think|asked|mr|mrs|ms)$/;

/** `“X has saved every dog,” she said`: whether a quote speaks of a person by name who would only be found to be its speaker; not `I am X`. */
export function speaksOf(context: Context, quote: QuoteSpan, person: ReadPerson): boolean {
  const { words, beginsAt } = context;
  // With a mark lost, the words may hold the attribution.
  if (quote.style !== 'marks') return false;
  const from = wordIndexAt(words, quote.start);
  const to = wordIndexAt(words, quote.end);
  for (let at = from; at < to; at++) {
    if (beginsAt.get(at)?.person !== person || isNested(context, quote, at)) continue;
    const before = words.slice(Math.max(from, at - 4), at);
    if (!before.some(({ lower }) => own.test(lower))) return true;
  }
  return false;
}

/** `“He told us it was over.”`: whether a quote begins with what someone else has said. */
export function reportsAnother({ document }: Context, quote: QuoteSpan): boolean {
  // With a mark lost, the words may be the text’s own.
  if (quote.style !== 'marks') return false;
  return /^(?:He|She) (?:has |had )?(?:said|says|told|tells|promised|promises|insisted|insists|admitted|claimed|claims) /.test(
    document.input.slice(quote.start, quote.start + 40),
  );
}

/**
 * `X hired Y. “She taught me to count,” she said.`: whether a quote speaks of another by the very pronoun that names its
 * speaker, and the sentence before names two whom it fits.
 */
export function speaksOfAlike(context: Context, quote: QuoteSpan, pronoun: number): boolean {
  const { document, words, beginsAt, quoted } = context;
  const { lower } = words[pronoun]!;
  if (quote.style !== 'marks' || (lower !== 'he' && lower !== 'she')) return false;
  const text = document.input.slice(quote.start, quote.end);
  const isOfAnother = lower === 'he' ? /^(?:He|Him|His)\b/ : /^(?:She|Her)\b/;
  if (!isOfAnother.test(text) || !/\b(?:me|my)\b/.test(text)) return false;
  const fitting = new Set<ReadPerson>();
  const last = words[wordIndexAt(words, quote.outer.start) - 1];
  for (
    let at = wordIndexAt(words, quote.outer.start) - 1;
    words[at]?.sentence === last?.sentence && at >= 0;
    at--
  ) {
    const person = quoted[at] ? undefined : beginsAt.get(at)?.person;
    const gender = person && genderOf(context, person);
    if (person && (!gender || (gender === 'm') === (lower === 'he'))) fitting.add(person);
  }
  return fitting.size > 1;
}

/**
 * `The judge jailed X. He said: “You will go to prison for a long time.”`: whether a quote passes or weighs a sentence,
 * and the article says of a person who would only be found to be its speaker that they are sentenced.
 */
export function sentences(context: Context, quote: QuoteSpan, person: ReadPerson): boolean {
  const { document, words } = context;
  const text = document.input.slice(quote.start, quote.end);
  const isPassed = (listener.test(text) && punishment.test(text)) || (judge.test(text) && verdict.test(text));
  if (!isPassed) return false;
  return person.mentions.some(({ start }) => {
    const at = wordIndexAt(words, start);
    const { sentence } = words[at]!;
    const near = words.slice(Math.max(0, at - sentenceReach), at + sentenceReach);
    return near.some(word => word.sentence === sentence && ofDefendants.test(word.lower));
  });
}

const listener = /\byou(?:r|'ve|’ve)?\b/i;
const punishment =
  /\b(?:prison|jail|custody|sentenced?|guilty pleas?|behind bars|culpability|conviction|remorse)\b/i;
const judge = /\b(?:I|my)\b/;
const verdict = /\bsentences?\b/;
const ofDefendants =
  /^(?:sentenced?|sentencing|jailed|jailing|imprisoned|convicted|fined|remanded|pleaded|pled|admitted|guilty|defendant)$/;
/** In words. */
const sentenceReach = 20;
