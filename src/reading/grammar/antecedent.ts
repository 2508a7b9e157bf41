import type { Gender } from '../../names/gender.ts';
import type { ReadPerson } from '../model/reading.ts';
import {
  fittingName,
  hasCompetingAntecedent,
  introducesOther,
  introducesUnnamed,
  isAnswered,
  isCalledSo,
  isObject,
  isOnePerson,
  isSomeoneElse,
  isSucceeded,
  speaksOfOther,
} from './antecedent-rivals.ts';
import { type Context, genderOf } from './context.ts';
import { authorOfDocument } from './document-author.ts';
import { subordinators } from './lexicon.ts';
import { mainClauseStart } from './main-clause.ts';
import { type NounPhrase, parseNounPhrase } from './noun-phrase.ts';
import { speechAt } from './reporting-form.ts';
import { leadingName, mainSubject, type Salience, subjectOfSentence, trailingSpeaker } from './salience.ts';

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
  const author = authorOfDocument(context, first, at);
  if (author) {
    const person = author.person ?? described(author);
    return person && weighed(context, pronoun, person, pronoun.fits(person), 'what they wrote is cited');
  }
  const here =
    trailingSpeaker(context, first, at) ?? leadingName(context, first, at) ?? subjectHere(context, first, at);
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
  const only = onlyOneNamed(context, pronoun);
  return only && weighed(context, pronoun, only, true, 'no one else has been named so far');
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
  if (subject?.kind === 'pronoun') {
    const met = metByWriter(context, subject, focus.firsts[sentence + 1]!);
    if (met && fits(met.person!))
      return weighed(context, pronoun, met.person!, true, `${back} has the writer meet this person`);
    return behindPronoun(context, focus.firsts[sentence]!, subject, pronoun);
  }
  const person = subject ? (subject.person ?? described(subject)) : null;
  if (person && !fits(person)) {
    weighed(context, pronoun, person, false, `${back} is about this person, whom the pronoun does not fit`);
    return isCalledSo(context, focus.firsts[sentence + 1]!, subject!, gender) ? null : undefined;
  }
  if (person) {
    const but = doubtAbout(context, focus, sentence, pronoun, person);
    return weighed(context, pronoun, person, but === '', `${back} is about this person${but}`);
  }
  if (subject && isSomeoneElse(context, subject)) return null;
  if (introducesOther(context, focus.firsts[sentence]!, focus.firsts[sentence + 1]!)) return null;
  const other = fittingName(context, focus, sentence, fits);
  return other ? weighed(context, pronoun, other, false, `${back} only mentions this person`) : undefined;
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

/** Why a pronoun may not mean the one whom a sentence is about; empty where it does. */
function doubtAbout(
  context: Context,
  focus: Salience,
  sentence: number,
  { at, gender, fits }: Pronoun,
  person: ReadPerson,
): string {
  const distance = context.words[at]!.sentence - sentence;
  if (distance === 1 && isAnswered(context, focus, sentence, at, person))
    return ', who asks what the pronoun answers';
  if (distance > nearby && gender !== null && !genderOf(context, person))
    return ', too far away for an unknown gender';
  if (distance > 1 && introducesUnnamed(context, focus.firsts[sentence + 1]!, at, person, gender))
    return ', but someone unnamed comes between, and nothing shows that the pronoun fits this person';
  if (speaksOfOther(context, focus, sentence, person, gender) || isSucceeded(context, focus, sentence, fits))
    return ', but the pronoun may mean another of whom it speaks';
  return hasCompetingAntecedent(context, person, gender, focus.firsts[sentence]!, at)
    ? ', but another fits the pronoun better'
    : '';
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
  if (lead.kind === 'described') return isOnePerson(context, lead) ? null : undefined;
  if (lead.kind !== 'person') return undefined;
  // A name that seems not to fit may be one of another country.
  const fits = pronoun.fits(lead.person!);
  const because = `a sentence before is about this person${fits ? '' : ', whom the pronoun does not seem to fit'}`;
  return weighed(context, pronoun, lead.person!, fits, because);
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

/** How far into an article the first one named may be the only one. */
const opening = 150;

/** `The first thing you notice about X is her whistle.`: the only one whom an article has named, if the pronoun fits them for sure. */
function onlyOneNamed(context: Context, { at, gender }: Pronoun): ReadPerson | null {
  if (!gender || at > opening) return null;
  let only: ReadPerson | null = null;
  for (let next = context.firstNamed; next < at; next++) {
    const named = context.beginsAt.get(next);
    if (!named || named.person === only) continue;
    if (only) return null;
    only = named.person;
  }
  return only && genderOf(context, only) === gender ? only : null;
}
