import { type Gender, isGivenName } from '../../names/gender.ts';
import type { ReadPerson } from '../model/reading.ts';
import { subjectBefore } from './clause.ts';
import { type Context, genderOf } from './context.ts';
import { askedParticiples, personNouns, subordinators } from './lexicon.ts';
import { type NounPhrase, parseNounPhrase } from './noun-phrase.ts';
import { speechAt } from './reporting-form.ts';
import { denotesPerson, type Salience } from './salience.ts';
import { speakerKind } from './speaker-kind.ts';
import type { Pronoun } from './weighed-pronoun.ts';

/** `X was replaced by Y`: either may be the one who speaks next. */
export function isSucceeded(
  { words, quoted, beginsAt }: Context,
  { firsts }: Salience,
  sentence: number,
  fits: (person: ReadPerson) => boolean,
): boolean {
  for (let at = firsts[sentence]! + 1; at + 2 < firsts[sentence + 1]!; at++) {
    const isPassive = /^(replaced|succeeded|followed|ousted|joined)$/.test(words[at]!.lower);
    if (quoted[at] || !isPassive || words[at + 1]!.lower !== 'by') continue;
    const next = beginsAt.get(at + 2);
    if (next && fits(next.person)) return true;
  }
  return false;
}

/**
 * `Lee once called her a friend`, `Her producer Lee knew her well`: of unknown gender, or brought in as someone's, and
 * the sentence has such a pronoun for someone else.
 */
export function speaksOfOther(
  context: Context,
  { firsts }: Salience,
  sentence: number,
  person: ReadPerson,
  gender: Gender,
): boolean {
  const first = firsts[sentence]!;
  if (!gender || (genderOf(context, person) && !isTheirs(context, first, gender))) return false;
  for (let at = first + 1; at < firsts[sentence + 1]!; at++) if (isObject(context, at, gender)) return true;
  return false;
}

/** `Her opponent, Anna Lee, asked for a recount. “…,” she said`: the sentence is about someone only as another’s. */
export function isBroughtIn(
  context: Context,
  { firsts }: Salience,
  sentence: number,
  gender: Gender,
): boolean {
  return gender !== null && isTheirs(context, firsts[sentence]!, gender);
}

/** `Simon died before it was shown. “…,” he says`: the dead do not speak of it. */
export function hasDied(
  context: Context,
  { firsts }: Salience,
  sentence: number,
  person: ReadPerson,
): boolean {
  const { words, quoted } = context;
  const first = firsts[sentence]!;
  for (let at = first + 1; at < firsts[sentence + 1]!; at++) {
    const isKilled = words[at]!.lower === 'killed' && /^(?:was|were)$/.test(words[at - 1]!.lower);
    if (quoted[at] || (words[at]!.lower !== 'died' && !isKilled)) continue;
    if (subjectBefore(context, isKilled ? at - 1 : at, first)?.person === person) return true;
  }
  return false;
}

const women =
  /^(?:woman|girl|mother|grandmother|widow|nun|waitress|actress|sister|daughter|wife|lady|schoolgirl|nurse|midwife)$/;
const men =
  /^(?:man|boy|father|grandfather|widower|monk|priest|waiter|brother|son|husband|guy|schoolboy|fisherman|policeman)$/;

/** `Lee found a cook at home. “…,” she said`: whether a sentence has someone acting on one unnamed, who may speak next. */
export function meetsSomeone(
  { words, quoted, index, beginsAt }: Context,
  { firsts }: Salience,
  sentence: number,
  gender: Gender,
): boolean {
  const end = firsts[sentence + 1]!;
  for (let at = firsts[sentence]! + 1; at < end - 1; at++) {
    if (quoted[at] || !/^(?:an?|another)$/.test(words[at]!.lower)) continue;
    const before = words[at - 1]!;
    if (before.pos !== 'VERB' && !actsBy(words, at - 1)) continue;
    let noun = at + 1;
    while (noun < end - 1 && words[noun]!.pos === 'ADJ') noun++;
    while (noun + 1 < end && words[noun + 1]!.pos === 'NOUN') noun++;
    const { lower } = words[noun]!;
    const isSomeone = personNouns.has(lower) || (index.offices.has(lower) && !words[noun]!.isCapitalized);
    const behind = words[noun + 1];
    // `Lee had learned a cook had left`: what is said of someone is not done to them.
    const isTold = before.pos === 'VERB' && behind?.pos === 'AUX';
    if (!isSomeone || isTold || behind?.text === ',' || beginsAt.has(noun + 1)) continue;
    const isOther = gender === 'm' ? women.test(lower) : gender === 'f' && men.test(lower);
    if (!isOther) return true;
  }
  return false;
}

