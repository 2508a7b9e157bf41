import type { Database } from '../../database/database.ts';
import { createSimilarWords } from '../search/name-words.ts';

const mostNearest = 5;
/** Of the words spelled like one, and of the people under each of these, this many are compared. */
const similarWords = 8;
const bearersOfSimilar = 20;

type Near = { person: number; articles: number; far: number };

/** Finds the people whose names are spelled most like the words, the nearest first. */
export function createNearestPeople(database: Database): (words: string[]) => number[] {
  const byKey = database.prepare(`
    select person, articles from person_keys join people on people.key = person
    where person_keys.key = ? order by articles desc, person limit ${bearersOfSimilar}`);
  const similar = createSimilarWords(database);

  /** Those with a name that has a word like this one, and how far away it is. */
  const spelledNearly = (word: string): Near[] =>
    similar(word)
      .slice(0, similarWords)
      .flatMap(({ other, far }) =>
        (byKey.all(`w:${other}`) as Omit<Near, 'far'>[]).map(found => ({ ...found, far })),
      );

  return words => {
    const scores = new Map<number, { far: number; articles: number }>();
    for (const word of words)
      for (const { person, articles, far } of spelledNearly(word)) {
        // The surname, mostly the last word, counts more.
        const weighed = far + (word === words.at(-1) ? 0 : 0.3);
        if ((scores.get(person)?.far ?? 9) > weighed) scores.set(person, { far: weighed, articles });
      }
    return [...scores]
      .sort(([p, a], [q, b]) => a.far - b.far || b.articles - a.articles || p - q)
      .slice(0, mostNearest)
      .map(([person]) => person);
  };
}
