import type { Gender } from '../../names/gender.ts';
import type { ReadPerson } from '../model/reading.ts';
import { isPossessiveEnding, wordIndexAt } from '../tokens/words.ts';
import { antecedentInOwn, namesRival, nearby, otherThanSubject } from './antecedent-own.ts';
import { antecedentBehind, oneOfCouple, ownerOfKin, subjectAhead } from './antecedent-pronoun.ts';
import {
  bringsInAnother,
  fittingNames,
  hasCompetingAntecedent,
  hasDied,
  introducesUnnamed,
  isAnswered,
  isBroughtIn,
  isCalledSo,
  isSomeoneElse,
  isSucceeded,
  joinsSomeone,
  meetsSomeone,
  speaksOfOther,
} from './antecedent-rivals.ts';
import { type Context, genderOf, genderOfKin, textOf } from './context.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { type Salience, subjectOfSentence } from './salience.ts';
import {
  genderOfPronoun,
  leftOpen,
  type OnlyMentions,
  type Pronoun,
  pronounAt,
  weighed,
} from './weighed-pronoun.ts';

/** How far back a pronoun may reach. */
const maxSentencesBack = 12;
const maxParagraphsBack = 5;

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
  const turn = turnSpeaker(context, at);
  const pronoun = pronounAt(context, at, gender, turn);
  const here = antecedentInOwn(context, focus, pronoun, described);
  if (here !== undefined) return here;
  const own = words[at]!.sentence;
  const first = focus.firsts[own]!;
  let mentioned: OnlyMentions | null = null;
  for (let sentence = own - 1; sentence >= Math.max(0, own - maxSentencesBack); sentence--) {
    const begin = words[focus.firsts[sentence]!];
    const back = begin ? words[at]!.paragraph - begin.paragraph : Number.POSITIVE_INFINITY;
    if (back > (turn ? 0 : maxParagraphsBack)) break;
    const found = antecedentIn(context, focus, sentence, pronoun, described);
    if (found === undefined) continue;
    if (found && 'onlyMentions' in found) {
      if (mentioned || !(found.isInFront || isFirstSaid(context, first, at))) return null;
      mentioned = found;
      continue;
    }
    // `X spoke. X’s plan drew cheers. “…,” he said`
    if (mentioned && found !== mentioned.onlyMentions) return null;
    return found && unlessRivaled(context, focus, pronoun, found);
  }
  return atLast(context, pronoun, turn, mentioned);
}

/** Whom a pronoun means where no sentence before is about someone whom it fits; `mentioned` is who was only mentioned. */
function atLast(
  context: Context,
  pronoun: Pronoun,
  turn: ReadPerson | null,
  mentioned: OnlyMentions | null,
): ReadPerson | null {
  if (mentioned?.isInFront)
    return weighed(context, pronoun, mentioned.onlyMentions, true, 'a clause before is about this person');
  const only = turn ? null : onlyOneNamed(context, pronoun, mentioned?.onlyMentions ?? null);
  if (only) return weighed(context, pronoun, only, true, 'no one else has been named so far');
  return leftOpen(context, pronoun, 'no sentence before is about someone named whom it fits');
}

/** `For that she drew X’s anger: he called her …`: no one where its own sentence, from the word at `first`, names another. */
function unlessRivaled(
  context: Context,
  focus: Salience,
  pronoun: Pronoun,
  found: ReadPerson,
): ReadPerson | null {
  // `When he called it “…”, X left`
  const ahead = subjectAhead(context, focus, pronoun);
  if (ahead && ahead !== found)
    return weighed(context, pronoun, found, false, 'the main clause of its sentence is about another');
  const first = focus.firsts[context.words[pronoun.at]!.sentence]!;
  if (!namesRival(context, first, pronoun, found)) return found;
  return weighed(context, pronoun, found, false, 'its own sentence names another');
}

/** `X: One is from a reader. She writes …`: whose turn of a transcript a pronoun is in; they speak of others. */
function turnSpeaker({ words, beginsAt, document }: Context, at: number): ReadPerson | null {
  const first = wordIndexAt(words, document.paragraphs[words[at]!.paragraph]!.start);
  const label = beginsAt.get(first);
  return label && label.to < at && words[label.to]!.text === ':' ? label.person : null;
}

