import { type Gender, genderByCounts, genderOfGivenName } from '../../names/gender.ts';
import type { NameIndex, SpeechVerb } from '../knowledge/name-index.ts';
import type { Document, Span } from '../model/document.ts';
import type { ReadPerson } from '../model/reading.ts';
import { postNominals } from '../tokens/name-part.ts';
import { type Word, wordIndexAt, wordsOf } from '../tokens/words.ts';
import { companiesAmong } from './company-names.ts';
import { officeWords } from './office-words.ts';

/** Indexes into `Context.words`, `to` exclusive. */
export type WordRange = { from: number; to: number };

/** A person's mention by the indexes of its words, `to` exclusive. */
export type Named = { person: ReadPerson; from: number; to: number };

/** Who is said to speak: a named person, a pronoun, or the words for someone or something unnamed. */
export type NounPhrase = {
  kind: 'person' | 'pronoun' | 'described';
  person: ReadPerson | null;
  /** Indexes of the words that tell it, `to` exclusive. */
  from: number;
  to: number;
  /** Everything that belongs to it, titles and appositions too. */
  whole: WordRange;
};

/** A name as a phrase of its own, without titles or appositions. */
export function nameAlone(named: Named): NounPhrase {
  return { kind: 'person', person: named.person, from: named.from, to: named.to, whole: named };
}

/** A person weighed as the antecedent of a pronoun, and why they were taken or passed over; null where the search ends with no one. */
export type WeighedAntecedent = {
  pronoun: number;
  person: ReadPerson | null;
  taken: boolean;
  because: string;
};

/** Values by the indexes of words; out of range there is none. Asked so often that a `Map` would be slow. */
class WordIndex<Value> {
  readonly #values: (Value | undefined)[];

  constructor(words: number) {
    this.#values = new Array(words).fill(undefined);
  }

  get(at: number): Value | undefined {
    return at >= 0 && at < this.#values.length ? this.#values[at] : undefined;
  }

  has(at: number): boolean {
    return this.get(at) !== undefined;
  }

  set(at: number, value: Value): void {
    this.#values[at] = value;
  }
}

/** What finding speakers needs of an article, made once. */
export type Context = {
  document: Document;
  words: Word[];
  index: NameIndex;
  people: ReadPerson[];
  /** Mentions by the index of their first and of their last word. */
  beginsAt: WordIndex<Named>;
  endsAt: WordIndex<Named>;
  /** The indexes of the last words of mentions that look like someone’s but name a company. */
  companyEnds: ReadonlySet<number>;
  /** The reporting verbs by the indexes of their words, each looked up once; see `speechVerb`. */
  verbs: (SpeechVerb | null | undefined)[];
  /** The genders of those who were asked for; see `genderOf`. */
  genders: Map<ReadPerson, Gender>;
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
  const beginsAt = new WordIndex<Named>(words.length);
  const endsAt = new WordIndex<Named>(words.length);
  const companyEnds = new Set<number>();
  let firstNamed = Number.POSITIVE_INFINITY;
  const mentions = new Map(people.map(person => [person, mentionsOf(words, person)]));
  const companies = companiesAmong({ words, index }, mentions);
  for (const [person, places] of mentions) {
    if (companies.has(person)) for (const { to } of places) companyEnds.add(to - 1);
    else
      for (const named of places) {
        firstNamed = Math.min(firstNamed, named.from);
        beginsAt.set(named.from, named);
        endsAt.set(named.to - 1, named);
      }
  }
  const quoted = new Uint8Array(words.length);
  const [genders, verbs] = [new Map(), new Array(words.length).fill(undefined)];
  return {
    document,
    words,
    index,
    people,
    beginsAt,
    endsAt,
    companyEnds,
    verbs,
    genders,
    firstNamed,
    quoted,
  };
}

