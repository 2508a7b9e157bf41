import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

const text =
  'The harbour of Osterby was closed on Monday after a crane fell into the water, the town said in a statement.\n' +
  'Nobody was hurt, but three ships had to wait outside the port until the evening, and one of them turned back.';

const titleOf = (title: string, more: { source?: string; url?: string } = {}) =>
  read({ text, title, ...more }, knowledge).title;

describe('the outlet’s name comes off a title', () => {
  test.each<[string, { source?: string; url?: string }?]>([
    ['Crane falls into harbour - CNN'],
    ['Crane falls into harbour - Osterby Courier'],
    ['Crane falls into harbour – BBC News'],
    ['Crane falls into harbour | Nordkyst'],
    ['Crane falls into harbour | News | Nordkyst'],
    ['Crane falls into harbour — The Osterby Herald'],
    ['Crane falls into harbour - Nordkyst', { source: 'Nordkyst' }],
    ['Crane falls into harbour - The Nordkyst', { source: 'Nordkyst' }],
    ['Crane falls into harbour • North Coast', { url: 'https://www.northcoast.example/a' }],
    ['Crane falls into harbour - Nordkyst', { url: 'https://en.nordkyst.example/a' }],
  ])('%s', (title, more) => {
    expect(titleOf(title, more)).toBe('Crane falls into harbour');
  });

  test('that the headline has without it', () => {
    const html = `<html><head><title>Crane falls - Nordkyst</title><meta property="og:title" content="Crane falls - Nordkyst"></head><body><h1>Crane falls</h1><p>${text}</p></body></html>`;
    expect(read({ text: '', html }, knowledge).title).toBe('Crane falls');
    const short = html.replaceAll('Crane falls', '港口关闭');
    expect(read({ text: '', html: short }, knowledge).title).toBe('港口关闭');
    expect(
      read({ text: `Crane falls at noon – Nordkyst\n\nCrane falls at noon\n\n${text}` }, knowledge).title,
    ).toBe('Crane falls at noon');
  });

  test.each([
    'Crane falls into harbour - three ships wait',
    'Crane falls – and nobody is hurt',
    'Osterby-on-Sea harbour closed',
    'Harbour: what now?',
    'Sweden 2 - 1 Norway',
    'Dahl - Brandt',
  ])('and nothing else does: %s', title => {
    expect(titleOf(title)).toBe(title);
  });
});

describe('the first line of a speech is its title', () => {
  const opening =
    'Colleagues, it is a great honour for me to address this forum, which the institute has organised again.';
  test.each([
    'Foreign Minister Ines Dahl’s remarks and answers to media questions at the Brandt Forum, Osterby, June 30, 2017',
    'Statement by President Olaf Brandt at the opening of the harbour, Osterby, 3 May 2019',
    'Address by the Secretary-General to the General Assembly, 21 September 2021',
    'Opening remarks at the press conference, Osterby, March 2, 2020',
    'Interview of Minister Ines Dahl with Channel Six, April 4, 2018',
  ])('%s', line => {
    const reading = read({ text: `${line}\n${opening}\nI welcome those who are here today.` }, knowledge);
    expect(reading.title).toBe(line);
    expect(reading.text).not.toContain(line);
  });
});
