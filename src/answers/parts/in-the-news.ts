import type { KeyDate } from '../../library/model/types.ts';
import { clipSaying } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Block, Line } from '../page/page.ts';
import type { Sources } from '../page/sources.ts';
import { withAntecedent } from '../quoted/reported-by.ts';

const longestNews = 220;

/** The days that someone or something is in the news for, the newest first: a line each, and each sentence once. */
export async function newsBlocks(library: Library, days: KeyDate[], sources: Sources): Promise<Block[]> {
  if (days.length === 0) return [];
  const newestFirst = days.toSorted((a, b) => (a.date > b.date ? -1 : 1));
  const items = await Promise.all(
    newestFirst
      .filter(({ text }, at) => newestFirst.findIndex(day => day.text === text) === at)
      .map(async ({ date, text, evidence, planned }): Promise<Line> => {
        const whole = await withAntecedent(library, { ...evidence[0]!, text }, longestNews);
        const mark: Line = planned ? [{ messageKey: 'planned', style: 'italic' }, { text: ' ' }] : [];
        return [
          { day: date, style: 'bold' },
          { text: ': ' },
          ...mark,
          { text: clipSaying(whole, longestNews) },
          ...sources.citePassage(evidence[0]!),
        ];
      }),
  );
  return [
    { kind: 'heading', line: [{ messageKey: 'in-the-news' }] },
    { kind: 'list', items },
  ];
}

/** The day so many days before another. */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
