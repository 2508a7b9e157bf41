/**
 * Groups things by average linkage, the two most similar groups first, until no two are as similar as `from`. The
 * result does not depend on the order of the things. (Agglomerative clustering; Sokal and Michener, 1958.)
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
  // The sum of the similarities between each two groups: that of a merged group is the sum of its parts'.
  const sums = groups.map(() => new Array<number>(groups.length).fill(0));
  for (const [a, ofA] of groups.entries())
    for (let b = a + 1; b < groups.length; b++) {
      let sum = 0;
      for (const one of ofA) for (const other of groups[b]!) sum += similarity(one, other);
      sums[a]![b] = sum;
      sums[b]![a] = sum;
    }
  const alive = new Set(groups.keys());
  for (;;) {
    const pair = closest([...alive], (a, b) => sums[a]![b]! / (groups[a]!.length * groups[b]!.length), from);
    if (pair === null) return [...alive].map(at => groups[at]!);
    const [kept, merged] = pair;
    for (const other of alive) {
      sums[kept]![other]! += sums[merged]![other]!;
      sums[other]![kept] = sums[kept]![other]!;
    }
    groups[kept]!.push(...groups[merged]!);
    alive.delete(merged);
  }
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
