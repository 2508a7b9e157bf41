/**
 * A process of its own next to the one that measures, with its own memory: adds articles to a library, removes outlets
 * from it, asks every kind of question as a bot would, or loads a file. Says what it found at the end.
 */
import { existsSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { openLibrary } from '../../../src/store.ts';
import { inventedReading } from '../invented.ts';
import { measureAnswers } from './answers.ts';

const [what, file = '', from = '0', count = '0'] = process.argv.slice(2);
const batch = 20;
const outlets = 40;

/**
 * Megabytes at the highest. Linux counts into `maxRSS` what the process that started this one took at that moment, so it
 * is read from the kernel's own record there.
 */
function peak(): number {
  const status = existsSync(statusFile) ? readFileSync(statusFile, 'utf8') : '';
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kilobytes) / 1024;
}
const statusFile = '/proc/self/status';

const tasks: Record<string, () => Promise<object>> = {
  add: async () => {
    const library = openLibrary(file, { patience: Number.POSITIVE_INFINITY });
    for (let at = 0; at < Number(count); at += batch) {
      const readings = Array.from({ length: batch }, (_, n) => inventedReading(Number(from) + at + n));
      await library.articles.addAll(readings, { now: 0 });
    }
    library.close();
    return {};
  },
  remove: async () => {
    const { articles, close } = openLibrary(file, { patience: Number.POSITIVE_INFINITY });
    let removed = 0;
    for (let outlet = 0; outlet < outlets && removed < Number(count); outlet += 1)
      for (let some = -1; some !== 0 && removed < Number(count); removed += some)
        some = await articles.removeSource(`Outlet ${outlet}`, 5);
    close();
    return { removed };
  },
  ask: async () => {
    // With all that the bot is made of in memory.
    await import('../../../src/app.ts');
    const kinds = await measureAnswers(file, Number(from));
    return { kinds, resident: process.memoryUsage.rss() / 2 ** 20 };
  },
  load: async () => {
    process.env.DATABASE = file;
    process.argv.splice(2, Number.POSITIVE_INFINITY, 'load', from);
    process.on('exit', () => process.send?.({ resident: peak() }));
    // Ends the process itself.
    await import('../../../src/main.ts');
    return {};
  },
};

// As the commands that it stands for do.
if (what !== 'ask') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.send?.(await tasks[what ?? '']!());
process.disconnect?.();
