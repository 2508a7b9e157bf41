import type { ScaleFigures } from './scale.ts';

/** The figures as lines: ratios first, with the sizes they belong to. */
export function scaleLines(all: ScaleFigures[]): string[] {
  const sizes = all.map(({ articles }) => articles);
  const [first] = all;
  const last = all.at(-1)!;
  const row = (name: string, values: string[]) =>
    `${name.padEnd(26)}${values.map(value => value.padStart(16)).join('')}`;
  const ratio = (of: (figures: ScaleFigures) => number) => (of(last) / of(first!)).toFixed(2);
  return [
    row('scale: articles', sizes.map(String)),
    ...last.kinds.map(({ kind }, at) =>
      row(
        `/${kind}, ms CPU p50 / p99`,
        all.map(({ kinds }) => `${kinds[at]!.p50.toFixed(1)} / ${kinds[at]!.p99.toFixed(1)}`),
      ),
    ),
    row(
      'adding one, ms CPU',
      all.map(({ adding }) => adding.cpuMs.toFixed(1)),
    ),
    row(
      'adding one, MB written',
      all.map(({ adding }) => adding.megabytes.toFixed(2)),
    ),
    row(
      'resident after all, MB',
      all.map(({ resident }) => resident.toFixed(0)),
    ),
    `scale: adding costs ${ratio(({ adding }) => adding.cpuMs)} times as much at ${last.articles} articles as at ${first!.articles}`,
    ...(last.alone && last.loading
      ? [
          `scale: answers while a load runs take ${(last.loading.answersP99 / last.alone.answersP99).toFixed(2)} times as long (p99 ${last.loading.answersP99.toFixed(0)} and ${last.alone.answersP99.toFixed(0)} ms of ${last.loading.count} and ${last.alone.count})`,
          `scale: an update is stored within ${last.loading.writesP99.toFixed(0)} ms while a load runs, ${last.alone.writesP99.toFixed(0)} ms without (p99)`,
        ]
      : []),
    ...(last.removing
      ? [
          `scale: while ${last.removing.removed} articles of a source were removed, the longest wait of ${last.removing.count} was ${last.removing.longest.toFixed(0)} ms`,
        ]
      : []),
  ];
}
