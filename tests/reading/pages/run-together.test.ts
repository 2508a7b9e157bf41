import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

const quotesOf = (lines: string) => read({ text: `Lock gates to close\n\n${lines}` }, knowledge).quotes;

describe('a word before a reporting verb that ends like a pronoun', () => {
  test.each(['Mashishe', 'Gwarathe', 'Okorshe', 'Banathey', 'Lethathe'])(
    'is whole as a surname: %s',
    name => {
      const quotes = quotesOf(
        `Ilse ${name} visited the lock.\n\n“The gates will be shut,” ${name} said. “They will stay shut.”`,
      );
      expect(quotes.map(({ speaker }) => [speaker?.name, speaker?.text])).toEqual([
        [`Ilse ${name}`, name],
        [`Ilse ${name}`, name],
      ]);
    },
  );

  test.each([
    ['a word', 'for the frosthe said'],
    ['an abbreviation', 'for the ILOhe said'],
    ['a figure', 'for 2030he said'],
    ['a name that is there by itself', 'for Vargahe said'],
  ])('is two behind %s', (_, words) => {
    const [quote] = quotesOf(
      `Jon Varga visited the lock.\n\nAsked what it was ${words} “the gates will be shut.”`,
    );
    expect(quote?.speaker?.text).toBe('he');
  });
});
