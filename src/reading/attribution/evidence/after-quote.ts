import { type Context, speechVerb } from '../../grammar/context.ts';
import { type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { indirectAttributionAt } from '../../grammar/reporting-indirect.ts';
import { type Attribution, attributionAt } from '../../grammar/reporting-verb.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import type { QuoteSpan } from '../../quotes/quote-span.ts';
import { wordIndexAt } from '../../tokens/words.ts';

/** The punctuation that a quote ends with, inside the closing mark of a quote within it. */
function lastMark(input: string, end: number): string {
  const isInner = /['’]/.test(input[end - 1] ?? '') && /[.,?!]/.test(input[end - 2] ?? '');
  return input[isInner ? end - 2 : end - 1] ?? '';
}

/** Words of the same sentence follow the quote that may tell a speaker of its own, but were not understood. */
export function hasTrailingTag(context: Context, quote: QuoteSpan, next: QuoteSpan | undefined): boolean {
  const { words, document } = context;
  const word = words[wordIndexAt(words, quote.outer.end)];
  if (!word || word.paragraph !== quote.paragraph || (next && next.outer.start < word.start)) return false;
  const end = lastMark(document.input, quote.end);
  const first = wordIndexAt(words, quote.outer.end);
  const mayAttribute = words
    .slice(first, first + 40)
    .some(
      (next, at) =>
        next.sentence === word.sentence &&
        !context.quoted[first + at] &&
        (speechVerb(context, first + at) !== null ||
          (at < 8 && next.pos === 'VERB' && /(ed|s)$/.test(next.lower))),
    );
  return (
    mayAttribute && /[,?!]/.test(end) && !/^[.;]$/.test(word.text) && (/,/.test(end) || !word.isCapitalized)
  );
}

/** `"…" would be wrong, X said.`: an attribution behind a comma further on in the sentence, which ends with it. */
export function trailingTag(context: Context, quote: QuoteSpan, paragraphEnd: number) {
  const { words, document } = context;
  const from = wordIndexAt(words, quote.outer.end);
  const first = words[from];
  if (!first || first.start >= paragraphEnd || isMentioned(context, wordIndexAt(words, quote.outer.start)))
    return null;
  // `“….” Of course, X said, …`: another sentence begins.
  const isOver = /[.!?]/.test(lastMark(document.input, quote.end));
  if (isOver && (first.isCapitalized || context.quoted[from])) return null;
  const limit = wordIndexAt(words, paragraphEnd);
  for (let at = from; at < limit - 1 && at < from + 40 && words[at]!.sentence === first.sentence; at++) {
    if (context.quoted[at] ? !isClosingComma(context, at) : endsClause(words[at]!.text)) {
      if (context.quoted[at]) continue;
      return null;
    }
    if (!mayPrecedeTag(context, at)) continue;
    const found = attributionAt(context, at + 1, limit);
    if (!found?.verb.bare || (found.subject.kind === 'described' && !speakerKind(context, found.subject)))
      continue;
    const behind = words[behindAddressee(context, found, limit)];
    return !behind ||
      behind.sentence !== first.sentence ||
      /^[.,]$/.test(behind.text) ||
      /^(in|on|at|during|after|to|last|while)$/.test(behind.lower) ||
      behind.pos === 'PROPN'
      ? found
      : null;
  }
  return null;
}

/** A comma or a closing mark, but not that of `went “tick, tock”, then X said: …`: what X says is another thing. */
function mayPrecedeTag({ words, quoted }: Context, at: number): boolean {
  return (quoted[at] === 1 || words[at]!.text === ',') && !/^(?:and|but|then)$/.test(words[at + 1]!.lower);
}

/** `X told a rally in the capital`: behind whom the words were spoken to. */
function behindAddressee(context: Context, { to, verb }: Attribution, limit: number): number {
  if (!/^(tell|remind|inform|assure|warn)$/.test(verb.base)) return to;
  return parseNounPhrase(context, to, limit)?.whole.to ?? to;
}

function endsClause(text: string): boolean {
  return text.length === 1 && /^[.;:?!]$/.test(text);
}

/** The closing mark of a quote that ends with a comma. */
function isClosingComma({ words, quoted }: Context, at: number): boolean {
  return quoted[at + 1] !== 1 && /^[”"»›’']$/.test(words[at]!.text) && words[at - 1]?.text === ',';
}

const title: ReadonlySet<string> = new Set(
  (
    'word words term phrase film movie song hymn book novel series show play album magazine slogan headline ' +
    'titled entitled so-called'
  ).split(' '),
);

/** `Y's "…" is a law, X said`, `the word "…" stood there, X said`: words that X only mentions. */
function isMentioned({ words, endsAt }: Context, to: number): boolean {
  const before = words[to - 1];
  if (!before || before.sentence !== words[to]?.sentence) return false;
  // `her new book, “…”, is out, X said`
  if (before.text === ',' && title.has(words[to - 2]?.lower ?? '')) return true;
  return title.has(before.lower) || (/^['’]s?$/.test(before.text) && endsAt.has(to - 2));
}

/** The attribution right behind a quote. A full stop inside the marks ends the sentence, so a capital after it begins another. */
export function afterQuote(
  context: Context,
  quote: QuoteSpan,
  next: QuoteSpan | undefined,
  paragraphEnd: number,
): Attribution | null {
  const { words } = context;
  const isNextIn = next !== undefined && next.outer.start < paragraphEnd;
  const limit = wordIndexAt(words, isNextIn ? next.outer.start : paragraphEnd);
  const after = wordIndexAt(words, quote.outer.end);
  // `“….” So said X.`
  if (after < limit && /^(?:so|thus)$/.test(words[after]!.lower)) {
    const back = attributionAt(context, after + 1, limit);
    if (back?.inverted) return back;
  }
  return tagAfter(context, quote, after, limit);
}

/** The attribution that begins at `after`, right behind a quote, and ends before `limit`. */
function tagAfter(context: Context, quote: QuoteSpan, after: number, limit: number): Attribution | null {
  const { words, document } = context;
  let at = after;
  let comma = false;
  while (at < limit && /^[,\-–—)\]]$/.test(words[at]!.text)) {
    comma ||= words[at]!.text !== ')';
    at++;
  }
  const word = words[at];
  if (!word || at >= limit) return null;
  const end = lastMark(document.input, quote.end);
  if (/[.]/.test(end) && !comma && word.isCapitalized && !word.runTogether && quote.style === 'marks')
    return bareAttribution(context, at, limit);
  const ends = /[,?!…—–-]/.test(end) || comma || word.runTogether;
  const isClause = quote.end - quote.start > 24 && /\p{Lu}|…/u.test(document.input[quote.start] ?? '');
  const indirect = indirectAttributionAt(context, at, limit);
  if (indirect) return indirect;
  if (!ends && !isClause) return withoutComma(context, quote, at, limit);
  const isDirect = /\p{Lu}/u.test(document.input[quote.start] ?? '') && /[,?!]/.test(end);
  const found =
    attributionAt(context, at, limit) ?? (isDirect ? oddTag(context, at, limit, end === ',' || comma) : null);
  const isSentence = found && word.isCapitalized && !comma && end === '?';
  if (isSentence && isAboutAnother(context, found)) return null;
  if (!found || found.inverted || !saysMore(context, found)) return found;
  // `call it “a lie”, and X says she has proof`: what X says is another thing.
  return /^(?:and|but)$/.test(word.lower) || isTitle(context, quote) ? null : found;
}

/** `“…?” A second man answers: “…”`, `“…?” X shrugged.`: the sentence behind a question is about whom it was put to. */
function isAboutAnother({ words, index }: Context, { verb, cue, to, inverted }: Attribution): boolean {
  if (inverted) return false;
  const introducesNext = words[to]?.text === ':' && answers.test(verb.base);
  return introducesNext || reactions.has(verb.base) || !index.speech.has(words[cue]!.lower);
}

/**
 * `“…,” X fumed`, by any verb. A capital behind `?` and `!` begins another sentence: `“…!” X fumed.` is nothing but who said
 * it, `“…?” X giggled.` and `“…!” X slammed the door.` are not.
 */
function oddTag(context: Context, at: number, limit: number, goesOn: boolean): Attribution | null {
  const found = attributionAt(context, at, limit, true);
  if (!found || found.inverted || goesOn || !context.words[at]!.isCapitalized) return found;
  return context.words[found.to]?.text === '.' ? found : null;
}

/** `“Nobody asked us” said X.`: a whole sentence whose comma is missing, with nothing but who said it behind it. */
function withoutComma(context: Context, quote: QuoteSpan, at: number, limit: number): Attribution | null {
  const { words, document } = context;
  const first = wordIndexAt(words, quote.outer.start);
  const begins = words[first - 1]?.sentence !== words[first]!.sentence;
  const isLong = wordIndexAt(words, quote.end) - wordIndexAt(words, quote.start) > 2;
  if (!begins || !isLong || !/\p{Lu}/u.test(document.input[quote.start] ?? '')) return null;
  const found = attributionAt(context, at, limit);
  if (!found?.verb.bare || found.subject.kind === 'described') return null;
  const isNext = found.inverted || found.subject.whole.to === found.cue;
  return isNext && (found.verb.base === 'tell' || !saysMore(context, found)) ? found : null;
}

/** A title has no more words than this. */
const longestTitle = 6;

/** `on “Morning with Greta,”`, `in “Sea and sand,”`: what is in the marks is called so, as far as its form shows. */
export function isTitle({ words, document }: Context, quote: QuoteSpan): boolean {
  const { input } = document;
  if (input[quote.end - 1] !== ',' || !/[\p{Lu}\d]/u.test(input[quote.start] ?? '')) return false;
  const at = wordIndexAt(words, quote.outer.start);
  const before = words[at - 1];
  const isBehind = before?.sentence === words[at]!.sentence && placed.has(before.lower);
  return isBehind && wordIndexAt(words, quote.end) - wordIndexAt(words, quote.start) <= longestTitle + 1;
}

const placed: ReadonlySet<string> = new Set(
  'on in podcast show programme program broadcast series newsletter blog'.split(' '),
);

/** `X also said she was ready`: the verb has an object of its own. */
function saysMore({ words, beginsAt }: Context, { to, verb }: Attribution): boolean {
  const next = words[to];
  if (!next) return false;
  const isObject = /^(that|he|she|they|it|there|his|her|their|its|the|a|an|no|nothing)$/.test(next.lower);
  return isObject || beginsAt.has(to) || /^(tell|ask)$/.test(verb.base);
}

const answers = /^(answer|reply|respond|retort|counter)$/;

/** What a listener does as well: `“The wards open on Monday.” X shrugged.` */
const reactions: ReadonlySet<string> = new Set(
  'grin shrug chuckle sob agree object scoff fume laugh smile sigh'.split(' '),
);

/** Whether a paragraph names another before it says how someone reacts. */
function mayListen({ words, beginsAt }: Context, { subject }: Attribution): boolean {
  const { paragraph } = words[subject.from]!;
  for (let at = subject.from - 1; words[at]?.paragraph === paragraph; at--) {
    const named = beginsAt.get(at);
    if (named && named.person !== subject.person) return true;
  }
  return false;
}

/** `"…." X said.`: a sentence of nothing but an attribution attributes the quote before it. */
function bareAttribution(context: Context, at: number, limit: number) {
  const found = attributionAt(context, at, limit);
  const isWhole = found && !found.inverted && found.to < limit && context.words[found.to]!.text === '.';
  const isDenied =
    isWhole &&
    context.words
      .slice(found.subject.whole.to, found.cue)
      .some(({ lower }) => /^(not|never|n't|n’t)$/.test(lower));
  const isTag = isWhole && !isDenied && found.verb.bare && found.subject.kind !== 'described';
  return isTag && !(reactions.has(found.verb.base) && mayListen(context, found)) ? found : null;
}

/** `A deal would “bring them back.” X wrote on a blog.`: a sentence of an attribution and where it was made. */
export function sentenceAfter(context: Context, quote: QuoteSpan, paragraphEnd: number) {
  const { words, document } = context;
  const at = wordIndexAt(words, quote.outer.end);
  const limit = wordIndexAt(words, paragraphEnd);
  if (at >= limit || !/[.!?]/.test(lastMark(document.input, quote.end)) || !words[at]!.isCapitalized)
    return null;
  const found = attributionAt(context, at, limit);
  if (!found || found.inverted || found.subject.kind !== 'person') return null;
  if (!/^(said|says|wrote|writes|tweeted|posted|added)$/.test(words[found.cue]!.lower)) return null;
  let end = found.to;
  while (end < limit && words[end]!.sentence === words[at]!.sentence && !context.quoted[end]) end++;
  return end > found.to && end - found.to <= longestPlace && words[found.to]!.pos === 'ADP' ? found : null;
}

/** Where something was said takes no more words than this, the full stop included. */
const longestPlace = 6;

/** `he said. said X, …`: the second attribution names the speaker of the first. */
export function secondSubjectAfter(
  context: Context,
  at: number,
  paragraphEnd: number,
  subject: NounPhrase,
): NounPhrase | null {
  const { words } = context;
  if (subject.kind !== 'pronoun' || words[at]?.text !== '.' || words[at]!.start >= paragraphEnd) return null;
  const next = words[at + 1];
  if (!next || next.start >= paragraphEnd || next.isCapitalized) return null;
  const again = attributionAt(context, at + 1, wordIndexAt(words, paragraphEnd));
  return again?.inverted && again.subject.kind === 'person' ? again.subject : null;
}

/**
 * `The plan will fail, X said.`, `The plan, said X, will fail.`: the attribution of a sentence without a quote, from
 * the index of its first word to that behind its last.
 */
export function sentenceTag(context: Context, from: number, to: number): Attribution | null {
  const { words, quoted } = context;
  for (let at = from + 1; at < to - 1; at++) {
    if (quoted[at] || (words[at - 1]!.text !== ',' && !words[at]!.runTogether)) continue;
    const found = attributionAt(context, at, to);
    if (!found?.verb.bare || speakerKind(context, found.subject) === null) continue;
    const behind = words[found.to];
    const ends =
      !behind || found.to >= to || /^[.,]$/.test(behind.text) || /^(in|on|at|during)$/.test(behind.lower);
    if (ends) return found;
  }
  return null;
}
