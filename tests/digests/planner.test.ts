import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buttonEncoder, linkEncoder } from '../../src/bot/core/buttons.ts';
import type { NewSubscription } from '../../src/deliveries/subscriptions/subscriptions.ts';
import { planDue } from '../../src/digests/planner.ts';
import { loadTranslations } from '../../src/rendering/messages.ts';
import { openLibrary } from '../../src/store.ts';
import { createLog } from '../../src/system/log.ts';
import { article } from '../campaigns/articles.ts';
import { usualSubscription } from '../deliveries/usual-subscription.ts';
import { addSubscriptions } from '../library/many-subscriptions.ts';
import { putEmptyLibrary, scratchFolder } from '../library/scratch.ts';

const translations = loadTranslations();
const folder = scratchFolder();
const due = Date.UTC(2030, 0, 8, 8);
const minute = 60_000;

const usual: Omit<NewSubscription, 'origin'> = {
  ...usualSubscription,
  nextDue: due,
  created: 0,
};

/** A library with two articles and these subscriptions, and what planning them at `now` did. */
async function planned(
  name: string,
  wishes: Partial<NewSubscription>[],
  { now = due, failing = () => false }: { now?: number; failing?: (topics: string[]) => boolean } = {},
) {
  const file = join(folder, `${name}.db`);
  putEmptyLibrary(file);
  const library = openLibrary(file);
  onTestFinished(library.close);
  for (const number of [1, 2]) await library.articles.add(article(number), { now: due - 60 * minute });
  await addSubscriptions(
    file,
    wishes.map((wish, at) => ({ ...usual, chatId: at + 1, ...wish })),
  );
  let lookups = 0;
  const { stories } = library.news;
  const counting: typeof stories = asked => {
    lookups += 1;
    if (failing(asked.filter.topics)) throw new Error('it cannot be read');
    return stories(asked);
  };
  const countingLibrary = { ...library, news: { ...library.news, stories: counting } };
  const { subscriptions } = await planDue(
    {
      library: countingLibrary,
      libraryFor: () => countingLibrary,
      messagesOf: async (_, own) => translations(own ?? 'en'),
      log: createLog('silent'),
      encoders: {
        chat: buttonEncoder('bot'),
        channel: linkEncoder('bot'),
      },
    },
    now,
    { stopping: () => false, onPlanned: () => {} },
  );
  const bodies = await Promise.all(
    wishes.map(async (_, at) => (await library.outbox.next(at + 1, now))?.body),
  );
  const { chats } = await library.outbox.chats(now);
  return { subscriptions, lookups, chats, texts: bodies.map(body => body && JSON.parse(body)) };
}

test('who wants the same gets the same, looked up once, in the form in which each wants it', async () => {
  const { subscriptions, lookups, texts } = await planned('forms', [
    {},
    { zone: 'Europe/Paris' },
    { silent: true },
    { topics: ['harbours'] },
    {},
  ]);
  expect(subscriptions).toBe(5);
  expect(lookups).toBe(2);
  expect(texts[1]).toEqual(texts[0]);
  expect(texts[4]).toEqual(texts[0]);
  expect(texts[2]).toEqual({ ...texts[0], silent: true });
  expect(texts[3].text).not.toBe(texts[0].text);
});

test('where it is another day already, that is said above it', async () => {
  const { lookups, texts } = await planned('days', [{}, { zone: 'Pacific/Kiritimati' }], {
    now: due + 180 * minute,
  });
  expect(lookups).toBe(2);
  expect(texts[0].text).toContain('8 Jan 2030');
  expect(texts[1].text).toContain('9 Jan 2030');
});

test('late is said to those for whom it is late', async () => {
  const { lookups, texts } = await planned('late', [{}, { nextDue: due + 55 * minute }], {
    now: due + 60 * minute,
  });
  expect(lookups).toBe(1);
  expect(texts[0].text).toContain('Late (due 08:00)');
  expect(texts[1].text).not.toContain('Late (due');
});

test('a digest that cannot be composed holds back no one else’s, and stays due', async () => {
  const wishes = [{ topics: ['orchards'] }, {}, { topics: ['orchards'] }, {}];
  const { subscriptions, lookups, texts } = await planned('failing', wishes, {
    failing: topics => topics.length > 0,
  });
  expect({ subscriptions, lookups }).toEqual({ subscriptions: 2, lookups: 2 });
  expect(texts.map(text => text !== undefined)).toEqual([false, true, false, true]);
});

test('more than go into one transaction are all planned, the longest due first', async () => {
  const wishes = Array.from({ length: 250 }, (_, at) => ({ nextDue: due - at * 1000 }));
  const { subscriptions, chats } = await planned('many', wishes);
  expect(subscriptions).toBe(250);
  expect(chats).toEqual(wishes.map((_, at) => 250 - at));
});
