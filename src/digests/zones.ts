import { createRequire } from 'node:module';
import lookUp from '@photostructure/tz-lookup';
import type { CityData } from 'city-timezones';
import { distance } from 'fastest-levenshtein';
import { IANAZone } from 'luxon';
import { foldPlace } from '../languages/fold-place.ts';
import { nominatives } from '../languages/nominatives.ts';
import { plainWord, type Vocabulary } from '../languages/vocabulary.ts';
import { memoize } from '../system/memoize.ts';

/** A time zone that may be meant: its name, and the label to show. */
type ZoneChoice = { zone: string; label: string };

/** `sure`: only one can be meant, and it comes first. */
export type ZoneMatch = { sure: boolean; choices: ZoneChoice[] };

const maxChoices = 5;

/** Its name, country and province folded. */
type City = { folded: string; country: string; province: string; data: CityData };
let cities: City[] | undefined;
/** Shorter words are near to too many names. */
const shortestMisspelt = 4;
/** A smaller town is offered: a city elsewhere may have that name in another language. */
const fewestPeople = 30_000;
/** Moments in winter and in summer, in milliseconds since the epoch: zones that differ in neither have the same clock. */
const seasons = [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)];
const load = createRequire(import.meta.url);

/**
 * The time zones that `words` may mean, likeliest first, at most five: a city or country in any script or
 * near spelling, an offset (`+2`, `UTC-3:30`, `+9.5`), an abbreviation (`EST`) or an IANA name (`Europe/Berlin`).
 * @param vocabulary with the names of places and zones in the languages
 */
export function findZones(words: string, vocabulary: Vocabulary): ZoneMatch {
  const whole = zonesCalled(words, vocabulary, { misspelt: false });
  if (whole.choices.length > 0) return whole;
  const bare = withoutContext(words, vocabulary.place);
  const comma = bare.lastIndexOf(',');
  const found =
    comma < 0
      ? zonesCalled(bare, vocabulary, { misspelt: false })
      : zonesWithin(bare.slice(0, comma), bare.slice(comma + 1), vocabulary);
  if (found.choices.length > 0) return found;
  for (const name of nominatives(bare, vocabulary)) {
    const inCase = zonesCalled(name, vocabulary, { misspelt: false });
    if (inCase.choices.length > 0) return inCase;
  }
  const misspelt = zonesCalled(bare, vocabulary, { misspelt: true });
  const town = bare.replace(vocabulary.place.beside, '');
  return misspelt.choices.length > 0 || town === bare
    ? misspelt
    : zonesCalled(town, vocabulary, { misspelt: false });
}

/** A town with its country or state; of one that isn't known, the zones of that. */
function zonesWithin(town: string, region: string, vocabulary: Vocabulary): ZoneMatch {
  const { zones, places } = vocabulary;
  const wanted = foldPlace(region);
  const codes = zones.get(plainWord(region).trim()) ?? [];
  const there = new Set(
    (cities ?? [])
      .filter(city => isIn(city, wanted, zones, places) || codes.some(code => code === city.data.iso2))
      .map(({ data }) => data.timezone)
      .concat(codes),
  );
  const choices = zonesCalled(town, vocabulary, { misspelt: false }).choices.filter(({ zone }) =>
    there.has(zone),
  );
  if (choices.length > 0) return { sure: choices.length === 1, choices };
  return { ...zonesCalled(region, vocabulary, { misspelt: false }), sure: false };
}

/** `I live in Kyiv`, `Kyiv time` as `kyiv`. */
function withoutContext(words: string, { before, after }: Vocabulary['place']): string {
  const plain = plainWord(words)
    .replace(/\s+/g, ' ')
    .replace(/[.!]{1,9}$/, '')
    .trim();
  const start = before.find(each => plain.startsWith(`${each} `));
  const rest = start === undefined ? plain : plain.slice(start.length + 1);
  const end = after.find(each => rest.endsWith(` ${each}`));
  return end === undefined ? rest : rest.slice(0, -end.length - 1);
}

