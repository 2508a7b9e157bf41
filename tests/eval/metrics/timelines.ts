import { join } from 'node:path';
import { linesIn, load, parsedLines } from '../bench.ts';
import { type Bench, f1Of, type LeftOut, rounded, type Score, shareOf, type Task } from '../metric.ts';
import { partOf } from '../parts.ts';

type Gold = { id: string; collection: string; topic: string; timeline: { date: string }[] };
type Document = { id: string; publishedAt?: string };
type Row = { date: string; articles: string[] };
/** The wanted days of a timeline, ascending. */
type Wanted = { days: string[]; from: string; to: string };

/** How a command line that does not know an option answers. */
const wrongUsage = 64;

/**
 * Scores key dates against journalists' timelines (a folder with `gold.jsonl` and a file for each collection):
 * of the N days given, N being the timeline's length, how many are in the timeline (date-F1 of
 * score_timelines.py). The baseline counts articles per publication day.
 */
export function timelinesTask(folder: string): Task {
  const file = folder.split('/').at(-1)!;
  return {
    metric: 'timelines',
    file,
    run: bench => {
      const timelines = partOf(linesIn<Gold>(join(folder, 'gold.jsonl')), bench.part, ({ topic }) => topic);
      if (timelines.length === 0) return { file, reason: 'no topic is small enough for the fifth set aside' };
      return scoreTimelines(bench, folder, file, timelines);
    },
  };
}

function scoreTimelines(bench: Bench, folder: string, file: string, timelines: Gold[]): Score | LeftOut {
  const scores: { own: number; baseline: number }[] = [];
  const table = [
    `${'timeline'.padEnd(52)} ${'days'.padStart(5)} ${'date-F1'.padStart(8)} ${'baseline'.padStart(9)}`,
  ];
  let documents = 0;
  let ranked = true;
  for (const [collection, ofCollection] of Map.groupBy(timelines, each => each.collection)) {
    const path = join(folder, `${collection}.jsonl`);
    const articles = linesIn<Document>(path);
    documents += articles.length;
    table.push(`${collection}: ${load(bench, `timeline-${collection}`, path)}`);
    for (const { id, timeline } of ofCollection) {
      const days = [...new Set(timeline.map(({ date }) => date))].sort();
      const wanted = { days, from: days[0]!, to: days.at(-1)! };
      const key = keyDates(bench, `timeline-${collection}`, wanted);
      ranked &&= key.ranked;
      const score = {
        own: dateF1(key.days, wanted),
        baseline: dateF1(busiestDays(published(articles), wanted), wanted),
      };
      scores.push(score);
      table.push(
        `${id.padEnd(52)} ${String(days.length).padStart(5)} ${score.own.toFixed(4).padStart(8)} ${score.baseline.toFixed(4).padStart(9)}`,
      );
    }
  }
  const mean = (of: (score: { own: number; baseline: number }) => number) =>
    shareOf(
      scores.map(of).reduce((sum, value) => sum + value, 0),
      scores.length,
    );
  table.push(
    ranked
      ? 'days: `export timeline --key N`'
      : 'days: those with the most tellings in `export timeline`, until `--key N` exists',
    'baseline: the days with the most articles published',
  );
  const figures = rounded({ date_f1: mean(({ own }) => own), baseline: mean(({ baseline }) => baseline) });
  return {
    metric: 'timelines',
    file,
    documents,
    details: table.join('\n'),
    figures: { ...figures, timelines: scores.length },
  };
}

/** The N key days of a library, the most important first; until the program ranks them, those told most often. */
function keyDates(bench: Bench, database: string, wanted: Wanted): { days: string[]; ranked: boolean } {
  const span = ['--from', wanted.from, '--to', wanted.to];
  const key = bench.communique(database, 'export', 'timeline', '--key', String(wanted.days.length), ...span);
  if (key.code !== wrongUsage)
    return { days: parsedLines<Row>(key.out).map(({ date }) => date), ranked: true };
  const rows = parsedLines<Row>(bench.communique(database, 'export', 'timeline').out);
  return {
    days: busiestDays(
      rows.flatMap(({ date, articles }) => articles.map(() => date)),
      wanted,
    ),
    ranked: false,
  };
}

/** The N days within the timeline's that occur most often, the earlier first among equals. */
function busiestDays(days: string[], { days: wanted, from, to }: Wanted): string[] {
  const counts = new Map<string, number>();
  for (const day of days)
    if (day.length === 10 && day >= from && day <= to) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, wanted.length)
    .map(([day]) => day);
}

function published(articles: Document[]): string[] {
  return articles.map(({ publishedAt = '' }) => publishedAt.slice(0, 10));
}

/** As in score_timelines.py: the first N distinct full days, those outside the timeline's span left out. */
function dateF1(given: string[], { days, from, to }: Wanted): number {
  const distinct = [...new Set(given.filter(day => day.length === 10))];
  const kept = distinct.slice(0, days.length).filter(day => day >= from && day <= to);
  const right = kept.filter(day => days.includes(day)).length;
  return f1Of(shareOf(right, kept.length), shareOf(right, days.length));
}
