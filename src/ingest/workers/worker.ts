import { parentPort, workerData } from 'node:worker_threads';
import { read } from '../../reading/read.ts';
import { rejectInput } from '../../reading/rejection.ts';
import { storableReading } from '../../reading/storable-reading.ts';
import type { Answer, Job } from './job.ts';
import { loadKnowledge } from './knowledge-files.ts';

/** The thread that reads: a job comes in, its answer goes out. `workerData` names the folder of the knowledge. */
const knowledge = loadKnowledge(workerData as string);
const answer = (message: Answer) => parentPort?.postMessage(message);

parentPort?.on('message', ({ article, keep }: Job) => {
  try {
    const reading = (keep ? storableReading : read)(article, knowledge);
    const nothing = rejectInput(article.html !== undefined, reading);
    answer(nothing === null ? { json: JSON.stringify(reading) } : { refused: nothing });
  } catch (error) {
    answer({ refused: `the reader failed on it (${(error as Error).message})` });
  }
});
answer('ready');
