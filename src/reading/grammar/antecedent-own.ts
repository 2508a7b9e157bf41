import type { ReadPerson } from '../model/reading.ts';
import { isPossessiveEnding } from '../tokens/words.ts';
import { subjectAhead } from './antecedent-pronoun.ts';
import { isObject, isOnePerson } from './antecedent-rivals.ts';
import { type Context, genderOf } from './context.ts';
import { authorOfDocument } from './document-author.ts';
import { askedParticiples, personNouns, subordinators } from './lexicon.ts';
import { mainClauseStart } from './main-clause.ts';
import { type NounPhrase, parseNounPhrase } from './noun-phrase.ts';
import { speechAt } from './reporting-form.ts';
import {
  denotesPerson,
  leadingName,
  mainSubject,
  type Salience,
  subjectOfSentence,
  trailingSpeaker,
} from './salience.ts';
import { genderOfPronoun, leftOpen, type Pronoun, weighed } from './weighed-pronoun.ts';

/** Whom a pronoun means by its own sentence; null where that leaves it open, undefined where it says nothing. */
export function antecedentInOwn(
  context: Context,
  focus: Salience,
  pronoun: Pronoun,
  described: (subject: NounPhrase) => ReadPerson | null,
): ReadPerson | null | undefined {
  const { at } = pronoun;
  const first = focus.firsts[context.words[at]!.sentence]!;
  const isConceded = /^(?:al)?though$/.test(context.words[first]!.lower);
  const ahead = isConceded ? subjectAhead(context, focus, pronoun) : null;
  if (ahead)
    return weighed(context, pronoun, ahead, true, 'the main clause of its sentence is about this person');
  const author = authorOfDocument(context, first, at);
  if (author) {
    const person = author.person ?? described(author);
    return (
      person &&
      weighed(
        context,
        pronoun,
        person,
        pronoun.fits(person),
        'the pronoun is used of the author of what is cited',
      )
    );
  }
  const here =
    trailingSpeaker(context, first, at) ?? leadingName(context, first, at) ?? subjectHere(context, first, at);
  const person = here?.kind === 'person' && here.to <= at ? here.person! : null;
  if (person && !pronoun.fits(person) && mainClauseStart(context, first, at + 2) === at) {
    const other = otherOf(context, first, at, pronoun, person);
    if (other) return weighed(context, pronoun, other, true, 'it fits no one else of the clause before');
  }
  if (!here || !person || !pronoun.fits(person))
    return here && isUnnamedSubject(context, focus, pronoun, here)
      ? (described(here) ?? leftOpen(context, pronoun, 'its own sentence is about someone unnamed'))
      : undefined;
  for (const [because, holds] of doubts)
    if (holds(context, focus, pronoun, here)) return weighed(context, pronoun, person, false, because);
  if (!actsOnOther(context, here, pronoun))
    return weighed(context, pronoun, person, true, 'its own sentence is about this person');
  weighed(context, pronoun, person, false, 'its own sentence has this person act on another');
  return undefined;
}

type Doubt = (context: Context, focus: Salience, pronoun: Pronoun, here: NounPhrase) => boolean;

/** Why a pronoun may not mean the one whom its own sentence is about. */
const doubts: readonly [because: string, Doubt][] = [
  ['another person is named between the two', isBehindAnother],
  ['another before fits the pronoun better', mayMeanAnother],
  ['its sentence may be what another says of this person', isReportedOf],
  ['between commas, another tells of this person', isToldOf],
];

function isBehindAnother(
  context: Context,
  focus: Salience,
  pronoun: Pronoun,
  { person, to }: NounPhrase,
): boolean {
  const { words } = context;
  const { at } = pronoun;
  const first = focus.firsts[words[at]!.sentence]!;
  const isSubordinate =
    subordinators.has(words[at - 1]?.lower ?? '') ||
    (/^(?:when|as|after|before|while)$/.test(words[first]!.lower) &&
      mainClauseStart(context, first, at + 2) === at);
  return isSubordinate && namesRival(context, to, pronoun, person!);
}

