import { describe, expect, onTestFinished, test } from 'vitest';
import type { NewsLibrary } from '../../src/library/library.ts';
import { readingOf } from '../library/reading-of.ts';

/** An empty store of one engine; `reopen` gives what a later process finds in it. */
export type NewsEngine = { open(): { store: NewsLibrary; reopen(): NewsLibrary; close(): void } };

const page = { limit: 10, offset: 0 };
const brandt = { name: 'Ilse Brandt', roles: ['mayor of Vale'] };
const closing = readingOf({
  id: 'closing',
  title: 'Harbour to close',
  published: '2030-01-07',
  text: 'The harbour of Vale closes on Monday.\n\n“We have to repair the gate,” said Ilse Brandt, mayor of Vale.',
  people: [brandt],
  quotes: [{ text: 'We have to repair the gate,', by: 'Ilse Brandt' }],
  topics: ['harbours'],
  source: 'Vale Courier',
  events: [{ text: 'The harbour of Vale closes on Monday.', date: '2030-01-07' }],
});
const opening = readingOf({
  id: 'opening',
  title: 'Orchard opens',
  published: '2030-03-02',
  text: 'The orchard of Vale opens in spring.\n\n“Apples will be free,” said Ilse Brandt, mayor of Vale.',
  people: [brandt],
  quotes: [{ text: 'Apples will be free,', by: 'Ilse Brandt' }],
  topics: ['orchards'],
  source: 'Vale Courier',
});

/** What every engine that keeps the news must do; the rest of the program relies on nothing more. */
export function newsContract(name: string, engine: NewsEngine): void {
  const filled = async () => {
    const made = engine.open();
    onTestFinished(made.close);
    await made.store.articles.addAll([closing, opening], { now: 0 });
    return made;
  };

  describe(`news in ${name}`, () => {
    test('an article is stored once, and is there for a later process with its text', async () => {
      const { store, reopen } = await filled();
      expect(await store.articles.add(closing, { now: 1 })).toEqual({ outcome: 'known', id: 'closing' });
      const other = readingOf({ id: 'closing', text: 'Something else entirely.' });
      expect((await store.articles.add(other, { now: 1 })).outcome).toBe('refused');
      const later = reopen();
      expect(await later.articles.count()).toBe(2);
      expect((await later.articles.get('closing'))?.reading.input).toBe(closing.input);
      expect((await later.articles.latest(page)).items.map(({ id }) => id)).toEqual(['opening', 'closing']);
    });

    test('adding several articles is all or nothing', async () => {
      const { store } = await filled();
      const third = readingOf({ id: 'third', text: 'The bridge was painted by volunteers.' });
      const broken = { ...third, id: 'broken', title: {} as never };
      await expect(store.articles.addAll([third, broken], { now: 1 })).rejects.toThrow();
      expect(await store.articles.count()).toBe(2);
    });

    test('people, quotes, topics and words lead to the same articles', async () => {
      const { store } = await filled();
      const { fits } = await store.people.find('brandt');
      expect(fits.map(one => [one.name, one.articles])).toEqual([['Ilse Brandt', 2]]);
      const { id } = fits[0]!;
      const quotes = await store.people.quotes(id, page);
      expect(quotes.items.map(({ text }) => text)).toEqual([
        'Apples will be free,',
        'We have to repair the gate,',
      ]);
      expect((await store.people.quotes(id, { ...page, about: 'gate' })).total).toBe(1);
      const wordings = await store.people.wordings(id, page);
      expect(wordings.items.map(({ text, kind }) => [text, kind])).toEqual(
        quotes.items.map(({ text, kind }) => [text, kind]),
      );
      const whole = await store.people.quotesOf(wordings.items.map(each => each.id));
      expect([...whole.values()]).toEqual(quotes.items);
      const about = await store.people.wordingsAbout('apples', 5);
      expect((await store.people.wordings(id, { ...page, about: 'apples' })).items).toEqual(about);
      const [apples] = [...(await store.people.quotesOf([about[0]!.id, '0', 'x'])).values()];
      expect(apples?.article.id).toBe('opening');
      expect((await store.search.articles('harbour', page)).items.map(({ article }) => article.id)).toEqual([
        'closing',
      ]);
      expect(
        (await store.search.filtered({ person: id, topic: 'orchards' }, page)).items.map(one => one.id),
      ).toEqual(['opening']);
      expect((await store.timeline.entries({ person: id }, page)).total).toBeLessThanOrEqual(1);
    });

    test('a merged person is found under the former id', async () => {
      const { store } = await filled();
      const { fits } = await store.people.find('brandt');
      const split = await store.people.split(fits[0]!.id, 'opening');
      if (split.outcome !== 'done') throw new Error(split.outcome);
      const joined = await store.people.join(fits[0]!.id, split.id);
      if (joined.outcome !== 'done') throw new Error(joined.outcome);
      for (const id of [fits[0]!.id, split.id]) expect((await store.people.get(id))?.articles).toBe(2);
    });

    test('a removed article takes everything along that rests on it', async () => {
      const { store } = await filled();
      expect(await store.articles.remove('closing')).toBe(true);
      expect(await store.articles.removeSource('Vale Courier', 5)).toBe(1);
      expect(await store.articles.count()).toBe(0);
      expect((await store.people.find('brandt')).fits).toEqual([]);
      expect((await store.search.articles('orchard', page)).total).toBe(0);
      expect(await store.topics.all()).toEqual([]);
    });
  });
}
