import { memoize } from '../system/memoize.ts';
import { foldName } from './fold.ts';

/** Folded surnames. */
export type Surnames = { surnames: ReadonlySet<string> };

/** Whether a word is on the list of surnames. */
export function isListedSurname(text: string, names: Surnames): boolean {
  if (names !== last?.names) last = { names, recognize: recognizerOf(names) };
  return last.recognize(text);
}

/** The words of an article are looked up for every rule on names, nearly always in the same list. */
const recognizers = new WeakMap<Surnames, (text: string) => boolean>();
let last: { names: Surnames; recognize: (text: string) => boolean } | undefined;

function recognizerOf(names: Surnames): (text: string) => boolean {
  let known = recognizers.get(names);
  if (!known) recognizers.set(names, (known = memoize(text => names.surnames.has(foldName(text)))));
  return known;
}
