import type { Database } from '../../database/database.ts';
import type { PersonName } from '../../names/name.ts';
import { canonical, consonantSkeleton, nearlySame, soundsLike } from '../../names/spelling.ts';
import { titles } from '../../names/vocabulary.ts';
import { foldedWords } from '../text/fold.ts';
import { nameOf } from './name.ts';
import { createNearestPeople } from './nearest-people.ts';
import { createOverrides } from './overrides.ts';

/** So many people are looked at under one word, those in most articles first. */
const perWord = 200;
const mostFits = 10;
/** A single name with fewer letters is not taken for another that differs in one. */
const fewestLetters = 6;

type Found = { person: number; articles: number };

/** `isExact`: those that fit are called so; otherwise only something spelled much like it. */
export type FoundPeople = { fits: number[]; nearest: number[]; isExact: boolean };

/** Finds whom a name means, in any script or spelling. */
export function createPeopleFinding(database: Database) {
  const byKey = database.prepare(`
    select person, articles from person_keys join people on people.key = person
    where person_keys.key = ? order by articles desc, person limit ${perWord}`);
  const has = database.prepare('select 1 from person_keys where key = ? and person = ?').pluck();
  const names = database
    .prepare('select name from person_names where person = ? order by uses desc, name')
    .pluck();
  const nearest = createNearestPeople(database);
  const rolesOf = database
    .prepare('select distinct folded from roles where person = ? order by day desc limit 60')
    .pluck();
  const exists = database.prepare('select articles from people where key = ?').pluck();
  const overrides = createOverrides(database);

  const namesOf = (person: number): PersonName[] =>
    (names.all(person) as string[]).map(nameOf).filter(name => name !== null);

  /** Those whose keys have every word, the rarest word read first. */
  const withAll = (keys: string[][]): Found[] => {
    const lists = keys.map(choices => choices.flatMap(key => byKey.all(key) as Found[]));
    const shortest = lists.reduce((best, list, at) => (list.length < lists[best]!.length ? at : best), 0);
    const seen = new Set<number>();
    return lists[shortest]!.filter(({ person }) => {
      if (seen.has(person)) return false;
      seen.add(person);
      return keys.every(choices => choices.some(key => has.get(key, person) !== undefined));
    });
  };

  const ranked = (found: Found[], words: string[], isTransliterated = false): number[] => {
    const joined = words.join('');
    const scored = found.map(one => {
      const all = namesOf(one.person);
      const whole = all.some(name => name.words.join('') === joined);
      const surname = all.some(
        name => name.surname === words.at(-1) || canonical(name.surname) === canonical(words.at(-1)!),
      );
      return { ...one, score: (whole ? 2 : 0) + (surname ? 1 : 0) };
    });
    scored.sort((a, b) => b.score - a.score || b.articles - a.articles || a.person - b.person);
    // Transliteration loses too much for small differences to count.
    if (isTransliterated) scored.sort((a, b) => b.articles - a.articles);
    // An exact match is meant, not those who share a word of it.
    const sure = words.length > 1 ? scored.filter(one => one.score >= 2) : [];
    return (sure.length > 0 ? sure : scored).slice(0, mostFits).map(one => one.person);
  };

  const spelledLike = (found: Found[], words: string[]): Found[] =>
    found.filter(({ person }) => {
      const own = namesOf(person).flatMap(name => name.words);
      return words.every(word => own.some(other => soundsLike(word, other)));
    });

  /** Those among several whose roles have the title in front of the name that was asked for: `Patriarch Kirill`. */
  const withTitle = (people: number[], words: string): number[] => {
    const asked = foldedWords(words);
    const title = asked.length > 1 && titles.has(asked[0]!) ? asked[0]! : null;
    if (title === null || people.length < 2) return people;
    const fits = people.filter(person =>
      (rolesOf.all(person) as string[]).some(role => role.split(' ').some(word => word.startsWith(title))),
    );
    return fits.length > 0 ? fits : people;
  };

  return function find(words: string): FoundPeople {
    const { fits, nearest, isExact } = findByName(words);
    return { fits: withTitle(fits, words), nearest, isExact };
  };

  function findByName(words: string): FoundPeople {
    const id = /^\s*#(\d{1,15})\s*$/.exec(words)?.[1];
    if (id !== undefined) {
      const person = overrides.now(Number(id));
      return { fits: exists.get(person) === undefined ? [] : [person], nearest: [], isExact: true };
    }
    const name = nameOf(words);
    // Single letters are initials: they narrow nothing down among keys.
    const asked = name?.words.filter(word => word.length > 1) ?? [];
    if (!name || asked.length === 0) return { fits: [], nearest: [], isExact: false };
    const exact = calledExactly(name, asked, words);
    if (exact.length > 0) return { fits: exact, nearest: [], isExact: true };
    const spelled = calledNearly(name, asked, words);
    if (spelled.length > 0) return { fits: spelled, nearest: [], isExact: false };
    const near = nearest(asked);
    const mistyped = near.filter(person => isMistyped(namesOf(person), asked));
    return mistyped.length === 1
      ? { fits: mistyped, nearest: [], isExact: false }
      : { fits: [], nearest: near, isExact: false };
  }

  /** Those who have all the words in their names, perhaps run together. */
  function calledExactly(name: PersonName, asked: string[], typed: string): number[] {
    const found = withInitials(withAll(asked.map(word => [`w:${word}`])), name, namesOf);
    if (found.length > 0) return ranked(found, asked);
    if (asked.length === 1) return [];
    const together = [`w:${foldedWords(typed).join('')}`, `w:${asked.join('')}`];
    return ranked(withAll([together]), asked);
  }

  /** Those whose names have words that sound like these. */
  function calledNearly(name: PersonName, asked: string[], typed: string): number[] {
    const loose = asked.map(word => (word.length > 2 ? [`x:${consonantSkeleton(word)}`] : [`w:${word}`]));
    const found = spelledLike(withInitials(withAll(loose), name, namesOf), asked);
    return ranked(found, asked, /\p{Script=Cyrillic}/u.test(typed));
  }
}

/**
 * Of those found, the ones whose names fit an initial that was asked for: the name in its place begins with it; of one
 * behind another name, as in `Ann W. Pell`, any further one, or it is known of no one and none is given.
 */
function withInitials(found: Found[], asked: PersonName, namesOf: (person: number) => PersonName[]): Found[] {
  const at = asked.given.findIndex(given => given.length === 1);
  if (at < 0 || asked.words.length < 2) return found;
  const initial = asked.given[at]!;
  const having = (fits: (given: string[]) => boolean) =>
    found.filter(({ person }) => namesOf(person).some(({ given }) => fits(given)));
  const inPlace = having(given => given[at]?.startsWith(initial) === true);
  if (at === 0 || inPlace.length > 0) return inPlace;
  const known = having(given => given.slice(1).some(one => one.startsWith(initial)));
  return known.length > 0 ? known : having(given => given.length < 2);
}

/**
 * Whether each word is one of a person's names but for a slip of the finger; a short name must be right, and `Peters`
 * is not a slip for Peter.
 */
function isMistyped(names: PersonName[], words: string[]): boolean {
  const own = names.flatMap(name => name.words);
  const isLong = words.every(word => word.length >= fewestLetters);
  return (
    (words.length > 1 || isLong) &&
    words.every(word =>
      own.some(
        other => word === other || (nearlySame(word, other) && `${word}s` !== other && `${other}s` !== word),
      ),
    )
  );
}
