import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../library/scratch.ts';
import { stage } from './stage.ts';

const folder = scratchFolder();
const watch = join(folder, 'incoming');
const world = stage(folder, { watch });
const text = 'Oden rebuilds its bridge\n\nThe council of Oden voted on Monday to rebuild the old bridge.\n';

test('files are loaded as they come, then moved away, with the reason if something was refused', async () => {
  const { library, turn } = world.opened();
  mkdirSync(watch);
  writeFileSync(join(watch, 'oden.txt'), text);
  writeFileSync(
    join(watch, 'mixed.jsonl'),
    `${JSON.stringify({ id: 'v', text: text.replaceAll('Oden', 'Vale') })}\n{"no": 1}\n`,
  );
  writeFileSync(join(watch, 'picture.png'), 'PNG');
  await turn(60_000);
  // They might still be being written.
  expect(await library.articles.count()).toBe(0);
  writeFileSync(join(watch, 'oden.txt'), `${text}\nThe work begins in June.\n`);
  await turn(60_000);
  expect(await library.articles.count()).toBe(1);
  expect(existsSync(join(watch, 'oden.txt'))).toBe(true);
  await turn(60_000);
  expect(await library.articles.count()).toBe(2);
  expect(readdirSync(join(watch, 'done'))).toEqual(['oden.txt']);
  expect(readdirSync(join(watch, 'refused')).sort()).toEqual([
    'mixed.jsonl',
    'mixed.jsonl.reason.txt',
    'picture.png',
    'picture.png.reason.txt',
  ]);
  expect(readFileSync(join(watch, 'refused', 'mixed.jsonl.reason.txt'), 'utf8')).toMatch(
    /^mixed\.jsonl:2: .*text/,
  );
  // Another file of the same name doesn't replace the first.
  writeFileSync(join(watch, 'oden.txt'), text.replaceAll('Oden', 'Karst'));
  for (const _ of [1, 2]) await turn(60_000);
  expect(readdirSync(join(watch, 'refused'))).toContain('oden.txt');
});
