import { Worker } from 'node:worker_threads';
import { threadEnvironment } from '../../system/thread-environment.ts';
import type { NoFeed } from '../feeds/feed.ts';
import type { Answers, Job, Kind, Received } from './job.ts';

/**
 * Parses what others wrote, on a thread of its own: one element with 200,000 attributes keeps every parser busy
 * for seconds, and a hostile text fills the memory.
 */
export type Parser = {
  /** A feed of any format, `reason` if there is none. */
  feed(received: Received): Promise<Answers['feed']>;
  /** The feeds that a page names. */
  page(received: Received): Promise<Answers['page'] | { reason: NoFeed['reason'] }>;
  /** A list of feeds. */
  opml(received: Received): Promise<Answers['opml']>;
  /** Ends the thread; what is under way is answered by `too-slow`. */
  close(): Promise<void>;
};

export type ParserLimits = {
  /** Bytes, decompressed. */
  bytes?: number;
  /** Milliseconds. */
  time?: number;
  /** Of the thread's memory, in megabytes. */
  memory?: number;
};

/** No feed that is meant to be read is larger, decompressed. */
export const mostBytes = 15_000_000;

type Asked = { job: Job; resolve(answer: never): void };

/**
 * A parser whose thread is started when it is first needed, and again after one that ran into a limit. Jobs wait
 * for one another. The thread keeps no process alive.
 */
export function createParser({ bytes = mostBytes, time = 10_000, memory = 256 }: ParserLimits = {}): Parser {
  const waiting: Asked[] = [];
  let worker: Worker | null = null;
  let asked: Asked | null = null;
  let timer: NodeJS.Timeout | undefined;

  const settle = (answer: Answers[Kind] | { reason: NoFeed['reason'] }) => {
    clearTimeout(timer);
    const done = asked;
    asked = null;
    worker?.unref();
    done?.resolve(answer as never);
    next();
  };
  const giveUp = (reason: NoFeed['reason']) => {
    const ended = worker;
    worker = null;
    ended?.removeAllListeners();
    // A thread that is being ended may still report that it ran out of memory.
    ended?.on('error', () => {});
    void ended?.terminate();
    settle({ reason });
  };
  const start = () => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      env: threadEnvironment(),
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    started.on('message', settle);
    started.on('error', error =>
      giveUp(
        (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'malformed',
      ),
    );
    return started;
  };
  const next = () => {
    if (asked || !(asked = waiting.shift() ?? null)) return;
    worker ??= start();
    worker.ref();
    timer = setTimeout(() => giveUp('too-slow'), time);
    worker.postMessage(asked.job);
  };
  const ask = <K extends Kind>(kind: K, received: Received) =>
    new Promise<Answers[K] | { reason: NoFeed['reason'] }>(resolve => {
      if (received.bytes.length > bytes) return resolve({ reason: 'too-large' });
      waiting.push({ job: { ...received, kind }, resolve: resolve as Asked['resolve'] });
      next();
    });

  return {
    feed: received => ask('feed', received),
    page: received => ask('page', received),
    opml: received => ask('opml', received),
    async close() {
      for (const each of waiting.splice(0)) each.resolve({ reason: 'too-slow' } as never);
      const ended = worker;
      if (asked) giveUp('too-slow');
      await ended?.terminate();
      worker = null;
    },
  };
}
