import { articlesIn, type LoadCounts } from '../ingest/load.ts';

/** The rate is measured over this many milliseconds: known articles go by far faster than new ones. */
const rateWindow = 10_000;
const barLength = 24;

/** How far a load is: articles done, and bytes of the files read. */
type Sample = { at: number; done: number; bytes: number };

/**
 * How far a load is, how fast it goes and how long it will still take.
 * @param total bytes of all its files
 * @param start when it began, in milliseconds, as all other moments here
 */
export function loadProgress(total: number, start: number) {
  const samples: Sample[] = [{ at: start, done: 0, bytes: 0 }];
  let bytes = 0;

  return {
    /** Notes bytes that were read from a file. */
    read(more: number): void {
      bytes += more;
    },
    /** The line for this moment, for a terminal with a bar before it. */
    line(counts: LoadCounts, now: number, withBar: boolean): string {
      const { refused } = counts;
      const sample = { at: now, done: articlesIn(counts), bytes };
      while (samples.length > 1 && samples[1]!.at <= now - rateWindow) samples.shift();
      const from = samples[0]!;
      samples.push(sample);
      const seconds = Math.max(0.001, (now - from.at) / 1000);
      const share = total > 0 ? Math.min(1, bytes / total) : 0;
      const left = ((total - bytes) / Math.max(1, bytes - from.bytes)) * seconds;
      const parts = [
        `${sample.done} ${sample.done === 1 ? 'article' : 'articles'} (${Math.floor(share * 100)} %)`,
        `${((sample.done - from.done) / seconds).toFixed(1)} a second`,
        share < 1 && bytes > from.bytes ? `${spoken(left)} left` : 'nearly done',
        ...(refused > 0 ? [`${refused} refused`] : []),
      ];
      return `${withBar ? `${bar(share)} ` : ''}${parts.join(', ')}`;
    },
  };
}

function bar(share: number): string {
  const full = Math.floor(share * barLength);
  return '█'.repeat(full) + '░'.repeat(barLength - full);
}

/** A stretch of time in the units that matter: `40 s`, `3 min`, `2 h 5 min`. */
function spoken(seconds: number): string {
  if (seconds < 59.5) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
