import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/store.ts';
import { readingOf } from '../library/reading-of.ts';
import { addAll } from '../library/scratch.ts';
import { communique, scratch } from './cli.ts';

const article = (id: string, name: string) =>
  readingOf({
    id,
    published: '2020-01-06',
    text: `Minister ${name} opened mill ${id} on Monday.`,
    people: [{ name, roles: ['Minister'] }],
  });

test('people are listed, parted and joined by their ids, and wrong ids are answered in a line', async () => {
  const folder = scratch();
  const people = (...args: string[]) =>
    communique(folder, ['people', ...args], { environment: { DATABASE: 'people.db' } });
  const library = openLibrary(join(folder, 'people.db'));
  await addAll(library, [
    article('a', 'Sergei Markov'),
    article('b', 'Sergey Markov'),
    article('c', 'Jokolin'),
  ]);
  library.close();

  const [markov] = (await people('list', 'markov')).out.trim().split('\n');
  const id = markov!.split('\t')[0]!;
  expect(markov).toMatch(/^\d+\tSerge[iy] Markov\tMinister\t2 articles$/);
  const other = (await people('list', 'Jokolin')).out.split('\t')[0]!;
  expect((await people('list')).out.trim().split('\n')).toHaveLength(2);

  expect((await people('split', id, 'Sergey', 'Markov')).out).toMatch(
    new RegExp(`^1 article split from ${id}: now \\d+ Sergey Markov\n$`),
  );
  expect((await people('show', `#${id}`)).out.trim().split('\n')).toEqual([
    `${id}\tSergei Markov\tMinister\t1 article`,
    'a\t2020-01-06\tSergei Markov\tMinister',
  ]);
  expect((await people('join', id, other)).out).toBe(`1 article merged into ${id} Sergei Markov\n`);
  expect((await people('show', other)).out).toContain('Jokolin');

  for (const [wrong, said] of [
    [['show', '999'], 'no person has the ID 999'],
    [['join', id, 'x'], 'no person has the ID x'],
    [['join', id, other], 'already the same person'],
    [['split', id, 'Otto Reiss'], 'none of their articles'],
    [['list', 'Zzyzx'], 'no one called Zzyzx was found'],
  ] as const) {
    const { code, out, err } = await people(...wrong);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
  }
  for (const wrong of [['join', id], ['fly'], ['list', '--limit', '0']])
    expect((await people(...wrong)).code).toBe(64);
});
