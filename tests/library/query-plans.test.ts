import { expect, onTestFinished, test } from 'vitest';
import { answer } from '../../src/answers/asking/registry.ts';
import { openDatabase } from '../../src/database/database.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { createDeliveries } from '../../src/deliveries/deliveries.ts';
import { createLibrary } from '../../src/library/library.ts';
import { compose } from '../../src/store.ts';
import { inventedReading } from '../bench/invented.ts';
import { questions } from '../bench/scale/questions.ts';

/** Tables that grow with the news: none of them may be gone through from end to end for an answer or an article. */
const large =
  'articles|readings|stories|people|person_names|person_keys|appearances|mentions|roles|quotes|said_about|article_topics|events|event_reports|event_tags|words|vectors|postings|shingles';
/** All that is before a day, or has no end: nearly the whole table. */
const isLongRange = /^SEARCH events USING INDEX events_by_date \(date<\?\)$/;

/** The SQL of the statements that are run, and what SQLite does for each. */
function watched() {
  const [news, deliveries] = [newsSchema, deliveriesSchema].map(schema => openDatabase(':memory:', schema));
  onTestFinished(() => {
    for (const database of [news!, deliveries!]) database.close();
  });
  const run = new Set<string>();
  const prepare = news!.prepare.bind(news);
  const watchedPrepare = (sql: string) => {
    const statement = prepare(sql);
    for (const method of ['all', 'get', 'iterate', 'run'] as const) {
      const act = statement[method].bind(statement) as (...values: unknown[]) => never;
      statement[method] = (...values: unknown[]) => {
        run.add(sql);
        return act(...values);
      };
    }
    return statement;
  };
  Object.assign(news!, { prepare: watchedPrepare });
  /** Lines of the plans that go through a large table. */
  const scans = () =>
    [...run].flatMap(sql => {
      const given = sql.replace(/(?<![\w'])[:@]\w+|\?/g, "'1'");
      const plan = prepare(`explain query plan ${given}`).all() as { detail: string }[];
      // In the order of an index only a page is read of it.
      const isSorted = !plan.some(({ detail }) => /TEMP B-TREE/.test(detail));
      const isPage = / limit \d+\)/.test(sql) || (sql.includes(' limit ') && isSorted);
      const isThrough = (detail: string) =>
        isLongRange.test(detail) ||
        (new RegExp(`^SCAN (?:${large})\\b`).test(detail) &&
          !(isPage && / USING (?:COVERING )?INDEX /.test(detail)));
      return plan
        .map(({ detail }) => detail)
        .filter(isThrough)
        .map(detail => `${detail}: ${sql.replace(/\s+/g, ' ').trim()}`);
    });
  return { library: compose(createLibrary(news!), createDeliveries(deliveries!)), run, scans };
}

test('neither answers nor adding and removing go through a large table', async () => {
  const { library, run, scans } = watched();
  const readings = Array.from({ length: 30 }, (_, at) => inventedReading(at));
  await library.articles.addAll(readings, { now: 0 });
  const [{ id, name } = { id: '', name: '' }] = await library.people.leading(1);
  const [topic] = await library.topics.all();
  const word = name.toLowerCase().split(' ')[0]!;
  const asked = Object.values(questions).map(questionOf =>
    questionOf({ id, name, word, topic: topic!, newest: '2030-01-01' }),
  );
  for (const question of [...asked, { kind: 'quotes', name, about: word, from: '2030' } as const])
    await answer(library, question, { page: 1, chat: 'private' });
  await library.news.stories({
    after: 0,
    upTo: await library.news.head(),
    filter: { topics: [topic!.id], people: [id], words: [word], without: [], withoutSources: [] },
    limit: 5,
  });
  await library.articles.remove('invented-3');
  expect(run.size).toBeGreaterThan(100);
  expect(scans()).toEqual([]);
});
