import type { Gender } from '../../names/gender.ts';
import type { ReadPerson } from '../model/reading.ts';
import { isPassive, subjectBefore } from './clause.ts';
import { type Context, genderOf } from './context.ts';
import { subordinators } from './lexicon.ts';
import { mainClauseStart } from './main-clause.ts';
import { isModifier, isVerb, type NounPhrase, parseNounPhrase } from './noun-phrase.ts';
import { speechAt } from './reporting-form.ts';
import { speakerKind } from './speaker-kind.ts';

/** How far back a pronoun may reach. */
const maxSentencesBack = 12;
const maxParagraphsBack = 5;
/** … and how far where nothing shows whether it fits the person. */
const nearby = 3;

/** Whom each sentence is about: made once for an article, each sentence looked at once. */
export type Salience = {
  /** Indexes of the first word of each sentence, and one behind the last. */
  firsts: number[];
  subjects: Map<number, NounPhrase | null>;
};

export function salienceOf(context: Context): Salience {
  const firsts: number[] = [];
  const { words } = context;
  for (let at = 0; at < words.length; at++) while (firsts.length <= words[at]!.sentence) firsts.push(at);
  firsts.push(words.length);
  return { firsts, subjects: new Map() };
}

/** The subject of a sentence: of its verb of speech, else of its first verb that has one. */
export function subjectOfSentence(context: Context, focus: Salience, sentence: number): NounPhrase | null {
  const known = focus.subjects.get(sentence);
  if (known !== undefined) return known;
  const [from, to] = [focus.firsts[sentence]!, focus.firsts[sentence + 1]!];
  const main = mainClauseStart(context, from, to);
  const grammatical =
    speakingSubject(context, main, to) ?? leadingName(context, main, to) ?? mainSubject(context, main, to);
  const isSomeone =
    grammatical !== null && (grammatical.kind !== 'described' || denotesPerson(context, grammatical));
  const subject = isSomeone ? grammatical : (namedSource(context, from, to) ?? grammatical);
  focus.subjects.set(sentence, subject);
  return subject;
}

/** `According to X, the bridge will hold`: whose account a sentence about no one gives. */
function namedSource(context: Context, from: number, to: number): NounPhrase | null {
  const { words, quoted } = context;
  for (let at = from; at < to - 2; at++) {
    if (quoted[at] || words[at]!.lower !== 'according' || words[at + 1]!.lower !== 'to') continue;
    const source = parseNounPhrase(context, at + 2, to);
    return source?.kind === 'person' ? source : null;
  }
  return null;
}

/** The name that a sentence begins with: `X, for all she had said, agreed`. */
function leadingName(context: Context, from: number, to: number): NounPhrase | null {
  for (let at = from; at < Math.min(to, from + 6); at++) {
    if (context.quoted[at] || isVerb(context, at)) return null;
    const named = context.beginsAt.get(at);
    if (!named) continue;
    const link = context.words[at - 1];
    const isObject =
      at > from && /^(of|for|to|at|from|in|on|with|by|about|like|after|before|and)$/.test(link!.lower);
    if (isObject || isModifier(context, named.to, to)) return null;
    return { kind: 'person', person: named.person, from: named.from, to: named.to, whole: named };
  }
  return null;
}

function speakingSubject(context: Context, from: number, to: number): NounPhrase | null {
  for (let at = from; at < Math.min(to, from + 80); at++) {
    const verb = speechAt(context, at);
    if (!verb || isPassive(context, at, from)) continue;
    const subject = subjectBefore(context, at, from);
    if (subject && (verb.bare || subject.kind === 'person') && speakerKind(context, subject) !== null)
      return subject;
  }
  return null;
}

/** The subject of the first verb between two words that has one. */
export function mainSubject(context: Context, from: number, to: number): NounPhrase | null {
  for (let at = from; at < Math.min(to, from + 60); at++) {
    if (context.quoted[at] || !isVerb(context, at) || /ing$/.test(context.words[at]!.lower)) continue;
    const subject = subjectBefore(context, at, from);
    if (subject) return subject;
  }
  return null;
}

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
  const here = leadingName(context, first, at) ?? mainSubject(context, first, at);
  const isOwn = here?.kind === 'person' && here.to <= at && pronoun.fits(here.person!);
  if (
    isOwn &&
    subordinators.has(words[at - 1]?.lower ?? '') &&
    namesRival(context, here.to, pronoun, here.person!)
  )
    return weighed(context, pronoun, here.person!, false, 'another person is named between the two');
  if (isOwn) return weighed(context, pronoun, here.person!, true, 'its own sentence is about this person');
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
    const but = isVague
      ? ', too far away for an unknown gender'
      : isRivaled
        ? ', but another fits the pronoun better'
        : '';
    return weighed(context, pronoun, person, but === '', `${back} is about this person${but}`);
  }
  if (subject && denotesPerson(context, subject)) return null;
  const other = fittingName(context, focus, sentence, fits);
  return other ? weighed(context, pronoun, other, false, `${back} only mentions this person`) : undefined;
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

/** Whether the words describe one person: an office, a trade, a man, a woman. */
export function denotesPerson(context: Context, subject: NounPhrase): boolean {
  for (let at = subject.from; at < subject.to; at++) {
    const { lower } = context.words[at]!;
    if (/^(of|for|to|at|from|who)$/.test(lower)) return false;
    if (context.index.offices.has(lower) && !/s$/.test(lower)) return true;
  }
  return false;
}
