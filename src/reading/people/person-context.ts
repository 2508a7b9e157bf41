import { isListedName } from '../../names/surname.ts';
import { inSentence } from '../entities/mentions/entity.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import { isSpeakingLabel } from '../tokens/spoken.ts';
import { isPossessiveEnding, type Word } from '../tokens/words.ts';
import { isCommonWord } from './evidence.ts';
import type { NameParts } from './names-parts.ts';
import { nobles, officeAt } from './roles/role-phrase.ts';

const kin: ReadonlySet<string> = new Set(
  (
    'son sons daughter daughters wife husband widow father mother parents brother brothers sister sisters nephew niece ' +
    'uncle aunt cousin birthday funeral'
  ).split(' '),
);
const speech: ReadonlySet<string> = new Set(
  'said says added asked wrote tweeted replied explained'.split(' '),
);
const auxiliaries: ReadonlySet<string> = new Set(['has', 'have', 'had', 'also', 'later', 'then']);

/** What the words around a name show. */
type Clue = {
  name: string;
  shows: 'person' | 'nothing';
  holds: (parts: NameParts, words: Word[], index: NameIndex) => boolean;
};

/** By which words around a name it is seen to be a person's: the first clue that holds decides, and without any nothing is shown. */
const clues: Clue[] = [
  {
    name: 'said X',
    shows: 'person',
    holds: ({ name, to }, words, index) => {
      const before = speechBefore(name, words, index);
      if (before === undefined || !speech.has(before.lower)) return false;
      // `said Ukip leader Anna Miller`
      const office = words[to]?.isCapitalized === false ? officeAt(words, to, words.length, index) : 0;
      return office === 0 || !words[to + office]?.isCapitalized;
    },
  },
  {
    // X is spoken to here, which a newspaper or an inquiry can be too.
    name: 'told X',
    shows: 'nothing',
    holds: ({ name }, words, index) => speechBefore(name, words, index)?.lower === 'told',
  },
  {
    name: 'a spokesman for the bank, X',
    shows: 'person',
    holds: (parts, words, index) => isApposed(parts, words, index),
  },
  { name: 'the X presidency', shows: 'person', holds: isPresidency },
  {
    name: 'by X, a surname',
    shows: 'person',
    holds: (parts, words, index) =>
      words[parts.name - 1]?.lower === 'by' && isKnownSurname(parts, words, index),
  },
  {
    name: 'the end of the sentence',
    shows: 'nothing',
    holds: ({ to }, words) => words[to]?.sentence !== words[to - 1]!.sentence,
  },
  {
    name: 'X, Duke of Saxony',
    shows: 'person',
    holds: ({ to }, words) =>
      words[to]!.text === ',' &&
      words[to + 2]?.lower === 'of' &&
      words[to + 1]!.isCapitalized &&
      nobles.has(words[to + 1]!.lower) &&
      words[to + 3]?.isCapitalized === true,
  },
  {
    name: 'in X',
    shows: 'nothing',
    holds: ({ name, titled }, words) =>
      !titled &&
      /^(?:of|in|at|near|outside|across|[\p{Ll}]+-(?:hit|torn|stricken|held|ravaged|prone|battered))$/u.test(
        words[name - 1]?.lower ?? '',
      ),
  },
  {
    name: 'the weaver from X who',
    shows: 'nothing',
    holds: ({ name, to, titled }, words) =>
      !titled && to - name === 1 && words[name - 1]?.lower === 'from' && words[to]!.lower === 'who',
  },
  {
    name: 'the X, an outlet or a book',
    shows: 'nothing',
    holds: ({ name, titled }, words) => !titled && words[name - 1]?.lower === 'the',
  },
  {
    name: 'X said in a statement, as a company does',
    shows: 'nothing',
    holds: ({ name, to, titled }, words) =>
      !titled &&
      to - name === 1 &&
      words[to + 1]?.lower === 'in' &&
      /^(a|an|its)$/.test(words[to + 2]?.lower ?? '') &&
      /^(statement|filing|release|blog|post|email)$/.test(words[to + 3]?.lower ?? ''),
  },
  {
    name: 'X said',
    shows: 'person',
    holds: ({ to }, words, index) => {
      const next = words[to]!;
      return (
        index.speech.get(next.lower)?.bare === true && !next.runTogether && /^(VERB|AUX)$/.test(next.pos)
      );
    },
  },
  {
    name: 'X has said',
    shows: 'person',
    holds: ({ to }, words, index) =>
      auxiliaries.has(words[to]!.lower) && index.speech.get(words[to + 1]?.lower ?? '')?.bare === true,
  },
  {
    name: 'what only people do',
    shows: 'person',
    holds: ({ to }, words, index) => index.personVerbs.has(words[to]!.lower) && words[to]!.pos !== 'NOUN',
  },
  {
    name: 'Xsaid, run together',
    shows: 'person',
    holds: ({ to }, words, index) => words[to]!.runTogether && index.speech.has(words[to]!.lower),
  },
  { name: 'X who', shows: 'person', holds: ({ to }, words) => words[to]!.lower === 'who' },
  {
    name: "X's wife",
    shows: 'person',
    holds: ({ to }, words) => kin.has(ownedNoun(words, to)?.lower ?? ''),
  },
  {
    name: 'a surname used as one',
    shows: 'person',
    holds: (parts, words, index) =>
      isKnownSurname(parts, words, index) && hasSurnameContext(parts, words, index),
  },
  {
    name: 'X: I, the label of a turn',
    shows: 'person',
    holds: ({ name, to }, words) => isSpeakingLabel(words, name, to),
  },
  {
    name: 'X, 31, or X, who',
    shows: 'person',
    holds: ({ to }, words) =>
      words[to]!.text === ',' &&
      (words[to + 1]?.lower === 'who' ||
        (/^\d\d(?:-year-old)?$/.test(words[to + 1]?.text ?? '') && !isMeasure(words[to + 2]))),
  },
  {
    name: 'X, the president',
    shows: 'person',
    holds: ({ to }, words, index) =>
      words[to]!.text === ',' && !isOfPlace(to + 1, words) && hasOfficeFrom(to + 1, words, index),
  },
];

