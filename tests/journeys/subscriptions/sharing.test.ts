import { expect, test } from 'vitest';
import type { Person } from '../../../src/local-telegram/local-telegram.ts';
import type { World } from '../subscribers.ts';
import { world } from '../world.ts';

const only = async (w: World, person: Person) => (await w.library.subscriptions.ofChat(person.chat_id))[0]!;

test('a link leads others to a subscription like this one, in their own time zone', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  ann.says('/subscribe');
  await ann.sees('What should the digest cover?');
  ann.says('Lavrov, "nuclear doctrine"');
  await ann.presses('Done ›');
  await ann.presses('Mon–Fri 08:00');
  await ann.presses('✓ Subscribe');
  await w.quiet();
  await w.library.subscriptions.change((await only(w, ann)).id, {
    without: ['rumour'],
    withoutSources: ['Gazette'],
    quiet: { from: '21:00', to: '09:00' },
    silent: true,
    length: 'full',
  });
  await ann.presses('Settings');
  await ann.presses('↗ Share');
  const { text } = await ann.sees('Anyone with this link');
  const link = /https:\/\/t\.me\/\S+/.exec(text)![0];
  const key = new URL(link).searchParams.get('start')!.slice(1);
  expect(Object.keys(JSON.parse((await w.library.storedQueries.get(key))!)).sort()).toEqual([
    'atOnce',
    'people',
    'times',
    'topics',
    'weekdays',
    'words',
  ]);
  expect(new URL(link).searchParams.get('start')!.length).toBeLessThanOrEqual(64);
  bob.opens(link);
  const check = await bob.sees('Does this look right?');
  expect(check.text).toMatch(/Topics: Serge[iy] Lavrov, "nuclear doctrine"/);
  await bob.presses('✓ Subscribe');
  await bob.sees('Your first digest arrives Mon 7 Jan, 08:00');
  const [one, other] = [await only(w, ann), await only(w, bob)];
  expect(other).toMatchObject({ people: one.people, words: one.words, weekdays: [1, 2, 3, 4, 5] });
  expect(other).toMatchObject({
    without: [],
    withoutSources: [],
    quiet: null,
    silent: false,
    length: 'short',
  });
  bob.opens(`s${'0'.repeat(16)}`);
  await bob.sees('This link has expired.');
});
