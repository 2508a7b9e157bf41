import type { Database } from '../../database/database.ts';
import { askedWords } from '../search/asked-words.ts';
import { createHits } from '../search/hits.ts';

/** With fewer events than this that are reported with the words themselves, those of all articles with the words count. */
const fewestReported = 3;
/** At most this many articles of stories with the words in a title are looked at. */
const maxOfStories = 2000;

export type EventsOfWords = {
  /** The keys of the events. */
  keys: number[];
  /** Whether older articles have the words too. */
  isMore: boolean;
};

/**
 * Finds the events that some words are about: their sentence has all of the words, or the title of an article of their
 * story has. Only where these are too few, all events of the newest articles with the words are taken.
 */
export function createEventsOfWords(database: Database): (words: string) => EventsOfWords {
  const hits = createHits(database);
  const reported = database
    .prepare(
      'select distinct event from event_reports where article in (select value from json_each(:articles))',
    )
    .pluck();
  const sameStories = database
    .prepare(`
      select key from articles where story in
        (select story from articles where key in (select value from json_each(:titled)))
      order by key desc limit ${maxOfStories}`)
    .pluck();
  // A sentence is compared as it is written, so the ends of words are left out.
  const saying = database
    .prepare(`
      select distinct event from event_reports where article in (select value from json_each(:articles))
        and not exists (select 1 from json_each(:stems) where instr(lower(event_reports.text), value) = 0)`)
    .pluck();

  return words => {
    const { keys, isMore } = hits.newest(words);
    if (keys.length === 0) return { keys, isMore };
    const articles = JSON.stringify(keys);
    const stems = askedWords(words).flatMap(({ parts }) => parts.map(stemOf));
    const titled = sameStories.all({ titled: JSON.stringify(hits.titled(words)) });
    const found = new Set([
      ...saying.all({ articles, stems: JSON.stringify(stems) }),
      ...reported.all({ articles: JSON.stringify(titled) }),
    ] as number[]);
    return found.size >= fewestReported
      ? { keys: [...found], isMore }
      : { keys: reported.all({ articles }) as number[], isMore };
  };
}

/** What the forms of a word share, roughly. */
function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:es|s)$/, '') : word;
}
