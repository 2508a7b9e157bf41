import { join } from 'node:path';
import { linesIn } from '../bench.ts';
import type { Figures, Task } from '../metric.ts';
import { partOf } from '../parts.ts';

/** How a command line that does not know an option answers. */
const wrongUsage = 64;

/** Scores feeds against a folder's `expect.jsonl` by `score_feeds.py`, which lies with the other scorers. */
export function feedsTask(folder: string, scorers: string): Task {
  const file = `${folder.split('/').slice(-2).join('/')}`;
  return {
    metric: 'feeds',
    file,
    run: bench => {
      const expected = partOf(
        linesIn<{ file: string }>(join(folder, 'expect.jsonl')),
        bench.part,
        each => each.file,
      );
      const paths = [...new Set(expected.map(each => join(folder, each.file)))];
      const { code, out } = bench.communique('none', 'read', '--feed', ...paths);
      if (code === wrongUsage) return { file, reason: 'the program has no `read --feed` yet' };
      // The scorer looks for `expect.jsonl` in the folder it is given: here, that of the part.
      bench.keep('expect.jsonl', expected);
      const items = bench.keep(
        'feed-items.jsonl',
        out
          .split('\n')
          .filter(Boolean)
          .map(line => JSON.parse(line)),
      );
      const lines = bench.python(join(scorers, 'score_feeds.py'), bench.scratch, items).trimEnd().split('\n');
      return {
        metric: 'feeds',
        file,
        documents: paths.length,
        details: lines.slice(0, -1).join('\n'),
        figures: JSON.parse(lines.at(-1)!) as Figures,
      };
    },
  };
}
