import type { ReadPerson } from '../model/reading.ts';
import { isPossessiveEnding } from '../tokens/words.ts';
import { isOnePerson } from './antecedent-rivals.ts';
import { type Context, genderOf } from './context.ts';
import { subordinators } from './lexicon.ts';
import { type NounPhrase, parseNounPhrase } from './noun-phrase.ts';
import { mainSubject, type Salience } from './salience.ts';
import { genderOfPronoun, leftOpen, type Pronoun, weighed } from './weighed-pronoun.ts';

/**
 * Whom a pronoun means by an earlier sentence that is itself about a pronoun, `subject`; null where that leaves it open,
 * undefined where it says nothing.
 * @param back where the sentence is, for an explanation
 */
export function antecedentBehind(
  context: Context,
  { firsts }: Salience,
  sentence: number,
  subject: NounPhrase,
  pronoun: Pronoun,
  back: string,
): ReadPerson | null | undefined {
  const end = firsts[sentence + 1]!;
  const met = metByWriter(context, subject, end);
  if (met && pronoun.fits(met.person!))
    return weighed(context, pronoun, met.person!, true, `${back} has the writer meet this person`);
  const other = objectOfOther(context, subject, end, pronoun);
  if (!other) return behindPronoun(context, firsts[sentence]!, subject, pronoun);
  const isKnown = genderOf(context, other) === pronoun.gender;
  return weighed(context, pronoun, other, isKnown, `${back} is about another and names this person`);
}

/** `He married X.`: the only one named whom a pronoun fits, in a sentence about someone whom it does not fit. */
function objectOfOther(
  context: Context,
  { from }: NounPhrase,
  to: number,
  { gender, fits }: Pronoun,
): ReadPerson | null {
  const { words, quoted, beginsAt } = context;
  const about = genderOfPronoun(words[from]!.lower);
  if (!gender || !about || about === gender) return null;
  let only: ReadPerson | null = null;
  for (let at = from + 1; at < to; at++) {
    const named = beginsAt.get(at);
    if (!named || quoted[at] || !fits(named.person) || named.person === only) continue;
    if (only || isPossessiveEnding(words[named.to]?.text)) return null;
    only = named.person;
  }
  return only;
}

/** What a writer does who is about to let someone speak. */
const meetings: ReadonlySet<string> = new Set(
  'meet call phone ring speak talk visit interview reach ask join find catch contact'.split(' '),
);

/** `I met X, who runs the ferry.`: whom the writer speaks with in a sentence that ends before `to`. */
function metByWriter(context: Context, { from }: NounPhrase, to: number): NounPhrase | null {
  const { words, quoted } = context;
  if (!/^(i|we)$/.test(words[from]!.lower)) return null;
  let verb = from + 1;
  while (verb < to && /^(AUX|ADV)$/.test(words[verb]!.pos)) verb++;
  if (verb + 1 >= to || quoted[verb] || !meetings.has(words[verb]!.lemma)) return null;
  let object = verb + 1;
  while (object < to && /^(up|to|with|on|also|briefly)$/.test(words[object]!.lower)) object++;
  const met = parseNounPhrase(context, object, to);
  return met?.kind === 'person' ? met : null;
}

/** `A trader wept as she told her story.`: whom the pronoun of a sentence goes back to within it; undefined where to no one. */
function behindPronoun(
  context: Context,
  first: number,
  { from }: NounPhrase,
  pronoun: Pronoun,
): ReadPerson | null | undefined {
  // `If X wins, she said`: the clause of the pronoun is the main one.
  if (!subordinators.has(context.words[from - 1]?.lower ?? '')) return undefined;
  const lead = mainSubject(context, first, from);
  if (!lead || lead.to > from) return undefined;
  if (lead.kind === 'described')
    return isOnePerson(context, lead)
      ? leftOpen(context, pronoun, 'a sentence before is about someone unnamed')
      : undefined;
  if (lead.kind !== 'person') return undefined;
  // A name that seems not to fit may be one of another country.
  const fits = pronoun.fits(lead.person!);
  const because = `a sentence before is about this person${fits ? '' : ', whom the pronoun does not seem to fit'}`;
  return weighed(context, pronoun, lead.person!, fits, because);
}
