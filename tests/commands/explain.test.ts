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

test('explain says why a pronoun is left without a name', async () => {
  const explained = async (...sentences: string[]) =>
    (await communique(scratch(), ['explain', '-'], { input: sentences.join(' ') })).out;
  const said = '“It will hold for a hundred years,” she said.';
  expect(await explained('Mara Lindqvist left.', 'A welder from the yard stayed behind.', said)).toMatch(
    /Antecedent\s+none for “she”: the sentence before is about “A welder from the yard”/,
  );
  expect(await explained('The bridge of Tarn opened on Monday.', said)).toMatch(
    /Antecedent\s+none for “she”: no sentence before is about someone named whom it fits/,
  );
});

test('explain and read take an article from a JSON file, and say so if there are several', async () => {
  const folder = scratch();
  const article = (id: string) => JSON.stringify({ id, title: 'The bridge', text, date: '2031-05-06' });
  writeFileSync(join(folder, 'one.jsonl'), article('one'));
  writeFileSync(join(folder, 'two.jsonl'), `${article('one')}\n${article('two')}\n`);
  const one = await communique(folder, ['explain', 'one.jsonl']);
  expect(one.out).toMatch(/Quote 1 of 2\n {2}(?!.*"id")/);
  const read = await communique(folder, ['read', 'one.jsonl']);
  expect(JSON.parse(read.out)).toMatchObject({ id: 'one', published: { date: '2031-05-06' } });
  for (const command of ['explain', 'read']) {
    const two = await communique(folder, [command, 'two.jsonl']);
    expect(two).toMatchObject({ code: 1, out: '' });
    expect(two.err).toContain('two.jsonl has several articles');
  }
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
