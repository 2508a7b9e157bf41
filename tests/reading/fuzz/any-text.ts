import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { read } from '../../../src/reading/read.ts';
import type { Article } from '../../../src/system/article.ts';
import { anyCharacter } from '../../any-character.ts';
import { knowledge } from '../knowledge.ts';
import { flawsOf, inputOf } from '../valid.ts';

const oneOf = (...lists: string[]) => fc.constantFrom(...lists.flatMap(list => list.split('|')));

const words = oneOf(
  'The|the minister|a spokesman|officials|crane|harbour|ships|of|and|that|was|has been|will meet|agreed|went',
  'is expected|not|never|“never”|who|which|I|we|they|he|she|it|his|her',
);
const speech = oneOf(
  'said|he said|said he|told|according to|added|she added|says|asked|was told|did not say|called',
);
const names = oneOf(
  "Lavik|Mr. Berg|Anna Maria Berg|A. Berg|President Ola Vik|Ola Vik|Vik’s|Berg's|van der Berg|Al-Jubeir|Çavuşoğlu",
  'O’Neill|Dr. No|J. R. R. Vik|NATO|Ministry of Health|Osterby|Foreign Minister|May Berg|Vik and Berg|Vik, mayor of Osterby,',
);
const dates = oneOf(
  'on Monday|May 3|2019|in March|KABUL, Oct. 3 —|2/3/2020|31 February|yesterday|May 3-5, 2021|last week|in 2014|12:30 p.m.',
  'the next day|3 days ago|22 février 2022|Christmas|99.99.2020|early last March|Friday, May 3, 2019|1234567890123',
);
const glued = oneOf(
  'Osterbywith|townhe|Berghe said|harbourLavik|doctrine.he|unfoundedsaid|ofspying|NATOhe|Vikwho|éa|ŁódźVik',
);
const marks = oneOf("“|”|\"|'|’|‘|«|»|„|‟|‚|``|''|’’|‘‘|–|—|-|(|)|[|]|…|...|.|,|:|;|!|?|•|/|_|___|@|#|*|&");
const furniture = oneOf(
  'Photo: X|Read also: more|By Ola Vik|Leave a Comment|Share this|Source link|12 comments|Home|© 2020 Osterby Post',
  'A quote from Ola Vik, mayor.|Subscribe to our newsletter|Related stories|1.|5 min read|Published May 3, 2020',
  'The material may not be reproduced without permission of the agency.|Previous article|https://a.example/b',
);
const odd = fc.constantFrom(
  '\u0000',
  '\u0001',
  '\u001b[31m',
  '\u007f',
  '\ud83d',
  '\ude00',
  '👍',
  '👩‍👩‍👧',
  '\u0301',
  'e\u0301',
  '\ufeff',
  '\u200b',
  '\u200f',
  '\u202e',
  'שלום',
  'Мэр сказал',
  '市長',
  'ﬁ',
  'İ',
  'ß',
  '\ufffd',
  '\uffff',
  '𝒜𝓃𝓃𝒶',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '<b>',
  '&amp;',
  '%s',
  '\\',
  '{"text":1}',
);
const gaps = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ' ',
  ' ',
  '',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '\r',
  '\t',
  '\u00a0',
  '\u2028',
  '. ',
  ', ',
  ', “',
  '” ',
  '." ',
  '\n— ',
);
const rare = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 12 }),
  fc
    .tuple(fc.constantFrom('"', 'a', 'A', '- ', '“', '. ', '1', '\n', 'Vik ', '(', 'he said '), fc.nat(400))
    .map(([unit, times]) => unit.repeat(times)),
);
const part = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 3, arbitrary: speech },
  { weight: 3, arbitrary: names },
  { weight: 2, arbitrary: dates },
  { weight: 2, arbitrary: glued },
  { weight: 3, arbitrary: marks },
  { weight: 1, arbitrary: furniture.map(line => `\n${line}\n`) },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: rare },
);
const mixed = fc
  .array(fc.tuple(part, gaps), { maxLength: 160, size: 'max' })
  .map(parts => parts.map(pair => pair.join('')).join(''));
const text = fc.oneof(
  { weight: 8, arbitrary: mixed },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 300, size: 'max' }) },
);

const article: fc.Arbitrary<Article> = fc
  .record({
    text,
    isPage: fc.constantFrom(false, false, false, false, true),
    title: fc.option(mixed, { freq: 5, nil: undefined }),
    publishedAt: fc.constantFrom(undefined, '2021-06-16', '2020-02-29T23:59', 'yesterday', '2021-02-31'),
  })
  .map(({ text, isPage, title, publishedAt }) => ({
    ...(isPage ? { text: '', html: `<p>${text.replaceAll('\n', '<p>')}` } : { text }),
    ...(title === undefined ? {} : { title }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }));

/**
 * Reads as many made-up texts as asked for, of words, names, dates, marks, glued words, furniture and what
 * is hardly text. Throws with the smallest one whose reading is not valid, or not the same again.
 */
export function readAnyText(numRuns: number, seed: number): void {
  fc.assert(
    fc.property(article, given => {
      const reading = read(given, knowledge);
      const flaws = flawsOf(reading, inputOf(given, reading));
      if (flaws.length > 0) throw new Error(flaws.join('\n'));
      if (!isDeepStrictEqual(read(given, knowledge), reading))
        throw new Error('another reading the second time');
    }),
    { seed, numRuns },
  );
}