/** The subject of a sentence before a pronoun at `at`, but for what only its topic in front says: `On X, who …, she said`. */
function subjectHere(context: Context, first: number, at: number): NounPhrase | null {
  const { words } = context;
  const subject = mainSubject(context, first, at);
  if (!subject?.person || !topics.has(words[first]!.lower) || subject.whole.from === first) return subject;
  const behind = words[subject.whole.to]?.text === ',' ? subject.whole.to + 1 : subject.whole.to;
  return /^(who|whom|whose)$/.test(words[behind]?.lower ?? '') && behind < at ? null : subject;
}

/** What leads to the topic of a sentence. */
const topics: ReadonlySet<string> = new Set('on of about regarding concerning with for to'.split(' '));

/** `A spokeswoman declined to comment on what she called “…”`: the main clause that the pronoun is in is about one unnamed. */
function isUnnamedSubject(
  context: Context,
  { firsts }: Salience,
  { at }: Pronoun,
  subject: NounPhrase,
): boolean {
  if (subject.kind !== 'described' || subject.to > at) return false;
  const isOne =
    isOnePerson(context, subject) || (isBehindParticiple(context, at) && denotesPerson(context, subject));
  if (!isOne) return false;
  const own = context.words[at]!.sentence;
  // `When a reporter asked, he said …`
  return mainClauseStart(context, firsts[own]!, firsts[own + 1]!) <= subject.from;
}

/** `The ambassador said “…,” adding he hoped …`: a participle of speech goes on with what the subject says. */
function isBehindParticiple({ words, index }: Context, at: number): boolean {
  const verb = words[at - 1]?.lower === 'that' ? at - 2 : at - 1;
  const lower = words[verb]?.lower ?? '';
  return lower.endsWith('ing') && index.speech.has(lower);
}

/**
 * `Lee told jurors she had said`: where nothing shows whether the pronoun fits the one who reports, but it fits someone
 * of the sentence before, it may mean either.
 */
function mayMeanAnother(
  context: Context,
  focus: Salience,
  { at, gender }: Pronoun,
  { person, whole }: NounPhrase,
): boolean {
  if (!gender || !person || genderOf(context, person)) return false;
  let verb = whole.to;
  while (verb < at && !speechAt(context, verb)?.bare) verb++;
  if (verb === at) return false;
  const sentence = context.words[at]!.sentence;
  const [from, to] = [focus.firsts[Math.max(0, sentence - 1)]!, whole.from];
  for (let next = from; next < to; next++) {
    const other = context.beginsAt.get(next)?.person;
    if (other && !context.quoted[next] && other !== person && genderOf(context, other) === gender)
      return true;
  }
  return false;
}

/** `X, she said, had “…”`: she speaks of X. */
function isToldOf({ words }: Context, _: Salience, { at }: Pronoun, { whole }: NounPhrase): boolean {
  return whole.to === at - 1 && words[at - 1]!.text === ',' && words[at + 2]?.text === ',';
}

/**
 * `Y would not hear of it. X had been “the best”, she said`: what a pronoun with its verb behind a clause reports of whom
 * the clause is about, while the sentence before is about another whom it fits.
 */
function isReportedOf(
  context: Context,
  focus: Salience,
  pronoun: Pronoun,
  { person, whole }: NounPhrase,
): boolean {
  const { words, quoted } = context;
  const { at, gender, fits } = pronoun;
  const own = words[at]!.sentence;
  const isBehind = words[at - 1]!.text === ',' || quoted[at - 1] === 1;
  const isTag = isBehind && speechAt(context, at + 1)?.bare && /^[,.]$/.test(words[at + 2]?.text ?? '');
  if (!isTag || mainClauseStart(context, focus.firsts[own]!, at + 2) === at || own === 0) return false;
  // `X said that it was “so,” he said`, `X saw it differently: “…,” he said`
  for (let next = whole.to; next < at; next++)
    if (!quoted[next] && (words[next]!.text === ':' || speechAt(context, next))) return false;
  const before = subjectOfSentence(context, focus, own - 1);
  if (before?.kind === 'pronoun') return genderOfPronoun(words[before.from]!.lower) === gender;
  return before?.kind === 'person' && before.person !== person && fits(before.person!);
}

