import type { Token } from '../../model/document.ts';
import { inGroup, type Tense } from './helpers.ts';
import { tenseOf } from './verbs.ts';

/** A verb with its auxiliaries: the index of its first word, that behind its last, and its tense. */
export type VerbGroup = { index: number; end: number; tense: Tense };

/** The tenses of a sentence's tokens as far as they were asked for; null for a token that is no verb. */
const made = new WeakMap<Token[], (Tense | null | undefined)[]>();

/** The tense of a token, null if it is no verb; worked out once. */
export function tenseOfToken(tokens: Token[], index: number): Tense | null {
  let tenses = made.get(tokens);
  if (!tenses) made.set(tokens, (tenses = new Array(tokens.length)));
  let tense = tenses[index];
  if (tense === undefined) tenses[index] = tense = tenseOf(tokens, index);
  return tense;
}

/** The index of the last verb before a token, -1 if there is none. */
export function verbBefore(tokens: Token[], index: number): number {
  let at = index - 1;
  while (at >= 0 && tenseOfToken(tokens, at) === null) at--;
  return at;
}

/** The index of the first verb from a token on, the number of tokens if there is none. */
export function verbFrom(tokens: Token[], index: number): number {
  let at = index;
  while (at < tokens.length && tenseOfToken(tokens, at) === null) at++;
  return at;
}

/** Whether a token is the ending of a genitive. */
export const isGenitive = (token: Token | undefined) => /^['’]s$/.test(token?.text ?? '');

/** Words between the first and last of a verb group: `has not yet been seen`. */
const longestGroup = 6;

/** The first verb from a token on, with its auxiliaries: the last of the group decides. */
export function verbAfter(tokens: Token[], from: number): VerbGroup | null {
  const index = verbFrom(tokens, isGenitive(tokens[from]) ? from + 2 : from);
  if (index >= tokens.length) return null;
  let tense = tenseOfToken(tokens, index)!;
  let last = index;
  while (
    last - index < longestGroup &&
    (tokens[last]?.pos === 'AUX' || (last > index && tokens[last] && inGroup(tokens[last]!)))
  ) {
    last++;
    tense = (last < tokens.length ? tenseOfToken(tokens, last) : null) ?? tense;
  }
  // The act of planning or agreeing happened on that day, but not in `3 July: Verdict expected`.
  const isAnnounced =
    announced.test(tokens[last]?.lower ?? '') && /^(?:[.,;]|in|by|at)$/.test(tokens[last + 1]?.lower ?? '.');
  if (isAnnounced && tense === 'open' && last === index) tense = 'planned';
  const decided = tense === 'open' && /ed$/.test(tokens[last]?.text ?? '') && last === index;
  return { index, end: Math.max(last, index + 1), tense: decided ? 'past' : tense };
}

const announced = /^(?:expected|scheduled|planned)$/;
