import { type Gender, genderOfGivenName } from '../../names/gender.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document, Span } from '../model/document.ts';
import type { ReadPerson } from '../model/reading.ts';
import { pushTo } from '../people/clusters.ts';
import { diplomacy, officeWords } from '../people/roles-words.ts';
import { type Word, wordIndexAt, wordsOf } from '../tokens/words.ts';

/** Indexes into `Context.words`, `to` exclusive. */
export type WordRange = { from: number; to: number };

/** A person's mention by the indexes of its words, `to` exclusive. */
export type Named = { person: ReadPerson; from: number; to: number };

/** A person weighed as the antecedent of a pronoun, and why they were taken or passed over. */
export type WeighedAntecedent = { pronoun: number; person: ReadPerson; taken: boolean; because: string };

/** What finding speakers needs of an article, made once. */
export type Context = {
  document: Document;
  words: Word[];
  index: NameIndex;
  people: ReadPerson[];
  /** Mentions by the index of their first and of their last word. */
  beginsAt: Map<number, Named>;
  endsAt: Map<number, Named>;
  genders: Map<string, Gender>;
  /** The people by the words of their offices. */
  byOffice: Map<string, ReadPerson[]>;
  /** The index of the first word that names anyone. */
  firstNamed: number;
  /** Words inside a quote. */
  quoted: Uint8Array;
  /** Is handed every antecedent that is weighed, where an explanation is wanted. */
  onAntecedent?: (weighed: WeighedAntecedent) => void;
};

/** The context of a document whose quotes are not yet known. */
export function contextOf(document: Document, people: ReadPerson[], index: NameIndex): Context {
  const words = wordsOf(document);
  const beginsAt = new Map<number, Named>();
  const endsAt = new Map<number, Named>();
  const genders = new Map<string, Gender>();
  const byOffice = new Map<string, ReadPerson[]>();
  let firstNamed = Number.POSITIVE_INFINITY;
  for (const person of people) {
    const counts = { f: 0, m: 0 };
    for (const mention of person.mentions) {
      const from = wordIndexAt(words, mention.start);
      const to = wordIndexAt(words, mention.end);
      if (to <= from) continue;
      const named = { person, from, to };
      firstNamed = Math.min(firstNamed, from);
      beginsAt.set(from, named);
      endsAt.set(to - 1, named);
      countGender(counts, words, named, index);
    }
    for (const word of person.roles.flatMap(role => officeWords(role.text))) {
      const gender = index.offices.get(word);
      if (gender) counts[gender]++;
      const isOffice = word === diplomacy || index.offices.has(word);
      if (isOffice && byOffice.get(word)?.at(-1) !== person) pushTo(byOffice, word, person);
    }
    genders.set(person.id, counts.f === counts.m ? null : counts.f > counts.m ? 'f' : 'm');
  }
  const quoted = new Uint8Array(words.length);
  return { document, words, index, people, beginsAt, endsAt, genders, byOffice, firstNamed, quoted };
}

/** Counts what a mention says of a person's gender: a title twice, a given name once. */
function countGender(
  counts: { f: number; m: number },
  words: Word[],
  { from, to }: Named,
  index: NameIndex,
): void {
  const before = words[from - 1];
  const title = before && (index.honorifics.get(before.lower) ?? index.offices.get(before.lower));
  if (title) counts[title] += 2;
  const given = genderOfGivenName(words[from]!.text, index);
  if (given && to - from > 1) counts[given]++;
}

/** Marks the words inside these stretches (marks included) as quoted. */
export function markQuoted(context: Context, spans: Span[]): void {
  for (const span of spans) {
    for (let at = wordIndexAt(context.words, span.start); at < context.words.length; at++) {
      if (context.words[at]!.start >= span.end) break;
      context.quoted[at] = 1;
    }
  }
}

/** The text between two words, both included. */
export function textOf(context: Context, from: number, to: number): string {
  return context.document.input.slice(context.words[from]!.start, context.words[to - 1]!.end);
}
