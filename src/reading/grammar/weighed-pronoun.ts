import type { Gender } from '../../names/gender.ts';
import type { ReadPerson } from '../model/reading.ts';
import { type Context, genderOf } from './context.ts';

/** A pronoun in the singular at the word `at` whose antecedent is looked for. */
export type Pronoun = { at: number; gender: Gender; fits(person: ReadPerson): boolean };

/** @param turn who speaks in the turn of a transcript that the pronoun is in: they speak of others */
export function pronounAt(context: Context, at: number, gender: Gender, turn: ReadPerson | null): Pronoun {
  return {
    at,
    gender,
    fits(person) {
      if (person === turn) return false;
      const known = genderOf(context, person);
      return !gender || !known || known === gender;
    },
  };
}

export function genderOfPronoun(lower: string): Gender {
  return lower === 'he' ? 'm' : lower === 'she' ? 'f' : null;
}

/** Notes that a person was weighed for a pronoun; gives the person if taken. */
export function weighed(
  context: Context,
  { at }: Pronoun,
  person: ReadPerson,
  taken: boolean,
  because: string,
): ReadPerson | null {
  context.onAntecedent?.({ pronoun: at, person, taken, because });
  return taken ? person : null;
}

/** Notes that the search for whom a pronoun means ends without a name. */
export function leftOpen(context: Context, { at }: Pronoun, because: string): null {
  context.onAntecedent?.({ pronoun: at, person: null, taken: false, because });
  return null;
}
