import type { Context } from './context.ts';
import { subjectPronouns } from './lexicon.ts';
import { article, isVerb, link, type NounPhrase, parseNounPhrase } from './noun-phrase.ts';

/** Where the noun phrase that ends before `to` begins. */
export function nounPhraseStart(context: Context, to: number, floor: number): number {
  const { words } = context;
  // `William “Bill” Hartnell`: the marks of a nickname end no phrase.
  const named = context.endsAt.get(to - 1);
  let from = named && named.from >= floor ? named.from : to;
  for (let at = from - 1; at >= floor && at >= to - 16; at--) {
    const word = words[at]!;
    if (!joinsName(context, at) && endsPhrase(context, at)) break;
    from = at;
    if (article.has(word.lower)) {
      if (!/^(of|for|to|at|from)$/.test(words[at - 1]?.lower ?? '')) break;
    }
  }
  while (from < to && link.has(words[from]!.lower)) from++;
  return from;
}

const conjunction: ReadonlySet<string> = new Set(
  (
    'that and but or because while when if as who whom which what how so then where whether since although ' +
    'though'
  ).split(' '),
);

/** Whether a word on the left is no part of the phrase: a mark, a verb, a conjunction, an adverb or another preposition. */
function endsPhrase(context: Context, at: number): boolean {
  const word = context.words[at]!;
  if (context.quoted[at] || /^[.,;:!?()“”"–—]$/.test(word.text)) return true;
  if (isVerb(context, at) && !context.index.offices.has(word.lower)) return true;
  if (conjunction.has(word.lower)) return true;
  if (word.pos === 'ADV' && (!word.isCapitalized || word.isSentenceStart)) return true;
  return link.has(word.lower) && !/^(of|for|to|at|from|in|on|with)$/.test(word.lower);
}

/** `Department of Health and Social Care`: within the name of one body. */
function joinsName({ words, beginsAt, endsAt }: Context, at: number): boolean {
  const [before, next] = [words[at - 1], words[at + 1]];
  if (words[at]!.lower !== 'and' || !before?.isCapitalized || !next?.isCapitalized) return false;
  return !endsAt.has(at - 1) && !beginsAt.has(at + 1) && !before.isSentenceStart;
}

/** The phrase whose last word is `at`. */
export function nounPhraseEndingAt(
  context: Context,
  at: number,
  floor: number,
  limit: number,
): NounPhrase | null {
  const { words } = context;
  if (at < floor || context.quoted[at] || /^[.;:!?“”"]$/.test(words[at]!.text)) return null;
  if (subjectPronouns.has(words[at]!.lower)) return parseNounPhrase(context, at, at + 1);
  const from = nounPhraseStart(context, at + 1, floor);
  if (from > at) return null;
  if (/^(and|&)$/.test(words[from - 1]?.lower ?? '') && isJoint(context, from, floor)) {
    const joint = { from: context.endsAt.get(from - 2)?.from ?? from - 2, to: at + 1 };
    return {
      kind: 'described',
      person: null,
      ...joint,
      whole: joint,
    };
  }
  const found = parseNounPhrase(context, from, Math.min(limit, at + 1));
  if (found?.kind === 'described' && found.to <= at)
    return { ...found, to: at + 1, whole: { from, to: at + 1 } };
  return found;
}

/** `X and Y said`: two who speak are not one. */
function isJoint(context: Context, from: number, floor: number): boolean {
  const before = from - 2;
  return (
    before >= floor &&
    (context.endsAt.has(before) || context.words[before]!.pos === 'PROPN') &&
    [0, 1, 2].some(more => context.beginsAt.has(from + more))
  );
}
