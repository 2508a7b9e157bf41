import { shareNickname } from '../../../names/agreement.ts';
import { foldName } from '../../../names/fold.ts';
import { memoize } from '../../../system/memoize.ts';
import { antecedentDescribed, speakerDescribed } from '../../descriptions/descriptions.ts';
import { isIntroduced } from '../../descriptions/introductions.ts';
import { resolvePronoun } from '../../grammar/antecedent.ts';
import { type Context, textOf, type WordRange } from '../../grammar/context.ts';
import { bodyNouns, personNouns } from '../../grammar/lexicon.ts';
import type { NounPhrase } from '../../grammar/noun-phrase.ts';
import type { Salience } from '../../grammar/salience.ts';
import { isOneOfTwo, type SpeakerKind, speakerKind } from '../../grammar/speaker-kind.ts';
import type { ReadPerson } from '../../model/reading.ts';
import { postNominals } from '../../tokens/name-part.ts';
import { wordIndexAt } from '../../tokens/words.ts';

/** Who spoke, by the words that tell it. Indexes of words, `to` exclusive. */
export type Speaker = {
  name: string | null;
  person: ReadPerson | null;
  from: number;
  to: number;
  kind: SpeakerKind;
  /** The words spell the surname otherwise than the name does. */
  misspelled?: boolean;
};

export type Attributed = {
  speaker: Speaker | null;
  cue: WordRange | null;
  rule: string;
  /** Who cites the words, where they are another’s. */
  citedBy?: Speaker;
  /** Where the speaker is that of the quote before: the rule that decided that one. */
  origin?: string;
};

/** The speaker that a subject names; `person` is whom a pronoun or a description means. */
export function speakerOf(context: Context, subject: NounPhrase, person: ReadPerson | null): Speaker {
  const { from, to } = subject.kind === 'person' ? subject : subject.whole;
  const kind = person ? 'person' : (speakerKind(context, subject) ?? 'unnamed');
  return { name: person?.name ?? null, person, from, to, kind };
}

/** Whom a subject means; without a name where the text leaves it open. */
export function resolveSpeaker(context: Context, focus: Salience, subject: NounPhrase): Speaker {
  const described = (other: NounPhrase) => antecedentDescribed(context, other);
  if (subject.kind === 'person')
    return { ...speakerOf(context, subject, subject.person), misspelled: isMisspelled(context, subject) };
  if (isOneOfTwo(context, subject))
    return speakerOf(context, subject, oneOfTwo(context, focus, subject.from));
  if (subject.kind === 'described')
    return speakerOf(
      context,
      subject,
      bearerOf(context, subject) ??
        holderInBrackets(context, subject.whole.to) ??
        speakerDescribed(context, subject) ??
        generic(context, focus, subject),
    );
  const { lower } = context.words[subject.from]!;
  const gender = /^(he|him|his)$/.test(lower) ? 'm' : /^(she|her)$/.test(lower) ? 'f' : null;
  if (!gender) return speakerOf(context, subject, null);
  return speakerOf(
    context,
    subject,
    resolvePronoun(context, focus, subject.from, gender, described) ?? personOfTitle(context, subject.from),
  );
}

/** `X and Y left. The former said`: one of the only two whom this sentence, or the one before, names; it speaks of no body. */
function oneOfTwo(context: Context, { firsts }: Salience, at: number): ReadPerson | null {
  const { words } = context;
  const own = words[at]!.sentence;
  const named = namedIn(context, firsts[own]!, at);
  if (named.length === 0 && own > 0) named.push(...namedIn(context, firsts[own - 1]!, firsts[own]!));
  if (named.length !== 2) return null;
  return words[at + 1]!.lower === 'former' ? named[0]! : named[1]!;
}

/** Whom the words name outside quotes, each once, in order; no one where they speak of a body too. */
function namedIn({ words, quoted, beginsAt }: Context, from: number, to: number): ReadPerson[] {
  const named = new Set<ReadPerson>();
  for (let at = from; at < to; at++) {
    if (quoted[at]) continue;
    if (bodyNouns.has(words[at]!.lower)) return [];
    const mention = beginsAt.get(at);
    if (mention) named.add(mention.person);
  }
  return [...named];
}

const nameWords = memoize((name): readonly string[] => foldName(name).split(/[\s-]+/));

/** The last word of a person’s name, folded. */
export function surnameOf({ name }: ReadPerson): string {
  return nameWords(name).at(-1)!;
}

/** Whether a word of the name as used here is no part of the full name: then another may be meant. */
function isMisspelled(context: Context, { from, to, person }: NounPhrase): boolean {
  const own = nameWords(person!.name);
  while (to > from && postNominals.has(context.words[to - 1]!.text)) to--;
  return nameWords(textOf(context, from, to)).some(
    word =>
      word.length > 1 &&
      !word.endsWith('.') &&
      !own.includes(word) &&
      // `Andrew Miller … Andy Miller said`
      !own.some(known => shareNickname(word, known, context.index)),
  );
}

/**
 * `Lima said`, `Black said`: the one person whose surname is a place or an everyday word too, named in full before, where
 * the text speaks of no place called so.
 */
