import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/ingest/workers/knowledge-files.ts';
import { read } from '../../src/reading/read.ts';
import { readingOf } from './reading-of.ts';
import { addAll, scratchFolder, scratchLibrary } from './scratch.ts';

const library = scratchLibrary(scratchFolder());

const council = readingOf({
  id: 'council',
  published: '2031-03-02',
  text: 'Foreign Minister Sergei Markov met Ilse Brandt in Tarn on Sunday. "We will not sign the water treaty," Markov said. "Markov is wasting our time," Brandt said later. Nobody else spoke of Markov.',
  people: [
    { name: 'Sergei Markov', variants: ['Markov'], roles: ['Foreign Minister'] },
    { name: 'Ilse Brandt', variants: ['Brandt'] },
  ],
  quotes: [
    { text: 'We will not sign the water treaty,', by: 'Sergei Markov' },
    { text: 'Markov is wasting our time,', by: 'Ilse Brandt' },
  ],
});
const later = readingOf({
  id: 'later',
  published: '2031-04-09',
  text: 'The Foreign Minister Sergey Markov praised the harvest. "The harvest was good," Markov said. Ilse Brandt agreed.',
  people: [
    { name: 'Sergey Markov', variants: ['Markov'], roles: ['The Foreign Minister'] },
    { name: 'Ilse Brandt' },
  ],
  quotes: [{ text: 'The harvest was good,', by: 'Sergey Markov' }],
});
const namesake = readingOf({
  id: 'namesake',
  published: '2031-04-20',
  text: 'Striker Pavel Markov scored twice for Oden. Kim Jae-won watched.',
  people: [{ name: 'Pavel Markov', roles: ['Striker'] }, { name: 'Kim Jae-won' }],
});
await addAll(library, [council, later, namesake]);
const idOf = async (words: string) => (await library.people.find(words)).fits[0]!.id;

test.each([
  'Sergei Markov',
  'sergey markov',
  'Sergey Markof',
  'Сергей Марков',
  'S. Markov',
  'Mr. Sergei Markov',
  "Sergei Markov's",
  'MARKOV SERGEI',
])('%s is one person', async words => {
  const { fits, nearest } = await library.people.find(words);
  expect(fits.map(person => person.name)).toEqual([fits[0]!.name]);
  expect(fits[0]!.name).toMatch(/^Serge[iy] Markov$/);
  expect(nearest).toEqual([]);
});

test('a middle initial tells two of one name apart, and one of whom none is known is found with any', async () => {
  const own = scratchLibrary(scratchFolder());
  await addAll(own, [
    readingOf({
      id: 'one',
      text: 'The rower Tilda R. Quist won.',
      people: [{ name: 'Tilda R. Quist', roles: ['rower'] }],
    }),
    readingOf({
      id: 'two',
      text: 'The judge Tilda W. Quist ruled.',
      people: [{ name: 'Tilda W. Quist', roles: ['judge'] }],
    }),
    readingOf({
      id: 'three',
      text: 'The tenor Ivo Dorn sang.',
      people: [{ name: 'Ivo Dorn', roles: ['tenor'] }],
    }),
  ]);
  const called = async (words: string) => (await own.people.find(words)).fits.map(({ name }) => name);
  expect(await called('Tilda W. Quist')).toEqual(['Tilda W. Quist']);
  expect(await called('tilda r quist')).toEqual(['Tilda R. Quist']);
  expect(await called('Tilda X. Quist')).toEqual([]);
  expect(await called('Ivo B. Dorn')).toEqual(['Ivo Dorn']);
  // A father with two initials, whose articles call him without any too.
  await addAll(own, [
    readingOf({
      id: 'father',
      text: 'The late Tilda R.W. Quist was a smith. Tilda Quist made bells.',
      people: [{ name: 'Tilda R.W. Quist', variants: ['Tilda Quist'], roles: ['smith'] }],
    }),
  ]);
  expect(await called('Tilda W. Quist')).toEqual(['Tilda W. Quist']);
  expect(await called('Tilda R.W. Quist')).toEqual(['Tilda R.W. Quist']);
});