/** Whom a pronoun means by one earlier sentence; null where that leaves it open, undefined where it says nothing. */
function antecedentIn(
  context: Context,
  focus: Salience,
  sentence: number,
  pronoun: Pronoun,
  described: (subject: NounPhrase) => ReadPerson | null,
): ReadPerson | OnlyMentions | null | undefined {
  const { at, gender, fits } = pronoun;
  const distance = context.words[at]!.sentence - sentence;
  const back = distance === 1 ? 'the sentence before' : `a sentence ${distance} back`;
  const owner = distance === 1 ? ownerOfKin(context, focus, sentence, gender) : null;
  if (owner) return weighed(context, pronoun, owner, true, `${back} is about a relative of this person`);
  const one = distance === 1 ? oneOfCouple(context, focus, sentence, pronoun) : undefined;
  if (one) return weighed(context, pronoun, one, true, `${back} is about two, and the pronoun fits this one`);
  if (one === null) return leftOpen(context, pronoun, `${back} is about two whom it fits`);
  const subject = subjectOfSentence(context, focus, sentence);
  if (subject?.kind === 'pronoun') return antecedentBehind(context, focus, sentence, subject, pronoun, back);
  const person = subject ? (subject.person ?? described(subject)) : null;
  const other = person && distance === 1 ? otherThanSubject(context, focus, sentence, pronoun, person) : null;
  if (other) return weighed(context, pronoun, other, true, `${back} names no one else whom it fits`);
  if (person && !fits(person)) {
    weighed(context, pronoun, person, false, `${back} is about this person, whom the pronoun does not fit`);
    // `X fired Y. He told X …`: whichever of them is meant, it is not someone further back.
    const isOpen =
      pronoun.others.has(person) || isCalledSo(context, focus.firsts[sentence + 1]!, subject!, gender);
    return isOpen ? null : undefined;
  }
  if (person) {
    const but = doubtAbout(context, focus, sentence, pronoun, person);
    return weighed(context, pronoun, person, but === '', `${back} is about this person${but}`);
  }
  const whole = subject?.whole;
  if (whole && isSomeoneElse(context, subject))
    return leftOpen(context, pronoun, `${back} is about “${textOf(context, whole.from, whole.to)}”`);
  if (bringsInAnother(context, focus.firsts[sentence]!, focus.firsts[sentence + 1]!))
    return leftOpen(context, pronoun, `${back} brings in someone unnamed`);
  const others = fittingNames(context, focus, sentence, fits);
  const [first] = others;
  // Who is named behind the pronoun comes before others further back.
  if (!first) return openIfNamed(context, focus, sentence, pronoun);
  weighed(context, pronoun, first, false, `${back} only mentions this person`);
  return others.length === 1 && !isNamedAfter(context, subject) ? { onlyMentions: first } : null;
}

/** Null where a sentence names one of those whom the pronoun's own clause names, undefined where it does not. */
function openIfNamed(
  context: Context,
  focus: Salience,
  sentence: number,
  { others }: Pronoun,
): null | undefined {
  const isNamed = others.size > 0 && fittingNames(context, focus, sentence, person => others.has(person))[0];
  return isNamed ? null : undefined;
}

/** Why a pronoun may not mean the one whom a sentence is about; empty where it does. */
function doubtAbout(
  context: Context,
  focus: Salience,
  sentence: number,
  { at, gender, others, fits }: Pronoun,
  person: ReadPerson,
): string {
  const distance = context.words[at]!.sentence - sentence;
  if (distance === 1 && isAnswered(context, focus, sentence, at, person))
    return ', who asks what the pronoun answers';
  if (distance === 1 && isHabitOfKin(context, focus, sentence, at, gender))
    return ', but it may mean a relative whom it names';
  if (isBroughtIn(context, focus, sentence, gender)) return ', whom it brings in only as someone’s';
  if (hasDied(context, focus, sentence, person) && !isOfPast(context, at)) return ', who may be dead';
  if (distance === 1 && meetsSomeone(context, focus, sentence, gender))
    return ', but it brings in someone unnamed whom the pronoun may mean';
  if (gender !== null && !genderOf(context, person) && isFar(context, focus, sentence, at, gender))
    return ', too far away for an unknown gender';
  if (distance > 1 && introducesUnnamed(context, focus.firsts[sentence + 1]!, at, person, gender))
    return ', but someone unnamed comes between, and nothing shows that the pronoun fits this person';
  if (distance === 1 && joinsSomeone(context, focus.firsts[sentence]!, focus.firsts[sentence + 1]!))
    return ', but its last clause is about another, whom the pronoun may mean';
  if (speaksOfOther(context, focus, sentence, person, gender) || isSucceeded(context, focus, sentence, fits))
    return ', but the pronoun may mean another of whom it speaks';
  // Further back, whom the pronoun's clause names may be meant by an odd turn of phrase.
  const apart = distance === 1 ? others : undefined;
  return hasCompetingAntecedent(context, person, { at, gender }, focus.firsts[sentence]!, apart)
    ? ', but another fits the pronoun better'
    : '';
}