/** Whether the words around a name show that it is a person's: an age, an office, `who`, a verb of speech. */
export function hasPersonContext(parts: NameParts, words: Word[], index: NameIndex): boolean {
  return (parts.isShown ??= isShownByClue(parts, words, index));
}

function isShownByClue(parts: NameParts, words: Word[], index: NameIndex): boolean {
  for (const { shows, holds } of clues) if (holds(parts, words, index)) return shows === 'person';
  return false;
}

/** The verb of speech right before a name, in the same sentence. */
function speechBefore(name: number, words: Word[], index: NameIndex): Word | undefined {
  const before = words[name - 1];
  const isSpeech = before?.sentence === words[name]!.sentence && index.speech.get(before.lower)?.bare;
  return isSpeech ? before : undefined;
}

/** `X, 50 km to the west` */
function isMeasure(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    /^(?:km|kilometers?|kilometres?|miles?|minutes?|hours?|percent|per|m|meters?|metres?)$/.test(word.lower)
  );
}

/** `Anaklia, the port that the president built` */
function isOfPlace(from: number, words: Word[]): boolean {
  if (!/^(?:the|a|an)$/.test(words[from]?.lower ?? '')) return false;
  return [1, 2, 3].some(
    step => placeNoun.test(words[from + step]?.lower ?? '') && !words[from + step]!.isCapitalized,
  );
}

const placeNoun =
  /^(?:port|town|city|village|island|river|lake|suburb|district|province|peninsula|valley|resort|hamlet|harbou?r)$/;

const isOfFirms = /^(?:rival|competitor|supplier|peer)s?$/;

