import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

const title = 'Crane falls into harbour';
const paragraphs = [
  'The harbour of Osterby was closed on Monday after a crane fell into the water, the town said in a statement. Nobody was hurt, but three ships had to wait outside the port until the evening.',
  '“We cannot say yet when the port will open again,” harbour master Ines Dahl told reporters on Tuesday. “The crane had been inspected in the spring, and nothing was found.”',
  'The town council will meet to discuss the repairs, which are expected to cost more than two million crowns. It has not been decided who will pay for them, a spokesman said.',
];
const items = ['• The quay is closed.', '• The ferry runs from the old port instead.'];

/** The text broken at the last space before `width` UTF-16 code units. */
function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => line.replace(new RegExp(`(?=.{${width + 1}})(.{1,${width}}) `, 'g'), '$1\n'))
    .join('\n');
}

const whole = [title, ...paragraphs, ...items].join('\n\n');
const known = read({ text: whole }, knowledge);

describe('a text that was wrapped', () => {
  test.each([55, 64, 72, 78, 80])('at %i columns is read as if it were not', width => {
    const reading = read({ text: wrap(whole, width) }, knowledge);
    expect(reading.title).toBe(title);
    expect(reading.text).toBe(known.text);
    expect(reading.quotes.map(({ speaker }) => speaker?.name)).toEqual(
      known.quotes.map(({ speaker }) => speaker?.name),
    );
  });

  test('and indented, or with the line ends of Windows', () => {
    const indented = wrap(whole, 72).replaceAll('\n', '\n    ');
    expect(read({ text: indented }, knowledge).text).toBe(known.text);
    expect(read({ text: wrap(whole, 72).replaceAll('\n', '\r\n') }, knowledge).text).toBe(known.text);
  });

  test('has evidence in the text as it came', () => {
    const text = wrap(whole, 72);
    for (const { start, end, text: quote } of read({ text }, knowledge).quotes)
      expect(text.slice(start, end).replace(/\s+/g, ' ')).toBe(quote.replace(/\s+/g, ' '));
  });
});

/** Short reports with something in them that is not wrapped. */
const table = ['NORTH WARD', 'Kari Aune (Centre) 1,904', 'Ole Brandt (Labour) 711', 'Turnout 61.3%'];
const scores = [
  'TOURISTS',
  'E Laird c Holm b Vane 88',
  'M Hurst lbw b Vane 4',
  'Total (5 wkts, 50 overs) 214',
];
const prices = [
  'School           Now    New',
  'Alder Lane       2.00   3.40',
  'Town College     2.50   4.10',
];
const places = ["St Anne's Hall\t12 Corn Street", 'The Library\t3 Quay Road', "Weavers' Club\t88 Long Row"];
const labels = ['Name: Anna Holm', 'Age: 16', 'Address: Mill Road, Osterby', 'Last seen: on Friday'];
const verse = [
  'Oh the river may rise',
  'and the lights may fall',
  "but we'll stand on the bank",
  'and we wait for the ball',
  'till the morning has come',
  'and the gulls give a call',
];

describe('a wrapped text with lines in it that are not', () => {
  test.each<[string, string[]]>([
    ['a table of results', table],
    ['a table of scores', scores],
    ['columns with blanks between', prices],
    ['columns with tabs between', places],
    ['lines with labels', labels],
    ['verse', verse],
  ])('keeps its paragraphs and the lines of %s', (_, rows) => {
    for (const width of [40, 50, 64, 80]) {
      const [first, ...rest] = paragraphs.map(text => wrap(text, width));
      const { text } = read({ text: [title, first, rows.join('\n'), ...rest].join('\n\n') }, knowledge);
      expect(text.split('\n\n')).toEqual(expect.arrayContaining(paragraphs));
      for (const row of rows) expect(text.split('\n\n')).toContain(row.replace(/\s+/g, ' '));
    }
  });

  test('parts the items of a block, and joins the lines of each', () => {
    const calls = [
      'MARCH 8',
      '8:10 a.m. A cow was seen near the school. It was led home.',
      '10:30 p.m. A man of 44 from Alder was arrested on Main Street after he had broken the window of a shop.',
      '11:05 p.m. A purse was found in the park and was given back to Marta Lindqvist, who had lost it there.',
    ];
    const text = wrap([...paragraphs, calls.join('\n')].join('\n\n'), 60);
    expect(read({ text }, knowledge).text.split('\n\n')).toEqual([...paragraphs, ...calls]);
  });

  test('joins a list of names that is itself wrapped', () => {
    const teams = [
      'Osterby: Holm; Dahl, Brandt (Moe 71), Lund, Berg; Anders Vik, Nils Ek, Ola Ruud (captain); Jan Aas, Per Lie, Erik Hov',
      'Tarn: Fry; Dunn, Okoro, Bright, Lamb (Neale 60); Ben Shah, Tom Pike, Joe Varga; Sam Moss, Max Quaye, Leo Bell',
    ];
    const [first, second, third] = paragraphs as [string, string, string];
    const text = wrap([first, second, teams.join('\n'), third].join('\n\n'), 60);
    expect(read({ text }, knowledge).text.split('\n\n')).toEqual([first, second, ...teams, third]);
  });

  test('goes on after a number or a dash that begins a line', () => {
    const prose = [
      'The repair of the harbour crane, the town said in its statement, will not be finished until May',
      '9. The ferries that were to sail from the quay will leave from the old port until that day comes',
      '– which is further away from the railway station, but has more room for lorries and for their loads.',
    ];
    const text = [...paragraphs.map(text => wrap(text, 98)), prose.join('\n')].join('\n\n');
    expect(read({ text }, knowledge).text.split('\n\n')).toEqual([...paragraphs, prose.join(' ')]);
  });
});

describe('nothing is joined', () => {
  test.each<[string, string]>([
    ['where each paragraph is one long line', [title, ...paragraphs].join('\n')],
    ['in a menu above the article', `Home\nNews\nSport\nWeather\nOpinion\nVideo\nMore\n\n${whole}`],
    [
      'in a list under it',
      `${whole}\n\nAnna Berg\nBo Lund\nCarl Moe\nDora Ek\nEva Dahl\nFritz Ott\nGerd Aas`,
    ],
  ])('%s', (_, text) => {
    const { text: body } = read({ text }, knowledge);
    expect(body.split('\n\n')).toEqual(expect.arrayContaining([paragraphs[0], paragraphs[1]]));
  });
});
