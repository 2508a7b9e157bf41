/** A seeded source of numbers from 0 to 1 (mulberry32): the same seed gives the same run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** Letters and other signs that are safe in addresses, as in ids of files. */
export function randomLetters(random: () => number, length: number): string {
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
}

/** A number of `length` digits that does not begin with a zero. */
export function randomDigits(random: () => number, length: number): string {
  return Array.from({ length }, (_, index) => Math.floor(random() * (index ? 10 : 9)) + (index ? 0 : 1)).join(
    '',
  );
}
