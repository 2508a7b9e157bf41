import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { openLibrary } from '../../../src/store.ts';
import { randomFrom } from '../../bench/invented.ts';
import { addAll, exported, scratchFolder, scratchLibrary } from '../../library/scratch.ts';
import { cases } from '../../library/stories/story-cases.ts';
import { knowledge } from '../../reading/knowledge.ts';

/** Short reports of one event or of two, and unrelated ones that the library already holds. */
type Report = { day: string; title: string; text: string };
type Pair = { kind: string; same: boolean; nearIdentical?: boolean; articles: [Report, Report] };

const here = import.meta.dirname;
const { background, pairs }: { background: Report[]; pairs: Pair[] } = JSON.parse(
  readFileSync(join(here, 'stories.json'), 'utf8'),
);
const folder = scratchFolder();

const readingOf = ({ day, title, text }: Report) => ({
  ...read({ id: title, title, text, publishedAt: day, source: 'The Post' }, knowledge),
  input: text,
});

/** A library file with the unrelated reports, copied for each pair. */
const filled = join(folder, 'filled.db');
const library = openLibrary(filled);
await addAll(library, background.map(readingOf));
library.close();

let copies = 0;

/** What became of the second report of two, and whether both are in one story. */
async function outcomeOf(reports: Report[]) {
  copies += 1;
  const file = join(folder, `pair-${copies}.db`);
  copyFileSync(filled, file);
  const pairLibrary = openLibrary(file);
  try {
    const outcomes = await addAll(pairLibrary, reports.map(readingOf));
    const stories = await Promise.all(reports.map(({ title }) => pairLibrary.stories.of(title)));
    const last = outcomes.at(-1)!;
    return {
      same: stories[0]!.id === stories[1]!.id,
      alone: stories[0]!.articles.every(({ title }) => reports.some(report => report.title === title)),
      copyOf: last.outcome === 'loaded' ? last.duplicateOf : last.outcome,
    };
  } finally {
    pairLibrary.close();
  }
}

// The other order for every pair of one event, and for half of the others: twice as many would show no more.
const inBothOrders = new Set([
  ...pairs.filter(({ same }) => same),
  ...pairs.filter(({ same }) => !same).filter((_, at) => at % 2 === 0),
]);

describe.each(pairs)('$articles.0.title / $articles.1.title', pair => {
  const { same, articles } = pair;
  const reversed: [string, Report[]][] = inBothOrders.has(pair)
    ? [['the later first', articles.toReversed()]]
    : [];
  test.each<[string, Report[]]>([['as they came', articles], ...reversed])(
    `${same ? 'one story' : 'two stories'}, %s`,
    async (_, reports) => {
      expect(await outcomeOf(reports)).toEqual({ same, alone: true, copyOf: null });
    },
  );
});

/** A permutation of the reports, by a seed (Fisher and Yates). */
function shuffled(reports: Report[], seed: number): Report[] {
  const random = randomFrom(seed);
  const order = [...reports];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

describe('stories do not depend on the order of loading', () => {
  const [same, different] = [pairs.filter(pair => pair.same), pairs.filter(pair => !pair.same)];
  const ofPairs = [...same, ...different.filter((_, at) => at % 4 === 0)].flatMap(({ articles }) => articles);
  const reports = [...ofPairs, ...cases];
  const expected = [
    ...same.map(({ articles }) => articles.map(({ title }) => title)),
    ...Object.values(Object.groupBy(cases, ({ event }) => event)).map(all => all!.map(({ title }) => title)),
  ];

  test.each([1, 2])('seed %i', async seed => {
    const mixed = scratchLibrary(folder);
    await addAll(mixed, shuffled(reports, seed).map(readingOf));
    const stories = Object.values(
      Object.groupBy(await exported(mixed, 'articles'), ({ story }) => String(story)),
    );
    const groups = stories.map(all => all!.map(({ title }) => String(title)).sort());
    const wanted = expected.filter(({ length }) => length > 1).map(all => all.toSorted());
    expect(groups.filter(({ length }) => length > 1).sort()).toEqual(wanted.sort());
  });
});

/** What becomes of a report on its way into another outlet. */
const edits: [string, (report: Report) => Report, boolean][] = [
  ['retitled', report => ({ ...report, text: ` ${report.text}` }), true],
  ['without its last sentence', edited(text => text.replace(/(?<=\.) [^.]+\.$/, '')), true],
  ['with a sentence of the outlet', edited(text => `${text} More on this story follows later.`), true],
  ['slightly reworded', edited(text => text.replaceAll(' said', ' told reporters')), true],
  ['a day later', report => ({ ...report, day: report.day.replace(/\d$/, '9') }), true],
  [
    'on another day with other figures',
    edited(text =>
      text
        .replaceAll(/Tuesday|Wednesday|Saturday|Sunday/g, 'Monday')
        .replaceAll(/\d+/g, figure => String(Number(figure) + 3)),
    ),
    false,
  ],
];

function edited(change: (text: string) => string) {
  return (report: Report): Report => ({ ...report, text: change(report.text) });
}

describe.each(pairs.filter(({ nearIdentical }) => nearIdentical))('$articles.0.title', ({ articles }) => {
  const [report] = articles;
  test.each(edits)(`%s`, async (_, edit, isCopy) => {
    const other = { ...edit(report), title: 'In other news' };
    expect((await outcomeOf([report, other])).copyOf).toBe(isCopy ? report.title : null);
  });
});
