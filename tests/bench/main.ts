import { parseArgs } from 'node:util';
import { benchAgainst, type Compared } from './against.ts';
import { benchAnswering } from './answering.ts';
import { benchDigests } from './digests.ts';
import { benchElsewhere } from './elsewhere.ts';
import { benchLoading } from './loading.ts';
import { benchReading } from './reading.ts';
import { scaleReport } from './scale/report.ts';
import { benchScale } from './scale/scale.ts';

/** What can be measured; each prints its own figures, ratios first. */
const benches: Record<string, (folder?: string) => Promise<void>> = {
  loading: async () => {
    const figures = await benchLoading({ report: line => console.error(line) });
    const { small, large, smallMs, largeMs, ratio } = figures;
    console.log(
      `loading: adding to ${large} articles costs ${ratio.toFixed(2)} times what adding to ${small} costs`,
    );
    console.log(`         (${largeMs.toFixed(1)} ms and ${smallMs.toFixed(1)} ms an article, medians)`);
  },
  digests: async () => {
    const [first, ...more] = await benchDigests();
    for (const figures of [first!, ...more]) {
      const { subscribers, filters, lookups, messages, different } = figures;
      const times = (of: 'seconds' | 'memory' | 'subscribers') => (figures[of] / first![of]).toFixed(2);
      console.log(
        `digests: ${subscribers} subscribers with ${filters} filters: ${(lookups / filters).toFixed(2)} look-ups a filter; ${messages} messages in line, ${different} of them different`,
      );
      console.log(
        `         ${figures.seconds.toFixed(1)} s (${Math.round(figures.each)} µs each), ${figures.memory.toFixed(0)} MB of memory and ${figures.disk.toFixed(0)} MB of disk more; ${figures.blocked.toFixed(0)} ms at most without a turn for others`,
      );
      if (figures !== first)
        console.log(
          `         ${times('subscribers')} times the subscribers of the first: ${times('seconds')} times the time, ${times('memory')} times the memory`,
        );
    }
  },
  answering: async () => {
    const { small, large, kinds } = await benchAnswering({ report: line => console.error(line) });
    for (const { kind, smallMs, largeMs, ratio, slowestMs } of kinds)
      console.log(
        `answering: /${kind} of ${large} articles costs ${ratio.toFixed(2)} times what it costs of ${small} (${largeMs.toFixed(1)} and ${smallMs.toFixed(1)} ms, medians; ${slowestMs.toFixed(0)} ms at most)`,
      );
  },
  scale: async () => {
    const { lines, holds } = scaleReport(
      await benchScale({
        times: options.full ? [10, 100] : [10],
        articles: options.articles,
        ...(options.keep === undefined ? {} : { keep: options.keep }),
        report: line => console.error(line),
      }),
    );
    for (const line of lines) console.log(line);
    if (!holds) process.exitCode = 1;
  },
  elsewhere: async () => {
    const { processes, articles, readPerSecond, loadedPerSecond, held } = await benchElsewhere(
      options.articles,
    );
    console.log(
      `elsewhere: ${processes} processes read ${articles} articles, ${readPerSecond.toFixed(1)} a second together; their readings are loaded at ${loadedPerSecond.toFixed(1)} a second (${held} articles held)`,
    );
  },
  reading: async folder => {
    if (options.against !== undefined) return compareReading(options.against);
    const figures = await benchReading(folder === undefined ? {} : { folder });
    const { articles, words, reader, bare, ratio, secondCore, lengths } = figures;
    console.log(`reading: the whole reader goes ${ratio.toFixed(2)} times as fast as wink-nlp's bare pass`);
    console.log(
      `         (${Math.round(reader)} and ${Math.round(bare)} words a second on one thread; ${words} words in ${articles} articles)`,
    );
    if (secondCore !== null)
      console.log(`         two threads are done ${secondCore.toFixed(2)} times as soon as one`);
    for (const { times, ms, growth } of lengths)
      console.log(
        `         ${times} times the length of one article: ${ms.toFixed(0)} ms${growth === null ? '' : `, ${growth.toFixed(2)} times the one before`}`,
      );
  },
};

async function compareReading(against: string): Promise<void> {
  const { articles, cpu, wall, warm } = await benchAgainst({ file: options.articles, against });
  const line = (what: string, { own, other, ratio }: Compared) =>
    console.log(
      `         ${what}: ${ratio.toFixed(2)} times as much (${Math.round(own)} and ${Math.round(other)} ms)`,
    );
  console.log(`reading: ${articles} articles, compared with ${against}`);
  line('`read --jsonl`, CPU time', cpu);
  line('`read --jsonl`, by the clock', wall);
  line('reading alone, once warm', warm);
}

/**
 * What is named, `reading` followed by a folder of articles if one is given. For `scale`: `--full` adds a million articles,
 * `--keep FOLDER` keeps what is generated for the next run, `--articles FILE` is what loading, also of readings made `elsewhere`, is measured with.
 * `reading --against FOLDER` compares it with another checkout's, over the same `--articles`.
 */
const { values: options, positionals } = parseArgs({
  options: {
    full: { type: 'boolean' },
    keep: { type: 'string' },
    against: { type: 'string' },
    articles: { type: 'string', default: '../shared/eval/load.jsonl' },
  },
  allowPositionals: true,
});
const [first, folder, ...rest] = positionals;
const isFolder = first === 'reading' && folder !== undefined && !(folder in benches);
const asked = isFolder ? [first, ...rest] : [first, folder, ...rest].filter(name => name !== undefined);
const unknown = asked.filter(name => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `there is no measurement "${unknown[0]}": name one of ${Object.keys(benches).join(', ')}, or none for all`,
  );
  process.exitCode = 64;
} else
  for (const name of asked.length > 0 ? asked : Object.keys(benches))
    await benches[name]!(isFolder ? folder : undefined);
