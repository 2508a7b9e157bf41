import { expect, test } from 'vitest';
import type { Person } from '../../../src/local-telegram/local-telegram.ts';
import { news, world } from '../world.ts';

type World = Awaited<ReturnType<typeof world>>;

const schedules = async (w: World, person: Person) =>
  (await w.library.subscriptions.ofChat(person.chat_id)).map(({ weekdays, times, zone }) => ({
    weekdays,
    times,
    zone,
  }));

async function reader() {
  const w = await world({ seeds: false });
  for (const article of Object.values(news)) await w.arrives(article);
  return { w, ann: w.telegram.person('Ann') };
}

test('days typed without a time are kept until the time is typed', async () => {
  const { w, ann } = await reader();
  ann.says('/subscribe');
  await ann.presses('All news ›');
  ann.says('Tuesdays and Fridays');
  await ann.sees('At what time on Tue, Fri?');
  ann.says('half past seven');
  await ann.sees('Schedule: Tue, Fri at 07:30');
  await ann.presses('✓ Subscribe');
  await ann.sees('You’re subscribed');
  expect(await schedules(w, ann)).toEqual([{ weekdays: [2, 5], times: ['07:30'], zone: 'UTC' }]);
});

test('other times on other days are never mixed up; a time zone may follow the time', async () => {
  const { ann } = await reader();
  ann.says('/subscribe');
  await ann.presses('All news ›');
  ann.says('Mondays at 8 and Fridays at 18');
  await ann.sees('set up a second digest');
  ann.says('Mondays 8pm Kyiv time');
  const check = await ann.sees('Does this look right?');
  expect(check.text).toContain('Schedule: Mon at 20:00 (Europe/Kyiv)');
});

test('/subscribe takes what follows it: topics, people, and a schedule at the end', async () => {
  const { w, ann } = await reader();
  ann.says('/subscribe Lindqvist');
  expect((await ann.sees('What should the digest cover?')).text).toContain('Selected: Tobias Lindqvist.');
  ann.says('/subscribe Calloway, Zzyzx Qwerty every evening at 9');
  expect((await ann.sees('called “Zzyzx Qwerty”')).text).toContain('Selected: Ines Calloway.');
  ann.says('/subscribe Lindqvist, Mondays at 8 and Fridays at 18');
  expect((await ann.sees('set up a second digest')).text).toContain('Selected: Tobias Lindqvist.');
  ann.says('/subscribe Ines Calloway, every evening at 9');
  expect((await ann.sees('Does this look right?')).text).toContain('Schedule: daily at 21:00');
  await ann.presses('✓ Subscribe');
  await ann.sees('You’re subscribed');
  expect(await schedules(w, ann)).toMatchObject([{ times: ['21:00'] }]);
});

test('what it covers is changed from the last step, and the schedule kept', async () => {
  const { w, ann } = await reader();
  ann.says('/subscribe');
  await ann.presses('All news ›');
  ann.says('weekdays 7');
  await ann.presses('Change topics');
  ann.says('Oduya');
  await ann.presses('Done ›');
  await ann.presses('✓ Mon–Fri at 07:00 (UTC)');
  expect((await ann.sees('Does this look right?')).text).toContain('Rosalind Oduya');
  await ann.presses('✓ Subscribe');
  await ann.sees('You’re subscribed');
  expect(await schedules(w, ann)).toMatchObject([{ weekdays: [1, 2, 3, 4, 5], times: ['07:00'] }]);
});

