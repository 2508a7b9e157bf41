import type { Context } from '../grammar/context.ts';
import { cries, namingVerbs, slogans, thirdPersonObjects } from '../grammar/lexicon.ts';
import type { QuoteSpan } from '../quotes/quote-span.ts';
import { type Word, wordIndexAt } from '../tokens/words.ts';
import { isTitle } from './evidence/after-quote.ts';
import type { Attributed, Speaker } from './evidence/coreference.ts';
import { unspokenRules } from './rules/refusal.ts';

const openRules: ReadonlySet<string> = new Set([...unspokenRules, 'no-speaker']);

/** A quote that is a clause or sentence of its own is direct, a piece of another's sentence partial. */
export function kindOfQuote(context: Context, quote: QuoteSpan): 'direct' | 'partial' {
  const { words, document } = context;
  if (quote.style !== 'marks') return 'direct';
  const from = wordIndexAt(words, quote.start);
  const to = wordIndexAt(words, quote.end);
  const inside = words.slice(from, to);
  const hasVerb = inside.some(word => word.pos === 'VERB' || word.pos === 'AUX');
  const isCapital = /^[^\p{L}]*\p{Lu}/u.test(document.input.slice(quote.start, quote.start + 6));
  const before = words[wordIndexAt(words, quote.outer.start) - 1];
  const begins =
    !before ||
    before.paragraph !== quote.paragraph ||
    /^[.,:;?!–—-]$/.test(before.text) ||
    context.quoted[wordIndexAt(words, quote.outer.start) - 1] === 1;
  if (isCapital && begins && (hasVerb || inside.length > 4)) return 'direct';
  const isInserted = !isCapital && /^[–—-]$/.test(before?.text ?? '');
  if (begins && !isInserted && inside.length > 3 && hasVerb) return 'direct';
  return isCapital && inside.length > 6 && hasVerb ? 'direct' : 'partial';
}

/**
 * Whether the marks hold a name, a title or a term: capitals throughout. A single word that someone is said
 * to have called another stays.
 */
export function isNameInMarks(context: Context, quote: QuoteSpan): boolean {
  if (quote.style !== 'marks') return false;
  const { words, document } = context;
  if (hasLowerCaseWord(context, quote)) return false;
  const inside = wordsInside(context, quote);
  if (inside.length === 0) return true;
  if (isCried(context, quote, inside) || isSlogan(context, quote) || isNicknamed(context, quote))
    return false;
  if (inside.every(word => !/\p{Ll}/u.test(word.text))) return !isSentenceInCapitals(context, quote, inside);
  if (inside.some(({ pos }) => pos === 'AUX') && /[.,!?…]/.test(document.input[quote.end - 1]!)) return false;
  // `go out on Tuesday`: no title begins so.
  if (inside.length > 2 && !inside[0]!.isCapitalized && inside.some(({ pos }) => pos === 'VERB'))
    return false;
  const long = inside.filter(word => word.text.length > 3 || word.isCapitalized);
  if (long.length === 0 || !long.every(word => word.isCapitalized || /^\d/.test(word.text))) return false;
  const at = wordIndexAt(words, quote.outer.start);
  // `her memoir, “I Was Never in Port”,`
  if (words[at - 1]?.text === ',' && works.has(words[at - 2]?.lower ?? '')) return true;
  const isStart = quote.outer.start <= document.paragraphs[quote.paragraph]!.start + 1;
  if (isStart || /^[:,.?!]$/.test(words[at - 1]?.text ?? ''))
    return inside.length <= 2 && !/[.,!?…]/.test(document.input[quote.end - 1]!);
  const isCalled =
    words.slice(Math.max(0, at - 3), at).some(word => context.index.speech.has(word.lower)) ||
    isJoinedName(context, at);
  return inside.length > 1 || !isCalled;
}

const works: ReadonlySet<string> = new Set(
  (
    'memoir memoirs autobiography biography book novel novella album single song film movie documentary play musical opera ' +
    'podcast series show exhibition essay poem painting pamphlet'
  ).split(' '),
);