/** `met by a stranger`, `how a stranger ran`; not `asked by a stranger`, whom X answers. */
function actsBy(words: Context['words'], at: number): boolean {
  const { lower } = words[at]!;
  return lower === 'how' || (lower === 'by' && !askedParticiples.has(words[at - 1]?.lower ?? ''));
}

/** `Her producer Lee knew`: a sentence begins with someone's friend, kin or servant, who does not speak in it. */
function isTheirs(context: Context, first: number, gender: 'm' | 'f'): boolean {
  const { words, beginsAt } = context;
  if (words[first]?.lower !== (gender === 'm' ? 'his' : 'her')) return false;
  for (let at = first + 2; at < first + 6; at++) {
    const named = beginsAt.get(at);
    if (!named) continue;
    const verb = words[named.to]?.text === ',' ? named.to + 1 : named.to;
    const speaks = speechAt(context, verb) && words[verb + 1]?.lower !== 'for';
    return /^(?:VERB|AUX)$/.test(words[verb]?.pos ?? '') && !speaks;
  }
  return false;
}

/** Whether a clause is joined to a sentence that is about one described, or it names one whom the article does not know. */
export function bringsInAnother(context: Context, from: number, to: number): boolean {
  return joinsSomeone(context, from, to) || introducesOther(context, from, to);
}

/** `the reporter Wen Tarkasi`: an office, and a name behind it that is no one’s of the article. */
function introducesOther({ words, index, beginsAt, quoted }: Context, from: number, to: number): boolean {
  for (let at = from; at + 2 < to; at++) {
    const { lower, isCapitalized } = words[at]!;
    if (quoted[at] || isCapitalized || !index.offices.has(lower) || beginsAt.has(at + 1)) continue;
    const names = [words[at + 1]!, words[at + 2]!];
    const isName = !names[1]!.known && names.every(word => word.isCapitalized && /\p{Ll}/u.test(word.text));
    if (isName && !index.organizationWords.has(names[1]!.lower) && !index.places.has(names[1]!.lower))
      return true;
  }
  return false;
}

/** `The room laughed; the judge did not`: a clause joined to another is about one described. */
export function joinsSomeone(context: Context, from: number, to: number): boolean {
  const { words, quoted } = context;
  for (let at = from + 2; at < to - 2; at++) {
    if (quoted[at] || words[at]!.lower !== 'the') continue;
    const link = words[at - 1]!;
    if (link.text !== ';' && !(/^(and|but|while)$/.test(link.lower) && words[at - 2]!.text === ',')) continue;
    const subject = parseNounPhrase(context, at, to);
    if (subject?.kind !== 'described' || subject.to - subject.from > 3) continue;
    const isOne = denotesPerson(context, subject) || personNouns.has(words[subject.to - 1]!.lower);
    const verb = subject.to + (words[subject.to]?.pos === 'ADV' ? 1 : 0);
    if (isOne && !/[^s]s$/.test(words[subject.to - 1]!.lower) && /^(VERB|AUX)$/.test(words[verb]?.pos ?? ''))
      return true;
  }
  return false;
}

/** `The judge asked if she had anything to say. “…,” she replied`: whether who asks in a sentence is not whom a pronoun means that answers. */
export function isAnswered(
  context: Context,
  { firsts }: Salience,
  sentence: number,
  at: number,
  person: ReadPerson,
): boolean {
  const { words, quoted } = context;
  // Whether the pronoun fits who asks is not known either.
  const isOpen = !genderOf(context, person);
  if (!isOpen && ![words[at - 1], words[at + 1]].some(word => word && answers.test(word.lower))) return false;
  const first = firsts[sentence]!;
  for (let next = first + 1; next < firsts[sentence + 1]!; next++)
    if (!quoted[next] && /^(asked|asks)$/.test(words[next]!.lower))
      return subjectBefore(context, next, first)?.person === person;
  return false;
}

const answers = /^(repl(y|ies|ied)|answers?|answered|respond(s|ed)?|retort(s|ed)?|countered)$/;

