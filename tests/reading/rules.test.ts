import { describe, expect, it } from 'vitest';
import { rules } from '../../src/reading/attribution/rules/rules.ts';
import { explain } from '../../src/reading/explain.ts';
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
    const decided = run?.tried.find(({ matched }) => matched)?.rule ?? 'none';
    if ('abstains' in example) expect(decided).not.toBe(id);
    else
      expect({ rule: decided, speaker: run?.quote?.speaker?.name ?? null }).toEqual({
        rule: id,
        speaker: example.speaker,
      });
  });
});
