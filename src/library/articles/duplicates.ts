import type { Database } from '../../database/database.ts';
import type { Reading } from '../../reading/model/reading.ts';
import { calendarWords } from '../../reading/text/calendar.ts';
import { createRows } from '../model/rows.ts';
import { foldedWords } from '../text/fold.ts';
import { isFrequent } from '../text/word-lists.ts';
import { containment, sampleOf, shinglesOf } from './shingles.ts';

/** Excerpts contain one another wholly, copies with a third of the words replaced to 0.3; other articles share 0.04. */
const sameFrom = 0.6;
/** Reports of two elections or two storms may share most of their words; a copy has nearly all names too. */
const sameNamesFrom = 0.8;
/** Last month's report differs from this month's in days and figures only: a copy has nearly all of those. */
const sameFiguresFrom = 0.9;
/** A text with fewer runs is too easily similar by chance. */
const fewestShingles = 18;

/** A run of words in more articles than this is a set phrase: only the newest with it are considered. */
const mostSharing = 60;

/** How many candidates are compared word by word. */
const mostRead = 8;

/** The sample is small, so a copy may share a little less of it. */
const sampleFrom = 0.35;

/**
 * An article's runs of three words, all of them and those it is looked up by, and its facts; null for too
 * short a text.
 */
export type Sketch = { shingles: Set<number>; sample: number[]; facts: Facts } | null;

/** The sketch of an article’s text; null for one too short to compare. */
export function sketchOf(reading: Reading): Sketch {
  const shingles = shinglesOf(reading.text);
  return shingles.size < fewestShingles
    ? null
    : { shingles, sample: sampleOf(shingles), facts: factsOf(reading) };
}

/** What distinguishes a text from another in the same words: names, folded, and figures and days. */
type Facts = { names: Set<string>; figures: Set<string> };

const numberWords = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
/** Numbers in words as in digits: an editor may change one into the other. */
const figureOfWord = new Map(numberWords.map((word, at) => [word, String(at + 2)]));

function factsOf({ text }: Reading): Facts {
  const facts: Facts = { names: new Set(), figures: new Set() };
  for (const [, word = ''] of text.matchAll(/[\p{L}\p{N},;)’'-]\s+(?=(\p{Lu}[\p{L}\p{N}’-]*|\d[\d.,]*))/gu))
    for (const folded of foldedWords(word)) {
      if (/^\d/.test(folded) || calendarWords.has(folded)) facts.figures.add(folded);
      else if (!isFrequent(folded)) facts.names.add(folded);
    }
  for (const word of foldedWords(text)) {
    const figure = figureOfWord.get(word);
    if (figure !== undefined) facts.figures.add(figure);
  }
  return facts;
}

/** Finds the article that a text repeats, and keeps the index by which it is found. */
export function createDuplicateIndex(database: Database) {
  const add = database.prepare('insert or ignore into shingles (hash, article) values (?, ?)');
  const remove = database.prepare('delete from shingles where article = ?');
  const sharing = database
    .prepare(`select article from shingles where hash = ? order by article desc limit ${mostSharing}`)
    .pluck();
  const sampled = database.prepare('select count(*) from shingles where article = ?').pluck();
  const rows = createRows(database);

  return {
    /** The earliest article with the same text, retitled or shortened copies too; null if there is none. */
    find(sketch: Sketch): number | null {
      if (!sketch) return null;
      const shared = new Map<number, number>();
      for (const hash of sketch.sample)
        for (const article of sharing.all(hash) as number[])
          shared.set(article, (shared.get(article) ?? 0) + 1);
      const likeliest = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostRead);
      const same = likeliest.filter(([article, shared]) => {
        const smaller = Math.min(sketch.sample.length, sampled.get(article) as number);
        if (shared < smaller * sampleFrom) return false;
        // One whose reading is damaged says nothing, and keeps no other from being added.
        const other = rows.readingOrNothing(article);
        if (other.text === '') return false;
        if (containment(sketch.shingles, shinglesOf(other.text)) < sameFrom) return false;
        const facts = factsOf(other);
        return (
          containment(sketch.facts.names, facts.names) >= sameNamesFrom &&
          containment(sketch.facts.figures, facts.figures) >= sameFiguresFrom
        );
      });
      return same.length === 0 ? null : Math.min(...same.map(([article]) => article));
    },
    add(article: number, sketch: Sketch): void {
      for (const hash of sketch?.sample ?? []) add.run(hash, article);
    },
    remove: (article: number) => remove.run(article),
  };
}
