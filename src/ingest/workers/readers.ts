import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Article } from '../../system/article.ts';
import type { Refusal, RefusalCode } from '../../system/refusal.ts';
import { threadEnvironment } from '../../system/thread-environment.ts';
import type { Answer, Job } from './job.ts';

export type Readers = {
  /** How many articles are read at once. */
  threads: number;
  /** How many articles are worth handing over ahead: then no thread waits while what was read is stored. */
  ahead: number;
  /**
   * Reads an article on another thread, which is started when it is first needed. Gives the reading as JSON,
   * or why there is none. Rejects only where no thread can be started or the readers are closed.
   * @param options.keep true: the reading is to be stored, with the text its offsets refer to
   */
  read(article: Article, options?: { keep?: boolean }): Promise<Answered>;
  /** Ends the threads, whatever they are at. */
  close(): Promise<void>;
};

/** What one text may cost; beyond that it is refused. */
export type ReadingLimits = {
  /** UTF-16 code units of the text or page. */
  characters: number;
  /** Seconds of reading. */
  seconds: number;
  /** Megabytes of a thread's heap. */
  megabytes: number;
};

const defaultLimits: ReadingLimits = { characters: 2_000_000, seconds: 20, megabytes: 300 };

type Answered = { json: string } | { refused: Refusal };

type Task = {
  job: Job;
  /** How many threads have crashed on it. */
  crashes: number;
  resolve(answer: Answered): void;
  reject(error: Error): void;
};
type Thread = {
  worker: Worker;
  /** What it was given: it is at the first. */
  tasks: Task[];
  ready: boolean;
  error: Error | null;
  /** Runs while the thread reads. */
  timer: NodeJS.Timeout | undefined;
  /** It is being ended. */
  stopped: boolean;
};

/** More threads than this need more memory than they are worth. */
const threadLimit = 4;
/** What a thread takes with the language model, in megabytes: there are no more threads than fit into free memory. */
const threadMegabytes = 200;
/** How many articles are given to a thread ahead: about as many as it reads while a transaction of articles is stored. */
const tasksPerThread = 16;
/** Of a thread's heap, the part for new objects, in megabytes: with less, collecting it often slows reading down. */
const newObjectsMegabytes = 16;
/** A thread takes about as long to start as this many characters of articles take to be read. */
const charactersPerStart = 100_000;

/**
 * Threads that read. One that crashes on an article is replaced and the article tried once more; if the second
 * crashes too, the article is refused. One that takes too long or too much memory is replaced as well, and the
 * article refused at once.
 * @param options.knowledge the folder of what the reader knows
 * @param options.threads by default one fewer than the machine has processors, as many as free memory has room for, four
 *   at most: the thread that stores what was read, and a bot next to it, have a processor left
 * @param options.limits for one text
 * @param options.program what a thread runs
 * @param options.early true: a thread is started at once, ahead of the first article
 */
export function createReaders(options: {
  knowledge: string;
  threads?: number;
  limits?: ReadingLimits;
  program?: URL;
  early?: boolean;
}): Readers {
  const { knowledge, limits = defaultLimits, program = new URL('./worker.ts', import.meta.url) } = options;
  const maxThreads =
    options.threads ?? Math.max(1, Math.min(threadLimit, availableParallelism() - 1, threadsThatFit()));
  const threads = new Set<Thread>();
  const waiting: Task[] = [];
  let broken: Error | null = null;
  /** In characters, of all articles so far. */
  let characters = 0;

  const start = (): Thread => {
    const worker = new Worker(program, {
      workerData: knowledge,
      env: threadEnvironment(),
      resourceLimits: {
        maxOldGenerationSizeMb: limits.megabytes,
        maxYoungGenerationSizeMb: newObjectsMegabytes,
      },
    });
    const thread: Thread = {
      worker,
      tasks: [],
      ready: false,
      error: null,
      timer: undefined,
      stopped: false,
    };
    threads.add(thread);
    worker.on('message', (answer: Answer) => {
      if (answer === 'ready') {
        thread.ready = true;
        // Only now does it begin with the task that it was started for.
        if (thread.tasks.length > 0) watch(thread);
      } else {
        finish(thread, answer);
        dispatch();
      }
    });
    worker.on('error', error => {
      thread.error = error as Error;
    });
    worker.on('exit', () => onExit(thread));
    return thread;
  };

  const watch = (thread: Thread) => {
    thread.timer = setTimeout(() => {
      thread.tasks.shift()?.resolve(refused(`reading it took more than ${limits.seconds} s`, 'too-slow'));
      thread.stopped = true;
      void thread.worker.terminate();
    }, limits.seconds * 1000);
  };

  const finish = (thread: Thread, answer: Answered) => {
    clearTimeout(thread.timer);
    thread.tasks.shift()?.resolve(answer);
    if (thread.tasks.length > 0) watch(thread);
  };

  const onExit = (thread: Thread) => {
    clearTimeout(thread.timer);
    threads.delete(thread);
    const { error } = thread;
    // Of a thread that was ended, none of those that are left is at fault.
    const task = thread.stopped ? undefined : thread.tasks.shift();
    if (broken) for (const other of thread.tasks) other.reject(broken);
    else waiting.unshift(...thread.tasks);
    if (!thread.ready && !broken)
      failAll(new Error(`the reader cannot start: ${error?.message ?? 'its thread ended'}`));
    if (task) {
      task.crashes += 1;
      if (broken) task.reject(broken);
      else if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY')
        task.resolve(refused(`reading it takes more than ${limits.megabytes} MB of memory`, 'too-large'));
      else if (task.crashes < 2) waiting.unshift(task);
      else task.resolve(refused(`the reader crashed on it, twice${why(error)}`, 'failed'));
    }
    dispatch();
  };

  const failAll = (error: Error) => {
    broken = error;
    for (const task of waiting.splice(0)) task.reject(error);
  };

  const dispatch = () => {
    while (waiting.length > 0) {
      const least = [...threads]
        .filter(({ stopped }) => !stopped)
        .sort((a, b) => a.tasks.length - b.tasks.length)[0];
      const isFree = least?.tasks.length === 0;
      const mayStart = threads.size < maxThreads && characters >= threads.size * charactersPerStart;
      if (!mayStart && (!least || least.tasks.length >= tasksPerThread)) return;
      const thread = isFree || !mayStart ? least! : start();
      const task = waiting.shift()!;
      thread.worker.postMessage(task.job);
      if (thread.tasks.push(task) === 1 && thread.ready) watch(thread);
    }
  };

  if (options.early) start();

  return {
    threads: maxThreads,
    ahead: maxThreads * tasksPerThread,
    read: (article, { keep = false } = {}) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken);
        const length = article.text.length + (article.html?.length ?? 0);
        if (length > limits.characters)
          return resolve(
            refused(`it has ${length} characters, more than the ${limits.characters} allowed`, 'too-long'),
          );
        characters += length;
        waiting.push({ job: { article, keep }, crashes: 0, resolve, reject });
        dispatch();
      }),
    async close() {
      failAll(new Error('the readers are closed'));
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

function refused(reason: string, code: RefusalCode): Answered {
  return { refused: { reason, code } };
}

function threadsThatFit(): number {
  return Math.floor(process.availableMemory() / 2 ** 20 / threadMegabytes);
}

function why(error: Error | null): string {
  return error === null ? '' : ` (${error.message})`;
}
