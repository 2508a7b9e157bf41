import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { questionText } from '../../../src/answers/asking/registry.ts';
import { libraryOf, type MadeUp } from '../made-up.ts';

const league = { name: 'League of Rivers', variants: ['LoR'], key: 'league of rivers', kind: 'body' };

const accord: MadeUp = {
  id: 'accord',
  title: 'League of Rivers halts the grain deal',
  day: '2031-03-04',
  paragraphs: [
    'The League of Rivers (LoR) halted the grain deal with Vessia on March 3. “No barge will sail before the tolls are paid,” the LoR said.',
    'League of Rivers Secretary General Odo Marn flew to Vessia on March 4. “We want the barges back on the water,” Marn told reporters.',
    'A LoR official called the tolls “plain robbery”.',
  ],
  people: [{ name: 'Odo Marn', variants: ['Marn'], role: 'League of Rivers Secretary General' }],
  organizations: [league],
  places: [{ name: 'Vessia', kind: 'country' }],
  quotes: [
    {
      text: 'No barge will sail before the tolls are paid',
      by: null,
      as: 'the LoR',
      cue: 'said',
      of: 'organization',
    },
    { text: 'We want the barges back on the water', by: 'Odo Marn', as: 'Marn', cue: 'told' },
    { text: 'plain robbery', by: null, as: 'A LoR official', cue: 'called', of: 'unnamed', partial: true },
  ],
  events: [
    {
      date: '2031-03-03',
      sentence: 'The League of Rivers (LoR) halted the grain deal with Vessia on March 3.',
    },
    {
      date: '2031-03-04',
      sentence: 'League of Rivers Secretary General Odo Marn flew to Vessia on March 4.',
      people: ['Odo Marn'],
    },
  ],
};

const harvest: MadeUp = {
  id: 'harvest',
  title: 'Farmers of Vessia wait',
  day: '2031-08-09',
  paragraphs: [
    'Farmers in Vessia burned hay on August 8. Vessia Doran, a farmer, watched.',
    'Grain prices rose, and no deal on anything else was near on August 9.',
    'The League of Rivers was not reached. Nor was the Bridge Union, or the Bridge Office.',
  ],
  people: [{ name: 'Vessia Doran' }],
  organizations: [{ ...league, variants: [] }, { name: 'Bridge Union' }, { name: 'Bridge Office' }],
  places: [{ name: 'Vessia', kind: 'country' }],
  quotes: [],
  events: [
    { date: '2031-08-08', sentence: 'Farmers in Vessia burned hay on August 8.' },
    { date: '2031-08-09', sentence: 'Grain prices rose, and no deal on anything else was near on August 9.' },
  ],
};

let news: Awaited<ReturnType<typeof libraryOf>>;
beforeAll(async () => {
  news = await libraryOf(accord, harvest);
});
afterAll(() => news.close());

test('an organization: kind, names, news, statements, who leads it, what it goes with', async () => {
  const text = await news.read('/who League of Rivers');
  expect(text).toMatch(/^League of Rivers\npublic body · 2 articles · 1 statement\n\nAlso written: LoR\n/);
  expect(text).toMatch(
    /In the news\n• 4 Mar 2031: .*flew to Vessia.* \[1\]\n• 3 Mar 2031: .*halted the grain deal/,
  );
  expect(text).toMatch(
    /Latest statements\n“No barge will sail before the tolls are paid”\n— the LoR · said, 4 Mar 2031 · an older quote \[1\]/,
  );
  expect(text).toMatch(/Who leads or represents it\n• Odo Marn, League of Rivers Secretary General \[1\]/);
  expect(text).toMatch(/Often mentioned with\n.*Vessia \(2 articles\)/);
  expect(text).not.toContain('plain robbery');
});

test('it is found by its short form, its initials, other letters, a slip and a part of its name', async () => {
  for (const name of ['LoR', 'lor', 'the League of Rivers', 'Лига', 'Leegue of Rivers', 'League'])
    expect((await news.read(`/who ${name}`)).split('\n')[0], name).toMatch(
      /League of Rivers|Did you mean|haven’t read/,
    );
  expect(await news.read('/who lor')).toMatch(/^League of Rivers\n/);
  expect(await news.read('/who Leegue of Rivers')).toMatch(/^League of Rivers\n/);
  expect(await news.read('/who Вессія')).toMatch(/Vessia/);
  expect(await news.read('/who Wessia')).toMatch(/Vessia/);
});

