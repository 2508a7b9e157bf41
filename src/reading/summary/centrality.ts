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
  less.forEach((count, word) => {
    shared += count * (more.get(word) ?? 0);
  });
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
  const ranks = new Float64Array(count).fill(1 / count);
  const linked = new Float64Array(count);
  for (let round = 0; round < rounds; round++) {
    linked.fill(0);
    for (let at = 0; at < count; at++) {
      if (sums[at]! <= 0) continue;
      const share = ranks[at]! / sums[at]!;
      const row = links[at]!;
      for (let to = 0; to < count; to++) linked[to]! += share * row[to]!;
    }
    for (let at = 0; at < count; at++) ranks[at] = (1 - damping) / count + damping * linked[at]!;
  }
  const top = ranks.reduce((most, rank) => Math.max(most, rank), Number.MIN_VALUE);
  return Array.from(ranks, rank => rank / top);
}

/** The similarity of each bag to each other, 0 to itself: by the words that two share, as most share few. */
export function likenesses(bags: Bag[]): Float64Array[] {
  const links = bags.map(() => new Float64Array(bags.length));
  /** For each word the bags that have it, by their indexes: most words are in one only. */
  const holders = new Map<string, number | number[]>();
  for (let at = 0; at < bags.length; at++) {
    const row = links[at]!;
    bags[at]!.counts.forEach((count, word) => {
      const known = holders.get(word);
      if (known === undefined) {
        holders.set(word, at);
        return;
      }
      const others = typeof known === 'number' ? [known] : known;
      for (const other of others) row[other]! += count * bags[other]!.counts.get(word)!;
      others.push(at);
      if (others !== known) holders.set(word, others);
    });
  }
  for (const [at, row] of links.entries())
    for (let other = 0; other < at; other++)
      if (row[other]! > 0)
        row[other] = links[other]![at] = row[other]! / (bags[at]!.norm * bags[other]!.norm);
  return links;
}
