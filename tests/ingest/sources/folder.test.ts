import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderState } from '../../../src/ingest/sources/folder-state.ts';
import { scratchFolder } from '../../library/scratch.ts';
import { stage } from './stage.ts';

const folder = scratchFolder();
const watch = join(folder, 'incoming');
const world = stage(folder, { watch });
const text = 'Oden rebuilds its bridge\n\nThe council of Oden voted on Monday to rebuild the old bridge.\n';

test('it says how it is doing: the last file, how many in seven days, what was refused and why', async () => {
  const incoming = join(folder, 'other');
  const at = Date.now();
  const state = () => folderState(incoming, at);
  expect(await state()).toMatchObject({ problem: 'new' });
  mkdirSync(join(incoming, 'done'), { recursive: true });
  mkdirSync(join(incoming, 'refused'));
  expect(await state()).toMatchObject({ problem: null, last: null, loaded: 0, refused: 0 });
  writeFileSync(join(incoming, 'waits.txt'), text);
  writeFileSync(join(incoming, 'done', 'oden.txt'), text);
  writeFileSync(join(incoming, 'refused', 'bad.jsonl'), '{');
  writeFileSync(join(incoming, 'refused', 'bad.jsonl.reason.txt'), 'bad.jsonl:1: not JSON\nmore\n');
  expect(await state()).toMatchObject({
    waiting: 1,
    loaded: 1,
    refused: 1,
    refusals: [{ name: 'bad.jsonl', where: 'bad.jsonl', reason: 'bad.jsonl:1: not JSON', code: null }],
  });
  expect(await folderState(incoming, at + 8 * 86_400_000)).toMatchObject({
    loaded: 0,
    refused: 0,
    refusals: [],
    last: { name: expect.stringMatching(/oden|bad/) },
  });
  expect(await folderState(join(incoming, 'waits.txt'), at)).toMatchObject({ problem: 'not-a-folder' });
  expect(await folderState(join(incoming, 'waits.txt', 'in'), at)).toMatchObject({ problem: 'not-a-folder' });
});

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
    /^mixed\.jsonl:2 \[empty\]: .*text/,
  );
  // Another article in a file of the same name is one more.
  writeFileSync(join(watch, 'oden.txt'), text.replaceAll('Oden', 'Karst'));
  for (const _ of [1, 2]) await turn(60_000);
  expect(readdirSync(join(watch, 'done')).sort()).toEqual(['oden-2.txt', 'oden.txt']);
  expect(await library.articles.count()).toBe(3);
});