function zonesCalled(
  words: string,
  { zones, places }: Vocabulary,
  { misspelt }: { misspelt: boolean },
): ZoneMatch {
  const offset = offsetIn(words);
  if (offset) return offset.zone ? { sure: true, choices: [offset] } : { sure: false, choices: [] };
  const name = words.trim().replace(/\s+/g, '_');
  // A bare EST is a zone without daylight saving, which is not what people there mean.
  if (name.includes('/') && IANAZone.isValidZone(name)) return namedZones([asSpelt(name)], []);

  const wanted = foldPlace(words);
  if (!wanted) return { sure: false, choices: [] };
  cities ??= knownCities();
  const called = zones.get(plainWord(words).replace(/\s+/g, ' ').trim());
  if (called) return namedZones(called, cities);
  const named = cities.filter(city => isCalled(city, wanted, zones, places));
  const place = places.get(wanted) ?? zoneOfName(zones, name => name === wanted);
  if (named.length > 0) {
    // `Roma` is a town in Queensland too, and `Ontario` one in Oregon.
    const inProvince = cities.filter(({ province }) => province === wanted);
    const elsewhere = place === undefined ? [] : namedZones([place], cities).choices;
    return together(
      elsewhere,
      choose(
        [...differentClocks(inProvince), ...named].sort((a, b) => b.data.pop - a.data.pop),
        named[0]!.data.pop >= fewestPeople,
      ),
    );
  }
  const ofZone = Intl.supportedValuesOf('timeZone').filter(
    zone => foldPlace(zone.split('/').at(-1) ?? '') === wanted,
  );
  if (ofZone[0]) return { sure: true, choices: [{ zone: ofZone[0], label: ofZone[0] }] };
  const inCountry = cities.filter(
    city => city.country === wanted || city.data.iso3.toLowerCase() === wanted || city.province === wanted,
  );
  // Three letters may as well be a zone's abbreviation.
  if (inCountry.length > 0) return choose(differentClocks(inCountry), wanted.length > 3);
  if (place !== undefined) return namedZones([place], cities);
  if (!misspelt || wanted.length < shortestMisspelt) return { sure: false, choices: [] };
  const translated = zoneOfName(zones, name => isNear(name, wanted));
  const similar = choose(similarCities(wanted, cities), false);
  return translated === undefined ? similar : together(namedZones([translated], cities).choices, similar);
}

/** What a name means in one of the languages, before the cities of that name. */
function together(translated: ZoneChoice[], { sure, choices }: ZoneMatch): ZoneMatch {
  const added = translated.filter(({ zone }) => !choices.some(each => each.zone === zone));
  return { sure: sure && added.length === 0, choices: [...added, ...choices].slice(0, maxChoices) };
}

/** A zone as its name is spelt: names are known in any case. */
function asSpelt(name: string): string {
  const lower = name.toLowerCase();
  cities ??= knownCities();
  return (
    cities.find(({ data }) => data.timezone?.toLowerCase() === lower)?.data.timezone ??
    Intl.supportedValuesOf('timeZone').find(zone => zone.toLowerCase() === lower) ??
    name
  );
}

/** The one zone of a name in the languages that fits, folded. */
function zoneOfName(zones: Vocabulary['zones'], fits: (folded: string) => boolean): string | undefined {
  for (const [name, codes] of zones) if (codes.length === 1 && fits(foldPlace(name))) return codes[0];
  return undefined;
}

/** Whether a city has that name, with or without its country, state or province: `Paris, Texas`, `London UK`. */
function isCalled(
  city: City,
  wanted: string,
  zones: Vocabulary['zones'],
  places: Vocabulary['places'],
): boolean {
  const { folded } = city;
  if (folded === wanted) return true;
  if (!wanted.startsWith(`${folded} `)) return false;
  return isIn(city, wanted.slice(folded.length + 1), zones, places);
}

/** Whether a city is in a country, state or province, folded. */
function isIn(
  { country, province, data }: City,
  region: string,
  zones: Vocabulary['zones'],
  places: Vocabulary['places'],
): boolean {
  const { iso2, iso3, state_ansi, timezone } = data;
  return (
    [country, province, iso2, iso3, state_ansi].some(each => String(each ?? '').toLowerCase() === region) ||
    places.get(region) === iso2 ||
    (zones.get(region)?.includes(timezone) ?? false)
  );
}

/** The largest city for each clock: `America/Detroit` shows what New York does. */
function differentClocks(found: City[]): City[] {
  const clocks = new Map<string, City>();
  for (const city of found) {
    const zone = IANAZone.create(city.data.timezone);
    const clock = seasons.map(moment => zone.offset(moment)).join();
    if (zone.isValid && !clocks.has(clock)) clocks.set(clock, city);
  }
  return [...clocks.values()];
}

