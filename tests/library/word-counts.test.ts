import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { createLibrary } from '../../src/library/library.ts';
import { inventedReading } from '../bench/invented.ts';

function library() {
  const database = openDatabase(':memory:', newsSchema);
  onTestFinished(() => {
    database.close();
  });
  const words = () => database.prepare('select word, articles from words order by word').raw().all();
  return { ...createLibrary(database), database, words };
}

const readings = Array.from({ length: 12 }, (_, at) => inventedReading(at));

test('words are counted alike one by one, in one transaction, and after a transaction that failed', async () => {
  const [single, together, failing] = [library(), library(), library()];
  for (const reading of readings) await single.articles.add(reading, { now: 0 });
  await together.articles.addAll(readings, { now: 0 });
  expect(together.words()).toEqual(single.words());

  await failing.articles.addAll(readings.slice(0, 4), { now: 0 });
  failing.database.exec(
    "create trigger refuse before insert on articles when new.id = 'invented-7' begin select raise(abort, 'no'); end",
  );
  await expect(failing.articles.addAll(readings.slice(4), { now: 0 })).rejects.toThrow('no');
  failing.database.exec('drop trigger refuse');
  await failing.articles.addAll(readings.slice(4), { now: 0 });
  expect(failing.words()).toEqual(single.words());
});

test('an article that is removed takes its words along, and those of one that is replaced are counted once', async () => {
  const [emptied, replaced, plain] = [library(), library(), library()];
  await emptied.articles.addAll(readings.slice(0, 3), { now: 0 });
  for (const { id } of readings.slice(0, 3)) await emptied.articles.remove(id);
  expect(emptied.words()).toEqual([]);
  await replaced.articles.addAll(readings.slice(0, 3), { now: 0 });
  await replaced.articles.replace(readings[1]!, { now: 0, isNews: false, always: true });
  await plain.articles.addAll(readings.slice(0, 3), { now: 0 });
  expect(replaced.words()).toEqual(plain.words());
});
