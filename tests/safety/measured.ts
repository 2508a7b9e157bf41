import { readFileSync } from 'node:fs';

/**
 * A pattern that recheck calls slow, or doesn't come to an end with, and that is linear in Node, on this text:
 * `pump` repeated between `prefix` and `suffix`.
 */
export type Measured = { pattern: string; why: string; prefix: string; pump: string; suffix: string };

export const measured: Measured[] = JSON.parse(
  readFileSync(new URL('./measured.json', import.meta.url), 'utf8'),
);

/** Four times the length may take so many times as long: squares take sixteen. */
export const mostGrowth = 8;

/** How many times as long (in this thread's own time) the pattern takes on its text at four times the length. */
export function growthOf({ pattern, prefix, pump, suffix }: Measured, length = 10_000): number {
  const end = pattern.lastIndexOf('/');
  const made = new RegExp(pattern.slice(1, end), pattern.slice(end + 1).replace(/[gy]/g, ''));
  const timeOf = (length: number) => {
    const text = prefix + pump.repeat(length / pump.length) + suffix;
    // Node compiles a pattern when it is first used, and again when it is used more.
    for (let warm = 0; warm < 3; warm++) made.test(text);
    for (let times = 1; ; times *= 4) {
      const start = process.threadCpuUsage();
      for (let run = 0; run < times; run++) made.test(text);
      const { user, system } = process.threadCpuUsage(start);
      if (user + system > enough) return (user + system) / times;
    }
  };
  return timeOf(4 * length) / timeOf(length);
}

/** Less, in microseconds, is told too roughly to divide by. */
const enough = 20_000;
