import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './passages.ts';

const body = [
  'The harbour of Osterby was closed on Monday after a crane fell into the water, the town said in a statement.',
  'Three ships had to wait outside the port until the evening, and one of them turned back. “We were lucky that nobody stood below it,” harbour master Ines Dahl said.',
  'The town council will meet to discuss the repairs, which are expected to cost more than two million crowns.',
  'A spokesman said that the crane had been inspected in the spring, and that nothing was found.',
];
/** A line inside the body, after its second paragraph. */
const inside = (line: string) => [...body.slice(0, 2), line, ...body.slice(2)].join('\n\n');
const under = (line: string) => [...body, line].join('\n\n');
const paragraphs = (text: string) => read({ text, title: 'Crane falls' }, knowledge).text.split('\n\n');

describe('is not body', () => {
  test.each([
    [
      'a caption with its agency',
      'A diver looks for the crane in the harbour of Osterby as the work goes on. Getty Images',
    ],
    ['a caption credited via an agency', 'The town has denied reports that the crane was old. via REUTERS'],
    [
      'a caption with a photographer',
      'Ines Dahl walks over the quay during a visit with her deputy, Olaf Brandt. Photo: Marta Lindqvist',
    ],
    [
      'a caption with a pool',
      'Workers secure the quay after the fall of the crane on Monday. Olaf Brandt/AP',
    ],
    [
      'a caption with a handout',
      'The crane in the water on Tuesday, seen from the air. Handout / Coast Guard',
    ],
    [
      'a caption with its photographer and agency in brackets',
      'Ines Dahl, the harbour master of Osterby, at the quay in April. (Marta Lindqvist/OPA)',
    ],
    ['a photographer and an agency', 'Marta Lindqvist/OPA'],
    [
      'a caption with its photographer behind a label in brackets',
      'Ines Dahl has been the harbour master of Osterby since 2019 (Photo: Marta Lindqvist)',
    ],
    ['the age that something is for', '18+ Play responsibly.'],
    ['a button of a caption', 'toggle caption'],
    [
      'a pull quote with its speaker',
      '“We were lucky that nobody stood below it”\n\nInes Dahl, harbour master',
    ],
    ['a pull quote', '“We were lucky that nobody stood below it”'],
    [
      'a sentence repeated for the eye',
      'Three ships had to wait outside the port until the evening, and one of them turned back.',
    ],
    ['a source line', 'Source: Harbour office of Osterby, 2021'],
    ['a paywall', 'This article is for subscribers only.'],
    ['another paywall', 'Already a subscriber? Log in to continue reading'],
    ['an offer to go on', 'Subscribe to continue reading and get the whole story.'],
    ['a button to keep it', 'Save for later'],
    ['a request for news', 'Have a tip? Write to desk@osterby.example'],
    ['a note on the text', '(Except for the headline, this story has not been edited by our staff.)'],
    ['others who gave text', '(With inputs from OPA)'],
    ['a choice of cookies', 'Accept all cookies'],
    ['a film to watch', 'WATCH | How the crane fell'],
  ])('%s', (_, line) => {
    expect(paragraphs(inside(line))).toEqual(body);
  });

  test.each([
    ['a teaser', 'READ MORE: Ferry to Osterby sold'],
    ['another teaser', 'Now read: What became of the old ferry?'],
    ['a third', 'More on this story'],
    ['a correction', 'Correction: An earlier version of this article misspelled the name of the harbour.'],
    ['a note of a change', 'This article was amended on 15 May 2024 to add a comment from the port.'],
  ])('%s at the end', (_, line) => {
    expect(paragraphs(under(line))).toEqual(body);
  });

  test('the marks of a heading', () => {
    expect(paragraphs(inside('### What happens now'))).toEqual([
      ...body.slice(0, 2),
      'What happens now',
      ...body.slice(2),
    ]);
    const reading = read({ text: `# Crane falls into the harbour\n\n${body.join('\n\n')}` }, knowledge);
    expect(reading.title).toBe('Crane falls into the harbour');
    expect(reading.text.split('\n\n')).toEqual(body);
  });
});

describe('is body', () => {
  test.each([
    [
      'a sentence that ends with an agency',
      'The news was first reported by the agency Reuters and then by the national press.',
    ],
    [
      'a sentence with a name behind it in the text',
      'The harbour office did not answer. Ines Dahl was not there either, a clerk said.',
    ],
    ['a sentence that begins like a teaser', 'Read more books, the minister told pupils.'],
    ['a sentence that begins like a form', 'Sign up for the army, the poster read.'],
    ['a sentence about advertising', 'Advertisement of tobacco is not allowed in the port.'],
    ['a quote that is there once', '“It will take a year to repair the quay,” Dahl said.'],
    ['a short sentence that comes twice', 'Nobody was hurt.'],
    ['a sentence about a source', 'The source of the oil on the water is not known, the coast guard said.'],
    [
      'a sentence about subscribers',
      'The theatre lost a third of its subscribers in the year after the flood, its head said.',
    ],
  ])('%s', (_, line) => {
    expect(paragraphs(inside(line))).toContain(line);
  });
});
