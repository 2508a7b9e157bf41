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

type Task = {
  job: Job;
  /** How many threads have crashed on it. */
  crashes: number;
  resolve(answer: { json: string } | { refused: string }): void;
  reject(error: Error): void;
};
type Thread = { worker: Worker; task: Task | null; ready: boolean; error: Error | null };

/** More threads than this need more memory than they are worth. */
const threadLimit = 4;
/** A thread takes about as long to start as so many characters of articles take to be read. */
const charactersPerStart = 100_000;

/**
 * Threads that read. One that ends over an article is replaced and the article tried once more; when the
 * second ends too, the article is refused.
 * @param options.knowledge the folder of what the reader knows
 * @param options.threads by default as many as the machine has processors, four at most
 * @param options.program what a thread runs
 */
export function createReaders(options: { knowledge: string; threads?: number; program?: URL }): Readers {
  const { knowledge, program = new URL('./worker.ts', import.meta.url) } = options;
  const maxThreads = options.threads ?? Math.min(threadLimit, availableParallelism());
  const threads = new Set<Thread>();
  const waiting: Task[] = [];
  let broken: Error | null = null;
  /** In characters, of all articles so far. */
  let characters = 0;

  const start = (): Thread => {
    const worker = new Worker(program, { workerData: knowledge });
    const thread: Thread = { worker, task: null, ready: false, error: null };
    threads.add(thread);
    worker.on('message', (answer: Answer) => {
      if (answer === 'ready') thread.ready = true;
      else {
        thread.task?.resolve(answer);
        thread.task = null;
        dispatch();
      }
    });
    worker.on('error', error => {
      thread.error = error as Error;
    });
    worker.on('exit', () => onExit(thread));
    return thread;
  };

  const onExit = (thread: Thread) => {
    threads.delete(thread);
    const { task } = thread;
    if (!thread.ready && !broken)
      failAll(new Error(`the reader cannot start: ${thread.error?.message ?? 'its thread ended'}`));
    if (!task) return;
    task.crashes += 1;
    if (broken) task.reject(broken);
    else if (task.crashes < 2) waiting.unshift(task);
    else task.resolve({ refused: `the reader crashed on it, twice${why(thread.error)}` });
    dispatch();
  };

  const failAll = (error: Error) => {
    broken = error;
    for (const task of waiting.splice(0)) task.reject(error);
  };

  const dispatch = () => {
    while (waiting.length > 0) {
      const free = [...threads].find(thread => thread.task === null);
      if (!free && (threads.size >= maxThreads || characters < threads.size * charactersPerStart)) return;
      const thread = free ?? start();
      thread.task = waiting.shift()!;
      thread.worker.postMessage(thread.task.job);
    }
  };

  return {
    threads: maxThreads,
    read: (article, { keep = false } = {}) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken);
        characters += article.text.length + (article.html?.length ?? 0);
        waiting.push({ job: { article, keep }, crashes: 0, resolve, reject });
        dispatch();
      }),
    async close() {
      failAll(new Error('the readers are closed'));
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

function why(error: Error | null): string {
  return error === null ? '' : ` (${error.message})`;
}
