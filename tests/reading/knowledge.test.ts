import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/ingest/workers/knowledge-files.ts';

const own = join(import.meta.dirname, '../../data/knowledge');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  cpSync(own, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('knowledge', () => {
  test('is one key a file, lists without their remarks', () => {
    writeFileSync(join(folder, 'abbreviations.txt'), '# Titles\nmaj  # of the army\n\ngen\r\n');
    const { abbreviations, topics } = loadKnowledge(folder);
    expect(abbreviations).toEqual(['maj', 'gen']);
    expect(topics.length).toBeGreaterThan(20);
  });

  test('that misses a file says which', () => {
    rmSync(join(folder, 'topics.json'));
    expect(() => loadKnowledge(folder)).toThrow(/topics/);
  });

  test('that is broken says where', () => {
    writeFileSync(join(folder, 'topics.json'), '[{');
    expect(() => loadKnowledge(folder)).toThrow(/topics\.json is not JSON/);
    writeFileSync(join(folder, 'topics.json'), '[{"id":"x","label":"X","words":{"x":"much"}}]');
    expect(() => loadKnowledge(folder)).toThrow(/topic 1 “x”, words, x: a weight is a number/);
  });

  test('has each topic once', () => {
    const ids = loadKnowledge(own).topics.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
