import type { Agreement } from '../../names/agreement.ts';
import type { PersonName } from '../../names/name.ts';
import { agreementOf } from './name.ts';

/** A person of the library that a name may mean; `full`: a given name is known of them. */
export type Candidate = { person: number; fit: Fit; full: boolean };

/** `sure`: the names alone tell; `likely`: an initial agrees; `open`: something else must agree; `faint`: so must the role. */
export type Fit = 'sure' | 'likely' | 'open' | 'faint';

/** How well the names of two can be one person's; null where two full ones cannot. */
export function bestMatch(names: PersonName[], known: PersonName[]): Fit | null {
  let best: Fit | null = null;
  let clash = false;
  const order: (Fit | null)[] = [null, 'faint', 'open', 'likely', 'sure'];
  for (const a of withoutParts(names))
    for (const b of withoutParts(known)) {
      const found = agreementOf(a, b);
      // Two parts of one name say nothing of whom they belong to.
      if (found === 'clash') {
        if (a.given.length > 0 && b.given.length > 0) clash = true;
        continue;
      }
      const fit = fits[found];
      if (order.indexOf(fit) > order.indexOf(best)) best = fit;
    }
  return clash && best !== 'sure' ? null : best;
}

/**
 * A double surname is not a given name and a surname: `González Urrutia` next to `Edmundo González Urrutia`. And a
 * given name alone, `Edmundo`, is not a surname.
 */
function withoutParts(names: PersonName[]): PersonName[] {
  const isTail = ({ words }: PersonName, whole: PersonName) =>
    words.length > 1 &&
    whole.words.length > words.length &&
    words.every((word, at) => word === whole.words[whole.words.length - words.length + at]);
  const isGiven = ({ words }: PersonName, whole: PersonName) =>
    words.length === 1 && whole.given.includes(words[0]!) && whole.surname !== words[0];
  return names.filter(name => !names.some(other => isTail(name, other) || isGiven(name, other)));
}

const fits: Record<Exclude<Agreement, 'clash'>, Fit> = {
  same: 'sure',
  near: 'likely',
  initial: 'likely',
  surname: 'open',
  part: 'open',
  'near-initial': 'faint',
  'near-surname': 'faint',
};
