import type { Gender } from '../../names/gender.ts';
import type { ReadPerson } from '../model/reading.ts';
import { type Context, genderOf } from './context.ts';
import { subordinators } from './lexicon.ts';
import { mainClauseStart } from './main-clause.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { speechAt } from './reporting-form.ts';
import {
  denotesPerson,
  leadingName,
  mainSubject,
  type Salience,
  subjectOfSentence,
  trailingSpeaker,
} from './salience.ts';
import { speakerKind } from './speaker-kind.ts';

/** How far back a pronoun may reach. */
const maxSentencesBack = 12;
const maxParagraphsBack = 5;
/** … and how far where nothing shows whether it fits the person. */
const nearby = 3;

/**
 * Whom `he` or `she` at the word `at` means: the last person whom a sentence was about and whom the pronoun fits.
 * Null where someone unnamed came in between, or where no one fits.
 */
export function resolvePronoun(
  context: Context,
  focus: Salience,
  at: number,
  gender: Gender,
  described: (subject: NounPhrase) => ReadPerson | null,
): ReadPerson | null {
  const { words } = context;
  const pronoun: Pronoun = {
    at,
    gender,
    fits(person) {
      const known = genderOf(context, person);
      return !gender || !known || known === gender;
    },
  };
  const own = words[at]!.sentence;
  const first = focus.firsts[own]!;
  const here =
    trailingSpeaker(context, first, at) ?? leadingName(context, first, at) ?? mainSubject(context, first, at);
  const isOwn = here?.kind === 'person' && here.to <= at && pronoun.fits(here.person!);
  if (
    isOwn &&
    subordinators.has(words[at - 1]?.lower ?? '') &&
    namesRival(context, here.to, pronoun, here.person!)
  )
    return weighed(context, pronoun, here.person!, false, 'another person is named between the two');
  if (isOwn && mayMeanAnother(context, focus, pronoun, here))
    return weighed(context, pronoun, here.person!, false, 'another before fits the pronoun better');
  const isOther = isOwn && actsOnOther(context, here, pronoun);
  if (isOther)
    weighed(context, pronoun, here.person!, false, 'its own sentence has this person act on another');
  else if (isOwn)
    return weighed(context, pronoun, here.person!, true, 'its own sentence is about this person');
  if (here && isUnnamedSubject(context, focus, pronoun, here)) return described(here);
  for (let sentence = own - 1; sentence >= Math.max(0, own - maxSentencesBack); sentence--) {
    const begin = words[focus.firsts[sentence]!];
    if (!begin || words[at]!.paragraph - begin.paragraph > maxParagraphsBack) break;
    const found = antecedentIn(context, focus, sentence, pronoun, described);
    if (found === undefined) continue;
    // `For that she drew X’s anger: he called her …`
    const isRivaled = found !== null && namesRival(context, first, pronoun, found);
    return isRivaled ? weighed(context, pronoun, found, false, 'its own sentence names another') : found;
  }
  return null;
}

