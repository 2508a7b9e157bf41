import { parentPort } from 'node:worker_threads';
import { pageFeeds } from '../feeds/page-feeds.ts';
import { parseFeedText } from '../feeds/parse.ts';
import { parseOpml } from '../opml/opml.ts';
import { decode } from '../text/decoding.ts';
import type { Answers, Job } from './job.ts';

/** The thread that parses what others wrote: a job comes in, its answer goes out. */
parentPort?.on('message', (job: Job) => {
  parentPort?.postMessage(answerOf(job));
});

function answerOf({ kind, bytes, charset, url }: Job): Answers[Job['kind']] {
  const decoded = decode(bytes, charset ?? null);
  const text = 'text' in decoded ? decoded.text : '';
  switch (kind) {
    case 'feed':
      return bytes.length > 0 && text === '' ? { reason: 'not-a-feed' } : parseFeedText(text, url ?? null);
    case 'page':
      return pageFeeds(text, url ?? null);
    case 'opml':
      return parseOpml(text);
  }
}
