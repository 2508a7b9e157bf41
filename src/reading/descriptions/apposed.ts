import type { Context, NounPhrase } from '../grammar/context.ts';
import { personNouns } from '../grammar/lexicon.ts';
import type { ReadPerson } from '../model/reading.ts';
import { isNamedNear } from './bearers.ts';

/** How many paragraphs before a description the person may last have been named. */
const reach = 3;
/** A description has no more words than this. */
const longest = 6;
const articles: ReadonlySet<string> = new Set(['a', 'an', 'another', 'one']);

/**
 * `X, a mother of four, … the mother of four said`, `X is a beekeeper … the beekeeper said`: the only one of whom
 * the article says so, in the same words, with `a` or `an`, named not far before.
 */
export function apposedSo(context: Context, { from, whole }: NounPhrase): ReadPerson | null {
  const { words, index } = context;
  const length = whole.to - from - 1;
  if (words[from]!.lower !== 'the' || length < 1 || length > longest) return null;
  const { lower } = words[from + 1]!;
  // Offices have bearers, and of `a woman` there are many.
  if (length === 1 && (index.offices.has(lower) || personNouns.has(lower))) return null;
  let only: ReadPerson | null = null;
  for (let at = 0; at < from; at++) {
    if (words[at + 1]!.lower !== lower || !articles.has(words[at]!.lower)) continue;
    if (!isSame(context, at + 1, from + 1, length)) continue;
    const owner = ownerOf(context, at);
    if (!owner || (only && only !== owner)) return null;
    only = owner;
  }
  return only && isNamedNear(context, only, from, reach) ? only : null;
}

function isSame({ words }: Context, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (words[one + at]?.lower !== words[other + at]!.lower) return false;
  return true;
}

/** Whose description begins with the article at `at`: `X, a …`, `X, 34, a …`, `X is a …`. */
function ownerOf({ words, endsAt }: Context, at: number): ReadPerson | null {
  if (/^(is|was)$/.test(words[at - 1]?.lower ?? '')) return endsAt.get(at - 2)?.person ?? null;
  if (words[at - 1]?.text !== ',') return null;
  const isAged = /^\d{1,3}$/.test(words[at - 2]?.text ?? '') && words[at - 3]?.text === ',';
  return endsAt.get(isAged ? at - 4 : at - 2)?.person ?? null;
}
