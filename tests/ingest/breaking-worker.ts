import { parentPort } from 'node:worker_threads';
import type { Answer, Job } from '../../src/ingest/workers/job.ts';

/**
 * A thread that crashes on some texts: on each (`always`), or in the first thread that is given it (`once`), or never
 * ends with them. With `greedy` it takes all memory that it gets, with `hungry` about 150 MB.
 */
let jobs = 0;
parentPort?.on('message', ({ article }: Job) => {
  jobs += 1;
  if (article.text === 'always') throw new Error('out of paper');
  if (article.text === 'for ever') for (;;);
  const most = article.text === 'greedy' ? Number.POSITIVE_INFINITY : article.text === 'hungry' ? 150 : 0;
  for (const hoard: number[][] = []; hoard.length < most; )
    hoard.push(new Array(131_072).fill(hoard.length / 3));
  if (article.text === 'once' && jobs > 1) process.exit();
  const answer: Answer = { json: JSON.stringify({ text: article.text, jobs }) };
  parentPort?.postMessage(answer);
});
parentPort?.postMessage('ready' satisfies Answer);
