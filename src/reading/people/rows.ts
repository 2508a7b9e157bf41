import { isGivenName } from '../../names/gender.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import { type Word, wordIndexAt } from '../tokens/words.ts';
import type { Mention } from './clusters.ts';
import type { NameParts } from './names-parts.ts';

/**
 * The paragraphs that are rows of tables, lists or credits rather than sentences, by their indexes; null where an article
 * has none, as most have.
 */
export type Rows = Uint8Array | null;

/** A row of at least this many words has fewer in lower case than this share. */
const proseWords = 8;
const proseShare = 0.5;

/** Finds the rows of an article. */
export function rowsOf({ input, paragraphs }: Document, words: Word[]): Rows {
  const all = new Uint16Array(paragraphs.length);
  const small = new Uint16Array(paragraphs.length);
  for (const { paragraph, isCapitalized, start, end } of words) {
    if (isCapitalized) all[paragraph]!++;
    else if (isLetter(input.charCodeAt(start)) && end - start > 1) {
      all[paragraph]!++;
      small[paragraph]!++;
    }
  }
  let rows: Rows = null;
  for (const [at, { start, end }] of paragraphs.entries()) {
    const isProse = all[at]! >= proseWords && small[at]! >= all[at]! * proseShare;
    if (isProse || all[at]! - small[at]! < 1 || !isRowText(input.slice(start, end))) continue;
    rows ??= new Uint8Array(paragraphs.length);
    rows[at] = 1;
  }
  return rows;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || code > 191;
}

