import { fork } from 'node:child_process';
import { once } from 'node:events';
import { answer } from '../../../src/answers/asking/registry.ts';
import type { Question } from '../../../src/answers/page/question.ts';
import { openLibrary } from '../../../src/store.ts';
import { compiledBefore, startOptions } from '../../start-options.ts';
import { quantile } from './answers.ts';

const worker = new URL('./worker.ts', import.meta.url);

const questions: ((name: string) => Question)[] = [
  name => ({ kind: 'who', name }),
  name => ({ kind: 'timeline', about: name }),
  name => ({ kind: 'search', words: name.split(' ')[0]!.toLowerCase() }),
  () => ({ kind: 'latest' }),
];

/** By the clock, in milliseconds: answers, storing an update as it arrives, and the longest of all. */
export type BesideFigures = { answersP99: number; writesP99: number; longest: number; count: number };

/** Runs a worker and gives what it said; the one that asks is run as the bot is. */
export async function run(...args: (string | number)[]): Promise<Record<string, unknown>> {
  const child = fork(worker, args.map(String), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: args[0] === 'ask' ? startOptions : [],
    env: { ...process.env, NODE_COMPILE_CACHE: compiledBefore },
  });
  let said = {};
  child.on('message', words => {
    said = words as object;
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the worker ended with ${code}`);
  return said;
}

/**
 * Asks and stores updates in the library at `file`, again and again until `until` is done; how long each took. Nothing
 * is asked twice through one connection: an answer that was kept would say how fast that is, not the library.
 */
export async function askBeside(file: string, until: Promise<unknown>): Promise<BesideFigures> {
  const open = () => openLibrary(file, { readNews: true, patience: Number.POSITIVE_INFINITY });
  let library = open();
  const names = (await library.people.leading(20)).map(({ name }) => name);
  const [answers, writes]: [number[], number[]] = [[], []];
  let done = false;
  void until.finally(() => {
    done = true;
  });
  for (let number = 0; !done; number += 1) {
    const name = names[Math.floor(number / questions.length) % names.length]!;
    if (number > 0 && number % (names.length * questions.length) === 0) {
      library.close();
      library = open();
    }
    const began = performance.now();
    await library.inbox.receive([{ updateId: Date.now() * 1000 + number, queue: 'chat 1', body: '{}' }], 0);
    const written = performance.now();
    await answer(library, questions[number % questions.length]!(name), { page: 1, chat: 'private' });
    writes.push(written - began);
    answers.push(performance.now() - written);
    await new Promise(resolve => setImmediate(resolve));
  }
  await until;
  library.close();
  for (const list of [answers, writes]) list.sort((a, b) => a - b);
  return {
    answersP99: quantile(answers, 0.99),
    writesP99: quantile(writes, 0.99),
    longest: Math.max(answers.at(-1) ?? 0, writes.at(-1) ?? 0),
    count: answers.length,
  };
}
