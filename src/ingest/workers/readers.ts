import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Article } from '../../system/article.ts';
import type { Answer, Job } from './job.ts';

export type Readers = {
  /** How many articles are read at once. */
  threads: number;
  /**
   * Reads an article on another thread, which is started when it is first needed. Gives the reading as JSON,
   * or why there is none. Rejects only where no thread can be started or the readers are closed.
   * @param options.keep true: the reading is to be stored, with the text its offsets refer to
   */
  read(article: Article, options?: { keep?: boolean }): Promise<{ json: string } | { refused: string }>;
  /** Ends the threads, whatever they are at. */
  close(): Promise<void>;
};

type Asked = {
  job: Job;
  /** How many threads have ended over it. */
  ended: number;
  resolve(answer: { json: string } | { refused: string }): void;
  reject(error: Error): void;
};
type Thread = { worker: Worker; asked: Asked | null; ready: boolean; error: Error | null };

/** More threads than this need more memory than they are worth. */
const mostThreads = 4;
/** A thread takes about as long to start as so many characters of articles take to be read. */
const startingCost = 100_000;

/**
 * Threads that read. One that ends over an article is replaced and the article tried once more; when the
 * second ends too, the article is refused.
 * @param options.knowledge the folder of what the reader knows
 * @param options.threads as many as the machine has processors, four at most, unless told
 * @param options.program what a thread runs
 */
export function createReaders(options: { knowledge: string; threads?: number; program?: URL }): Readers {
  const { knowledge, program = new URL('./worker.ts', import.meta.url) } = options;
  const most = options.threads ?? Math.min(mostThreads, availableParallelism());
  const threads = new Set<Thread>();
  const waiting: Asked[] = [];
  let broken: Error | null = null;
  /** In characters, of all articles so far. */
  let characters = 0;

  const start = (): Thread => {
    const worker = new Worker(program, { workerData: knowledge });
    const thread: Thread = { worker, asked: null, ready: false, error: null };
    threads.add(thread);
    worker.on('message', (answer: Answer) => {
      if (answer === 'ready') thread.ready = true;
      else {
        thread.asked?.resolve(answer);
        thread.asked = null;
        giveOut();
      }
    });
    worker.on('error', error => {
      thread.error = error as Error;
    });
    worker.on('exit', () => ended(thread));
    return thread;
  };

  const ended = (thread: Thread) => {
    threads.delete(thread);
    const { asked } = thread;
    if (!thread.ready && !broken)
      giveUp(new Error(`the reader cannot start: ${thread.error?.message ?? 'its thread ended'}`));
    if (!asked) return;
    asked.ended += 1;
    if (broken) asked.reject(broken);
    else if (asked.ended < 2) waiting.unshift(asked);
    else asked.resolve({ refused: `the reader broke off at it, twice${why(thread.error)}` });
    giveOut();
  };

  const giveUp = (error: Error) => {
    broken = error;
    for (const asked of waiting.splice(0)) asked.reject(error);
  };

  const giveOut = () => {
    while (waiting.length > 0) {
      const free = [...threads].find(thread => thread.asked === null);
      if (!free && (threads.size >= most || characters < threads.size * startingCost)) return;
      const thread = free ?? start();
      thread.asked = waiting.shift()!;
      thread.worker.postMessage(thread.asked.job);
    }
  };

  return {
    threads: most,
    read: (article, { keep = false } = {}) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken);
        characters += article.text.length + (article.html?.length ?? 0);
        waiting.push({ job: { article, keep }, ended: 0, resolve, reject });
        giveOut();
      }),
    async close() {
      giveUp(new Error('the readers are closed'));
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

function why(error: Error | null): string {
  return error === null ? '' : ` (${error.message})`;
}
