/**
 * Groups things by average linkage, the two most similar groups first, until no two are as similar as `from`. Two
 * groups that only one of their things connects stay two: it is about both. The result does not depend on the order of
 * the things. (Agglomerative clustering; Sokal and Michener, 1958.)
 * @param together groups to begin with, as indexes; each thing is in exactly one
 * @param similarity of two things by their indexes, symmetric
 * @returns the groups, as indexes
 */
export function averageLink(
  together: readonly (readonly number[])[],
  similarity: (a: number, b: number) => number,
  from: number,
): number[][] {
  const groups = together.map(group => [...group]);
  const things = groups.flat().length;
  const alike = new Float64Array(things * things);
  // The sum of the similarities between each two groups: that of a merged group is the sum of its parts'.
  const sums = groups.map(() => new Array<number>(groups.length).fill(0));
  for (const [a, ofA] of groups.entries())
    for (let b = a + 1; b < groups.length; b++) {
      let sum = 0;
      for (const one of ofA)
        for (const other of groups[b]!) {
          const value = similarity(one, other);
          sum += value;
          alike[one * things + other] = value;
          alike[other * things + one] = value;
        }
      sums[a]![b] = sum;
      sums[b]![a] = sum;
    }
  const alive = new Set(groups.keys());
  /** By group those with which only one thing connects it; of most there are none. */
  const apart = new Map<number, Set<number>>();
  for (;;) {
    const average = (a: number, b: number) =>
      apart.size > 0 && apart.get(a)?.has(b) === true
        ? -1
        : sums[a]![b]! / (groups[a]!.length * groups[b]!.length);
    const pair = closest([...alive], average, from);
    if (pair === null) return [...alive].map(at => groups[at]!);
    const [kept, merged] = pair;
    const likeness = (one: number, other: number) => alike[one * things + other]!;
    if (isBridged(groups[kept]!, groups[merged]!, likeness)) {
      for (const [one, other] of [pair, pair.toReversed()] as [number, number][])
        apart.set(one, (apart.get(one) ?? new Set()).add(other));
      continue;
    }
    for (const other of alive) {
      sums[kept]![other]! += sums[merged]![other]!;
      sums[other]![kept] = sums[kept]![other]!;
    }
    groups[kept]!.push(...groups[merged]!);
    alive.delete(merged);
    // What is larger now may be connected by more.
    for (const other of apart.get(kept) ?? []) apart.get(other)?.delete(kept);
    apart.delete(kept);
  }
}

/** Things that are less alike than this are about different events. */
const different = -0.02;

/** Whether two groups are about different events but for one thing, which is like those of the other group. */
function isBridged(
  a: readonly number[],
  b: readonly number[],
  likeness: (one: number, other: number) => number,
): boolean {
  if (a.length + b.length < 3) return false;
  const ofA = a.map(one => b.reduce((sum, other) => sum + likeness(one, other), 0));
  const ofB = b.map(other => a.reduce((sum, one) => sum + likeness(one, other), 0));
  const all = ofA.reduce((sum, value) => sum + value, 0);
  const isWithoutBest = (sums: readonly number[], each: number) =>
    sums.length > 1 && (all - Math.max(...sums)) / (each * (sums.length - 1)) < different;
  return isWithoutBest(ofA, b.length) || isWithoutBest(ofB, a.length);
}

/** The most similar two that are at least as similar as `from`; null if none are. */
function closest(
  among: number[],
  similarity: (a: number, b: number) => number,
  from: number,
): [number, number] | null {
  let best: [number, number] | null = null;
  let most = from;
  for (const [at, a] of among.entries())
    for (const b of among.slice(at + 1)) {
      const value = similarity(a, b);
      if (value < most || (value === most && best !== null)) continue;
      best = [a, b];
      most = value;
    }
  return best;
}
