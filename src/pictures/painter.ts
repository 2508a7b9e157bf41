import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { threadEnvironment } from '../system/thread-environment.ts';
import type { PictureContent } from './model.ts';

/** How many pictures are remembered: a group taps the same button more than once. */
const kept = 32;
/** Megabytes that the worker may take; one picture needs about 30. */
const maxMemory = 200;

export type Painter = {
  /** The picture as a PNG; equal content is drawn once. Rejects with an Error if it can't be drawn. */
  paint(content: PictureContent): Promise<Uint8Array>;
  /** Ends the worker. */
  stop(): Promise<void>;
};

type Waiting = { resolve(png: Uint8Array): void; reject(error: Error): void };
type Reply = { id: number; png: Uint8Array } | { id: number; error: string };

/** Draws pictures in a worker that starts with the first one. */
export function createPainter(): Painter {
  const drawn = new Map<string, Promise<Uint8Array>>();
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;

  function started(): Worker {
    if (worker) return worker;
    const fresh = new Worker(new URL('./worker.ts', import.meta.url), {
      env: threadEnvironment(),
      resourceLimits: { maxOldGenerationSizeMb: maxMemory },
    });
    fresh.on('message', (reply: Reply) => {
      const each = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('png' in reply) each?.resolve(reply.png);
      else each?.reject(new Error(`the picture could not be drawn: ${reply.error}`));
      if (waiting.size === 0) fresh.unref();
    });
    const fail = (error: Error) => {
      if (worker === fresh) worker = null;
      for (const each of waiting.values()) each.reject(error);
      waiting.clear();
    };
    fresh.on('error', fail);
    fresh.on('exit', () => fail(new Error('the painter has ended')));
    worker = fresh;
    return fresh;
  }

  function draw(content: PictureContent): Promise<Uint8Array> {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      const running = started();
      running.ref();
      running.postMessage({ id, content });
    });
  }

  return {
    paint: content => {
      const key = createHash('sha256').update(JSON.stringify(content)).digest('hex');
      const known = drawn.get(key);
      const picture = known ?? draw(content);
      drawn.delete(key);
      drawn.set(key, picture);
      if (!known) picture.catch(() => drawn.delete(key));
      const [oldest] = drawn.keys();
      if (drawn.size > kept && oldest !== undefined) drawn.delete(oldest);
      return picture;
    },
    stop: async () => {
      await worker?.terminate();
    },
  };
}
