import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './passages.ts';

/** Sentences with a kind of date that is easily misread, and the value each must have; null where it has none, `unknown` where nothing says it, or all of them in a list. */
type Kind = { kind: string; published: string; title?: string; dates: Record<string, Value> };
type Value = string | null | (string | null)[];

const kinds: Kind[] = JSON.parse(readFileSync(join(import.meta.dirname, 'dates.json'), 'utf8'));

describe.each(kinds)('dates: $kind', ({ published, title, dates }) => {
  test.each(Object.entries(dates))('%s', (text, value) => {
    const values = read({ text, ...(title && { title }), publishedAt: published }, knowledge).dates.map(
      date => date.value,
    );
    if (value === null || Array.isArray(value)) expect(values).toEqual(value ?? []);
    else if (value === 'unknown') expect(values).toEqual([null]);
    else expect(values).toContain(value);
  });
});
