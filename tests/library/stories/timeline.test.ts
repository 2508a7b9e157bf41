import { expect, test } from 'vitest';
import { readingOf } from '../reading-of.ts';
import { addAll, scratchFolder, scratchLibrary } from '../scratch.ts';

const library = scratchLibrary(scratchFolder());
const all = { limit: 10, offset: 0 };
const person = { name: 'Ines Kolbe' };
const opened = 'Ines Kolbe opened the rebuilt sluice of Vale on May 4.';
const openedToo = 'On May 4 Ines Kolbe opened the sluice of Vale, rebuilt after the storm.';
const resigned = 'Ines Kolbe resigned as mayor on May 4 after a vote of the council.';
const storm = 'A storm tore both gates away in January 2031.';

await addAll(library, [
  readingOf({
    id: 'first',
    published: '2031-05-05',
    text: `${opened} Cheers rose from the quays and the brass band of the dockers played. ${storm}`,
    people: [person],
    topics: ['shipping'],
    events: [
      { text: opened, date: '2031-05-04', people: [person.name] },
      { text: storm, date: '2031-01', precision: 'month' },
    ],
  }),
  readingOf({
    id: 'second',
    published: '2031-05-06',
    text: `${openedToo} Engineers from Tarn had welded beams through the whole winter. ${resigned}`,
    people: [person],
    events: [
      { text: openedToo, date: '2031-05-04', people: [person.name] },
      { text: resigned, date: '2031-05-04', people: [person.name] },
    ],
  }),
]);
const told = async (filter: Parameters<typeof library.timeline.entries>[0]) =>
  (await library.timeline.entries(filter, all)).items.map(entry => entry.text);

test('gives what happened, oldest first, the same event once with all its articles', async () => {
  const { items, total } = await library.timeline.entries({}, all);
  expect(items.map(entry => [entry.date, entry.text, entry.evidence.map(one => one.article.id)])).toEqual([
    ['2031-01', storm, ['first']],
    ['2031-05-04', opened, ['first', 'second']],
    ['2031-05-04', resigned, ['second']],
  ]);
  expect(total).toBe(3);
  expect(items[1]!.evidence[1]!.text).toBe(openedToo);
  expect(items[1]!.people.map(one => one.name)).toEqual(['Ines Kolbe']);
});

test('narrows by person, topic, words and days; a month is within a range where it begins or ends', async () => {
  const { id } = (await library.people.find('Kolbe')).fits[0]!;
  expect(await told({ person: id })).toEqual([opened, resigned]);
  expect(await told({ topic: 'shipping' })).toEqual([storm, opened]);
  expect(await told({ topic: 'shipping', person: id })).toEqual([opened]);
  expect(await told({ words: 'winter' })).toEqual([opened, resigned]);
  expect(await told({ from: '2031-01-15', to: '2031-03' })).toEqual([storm]);
  expect(await told({ from: '2031-01-10', to: '2031-01-20' })).toEqual([]);
  expect(await told({ from: '2031-01', to: '2031-01' })).toEqual([storm]);
  expect(await told({ from: '2031-02' })).toEqual([opened, resigned]);
  expect(await told({ to: '2031-05-03' })).toEqual([storm]);
  expect(await told({ person: 'nobody' })).toEqual([]);
});

test('turns pages', async () => {
  const page = await library.timeline.entries({}, { limit: 1, offset: 1 });
  expect(page.items.map(entry => entry.text)).toEqual([opened]);
  expect(page.total).toBe(3);
});

test('forgets only what a removed article reported', async () => {
  const own = scratchLibrary(scratchFolder());
  for (const id of ['first', 'second'])
    await own.articles.add((await library.articles.get(id))!.reading, { now: 0 });
  await own.articles.remove('first');
  const { id } = (await own.people.find('Kolbe')).fits[0]!;
  const left = (await own.timeline.entries({ person: id }, all)).items;
  expect(left.map(entry => [entry.text, entry.evidence.map(one => one.article.id)])).toEqual([
    [openedToo, ['second']],
    [resigned, ['second']],
  ]);
  expect((await own.timeline.entries({ topic: 'shipping' }, all)).total).toBe(0);
});

test('keeps two happenings of one day in one article apart, however alike their words', async () => {
  const own = scratchLibrary(scratchFolder());
  const asked = 'On May 4, two harbour masters asked Mayor Ines Kolbe of Vale to recognize the free port.';
  const recognized = 'On May 4, Mayor Ines Kolbe of Vale recognized the free port and signed a charter.';
  await own.articles.add(
    readingOf({
      id: 'both',
      published: '2031-05-05',
      text: `${asked} ${recognized}`,
      people: [person],
      events: [asked, recognized].map(text => ({ text, date: '2031-05-04', people: [person.name] })),
    }),
    { now: 0 },
  );
  expect((await own.timeline.entries({}, all)).items.map(entry => entry.text)).toEqual([asked, recognized]);
});

test.each<[string, string, string, string[]]>([
  [
    'in other words for the deed',
    'A court in Orr sentenced Ines Kolbe to three years on May 4.',
    'Ines Kolbe was jailed for three years on May 4 by a court in Orr.',
    ['first', 'second'],
  ],
  [
    'of which the shorter report says all in the words of the longer',
    'Ines Kolbe was freed on bail on May 4.',
    'On May 4, a judge released Ines Kolbe on bail of 10,000 crowns.',
    ['first', 'second'],
  ],
  [
    'of another deed with the same words',
    'Ines Kolbe addressed the council of Tarn about the sluice plan on May 4.',
    'The council of Tarn rejected the sluice plan of Ines Kolbe on May 4.',
    ['first'],
  ],
  [
    'of what a person goes through once on a day, though few words agree',
    'Prosecutors in Orr charged Ines Kolbe with fraud on May 4.',
    'Ines Kolbe was indicted on May 4 for fraud over the sluice money.',
    ['first', 'second'],
  ],
  [
    'of what a person does to others',
    'Ines Kolbe sacked the head of the harbour after a crash on May 4.',
    'Ines Kolbe sacked her press chief on May 4 over a letter.',
    ['first'],
  ],
  [
    'of an opening in other words',
    'Ines Kolbe cut the ribbon of the Vale museum on May 4.',
    'The museum of Vale was inaugurated on May 4 by Ines Kolbe.',
    ['first', 'second'],
  ],
])('joins the reports of one deed, %s', async (_, one, another, articles) => {
  const own = scratchLibrary(scratchFolder());
  const reading = (id: string, text: string) =>
    readingOf({
      id,
      published: '2031-05-05',
      text,
      people: [person],
      events: [{ text, date: '2031-05-04', people: [person.name] }],
    });
  await addAll(own, [reading('first', one), reading('second', another)]);
  const [entry] = (await own.timeline.entries({}, all)).items;
  expect(entry!.evidence.map(({ article }) => article.id)).toEqual(articles);
});
