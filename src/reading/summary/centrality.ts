/** Words with how often they occur in a sentence, and the length of that as a vector. */
export type Bag = { counts: Map<string, number>; norm: number };

/** Counts words. */
export function bagOf(words: Iterable<string>): Bag {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum += count * count;
  return { counts, norm: Math.sqrt(sum) };
}

/** Cosine of two bags of words, from 0 to 1. */
export function similarity(a: Bag, b: Bag): number {
  const [less, more] = a.counts.size < b.counts.size ? [a.counts, b.counts] : [b.counts, a.counts];
  let shared = 0;
  for (const [word, count] of less) shared += count * (more.get(word) ?? 0);
  return shared === 0 ? 0 : shared / (a.norm * b.norm);
}

const rounds = 15;
/** How much of its rank a sentence hands on to those like it. */
const damping = 0.85;

/**
 * LexRank (Erkan and Radev, 2004): a sentence is worth as much as the sentences that are like it. From 0 to 1, the
 * best has 1. Takes the square of the number of sentences.
 * @param links the likeness of each sentence to each other
 */
export function centralities(links: Float64Array[]): number[] {
  const count = links.length;
  const sums = links.map(row => row.reduce((sum, weight) => sum + weight, 0));
  let ranks = new Float64Array(count).fill(1 / count);
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      if (sums[at]! <= 0) continue;
      const share = ranks[at]! / sums[at]!;
      const row = links[at]!;
      for (let to = 0; to < count; to++) next[to]! += share * row[to]!;
    }
    ranks = next.map(linked => (1 - damping) / count + damping * linked);
  }
  const top = ranks.reduce((most, rank) => Math.max(most, rank), Number.MIN_VALUE);
  return Array.from(ranks, rank => rank / top);
}

/** The similarity of each bag to each other, 0 to itself: by the words that two share, as most share few. */
export function likenesses(bags: Bag[]): Float64Array[] {
  const links = bags.map(() => new Float64Array(bags.length));
  const holders = new Map<string, { at: number; count: number }[]>();
  for (const [at, { counts }] of bags.entries()) {
    const row = links[at]!;
    for (const [word, count] of counts) {
      const others = holders.get(word);
      if (!others) holders.set(word, [{ at, count }]);
      else {
        for (const other of others) row[other.at]! += count * other.count;
        others.push({ at, count });
      }
    }
  }
  for (const [at, row] of links.entries())
    for (let other = 0; other < at; other++)
      if (row[other]! > 0)
        row[other] = links[other]![at] = row[other]! / (bags[at]!.norm * bags[other]!.norm);
  return links;
}
