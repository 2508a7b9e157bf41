import type { Gender } from '../../names/gender.ts';
import type { ReadPerson } from '../model/reading.ts';
import { type Context, genderOf } from './context.ts';

/** A pronoun in the singular at the word `at` whose antecedent is looked for. */
export type Pronoun = {
  at: number;
  gender: Gender;
  /** Whom its clause names behind it: `he told X`. The pronoun means another. */
  others: ReadonlySet<ReadPerson>;
  fits(person: ReadPerson): boolean;
};

/**
 * A sentence is about no one, and names one person whom the pronoun fits, `isInFront` where a clause in front of its main
 * one is about them: it means them if a sentence before is about them.
 */
export type OnlyMentions = { onlyMentions: ReadPerson; isInFront?: true };

/** @param turn who speaks in the turn of a transcript that the pronoun is in: they speak of others */
export function pronounAt(context: Context, at: number, gender: Gender, turn: ReadPerson | null): Pronoun {
  const others = namedBehind(context, at);
  return {
    at,
    gender,
    others,
    fits(person) {
      if (person === turn || others.has(person)) return false;
      const known = genderOf(context, person);
      return !gender || !known || known === gender;
    },
  };
}

const noOne: ReadonlySet<ReadPerson> = new Set();

/** Whom the clause of `he` or `she` names behind it; who speaks would be a pronoun there too. */
function namedBehind({ words, quoted, beginsAt }: Context, pronoun: number): ReadonlySet<ReadPerson> {
  const { lower, sentence } = words[pronoun]!;
  if (!genderOfPronoun(lower)) return noOne;
  let found: Set<ReadPerson> | null = null;
  for (let at = pronoun + 1; words[at]?.sentence === sentence && !quoted[at]; at++) {
    if (endsClause.has(words[at]!.lower)) break;
    const named = beginsAt.get(at);
    if (named) found = (found ?? new Set()).add(named.person);
  }
  return found ?? noOne;
}

const endsClause: ReadonlySet<string> = new Set(
  ', . ; : – — ( and but or as when while after before because since until if where'.split(' '),
);

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
