/**
 * A process of its own beside the one that measures: adds articles to a library, removes a source from it, or asks
 * every kind of question and says how much memory it takes.
 */
import { constants, setPriority } from 'node:os';
import { openLibrary } from '../../../src/store.ts';
import { inventedReading } from '../invented.ts';
import { measureAnswers } from './answers.ts';

const [what, file = '', from = '0', count = '0'] = process.argv.slice(2);
const say = (words: object) => process.send?.(words);

// As the commands that it stands for do.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

if (what === 'add') {
  const library = openLibrary(file, { patience: Number.POSITIVE_INFINITY });
  for (let at = 0; at < Number(count); at += 10) {
    const readings = Array.from({ length: 10 }, (_, n) => inventedReading(Number(from) + at + n));
    await library.articles.addAll(readings, { now: 0 });
  }
  library.close();
} else if (what === 'remove') {
  const library = openLibrary(file, { patience: Number.POSITIVE_INFINITY });
  let removed = 0;
  for (let some = -1; some !== 0 && removed < Number(count); removed += some)
    some = await library.articles.removeSource(from, 5);
  say({ removed });
  library.close();
} else {
  const kinds = await measureAnswers(file);
  say({ kinds, resident: process.memoryUsage.rss() });
}
process.disconnect?.();
