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
  /** By group those with which only one thing connects it. */
  const apart = groups.map(() => new Set<number>());
  for (;;) {
    const average = (a: number, b: number) =>
      apart[a]!.has(b) ? -1 : sums[a]![b]! / (groups[a]!.length * groups[b]!.length);
    const pair = closest([...alive], average, from);
    if (pair === null) return [...alive].map(at => groups[at]!);
    const [kept, merged] = pair;
    const between = groups[kept]!.map(one => groups[merged]!.map(other => alike[one * things + other]!));
    if (isBridged(between)) {
      apart[kept]!.add(merged);
      apart[merged]!.add(kept);
      continue;
    }
    for (const other of alive) {
      sums[kept]![other]! += sums[merged]![other]!;
      sums[other]![kept] = sums[kept]![other]!;
    }
    groups[kept]!.push(...groups[merged]!);
    alive.delete(merged);
    // What is larger now may be connected by more.
    for (const other of apart[kept]!) apart[other]!.delete(kept);
    apart[kept]!.clear();
  }
}

/** Things that are less alike than this are about different events. */
const different = -0.02;

/** Whether two groups, between whose things these are the similarities, are about different events but for one thing. */
function isBridged(between: readonly number[][]): boolean {
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const ofRows = between.map(total);
  const all = total(ofRows);
  const isWithoutBest = (sums: readonly number[], each: number) =>
    sums.length > 1 && (all - Math.max(...sums)) / (each * (sums.length - 1)) < different;
  const columns = between[0]!.length;
  if (isWithoutBest(ofRows, columns)) return true;
  const ofColumns = between[0]!.map((_, at) => total(between.map(row => row[at]!)));
  return isWithoutBest(ofColumns, between.length);
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