/** `A spokeswoman declined to comment on what she called “…”`: the main clause that the pronoun is in is about one unnamed. */
function isUnnamedSubject(
  context: Context,
  { firsts }: Salience,
  { at }: Pronoun,
  subject: NounPhrase,
): boolean {
  if (subject.kind !== 'described' || subject.to > at || !isOnePerson(context, subject)) return false;
  const own = context.words[at]!.sentence;
  // `When a reporter asked, he said …`
  return mainClauseStart(context, firsts[own]!, firsts[own + 1]!) <= subject.from;
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

/** `him`, or `her` that owns nothing. */
function isObject({ words, quoted }: Context, at: number, gender: Gender): boolean {
  if (quoted[at] || words[at]!.lower !== (gender === 'm' ? 'him' : 'her')) return false;
  return gender === 'm' || !/^(NOUN|PROPN|ADJ|NUM)$/.test(words[at + 1]?.pos ?? '');
}

/** Whether the last one named between `from` and a pronoun whom it fits is another. */
function namesRival(
  { beginsAt, quoted }: Context,
  from: number,
  { at, fits }: Pronoun,
  person: ReadPerson,
): boolean {
  for (let next = at - 1; next >= from; next--) {
    const named = beginsAt.get(next);
    if (named && !quoted[next] && fits(named.person)) return named.person !== person;
  }
  return false;
}

type Pronoun = { at: number; gender: Gender; fits(person: ReadPerson): boolean };

/** Whom a pronoun means by one earlier sentence; null where that leaves it open, undefined where it says nothing. */
function antecedentIn(
  context: Context,
  focus: Salience,
  sentence: number,
  pronoun: Pronoun,
  described: (subject: NounPhrase) => ReadPerson | null,
): ReadPerson | null | undefined {
  const { at, gender, fits } = pronoun;
  const distance = context.words[at]!.sentence - sentence;
  const back = distance === 1 ? 'the sentence before' : `a sentence ${distance} back`;
  const subject = subjectOfSentence(context, focus, sentence);
  if (subject?.kind === 'pronoun') return undefined;
  const person = subject ? (subject.person ?? described(subject)) : null;
  if (person && !fits(person)) {
    weighed(context, pronoun, person, false, `${back} is about this person, whom the pronoun does not fit`);
    return undefined;
  }
  if (person) {
    const isVague = distance > nearby && gender !== null && !genderOf(context, person);
    const isRivaled =
      !isVague && hasCompetingAntecedent(context, person, gender, focus.firsts[sentence]!, at);
    const isOther =
      !isVague &&
      (speaksOfOther(context, focus, sentence, person, gender) ||
        isSucceeded(context, focus, sentence, fits));
    const but = isVague
      ? ', too far away for an unknown gender'
      : isOther
        ? ', but the pronoun may mean another of whom it speaks'
        : isRivaled
          ? ', but another fits the pronoun better'
          : '';
    return weighed(context, pronoun, person, but === '', `${back} is about this person${but}`);
  }
  if (subject && isSomeoneElse(context, subject)) return null;
  if (introducesOther(context, focus.firsts[sentence]!, focus.firsts[sentence + 1]!)) return null;
  const other = fittingName(context, focus, sentence, fits);
  return other ? weighed(context, pronoun, other, false, `${back} only mentions this person`) : undefined;
}

/** `X was replaced by Y`: either may be the one who speaks next. */
function isSucceeded(
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

/** `Lee once called her a friend`: of unknown gender, and the sentence has such a pronoun for someone else. */
function speaksOfOther(
  context: Context,
  { firsts }: Salience,
  sentence: number,
  person: ReadPerson,
  gender: Gender,
): boolean {
  if (!gender || genderOf(context, person)) return false;
  for (let at = firsts[sentence]! + 1; at < firsts[sentence + 1]!; at++)
    if (isObject(context, at, gender)) return true;
  return false;
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

/** Someone unnamed or not recognised, whom the pronoun may mean: `the minister`, `one of them`. */
function isSomeoneElse(context: Context, subject: NounPhrase): boolean {
  const isOne = /^(one|another|someone|somebody)$/.test(context.words[subject.from]!.lower);
  if (isOne && speakerKind(context, subject) === 'unnamed') return true;
  return denotesPerson(context, subject) || isUnknownName(context, subject);
}

/** `a spokeswoman`, `one of the jurors`, but not `officials`, nor `the mayor`, whom the article may name. */
function isOnePerson(context: Context, subject: NounPhrase): boolean {
  const isOne = /^(an?|one|another)$/.test(context.words[subject.from]!.lower);
  return isOne && speakerKind(context, subject) === 'unnamed';
}

/** A surname that is no one’s of the article: someone was not recognised. */
function isUnknownName({ words, index }: Context, { from, to }: NounPhrase): boolean {
  const { lower, text, isCapitalized } = words[to - 1]!;
  const isName = isCapitalized && to - from === 1 && index.surnames.has(lower) && /\p{Ll}/u.test(text);
  return isName && !index.demonyms.has(lower) && !index.places.has(lower) && !index.common.has(lower);
}

/** Notes that a person was weighed for a pronoun; gives the person if taken. */
function weighed(
  context: Context,
  { at }: Pronoun,
  person: ReadPerson,
  taken: boolean,
  because: string,
): ReadPerson | null {
  context.onAntecedent?.({ pronoun: at, person, taken, because });
  return taken ? person : null;
}

/** The first person whom a sentence names, though it is not about them, and whom the pronoun fits. */
function fittingName(
  context: Context,
  focus: Salience,
  sentence: number,
  fits: (person: ReadPerson) => boolean,
): ReadPerson | null {
  const [from, to] = [focus.firsts[sentence]!, focus.firsts[sentence + 1]!];
  for (let at = from; at < Math.min(to, from + 200); at++) {
    const named = context.beginsAt.get(at);
    if (named && !context.quoted[at] && fits(named.person)) return named.person;
  }
  return null;
}

/** Whether the one a sentence was about is of unknown gender while another of the right one comes in between. */
function hasCompetingAntecedent(
  context: Context,
  person: ReadPerson,
  gender: Gender,
  from: number,
  to: number,
): boolean {
  if (!gender || genderOf(context, person) === gender) return false;
  for (let at = Math.max(from, to - 300); at < to; at++) {
    const named = context.beginsAt.get(at);
    if (named && !context.quoted[at] && named.person !== person && genderOf(context, named.person) === gender)
      return true;
  }
  return false;
}
