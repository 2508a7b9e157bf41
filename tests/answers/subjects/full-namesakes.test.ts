import { expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { answer } from '../../../src/answers/asking/registry.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { messages } from '../../rendering/pages.ts';
import { libraryOf, type MadeUp } from '../made-up.ts';
import { libraryOfNews } from '../news-library.ts';

const library = libraryOfNews('The Outlet', [
  [
    '2031-03-03',
    'Former mayor jailed',
    'SALT FORK — Judge Daniel Rask sentenced a former mayor to three years in prison on Monday.\n\n“This was greed, plain and simple,” Rask said in the district court.',
  ],
  [
    '2031-03-09',
    'Rovers win shoot-out',
    'VELLIN — Goalkeeper Daniel Rask saved three penalties as Vellin Rovers beat Tarn City on Sunday.\n\n“I just guessed right,” Rask said.',
  ],
  [
    '2031-03-12',
    'Court clears clerk',
    'SALT FORK — A clerk was cleared of leaking files on Wednesday. District Judge Daniel Rask said the evidence was thin.\n\n“Nobody saw a thing,” Rask said.',
  ],
  [
    '2031-03-15',
    'Forty wait in the snow',
    'DORNEN — A bus broke down on a mountain pass on Saturday, and forty people waited in the snow until noon.\n\n“It was cold,” Daniel Rask said.',
  ],
  [
    '2031-03-20',
    'Singer elected',
    'ORLEN — The singer Ada Quill opened the summer festival on Thursday.\n\n“I sing what I see,” Quill said.',
  ],
  [
    '2031-04-20',
    'Mayor Quill takes office',
    'ORLEN — Mayor Ada Quill took office on Sunday.\n\n“The songs can wait,” Quill said.',
  ],
  [
    '2031-05-02',
    'Lindal keeps his belt',
    'TARN — The boxer Bo Lindal won his last fight on Friday.\n\n“My knees are done,” Lindal said.',
  ],
  [
    '2032-05-02',
    'Lindal takes office',
    'DORNEN — Mayor Bo Lindal took office on Friday.\n\n“A new ring,” Lindal said.',
  ],
  [
    '2031-06-02',
    'Boy found',
    'VELLIN — Searchers found 14-year-old Timo Halm in a hut on Monday.\n\n“I was not afraid,” Halm said.',
  ],
  [
    '2031-06-09',
    'Budget passed',
    'SALT FORK — Finance Minister Timo Halm passed his budget on Monday.\n\n“It adds up,” Halm said.',
  ],
  [
    '2031-06-12',
    'Pupils vote',
    'DORNEN — Searchers praised 16-year-old Ina Voll on Thursday.\n\n“I just ran,” Voll said.',
  ],
  [
    '2031-06-19',
    'School parliament',
    'DORNEN — Student council president Ina Voll opened the school on Thursday.\n\n“Come in,” Voll said.',
  ],
]);

async function asked(words: string): Promise<string> {
  return renderPlain(
    await answer(library, await parseFreeText(library, words), { page: 1, chat: 'private' }),
    messages,
  );
}

test('two of one name are two where no one does what both do: the question is which, and no one has another’s words', async () => {
  const which = await asked('who is Daniel Rask');
  expect(which).toMatch(/^Several people match “Daniel Rask”\. Which one\?/);
  expect(which).toContain('→ Daniel Rask · District Judge');
  expect(which).toContain('→ Daniel Rask · Goalkeeper');
  expect(which).toMatch(/• Daniel Rask \[3\] · 1 article/);
  const judge = await asked('what did judge Daniel Rask say?');
  expect(judge).toContain('Nobody saw a thing');
  expect(judge).toContain('This was greed');
  expect(judge).not.toContain('I just guessed right');
  expect(judge).not.toContain('It was cold');
});

test('a singer may become a mayor, and so may a boxer', async () => {
  expect(await asked('who is Ada Quill')).toMatch(/^Ada Quill\n.* · 2 articles/);
  expect(await asked('who is Bo Lindal')).toMatch(/^Bo Lindal\n.* · 2 articles/);
});

test('a minor and a minister of one name are two; who heads a school’s council may be sixteen', async () => {
  expect(await asked('who is Timo Halm')).toMatch(/^Several people match “Timo Halm”\. Which one\?/);
  const minister = await asked('what did finance minister Timo Halm say?');
  expect(minister).toContain('It adds up');
  expect(minister).not.toContain('I was not afraid');
  expect(await asked('who is Ina Voll')).toMatch(/^Ina Voll\n.* · 2 articles/);
});

test('those of whom no more than the name is known come last, each with an article', async () => {
  const named = (name: string, day: string): MadeUp => ({
    id: `${name} ${day}`,
    title: `Report of ${day}`,
    day,
    paragraphs: [`Few in Tarn knew ${name} on ${day}, or what the weir would cost.`],
    people: [{ name }],
    quotes: [],
  });
  const own = await libraryOf(
    named('Vera Lindqvist', '2031-09-01'),
    named('Olof Lindqvist', '2031-09-02'),
    named('Lindqvist', '2031-09-03'),
    named('Lindqvist', '2031-09-04'),
  );
  expect(await own.read('/who Lindqvist')).toMatch(
    /Which one\?\n\n• (?:Vera|Olof) Lindqvist · 1 article\n• (?:Vera|Olof) Lindqvist · 1 article\n• Lindqvist \[1\] · 1 article\n• Lindqvist \[2\] · 1 article\n\nSources\n\[1\] .*Report of 2031-09-0[34].*\n\[2\] .*Report of 2031-09-0[34]/,
  );
  own.close();
});