function bearerOf({ words, people, index }: Context, { from, to }: NounPhrase): ReadPerson | null {
  const { text, lower, start, isCapitalized, known } = words[from]!;
  const isAmbiguous =
    known || index.places.has(lower) || index.demonyms.has(lower) || index.common.has(lower);
  if (to - from > 1 || !isCapitalized || !isAmbiguous) return null;
  const surname = foldName(text);
  const fits = people.filter(person => surnameOf(person) === surname && nameWords(person.name).length > 1);
  const isKnown = fits.length === 1 && fits[0]!.mentions.some(mention => mention.start < start);
  if (!isKnown) return null;
  const isPlace = words.some(
    (word, at) => word.text === text && /^(in|to|from|at|near|of|across)$/.test(words[at - 1]?.lower ?? ''),
  );
  return isPlace ? null : fits[0]!;
}

/** `the Minister of Health (Anna Miller) said`: the one named in the brackets behind their own office; null where there is none. */
function holderInBrackets({ words, people }: Context, to: number): ReadPerson | null {
  if (words[to]?.text !== '(') return null;
  const { end } = words[to - 1]!;
  return people.find(({ roles }) => roles.some(role => role.end === end)) ?? null;
}

/**
 * `the official`, `the 74-year-old`: the one whom the sentence before was about, where the text says nothing
 * else of them.
 */
function generic(context: Context, focus: Salience, { from, to }: NounPhrase): ReadPerson | null {
  const { words } = context;
  if (to - from !== 2 || words[from]!.lower !== 'the') return null;
  const noun = words[from + 1]!.lower;
  const before = () => resolvePronoun(context, focus, from, null, () => null);
  const aged = agedSo(noun);
  if (aged) {
    const fits = context.people.filter(person => ages(context, person).some(aged));
    if (fits.length > 0) return fits.length === 1 && before() === fits[0] ? fits[0]! : null;
    const person = isNextSubject(context, from) ? before() : null;
    return person && ages(context, person).length === 0 ? person : null;
  }
  const isOffice = /^(official|politician|diplomat|minister)$/.test(noun);
  if (!isOffice || isIntroduced(context, noun, from)) return null;
  const person = before();
  // A reader or an athlete named before is none.
  const isOne = person?.roles.some(
    ({ text }) => noun !== 'minister' || /minister|secretary|chancellor/i.test(text),
  );
  return isOne ? person : null;
}

/** `X scored twice. The 22-year-old said …`: behind a sentence of the paragraph that is about one named person, and speaks of no one unnamed. */
function isNextSubject({ words, people, quoted, beginsAt }: Context, from: number): boolean {
  const { sentence, paragraph, lower } = words[from + 1]!;
  if (lower === 'teenager') return false;
  let to = from;
  while (to > 0 && (words[to - 1]!.sentence === sentence || quoted[to - 1])) to--;
  const last = words[to - 1];
  if (last?.paragraph !== paragraph) return false;
  let at = to;
  for (; at > 0 && words[at - 1]!.sentence === last.sentence; at--)
    if (!quoted[at - 1] && !beginsAt.has(at) && personNouns.has(words[at - 1]!.lower)) return false;
  const named = people.filter(({ mentions }) =>
    mentions.some(({ start }) => start >= words[at]!.start && start < last.end),
  );
  return named.length === 1;
}

/** What ages a word for someone means; null where it means none. */
function agedSo(noun: string): ((age: number) => boolean) | null {
  if (noun === 'teenager') return age => age > 12 && age < 20;
  const years = /^(\d{1,3})-year-old$/.exec(noun)?.[1];
  return years === undefined ? null : age => age === Number(years);
}

/** The ages behind the mentions of a person: `X, 74, said`. */
function ages({ words }: Context, { mentions }: ReadPerson): number[] {
  return mentions.flatMap(({ end }) => {
    const at = wordIndexAt(words, end);
    const isAge = words[at]?.text === ',' && /^\d{1,3}$/.test(words[at + 1]?.text ?? '');
    return isAge && /^[,.;)]$/.test(words[at + 2]?.text ?? '') ? [Number(words[at + 1]!.text)] : [];
  });
}

/** Whom the title begins with, where the body names no one before its first pronoun. */
function personOfTitle(context: Context, at: number): ReadPerson | null {
  if (context.firstNamed < at) return null;
  let person = titled.get(context);
  if (person === undefined) titled.set(context, (person = beginningTitle(context)));
  const because = 'the title begins with this person, and no one is named before';
  if (person) context.onAntecedent?.({ pronoun: at, person, taken: true, because });
  return person;
}

/** With whom the title begins, looked for once an article. */
const titled = new WeakMap<Context, ReadPerson | null>();

function beginningTitle({ document: { title }, people }: Context): ReadPerson | null {
  if (!title) return null;
  const fits = people.filter(person =>
    [person.name, ...person.variants].some(name => title.includes(name.split(' ').at(-1)!)),
  );
  return fits.length === 1 && title.startsWith(fits[0]!.name.split(' ').at(-1)!) ? fits[0]! : null;
}
