import { resolvePronoun } from '../grammar/antecedent.ts';
import { type Context, contextOf, markQuoted, type NounPhrase } from '../grammar/context.ts';
import { type Salience, salienceOf } from '../grammar/salience.ts';
import { genderOfPronoun } from '../grammar/weighed-pronoun.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type NameIndex, nameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { ReadPerson, Span } from '../model/reading.ts';
import { officeFrom } from '../people/roles/apposition.ts';
import { isPostNoun, type OfficeChange } from '../people/roles/posts.ts';
import { headIn, type Names } from '../people/roles/role-phrase.ts';
import { rolesOfSubject, withRoles } from '../people/roles/roles.ts';
import { type Word, wordIndexAt, wordsOf } from '../tokens/words.ts';
import { counterpartAt } from './counterparts.ts';
import { antecedentDescribed } from './descriptions.ts';

const longestOpening = 75;
/** What a sentence may begin with that says something of one named before: it is looked at no further else. */
const opening =
  /^(?:(?:(?:An?|As) [^,.]{3,60}, )?(?:he|she) |the (?:\d{2}-year-old|retired|former|veteran) )/i;

/**
 * The people with the offices that later sentences give them without their names: `She is the head of …`, `He has led the
 * agency since 2019`, `The 54-year-old surgeon …`.
 * @param quotes what is between these marks is an opinion, and counts for nothing
 */
export function withAnaphoricOffices(
  people: ReadPerson[],
  document: Document,
  quotes: readonly Span[],
  knowledge: Knowledge,
): ReadPerson[] {
  if (people.length === 0) return people;
  const index = nameIndex(knowledge);
  const words = wordsOf(document);
  let reader: Resolver | null = null;
  const added = new Map<ReadPerson, OfficeChange[]>();
  for (const sentence of document.sentences) {
    const begin = opening.exec(document.input.slice(sentence.start, sentence.start + longestOpening))?.[0];
    if (begin === undefined) continue;
    const at = wordIndexAt(words, sentence.start + begin.lastIndexOf(',') + (begin.includes(',') ? 2 : 0));
    reader ??= resolver(people, document, quotes, index);
    const roles = reader.rolesAt(at);
    const person = roles.length > 0 ? reader.meantAt(at) : null;
    if (person) added.set(person, [...(added.get(person) ?? []), ...roles]);
  }
  if (document.input.includes('counterpart')) {
    const names = namesOf(words, people);
    for (const [at, { lower }] of words.entries()) {
      const found = lower === 'counterpart' ? counterpartAt(words, at, people, names, index) : null;
      const person =
        found &&
        people.find(({ mentions }) => mentions.some(({ start }) => start === words[found.name]!.start));
      if (found && person) added.set(person, [...(added.get(person) ?? []), found.role]);
    }
  }
  return added.size === 0
    ? people
    : people.map(person => {
        const more = added.get(person);
        return more ? { ...person, roles: withRoles(person.roles, more, document, words, index) } : person;
      });
}

type Resolver = {
  /** What the sentence that begins with a word says that its subject is. */
  rolesAt(at: number): OfficeChange[];
  /** Whom it speaks of; null where that is open. */
  meantAt(at: number): ReadPerson | null;
};

function resolver(
  people: ReadPerson[],
  document: Document,
  quotes: readonly Span[],
  index: NameIndex,
): Resolver {
  const context = contextOf(document, people, index);
  markQuoted(context, [...quotes]);
  const salience = salienceOf(context);
  const { words, quoted } = context;
  const names = namesOf(words, people);
  /** Whom sentences so far spoke of without their names, by their first words. */
  const meant = new Map<number, ReadPerson>();
  const described = (subject: NounPhrase) => meant.get(subject.from) ?? antecedentDescribed(context, subject);
  return {
    rolesAt(at) {
      if (!words[at] || quoted[at]) return [];
      if (words[at]!.lower !== 'the') return rolesOfSubject(words, { from: at, to: at + 1 }, names, index);
      const trade = tradeAt(words, at, names, index);
      const subject = { from: at, to: trade?.to ?? at + 2 };
      return [...(trade ? [trade] : []), ...rolesOfSubject(words, subject, names, index)];
    },
    meantAt(at) {
      const gender = genderOfPronoun(words[at]!.lower);
      const person = resolvePronoun(context, salience, at, gender, described);
      if (!person || (gender === null && !isAlone(context, salience, person, at))) return null;
      meant.set(at, person);
      return person;
    },
  };
}

function namesOf(words: Word[], people: readonly ReadPerson[]): Names {
  return new Map(
    people.flatMap(({ mentions }) =>
      mentions
        .map(({ start, end }) => [wordIndexAt(words, start), wordIndexAt(words, end)] as const)
        .filter(([from, to]) => to > from),
    ),
  );
}

/** The trade of `The 54-year-old surgeon finished`, `The retired postman came`: the subject of its sentence. */
function tradeAt(words: Word[], at: number, names: Names, index: NameIndex): OfficeChange | null {
  const isAged = /^\d/.test(words[at + 1]!.text);
  const role = officeFrom(words, isAged ? at + 2 : at + 1, names, index);
  const head = role && headIn(words, role.from, role.to, index);
  if (!role || !head) return null;
  // `the former president` may be one who is so well known that the article does not name him.
  if (!isAged && isPostNoun(words[head.to - 1]!.lower)) return null;
  const isSubject = /^(?:VERB|AUX)$/.test(words[role.to]?.pos ?? '') || words[role.to]?.text === ',';
  return isSubject && words[role.to]!.sentence === words[at]!.sentence ? { ...role, ended: false } : null;
}

/** Whether no one else is named in the last sentence before the word at `at` that names anyone. */
function isAlone(context: Context, { firsts }: Salience, person: ReadPerson, at: number): boolean {
  for (let sentence = context.words[at]!.sentence - 1; sentence >= 0; sentence--) {
    const named = new Set<ReadPerson>();
    for (let other = firsts[sentence]!; other < firsts[sentence + 1]!; other++) {
      const found = context.beginsAt.get(other);
      if (found) named.add(found.person);
    }
    if (named.size > 0) return named.size === 1 && named.has(person);
  }
  return false;
}
