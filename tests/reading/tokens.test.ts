import { describe, expect, test } from 'vitest';
import { tokenSentences } from '../../src/reading/tokens/tokens.ts';

const tokensOf = (text: string) => tokenSentences(text, [{ start: 0, end: text.length }]).flat(2);

const odd = {
  emoji: 'Good 👍🏽 news from the 👨‍👩‍👧 family 🏳️‍🌈!',
  'combining marks': 'The cafe\u0301 in Vie\u0323\u0302t Nam opened.',
  'a NUL': 'One\u0000two \u0000 three.',
  'lone surrogates': 'Broken \ud83d here and \udc4d there.',
  'Windows lines': 'One line.\r\nAnother\r\n\r\nThird.',
  'hard blanks': 'Ten\u00a0million\u202fpeople\u2009came\u3000here.',
  tabs: 'a\tb\t\tc.',
  contractions: "He can't, WON'T and shouldn’t; cannot, gonna, it's.",
  'right to left': 'قال الرئيس “שלום” today.',
  'names of objects': '__proto__ constructor toString hasOwnProperty valueOf',
  'an endless word': `before ${'x-'.repeat(400)} after`,
  'unspaced script': '国会は水曜日に法案を可決した。'.repeat(40),
};

describe('words keep their place', () => {
  test.each(Object.entries(odd))('in a text with %s', (_, text) => {
    const tokens = tokensOf(text);
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    const left = tokens.reduce((rest, token) => rest - token.text.length, text.replace(/\s/g, '').length);
    expect(left).toBe(0);
    for (const [index, token] of tokens.entries())
      expect(token.start).toBeGreaterThanOrEqual(tokens[index - 1]?.end ?? 0);
  });

  test('inside a longer text', () => {
    const text = 'Left out. The harbour closed early.';
    const [sentence] = tokenSentences(text, [{ start: 10, end: text.length }]).flat();
    expect(sentence!.map(token => text.slice(token.start, token.end)).join(' ')).toBe(
      'The harbour closed early .',
    );
    expect(sentence![0]!.spaced).toBe(true);
    expect(sentence!.at(-1)!.spaced).toBe(false);
  });
});

describe('several stretches', () => {
  const lines = [
    'Harbour to close',
    'The harbour will close on Monday, the port said. Ferries go on  ',
    '   ',
    ...Object.values(odd),
    'A last line',
  ];
  const text = lines.join('\n');
  let start = 0;
  const stretches = lines.map(line => {
    const stretch = { start, end: start + line.length };
    start += line.length + 1;
    return stretch;
  });

  test('have the sentences that each has by itself', () => {
    const together = tokenSentences(text, stretches);
    expect(together[0]!.map(sentence => sentence.map(token => token.text).join(' '))).toEqual([
      'Harbour to close',
    ]);
    expect(together[1]!.length).toBe(2);
    expect(together).toEqual(stretches.map(stretch => tokenSentences(text, [stretch])[0]));
  });
});

describe('however long the text', () => {
  test.each(['"', 'a.b-', '-', '👍', 'word ', 'a"b '])(
    '%j a hundred thousand times is read to its end',
    unit => {
      const text = unit.repeat(100_000);
      const tokens = tokensOf(text);
      expect(tokens.at(-1)!.end).toBe(text.trimEnd().length);
    },
  );
});
