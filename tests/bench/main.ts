import { benchLoading } from './loading.ts';

/** What can be measured; each prints its own figures, ratios first. */
const benches: Record<string, () => Promise<void>> = {
  loading: async () => {
    const figures = await benchLoading({ report: line => console.error(line) });
    const { small, large, smallMs, largeMs, ratio } = figures;
    console.log(
      `loading: adding to ${large} articles costs ${ratio.toFixed(2)} times what adding to ${small} costs`,
    );
    console.log(`         (${largeMs.toFixed(1)} ms and ${smallMs.toFixed(1)} ms an article, medians)`);
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter(name => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `there is no measurement "${unknown[0]}": name one of ${Object.keys(benches).join(', ')}, or none for all`,
  );
  process.exitCode = 64;
} else for (const name of asked.length > 0 ? asked : Object.keys(benches)) await benches[name]!();
