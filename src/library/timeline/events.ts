import type { Database } from '../../database/database.ts';
import type { ReadEvent, Reading } from '../../reading/model/reading.ts';
import { monthNames, weekdayNames } from '../../reading/text/calendar.ts';
import { foldedWords } from '../text/fold.ts';
import { frequentWords } from '../text/word-lists.ts';

/**
 * From this share of the shorter sentence's telling words on, two sentences tell the same of a day. What its
 * people are called is left out: somebody does many things on one day.
 */
const sameFrom = 0.55;
/** One article seldom tells the same twice: two of its sentences must agree in nearly all. */
const sameWithinFrom = 0.8;
const fewestShared = 3;
/** The day is known to be the same already. */
const dayWords = new Set([...monthNames, ...weekdayNames]);
const compared = 60;

/** Keeps what happened when: the same event once, however many articles tell it. */
export function happeningsOf(database: Database) {
  const insert = database.prepare(
    'insert into happenings (date, precision, basis, text, until, approximate, planned) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const tell = database.prepare(`
    insert or ignore into tellings (happening, article, start, "end", basis, text, planned)
    values (?, ?, ?, ?, ?, ?, ?)`);
  // Who tells that it happened has more to tell than who said that it would.
  const came = database.prepare(
    'update happenings set text = ?, basis = ?, planned = 0 where key = ? and planned = 1',
  );
  const mark = database.prepare(
    'insert or ignore into happening_marks (mark, date, happening) values (?, ?, ?)',
  );
  const marked = database.prepare(`
    select happenings.key, happenings.text, happenings.precision from happening_marks
    join happenings on happenings.key = happening_marks.happening
    where mark = ? and happening_marks.date = ? order by happening desc limit ${compared}`);
  const toldBy = database.prepare('select distinct happening from tellings where article = ?').pluck();
  const untell = database.prepare('delete from tellings where article = ?');
  const unmark = database.prepare('delete from happening_marks where happening = ?');
  const first = database.prepare(`
    select text, basis, planned from tellings where happening = ? order by planned, article, start limit 1`);
  const retell = database.prepare('update happenings set text = ?, basis = ?, planned = ? where key = ?');
  const remove = database.prepare('delete from happenings where key = ?');
  const tellersOf = database.prepare('select distinct article from tellings where happening = ?').pluck();
  const dateOf = database.prepare('select date from happenings where key = ?').pluck();

  const sameAs = (
    event: ReadEvent,
    marks: string[],
    own: Set<number>,
    called: ReadonlySet<string>,
  ): number | null => {
    const words = tellingWords(event.text, called);
    const seen = new Set<number>();
    for (const one of marks)
      for (const row of marked.all(one, event.date) as { key: number; text: string; precision: string }[]) {
        if (seen.has(row.key) || row.precision !== event.precision) continue;
        seen.add(row.key);
        const from = own.has(row.key) ? sameWithinFrom : sameFrom;
        if (row.text === event.text || overlap(words, tellingWords(row.text, called)) >= from) return row.key;
      }
    return null;
  };

  const insertFrom = ({ date, precision, text, until, approximate, planned }: ReadEvent, basis: string) =>
    insert.run(date, precision, basis, text, until ?? null, approximate ? 1 : 0, planned ? 1 : 0)
      .lastInsertRowid;

  return {
    /**
     * Keeps an article's events. `marksOf` gives what an event can be looked up by: people, topics, the
     * story; the same event is looked for among those with a mark of its people or its story.
     */
    add(
      article: number,
      reading: Reading,
      marksOf: (event: ReadEvent) => { same: string[]; all: string[] },
    ): void {
      const own = new Set<number>();
      for (const event of reading.events) {
        const { same, all } = marksOf(event);
        const basis = basisOf(event, reading);
        const planned = event.planned ? 1 : 0;
        const key = sameAs(event, same, own, calledWords(event, reading)) ?? Number(insertFrom(event, basis));
        own.add(key);
        tell.run(key, article, event.start, event.end, basis, event.text, planned);
        if (!planned) came.run(event.text, basis, key);
        for (const one of all) mark.run(one, event.date, key);
      }
    },
    /** Takes an article's tellings back. `remark` gives the marks that another article's telling still has. */
    remove(article: number, remark: (article: number, happening: number) => string[]): void {
      const touched = toldBy.all(article) as number[];
      untell.run(article);
      for (const key of touched) {
        unmark.run(key);
        const left = first.get(key) as { text: string; basis: string; planned: number } | undefined;
        if (!left) {
          remove.run(key);
          continue;
        }
        retell.run(left.text, left.basis, left.planned, key);
        for (const teller of tellersOf.all(key) as number[])
          for (const one of remark(teller, key)) mark.run(one, dateOf.get(key), key);
      }
    },
  };
}

/** How the day of an event is known: as the reader says of the date in its sentence. */
function basisOf(event: ReadEvent, reading: Reading): string {
  const within = reading.dates.filter(date => date.start >= event.start && date.end <= event.end);
  return (within.find(date => date.value === event.date) ?? within[0])?.basis ?? 'explicit';
}

function tellingWords(text: string, called: ReadonlySet<string>): Set<string> {
  return new Set(
    foldedWords(text)
      .filter(word => word.length > 2 && !frequentWords.has(word) && !dayWords.has(word))
      .map(word => word.slice(0, 6))
      .filter(word => !called.has(word)),
  );
}

/** The words of what an event's people are called in its article: names and offices. */
function calledWords(event: ReadEvent, reading: Reading): Set<string> {
  const those = reading.people.filter(person => event.people.includes(person.id));
  const called = those.flatMap(({ name, variants, roles }) => [
    name,
    ...variants,
    ...roles.map(role => role.text),
  ]);
  return new Set(called.flatMap(foldedWords).map(word => word.slice(0, 6)));
}

/** The share of the shorter one's words that both have; 0 where they are too few to tell. */
function overlap(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter(word => b.has(word)).length;
  const smaller = Math.min(a.size, b.size);
  return shared < fewestShared ? 0 : shared / smaller;
}
