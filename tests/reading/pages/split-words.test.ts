import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { storableReading } from '../../../src/reading/storable-reading.ts';
import { knowledge } from '../knowledge.ts';
import { flawsOf } from '../valid.ts';

const opening = [
  'The harbour of Osterby was closed on Monday after a crane fell into',
  'the water, the town said in a statement that it gave to reporters in',
  'the evening, when three ships were still waiting outside the port.',
];
/** A wrapped text that ends with these lines. */
const text = (...lines: string[]) => [...opening, ...lines].join('\n');
const readLines = (...lines: string[]) =>
  read({ text: text(...lines), publishedAt: '2024-05-15' }, knowledge);

describe('a name with a hyphen at the end of a line is one name', () => {
  test.each<[string, string, string]>([
    [
      'The inquiry will be led by the judge Annelise Brandt-',
      'Hansen, the ministry said.',
      'Annelise Brandt-Hansen',
    ],
    ['Nobody was hurt in the fall, said the harbour master, Jean-', 'Pierre Dubois.', 'Jean-Pierre Dubois'],
    ['The ferry has been sold, said its owner, Mrs Lucia Ferrer-', 'Soto, on Tuesday.', 'Lucia Ferrer-Soto'],
    ['The crane was inspected in the spring, said President Park Geun-', 'hye.', 'Park Geun-hye'],
  ])('%s / %s', (above, below, name) => {
    const reading = readLines(above, below);
    expect(reading.people.map(person => person.name)).toEqual([name]);
    expect(reading.text).toContain(name);
  });

  test('also where nothing else shows that the text is wrapped', () => {
    const short = 'The inquiry will be led by Annelise Brandt-\nHansen, a judge, the ministry said.';
    expect(read({ text: short }, knowledge).people.map(({ name }) => name)).toEqual([
      'Annelise Brandt-Hansen',
    ]);
  });
});

describe('a word that was parted at the end of a line is put together', () => {
  test.each<[string, string, string]>([
    ['between two syllables', 'The repair of the quay is con-\ntinued on Friday.', 'is continued on'],
    ['whose second part is a word', 'The ferry fol-\nlows on Friday.', 'ferry follows on'],
    ['that is no common one', 'The council will be empan-\nelled on Friday.', 'be empanelled on'],
    ['in capitals', 'The repair was put off, GOVERN-\nMENT officials said.', 'GOVERNMENT officials'],
    [
      'that is written elsewhere',
      'Mr Windhorst left. It was Wind-\nhorst who sold the crane.',
      'was Windhorst who',
    ],
    ['with a soft hyphen', 'The harbour will be re\u00ad\nopened on Friday.', 'be reopened on'],
    [
      'that has its hyphen anywhere',
      'The town has sent a five-\nmember commission.',
      'a five-member commission',
    ],
    ['where without it another would arise', 'The old crew was re-\nsigned in May.', 'was re-signed in'],
    ['with a figure', 'The crane is to be lifted on 13-\n14 May if it can.', 'on 13-14 May'],
    ['with a capital', 'The vote was won by the pro-\nEU party.', 'the pro-EU party'],
    ['in several parts', 'The books of the port are up-\nto-date, they say.', 'are up-to-date, they'],
  ])('%s', (_, lines, whole) => {
    expect(readLines(...lines.split('\n')).text).toContain(whole);
  });

  test('but not one whose second part is left out', () => {
    expect(readLines('There are to be two-', 'and three-day trips.').text).toContain(
      'two- and three-day trips',
    );
  });

  test('and the reading carries the text that it refers to', () => {
    const article = {
      text: text('The repair is con-', 'tinued on Friday, said Annelise Brandt-', 'Hansen.'),
    };
    const reading = read(article, knowledge);
    expect(reading.input).toBe(text('The repair is continued on Friday, said Annelise Brandt-Hansen.'));
    expect(flawsOf(reading, reading.input!)).toEqual([]);
    expect(storableReading(article, knowledge)?.input).toBe(reading.input);
  });
});

test('a text without such words is the one that the reading refers to', () => {
  expect(read({ text: text() }, knowledge).input).toBeUndefined();
});

test('a date may go on in the next line', () => {
  const lines = ['The crane had been inspected by two men of the harbour office on New', 'Year’s Day.'];
  expect(readLines(...lines).dates.map(({ value }) => value)).toContain('2024-01-01');
});
