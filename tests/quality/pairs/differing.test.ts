import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answer, questionFrom } from '../../../src/answers/asking/registry.ts';
import { loadKnowledge } from '../../../src/ingest/workers/knowledge-files.ts';
import { read } from '../../../src/reading/read.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { addAll, scratchFolder, scratchLibrary } from '../../library/scratch.ts';
import { messages } from '../../rendering/pages.ts';

/**
 * Pairs of quotes of one speaker, and of reports on one event, that differ or only look so. Nearly all of those that
 * do are shown, and none of the others.
 */
type Pair = { isOne: boolean; kind: string } & (
  | { question: 'changed'; speaker: string; on: string; reports: { day: string; quote: string }[] }
  | { question: 'differ'; reports: { day: string; text: string }[] }
);

const pairs: Pair[] = JSON.parse(readFileSync(join(import.meta.dirname, 'differing.json'), 'utf8'));
const knowledge = loadKnowledge(join(import.meta.dirname, '../../../data/knowledge'));
const folder = scratchFolder();
const shown: Pair[] = [];

afterAll(() => {
  expect(pairs.filter(({ isOne }) => isOne).length).toBe(17);
  expect(pairs.filter(({ isOne }) => !isOne).length).toBe(18);
  expect(shown.filter(({ isOne }) => isOne).length).toBeGreaterThanOrEqual(16);
});

/** Reports of two papers, so that neither is taken for a copy. */
const frames = [
  'Minister NAME spoke to reporters about the WORDS in the rain on the steps of the town hall, and left in a hurry.',
  'The WORDS came up again at the yearly dinner of the bakers, where NAME was a guest and stayed for the dancing.',
];

function articleOf(pair: Pair, at: number) {
  const { day } = pair.reports[at]!;
  const id = `report-${at}`;
  const [title, text] =
    pair.question === 'changed'
      ? [
          [`${pair.speaker} speaks`, `A day with ${pair.speaker}`][at]!,
          `${frames[at]!.replace('NAME', pair.speaker).replace('WORDS', pair.on)}\n\n“${pair.reports[at]!.quote},” ${pair.speaker} said.`,
        ]
      : [
          'What is known so far',
          `${pair.reports[at]!.text}\n\nResidents had gathered near the town hall of Halvern to hear more. ${['Schools stay closed.', 'A hotline was opened.'][at]}`,
        ];
  return {
    ...read({ id, title, text, publishedAt: day, source: `Paper ${at + 1}` }, knowledge),
    input: text,
  };
}

async function screenOf(pair: Pair): Promise<string> {
  const library = scratchLibrary(folder);
  await addAll(library, [articleOf(pair, 0), articleOf(pair, 1)]);
  const story = (await library.stories.of('report-0'))!;
  const asked =
    pair.question === 'changed' ? `/changed ${pair.speaker} on ${pair.on}` : `/story #${story.id}`;
  return renderPlain(await answer(library, questionFrom(asked)!, { page: 1, chat: 'private' }), messages);
}

test.each(pairs.map((pair): [string, Pair] => [`${pair.question}: ${pair.kind}`, pair]))(
  '%s',
  async (_, pair) => {
    const screen = await screenOf(pair);
    const isShown = /^Sources differ$|then and later$/m.test(screen);
    if (isShown) shown.push(pair);
    if (!pair.isOne) expect(isShown, screen).toBe(false);
    if (!isShown) return;
    const parts = pair.reports.map(report => ('quote' in report ? report.quote : report.text));
    for (const part of parts) expect(screen).toContain(part);
  },
);
