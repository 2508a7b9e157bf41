import { verdictsOf } from './bars.ts';
import { growthOf } from './growth.ts';
import type { ScaleFigures, SizeFigures } from './scale.ts';

/** The figures as lines: a row of each kind with its growth law, then the bars; `holds`: whether all of them do. */
export function scaleReport(figures: ScaleFigures): { lines: string[]; holds: boolean } {
  const { sizes, beside, loadResident } = figures;
  const row = (name: string, values: string[], law = '') =>
    `${name.padEnd(46)}${values.map(value => value.padStart(14)).join('')}  ${law}`.trimEnd();
  const measured = (name: string, of: (size: SizeFigures) => number, decimals: number) =>
    row(
      name,
      sizes.map(size => of(size).toFixed(decimals)),
      growthOf(
        name,
        sizes.map(({ articles }) => articles),
        sizes.map(of),
      ),
    );
  const verdicts = verdictsOf(figures);
  return {
    lines: [
      row(
        'scale: articles',
        sizes.map(({ articles }) => String(articles)),
        'growth',
      ),
      ...sizes[0]!.kinds.map(({ kind }, at) =>
        row(
          `/${kind}, ms CPU p50 / p99`,
          sizes.map(({ kinds }) => `${kinds[at]!.p50.toFixed(1)} / ${kinds[at]!.p99.toFixed(1)}`),
          growthOf(
            `/${kind}`,
            sizes.map(({ articles }) => articles),
            sizes.map(({ kinds }) => kinds[at]!.p50),
          ),
        ),
      ),
      measured('adding one, ms CPU', ({ adding }) => adding.cpuMs, 1),
      measured('adding one, MB written', ({ adding }) => adding.megabytes, 2),
      measured('resident after all kinds, MB', ({ resident }) => resident, 0),
      '',
      `scale: at ${beside.articles} articles, p99 by the clock of ${beside.alone.count}, ${beside.loading.count} and ${beside.removing.count} rounds, ms`,
      row('', ['alone', 'loading', 'removing']),
      ...(['answersP99', 'writesP99', 'longest'] as const).map(which =>
        row(
          { answersP99: 'an answer', writesP99: 'an update’s write', longest: 'the longest of both' }[which],
          [beside.alone, beside.loading, beside.removing].map(waits => waits[which].toFixed(0)),
        ),
      ),
      ...(loadResident === null ? [] : [row('resident while loading a file, MB', [loadResident.toFixed(0)])]),
      '',
      ...verdicts.map(({ bar, figure, holds }) => `${holds ? 'holds ' : 'MISSED'}  ${bar}  (${figure})`),
    ],
    holds: verdicts.every(({ holds }) => holds),
  };
}
