import { expect, test } from 'vitest';
import { readingOf } from '../../library/reading-of.ts';
import { world } from '../world.ts';

const report = (id: string, day: string, words: string) =>
  readingOf({
    id,
    title: `Report ${id}`,
    published: `2030-01-0${day}`,
    source: `Outlet ${id}`,
    people: [{ name: 'Ines Calloway' }],
    topics: ['shipping'],
    text: `Ines Calloway ${words}.`,
  });

test('what is new of a person, a story or a topic since a chat last asked is marked, for each chat by itself', async () => {
  const w = await world({ seeds: false });
  const add = (reading: ReturnType<typeof report>) => w.library.articles.add(reading, { now: w.clock.now() });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  await add(report('a', '1', 'opened the northern lock of the canal before a large crowd'));
  for (const asked of ['/who Calloway', '/topic shipping', '/story #1']) {
    ann.says(asked);
    expect((await ann.reads()).text).not.toContain('new');
  }
  await w.quiet();
  await add(report('b', '3', 'showed the northern lock of the canal to a large crowd of visitors'));
  ann.says('/who Calloway');
  const who = await ann.reads();
  expect(who.text).toContain('Ines Calloway\n1 new article since you last asked.');
  expect(who.text).toMatch(/Outlet b, Report b, 3 Jan 2030 · new$/m);
  expect(who.text).toMatch(/Outlet a, Report a, 1 Jan 2030$/m);
  ann.says('/topic shipping');
  const topic = await ann.reads();
  expect(topic.text).toContain('1 new article since');
  expect(topic.text).toMatch(/^\[1\] Report \w · new$/m);
  ann.says('/story #1');
  expect((await ann.reads()).text).toContain('1 new article since');
  bob.says('/who Calloway');
  expect((await bob.reads()).text).not.toContain('new');
  await w.quiet();
  ann.says('/who Calloway');
  expect((await ann.reads()).text).not.toContain('new');
});

test('the pages of an answer are turned with the marks that it came with', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  const places = ['harbour', 'station', 'airfield', 'quarry', 'windmill', 'brewery', 'lighthouse'];
  for (const [number, place] of places.entries()) {
    if (number === 1) {
      ann.says('/topic shipping');
      await ann.reads();
      await w.quiet();
    }
    // Words of its own, so that each is a story of its own.
    const own = Array.from(
      { length: 20 },
      (_, i) => `${place.slice(i % 4)}${'abcdefghijklmnopqrst'[i]}`,
    ).join(' ');
    await w.library.articles.add(report(place, String(9 - number), `inspected the ${place}: ${own}`), {
      now: w.clock.now(),
    });
  }
  ann.says('/topic shipping');
  expect((await ann.reads()).text).toContain('6 new articles since');
  await ann.presses('▶');
  const second = await ann.sees(message => message.text.includes('Report lighthouse'));
  expect(second.text).toContain('6 new articles since');
  expect(second.text).toContain('Report lighthouse · new');
  expect((await ann.sees('Report lighthouse')).text.match(/ · new/g)).toHaveLength(2);
});
