import { parentPort, workerData } from 'node:worker_threads';
import { readMutated } from './run.ts';

/** The thread of a fuzzing run: writes the number of each article where the other thread sees it. */
const { seed, first, count, at } = workerData as {
  seed: number;
  first: number;
  count: number;
  at: Int32Array;
};
parentPort?.postMessage(readMutated({ seed, first, count, begin: number => Atomics.store(at, 0, number) }));
