import type { Gender } from '../../names/gender.ts';
import type { ReadPerson } from '../model/reading.ts';
import { isPossessiveEnding } from '../tokens/words.ts';
import { isOnePerson, meetsSomeone } from './antecedent-rivals.ts';
import { type Context, genderOf, genderOfKin } from './context.ts';
import { subordinators, thirdPersonObjects } from './lexicon.ts';
import { mainClauseStart } from './main-clause.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from './noun-phrase.ts';
import { mainSubject, type Salience } from './salience.ts';
import { genderOfPronoun, leftOpen, type OnlyMentions, type Pronoun, weighed } from './weighed-pronoun.ts';

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
): ReadPerson | OnlyMentions | null | undefined {
  const end = firsts[sentence + 1]!;
  const inFront = subjectInFront(context, firsts, sentence, subject, pronoun);
  if (inFront) return { onlyMentions: inFront, isInFront: true };
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

/**
 * `When X hired men, he lied.`: whom the clause in front of the main one names as its subject, where the main clause is
 * about `subject`, a pronoun. It means X unless another was spoken of before.
 */
function subjectInFront(
  context: Context,
  firsts: number[],
  sentence: number,
  subject: NounPhrase,
  { gender, fits }: Pronoun,
): ReadPerson | null {
  const { words } = context;
  const first = firsts[sentence]!;
  // `So when X hired men, …`
  const opener = words[subordinators.has(words[first]!.lower) ? first : first + 1]!.lower;
  if (!subordinators.has(opener) || opener === 'if' || subject.from < first + 3) return null;
  if (gender && genderOfPronoun(words[subject.from]!.lower) !== gender) return null;
  if (mainClauseStart(context, first, firsts[sentence + 1]!) !== subject.from) return null;
  const front = mainSubject(context, first, subject.from);
  if (front?.kind !== 'person' || !fits(front.person!)) return null;
  // `When X attacked him, he was silent.`
  for (let at = front.to; at < subject.from; at++) if (thirdPersonObjects.has(words[at]!.lower)) return null;
  return front.person;
}

/** `Although he said it was “…”, X left`: whom the main clause is about, where a pronoun is in the clause in front of it. */
export function subjectAhead(
  context: Context,
  { firsts }: Salience,
  { at, fits }: Pronoun,
): ReadPerson | null {
  const { words } = context;
  const [first, end] = [firsts[words[at]!.sentence]!, firsts[words[at]!.sentence + 1]!];
  if (at > first + 3 || !subordinators.has(words[first]!.lower)) return null;
  const main = mainClauseStart(context, first, end);
  const ahead = main > at ? mainSubject(context, main, end) : null;
  return ahead?.kind === 'person' && ahead.whole.from === main && fits(ahead.person!) ? ahead.person : null;
}

/** `X’s daughter won. “…,” he said`: whose relative a sentence is about, where the pronoun fits no one else in it. */
export function ownerOfKin(
  context: Context,
  focus: Salience,
  sentence: number,
  gender: Gender,
): ReadPerson | null {
  const { words, beginsAt, quoted } = context;
  const { firsts } = focus;
  const [first, end] = [firsts[sentence]!, firsts[sentence + 1]!];
  const owner = beginsAt.get(first);
  if (!gender || !owner || !isPossessiveEnding(words[owner.to]?.text)) return null;
  let noun = owner.to + 1;
  while (noun < end && /^(ADJ|NUM)$/.test(words[noun]!.pos)) noun++;
  const kin = genderOfKin(words[noun]?.lower ?? '');
  if (!kin || kin === gender || genderOf(context, owner.person) !== gender) return null;
  for (let at = noun; at < end; at++) {
    const other = quoted[at] ? undefined : beginsAt.get(at);
    const known: Gender = other && other.person !== owner.person ? genderOf(context, other.person) : kin;
    if (known !== kin) return null;
  }
  return meetsSomeone(context, focus, sentence, gender) ? null : owner.person;
}

/**
 * `X and her husband Y run the farm. “…,” he said`: of two whom a sentence is about together, the one whom the pronoun
 * fits; null where it fits both, undefined where a sentence is about no such two.
 */
export function oneOfCouple(
  context: Context,
  { firsts }: Salience,
  sentence: number,
  { gender, fits }: Pronoun,
): ReadPerson | null | undefined {
  const { words, beginsAt, quoted } = context;
  const [begin, end] = [firsts[sentence]!, firsts[sentence + 1]!];
  const first = beginsAt.get(begin);
  if (!gender || !first || words[first.to]?.lower !== 'and') return undefined;
  let next = first.to + 1;
  while (next < first.to + 4 && !beginsAt.has(next)) next++;
  const second = beginsAt.get(next);
  if (!second || second.to >= end || !isVerb(context, second.to)) return undefined;
  const couple = [first.person, second.person];
  if (couple.every(fits)) return null;
  for (let at = second.to; at < end; at++) if (beginsAt.has(at) && !quoted[at]) return undefined;
  return couple.find(person => genderOf(context, person) === gender);
}
