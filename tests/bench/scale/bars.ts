import { offered } from './questions.ts';
import type { ScaleFigures, SizeFigures } from './scale.ts';

/** A bar: what is measured, whether it holds, and the figure as it is printed. */
export type Verdict = { bar: string; figure: string; holds: boolean };

/** In milliseconds, by the number of articles. */
const answerBars: Record<number, { p50: number; p99: number }> = {
  100000: { p50: 10, p99: 40 },
  1000000: { p50: 20, p99: 80 },
};
/** What is typed in any chat, against the whole answer about the same name. */
const typed = { articles: 100_000, times: 1.5 };
const least = { articles: 100_000, times: 5, ms: 5 };
const adding = { small: 1000, large: 100_000, times: 1.25, megabytes: 3 };
const beside = { times: 2, writes: 50, longest: 1000 };
const resident = { articles: 100_000, bot: 200, load: 400 };

/** Each bar of docs/scale.md that these figures say something about; those of a size that was left out are missing. */
export function verdictsOf(figures: ScaleFigures): Verdict[] {
  const { sizes, beside: others, loadResident } = figures;
  const sized = new Map(sizes.map(size => [size.articles, size]));
  return [
    ...sizes.flatMap(size => [...answersOf(size), ...offeredOf(size), ...leastOf(size)]),
    ...addingOf(sized),
    atMost(
      'answers while a load runs, p99 against none',
      others.loading.answersP99 / others.alone.answersP99,
      beside.times,
    ),
    atMost('an update’s write while a load runs, p99, ms', others.loading.writesP99, beside.writes),
    atMost(
      `the longest wait while ${others.removing.removed} articles are removed, ms`,
      others.removing.longest,
      beside.longest,
    ),
    ...sizes
      .filter(({ articles }) => articles === resident.articles)
      .map(size => atMost(`resident after all kinds at ${size.articles}, MB`, size.resident, resident.bot)),
    ...(loadResident === null
      ? []
      : [atMost('resident while loading a file, at the highest, MB', loadResident, resident.load)]),
  ];
}

function answersOf({ articles, kinds }: SizeFigures): Verdict[] {
  const bar = answerBars[articles];
  if (!bar) return [];
  return kinds.map(({ kind, p50, p99 }) => ({
    bar: `/${kind} at ${articles}, ms p50 / p99: at most ${bar.p50} / ${bar.p99}`,
    figure: `${p50.toFixed(1)} / ${p99.toFixed(1)}`,
    holds: p50 <= bar.p50 && p99 <= bar.p99,
  }));
}

function offeredOf({ articles, kinds }: SizeFigures): Verdict[] {
  const [who, offers] = ['who', offered].map(name => kinds.find(({ kind }) => kind === name));
  if (articles !== typed.articles || !who || !offers) return [];
  return [atMost(`/${offered} at ${articles}, against /who, times`, offers.p50 / who.p50, typed.times)];
}

function leastOf({ articles, kinds }: SizeFigures): Verdict[] {
  if (articles !== least.articles) return [];
  return kinds.map(({ kind, p50, least: sql }) => ({
    bar: `/${kind} at ${articles}: at most ${least.times} times the least SQL, or ${least.ms} ms`,
    figure: `${(p50 / sql).toFixed(1)} times ${sql.toFixed(2)} ms`,
    holds: p50 <= Math.max(least.ms, least.times * sql),
  }));
}

function addingOf(sized: Map<number, SizeFigures>): Verdict[] {
  const [small, large] = [sized.get(adding.small), sized.get(adding.large)];
  if (!small || !large) return [];
  return [
    atMost(
      `adding one at ${adding.large} against ${adding.small}, times`,
      large.adding.cpuMs / small.adding.cpuMs,
      adding.times,
    ),
    atMost(`adding one at ${adding.large}, MB written`, large.adding.megabytes, adding.megabytes),
  ];
}

function atMost(what: string, value: number, most: number): Verdict {
  return { bar: `${what}: at most ${most}`, figure: value.toFixed(2), holds: value <= most };
}