/** Whether an office is among the next six words, before another mark or a verb. */
function hasOfficeFrom(from: number, words: Word[], index: NameIndex): boolean {
  // `X, and the head of the office`
  if (/^(?:and|but|or)$/.test(words[from]?.lower ?? '')) return false;
  for (let at = from; at < from + 6 && words[at]; at++) {
    // `Hanjin, a rival, fell`: companies have them too.
    if (isOfFirms.test(words[at]!.lower)) return false;
    const length = officeAt(words, at, words.length, index) || (isPeopleNoun(words[at]!.lower) ? 1 : 0);
    // `Shells hit the towns of A and X, the governor said`: the governor is someone else.
    if (length > 0) return index.speech.get(words[at + length]?.lower ?? '')?.bare !== true;
    // `a managing director`
    const isVerb = words[at]!.pos === 'VERB' && !words[at]!.lower.endsWith('ing');
    if (/^[,.;:“”"]$/.test(words[at]!.text) || isVerb) return false;
  }
  return false;
}

/** `Sudarto, a fisherman`: what only people are. */
function isPeopleNoun(lower: string): boolean {
  return peopleNouns.has(lower) || (lower.endsWith('man') && manNoun.test(lower));
}

const peopleNouns: ReadonlySet<string> = new Set(
  (
    'farmer baker widow widower orphan teenager pensioner mother father refugee survivor villager shopkeeper housewife ' +
    'carpenter nurse teacher student resident eyewitness native worker'
  ).split(' '),
);
const manNoun = /^\p{Ll}{3,}(?:woman|(?<!hu|ger|sales|ca)man)$/u;

/** `the Field presidency`: even of a surname that is an everyday word. */
export function isPresidency({ name, to }: NameParts, words: Word[], index: NameIndex): boolean {
  const { lower } = words[name]!;
  return (
    words[name - 1]?.lower === 'the' &&
    /^(?:presidency|administration)$/.test(words[to]?.lower ?? '') &&
    !index.modifiers.has(lower) &&
    !index.organizationWords.has(lower)
  );
}

/** The noun after a possessive, `Miller's wife` or, with lost spacing, `Miller ’ s wife`. */
function ownedNoun(words: Word[], at: number): Word | undefined {
  const next = words[at];
  if (!isPossessiveEnding(next?.text)) return undefined;
  return words[at + 1]?.text === 's' ? words[at + 2] : words[at + 1];
}

/** Whether the name is one word that the lists have as a surname and nothing else. */
function isKnownSurname(parts: NameParts, words: Word[], index: NameIndex): boolean {
  const word = words[parts.name]!;
  return (
    parts.to - parts.name === 1 &&
    isListedName(word.text, index) &&
    !isCommonWord(word.lower, index) &&
    !index.places.has(word.lower) &&
    !index.towns.has(word.lower) &&
    !index.demonyms.has(word.lower) &&
    !index.organizations.has(word.lower)
  );
}

/** What is enough for a surname of the lists: `by Miller`, `Miller has won`, `Miller's supporters`, `the Miller government`. */
function hasSurnameContext(parts: NameParts, words: Word[], index: NameIndex): boolean {
  const { sentence } = words[parts.name]!;
  const before = inSentence(words, parts.name - 1, sentence);
  const next = inSentence(words, parts.to, sentence);
  const owned = ownedNoun(words, parts.to);
  // `an X burned`, `Lumetra and X raised prices`, after a company of the lists
  if (/^an?$/.test(before?.lower ?? '') || isNextToOrganization(parts.name, words, index)) return false;
  if (owned) return index.personNouns.has(owned.lower);
  if (before?.lower === 'the') return index.personNouns.has(next?.lower ?? '');
  // `Flights to X were cancelled`: the verb is that of the flights.
  const isSubject = !/^(?:to|from|via|through|into|towards?|over)$/.test(before?.lower ?? '');
  return (isSubject && next !== undefined && /^(?:VERB|AUX)$/.test(next.pos)) || before?.lower === 'by';
}

function isNextToOrganization(name: number, words: Word[], index: NameIndex): boolean {
  const { sentence } = words[name]!;
  if (!/^(?:and|or|,)$/.test(inSentence(words, name - 1, sentence)?.lower ?? '')) return false;
  return index.organizations.has(inSentence(words, name - 2, sentence)?.lower ?? '');
}

/** `a spokesman for the bank, X` */
function isApposed({ name, to }: NameParts, words: Word[], index: NameIndex): boolean {
  if (words[name - 1]?.text !== ',') return false;
  // `the head of the bank, X chair Anna Miller`
  if (officeAt(words, to, words.length, index) > 0 && !words[to]!.isCapitalized) return false;
  for (let at = name - 2; at >= 0 && at > name - 10 && words[at]!.sentence === words[name]!.sentence; at--) {
    if (/^[,.;:“”"()]$/.test(words[at]!.text) || index.speech.get(words[at]!.lower)?.bare) return false;
    // `an economist who sold her firm, X, …`
    if (/^(?:who|which|that)$/.test(words[at]!.lower)) return false;
    if (index.offices.has(words[at]!.lower) && !/s$/.test(words[at]!.lower)) return true;
  }
  return false;
}
