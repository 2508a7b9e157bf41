import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { communique, scratch } from './cli.ts';

const text = [
  'The bridge of Tarn',
  '',
  'Mara Lindqvist opened the bridge on Monday. “It will hold for a hundred years,” she said.',
  '',
  'Olof Brandt denied claims that the bridge was “built on sand and mud”.',
].join('\n');

test('explain says why each quote has its speaker, or one of them', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'bridge.txt'), text);
  const all = await communique(folder, ['explain', 'bridge.txt']);
  expect(all.code).toBe(0);
  expect(all.out).toContain('Quote 1 of 2');
  expect(all.out).toContain('⟦It will hold for a hundred years,⟧');
  expect(all.out).toMatch(/Antecedent\s+Mara Lindqvist for “she”: taken/);
  expect(all.out).toMatch(/✓ pronoun-before-cue/);
  expect(all.out).toMatch(/✓ denied\s+the subject answers what others claim/);

  const second = await communique(folder, ['explain', '-', '--quote', '2'], { input: text });
  expect(second.out).toContain('Quote 2 of 2');
  expect(second.out).not.toContain('Quote 1 of 2');
});

test('explain names what is wrong with its arguments', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'bridge.txt'), text);
  const beyond = await communique(folder, ['explain', 'bridge.txt', '--quote', '3']);
  expect(beyond).toMatchObject({ code: 1, out: '' });
  expect(beyond.err).toContain('2 quotes');
  const odd = await communique(folder, ['explain', 'bridge.txt', '--quote', 'first']);
  expect(odd.code).toBe(64);
});