test.each(['markov', 'Markof', 'Марков', 'Mr Markov’s'])(
  '%s may be either, the one in more articles first',
  async words => {
    const { fits } = await library.people.find(words);
    expect(fits.map(person => person.articles)).toEqual([2, 1]);
    expect(fits[1]!.name).toBe('Pavel Markov');
  },
);

test('finds by number, by a name written together, and by a part', async () => {
  const id = await idOf('Ilse Brandt');
  expect((await library.people.find(`#${id}`)).fits.map(person => person.name)).toEqual(['Ilse Brandt']);
  expect((await library.people.find('#99999')).fits).toEqual([]);
  expect((await library.people.find('kim jaewon')).fits.map(person => person.name)).toEqual(['Kim Jae-won']);
  expect((await library.people.find('Kim')).fits.map(person => person.name)).toEqual(['Kim Jae-won']);
});

test('offers the nearest names when no one fits', async () => {
  const { fits, nearest } = await library.people.find('Braun');
  expect(fits).toEqual([]);
  expect(nearest.map(person => person.name)).toEqual(['Ilse Brandt']);
  expect(await library.people.find('Zzyzx')).toEqual({ fits: [], nearest: [] });
});

test.each(['', '   ', '"', '*', "'; drop table people; --", 'NEAR(', '\u0000', '🙂', 'A'.repeat(5000)])(
  'takes %j for a name like any other',
  async words => {
    expect((await library.people.find(words)).fits).toEqual([]);
  },
);

test('says what a person is, the same wording once', async () => {
  const id = await idOf('Sergei Markov');
  const roles = await library.people.roles(id);
  expect(roles.map(role => [role.text, role.article.id])).toEqual([['The Foreign Minister', 'later']]);
  expect((await library.people.get(id))?.role).toMatch(/foreign minister/i);
});

test('gives what a person said, the newest first, and about what', async () => {
  const id = await idOf('Sergei Markov');
  const all = await library.people.quotes(id, { limit: 10, offset: 0 });
  expect(all.items.map(quote => quote.text)).toEqual([
    'The harvest was good,',
    'We will not sign the water treaty,',
  ]);
  expect(all.items[0]!.speaker?.person?.id).toBe(id);
  const about = await library.people.quotes(id, { limit: 10, offset: 0, about: 'WATER treat' });
  expect(about.items.map(quote => quote.article.id)).toEqual(['council']);
  expect(about.total).toBe(1);
});

test('gives what is said about a person: quotes of others first, never their own', async () => {
  const id = await idOf('Sergei Markov');
  const items = await library.people.about(id, 10);
  expect(items[0]!.quote?.text).toBe('Markov is wasting our time,');
  const texts = items.slice(1).map(item => item.text);
  expect(texts).toContain('Nobody else spoke of Markov.');
  expect(texts.join()).not.toContain('harvest was good');
  expect(await library.people.about(id, 1)).toEqual(items.slice(0, 1));
});

test('says with whom a person appears in articles', async () => {
  const companions = await library.people.companions(await idOf('Sergei Markov'), 5);
  expect(companions).toEqual([{ id: await idOf('Ilse Brandt'), name: 'Ilse Brandt', articles: 2 }]);
});

test('leads with those in the most articles', async () => {
  const leading = await library.people.leading(2);
  expect(leading.map(person => [person.name, person.articles])).toEqual([
    [expect.stringMatching(/^Serge[iy] Markov$/), 2],
    ['Ilse Brandt', 2],
  ]);
});

test('ids that no one has give nothing', async () => {
  expect(await library.people.get('abc')).toBeNull();
  expect(await library.people.roles('77777')).toEqual([]);
  expect(await library.people.quotes('x', { limit: 5, offset: 0 })).toEqual({ total: 0, items: [] });
});

