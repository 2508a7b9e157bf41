import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedLines } from '../../scripts/seeds.ts';
import { ownPath } from '../../src/commands/cli/open.ts';
import { communique } from './cli.ts';

const folders = { raw: '', processed: '' };

beforeAll(async () => {
  folders.raw = mkdtempSync(join(tmpdir(), 'seeds-'));
  folders.processed = mkdtempSync(join(tmpdir(), 'seeds-'));
  const raw = await communique(folders.raw, ['load', ownPath('seeds')]);
  expect(raw).toEqual({ code: 0, out: '5 loaded, 0 already known, 0 refused\n', err: '' });
  const processed = await communique(folders.processed, ['load', ownPath('data/seeds.jsonl')]);
  expect(processed).toEqual({ code: 0, out: '5 loaded, 0 already known, 0 refused\n', err: '' });
  return () => {
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true });
  };
});

const ask = async (question: string, ...more: string[]) =>
  (await communique(folders.raw, ['ask', question, ...more])).out;

describe('asked of the seeds', () => {
  test.each(['/who Lavrov', '/who Лавров', '/who lavrof'])(
    '%s names his office, his articles and his words',
    async question => {
      const answer = await ask(question);
      expect(answer).toMatch(/Foreign (Minister|Affairs)/);
      expect(answer).toContain('4 articles');
      expect(answer).toMatch(/“[^”]{20,}”?|Today they are trying/);
      expect(answer).toMatch(/Lavrov.*\[\d\]/);
      expect(answer).toMatch(/Sources[\s\S]*\[1\]/);
    },
  );

  test('/quotes shows whole sentences with their source', async () => {
    const answer = await ask('/quotes Kuleba');
    expect(answer).toContain('The world must respond with all its might and punish Russia for the crimes');
    expect(answer).toMatch(/he said.*\[\d\]|Kuleba.*\[\d\]/);
  });

  test('the first page is printed unless all are asked for', async () => {
    const first = await ask('/timeline --earliest');
    const all = await ask('/timeline --earliest', '--all');
    expect(all.startsWith(first.trimEnd())).toBe(true);
    expect(all.length).toBeGreaterThan(first.length);
  });

  test('/timeline has the days of the articles, each with a source', async () => {
    const answer = await ask('/timeline --earliest', '--all');
    for (const day of ['21 Feb 2022', '22 Feb 2022', '18 Mar 2022', '11 Apr 2022']) {
      expect(answer).toMatch(new RegExp(`${day}[^\\n]*\\n?[^\\n]*\\[\\d+\\]`));
    }
  });

  test('an unknown name is answered in words', async () => {
    expect(await ask('/who Zzyzx')).toContain('I haven’t read anything about “Zzyzx”.');
  });

  test('in a group the answer is short', async () => {
    const whole = await ask('/who Lavrov');
    const short = await ask('/who Lavrov', '--chat', 'group');
    expect(short.length).toBeLessThan(whole.length / 2);
    expect(short).toContain('4 articles');
  });

  test('--json gives the calls of the Bot API', async () => {
    const calls = (await ask('/who Lavrov', '--json'))
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(calls[0]).toMatchObject({
      method: 'sendMessage',
      chat_id: 1,
      text: expect.stringContaining('Lavrov'),
    });
  });
});

test('the processed seeds give the same answers as the raw ones', async () => {
  const questions = ['/who Lavrov', '/quotes Blinken', '/timeline', 'nuclear weapons'];
  for (const question of questions) {
    const raw = await communique(folders.raw, ['ask', question]);
    expect(await communique(folders.processed, ['ask', question])).toEqual(raw);
    expect(raw.code).toBe(0);
  }
});

test('the processed seeds are what reading the seeds gives', async () => {
  const kept = readFileSync(ownPath('data/seeds.jsonl'), 'utf8').trim().split('\n');
  const read = await seedLines();
  expect(kept.map(line => JSON.parse(line))).toEqual(read.map(line => JSON.parse(line)));
});

test('loaded a second time, all is known', async () => {
  const again = await communique(folders.raw, ['load', ownPath('seeds'), ownPath('data/seeds.jsonl')]);
  expect(again).toEqual({ code: 0, out: '0 loaded, 10 already known, 0 refused\n', err: '' });
});

test.each(['articles', 'people', 'stories', 'quotes', 'timeline'])(
  'export %s gives JSON Lines',
  async kind => {
    const { code, out } = await communique(folders.raw, ['export', kind]);
    const rows = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(code).toBe(0);
    expect(rows.length).toBeGreaterThan(3);
  },
);

test('digest --preview prints what would be sent', async () => {
  const { code, out } = await communique(folders.raw, ['digest', '--preview']);
  expect(code).toBe(0);
  expect(out).toContain('Preview');
  expect(out).toContain('5 stories from 5 articles');
});