/** `I am met by my guide, a retired headmistress`: someone unnamed comes between a pronoun and a person of unknown gender. */
export function introducesUnnamed(
  context: Context,
  from: number,
  to: number,
  person: ReadPerson,
  gender: Gender,
): boolean {
  if (!gender || genderOf(context, person)) return false;
  const { words, index, quoted, beginsAt } = context;
  const pronouns = gender === 'm' ? /^(he|him|his)$/ : /^(she|her)$/;
  let spoken = -1;
  for (let at = from + 1; at < to; at++) {
    const { lower, isCapitalized, sentence } = words[at]!;
    // `She is a mother`: a sentence that has the pronoun too may be about the same person.
    if (!quoted[at] && pronouns.test(lower)) spoken = sentence;
    if (quoted[at] || sentence === spoken || isCapitalized || beginsAt.has(at + 1)) continue;
    if (!index.offices.has(lower) && !personNouns.has(lower)) continue;
    for (let before = at - 1; before >= at - 3 && words[before]?.sentence === sentence; before--)
      if (/^(an?|my|our)$/.test(words[before]!.lower)) return true;
  }
  return false;
}

/** Someone unnamed or not recognised, whom the pronoun may mean: `the minister`, `one of them`. */
export function isSomeoneElse(context: Context, subject: NounPhrase): boolean {
  if (isOnePerson(context, subject)) return true;
  return denotesPerson(context, subject) || isUnknownName(context, subject);
}

/** `a spokeswoman`, `one of the jurors`, but not `officials`, nor `the mayor`, whom the article may name. */
export function isOnePerson(context: Context, subject: NounPhrase): boolean {
  const isOne = /^(an?|one|another|someone|somebody)$/.test(context.words[subject.from]!.lower);
  return isOne && speakerKind(context, subject) === 'unnamed';
}

/** A surname that is no one’s of the article, or a given name before another word with a capital: someone was not recognised. */
function isUnknownName({ words, index }: Context, { from, to }: NounPhrase): boolean {
  for (let at = from; at + 1 < to; at++) {
    const { text: given, lower: word, isCapitalized: isName } = words[at]!;
    if (!isName || !words[at + 1]!.isCapitalized || !isGivenName(given, index)) continue;
    if (!index.places.has(word) && !index.common.has(word)) return true;
  }
  const { lower, text, isCapitalized } = words[to - 1]!;
  const isName = isCapitalized && to - from === 1 && index.surnames.has(lower) && /\p{Ll}/u.test(text);
  return isName && !index.demonyms.has(lower) && !index.places.has(lower) && !index.common.has(lower);
}

/** The people whom a sentence names, though it is not about them, and whom the pronoun fits, in order. */
export function fittingNames(
  context: Context,
  focus: Salience,
  sentence: number,
  fits: (person: ReadPerson) => boolean,
): ReadPerson[] {
  const [from, to] = [focus.firsts[sentence]!, focus.firsts[sentence + 1]!];
  const found = new Set<ReadPerson>();
  for (let at = from; at < Math.min(to, from + 200); at++) {
    const named = context.beginsAt.get(at);
    if (named && !context.quoted[at] && fits(named.person)) found.add(named.person);
  }
  return [...found];
}

/**
 * Whether the one a sentence was about is of unknown gender while another of the right one comes in between.
 * @param apart those whom the pronoun does not mean
 */
export function hasCompetingAntecedent(
  context: Context,
  person: ReadPerson,
  { at: to, gender }: Pick<Pronoun, 'at' | 'gender'>,
  from: number,
  apart?: ReadonlySet<ReadPerson>,
): boolean {
  if (!gender || genderOf(context, person) === gender) return false;
  for (let at = Math.max(from, to - 300); at < to; at++) {
    const named = context.beginsAt.get(at);
    if (!named || context.quoted[at] || named.person === person || apart?.has(named.person)) continue;
    if (genderOf(context, named.person) === gender) return true;
  }
  return false;
}

/** `X wept as she told her story`: a name that seems not to fit the pronoun may be one of another country. */
export function isCalledSo(
  { words, quoted }: Context,
  end: number,
  { to }: NounPhrase,
  gender: Gender,
): boolean {
  const pronoun = gender === 'm' ? 'he' : 'she';
  for (let at = to; at < end; at++)
    if (words[at]!.lower === pronoun && !quoted[at] && subordinators.has(words[at - 1]!.lower)) return true;
  return false;
}

/** `him`, or `her` that owns nothing. */
export function isObject({ words, quoted }: Context, at: number, gender: Gender): boolean {
  if (quoted[at] || words[at]!.lower !== (gender === 'm' ? 'him' : 'her')) return false;
  // `her better self`, but `knew her better than most`
  const noun = words[at + 1]?.pos === 'ADJ' ? at + 2 : at + 1;
  return gender === 'm' || !/^(NOUN|PROPN|ADJ|NUM)$/.test(words[noun]?.pos ?? '');
}
