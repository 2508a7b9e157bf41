import { expect, test } from 'vitest';
import { storableReading } from '../../../src/reading/storable-reading.ts';
import { knowledge } from '../../reading/knowledge.ts';
import { news, world } from '../world.ts';

const again = (id: string) => ({
  ...news.vaccine,
  id,
  title: 'Oduya opens hospital in Karst',
  text: 'Oduya opens hospital in Karst\n\nHealth Minister Rosalind Oduya opened a hospital in Karst on Monday, the first in the valley for forty years, before a crowd of hundreds.\n\n“Nobody will have to cross the pass for a doctor any more,” said Health Minister Rosalind Oduya.',
});

/** Ann is subscribed to someone and to a topic that only one article has, which is then removed. */
async function subscribedTo(what: string) {
  const w = await world({ seeds: false });
  for (const article of Object.values(news)) await w.arrives(article);
  const ann = w.telegram.person('Ann');
  ann.says(`/subscribe ${what} every day at 8`);
  await ann.presses('✓ Subscribe');
  await ann.sees('You’re subscribed');
  const now = async () => (await w.library.subscriptions.ofChat(ann.chat_id))[0]!;
  const before = await now();
  await w.library.articles.remove(news.vaccine.id);
  await w.quiet();
  return { w, ann, before, now };
}

test('a digest on what no article has any more is no digest on everything, also when its time is changed', async () => {
  const { w, ann, before, now } = await subscribedTo('Oduya, Health and medicine');
  expect([before.topics, before.people.length]).toEqual([['health'], 1]);
  ann.says('/subscriptions');
  await ann.sees('1. health, Rosalind Oduya · daily at 08:00');
  await ann.presses('Settings 1');
  await ann.presses('Schedule');
  ann.says('weekdays at 9');
  await ann.sees(/^health, Rosalind Oduya\n[\s\S]*Mon–Fri at 09:00/);
  await ann.presses('Topics');
  await ann.sees('Selected: health, Rosalind Oduya.');
  await ann.presses('Done ›');
  await w.quiet();
  const { topics, people } = await now();
  expect([topics, people]).toEqual([before.topics, before.people]);
});

test('who follows someone gets their news again although nothing named them for a while', async () => {
  const { w, ann } = await subscribedTo('Oduya');
  await w.arrives(again('hospital'));
  await w.turnTo(Date.UTC(2030, 0, 7, 8));
  await w.quiet();
  expect(ann.chat().at(-1)!.text).toContain('Oduya opens hospital in Karst');
});

test('who follows someone still does after the only article on them was edited', async () => {
  const w = await world({ seeds: false });
  // By her surname alone: any other article could mean another Oduya.
  const written = { ...news.vaccine, text: news.vaccine.text.replace('Rosalind Oduya', 'Oduya') };
  await w.arrives(written);
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe Oduya every day at 8');
  await ann.presses('✓ Subscribe');
  await ann.sees('You’re subscribed');
  const idOf = async () => (await w.library.subjects.find('Oduya')).fits.map(({ id }) => id);
  const before = await idOf();
  const edited = { ...written, text: written.text.replace('two million', 'three million') };
  await w.library.articles.replace(storableReading(edited, knowledge), { now: w.clock.now(), isNews: false });
  const [subscription] = await w.library.subscriptions.ofChat(ann.chat_id);
  expect(subscription!.people).toEqual(await idOf());
  expect(subscription!.people).not.toEqual(before);
  await w.turnTo(Date.UTC(2030, 0, 7, 8));
  await w.quiet();
  expect(ann.chat().at(-1)!.text).toContain('Health ministry orders measles vaccine');
});
