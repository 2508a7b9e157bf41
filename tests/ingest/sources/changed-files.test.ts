import { expect, test } from 'vitest';
import { scratchFolder } from '../../library/scratch.ts';
import { stage } from './stage.ts';

const world = stage(scratchFolder());
const paragraphs = [
  'The council of Oden voted on Monday to rebuild the old bridge over the river before winter.',
  '“We have waited nine years for this bridge,” said Mayor Ines Kolbe after the vote.',
  'Engineers had warned in March that its wooden piers would not survive another flood.',
];
const text = (...lines: string[]) => `Oden rebuilds its bridge\n\n${lines.join('\n\n')}\n`;
const other = text(
  'The fair of Oden opened on Friday with more visitors than in any of the last nine years.',
  'A Ferris wheel of forty metres was put up at the market, and bakers came from the whole valley.',
).replace('rebuilds its bridge', 'opens its fair');

/** Takes files, and says what came of each and what is stored in the end. */
function taking() {
  const { ingest, library } = world.opened();
  return {
    library,
    take: async (name: string, content: string) =>
      (await ingest.takeFile(name, new TextEncoder().encode(content))).counts,
    texts: async () => {
      const ids = (await library.articles.beginning('oden', { limit: 9, offset: 0 })).items.map(
        ({ id }) => id,
      );
      return Promise.all(ids.map(async id => [id, (await library.articles.get(id))!.reading.text] as const));
    },
  };
}

test('an edited article in a file of the same name takes the place of what it was', async () => {
  const { library, take, texts } = taking();
  await take('oden.txt', text(...paragraphs));
  const head = await library.news.head();
  const edited = paragraphs.with(
    2,
    'Engineers had warned in April that its piers would not survive another flood.',
  );
  expect(await take('oden.txt', text(...edited))).toEqual({ loaded: 0, updated: 1, known: 0, refused: 0 });
  expect(await texts()).toEqual([['oden', edited.join('\n\n')]]);
  // No one gets it again: most of it is as it was.
  expect(await library.news.head()).toBe(head);
  expect(await take('oden.txt', text(...edited))).toMatchObject({ updated: 0, known: 1 });
});

test('under its title an article may be rewritten, and is news then', async () => {
  const { library, take, texts } = taking();
  await take('oden.txt', text('The council of Oden is meeting about the bridge this morning.'));
  const head = await library.news.head();
  expect(await take('oden.txt', text(...paragraphs))).toMatchObject({ updated: 1 });
  expect((await texts()).map(([id]) => id)).toEqual(['oden']);
  expect(await library.news.head()).toBeGreaterThan(head);
});

test('another article in a file of the same name is one of its own, and can be edited too', async () => {
  const { take, texts } = taking();
  await take('oden.txt', text(...paragraphs));
  expect(await take('oden.txt', other)).toMatchObject({ loaded: 1, updated: 0, refused: 0 });
  expect(await take('oden.txt', other)).toMatchObject({ loaded: 0, known: 1 });
  expect(await take('oden.txt', other.replace('forty', 'fifty'))).toMatchObject({ updated: 1 });
  const stored = await texts();
  expect(stored.map(([id]) => id)).toEqual(['oden', expect.stringMatching(/^oden-[\da-f]{8}$/)]);
  expect(stored[0]![1]).toContain('nine years for this bridge');
  expect(stored[1]![1]).toContain('fifty metres');
});

test('an id that was given belongs to one article: an edit updates it, another is refused', async () => {
  const { take, texts } = taking();
  const line = (content: string) => JSON.stringify({ id: 'oden-1', text: content });
  await take('all.jsonl', line(text(...paragraphs)));
  expect(await take('all.jsonl', line(text(...paragraphs, 'The work begins in June.')))).toMatchObject({
    updated: 1,
  });
  expect(await take('all.jsonl', line(other))).toMatchObject({ loaded: 0, refused: 1 });
  expect((await texts()).map(([id]) => id)).toEqual(['oden-1']);
});
