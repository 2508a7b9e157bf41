import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

const title = 'Crane falls into harbour';
const prose = [
  'The harbour of Osterby was closed on Monday after a crane fell into the water, the town said in a statement.',
  'Nobody was hurt, but three ships had to wait outside the port until the evening, and one of them turned back.',
];
const publishedAt = '2023-11-18';
const readLines = (...lines: string[]) => read({ title, publishedAt, text: lines.join('\n\n') }, knowledge);
const daysOf = (...lines: string[]) => readLines(...lines).dates.map(({ text, value }) => [text, value]);

describe('a dateline on a line of its own stays', () => {
  test.each([
    ['OSTERBY, Nov 17', 'Nov 17'],
    ['OSTERBY, Nov. 17', 'Nov. 17'],
    ["ST GEORGE'S, Grenada, 17 November", '17 November'],
    ['PORT-AU-PRINCE, November 17', 'November 17'],
  ])('%s', (dateline, day) => {
    const { text, dates } = readLines(`Staff Reporter\n${dateline}`, ...prose);
    expect(text.split('\n\n')).toEqual([dateline, ...prose]);
    expect(dates.map(({ text, value }) => [text, value])).toContainEqual([day, '2023-11-17']);
  });

  test('and has its author above and counts “today” from itself', () => {
    const lines = [
      'Marta Lindqvist\nOSTERBY, Nov 16',
      'The harbour will open again today, the town said.',
      ...prose,
    ];
    expect(readLines(...lines).byline).toBe('Marta Lindqvist');
    expect(daysOf(...lines)).toContainEqual(['today', '2023-11-16']);
  });

  test.each(['NEWS, Nov 17', 'FRIDAY, NOV 17', 'Osterby, Nov 17', 'OSTERBY, Nov 17, 2023'])(
    'not %s',
    line => {
      expect(readLines(`Marta Lindqvist\n${line}`, ...prose).text.split('\n\n')).toEqual(prose);
    },
  );
});

describe('days that are the headings of an article’s parts stay', () => {
  test.each([
    ['NOV. 7', 'NOV. 9'],
    ['7 November', '9 November'],
    ['Tuesday, November 7', 'Thursday, November 9'],
  ])('%s', (one, other) => {
    const lines = [prose[0]!, one, `A cow ${prose[1]}`, other, `A purse was found. ${prose[1]}`];
    expect(readLines(...lines).text.split('\n\n')).toEqual(lines);
    expect(readLines(...lines.slice(1)).text.split('\n\n')).toEqual(lines.slice(1));
    expect(daysOf(...lines).map(([, value]) => value)).toEqual(
      expect.arrayContaining(['2023-11-07', '2023-11-09']),
    );
  });

  test('but not a single one', () => {
    expect(readLines('Marta Lindqvist\nNov 7', ...prose).text.split('\n\n')).toEqual(prose);
  });
});

describe('the day of a sitting', () => {
  const turns = [
    'MR. COLE (North): To ask the minister whether he has seen the crane in the harbour of Osterby.',
    'HON. JAMES FORDE: Madam Speaker, I was on the quay yesterday, and I can tell the Member that it is safe.',
  ];

  test.each([
    ['HOUSE OF ASSEMBLY', 'Wednesday, 15th November, 2023', 'The House met at 10 a.m.'],
    ['THE SENATE\n\nOfficial Report', 'Wednesday, 15 November 2023', 'The Senate sat at half-past one.'],
    ['PARLIAMENT OF SAINT MARGARET', 'November 15, 2023', '[MADAM SPEAKER in the Chair]'],
    [
      'Committee on Harbours and Ports',
      '15 November 2023',
      'The committee met, pursuant to notice, at 10 a.m.',
    ],
  ])('stays, and what is said counts from it: %s', (house, day, opening) => {
    const lines = [
      house,
      day,
      opening,
      ...turns,
      'The sitting ended at 4 p.m. and was to go on in December.',
    ];
    expect(readLines(...lines).text.split('\n\n')).toContain(day);
    expect(daysOf(...lines)).toContainEqual(['yesterday', '2023-11-14']);
    const undated = read({ title, text: lines.join('\n\n') }, knowledge);
    expect(undated.published).toEqual({ date: '2023-11-15', basis: 'text' });
  });

  test.each([
    ['under the name of a section', ['PARLIAMENT', 'Wednesday, 15 November 2023', ...prose]],
    ['under an author', ['Marta Lindqvist', 'Wednesday, 15 November 2023', ...prose, ...turns]],
  ])('is not one %s', (_, lines) => {
    expect(readLines(...lines).text).not.toContain('15 November 2023');
  });
});
