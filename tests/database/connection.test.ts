import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { createDeliveries } from '../../src/deliveries/deliveries.ts';
import { createLibrary } from '../../src/library/library.ts';

function opened(schema = newsSchema) {
  const database = openDatabase(':memory:', schema);
  onTestFinished(() => void database.close());
  return database;
}

test('every statement of the repositories is valid SQL for its schema, although most are compiled later', () => {
  const compiled: string[] = [];
  const atOnce = (schema: typeof newsSchema) =>
    Object.assign(opened(schema), {
      prepare(this: Sqlite.Database, source: string) {
        compiled.push(source);
        return Sqlite.prototype.prepare.call(this, source);
      },
    });
  createLibrary(atOnce(newsSchema));
  const ofNews = compiled.length;
  createDeliveries(atOnce(deliveriesSchema));
  expect(ofNews).toBeGreaterThan(300);
  expect(compiled.length - ofNews).toBeGreaterThan(100);
});

test('a statement returns rows as it was set to, before its first use and after it', () => {
  const database = opened();
  const early = database.prepare('select 1 as one, 2 as two').pluck();
  expect([early.get(), early.raw().get(), early.raw(false).get()]).toEqual([1, [1, 2], { one: 1, two: 2 }]);
  const late = database.prepare('select ? as one').raw();
  expect([...late.iterate(3)]).toEqual([[3]]);
  expect(late.pluck().all(4)).toEqual([4]);
  const large = database.prepare('select ? as one').safeIntegers().bind(5n);
  expect([large.get(), large.safeIntegers(false).get()]).toEqual([{ one: 5n }, { one: 5 }]);
  expect(large.columns().map(({ name }) => name)).toEqual(['one']);
  expect([large.source, large.reader, large.readonly]).toEqual(['select ? as one', true, true]);
});

test('wrong SQL is reported by the first use', () => {
  const wrong = opened().prepare('selec 1');
  expect(() => wrong.get()).toThrow(/syntax error/);
  expect(() => wrong.get()).toThrow(/syntax error/);
});
