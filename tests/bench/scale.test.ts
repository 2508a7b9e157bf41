import { expect, test } from 'vitest';
import { scaleLines } from './scale/report.ts';
import { benchScale } from './scale/scale.ts';

test('libraries of each size are measured with every kind of question, next to a load and a removal', async () => {
  const figures = await benchScale({ base: 40, times: [3], added: 10, removed: 5, aloneFor: 50 });
  expect(figures.map(({ articles }) => articles)).toEqual([4, 40, 120]);
  const last = figures.at(-1)!;
  expect(last.kinds.length).toBeGreaterThan(10);
  expect(last.loading!.count).toBeGreaterThan(0);
  expect(last.removing!.removed).toBeGreaterThan(0);
  const lines = scaleLines(figures);
  expect(lines[0]).toMatch(/articles\s+4\s+40\s+120/);
  expect(lines.join('\n')).toContain('adding costs');
}, 60_000);
