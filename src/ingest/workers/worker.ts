import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Job } from './job.ts';

// Compiling takes half the time in which a thread starts; a program that keeps a cache shares it with its threads.
enableCompileCache();
const { read } = await import('../../reading/read.ts');
const { rejectInput, storableReading } = await import('../../reading/storable-reading.ts');
const { loadKnowledge } = await import('./knowledge-files.ts');

/** The thread that reads: a job comes in, its answer goes out. `workerData` names the folder of the knowledge. */
const knowledge = loadKnowledge(workerData as string);
const answer = (message: Answer) => parentPort?.postMessage(message);

parentPort?.on('message', ({ article, keep }: Job) => {
  try {
    const reading = (keep ? storableReading : read)(article, knowledge);
    const rejection = rejectInput(article.html !== undefined, reading);
    answer(rejection === null ? { json: JSON.stringify(reading) } : { refused: rejection });
  } catch (error) {
    answer({ refused: { reason: `the reader failed on it (${(error as Error).message})`, code: 'failed' } });
  }
});
answer('ready');
