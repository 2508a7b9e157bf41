import type { Quoted } from './quotes-spans.ts';
import type { Told } from './speakers.ts';
import type { Context } from './speakers-context.ts';
import { wordFrom } from './words.ts';

/** A quote that is a clause or sentence of its own is direct, a piece of another's sentence partial. */
export function kindOfQuote(context: Context, quote: Quoted): 'direct' | 'partial' {
  const { words, document } = context;
  if (quote.style !== 'marks') return 'direct';
  const from = wordFrom(words, quote.start);
  const to = wordFrom(words, quote.end);
  const inside = words.slice(from, to);
  const hasVerb = inside.some(word => word.pos === 'VERB' || word.pos === 'AUX');
  const isCapital = /^[^\p{L}]*\p{Lu}/u.test(document.input.slice(quote.start, quote.start + 6));
  const before = words[wordFrom(words, quote.outer.start) - 1];
  const begins =
    !before ||
    before.paragraph !== quote.paragraph ||
    /^[.,:;?!–—-]$/.test(before.text) ||
    context.quoted[wordFrom(words, quote.outer.start) - 1] === 1;
  if (isCapital && begins && (hasVerb || inside.length > 4)) return 'direct';
  if (begins && inside.length > 3 && hasVerb) return 'direct';
  return isCapital && inside.length > 6 && hasVerb ? 'direct' : 'partial';
}

/**
 * Whether the marks hold a name, a title or a term rather than speech: capitals throughout, or a few words
 * that nobody is said to have spoken.
 */
export function isNoQuote(context: Context, quote: Quoted, told: Told, kind: 'direct' | 'partial'): boolean {
  if (kind === 'direct' || quote.style !== 'marks') return false;
  const { words } = context;
  const from = wordFrom(words, quote.start);
  const inside = words
    .slice(from, wordFrom(words, quote.end))
    .filter(word => /[\p{L}\p{N}]/u.test(word.text));
  if (inside.length === 0) return true;
  const at = wordFrom(words, quote.outer.start);
  const isCalled = told.cue !== null && at - told.cue.from <= 6 && at > told.cue.from;
  const long = inside.filter(word => word.text.length > 3 || word.capital);
  const isName = long.length > 0 && long.every(word => word.capital || /^\d/.test(word.text));
  const isCode = inside.every(word => !/\p{Ll}/u.test(word.text));
  if (isCode) return true;
  if (isName && !(isCalled && inside.length === 1)) return true;
  return !told.speaker && !told.cue && inside.length <= 3;
}