/**
 * `When Lee sent a car to fetch her, she told the driver`: of unknown gender, and acting on someone whom the pronoun
 * fits. Behind a verb of speech, `Lee said they had followed her`, it may be Lee.
 */
function actsOnOther(context: Context, { person, whole }: NounPhrase, { at, gender }: Pronoun): boolean {
  if (!gender || !person || genderOf(context, person)) return false;
  for (let next = whole.to; next < at && !speechAt(context, next)?.bare; next++)
    if (isObject(context, next, gender)) return true;
  return false;
}

/** Whether the last one named between `from` and a pronoun whom it fits is another. */
export function namesRival(
  context: Context,
  from: number,
  { at, fits }: Pronoun,
  person: ReadPerson,
): boolean {
  const { words, beginsAt, quoted } = context;
  // `Asked by X whether it would rain, he said`: who asks does not answer.
  const isAsked = askedParticiples.has(words[from]!.lower) && words[from + 1]?.lower === 'by';
  const asker = isAsked ? parseNounPhrase(context, from + 2, at)?.person : null;
  for (let next = at - 1; next >= from; next--) {
    const named = beginsAt.get(next);
    if (named && !quoted[next] && named.person !== asker && fits(named.person))
      return named.person !== person;
  }
  return false;
}

/**
 * `When X hired Y, she told him`, `X toured the port with her deputy, Y. “…,” he said`: the only other person of a
 * stretch than the one it is about, where a pronoun is sure to fit them and not `about`.
 */
function otherOf(
  context: Context,
  from: number,
  to: number,
  { gender }: Pronoun,
  about: ReadPerson,
): ReadPerson | null {
  const { words, beginsAt, endsAt, quoted, index } = context;
  if (!gender) return null;
  let only: ReadPerson | null = null;
  // `X came with her lawyer, Y`: X is not whom `he` means, whatever the name suggests.
  const owns = gender === 'm' ? 'her' : 'his';
  let isOther = genderOf(context, about) !== null;
  for (let at = from; at < to; at++) {
    if (quoted[at]) continue;
    const { lower } = words[at]!;
    isOther ||= lower === owns && !only;
    const named = beginsAt.get(at);
    if (named && named.person !== about) {
      const isKnown = genderOf(context, named.person) === gender;
      if (!isKnown || (only && only !== named.person) || isPossessiveEnding(words[named.to]?.text))
        return null;
      only = named.person;
    }
    if (!personNouns.has(lower) && !index.offices.has(lower)) continue;
    const near = [1, 2, 3].find(next => beginsAt.has(at + next) || endsAt.has(at - next));
    if (!near || words.slice(at - near, at + near).some(word => /^(?:and|or)$/.test(word.lower))) return null;
  }
  return isOther ? only : null;
}

/** How many sentences back a pronoun may reach where nothing shows whether it fits the person. */
export const nearby = 3;

/**
 * The only other of a sentence that is about someone whom the pronoun may not mean, where the few sentences before it name
 * no one else whom it fits.
 */
export function otherThanSubject(
  context: Context,
  { firsts }: Salience,
  sentence: number,
  pronoun: Pronoun,
  about: ReadPerson,
): ReadPerson | null {
  if (!pronoun.others.has(about) && genderOf(context, about) === pronoun.gender) return null;
  const other = otherOf(context, firsts[sentence]!, firsts[sentence + 1]!, pronoun, about);
  if (!other) return null;
  for (let at = firsts[Math.max(0, sentence - nearby)]!; at < firsts[sentence]!; at++) {
    const named = context.beginsAt.get(at);
    if (named && named.person !== other && !context.quoted[at] && pronoun.fits(named.person)) return null;
  }
  return other;
}
