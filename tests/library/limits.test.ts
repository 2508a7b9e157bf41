import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { createLibrary } from '../../src/library/library.ts';
import { countLimit } from '../../src/library/model/counting.ts';
import { article } from '../campaigns/articles.ts';
import { readingOf } from './reading-of.ts';
import { scratchFolder } from './scratch.ts';

const folder = scratchFolder();
const page = { limit: 3, offset: 0 };
let number = 0;

function library() {
  number += 1;
  const database = openDatabase(join(folder, `limits-${number}.db`), newsSchema);
  onTestFinished(() => void database.close());
  return { database, ...createLibrary(database) };
}

test('totals are exact up to the limit and one more than it beyond', async () => {
  const { database, articles, timeline, stories } = library();
  await articles.add(article(1), { now: 0 });
  // As many more as would take long to add one by one.
  database.exec(`
    with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${countLimit - 1})
    insert into articles (id, title, day, language, text_hash, story, came, archived)
      select 'n' || n, 'Title ' || n, '2031-01-01', 'en', 'h' || n, (select key from stories), 0, 0 from numbers`);
  expect((await articles.latest(page)).total).toBe(countLimit);
  expect((await articles.beginning('n', page)).total).toBe(countLimit - 1);
  expect(await articles.count()).toBe(countLimit);
  await articles.add(article(2), { now: 0 });
  expect((await articles.latest(page)).total).toBe(countLimit + 1);
  await articles.add(article(3), { now: 0 });
  expect((await articles.latest(page)).total).toBe(countLimit + 1);
  expect(await articles.count()).toBe(countLimit + 2);
  expect((await stories.latest(page)).total).toBe(3);
  expect((await timeline.entries({}, page)).total).toBe(0);
});

test('what is counted goes down when articles are removed, and a copy’s original is counted once', async () => {
  const { articles, news } = library();
  const text = Array.from({ length: 60 }, (_, n) => `sluice${n} gate${n}`).join(' ');
  const one = readingOf({ id: 'one', text: `${text}.`, source: 'Vale Courier' });
  await articles.addAll([one, { ...one, id: 'copy', source: 'Kyst' }, article(1)], { now: 0 });
  expect(await articles.count()).toBe(3);
  expect((await articles.latest(page)).total).toBe(2);
  expect(await news.sources()).toContainEqual({ source: 'Kyst', articles: 1 });
  await articles.remove('one');
  expect(await articles.count()).toBe(2);
  expect((await articles.latest(page)).total).toBe(2);
  expect((await news.sources()).map(({ source }) => source)).not.toContain('Vale Courier');
});

test('a period has the events that begin in it and those that reach into it, in either order and page by page', async () => {
  const { articles, timeline } = library();
  const event = (text: string, date: string, more = {}) => ({ text, date, ...more });
  const events = [
    event('The lock was rebuilt.', '2031-02-20', { until: '2031-03-02' }),
    event('The year was wet.', '2031', { precision: 'year' as const }),
    event('March was dry.', '2031-03', { precision: 'month' as const }),
    event('The gate opened.', '2031-03-05'),
    event('The gate closed.', '2031-03-09'),
  ];
  await articles.add(
    readingOf({ id: 'a', published: '2031-04-01', text: events.map(({ text }) => text).join(' '), events }),
    { now: 0 },
  );
  const dates = async (...asked: Parameters<typeof timeline.entries>) =>
    (await timeline.entries(...asked)).items.map(({ date }) => date);
  const march = { from: '2031-03', to: '2031-03' };
  const whole = { limit: 9, offset: 0 };
  const all = ['2031-03-05', '2031-03-09', '2031-02-20', '2031-03'];
  expect(await dates(march, whole)).toEqual(all);
  expect(await dates(march, { limit: 2, offset: 1 })).toEqual(all.slice(1, 3));
  const newest = ['2031-03-09', '2031-03-05', '2031-03', '2031-02-20'];
  expect(await dates(march, { ...whole, newestFirst: true })).toEqual(newest);
  const later = { limit: 2, newestFirst: true };
  expect(await dates(march, { ...later, offset: 2 })).toEqual(newest.slice(2));
  expect(await dates({}, { ...later, offset: 0 })).toEqual(['2031-03-09', '2031-03-05']);
  expect((await timeline.entries(march, page)).total).toBe(4);
  // A year that goes on before and after says nothing about the month, but something about the year.
  expect(await dates({ from: '2031', to: '2031' }, { limit: 9, offset: 0 })).toHaveLength(5);
});

test('a word with enough hits of its own is not looked for in other forms', async () => {
  const { database, articles, search } = library();
  const saying = (id: string, word: string) => readingOf({ id, text: `The harbour saw ${word} that day.` });
  await articles.addAll([saying('a', 'gate'), saying('b', 'gates'), saying('c', 'gat')], { now: 0 });
  const ids = async (words: string) =>
    (await search.articles(words, { limit: 9, offset: 0 })).items.map(({ article: { id } }) => id).sort();
  expect(await ids('gate')).toEqual(['a', 'b']);
  expect(await ids('gat')).toEqual(['c']);
  const many = 'with recursive numbers (n) as (select 100 union all select n + 1 from numbers where n < 150)';
  database.exec(`
    ${many} insert into articles (key, id, day, language, text_hash, story, duplicate_of, came, archived)
      select n, 'copy-' || n, day, language, n, story, key, came, archived from numbers join articles on id = 'a';
    ${many} insert into search (rowid, title, body) select n, '', 'gate' from numbers`);
  expect(await ids('gate')).toEqual(['a']);
});

test('what is kept of a timeline is asked for anew once another connection has written', async () => {
  const path = join(folder, 'two-connections.db');
  const [writing, reading] = [1, 2].map(() => openDatabase(path, newsSchema));
  onTestFinished(() => {
    for (const database of [writing!, reading!]) database.close();
  });
  const [writer, reader] = [createLibrary(writing!), createLibrary(reading!)];
  const opening = (id: string, date: string) => {
    const text = `The gate of ${id} was opened by the mayor.`;
    return readingOf({ id, published: date, text, events: [{ text, date }] });
  };
  await writer.articles.add(opening('Vale', '2031-03-05'), { now: Date.UTC(2031, 2, 5) });
  const days = async () => (await reader.timeline.keyDates({}, 5)).items.map(({ date }) => date).sort();
  expect(await days()).toEqual(['2031-03-05']);
  expect(await days()).toEqual(['2031-03-05']);
  await writer.articles.add(opening('Kyst', '2031-04-01'), { now: Date.UTC(2031, 3, 1) });
  expect(await days()).toEqual(['2031-03-05', '2031-04-01']);
  await writer.articles.remove('Vale');
  expect(await days()).toEqual(['2031-04-01']);
});
