import { benchLoading } from './loading.ts';
import { benchReading } from './reading.ts';

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
  reading: async folder => {
    const figures = await benchReading(folder === undefined ? {} : { folder });
    const { articles, words, reader, bare, ratio, lengths } = figures;
    console.log(`reading: the whole reader goes ${ratio.toFixed(2)} times as fast as wink-nlp's bare pass`);
    console.log(
      `         (${Math.round(reader)} and ${Math.round(bare)} words a second on one thread; ${words} words in ${articles} articles)`,
    );
    for (const { times, ms, growth } of lengths)
      console.log(
        `         ${times} times the length of one article: ${ms.toFixed(0)} ms${growth === null ? '' : `, ${growth.toFixed(2)} times the one before`}`,
      );
  },
};

/** What is named, `reading` with a folder of articles behind it if one is given. */
const [first, folder, ...rest] = process.argv.slice(2);
const isFolder = first === 'reading' && folder !== undefined && !(folder in benches);
const asked = isFolder ? [first, ...rest] : process.argv.slice(2);
const unknown = asked.filter(name => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `there is no measurement "${unknown[0]}": name one of ${Object.keys(benches).join(', ')}, or none for all`,
  );
  process.exitCode = 64;
} else
  for (const name of asked.length > 0 ? asked : Object.keys(benches))
    await benches[name]!(isFolder ? folder : undefined);
