import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';
import { shortCountry } from '../languages/countries.ts';
import { englishSubject } from '../languages/in-english.ts';
import { nominatives } from '../languages/nominatives.ts';
import { officeNamed } from '../languages/offices.ts';
import type { Vocabulary } from '../languages/vocabulary.ts';
import type { FoundSubjects } from '../library/subjects/types.ts';
import { foldedWords } from '../library/text/fold.ts';
import { canonical } from '../names/spelling.ts';
import type { Library } from './page/library.ts';
import { inLatin, knownName, wordInNews } from './sentences/known-names.ts';

type Words = { vocabulary: Vocabulary; latinEndings?: Vocabulary['nameEndings'] };

const none: FoundSubjects = { fits: [], how: null, nearest: [] };

/**
 * As named, else those who have the office that the words name (`мер Галверна`), else as the English name of a country
 * (`Німеччиною` asks for Germany), by the nominatives that the words may stand for, or with the other letter for an h:
 * `Гарріс` asks for Harris. What is called so goes before what is only spelled like it.
 * @param asRead the library in which the reader's names are known
 */
export async function subjectsInAnyCase(
  subjects: Library['subjects'],
  words: string,
  { vocabulary, latinEndings }: Words,
  asRead: Library,
): Promise<FoundSubjects> {
  const found = await subjects.find(words);
  if (found.how === 'name' || found.how === 'part' || found.how === 'office') return found;
  const holders = await holdersOf(subjects, words, asRead);
  if (holders !== null) return holders;
  const forms = [words, ...nominatives(words, vocabulary, latinEndings)];
  const others = new Set([englishSubject(words, vocabulary), ...forms, ...forms.flatMap(withH)]);
  others.delete(words);
  let alike = found;
  for (const other of others) {
    const closer = await subjects.find(other);
    if (closer.how === 'name') return closer;
    if (alike.how === null && closer.how !== null) alike = closer;
  }
  if (alike.how === null)
    for (const other of forms.flatMap(withFinalC)) {
      const closer = await subjects.find(other);
      if (closer.how !== null) return closer;
    }
  return alike.how === 'spelling' && !mayBeName(words, alike) ? { ...none, nearest: alike.nearest } : alike;
}

/**
 * Those whom articles give the office that the words name; none if they give it to no one, null if the words name no
 * office.
 */
async function holdersOf(
  subjects: Library['subjects'],
  words: string,
  asRead: Library,
): Promise<FoundSubjects | null> {
  const office = asRead.vocabulary === undefined ? null : officeNamed(words, asRead.vocabulary);
  if (office === null) return null;
  const place = office.of === '' ? null : await placeNamed(asRead, office.of);
  const places =
    place === null ? [''] : [...new Set([place, shortCountry(place)])].map(each => ` of ${each}`);
  for (const name of office.names)
    for (const of of places) {
      const found = await subjects.find(`${name}${of}`);
      if (found.how === 'office') return found;
    }
  // `Міністр Пелл` is someone's name with the office in front of it.
  const named = office.of === '' ? none : await asRead.subjects.find(office.of);
  const nouns = office.names.map(name => name.split(' ').at(-1)!);
  const people = named.fits.filter(
    subject =>
      subject.type === 'person' && foldedWords(subject.role ?? '').some(word => nouns.includes(word)),
  );
  return people.length > 0 ? { ...named, fits: people } : none;
}

/** What an office is of, as articles call it. */
async function placeNamed(library: Library, words: string): Promise<string> {
  const english = englishSubject(words, library.vocabulary!);
  if (english !== words) return english;
  return (await knownName(library, words)) ?? (await wordInNews(library, words)) ?? inLatin(words);
}

/** A word in small letters is rather an unknown word than a name if it is not spelled nearly like that. */
const farthest = 0.3;
const fewestLetters = 5;

function mayBeName(words: string, { fits }: FoundSubjects): boolean {
  if (!/^\p{Script=Cyrillic}+$/u.test(words) || words !== words.toLowerCase() || words.length < fewestLetters)
    return true;
  const spellings = asLatinSpells(anyAscii(words).toLowerCase());
  const far = fits
    .flatMap(({ name, variants }) => [name, ...variants])
    .flatMap(name =>
      anyAscii(name)
        .toLowerCase()
        .split(/[^a-z]+/),
    )
    .flatMap(own =>
      spellings.map(typed =>
        canonical(typed) === canonical(own) ? 0 : distance(typed, own) / Math.max(typed.length, own.length),
      ),
    );
  return Math.min(1, ...far) <= farthest;
}

/** How names in Latin letters write sounds that Cyrillic spells out: `Bayden` is Biden, `Dzhekson` Jackson. */
const sounds: readonly [RegExp, string][] = [
  [/ay/g, 'i'],
  [/ey/g, 'a'],
  [/dzh/g, 'j'],
  [/ks/g, 'x'],
];

function asLatinSpells(typed: string): string[] {
  return [
    typed,
    ...sounds.filter(([sound]) => typed.match(sound)).map(([sound, letter]) => typed.replace(sound, letter)),
  ];
}

/** Ukrainian writes the Latin h as `г`, and so does Russian in many names. */
function withH(name: string): string[] {
  return /г/iu.test(name) && /\p{Script=Cyrillic}/u.test(name)
    ? [name.replaceAll('г', 'х').replaceAll('Г', 'Х')]
    : [];
}

/** `Пенс` may be written with a `ce` at the end, `Эрик` and `Ерік` with a `c`. */
function withFinalC(name: string): string[] {
  if (/\p{Script=Cyrillic}[иі]к$/u.test(name)) return [inLatin(name).replace(/k$/, 'c')];
  return /\p{Script=Cyrillic}с$/u.test(name) ? [inLatin(name).replace(/s$/, 'ce')] : [];
}
