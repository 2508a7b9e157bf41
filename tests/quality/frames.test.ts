import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './passages.ts';

const { unspoken, spoken }: { unspoken: string[]; spoken: [string, string][] } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'frames.json'), 'utf8'),
);
const speakersIn = (text: string) =>
  read({ text, publishedAt: '2024-05-06' }, knowledge).quotes.map(({ speaker }) => speaker?.name ?? null);

describe('words that are denied, doubted, faked, fictional or supposed belong to no one:', () => {
  it.each(unspoken)('%s', text => {
    expect(speakersIn(text).filter(name => name !== null)).toEqual([]);
  });
});

describe('words that were said, close to a denial or a fiction, belong to their speaker:', () => {
  it.each(spoken)('%s', (text, name) => {
    expect(speakersIn(text).length).toBeGreaterThan(0);
    expect(speakersIn(text).every(speaker => speaker === name)).toBe(true);
  });
});
