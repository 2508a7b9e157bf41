/** A figure with its name; one that must be zero, or may not be above `most`, decides whether the campaign passes. */
export type Line = [name: string, value: number, bound?: 'zero' | { most: number }, remark?: string];

/** Prints figures under each other; the process ends with 1 where one of them is out of bounds. */
export function report(title: string, lines: Line[]): void {
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  console.log(title);
  for (const [name, value, bound, remark] of lines) {
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(3);
    const out = bound !== undefined && value > (bound === 'zero' ? 0 : bound.most);
    if (out) process.exitCode = 1;
    console.log(`${name.padEnd(width)}${shown}${remark ? ` ${remark}` : ''}${out ? '  ← too many' : ''}`);
  }
}

/** For the time that a campaign has taken. */
export function stopwatch(): () => string {
  const started = Date.now();
  return () => `${Math.round((Date.now() - started) / 1000)} s`;
}
