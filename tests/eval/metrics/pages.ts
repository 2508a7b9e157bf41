import { join } from 'node:path';
import { loadKnowledge } from '../../../src/ingest/workers/knowledge-files.ts';
import { linesIn } from '../bench.ts';
import { f1Of, rounded, shareOf, type Task } from '../metric.ts';
import { partOf } from '../parts.ts';
import { folded } from './entities.ts';

type Page = {
  id: string;
  url: string | null;
  html: string;
  text: string;
  author: string | null;
  date: string | null;
  with: string[];
  without: string[];
};

/** As many words in a row are compared. */
const shingleWords = 4;

/**
 * Scores whole web pages: the body by the mean over pages of the F1 of its 4-word shingles, day of publication
 * and author by how many are right and wrong of those that are given.
 */
export function pagesTask(path: string): Task {
  const file = path.split('/').at(-1)!;
  return {
    metric: 'pages',
    file,
    run: async bench => {
      // Only pages are read in this process; the other metrics need not wait for the reader to start.
      const { read } = await import('../../../src/reading/read.ts');
      // The pages of one site are built alike, so they stay together.
      const pages = partOf(linesIn<Page>(path), bench.part, ({ url, id }) => siteOf(url) ?? id);
      const knowledge = loadKnowledge(join(import.meta.dirname, '../../../data/knowledge'));
      const scores = pages.map(page => {
        const { id, url, html } = page;
        const { text, byline, published } = read({ id, text: '', html, ...(url && { url }) }, knowledge);
        return { page, text, byline, day: published.date };
      });
      const bodies = scores.map(({ page, text }) => shingleF1(text, page.text));
      const dated = scores.filter(({ page }) => page.date !== null);
      const daysGiven = dated.filter(({ day }) => day !== null);
      const daysRight = daysGiven.filter(({ page, day }) => day!.slice(0, 10) === page.date);
      const signed = scores.filter(({ page }) => page.author !== null);
      const authorsGiven = signed.filter(({ byline }) => byline !== null);
      const authorsRight = authorsGiven.filter(({ page, byline }) => agree(byline!, page.author!));
      const unsigned = scores.filter(({ page, byline }) => page.author === null && byline !== null);
      const held = (of: 'with' | 'without') =>
        scores.flatMap(({ page, text }) => page[of].map(words => spaced(text).includes(spaced(words))));
      const [wanted, unwanted] = [held('with'), held('without')];
      return {
        metric: 'pages',
        file,
        documents: pages.length,
        details:
          'mean F1 of the body’s 4-word shingles; sentences kept and boilerplate dropped; days and authors of those known',
        figures: rounded({
          body_f1: shareOf(
            bodies.reduce((sum, { f1 }) => sum + f1, 0),
            bodies.length,
          ),
          body_precision: shareOf(
            bodies.reduce((sum, { precision }) => sum + precision, 0),
            bodies.length,
          ),
          body_recall: shareOf(
            bodies.reduce((sum, { recall }) => sum + recall, 0),
            bodies.length,
          ),
          kept: shareOf(wanted.filter(Boolean).length, wanted.length),
          dropped: shareOf(unwanted.filter(there => !there).length, unwanted.length),
          days_right: daysRight.length,
          days_wrong: daysGiven.length - daysRight.length,
          days_missing: dated.length - daysGiven.length,
          day_precision: shareOf(daysRight.length, daysGiven.length),
          authors_right: authorsRight.length,
          authors_wrong: authorsGiven.length - authorsRight.length,
          authors_missing: signed.length - authorsGiven.length,
          author_precision: shareOf(authorsRight.length, authorsGiven.length),
          authors_where_none_is_known: unsigned.length,
        }),
      };
    },
  };
}

function siteOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host : null;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** One name holds the other: "By Ada Lund, Reporter" is right for "Ada Lund". */
function agree(given: string, wanted: string): boolean {
  const [a, b] = [folded(given), folded(wanted)];
  return a.includes(b) || b.includes(a);
}

function shingleF1(found: string, wanted: string): { precision: number; recall: number; f1: number } {
  const [a, b] = [shingles(found), shingles(wanted)];
  let shared = 0;
  for (const [shingle, count] of a) shared += Math.min(count, b.get(shingle) ?? 0);
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [precision, recall] = [shareOf(shared, total(a)), shareOf(shared, total(b))];
  return { precision, recall, f1: f1Of(precision, recall) };
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - shingleWords + 1); at++) {
    const shingle = words.slice(at, at + shingleWords).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}