/** The mentions of a person that hold a word, by the indexes of their words. */
function mentionsOf(words: Word[], person: ReadPerson): Named[] {
  return person.mentions.flatMap(mention => {
    const from = wordIndexAt(words, mention.start);
    let to = endOf(words, mention, from);
    if (to <= from) return [];
    while (postNominals.has(words[to]?.text ?? '') && words[to]!.sentence === words[from]!.sentence) to++;
    return [{ person, from, to }];
  });
}

/** The index of the first word behind a mention that begins with the word at `from`. */
function endOf(words: Word[], mention: Span, from: number): number {
  let to = from;
  while (to < words.length && words[to]!.start < mention.end) to++;
  return to;
}

/** The reporting verb that the word at `at` looks like a form of, though it may be a noun there; null if of none. */
export function speechVerb({ words, index, verbs }: Context, at: number): SpeechVerb | null {
  let verb = verbs[at];
  if (verb === undefined) verbs[at] = verb = index.speech.get(words[at]!.lower) ?? null;
  return verb;
}

/** The gender that the titles, given names and offices of a person show; null where they show none, or both. */
export function genderOf(context: Context, person: ReadPerson): Gender {
  let gender = context.genders.get(person);
  if (gender === undefined) context.genders.set(person, (gender = shownGender(context, person)));
  return gender;
}

function shownGender({ words, index }: Context, person: ReadPerson): Gender {
  const counts = { f: 0, m: 0 };
  for (const mention of person.mentions) {
    const from = wordIndexAt(words, mention.start);
    const to = endOf(words, mention, from);
    if (to > from) countGender(counts, words, { from, to }, person, index);
  }
  for (const word of person.roles.flatMap(role => officeWords(role.text))) {
    const gender = index.offices.get(word);
    if (gender) counts[gender]++;
  }
  return genderByCounts(counts);
}

/** `her husband David`, `his wife, Sarah,`: the gender of a relative; null where the words before a mention are for none. */
function kinGender(words: Word[], { from, to }: WordRange): Gender {
  const isApposed = words[from - 1]?.text === ',' && words[to]?.text === ',';
  return genderOfKin(words[isApposed ? from - 2 : from - 1]?.lower ?? '');
}

/** `daughter`, `uncle`: the gender that a noun for a relative shows; null for any other. */
export function genderOfKin(noun: string): Gender {
  return kinMale.has(noun) ? 'm' : kinFemale.has(noun) ? 'f' : null;
}

const kinMale: ReadonlySet<string> = new Set(
  'husband father son brother uncle nephew grandfather grandson boyfriend stepfather dad ex-husband'.split(
    ' ',
  ),
);
const kinFemale: ReadonlySet<string> = new Set(
  'wife mother daughter sister aunt niece grandmother granddaughter girlfriend stepmother mum mom widow ex-wife'.split(
    ' ',
  ),
);

/** Counts what a mention says of a person's gender: a title twice, a given name once. */
function countGender(
  counts: { f: number; m: number },
  words: Word[],
  { from, to }: WordRange,
  { name }: ReadPerson,
  index: NameIndex,
): void {
  const before = words[from - 1];
  const kin = kinGender(words, { from, to });
  if (kin) counts[kin] += 2;
  const title = before && (index.honorifics.get(before.lower) ?? index.offices.get(before.lower));
  if (title) counts[title] += 2;
  if (to - from === 1) return;
  // `von der X`: a particle that is also a given name begins a surname.
  const first = words[from]!.text;
  const given = genderOfGivenName(first, index);
  if (given && !name.toLowerCase().includes(` ${first.toLowerCase()} `)) counts[given]++;
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

/** Whether one of the words of a stretch outside quotes is in a set. */
export function hasWord(
  { words, quoted }: Context,
  from: number,
  to: number,
  set: ReadonlySet<string>,
): boolean {
  for (let at = from; at < to; at++) if (!quoted[at] && set.has(words[at]!.lower)) return true;
  return false;
}
