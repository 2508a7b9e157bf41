import type { Figures } from './metric.ts';

/** The least or the most that a figure may be. */
type Bar = { least: number } | { most: number };

/**
 * What must be reached, by metric, file and figure: a target, or where none was set the figure of the first run.
 * Bars hold for whole files, not for a part. Raised when passed for good, never lowered.
 */
const bars: Record<string, Record<string, Record<string, Bar>>> = {
  quotes: {
    'quotes-dev.jsonl': {
      recall: { least: 0.956 },
      direct_recall: { least: 0.985 },
      misattribution: { most: 0.0035 },
      direct_misattribution: { most: 0.0029 },
      coverage: { least: 0.945 },
      end_to_end: { least: 0.916 },
      over_attribution: { most: 0.03 },
      spurious: { most: 0.0068 },
    },
    'quotes-dev2.jsonl': {
      recall: { least: 0.937 },
      direct_recall: { least: 0.98 },
      misattribution: { most: 0.0017 },
      direct_misattribution: { most: 0.0015 },
      coverage: { least: 0.928 },
      end_to_end: { least: 0.889 },
      over_attribution: { most: 0.03 },
      spurious: { most: 0.0082 },
    },
    'quotes-noisy-dev.jsonl': {
      recall: { least: 0.94 },
      direct_recall: { least: 0.96 },
      misattribution: { most: 0.006 },
      direct_misattribution: { most: 0.0066 },
      coverage: { least: 0.885 },
      end_to_end: { least: 0.841 },
      over_attribution: { most: 0.035 },
      spurious: { most: 0.017 },
    },
  },
  people: {
    'people-dev.jsonl': {
      precision: { least: 0.8667 },
      recall: { least: 0.8667 },
      f1: { least: 0.85 },
      prose_precision: { least: 0.8333 },
      prose_f1: { least: 0.8333 },
      tables_precision: { least: 1 },
      tables_f1: { least: 0.9474 },
    },
    'people-dev2.jsonl': {
      precision: { least: 0.96 },
      recall: { least: 0.9 },
      f1: { least: 0.93 },
      prose_precision: { least: 0.965 },
      prose_recall: { least: 0.915 },
      prose_f1: { least: 0.94 },
      tables_precision: { least: 0.96 },
      tables_recall: { least: 0.865 },
      tables_f1: { least: 0.91 },
    },
  },
  dates: {
    'dates-dev.jsonl': {
      precision: { least: 0.966 },
      recall: { least: 0.92 },
      value_f1: { least: 0.872 },
    },
  },
  noise: {
    'noise-dev.jsonl': {
      kept: { least: 0.968 },
      dropped: { least: 0.863 },
      f1: { least: 0.926 },
    },
    'noise-dev2.jsonl': {
      precision: { least: 0.935 },
      recall: { least: 0.945 },
      f1: { least: 0.94 },
    },
  },
  entities: {
    'people-dev2.jsonl': {
      org_precision: { least: 0.906 },
      org_f1: { least: 0.75 },
      loc_precision: { least: 0.939 },
      loc_f1: { least: 0.892 },
    },
  },
  names: {
    'names-dev.jsonl': {
      b3_precision: { least: 0.9933 },
      b3_f1: { least: 0.968 },
    },
    'names-dev2.jsonl': {
      b3_precision: { least: 1 },
      b3_f1: { least: 0.943 },
    },
  },
  stories: {
    'stories-dev.jsonl': {
      b3_precision: { least: 0.9 },
      b3_f1: { least: 0.925 },
      order_changes_f1: { most: 0.01 },
    },
    'stories-dev2.jsonl': {
      b3_precision: { least: 0.95 },
      b3_f1: { least: 0.89 },
      order_changes_f1: { most: 0.01 },
    },
  },
  timelines: {
    'timelines-dev': {
      date_f1: { least: 0.785 },
    },
  },
  pages: {
    'articles-dev.jsonl.gz': {
      body_f1: { least: 0.947 },
      kept: { least: 0.847 },
      dropped: { least: 0.986 },
      days_right: { least: 157 },
      days_wrong: { most: 3 },
      authors_right: { least: 151 },
      authors_wrong: { most: 8 },
      authors_where_none_is_known: { most: 9 },
    },
  },
};

/** A bar and the figure that it is for; null where the metric gives no such figure. */
export type HeldBar = {
  metric: string;
  file: string;
  figure: string;
  value: number | null;
  wanted: string;
  holds: boolean;
};

/** The bars of a file, each with its figure, and a sentence for each that is missed. */
export function heldTo(
  metric: string,
  file: string,
  figures: Figures,
): { bars: HeldBar[]; missed: string[] } {
  const held = Object.entries(bars[metric]?.[file] ?? {}).map(([figure, bar]) => {
    const value = figures[figure] ?? null;
    const wanted = 'least' in bar ? `at least ${bar.least}` : `at most ${bar.most}`;
    const holds = value !== null && ('least' in bar ? value >= bar.least : value <= bar.most);
    return { metric, file, figure, value, wanted, holds };
  });
  const missed = held
    .filter(({ holds }) => !holds)
    .map(({ figure, value, wanted }) =>
      value === null
        ? `${metric}, ${file}: there is no figure ${figure}`
        : `${metric}, ${file}: ${figure} is ${value}, must be ${wanted}`,
    );
  return { bars: held, missed };
}

/** The bars as lines of a table: metric, file, figure, its value and the bar, and which are missed. */
export function tableOf(held: HeldBar[]): string[] {
  const rows = held.map(({ metric, file, figure, value, wanted, holds }) => [
    metric,
    file,
    figure,
    value === null ? '-' : String(value),
    `${wanted}${holds ? '' : '  MISSED'}`,
  ]);
  const widths = [0, 1, 2, 3].map(column => Math.max(0, ...rows.map(row => row[column]!.length)));
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
