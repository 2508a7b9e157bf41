import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/ingest/workers/knowledge-files.ts';
import { read } from '../../src/reading/read.ts';
import { libraryOf } from './made-up.ts';

const text = `The harbour of Lindholm opened on Monday, and nobody stayed at home.

“This harbour will feed the island for a hundred years,” said Ines Okoro, who paid for it. Okoro called the old pier “a grave for ships”. Then she went home.

“No ship of ours will land there,” a senior official said on Monday.

“It was all my idea,” Okoro said, according to two sailors.

Okoro denied calling the bishop “an enemy of the sea”.`;

let library: Awaited<ReturnType<typeof libraryOf>>;
beforeAll(async () => {
  library = await libraryOf();
  const knowledge = loadKnowledge(join(import.meta.dirname, '../../data/knowledge'));
  const reading = read({ id: 'harbour', text, publishedAt: '2031-05-05' }, knowledge);
  await library.library.articles.add({ ...reading, input: text }, { now: 1_650_000_000_000 });
});
afterAll(() => library.close());

test('whole quotes are told from parts of a sentence', async () => {
  const page = await library.read('/quotes Okoro');
  expect(page).toContain(
    '“This harbour will feed the island for a hundred years”\n— Ines Okoro · said [1]\n',
  );
  expect(page).toContain('“… a grave for ships …”\n— Ines Okoro · called [1]\n');
  expect(page).toContain('Quotes with “…” are excerpts; the others are complete.');
});

test('what somebody is not known to have said does not stand among their quotes', async () => {
  const page = await library.read('/quotes Okoro');
  expect(page).toMatch(/^Ines Okoro · 2 quotes\n/);
  const article = await Promise.all(
    [1, 2].map(number => library.read('/article #harbour', { page: number })),
  );
  const pages = article.join('\n');
  expect(pages).toContain(
    '“No ship of ours will land there”\n— speaker not named: a senior official · said [1]',
  );
  expect(pages).toContain(
    '“It was all my idea”\n— as reported by others: Okoro said, according to two sailors [1]',
  );
  expect(pages).toContain('“… an enemy of the sea …”\n— not presented as a spoken quote [1]');
});

test('a part of a sentence opens to its sentence and those round it', async () => {
  const [, command] = /a grave for ships: (\/context .+)/.exec(await library.read('/quotes Okoro'))!;
  const context = await library.read(command!);
  expect(context).toContain('“This harbour will feed the island for a hundred years,” said Ines Okoro');
  expect(context).toContain('Okoro called the old pier “a grave for ships”.');
  expect(context).toContain('Then she went home.');
});
