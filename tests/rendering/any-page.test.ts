import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Line, Page } from '../../src/answers/page/page.ts';
import { anyCharacter } from '../any-character.ts';
import { telegram } from './pages.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: anyCharacter }),
  fc.string({
    unit: fc.constantFrom(' ', '\n', '\ud83d', '\ude00', '\u202e', 'a', 'ב', '😀', '\u200d', '\u0301'),
  }),
  fc
    .tuple(fc.constantFrom('word ', '😀', 'x', 'שלום ', 'a\n'), fc.nat(3000))
    .map(([text, count]) => text.repeat(count)),
);
const style = fc.constantFrom('bold' as const, 'italic' as const, 'code' as const, undefined);
const day = fc.constantFrom('2022', '2022-02', '2022-02-22', 'never', '');
const url = fc.constantFrom('https://example.org/a', 'javascript:1', 'x', null);
const line: fc.Arbitrary<Line> = fc.array(
  fc.oneof(
    fc.record({ text: words, style, link: url }).map(({ text, style, link }): Line[number] => ({
      text,
      ...(style && { style }),
      ...(link && { link }),
    })),
    fc.record({ messageKey: fc.constant('articles'), args: fc.record({ count: fc.nat() }) }),
    fc.record({ messageKey: fc.constant('no-person'), args: fc.record({ name: words }) }),
    fc.record({ source: fc.nat(20) }),
    fc.record({ day }),
  ),
  { maxLength: 5 },
);
const article = fc.record({
  id: fc.string(),
  title: fc.option(words),
  source: fc.option(words),
  url,
  published: fc.option(day),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading' as const, 'text' as const), line }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(line) }),
  fc.record({ kind: fc.constant('quote' as const), text: words, credit: line, partial: fc.boolean() }),
  fc.record({ kind: fc.constant('timeline' as const), entries: fc.array(fc.record({ day, line })) }),
  fc.record({ kind: fc.constant('sources' as const), sources: fc.array(article) }),
  fc.record({
    kind: fc.constant('articles' as const),
    items: fc.array(fc.record({ article, line: fc.option(line) })),
  }),
);
const page: fc.Arbitrary<Page> = fc.record({
  blocks: fc.array(block, { maxLength: 8 }),
  buttons: fc.array(
    fc.array(fc.record({ label: line, action: fc.constant({ kind: 'choose' as const, data: 'x' }) })),
  ),
});

test('any page becomes messages that Telegram takes as they are', () => {
  fc.assert(
    fc.property(page, any => {
      const parts = telegram(any);
      expect(parts.length).toBeGreaterThan(0);
      for (const { text, entities, buttons } of parts) {
        expect(text).toBe(text.trim());
        expect(text).toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
        expect(text.isWellFormed()).toBe(true);
        expect([...text].length).toBeLessThanOrEqual(4096);
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028-\u202e]/);
        expect(entities.length).toBeLessThanOrEqual(100);
        for (const { offset, length } of entities) {
          const covered = text.slice(offset, offset + length);
          expect(covered.length).toBe(length);
          expect(covered).toBe(covered.trim());
          expect(covered).not.toBe('');
          expect(covered.isWellFormed()).toBe(true);
        }
        for (const row of buttons) for (const button of row) expect(button.text).toMatch(/\S/);
      }
    }),
    { numRuns: 150, seed: 20220222 },
  );
});
