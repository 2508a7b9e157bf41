import { expect, test } from 'vitest';
import { readingOf } from '../reading-of.ts';
import { scratchFolder, scratchLibrary } from '../scratch.ts';

const all = { limit: 10, offset: 0 };
const person = { name: 'Ines Kolbe', roles: ['harbour master'] };
const will = 'Ines Kolbe, the harbour master, will open the rebuilt sluice of Vale on May 4.';
const did = 'The harbour master Ines Kolbe opened the rebuilt sluice of Vale on May 4.';
const planning = readingOf({
  id: 'plan',
  published: '2031-05-02',
  text: `${will} The band of the dockers has been practising.`,
  people: [person],
  events: [{ text: will, date: '2031-05-04', people: [person.name], planned: true }],
});
const telling = readingOf({
  id: 'deed',
  published: '2031-05-05',
  text: `${did} Cheers rose from the quays.`,
  people: [person],
  events: [{ text: did, date: '2031-05-04', people: [person.name] }],
});

async function told(...readings: (typeof planning)[]) {
  const library = scratchLibrary(scratchFolder());
  for (const reading of readings) await library.articles.add(reading, { now: 0 });
  const lines = async () =>
    (await library.timeline.entries({}, all)).items.map(({ text, planned, evidence }) => [
      text,
      planned,
      evidence.map(({ article }) => article.id),
    ]);
  return { library, lines };
}

test('a plan stays one until an article reports that it happened, whose words are shown then', async () => {
  const { library, lines } = await told(planning);
  expect(await lines()).toEqual([[will, true, ['plan']]]);
  await library.articles.add(telling, { now: 0 });
  expect(await lines()).toEqual([[did, false, ['deed', 'plan']]]);
  await library.articles.remove('deed');
  expect(await lines()).toEqual([[will, true, ['plan']]]);
});

test('what happened is not made a plan again by an article that comes late', async () => {
  const { lines } = await told(telling, planning);
  expect(await lines()).toEqual([[did, false, ['deed', 'plan']]]);
});

test('two things that one person does on a day are two, though both tell at length who it is', async () => {
  const chief = { name: 'Matthew Orlov Brandt', roles: ['State Department spokesman'] };
  const talks = 'State Department spokesman Matthew Orlov Brandt said on May 4 that talks had narrowed.';
  const release = 'On May 4 State Department spokesman Matthew Orlov Brandt called for a release.';
  const { lines } = await told(
    ...[talks, release].map(text =>
      readingOf({
        id: text.slice(0, 8),
        published: '2031-05-05',
        text,
        people: [chief],
        events: [{ text, date: '2031-05-04', people: [chief.name] }],
      }),
    ),
  );
  expect((await lines()).map(([text]) => text)).toEqual([talks, release]);
});

test('two sentences of hardly a word are not the same for having that word in common', async () => {
  const { lines } = await told(
    ...['Kolbe said so in May.', 'If the sluice holds, said a poll in May, a third of the dockers stay.'].map(
      text =>
        readingOf({
          id: text.slice(0, 5),
          published: '2031-06-05',
          text,
          people: [{ name: 'Kolbe' }].filter(({ name }) => text.includes(name)),
          events: [{ text, date: '2031-05', precision: 'month' }],
        }),
    ),
  );
  expect(await lines()).toHaveLength(2);
});

test('a plan told in other words than what came of it is the same, but not what others do on that day', async () => {
  const host = { name: 'Ines Kolbe' };
  const guest = { name: 'Tomas Brandt' };
  const planned =
    'Ines Kolbe and Tomas Brandt will inspect the flooded sluice of Vale with its rusty gates on May 4.';
  const held =
    'Over bread and herring in Vale, Ines Kolbe and Tomas Brandt haggled on May 4 about gates, tugboats and a bigger sluice.';
  const other = 'On May 4 Tomas Brandt laid a wreath at the memorial of the drowned dockers.';
  const report = (id: string, text: string, published: string, isPlanned: boolean) =>
    readingOf({
      id,
      published,
      text,
      people: [host, guest].filter(({ name }) => text.includes(name)),
      events: [
        {
          text,
          date: '2031-05-04',
          people: [host.name, guest.name].filter(name => text.includes(name)),
          ...(isPlanned && { planned: true as const }),
        },
      ],
    });
  const { lines } = await told(
    report('before', planned, '2031-05-02', true),
    report('after', held, '2031-05-05', false),
    report('wreath', other, '2031-05-05', false),
  );
  expect(await lines()).toEqual([
    [held, false, ['after', 'before']],
    [other, false, ['wreath']],
  ]);
});
