import { expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from '../reading/knowledge.ts';
import { addAll, exported, scratchFolder, scratchLibrary } from './scratch.ts';

const folder = scratchFolder();
const articles = [
  'NATO met in Kiev on Monday. The Kremlin said it was watching. The Norland Stock Exchange (NSE) was closed.',
  'The North Atlantic Treaty Organization left Kyiv. The NSE opened late, the Ministry of Trade said. The International Committee of the Red Cross (ICRC) sent tents.',
].map((input, at) => ({
  ...read({ id: `article-${at}`, text: input, publishedAt: `2031-05-0${at + 1}` }, knowledge),
  input,
}));

test('exports organizations merged across articles, with kinds and mentions', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, articles);
  const organizations = await exported(library, 'organizations');
  const alliance = organizations.find(({ id }) => id === 'nato');
  expect(alliance).toMatchObject({ kind: 'body' });
  expect([alliance!.name, ...(alliance!.variants as string[])].sort()).toEqual([
    'NATO',
    'North Atlantic Treaty Organization',
  ]);
  expect(new Set((alliance!.mentions as { article: string }[]).map(({ article }) => article)).size).toBe(2);
  expect(organizations).toContainEqual(expect.objectContaining({ name: 'Kremlin', kind: 'state' }));
  expect(organizations.find(({ id }) => id === 'icrc')).toMatchObject({ kind: 'body' });
  for (const { mentions } of organizations)
    for (const { article, start, end, text } of mentions as {
      article: string;
      start: number;
      end: number;
      text: string;
    }[])
      expect(articles.find(({ id }) => id === article)!.input.slice(start, end)).toBe(text);
});

test('exports places, spellings of one town under one name', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, articles);
  const places = await exported(library, 'places');
  expect(places.find(({ id }) => id === 'kyiv')).toMatchObject({ kind: 'town', variants: ['Kyiv'] });
  expect(await exported(library, 'places', { limit: 0 })).toEqual([]);
  expect(await exported(library, 'organizations', { about: 'zeppelin' })).toEqual([]);
  expect((await exported(library, 'organizations', { about: 'watching' })).map(({ name }) => name)).toContain(
    'NATO',
  );
});
