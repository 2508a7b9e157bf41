import { readAnyText } from './any-text.ts';

/** `properties.ts [CASES] [SEED]`: reads so many made-up texts and says whether all readings were valid. */
const [cases = 10_000, seed = 7] = process.argv.slice(2).map(Number);
if (!Number.isInteger(cases) || !Number.isInteger(seed) || cases < 1) {
  console.error('properties [CASES] [SEED]: two whole numbers, as in: properties 10000 7');
  process.exitCode = 64;
} else {
  const start = Date.now();
  readAnyText(cases, seed);
  console.log(
    `${cases} texts (seed ${seed}): every reading valid, ${Math.round((Date.now() - start) / 1000)} s`,
  );
}
