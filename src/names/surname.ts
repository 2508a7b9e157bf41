import { memoize, memoizeByObject } from '../system/memoize.ts';
import { foldName } from './fold.ts';
import { type GivenNames, isGivenName } from './gender.ts';

/** Folded surnames. */
export type Surnames = { surnames: ReadonlySet<string> };

/** Whether a word is on the list of surnames. */
export function isListedSurname(text: string, names: Surnames): boolean {
  return recognizerOf(names)(text);
}

/** Whether a word is on the list of surnames or on one of given names. */
export function isListedName(text: string, names: Surnames & GivenNames): boolean {
  return isListedSurname(text, names) || isGivenName(text, names);
}

/** The words of an article are looked up for every rule on names. */
const recognizerOf = memoizeByObject(({ surnames }: Surnames) =>
  memoize(text => surnames.has(foldName(text))),
);