/** The largest first. They are loaded when the first one is looked for, as most bots run for days without. */
function knownCities(): City[] {
  const { cityMapping } = load('city-timezones') as typeof import('city-timezones');
  // Many cities are in one country, and in one province.
  const within = memoize(foldPlace);
  return cityMapping
    .map(data => ({
      folded: foldPlace(data.city),
      country: within(data.country),
      province: within(data.province),
      data,
    }))
    .sort((a, b) => b.data.pop - a.data.pop);
}

/** Zones or countries by their codes, as the vocabulary names them. */
function namedZones(codes: string[], among: City[]): ZoneMatch {
  const [code] = codes;
  if (codes.length === 1 && /^[A-Z]{2}$/.test(code!))
    return choose(differentClocks(among.filter(({ data }) => data.iso2 === code)), true);
  return { sure: codes.length === 1, choices: codes.map(zone => ({ zone, label: zone })) };
}

/** Cities with nearly that spelling, the nearest first. */
function similarCities(wanted: string, among: City[]): City[] {
  return among
    .filter(city => isNear(city.folded, wanted))
    .map(city => ({ city, away: distance(city.folded, wanted) }))
    .sort((a, b) => a.away - b.away)
    .map(({ city }) => city);
}

/** Whether at most one letter in five differs, or two neighbours have changed places. */
function isNear(name: string, wanted: string): boolean {
  const allowed = Math.max(1, Math.floor(wanted.length / 5));
  if (Math.abs(name.length - wanted.length) > allowed) return false;
  if (distance(name, wanted) <= allowed) return true;
  const at = [...name].findIndex((letter, i) => letter !== wanted[i]);
  const swapped = `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at]}${name.slice(at + 2)}`;
  return swapped === wanted;
}

/** One choice for each zone, its largest city's name to show. */
function choose(found: City[], mayBeSure: boolean): ZoneMatch {
  const byZone = new Map<string, ZoneChoice>();
  const offered: CityData[] = [];
  for (const { data } of found) {
    if (byZone.size >= maxChoices) break;
    if (byZone.has(data.timezone) || !IANAZone.isValidZone(data.timezone)) continue;
    byZone.set(data.timezone, { zone: data.timezone, label: `${data.city}, ${data.country}` });
    offered.push(data);
  }
  // Namesakes of one country need the name of their province.
  const labels = [...byZone.values()].map(({ label }) => label);
  const choices = offered.map((data): ZoneChoice => {
    const { zone, label } = byZone.get(data.timezone)!;
    const isShared = labels.filter(each => each === label).length > 1;
    return { zone, label: isShared ? `${data.city}, ${data.province}, ${data.iso3}` : label };
  });
  return { sure: mayBeSure && choices.length === 1, choices };
}

/** `null` if the words are not an offset; without `zone` if there is no such offset. */
function offsetIn(words: string): ZoneChoice | { zone: null; label: string } | null {
  const bare = words.replace(/\s+/g, ' ').trim();
  const match = /^(?:UTC|GMT)? ?([+\-−–]?) ?(\d{1,2})(?::?([0-5]\d)|[.,](25|5|50|75))?$/i.exec(bare);
  if (!match) return /^(?:UTC|GMT|Z)$/i.test(bare) ? { zone: 'UTC', label: 'UTC' } : null;
  const [, sign = '', hours = '', written, fraction] = match;
  const minutes = written ?? String(fraction ? Number(`0.${fraction}`) * 60 : 0).padStart(2, '0');
  const total = Number(hours) * 60 + Number(minutes);
  if (total > 14 * 60) return { zone: null, label: words };
  if (total === 0) return { zone: 'UTC', label: 'UTC' };
  const label = `UTC${sign === '' || sign === '+' ? '+' : '-'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  return { zone: label, label };
}

/** The time zone of a place on the map, degrees north and east; at sea that of the nearest hour. */
export function zoneAt({ latitude, longitude }: { latitude: number; longitude: number }): string {
  const zone = lookUp(latitude, longitude);
  return IANAZone.isValidZone(zone) ? zone : 'UTC';
}