test('a schedule typed at another step is taken, and so is a time zone at the last one', async () => {
  const { w, ann } = await reader();
  ann.says('/subscribe');
  await ann.sees('What should the digest cover?');
  ann.says('Oduya, Tuesdays and Fridays at half past seven');
  const asked = await ann.sees('Schedule: Tue, Fri at 07:30 (UTC)');
  expect(asked.text).toContain('Selected: Rosalind Oduya.');
  await ann.presses('Done ›');
  await ann.presses('✓ Tue, Fri at 07:30 (UTC)');
  ann.says('8pm');
  await ann.sees('Schedule: Tue, Fri at 20:00 (UTC)');
  ann.says('Kyiv');
  await ann.sees('Schedule: Tue, Fri at 20:00 (Europe/Kyiv)');
  ann.says('hm');
  await ann.sees('Tap “✓ Subscribe” to start');
  ann.says('yes');
  await ann.sees('You’re subscribed');
  expect(await schedules(w, ann)).toEqual([{ weekdays: [2, 5], times: ['20:00'], zone: 'Europe/Kyiv' }]);
});

test('two people of one name are offered with what each of them is', async () => {
  const { w, ann } = await reader();
  const publishedAt = '2030-01-08';
  await w.arrives({
    id: 'court',
    title: 'Judge jails former mayor',
    publishedAt,
    text: 'Judge jails former mayor\n\nJudge Daniel Rask sentenced a former mayor of Karst to three years in prison on Tuesday.\n\n“This was greed,” Rask said in the district court.',
  });
  await w.arrives({
    id: 'match',
    title: 'Rovers win shoot-out',
    publishedAt,
    text: 'Rovers win shoot-out\n\nGoalkeeper Daniel Rask saved three penalties as Velmora Rovers won the cup on Tuesday.\n\n“I just guessed right,” Rask said.',
  });
  ann.says('/subscribe Rask');
  await ann.sees('I’m not sure what you mean by “Rask”.');
  await ann.presses('+ Daniel Rask · Goalkeeper');
  expect((await ann.sees('Selected:')).text).toContain('Selected: Daniel Rask.');
});

test('a rhythm without days of the week is said to be none, and a misspelt one is understood', async () => {
  const { w, ann } = await reader();
  ann.says('/subscribe');
  await ann.presses('All news ›');
  ann.says('every other day at 7');
  await ann.sees('not on every second day');
  ann.says('Evry weekdy at 7');
  await ann.presses('✓ Subscribe');
  await ann.sees('You’re subscribed');
  expect(await schedules(w, ann)).toMatchObject([{ weekdays: [1, 2, 3, 4, 5], times: ['07:00'] }]);
});

test('a digest is asked for in one sentence, in a language that the bot only understands', async () => {
  const { w, ann } = await reader();
  ann.says('mándame cada lunes a las 9 las noticias de Lindqvist');
  expect((await ann.sees('Does this look right?')).text).toContain('Tobias Lindqvist');
  await ann.presses('✓ Subscribe');
  await ann.sees('You’re subscribed');
  expect(await schedules(w, ann)).toMatchObject([{ weekdays: [1], times: ['09:00'] }]);
});

test('words to leave out are typed with what is asked for, and several names with “and” between them', async () => {
  const { w, ann } = await reader();
  ann.says('/subscribe only Lindqvist and Oduya, not measles, every day at 9');
  const check = await ann.sees('Does this look right?');
  expect(check.text).toContain('Tobias Lindqvist, Rosalind Oduya');
  expect(check.text).toContain('Excluded words: measles');
  await ann.presses('✓ Subscribe');
  await ann.sees('You’re subscribed');
  const [subscription] = await w.library.subscriptions.ofChat(ann.chat_id);
  expect(subscription).toMatchObject({ without: ['measles'], people: { length: 2 } });
});

test('a name that looks like something without something else stays whole', async () => {
  const { ann } = await reader();
  ann.says('/subscribe Artists without Masters');
  const asked = await ann.sees('Artists without Masters');
  expect(asked.text).not.toContain('Excluded');
});

test('a dialog is left with “never mind”, which ends nothing else', async () => {
  const { ann } = await reader();
  ann.says('/subscribe');
  await ann.sees('What should the digest cover?');
  ann.says('actually no, cancel');
  await ann.sees('Cancelled');
});
