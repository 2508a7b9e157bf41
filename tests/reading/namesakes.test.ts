import { expect, test } from 'vitest';
import { storableReading } from '../../src/reading/storable-reading.ts';
import { openLibrary } from '../../src/store.ts';
import { knowledge } from './knowledge.ts';

const read = (text: string, id = 'a') =>
  storableReading({ id, text: `A report of the day\n\n${text}`, publishedAt: '2030-01-01' }, knowledge);
/** The keys of what a text names, each with how often. */
const keysIn = (text: string) => {
  const { organizations, places } = read(text);
  return [...organizations, ...places].map(({ key, mentions }) => `${key} ${mentions.length}`);
};

test.each([
  ['The Russian Foreign Ministry summoned the envoy.', 'foreign ministry (russia) 1'],
  ['Poland’s Foreign Ministry declined to comment.', 'foreign ministry (poland) 1'],
  ['The Ministry of Foreign Affairs of Kazakhstan was ready.', 'foreign ministry (kazakhstan) 1'],
  ['The Ministry of Defence of the Russian Federation denied it.', 'defense ministry (russia) 1'],
  [
    'Ukraine’s Ministry of Defense said so. The Ministry of Defense gave no number.',
    'defense ministry (ukraine) 2',
  ],
  [
    'South Korea’s Central Bank raised rates. Analysts expected the Central Bank to wait.',
    'central bank (south korea) 2',
  ],
  [
    'In Latvia, voting ended early. The Interior Ministry said that turnout was high.',
    'interior ministry (latvia) 1',
  ],
  ['The Supreme Court of India ruled against it.', 'supreme court (india) 1'],
])('a body that every country has belongs to the one that the text shows: %s', (text, key) => {
  expect(keysIn(text)).toContain(key);
});

test.each([
  ['The Foreign Ministry said it would respond.', 'foreign ministry ? 1'],
  [
    'The Russian Foreign Ministry met the Japanese Foreign Ministry. The Foreign Ministry said nothing.',
    'foreign ministry ? 1',
  ],
  ['Envoys of Chile and Peru met. The Foreign Ministry said nothing.', 'foreign ministry ? 1'],
  ['Georgia was named once.', 'georgia ? 1'],
  ['Georgia beat Florida. Georgia, like Armenia, wants to join.', 'georgia ? 2'],
])('where nothing shows whose it is, it is left open: %s', (text, key) => {
  expect(keysIn(text)).toContain(key);
});

test.each([
  ['Voters in Georgia queued. In Atlanta, the polls closed late.', 'georgia (region) 1'],
  ['Georgia wants to join the union. In Tbilisi, crowds gathered.', 'georgia (country) 1'],
  ['Fires burned in Washington near Spokane.', 'washington (region) 1'],
  ['Washington declined to comment.', 'washington 1'],
])('a name of several places is the one that the text shows: %s', (text, key) => {
  expect(keysIn(text)).toContain(key);
});

test('what is left open joins nothing, and what several are called asks which one', async () => {
  const library = openLibrary(':memory:');
  const texts = [
    'The Russian Foreign Ministry summoned the envoy. “We expect an answer by Friday,” the Russian Foreign Ministry said.',
    'Poland’s Foreign Ministry declined to comment.',
    'The Foreign Ministry said it would respond.',
    'Voters in Georgia queued. In Atlanta, the polls closed late.',
    'Georgia wants to join the union. In Tbilisi, crowds gathered.',
  ];
  for (const [i, text] of texts.entries())
    await library.articles.add(read(text, `a${i}`), { now: Date.UTC(2030, 0, 2) });
  const ministries = await library.subjects.find('Foreign Ministry');
  expect(ministries.fits.map(({ name, articles }) => `${name} ${articles}`).sort()).toEqual([
    'Foreign Ministry (Poland) 1',
    'Foreign Ministry (Russia) 1',
  ]);
  const [russian] = (await library.subjects.find('Russian Foreign Ministry')).fits;
  expect(russian?.name).toBe('Foreign Ministry (Russia)');
  const georgias = await library.subjects.find('Georgia');
  expect(georgias.how).toBe('name');
  expect(georgias.fits.map(fit => fit.type === 'place' && fit.kind).sort()).toEqual(['country', 'region']);
  library.close();
});

/** Who and what a text names, each with how often. */
const namesIn = (text: string) => {
  const { people, places } = read(text);
  return {
    people: people.map(({ name, mentions }) => `${name} ${mentions.length}`),
    places: places.map(({ name, mentions }) => `${name} ${mentions.length}`),
  };
};

test.each([
  [
    'Jordan said on Thursday that it would open its border. The king of Jordan met aid workers. Jordan has few springs.',
    { people: [], places: ['Jordan 3'] },
  ],
  [
    'Chad’s army crossed the river. Chad has asked for help, said Hanne Vik.',
    { people: ['Hanne Vik 1'], places: ['Chad 2'] },
  ],
  [
    'Colonel Mark Lincoln spoke in Lincoln, Nebraska, on Friday. “It was cold,” Lincoln said.',
    { people: ['Mark Lincoln 2'], places: ['Lincoln 1', 'Nebraska 1'] },
  ],
  [
    'Fires burned near Sydney on Monday. Sydney Almaz, an actress, gave money to the brigades.',
    { people: ['Sydney Almaz 1'], places: ['Sydney 1'] },
  ],
  [
    'Denise Washington opened a school on Monday. “I learned to listen,” Washington said. Washington sang.',
    { people: ['Denise Washington 3'], places: [] },
  ],
  [
    'Denise Washington flew to Oslo. Officials in Washington said the talks went well. Washington has no comment.',
    { people: ['Denise Washington 1'], places: ['Oslo 1', 'Washington 2'] },
  ],
  [
    'Lloyd Austin landed on Sunday. In Japan, Austin said that he would listen. Voters have faith in Austin.',
    { people: ['Lloyd Austin 3'], places: ['Japan 1'] },
  ],
  [
    'Michael Jordan sold the team. Jordan’s lawyer was pleased.',
    { people: ['Michael Jordan 2'], places: [] },
  ],
])('a name that people and places share: %s', (text, named) => {
  expect(namesIn(text)).toEqual(named);
});
