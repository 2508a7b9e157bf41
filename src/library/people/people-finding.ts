import { distance } from 'fastest-levenshtein';
import type { Database } from '../../database/database.ts';
import type { PersonName } from '../../names/name.ts';
import { canonical, consonantSkeleton, nearlySame, soundsLike } from '../../names/spelling.ts';
import { titles } from '../../names/vocabulary.ts';
import { createSimilarWords } from '../search/name-words.ts';
import { foldedWords } from '../text/fold.ts';
import { nameOf } from './name.ts';
import { createOverrides } from './overrides.ts';

/** So many people are looked at under one word, those in most articles first. */
const perWord = 200;
const mostFits = 10;
const mostNearest = 5;
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
  const similar = createSimilarWords(database);
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

  const nearest = (words: string[]): number[] => {
    const scores = new Map<number, { far: number; articles: number }>();
    for (const word of words) {
      const near = similar(word)
        .map(other => ({ other, far: distance(word, other) / Math.max(word.length, other.length) }))
        .filter(({ far }) => far <= 0.5)
        .sort((a, b) => a.far - b.far)
        .slice(0, 8);
      for (const { other, far } of near)
        for (const { person, articles } of (byKey.all(`w:${other}`) as Found[]).slice(0, 20)) {
          // The surname, mostly the last word, counts more.
          const weighed = far + (word === words.at(-1) ? 0 : 0.3);
          if ((scores.get(person)?.far ?? 9) > weighed) scores.set(person, { far: weighed, articles });
        }
    }
    return [...scores]
      .sort(([p, a], [q, b]) => a.far - b.far || b.articles - a.articles || p - q)
      .slice(0, mostNearest)
      .map(([person]) => person);
  };

  /**
   * Whether each word is one of the person's names but for a slip of the finger; a short name must be right, and
   * `Peters` is no slip for Peter.
   */
  const isMistyped = (person: number, words: string[]): boolean => {
    const own = namesOf(person).flatMap(name => name.words);
    const isLong = words.every(word => word.length >= fewestLetters);
    return (
      (words.length > 1 || isLong) &&
      words.every(word =>
        own.some(
          other =>
            word === other || (nearlySame(word, other) && `${word}s` !== other && `${other}s` !== word),
        ),
      )
    );
  };

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
    if (!name) return { fits: [], nearest: [], isExact: false };
    // Single letters are initials: they narrow nothing down among keys.
    const asked = name.words.filter(word => word.length > 1);
    if (asked.length === 0) return { fits: [], nearest: [], isExact: false };
    const exact = withInitials(withAll(asked.map(word => [`w:${word}`])), name, namesOf);
    if (exact.length > 0) return { fits: ranked(exact, asked), nearest: [], isExact: true };
    const glued =
      asked.length > 1 ? withAll([[`w:${foldedWords(words).join('')}`, `w:${asked.join('')}`]]) : [];
    if (glued.length > 0) return { fits: ranked(glued, asked), nearest: [], isExact: true };
    const loose = asked.map(word => (word.length > 2 ? [`x:${consonantSkeleton(word)}`] : [`w:${word}`]));
    const spelled = spelledLike(withInitials(withAll(loose), name, namesOf), asked);
    const isTransliterated = /\p{Script=Cyrillic}/u.test(words);
    if (spelled.length > 0)
      return { fits: ranked(spelled, asked, isTransliterated), nearest: [], isExact: false };
    const near = nearest(asked);
    const mistyped = near.filter(person => isMistyped(person, asked));
    return mistyped.length === 1
      ? { fits: mistyped, nearest: [], isExact: false }
      : { fits: [], nearest: near, isExact: false };
  }
}

/** Of those found, the ones whose given name may begin with the initial that was asked for. */
function withInitials(found: Found[], asked: PersonName, namesOf: (person: number) => PersonName[]): Found[] {
  const initial = asked.given.find(given => given.length === 1);
  if (initial === undefined || asked.words.length < 2) return found;
  return found.filter(({ person }) => namesOf(person).some(name => name.given[0]?.startsWith(initial)));
}
