import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

const first =
  'The harbour of Osterby was closed on Monday after a crane fell into the water, the town said in a statement.';
const second =
  'Nobody was hurt, but three ships had to wait outside the port until the evening, and one of them turned back.';
const third =
  'The town council will meet to discuss the repairs, which are expected to cost more than two million crowns.';
const body = [first, second, third];
const menu = ['Home', 'News', 'Sport', 'Weather', 'Culture', 'Live streams', 'Contact us'];

const readLines = (...lines: string[]) => read({ text: lines.join('\n') }, knowledge);
const paragraphs = (...lines: string[]) => readLines(...lines).text.split('\n\n');

describe('of a page copied as text', () => {
  test('the title is the line that says what the body says, not the menu entry or the standfirst under it', () => {
    const standfirst =
      'Three ships wait outside the port of Osterby while the town counts the damage to its harbour';
    const page = readLines(
      ...menu,
      'Harbour crane crashes into the water at Osterby',
      standfirst,
      'Marta Lindqvist',
      '23 February 2021',
      'All the pictures of the week',
      ...body,
    );
    expect(page.title).toBe('Harbour crane crashes into the water at Osterby');
    expect(page.byline).toBe('Marta Lindqvist');
    expect(page.published.date).toBe('2021-02-23');
    expect(page.text.split('\n\n')).toEqual([standfirst, ...body]);
  });

  test('a day far above the title is not the day of publication', () => {
    const page = readLines('Thursday, 3 March 2022', ...menu, 'Crane falls into Osterby harbour', ...body);
    expect(page.title).toBe('Crane falls into Osterby harbour');
    expect(page.published).toEqual({ date: null, basis: 'unknown' });
  });

  test('sentences between title and body are kept among short lines', () => {
    const asked = 'Why did the crane fall on a calm day?';
    const page = paragraphs(
      ...menu,
      'Why the harbour crane of Osterby fell into the water',
      asked,
      ...menu,
      ...menu,
      ...body,
    );
    expect(page).toEqual([asked, ...body]);
  });

  test('a first sentence with a day and a place is no byline', () => {
    const lead = 'OSTERBY, Feb. 8 (NK) — Count harbour master Ines Dahl among crane detractors.';
    expect(paragraphs('Crane falls into Osterby harbour', lead, ...body)).toEqual([lead, ...body]);
  });

  test('readers’ comments end the article, however long they are', () => {
    const comment =
      'I was standing on the quay when it happened and it was the loudest thing that I have ever heard in this town, really.';
    expect(
      paragraphs(
        ...body,
        '14 thoughts on “Crane falls into Osterby harbour”',
        comment,
        comment,
        comment,
        comment,
      ),
    ).toEqual(body);
  });

  test('the cut-off beginnings of other articles are none of its paragraphs', () => {
    const teasers = [
      'Bridge to Westerby closed',
      'The bridge between the two towns will stay closed to all traffic until the end of the...',
      'Storm warning for the coast',
      'Forecasters say that winds of more than a hundred kilometres an hour are to be expected on...',
    ];
    expect(paragraphs(...body, ...teasers)).toEqual(body);
  });

  test('a list without marks stays where a line announces it', () => {
    const list = [
      'The crane and the quay under it',
      'Two of the three cables',
      'A shed of the harbour master',
    ];
    expect(
      paragraphs(...body, 'This is what has to be repaired:', ...list, 'Author: Marta Lindqvist'),
    ).toEqual([...body, 'This is what has to be repaired:', ...list]);
  });
});

describe('stays, though it looks like boilerplate:', () => {
  test.each([
    '“Video: you told me it was a video when you knew that it was not,” she said.',
    'You might also want to change the cables of the other cranes in the harbour, she told the council.',
    'It’s basically: ‘ whatever the council says goes, and that is fine with us. ’ "',
  ])('%s', line => {
    expect(paragraphs(first, second, line, third)).toEqual([first, second, line, third]);
  });

  test('a sentence above a credit that says what happened', () => {
    const told = 'The town has recorded four such accidents, and it will look at all of its cranes.';
    expect(paragraphs(first, second, told, 'Photo: Jan Vik / Kyst', third)).toEqual([
      first,
      second,
      told,
      third,
    ]);
  });

  test('a last sentence that begins like a note about its author', () => {
    const last =
      'Monday’s storm was a reminder of what can happen, an editor of the harbour’s yearbook wrote.';
    expect(paragraphs(...body, last)).toEqual([...body, last]);
  });

  test('an address with a dot inside', () => {
    const line =
      'The plan of the quay is kept in osterby.conf on a server of the town, and nobody has it on paper.';
    expect(paragraphs(first, second, line, third)).toContain(line);
  });
});

describe('goes out of the middle:', () => {
  test.each([
    'Harbour master Ines Dahl (left) and the mayor, Jon Berg, on the quay.',
    'The crane on the morning after.  By Harbour of Osterby',
    'We ask that comments are civil and free of hateful material. Also please stick to the topic.',
    'Coast News Would Like To Send You Push Notifications.',
    'We may receive compensation when you buy through links on this page.',
    'PUBLISHED: November 8, 2023 at 4:56 p.m. | UPDATED: November 8, 2023 at 6:00 p.m.',
    'Please refresh the page and try again.',
    'PDF version',
  ])('%s', line => {
    expect(paragraphs(first, second, line, third)).toEqual(body);
  });
});
