/** Why what is not flat grows; the rest is not expected to. */
const reasons: [row: RegExp, reason: string][] = [
  [/^adding/, 'deeper indexes, and merges of the full-text index'],
  [/unfinished/, 'each of the words that begin so is looked up'],
  [/search|story|words|anyone/, 'a word’s newest hits are read up to a limit'],
  [/timeline/, 'up to 3,000 days with events are looked at'],
  [/topic|filter/, 'up to 1,000 of the newest articles are looked through'],
  [/who|quotes/, 'a person’s newest rows are read up to a limit'],
];

/** Figures within this many times each other are as good as equal. */
const flatWithin = 1.3;

/**
 * How a figure grows with the number of articles: `flat`, `flat from N` once limits are reached, or the power of the
 * number by which it grew from the first size to the last, with the reason.
 */
export function growthOf(row: string, sizes: number[], figures: number[]): string {
  const flatFrom = sizes.findIndex((_, at) => {
    const rest = figures.slice(at);
    return Math.max(...rest) <= flatWithin * Math.min(...rest) || Math.max(...rest) < smallest;
  });
  if (flatFrom === 0) return 'flat';
  if (flatFrom >= 0 && flatFrom < sizes.length - 1) return `flat from ${sizes[flatFrom]}`;
  const power = Math.log(figures.at(-1)! / figures[0]!) / Math.log(sizes.at(-1)! / sizes[0]!);
  if (power <= 0) return 'flat';
  const reason = reasons.find(([pattern]) => pattern.test(row))?.[1];
  return `n^${power.toFixed(2)}${reason ? `: ${reason}` : ''}`;
}

/** Milliseconds, megabytes: below, differences are those of measuring. */
const smallest = 0.5;
