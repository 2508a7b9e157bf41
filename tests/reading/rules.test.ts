import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measurements } from '../../src/reading/attribution/measurements.ts';
import { rules } from '../../src/reading/attribution/rules/rules.ts';
import { explain } from '../../src/reading/explain.ts';
import { rulesDocument } from '../eval/rules-document.ts';
import { knowledge } from './knowledge.ts';

const examples = rules.flatMap(rule =>
  rule.examples.map(example => [rule.id, example.text.replaceAll('\n', '/'), example] as const),
);

it('every rule has two to four examples, of which one must match and one abstain', () => {
  const odd = rules.filter(
    ({ examples }) =>
      examples.length < 2 ||
      examples.length > 4 ||
      !examples.some(example => 'abstains' in example) ||
      !examples.some(example => 'speaker' in example),
  );
  expect(odd.map(({ id }) => id)).toEqual([]);
});

describe('the examples of each rule hold:', () => {
  it.each(examples)('%s: %s', (id, _, example) => {
    const runs = explain({ text: example.text, publishedAt: '2024-05-06' }, knowledge);
    const run = example.quote === undefined ? runs.at(-1) : runs[example.quote - 1];
    const decided = run?.quote?.rule ?? run?.tried.find(({ matched }) => matched)?.rule ?? 'none';
    if ('abstains' in example) expect(decided).not.toBe(id);
    else
      expect({ rule: decided, speaker: run?.quote?.speaker?.name ?? null }).toEqual({
        rule: id,
        speaker: example.speaker,
      });
  });
});

it('docs/rules.md describes the rules as they are', () => {
  const written = readFileSync(join(import.meta.dirname, '../../docs/rules.md'), 'utf8');
  expect(written).toBe(rulesDocument(measurements));
});