/** Whether a text has what sentences have not: no full stop at its end, figures, brackets, columns. */
function isRowText(text: string): boolean {
  return !/[.!?…]["”’)]?$/.test(text) || /\d|[;|(]/.test(text);
}

/** How far a line is looked at. */
const reach = 140;

/** What the rows of an article say of the names in them. */
export type RowNames = {
  /** Mentions with the surname first, and those that touch a number. */
  spelled: Mention[];
  /** The parts of a candidate with `M.` as an initial, where it is not the French form of address. */
  withInitial: (parts: NameParts) => NameParts;
  /** Whether a candidate names no one of its own: it is part of a name that is given already, or is right behind one in brackets. */
  isNoName: (parts: NameParts, mayBePerson: boolean) => boolean;
  /** Whether a name in a heading is listed as in a row. */
  isListed: (parts: NameParts) => boolean;
};

const noRows: RowNames = {
  spelled: [],
  withInitial: parts => parts,
  isNoName: () => false,
  isListed: () => false,
};

/** Looks at the rows of an article; names must be asked about in order. */
export function createRowNames(document: Document, words: Word[], rows: Rows, index: NameIndex): RowNames {
  const inverted = [...invertedNames(document, index), ...invertedInLists(document, index)];
  if (rows === null && inverted.length === 0) return noRows;
  const spelled = [...inverted, ...(rows ? seededNames(document, rows, index) : [])];
  const ends = new Set<number>();
  const placeOf = ({ name, to }: NameParts) => {
    const { start, paragraph } = words[name]!;
    return { start, end: words[to - 1]!.end, paragraph };
  };
  return {
    spelled: spelled.map(name => spelledMention(name, words)),
    withInitial: parts => {
      const isInitial = parts.honorific && words[parts.name - 1]?.text === 'M.';
      if (!isInitial || rows?.[words[parts.name]?.paragraph ?? -1] !== 1) return parts;
      return { ...parts, name: parts.name - 1, titled: false, honorific: false, gender: null };
    },
    isNoName: (parts, mayBePerson) => {
      const place = placeOf(parts);
      if (spelled.some(({ start, end }) => place.start < end && place.end > start)) return true;
      if (rows?.[place.paragraph] !== 1) return false;
      if (isBehindPerson(place, document, end => ends.has(end))) return true;
      if (mayBePerson && parts.to - parts.name > 1) ends.add(place.end);
      return false;
    },
    isListed: parts => {
      const place = placeOf(parts);
      return rows?.[place.paragraph] === 1 && isListedInHeading(place, document);
    },
  };
}

function spelledMention({ start, end, paragraph, texts, name }: SpelledName, words: Word[]): Mention {
  const { sentence } = words[wordIndexAt(words, start)]!;
  const shown = { titled: false, office: false, gender: null, hasContext: () => true };
  return { start, end, paragraph, sentence, texts, name, ...shown };
}

const longestTitle = 16;

/** `Jan Holm (Torva Town)`, `Anna Berg (Inez)`: a club, a party or a role right behind someone's name. */
function isBehindPerson(
  { start, end }: { start: number; end: number },
  { input }: Document,
  endsName: (end: number) => boolean,
): boolean {
  const open = input.lastIndexOf('(', start);
  if (
    input[end] !== ')' ||
    open < start - longestTitle ||
    !/^\([\p{Lu}\p{L}. ]*$/u.test(input.slice(open, start))
  )
    return false;
  return endsName(open - 1);
}

const listedBefore = /(?:^|[:,;|] | by | and |^\d{1,3}[.)]? )$/;
const listedAfter = /^(?:$| ?[|(,;]| \d| and | as | for | [-–—] )/;

/** Whether a heading has a name as a row does: behind a label, in a list, before figures; or as one of several lines. */
function isListedInHeading(
  { start, end, paragraph }: { start: number; end: number; paragraph: number },
  { input, paragraphs }: Document,
): boolean {
  const line = paragraphs[paragraph]!;
  const [before, after] = [input.slice(line.start, start), input.slice(end, line.end)];
  if (!listedBefore.test(before) || !listedAfter.test(after)) return false;
  if (!/\p{Ll}/u.test(input.slice(start, end))) return false;
  if (before !== '' || after !== '') return true;
  const isHeading = (at: number) => paragraphs[at]?.kind === 'heading';
  return isHeading(paragraph - 1) && (isHeading(paragraph - 2) || isHeading(paragraph + 1));
}

/** A name as rows spell it, with its words in order. */
type SpelledName = { start: number; end: number; paragraph: number; texts: string[]; name: string };

const surnamePart = `(?:(?:de|da|do|dos|del|di|la|le|van|von|der|den|ten|ter|bin|al|el) ){0,2}`;
const givenPart = String.raw`\p{Lu}\p{Ll}+(?:[- ]\p{Lu}(?:\p{Ll}+|\.)){0,2}`;
const rank = String.raw`(?:\d{1,3}[.)=]? +)?`;
const address = String.raw`(?:(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lady|Rev|Hon|Judge|Capt|Captain|Lt|Col|Major|Sgt)\.? )?`;
/** `HOLM, Anna Maria, aged 84`, `1 HOLM Anna NOR 1:47.2`, `HOLM, Anna (Torva Party) 812`, `Dr HOLM, Anna. For …`. */
const capitalsFirst = new RegExp(
  `^${rank}${address}((?:\\p{Lu}['’])?\\p{Lu}{2,20}(?:[- ]\\p{Lu}{3,20})?)(,?) ${address}(${givenPart})(?=[,(.;:]| [–—-] | \\(\\p{Lu}| \\(?\\p{Lu}{3}\\b| \\d| aged |$)`,
  'u',
);
const mayBeCapitalsFirst = /^[^,]{0,12}(?<!\p{L})(?:\p{Lu}['’])?\p{Lu}{2}/u;
/** `Holm, Anna Maria`, a whole line. */
const surnameFirst = new RegExp(
  `^${rank}(${surnamePart}\\p{Lu}['’]?\\p{L}{1,20}(?:[- ]\\p{Lu}\\p{Ll}{1,20})?)(,) (${givenPart})$`,
  'u',
);
const fewestInverted = 3;
/** Of lines that all have a given name of the lists behind capitals and a comma fewer are enough. */
const fewestSure = 2;
const leastGiven = 0.4;

/** The names of an article's rows that have the surname first: several lines of one form, or one that gives an age. */
function invertedNames({ input, paragraphs }: Document, index: NameIndex): SpelledName[] {
  const found: (SpelledName & { isGiven: boolean; isSure: boolean; isApart: boolean })[][] = [[], []];
  for (const [at, { start, end }] of paragraphs.entries()) {
    const line = input.slice(start, Math.min(end, start + reach));
    const comma = line.indexOf(',');
    if ((comma < 0 || line.length > 60) && !mayBeCapitalsFirst.test(line)) continue;
    for (const [form, pattern] of [capitalsFirst, surnameFirst].entries()) {
      const match = pattern.exec(line);
      if (!match) continue;
      const [whole, surname = '', mark, given = ''] = match;
      if (index.places.has(surname.toLowerCase()) || index.organizations.has(surname.toLowerCase())) continue;
      const from = start + whole.indexOf(surname);
      const spelt = form === 0 ? withSmallLetters(surname) : surname;
      found[form]!.push({
        start: from,
        end: start + whole.length,
        paragraph: at,
        texts: [...given.split(' '), ...spelt.split(' ')],
        name: `${given} ${spelt}`,
        isGiven: isGivenName(given.split(' ')[0]!, index) && !index.places.has(given.toLowerCase()),
        isApart: form === 0 && mark === ',',
        isSure: /^(?:, (?:aged )?\d{1,3}\b| \([^()]{2,30}\) [\d,]+$)/.test(line.slice(whole.length)),
      });
      break;
    }
  }
  return found.flatMap(lines => {
    const isList =
      lines.length >= fewestInverted &&
      lines.filter(({ isGiven }) => isGiven).length >= lines.length * leastGiven;
    if (isList) return lines;
    const given = lines.filter(({ isGiven }) => isGiven);
    const apart = given.filter(({ isApart }) => isApart);
    return apart.length >= fewestSure && apart.length === lines.length
      ? lines
      : given.filter(({ isSure }) => isSure);
  });
}

const generation = String.raw`(?: (?:[JS]n?r\.?|I{2,3}|IV))?`;
/** `Holm Jr., Anna M.`, an item of a list; words may introduce the first one. Given names are as few as may be: `Jr.` is none. */
const listedItem = new RegExp(
  `(?:^(?:and )?|: |(?<=\\p{Ll}) )(${surnamePart}\\p{Lu}['’]?\\p{L}{1,20}(?:-\\p{Lu}\\p{Ll}{1,20})?)(${generation}), (${givenPart}?)(${generation})\\.?$`,
  'u',
);

/** The names in `Holm, Anna; Berg Jr., Tom; …`: items of a list in a sentence that have the surname first, each before a given name of the lists. */
function invertedInLists({ input, paragraphs }: Document, index: NameIndex): SpelledName[] {
  return paragraphs.flatMap(({ start, end }, paragraph) => {
    const first = input.indexOf(';', start);
    if (first < 0 || first >= end) return [];
    const items = input.slice(start, end).split(/; |(?<=\.) (?=[“\x22]?\p{Lu})/u);
    const names = items.flatMap(item => {
      const match = listedItem.exec(item);
      const [, surname = '', before = '', given = '', behind = ''] = match ?? [];
      if (!match || !isGivenName(given.split(/[ -]/)[0]!, index) || index.places.has(surname.toLowerCase()))
        return [];
      const suffix = (before || behind).trim();
      const texts = [...given.split(' '), ...surname.split(' '), ...(suffix ? [suffix] : [])];
      const at = input.indexOf(`${surname}${before}, ${given}`, start);
      const whole = `${surname}${before}, ${given}${behind}`;
      return [{ start: at, end: at + whole.length, paragraph, texts, name: texts.join(' ') }];
    });
    return names.length >= fewestSure ? names : [];
  });
}

/** `1-Anna Holm (Norway) beat …`: the number of a seed touches the name. */
const seeded =
  /(?<![\p{L}\d-])\d{1,2}-(\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20}){1,2})(?= \(| bt | beat | def| d\. |[,;.]| and |$)/gu;

function seededNames({ input, paragraphs }: Document, rows: Uint8Array, index: NameIndex): SpelledName[] {
  return paragraphs.flatMap(({ start, end }, paragraph) => {
    if (rows[paragraph] !== 1) return [];
    const matches = [...input.slice(start, end).matchAll(seeded)];
    return matches.flatMap(({ 1: name = '', 0: whole, index: at }) => {
      const texts = name.split(' ');
      const from = start + at + whole.length - name.length;
      const isNumbered = matches.length >= fewestInverted || input[from + name.length + 1] === '(';
      const isPerson = isNumbered || isGivenName(texts[0]!, index);
      return isPerson ? [{ start: from, end: from + name.length, paragraph, texts, name }] : [];
    });
  });
}

/** `HOLM-BERG` as `Holm-Berg`. */
function withSmallLetters(surname: string): string {
  return surname
    .toLowerCase()
    .replace(/(?<![\p{L}])\p{L}|(?<=(?<!\p{L})mc)\p{L}/gu, letter => letter.toUpperCase());
}