test('gives each office once, by the wording that says most, and keeps lesser ones apart', async () => {
  const own = scratchLibrary(scratchFolder());
  const roles = [
    'President',
    'Marish President',
    'President of Mar',
    'former President',
    'UM envoy',
    'United Mills envoy',
  ];
  await own.articles.add(
    readingOf({
      id: 'roles',
      published: '2031-01-01',
      text: `Odile Verne is ${roles.join(', ')}.`,
      people: [{ name: 'Odile Verne', roles }],
    }),
    { now: 0 },
  );
  const { id, role } = (await own.people.find('Verne')).fits[0]!;
  expect(role).toBe('Marish President');
  expect((await own.people.roles(id)).map(one => one.text)).toEqual([
    'Marish President',
    'President of Mar',
    'former President',
    'United Mills envoy',
  ]);
});

test('former offices are one in whatever words, and short forms are what they stand for', async () => {
  const own = scratchLibrary(scratchFolder());
  const rolesOf = async (name: string, published: string, roles: string[]) => {
    const text = `${name} is ${roles.join(', ')}.`;
    await own.articles.add(readingOf({ id: name, published, text, people: [{ name, roles }] }), { now: 0 });
    const { id } = (await own.people.find(name)).fits[0]!;
    return (await own.people.roles(id)).map(one => one.text);
  };
  const day = '2031-01-01';
  const formers = ['former Marish President', 'ex-President', 'then-President'];
  expect(await rolesOf('Odile Verne', day, formers)).toEqual(['former Marish President']);
  const spelled = ['UM Secretary-General', 'United Mills Secretary General'];
  expect(await rolesOf('Timo Hale', day, spelled)).toEqual(['UM Secretary-General']);
  expect(await rolesOf('Ilse Brandt', day, ['Iranian Supreme Leader', 'Iran’s Supreme Leader'])).toEqual([
    'Iranian Supreme Leader',
  ]);
  // The courtesy of a bare office, and a former office of another grade.
  expect(await rolesOf('Oskar Lind', day, ['President', 'former President'])).toEqual(['former President']);
  expect(await rolesOf('Marta Reiss', day, ['President', 'former Vice President'])).toEqual([
    'President',
    'former Vice President',
  ]);
});

test('the title of a former secretary is no office, however often and late it is used', async () => {
  const own = scratchLibrary(scratchFolder());
  const called = async (name: string, wordings: [role: string, ...days: string[]][]) => {
    for (const [role, ...days] of wordings)
      for (const published of days)
        await own.articles.add(
          readingOf({
            id: `${name} ${role} ${published}`,
            published,
            text: `On ${published}, ${role} ${name} spoke in Ostrava.`,
            people: [{ name, roles: [role] }],
          }),
          { now: 0 },
        );
    const { id } = (await own.people.find(name)).fits[0]!;
    return (await own.people.roles(id)).map(one => one.text);
  };
  const [winter, spring, summer, autumn] = ['2031-01-05', '2031-04-02', '2031-07-08', '2031-11-09'] as const;
  expect(
    await called('Odile Verne', [
      ['former Secretary of Trade', winter, spring, '2031-02-02'],
      ['Secretary', winter, spring, summer, autumn, '2031-10-10'],
      ['Secretary of Trade', spring],
      ['candidate for mayor', '2031-10-12', autumn],
    ]),
  ).toEqual(['candidate for mayor', 'former Secretary of Trade']);
  // Called back to the office, a holder is called by all of it again.
  expect(
    await called('Timo Hale', [
      ['former Secretary of Trade', winter],
      ['Secretary', summer, autumn],
      ['Secretary of Trade', summer, autumn],
    ]),
  ).toEqual(['Secretary of Trade', 'former Secretary of Trade']);
});

test('a line that only credits a quote says nothing about its speaker', async () => {
  const own = scratchLibrary(scratchFolder());
  const knowledge = loadKnowledge(new URL('../../data/knowledge', import.meta.url).pathname);
  const text =
    '“The mill stays where it is and where it was.”\n\nA quote from Odile Verne, mayor.\n\nOdile Verne opened the mill.';
  await own.articles.add({ ...read({ id: 'credit', text }, knowledge), input: text }, { now: 0 });
  const all = { limit: 10, offset: 0 };
  const { id } = (await own.people.find('Verne')).fits[0]!;
  expect((await own.people.quotes(id, all)).total).toBe(1);
  expect((await own.people.about(id, all.limit)).map(one => one.text)).toEqual([
    'Odile Verne opened the mill.',
  ]);
});