/** `one sentence: “THIS IS NOT OK.”`, but not where all around it is in capitals too. */
function isSentenceInCapitals({ words, document }: Context, quote: QuoteSpan, inside: Word[]): boolean {
  const before = words[wordIndexAt(words, quote.outer.start) - 1];
  const isHeading =
    before?.paragraph === quote.paragraph && /\p{Lu}/u.test(before.text) && !/\p{Ll}/u.test(before.text);
  if (isHeading || inside.length < 3 || !/[.!?]/.test(document.input[quote.end - 1]!)) return false;
  return inside.some(
    ({ lower, pos }) => pos === 'AUX' || pos === 'VERB' || /^(is|are|was|do|not|will)$/.test(lower),
  );
}

/** `called him a “liar” and a “Stalinist”`: one more name that someone is called, behind another in marks. */
function isJoinedName({ words, quoted, index }: Context, at: number): boolean {
  let before = at - 1;
  if (/^(a|an|the)$/.test(words[before]?.lower ?? '')) before--;
  if (words[before]?.lower !== 'and' || !quoted[before - 1]) return false;
  before--;
  while (quoted[before]) before--;
  return words
    .slice(Math.max(0, before - 5), before + 1)
    .some(
      ({ lower, sentence }) =>
        sentence === words[at]?.sentence && namingVerbs.has(index.speech.get(lower)?.base ?? ''),
    );
}

/** A longer word in lower case: enough to see that the marks hold neither a name nor capitals, without looking on. */
function hasLowerCaseWord({ words }: Context, quote: QuoteSpan): boolean {
  for (let at = wordIndexAt(words, quote.start); (words[at]?.start ?? quote.end) < quote.end; at++) {
    const { text } = words[at]!;
    const code = text.charCodeAt(0);
    if (text.length > 3 && code >= 97 && code <= 122) return true;
  }
  return false;
}

/** Verbs by which the author takes up a term. */
const own = /^(stress|emphasize|emphasise|hope|believe|think|add|continue|note)/;

/** `I hope that the “spirit” …`: the author uses a term. */
function isFirstPerson({ words }: Context, { from, to }: Speaker): boolean {
  return to === from + 1 && /^(i|we|me|us)$/.test(words[from]!.lower);
}

/** Chanted, shouted or called out: `chants of “…”`, `yelled “…!”`, `“…” came shouts` */
function isCried({ words, document, index }: Context, quote: QuoteSpan, inside: Word[]): boolean {
  const at = wordIndexAt(words, quote.outer.start);
  const before = words
    .slice(Math.max(0, at - 3), at)
    .filter(({ sentence }) => sentence === words[at]?.sentence);
  const behind = wordIndexAt(words, quote.outer.end);
  const after = words
    .slice(behind, behind + 3)
    .filter(({ sentence }) => sentence === words[behind - 1]?.sentence);
  if ([...before, ...after].some(({ lower }) => cries.has(lower))) return true;
  const isCall = before.at(-1)?.lower === 'of' && /^(calls|cheers|roars)$/.test(before.at(-2)?.lower ?? '');
  if (isCall) return true;
  const isLoud = /[!?]/.test(document.input[quote.end - 1]!) && inside.length > 1;
  return isLoud && index.speech.has(before.at(-1)?.lower ?? '');
}

/** `ran on the slogan “…”`, `their motto is “…”`, `a sign that read “…”`: said in so many words. */
function isSlogan({ words }: Context, quote: QuoteSpan): boolean {
  const at = wordIndexAt(words, quote.outer.start);
  let last = at - 1;
  if (/^[,:]$/.test(words[last]?.text ?? '')) last--;
  if (words[last]?.sentence !== words[at]?.sentence) return false;
  if (/^(is|was|of)$/.test(words[last]?.lower ?? '')) last--;
  return slogans.has(words[last]?.lower ?? '') || /^(read|reads|repeated)$/.test(words[at - 1]?.lower ?? '');
}

