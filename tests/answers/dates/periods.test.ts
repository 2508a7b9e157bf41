import { expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { answer, parseQuestion, questionFrom, questionText } from '../../../src/answers/asking/registry.ts';
import { resolvePeriod } from '../../../src/answers/page/relative-period.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { languages } from '../../languages.ts';
import { messages } from '../../rendering/pages.ts';
import { libraryOfNews } from '../news-library.ts';

/** A Thursday. */
const today = '2031-06-12';

const library = libraryOfNews('The Outlet', [
  [
    '2031-06-11',
    'Lock gate jams',
    'DORNEN — A lock gate jammed at Dornen on Wednesday, and barges had to wait.',
  ],
  [
    '2031-06-08',
    'Choir festival ends',
    'DORNEN — The choir festival of Dornen ended on Sunday with a concert.',
  ],
  ['2031-06-03', 'Bakers strike', 'VELLIN — Bakers in Vellin went on strike on Tuesday over night work.'],
  [
    '2031-06-04',
    'Bakers go on',
    'VELLIN — The strike of the bakers in Vellin over night work went on on Wednesday.',
  ],
  ['2031-05-02', 'Bridge opens', 'VELLIN — A footbridge opened in Vellin on Friday.'],
]);

async function asked(words: string, day = today): Promise<string> {
  const question = words.startsWith('/')
    ? parseQuestion(words.split(' ')[0]!, words.split(' ').slice(1).join(' '))
    : await parseFreeText({ ...library, vocabulary: languages.vocabulary }, words);
  if ('wrong' in question) throw new Error('not understood');
  expect(questionFrom(questionText(question))).toEqual(question);
  const page = await answer(library, question, { page: 1, chat: 'private', today: day });
  return renderPlain(page, messages);
}

test.each([
  ['news from May 2031', 'Bridge opens', 'Lock gate jams'],
  ['headlines from June 2031', 'Lock gate jams', 'Bridge opens'],
  ['що відбувалося в травні 2031', 'Bridge opens', 'Lock gate jams'],
  ['что происходило в мае 2031', 'Bridge opens', 'Lock gate jams'],
  ['Nachrichten aus dem Mai 2031', 'Bridge opens', 'Lock gate jams'],
  ['noticias de mayo de 2031', 'Bridge opens', 'Lock gate jams'],
  ['les nouvelles d’avril 2031', 'Apr 2031', 'Bridge opens'],
])('%s', async (words, shown, other) => {
  const text = await asked(words);
  expect(text).toContain(shown);
  expect(text).not.toContain(other);
});

test.each<[when: string, from: string | undefined, to?: string]>([
  ['yesterday', '2031-06-11', '2031-06-11'],
  ['past two weeks', '2031-05-30', '2031-06-12'],
  ['past 3 days', '2031-06-10', '2031-06-12'],
  ['since monday', '2031-06-09'],
  ['since thursday', '2031-06-05'],
  ['on thursday', '2031-06-12', '2031-06-12'],
  ['on friday', '2031-06-06', '2031-06-06'],
  ['weekend', '2031-06-07', '2031-06-08'],
  ['since last week', '2031-06-02'],
  ['on may 2', '2031-05-02', '2031-05-02'],
  ['since 30 may', '2031-05-30'],
  ['on december 30', '2030-12-30', '2030-12-30'],
  ['in may', '2031-05', '2031-05'],
  ['in august', '2030-08', '2030-08'],
  ['on jabberwock 3', undefined],
])('%s, on a Thursday', (when, from, to) => {
  expect(resolvePeriod(when, today)).toEqual({ ...(from && { from }), ...(to && { to }) });
});

test.each<[words: string, first: RegExp]>([
  ['news from yesterday', /^News · 11 Jun 2031 · 1 story\n.*Lock gate/s],
  ['yesterday’s news', /^News · 11 Jun 2031/],
  ['what’s new since Sunday?', /^News · since 8 Jun 2031 · 2 stories/],
  ['any news this week', /^News · 9 Jun 2031 – 12 Jun 2031 · 1 story/],
  [
    'anything about the strike since Monday',
    /^I have no news about “the strike” from those days · since 9 Jun 2031/,
  ],
  ['anything about the bakers last week', /^Latest news: the bakers · 2 Jun 2031 – 8 Jun 2031 · 1 story/],
  ['what did I miss over the weekend', /^News · 7 Jun 2031 – 8 Jun 2031 · 1 story\n.*Choir/s],
  ['what happened on May 2?', /^Timeline · 2 May 2031.*footbridge/s],
  ['what happened in Vellin last week', /^Timeline: Vellin · 2 Jun 2031 – 8 Jun 2031/i],
  ['/latest last week', /^News · 2 Jun 2031 – 8 Jun 2031 · 2 stories\n.*Baker.*\n.*Choir/s],
  ['/latest bakers in May', /^I have no news about “bakers” from those days · May 2031/],
  ['/latest', /^Latest news · 4 stories/],
  ['news today', /^I have no news from those days · 12 Jun 2031/],
  ['was ist gestern passiert?', /^News · 11 Jun 2031/],
  ['Nachrichten seit Sonntag', /^News · since 8 Jun 2031/],
  ['новини за вчора', /^News · 11 Jun 2031/],
  ['що нового з неділі', /^News · since 8 Jun 2031/],
  ['что произошло на прошлой неделе?', /^News · 2 Jun 2031 – 8 Jun 2031/],
  ['news from 8.6.2031', /^News · 8 Jun 2031 · 1 story\n.*Choir/s],
  ['news from 8 June 2031', /^News · 8 Jun 2031 · 1 story\n.*Choir/s],
  ['news since 06/11/2031', /^I have no news from those days · since 6 Nov 2031/],
  ['news since 06/13/2031', /^I have no news from those days · since 13 Jun 2031/],
  ['what happened on 2/5/2031?', /^Timeline · 2 May 2031.*footbridge/s],
  ['/timeline Vellin 05/2031', /^Timeline: Vellin · May 2031/],
  ['/timeline Vellin 1.6.2031 - 10.6.2031', /^Timeline: Vellin · 1 Jun 2031 – 10 Jun 2031/],
  ['was ist am 11. Juni 2031 passiert?', /^News · 11 Jun 2031/],
  ['was geschah am 11.06.2031', /^News · 11 Jun 2031/],
  ['Nachrichten vom 11.06.2031', /^News · 11 Jun 2031/],
  ['що сталося 11 червня 2031', /^News · 11 Jun 2031/],
  ['новости за 11.06.2031', /^News · 11 Jun 2031/],
])('%s', async (words, first) => {
  expect(await asked(words)).toMatch(first);
});

test('in a library whose newest article is old, days count from that one', async () => {
  expect(await asked('news from yesterday', '2033-01-01')).toMatch(
    /^I have no news from those days · 10 Jun 2031/,
  );
  expect(await asked('news this week', '2033-01-01')).toMatch(/^News · 9 Jun 2031 – 11 Jun 2031 · 1 story/);
});
