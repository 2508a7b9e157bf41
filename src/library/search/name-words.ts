import { distance } from 'fastest-levenshtein';
import type { Database } from '../../database/database.ts';

/**
 * Keeps the words that the names of people, organizations and places are made of, by their three-letter pieces: there
 * the nearest spelling is looked up.
 * @returns notes that a name's bearer had the words `before` and has those of `after` from now on
 */
export function createNameWords(database: Database) {
  // The column counts the bearers of a word, of whatever kind they are.
  const add = database.prepare(`
    insert into name_words (word, people) values (?, 1) on conflict do update set people = people + 1 returning people`);
  const drop = database.prepare('update name_words set people = people - 1 where word = ? returning people');
  const deleteWord = database.prepare('delete from name_words where word = ?');
  const deletePiece = database.prepare('delete from name_pieces where piece = ? and word = ?');
  const addPiece = database.prepare('insert or ignore into name_pieces (piece, word) values (?, ?)');

  const count = (word: string): void => {
    const { people } = add.get(word) as { people: number };
    if (people === 1) for (const piece of piecesOf(word)) addPiece.run(piece, word);
  };
  const uncount = (word: string): void => {
    // A word that an older parser of names did not have was never counted.
    const counted = drop.get(word) as { people: number } | undefined;
    if (!counted || counted.people > 0) return;
    deleteWord.run(word);
    // By both columns, as the table is in the order of the pieces: by the word alone all of it would be read.
    for (const piece of piecesOf(word)) deletePiece.run(piece, word);
  };

  return (before: ReadonlySet<string>, after: ReadonlySet<string>): void => {
    for (const word of after) if (!before.has(word)) count(word);
    for (const word of before) if (!after.has(word)) uncount(word);
  };
}

/** Words this much apart, as a share of the letters of the longer one, are still the nearest spelling. */
const farthest = 0.5;

/** Finds the words of names that are spelled nearly like another one, the nearest first; `far` is 0 for the same. */
export function createSimilarWords(database: Database): (word: string) => { other: string; far: number }[] {
  const similar = database
    .prepare(`
      select word from name_pieces where piece in (select value from json_each(?))
      group by word order by count(*) desc, abs(length(word) - ?), word limit 60`)
    .pluck();
  return word =>
    (similar.all(JSON.stringify(piecesOf(word)), word.length) as string[])
      .map(other => ({ other, far: distance(word, other) / Math.max(word.length, other.length) }))
      .filter(({ far }) => far <= farthest)
      .sort((a, b) => a.far - b.far);
}

/** Three-letter pieces of a word, with its beginning and end marked. */
function piecesOf(word: string): string[] {
  const marked = `^${word}$`;
  const pieces = new Set<string>();
  for (let at = 0; at + 3 <= marked.length; at++) pieces.add(marked.slice(at, at + 3));
  return [...pieces];
}
