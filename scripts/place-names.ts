import { writeFileSync } from 'node:fs';
import { cityMapping } from 'city-timezones';
import { foldPlace } from '../src/languages/fold-place.ts';

/**
 * Writes data/languages/place-names.json: what countries and zones are called in many languages, by the folded name,
 * so that no one waits for it while the bot runs. Countries are named by their two letters, zones by their IANA names.
 * Run with `node scripts/place-names.ts` when Node.js comes with newer names.
 */
const languages =
  'uk ru de be pl cs sk bg sr ro hu fr es it pt nl sv da fi nb et lv lt tr el ka hy az kk ar he fa hi zh ja ko vi id'.split(
    ' ',
  );
/** Countries with one zone, whose names show how a language writes `India time`. */
const examples = { IN: 'Asia/Kolkata', NP: 'Asia/Kathmandu', TH: 'Asia/Bangkok' };

const countries = [...new Set(cityMapping.map(({ iso2 }) => iso2).filter(code => /^[A-Z]{2}$/.test(code)))];
const names = new Map<string, Set<string>>();
const add = (name: string, place: string) => {
  const folded = foldPlace(name);
  if (folded.length < 3) return;
  names.set(folded, (names.get(folded) ?? new Set()).add(place));
};

for (const language of languages) {
  const regions = new Intl.DisplayNames([language], { type: 'region' });
  for (const code of countries) add(regions.of(code) ?? '', code);
  const nameOf = (zone: string) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'shortGeneric' })
      .formatToParts(0)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const template = Object.entries(examples)
    .map(([code, zone]) => nameOf(zone).split(regions.of(code) ?? '-'))
    .find(parts => parts.length === 2);
  if (!template) continue;
  const [before, after] = template as [string, string];
  const countryNames = new Set(countries.map(code => regions.of(code)));
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const name = nameOf(zone);
    if (!name.startsWith(before) || !name.endsWith(after)) continue;
    const place = name.slice(before.length, name.length - after.length);
    if (!countryNames.has(place) && !/^(?:GMT|UTC)/.test(place)) add(place, zone);
  }
}

/** A name that means several places in different languages names none of them. */
const sure = [...names].flatMap(([name, places]) => (places.size === 1 ? [[name, [...places][0]!]] : []));
sure.sort(([a], [b]) => (a! < b! ? -1 : 1));
const file = new URL('../data/languages/place-names.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(Object.fromEntries(sure), null, 0).replaceAll('","', '",\n"')}\n`);
console.log(`${sure.length} names`);
