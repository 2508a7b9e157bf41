import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { createLibrary } from '../../src/library/library.ts';
import type { Reading } from '../../src/reading/model/reading.ts';
import { inventedReading } from '../bench/invented.ts';
import { readingOf } from './reading-of.ts';

const daysOfTags = `select tag, date, count(*), sum(weight) from event_tags
  where length(date) = 10 and tag not glob 's*' group by tag, date`;

/** What is kept of weights, without the keys that depend on what came and went before. */
function library() {
  const database = openDatabase(':memory:', newsSchema);
  onTestFinished(() => {
    database.close();
  });
  const rows = (sql: string) => database.prepare(sql).raw().all();
  return {
    ...createLibrary(database),
    weights: () => ({
      events: rows('select date, text, weight from events order by date, text'),
      topics: rows(`
        select tag, event_tags.date, text, event_tags.weight from event_tags join events on events.key = event
        where tag glob 't*' order by tag, event_tags.date, text`),
      days: rows('select date, events, weight from event_days order by date'),
      topicDays: rows(
        "select tag, date, events, weight from tag_days where tag glob 't*' order by tag, date",
      ),
    }),
    /** People whose articles or quotes are not as many as there are. */
    miscounted: () =>
      rows(`
        select name, articles, quotes from people where
          articles <> (select count(distinct coalesce(duplicate_of, key)) from appearances
            join articles on articles.key = appearances.article where person = people.key)
          or quotes <> (select count(*) from quotes join articles on articles.key = quotes.article
            where person = people.key and duplicate_of is null)`),
    /** Tags and days whose weight is not that of their events. */
    wrong: () =>
      rows(`
        select 'tag', event_tags.date, 0, 0 from event_tags join events on events.key = event where event_tags.weight <> events.weight
        union all select 'day', date, 0, 0 from event_days where weight <>
          (select sum(weight) from events where events.date = event_days.date)
        union all select * from (${daysOfTags} except select * from tag_days)
        union all select * from (select * from tag_days except ${daysOfTags})`),
    /** Keys of quotes whose words are not in their index, or of words without a quote. */
    unindexed: () =>
      rows(`
        select * from (select key from quotes except select rowid from quote_search)
        union all select * from (select rowid from quote_search except select key from quotes)`),
    /** How many quotes are found by a word. */
    quoted: (word: string) => rows(`select 1 from quote_search where quote_search match '${word}'`).length,
    joined: () => rows('select name, articles, quotes from people order by name'),
  };
}

/** The same text under another id and title: a copy. */
const copyOf = (reading: Reading, id: string): Reading => ({
  ...reading,
  id,
  title: `Again: ${reading.title}`,
});

const readings = Array.from({ length: 30 }, (_, at) => inventedReading(at));
const [first, second] = readings as [Reading, Reading];
// Its copy reports an event more.
const shorter = { ...second, events: second.events.slice(1) };

test('the reports of a copy weigh nothing', async () => {
  const [single, twice] = [library(), library()];
  await single.articles.add(first, { now: 0 });
  await twice.articles.addAll([first, copyOf(first, 'copy')], { now: 0 });
  expect(single.weights().events.length).toBeGreaterThan(0);
  expect(twice.weights()).toEqual(single.weights());
});

test('whatever comes and goes, what is left weighs what it weighs where nothing else has been', async () => {
  const [changed, plain] = [library(), library()];
  await changed.articles.addAll(
    readings.map(reading => (reading === second ? shorter : reading)),
    { now: 0 },
  );
  await changed.articles.addAll([copyOf(first, 'copy'), copyOf(second, 'copy-2')], { now: 0 });
  for (const { id } of readings.slice(10)) await changed.articles.remove(id);
  // The copies are the originals now.
  for (const { id } of [first, second]) await changed.articles.remove(id);
  await changed.articles.replace(readings[5]!, { now: 0, isNews: false, always: true });
  expect(changed.wrong()).toEqual([]);
  expect(changed.miscounted()).toEqual([]);
  await plain.articles.addAll([...readings.slice(2, 10), copyOf(first, 'copy'), copyOf(second, 'copy-2')], {
    now: 0,
  });
  expect(changed.weights()).toEqual(plain.weights());
});

test('the days that weigh most are the key dates, however many reports they have', async () => {
  const news = library();
  await news.articles.addAll(readings, { now: 0 });
  const { items } = await news.timeline.keyDates({}, 3);
  const { days } = news.weights() as { days: [string, number, number][] };
  expect(items.map(({ date }) => date)).toContain(days.toSorted((a, b) => b[2] - a[2])[0]![0]);
});

/** An article that calls someone by an office and quotes them. */
const quoting = (id: string, published: string, office: string, name: string): Reading => {
  const words = `the harbour of article ${id} will stay open all winter`;
  const text = `${office} ${name} spoke. “${words},” ${name} said.`;
  return readingOf({
    id,
    published,
    text,
    people: [{ name, roles: [office] }],
    quotes: [{ text: `${words},`, by: name }],
  });
};

test('the words of quotes are indexed once, also of those that are found to be someone else’s in the same batch', async () => {
  const news = library();
  await news.articles.addAll(
    [
      quoting('a', '2031-01-01', 'Polish Foreign Minister', 'Kovalenko'),
      quoting('b', '2031-03-01', 'lawyer', 'Anna Kovalenko'),
      quoting('c', '2031-05-01', 'Polish Foreign Minister', 'Anna Kovalenko'),
    ],
    { now: 0 },
  );
  // Of the surname alone nothing is left.
  expect(news.joined()).toEqual([['Anna Kovalenko', 3, 3]]);
  expect(news.unindexed()).toEqual([]);
  expect(news.quoted('harbour')).toBe(3);
});
