/**
 * A process to be killed while it writes to the two files of a library: `open` takes over an older database, `load`
 * loads readings, `plan` adds an article a day to the news and puts the day's digests in line. It waits for the word to
 * begin, so that a kill falls into the work and not into the start.
 */
import { PassThrough } from 'node:stream';
import { buttonEncoder, linkEncoder } from '../../../src/bot/core/buttons.ts';
import { run } from '../../../src/commands/run.ts';
import { planDue } from '../../../src/digests/planner.ts';
import { loadMessages } from '../../../src/rendering/messages.ts';
import { openLibrary } from '../../../src/store.ts';
import { createLog } from '../../../src/system/log.ts';
import { article } from '../articles.ts';

const [work = '', file = '', more = ''] = process.argv.slice(2);
const start = Date.UTC(2030, 0, 7, 9);
const dayLength = 86_400_000;

const works: Record<string, () => Promise<void>> = {
  open: async () => openLibrary(file).close(),
  load: async () => {
    const out = new PassThrough();
    out.resume();
    const io = {
      environment: { DATABASE: file },
      folder: process.cwd(),
      out,
      err: out,
      input: new PassThrough(),
    };
    if ((await run(['load', more], io)) !== 0) throw new Error('the load failed');
  },
  plan: async () => {
    const library = openLibrary(file);
    const messages = loadMessages();
    const parts = {
      library,
      libraryFor: () => library,
      messagesOf: async () => messages,
      log: createLog('silent'),
      encoders: { chat: buttonEncoder('bot'), channel: linkEncoder('bot') },
    };
    for (let day = await library.articles.count(); day <= Number(more); day += 1) {
      const now = start + day * dayLength;
      if (day < Number(more)) await library.articles.add(article(day + 1), { now });
      await planDue(parts, now, { stopping: () => false, onPlanned: () => {} });
    }
    library.close();
  },
};

process.on('message', () => {
  works[work]!().then(
    () => process.exit(0),
    error => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(1));
process.send?.('ready');
