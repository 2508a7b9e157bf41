import { existsSync, writeFileSync } from 'node:fs';
import { allPatterns, textOf } from './patterns.ts';
import { faultByProgram, hashOf, passed, passedFile } from './verdict.ts';

/**
 * `recheck [all]`: has recheck look at every regular expression of the code that it has not passed yet, or at all
 * of them, and keeps the list of those it has passed. Takes some minutes for all.
 */
const patterns = (await allPatterns()).sort((one, other) => one.source.length - other.source.length);
const before = process.argv[2] === 'all' || !existsSync(passedFile) ? new Set<string>() : passed();
const kept = new Set(patterns.map(hashOf).filter(hash => before.has(hash)));
let faults = 0;
for (const pattern of patterns) {
  if (kept.has(hashOf(pattern))) continue;
  const fault = await faultByProgram(pattern);
  if (fault === null) {
    kept.add(hashOf(pattern));
    // Whoever stops it half-way goes on from there.
    writeFileSync(
      passedFile,
      [...kept]
        .sort()
        .map(hash => `${hash}\n`)
        .join(''),
    );
  } else {
    faults++;
    console.log(`src/${pattern.at}: ${textOf(pattern)}\n  ${fault}`);
  }
}
console.log(`${patterns.length} regular expressions: ${patterns.length - faults} passed, ${faults} at fault`);
// The program stays open for more.
process.exit(faults > 0 ? 1 : 0);