/** `called X “Little Y”`: a name, but given in someone’s words. */
function isNicknamed({ words, endsAt, index }: Context, quote: QuoteSpan): boolean {
  const at = wordIndexAt(words, quote.outer.start);
  const named = endsAt.get(at - 1);
  const from = named ? named.from : at - 1;
  if (!named && !thirdPersonObjects.has(words[at - 1]?.lower ?? '')) return false;
  const verb = index.speech.get(words[from - 1]?.lower ?? '');
  return verb !== undefined && namingVerbs.has(verb.base);
}

/** A few words in marks that no one is said to have spoken. */
export function isTerm(
  context: Context,
  quote: QuoteSpan,
  decided: Attributed,
  kind: 'direct' | 'partial',
): boolean {
  // `“….¶Y, of the bank.”`: a line of credit inside the marks.
  const isCredit = quote.isLaterLine && context.beginsAt.has(wordIndexAt(context.words, quote.start));
  const isLoose = quote.style === 'lost-open' || isCredit;
  if (isLoose && decided.rule === 'none' && !hasVerbInside(context, quote)) return true;
  if (isSubheading(context, quote, decided)) return true;
  if (decided.rule === 'none' && isTitle(context, quote)) return true;
  if (kind === 'direct' || quote.style !== 'marks') return false;
  const isOwn = decided.cue !== null && own.test(context.words[decided.cue.from]!.lower);
  const isAuthors = isOwn && decided.speaker !== null && isFirstPerson(context, decided.speaker);
  if (!isAuthors && (decided.speaker || (decided.cue && !openRules.has(decided.rule)))) return false;
  const inside = wordsInside(context, quote);
  // Words that two are said to have spoken are a quote of one of them.
  if (decided.rule === 'two-speakers' && inside.length > 1) return false;
  // What a thing is said to declare or to be called may be a term; in longer words it is what someone said of it.
  const most = decided.rule === 'no-speaker' ? 2 : 3;
  if (inside.length <= most) return !isCried(context, quote, inside) && !isSlogan(context, quote);
  // A longer one is a term where it is a noun phrase with its article outside: `joined a “brigade of all nations”`.
  const before = context.words[wordIndexAt(context.words, quote.outer.start) - 1];
  const isNamed = before !== undefined && /^(a|an|the|so-called)$/.test(before.lower);
  const hasVerb = inside.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return isNamed && decided.rule === 'none' && inside.length <= 7 && !hasVerb;
}

/** A few words without a verb that are a paragraph of their own, though no attribution leads to them. */
function isSubheading(context: Context, quote: QuoteSpan, { rule }: Attributed): boolean {
  const { start, end } = context.document.paragraphs[quote.paragraph]!;
  const isAlone = quote.outer.start <= start + 1 && quote.outer.end >= end - 1;
  if (!isAlone || !/^(none|paragraph-alone)$/.test(rule) || quote.style !== 'marks') return false;
  return (
    wordsInside(context, quote).length <= 4 &&
    !hasVerbInside(context, quote) &&
    !/[!?…]/.test(context.document.input[quote.end - 1]!)
  );
}

function hasVerbInside({ words, beginsAt }: Context, quote: QuoteSpan): boolean {
  const from = wordIndexAt(words, quote.start);
  for (let at = from; (words[at]?.start ?? quote.end) < quote.end; at++) {
    const { pos, isCapitalized, lower } = words[at]!;
    const isName = isCapitalized && (at > from || beginsAt.has(at));
    if ((pos === 'VERB' || pos === 'AUX') && !isName && !lower.endsWith('ing')) return true;
  }
  return false;
}

function wordsInside(context: Context, quote: QuoteSpan): Word[] {
  const { words } = context;
  const inside = words.slice(wordIndexAt(words, quote.start), wordIndexAt(words, quote.end));
  return inside.filter(word => /[\p{L}\p{N}]/u.test(word.text));
}
