import { join } from 'node:path';
import { isMainThread, parentPort } from 'node:worker_threads';
import { loadKnowledge } from '../../src/ingest/workers/knowledge-files.ts';
import type { Pattern } from './patterns.ts';

/**
 * The thread that hears of every `new RegExp(…)` of our own modules: the world's RegExp is replaced before they
 * are loaded, which is why it is a thread and no function. Literals don't come by here.
 */
if (isMainThread || parentPort === null) throw new Error('this is a thread of patterns.ts');

const source = new URL('../../src/', import.meta.url).href;
const built: Pattern[] = [];
const Native = RegExp;
const place = new Native(`${source}([^:]+):(\\d+)`);

globalThis.RegExp = new Proxy(Native, {
  construct(target, [pattern, flags], self): RegExp {
    const made = Reflect.construct(target, [pattern, flags], self) as RegExp;
    const [, file, line] = place.exec(new Error().stack?.split('\n')[2] ?? '') ?? [];
    if (file) built.push({ at: `${file}:${line}`, source: made.source, flags: made.flags });
    return made;
  },
});

parentPort.once('message', async (files: string[]) => {
  for (const file of files) await import(new URL(file, source).href);
  const knowledge = loadKnowledge(join(import.meta.dirname, '../../data/knowledge'));
  const { dateForms } = await import('../../src/reading/dates/forms/forms.ts');
  dateForms(knowledge.months);
  const { boilerplateDetector } = await import('../../src/reading/layout/boilerplate.ts');
  boilerplateDetector(knowledge.boilerplate);
  const { loadLanguages } = await import('../../src/languages/languages.ts');
  const { withEnglishAbout, withEnglishAnd, withEnglishPeriod } = await import(
    '../../src/languages/in-english.ts'
  );
  const { wishPatterns } = await import('../../src/bot/subscriptions/wishes.ts');
  const { readersLibrary } = await import('../../src/answers/readers-library.ts');
  const { vocabulary } = loadLanguages();
  wishPatterns(vocabulary);
  for (const read of [withEnglishAbout, withEnglishAnd, withEnglishPeriod]) read('Name 2022', vocabulary);
  const reader = {
    topicLabel: () => undefined,
    script: 'Cyrillic',
    quoteMarks: ['«', '»'],
    vocabulary,
  } as const;
  readersLibrary({} as Parameters<typeof readersLibrary>[0], reader);
  parentPort?.postMessage(built);
});
