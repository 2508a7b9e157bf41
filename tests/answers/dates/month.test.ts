import { beforeAll, expect, test } from 'vitest';
import { answer, questionFrom } from '../../../src/answers/asking/registry.ts';
import { restPage } from '../../../src/answers/digest/more.ts';
import { openedStory } from '../../../src/answers/digest/open-story.ts';
import { overviewFrom, windowFrom } from '../../../src/answers/digest/window.ts';
import type { Page } from '../../../src/answers/page/page.ts';
import { allNews, composeDigest } from '../../../src/digests/composer.ts';
import type { NewsFilter } from '../../../src/library/model/types.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { inventedReading } from '../../bench/invented.ts';
import { addAll, exported, scratchFolder, scratchLibrary } from '../../library/scratch.ts';
import { messages } from '../../rendering/pages.ts';
import { events, monthOfNews } from './month.ts';

const folder = scratchFolder();
const library = scratchLibrary(folder);
const many = scratchLibrary(folder);
const readings = monthOfNews();
beforeAll(async () => {
  await addAll(library, readings);
});

const view = { page: 1, chat: 'private' as const };
const asked = (text: string) => answer(library, questionFrom(text)!, view);
const plain = async (text: string) => renderPlain(await asked(text), messages);

const quotesOn = ({ blocks }: Page) => blocks.flatMap(block => (block.kind === 'quote' ? [block.text] : []));

test('the first page of the timeline has what happened on each key date', async () => {
  const page = await plain('/timeline');
  expect(page).toMatch(
    /4 Mar 2031\n•.*quake[\s\S]*9 Mar 2031\n•.*Orrin[\s\S]*14 Mar 2031\n•.*Aurora[\s\S]*20 Mar 2031\n•.*Lake Ims[\s\S]*27 Mar 2031\n•.*Brandt/i,
  );
});

test('each event is one story, named by what happened', async () => {
  const { items, total } = await library.stories.latest({ limit: 20, offset: 0 });
  expect(total).toBe(events.length);
  expect(
    items.map(({ articles }) => articles.flatMap(each => [each, ...each.duplicates]).length).sort(),
  ).toEqual(events.map(({ reports }) => reports.length).sort());
});

test('a subject without a name has at least five speakers, the newest first', async () => {
  const page = await asked('/quotes about ceasefire');
  expect(quotesOn(page).length).toBeGreaterThanOrEqual(5);
});

const people = ['Selma Orrin', 'Lorenz Vass', 'Corwin Hale', 'Anneke Struyf', 'Ilona Brandt'];
test.each([
  ...people.flatMap(name => [`/who ${name}`, `/quotes ${name}`]),
  '/quotes about ceasefire',
  '/story Aurora',
  '/story Lake Ims',
  '/story Orrin wins',
])('no quote is twice on the page of %s', async question => {
  const quotes = quotesOn(await asked(question));
  expect(quotes.length).toBeGreaterThan(0);
  expect(new Set(quotes).size).toBe(quotes.length);
});

test('a digest of the month is one message, and no quote is twice in an opened story', async () => {
  const { pages, total } = await composeDigest(library, allNews('UTC'), { now: Date.parse('2031-03-28') });
  expect(pages).toHaveLength(1);
  expect(total).toBe(events.length);
  expect(renderPlain(pages[0]!, messages).length).toBeLessThanOrEqual(4096);
  for (const opened of openings(pages[0]!)) {
    const quotes = quotesOn(await openedStory(library, everything, opened));
    expect(quotes.length).toBeGreaterThan(0);
    expect(new Set(quotes).size).toBe(quotes.length);
  }
});

const everything: NewsFilter = { topics: [], people: [], words: [], without: [], withoutSources: [] };

/** What the buttons of an overview open. */
function openings({ buttons }: Page) {
  return buttons.flat().flatMap(({ action }) => {
    const data = action.kind === 'choose' ? /^d\.open\.(.+)$/.exec(action.data)?.[1] : undefined;
    return (data === undefined ? null : overviewFrom(data)) ?? [];
  });
}

/** The stories that a page's buttons lead to. */
function storiesOn({ buttons }: Page): string[] {
  return buttons
    .flat()
    .flatMap(({ action }) =>
      action.kind === 'ask' && action.question.kind === 'story' ? [action.question.story] : [],
    );
}

test('nothing that matched is lost between the overview, the rest and the details', async () => {
  const invented = Array.from({ length: 90 }, (_, number) => inventedReading(number));
  await addAll(many, invented);
  const topics = ['topic-3', 'topic-5', 'topic-7'];
  const wanted = new Set(
    invented.filter(({ topics: own }) => own.some(({ id }) => topics.includes(id))).map(({ id }) => id),
  );
  const stored = (await exported(many, 'articles')).filter(({ id }) => wanted.has(String(id)));
  const filter = { ...everything, topics };
  const interest = { ...allNews('UTC'), topics };
  const { pages, total } = await composeDigest(many, interest, { now: Date.parse('2030-03-01') });
  expect(total).toBe(new Set(stored.map(({ story }) => story)).size);

  const found: string[] = [];
  let count = 0;
  const shown = openings(pages[0]!);
  for (const opened of shown) {
    const page = await openedStory(many, filter, opened);
    found.push(...storiesOn(page));
  }
  const more = pages[0]!.buttons
    .flat()
    .flatMap(({ action }) => (action.kind === 'choose' ? action.data : []));
  let next = more.find(data => data.startsWith('d.more.'));
  while (next !== undefined) {
    const { window, from } = windowFrom(next.slice('d.more.'.length))!;
    const page = await restPage(many, { window, filter, from });
    found.push(...storiesOn(page));
    next = page.buttons
      .flat()
      .flatMap(({ action }) => (action.kind === 'choose' ? action.data : []))
      .find(data => data.startsWith('d.more.'));
  }
  expect(found.toSorted()).toEqual([...new Set(stored.map(({ story }) => `#${story}`))].sort());

  const { items } = await many.news.stories({
    since: shown[0]!.window.since,
    after: shown[0]!.window.after,
    upTo: shown[0]!.window.upTo,
    filter,
    limit: total,
  });
  for (const { fresh } of items) count += fresh.length;
  expect(count).toBe(stored.length);
});