test('the news of a shared name come with a button for each who or what is called so', async () => {
  const text = await news.read('/latest Vessia');
  expect(text).toMatch(/^Latest news: Vessia · \d stor/);
  expect(text).toMatch(/→ Vessia: \/latest #e\S+\n→ Vessia Doran: \/latest #\d+$/);
});

test('a name of a place and of a person asks which, across kinds; the buttons answer', async () => {
  const text = await news.read('/who Vessia');
  expect(text).toMatch(/^“Vessia” may be one of these\. Which one\?/);
  expect(text).toMatch(/• Vessia · country · 2 articles\n• Vessia Doran · 1 article/);
  const [, id] = /→ Vessia: \/who (#e\S+)/.exec(text)!;
  expect(await news.read(`/who ${id}`)).toMatch(/^Vessia\ncountry · 2 articles/);
  expect(await news.read('/who Bridge')).toMatch(
    /• Bridge Office · organization · 1 article\n• Bridge Union/,
  );
});

test('statements are its own; without any, those who lead it are quoted and said to be', async () => {
  const text = await news.read('/quotes LoR');
  expect(text).toMatch(
    /^League of Rivers · 1 statement\n“No barge will sail before the tolls are paid”\n— the LoR · said/,
  );
  expect(text).toContain('→ Quotes by Odo Marn: /quotes #');
  expect(text).not.toContain('plain robbery');
  expect(await news.read('/quotes LoR about barges')).toMatch(
    /^League of Rivers on “barges”\n.*\n\n“We want|^League of Rivers on “barges” · 1 statement/,
  );
  expect(await news.read('/quotes LoR about weather')).toMatch(
    /^I haven’t found any statements by League of Rivers on “weather”\./,
  );
  expect(await news.read('/quotes Bridge Union')).toMatch(
    /^I haven’t found any statements by Bridge Union\./,
  );
});

test('a timeline of a place, and one of words that are no name', async () => {
  const [, id] = /→ Vessia: \/timeline (#e\S+)/.exec(await news.read('/timeline Vessia'))!;
  const place = await news.read(`/timeline ${id}`);
  expect(place).toMatch(/^Timeline: Vessia · key dates/);
  expect(place).toMatch(/3 Mar 2031(?:.|\n)*4 Mar 2031(?:.|\n)*8 Aug 2031/);
  expect(place).not.toContain('Grain prices');
  const words = await news.read('/timeline grain deal');
  expect(words).toMatch(/^Timeline: “grain deal” · key dates/);
  expect(words).toMatch(/3 Mar 2031\n• The League of Rivers \(LoR\) halted the grain deal/);
  expect(words).not.toContain('burned hay');
});

test('the latest news, a filter and plain questions go by the name of an organization', async () => {
  expect(await news.read('/latest LoR')).toMatch(/^Latest news: League of Rivers · 2 stories/);
  const [subject] = (await news.library.subjects.find('Bridge Union')).fits;
  const filtered = await news.read(`/filter person:${subject!.id}`);
  expect(filtered).toMatch(/^Bridge Union · 1 article/);
  expect(filtered).toContain('Farmers of Vessia wait');
  for (const [typed, asked] of [
    ['what is the League of Rivers?', '/who League of Rivers'],
    ['Who is LoR', '/who LoR'],
    ['what did the LoR say', '/quotes the LoR'],
    ['what happened in Vessia', '/timeline Vessia'],
  ] as const)
    expect(questionText(await parseFreeText(news.library, typed)), typed).toBe(asked);
});

test('its articles are counted once for copies, and it is gone with its last article', async () => {
  const own = await libraryOf(accord, { ...accord, id: 'copy', source: 'Another Outlet' });
  expect(await own.read('/who LoR')).toMatch(/^League of Rivers\npublic body · 1 article /);
  await own.library.articles.remove('accord');
  expect(await own.read('/who LoR')).toMatch(/^League of Rivers\npublic body · 1 article /);
  await own.library.articles.remove('copy');
  expect((await own.library.subjects.find('LoR')).fits).toEqual([]);
  own.close();
});
