import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';

/** Where the names of people begin, by the index of the first word, each with where it ends, exclusive. */
export type Names = Map<number, number>;

/** Words by their indexes, `to` exclusive. */
export type Range = { from: number; to: number };

/** An office has no more words than this. */
export const longest = 14;

export const mark: ReadonlySet<string> = new Set(',;:.!?“”"«»()–—-');
export const link: ReadonlySet<string> = new Set('of for to on at in and &'.split(' '));
export const determiner: ReadonlySet<string> = new Set('the his her their its'.split(' '));
/** What one person is to another says nothing by itself, and kinship is not an office. */
export const relation: ReadonlySet<string> = new Set(
  (
    'counterpart colleague ally friend rival opponent predecessor successor wife husband widow widower son daughter ' +
    'father mother brother sister uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother ' +
    'girlfriend boyfriend ex-wife ex-husband man woman boy girl'
  ).split(' '),
);
/** Titles of nobles, which are of a place. */
export const nobles: ReadonlySet<string> = new Set(
  (
    'duke duchess count countess earl marquess marquis marchioness viscount viscountess archduke archduchess baron ' +
    'baroness prince princess margrave landgrave'
  ).split(' '),
);

/** What is before these says what the person is to another. */
export const isToAnother: ReadonlySet<string> = new Set(
  'fellow counterpart colleague rival opponent predecessor successor ally'.split(' '),
);

/** Plurals that say what someone deals with: `arms dealer`. */
export const pluralTopic: ReadonlySet<string> = new Set(
  (
    'arms sports sales news communications operations rights drugs weapons customs economics relations services ' +
    'affairs politics emergencies fisheries forests roads works veterans pensions prisons railways ports elections ' +
    'women resources games'
  ).split(' '),
);

export function isPossessive(word: Word): boolean {
  return word.lower === "'s" || word.lower === "'";
}

export function isOfficeWord(word: Word, index: NameIndex): boolean {
  return (
    index.offices.has(word.lower) ||
    index.modifiers.has(word.lower) ||
    index.demonyms.has(word.lower) ||
    index.places.has(word.lower)
  );
}

/** How many words of an office begin at `at`, 0 for none. */
export function officeAt(words: Word[], at: number, limit: number, index: NameIndex): number {
  const first = at < limit ? (words[at]?.lower ?? '') : '';
  const most = index.officeStarts.get(first);
  if (most === undefined) return first.includes('-') && isTwoOffices(first, index) ? 1 : 0;
  const { sentence } = words[at]!;
  const end = at + Math.min(most, limit - at);
  let length = 0;
  let office = '';
  for (let next = at; next < end && words[next]?.sentence === sentence; next++) {
    office += next > at ? ` ${words[next]!.lower}` : words[next]!.lower;
    if (index.offices.has(office) || isOfficeToCome(office, index)) length = next - at + 1;
  }
  return length;
}

/** `secretary-treasurer`, `singer-guitarist` */
function isTwoOffices(word: string, { offices }: NameIndex): boolean {
  return word.split('-').every(part => offices.has(part));
}

/** `prime minister-designate` */
function isOfficeToCome(office: string, index: NameIndex): boolean {
  const dash = office.lastIndexOf('-');
  return (
    dash > 0 && /^-(?:designate|elect)$/.test(office.slice(dash)) && index.offices.has(office.slice(0, dash))
  );
}

/** The words' lower-case text with single blanks, null if a mark is between them. */
export function phrase(words: Word[], at: number, length: number): string | null {
  let text = '';
  for (let next = at; next < at + length; next++) {
    const word = words[next];
    if (!word || word.sentence !== words[at]!.sentence) return null;
    text += next > at ? ` ${word.lower}` : word.lower;
  }
  return text;
}

/** The first office within a stretch. */
export function headIn(words: Word[], from: number, to: number, index: NameIndex): Range | null {
  let head: Range | null = null;
  for (let at = from; at < to; at++) {
    if (link.has(words[at]!.lower) && head) break;
    const length = officeAt(words, at, to, index);
    if (length > 0) {
      head = { from: at, to: at + length };
      at += length - 1;
    }
  }
  return head;
}

/** What an office with everyday words in it begins behind: `the director of sales`, `Torva’s head of operations`. */
const opensOffice = /^(?:the|an?|its|his|her|their|['’]s?)$/;

/** Whether a stretch is an office: it has a head for one person, and nothing that cannot belong to it. */
export function isOfficePhrase(
  words: Word[],
  from: number,
  to: number,
  everyday: number,
  isApart: boolean,
  index: NameIndex,
): boolean {
  const head = headIn(words, from, to, index);
  if (!head || severalOf.test(words[from]!.lower)) return false;
  const last = words[head.to - 1]!.lower;
  if (
    head.to === to &&
    (relation.has(last) || isPluralOffice(last, phrase(words, head.from, to - head.from) ?? last, index))
  )
    return false;
  // `the father of Colonel X`, `a lawyer for singer X`: someone else is.
  if (head.to < to && (relation.has(last) || (!isApart && isOfAnother(words, head.to, to, index))))
    return false;
  const hasEveryday = everyday < to && from <= everyday && (everyday < head.from || everyday >= head.to);
  const isOpened =
    opensOffice.test(words[from - 1]?.lower ?? '') || words.slice(from, head.from).some(isPossessive);
  if (hasEveryday && (head.to === to || !isOpened)) return false;
  const complement = words.slice(head.to, to);
  if (complement.length > 0 && !link.has(complement[0]!.lower)) return false;
  return true;
}

/** Whether the complement of an office ends with what the one named after it is: `an adviser to tycoon X`. */
function isOfAnother(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const last = words[to - 1]!;
  if (!/^(?:to|for|of|with)$/.test(words[from]?.lower ?? '') || last.isCapitalized) return false;
  return last.pos === 'ADJ' || index.modifiers.has(last.lower) || personNoun.test(last.lower);
}

/** Everyday nouns for what one person is. */
const personNoun =
  /^(?:\p{Ll}+(?:ist|ian|woman|man|ster)|actor|actress|singer|rapper|tycoon|mogul|billionaire|millionaire|star|victim|suspect|defendant|convict|patient|player|striker|goalkeeper|boxer|golfer|author|writer|poet|painter|dancer|model|designer|hero|legend|killer|gunman|teenager|student|pupil|toddler|baby|infant|child|businessman|candidate|hopeful|whistleblower|fugitive|inventor|explorer)$/u;

/** Whether a noun says what one person is, without being an office. */
export const isPersonNoun = (lower: string) => personNoun.test(lower);

/** `two former heads of the army and X`: others are. */
export const severalOf =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|both|dozens|\d+)$/;

/** `colleagues`, `senators`: what several are is not the office of one. */
function isPluralOffice(last: string, whole: string, index: NameIndex): boolean {
  return singularOffice(last, index) !== null || singularOffice(whole, index) !== null;
}

/** The office of one of several: `senator` of `senators`; null where the words are no plural of an office. */
export function singularOffice(plural: string, index: NameIndex): string | null {
  if (!/[^s]s$|men$|women$/.test(plural)) return null;
  const one = plural.replace(/men$/, 'man').replace(/ies$/, 'y').replace(/s$/, '');
  return index.offices.has(one) ? one : null;
}