/** `“…,” she once said`, `he used to say`, `she had told friends`: what someone said in the past. */
function isOfPast({ words }: Context, pronoun: number): boolean {
  return /^(?:once|often|always|famously|used|liked|loved|would|had)$/.test(words[pronoun + 1]?.lower ?? '');
}

/** `X was close to her mother. “…,” she used to say`: what someone says by habit may be a relative's word. */
function isHabitOfKin(
  { words, quoted }: Context,
  { firsts }: Salience,
  sentence: number,
  pronoun: number,
  gender: Gender,
): boolean {
  if (!gender || !/^(?:used|would|always|often)$/.test(words[pronoun + 1]?.lower ?? '')) return false;
  for (let at = firsts[sentence]! + 1; at < firsts[sentence + 1]!; at++) {
    const isOwned = /^(?:his|her)$/.test(words[at - 1]!.lower);
    if (isOwned && !quoted[at] && genderOfKin(words[at]!.lower) === gender) return true;
  }
  return false;
}

/** `The Miller impersonator waved`: whether a subject only has someone’s name in it. */
function isNamedAfter({ words, beginsAt }: Context, subject: NounPhrase | null): boolean {
  for (let at = subject?.from ?? 0; at < (subject?.to ?? 0); at++) {
    const named = beginsAt.get(at);
    if (named && !isPossessiveEnding(words[named.to]?.text)) return true;
  }
  return false;
}

/** Whether a sentence has nothing of its own before the word at `at` but an adverb or a conjunction: `“…,” he said`. */
function isFirstSaid({ words, quoted }: Context, first: number, at: number): boolean {
  for (let before = first; before < at; before++)
    if (!quoted[before] && !/^(PUNCT|ADV|CCONJ)$/.test(words[before]!.pos)) return false;
  return true;
}

/** Whether more sentences come between than `nearby` that are neither quoted nor about the same pronoun: `He added`. */
function isFar(context: Context, focus: Salience, sentence: number, at: number, gender: Gender): boolean {
  const { words, quoted } = context;
  let between = 1;
  for (let next = sentence + 1; next < words[at]!.sentence; next++) {
    const [first, end] = [focus.firsts[next]!, focus.firsts[next + 1]!];
    if (quoted[first] && quoted[end - 1]) continue;
    const subject = subjectOfSentence(context, focus, next);
    if (subject?.kind === 'pronoun' && genderOfPronoun(words[subject.from]!.lower) === gender) continue;
    between++;
  }
  return between > nearby;
}

/** `X’s last film opens in May.`: whether an article brings someone in as the owner of what it is about. */
function isOwner({ words }: Context, { mentions }: ReadPerson): boolean {
  return isPossessiveEnding(words[wordIndexAt(words, mentions[0]!.end)]?.text);
}

/** How far into an article the first one named may be the only one. */
const opening = 150;

/** `The first thing you notice about X is her whistle.`: the only one whom an article has named, if the pronoun fits them for sure. `mentioned` is who was only mentioned. */
function onlyOneNamed(
  context: Context,
  { at, gender, fits }: Pronoun,
  mentioned: ReadPerson | null,
): ReadPerson | null {
  if (!gender || at > opening || (mentioned && !isOwner(context, mentioned))) return null;
  let only: ReadPerson | null = null;
  for (let next = context.firstNamed; next < at; next++) {
    const named = context.beginsAt.get(next);
    if (!named || named.person === only) continue;
    if (only) return null;
    only = named.person;
  }
  return only && fits(only) && genderOf(context, only) === gender ? only : null;
}
