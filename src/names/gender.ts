import { memoize, memoizeByObject } from '../system/memoize.ts';
import { foldName } from './fold.ts';

export type Gender = 'm' | 'f' | null;

/** Folded given names by the gender of their bearers; many are in both. */
export type GivenNames = { female: ReadonlySet<string>; male: ReadonlySet<string> };

/** Whether a word is a given name; of a hyphenated one the first part counts. */
export function isGivenName(text: string, names: GivenNames): boolean {
  return recognizerOf(names)(text);
}

/** The same words are looked up for every candidate. */
const recognizerOf = memoizeByObject((names: GivenNames) => memoize(word => isListed(word, names)));

function isListed(text: string, { female, male }: GivenNames): boolean {
  const folded = foldName(text);
  if (female.has(folded) || male.has(folded)) return true;
  const hyphen = folded.indexOf('-');
  if (hyphen < 0) return false;
  const first = folded.slice(0, hyphen);
  return female.has(first) || male.has(first);
}

/** The gender that a given name implies; null if it is unknown or borne by both. */
export function genderOfGivenName(text: string, { female, male }: GivenNames): Gender {
  const name = foldName(text).split('-')[0]!;
  const [f, m] = [female.has(name), male.has(name)];
  return f === m ? null : f ? 'f' : 'm';
}

/** The gender that one kind of evidence clearly outweighs the other for. */
export function genderByCounts({ f, m }: { f: number; m: number }, margin = 1): Gender {
  return f > m * margin ? 'f' : m > f * margin ? 'm' : null;
}
