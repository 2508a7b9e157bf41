import { createRequire } from 'node:module';
import lookUp from '@photostructure/tz-lookup';
import type { CityData } from 'city-timezones';
import { distance } from 'fastest-levenshtein';
import { IANAZone } from 'luxon';
import { foldPlace } from '../languages/fold-place.ts';
import { plainWord, type Vocabulary } from '../languages/vocabulary.ts';
import { memoize } from '../system/memoize.ts';

/** A time zone that may be meant: its name, and the label to show. */
export type ZoneChoice = { zone: string; label: string };

/** `sure`: only one can be meant, and it comes first. */
export type ZoneMatch = { sure: boolean; choices: ZoneChoice[] };

const maxChoices = 5;

type City = { folded: string; country: string; data: CityData };
let cities: City[] | undefined;
const load = createRequire(import.meta.url);

/**
 * The time zones that `words` may mean, likeliest first, at most five: a city or country in any script or
 * near spelling, an offset (`+2`, `UTC-3:30`, `+9.5`), an abbreviation (`EST`) or an IANA name (`Europe/Berlin`).
 * @param vocabulary with the names of places and zones in the languages
 */
export function findZones(words: string, { zones, places }: Vocabulary): ZoneMatch {
  const offset = offsetIn(words);
  if (offset) return offset.zone ? { sure: true, choices: [offset] } : { sure: false, choices: [] };
  const name = words.trim().replace(/\s+/g, '_');
  // A bare EST is a zone without daylight saving, which is not what people there mean.
  if (name.includes('/') && IANAZone.isValidZone(name))
    return { sure: true, choices: [{ zone: name, label: name }] };

  const wanted = foldPlace(words);
  if (!wanted) return { sure: false, choices: [] };
  cities ??= knownCities();
  const called = zones.get(plainWord(words).replace(/\s+/g, ' ').trim());
  if (called) return namedZones(called, cities);
  const named = cities.filter(city => city.folded === wanted || wanted === `${city.folded} ${city.country}`);
  if (named.length > 0) return choose(named, true);
  const ofZone = Intl.supportedValuesOf('timeZone').filter(
    zone => foldPlace(zone.split('/').at(-1) ?? '') === wanted,
  );
  if (ofZone[0]) return { sure: true, choices: [{ zone: ofZone[0], label: ofZone[0] }] };
  const inCountry = cities.filter(city => city.country === wanted || city.data.iso3.toLowerCase() === wanted);
  // Three letters may as well be a zone's abbreviation.
  if (inCountry.length > 0) return choose(inCountry, wanted.length > 3);
  const place = places.get(wanted);
  return place === undefined ? choose(similarCities(wanted, cities), false) : namedZones([place], cities);
}

/** The largest first. They are loaded when the first one is looked for, as most bots run for days without. */
function knownCities(): City[] {
  const { cityMapping } = load('city-timezones') as typeof import('city-timezones');
  const country = memoize(foldPlace);
  return cityMapping
    .map(data => ({ folded: foldPlace(data.city), country: country(data.country), data }))
    .sort((a, b) => b.data.pop - a.data.pop);
}

/** Zones or countries by their codes, as the vocabulary names them. */
function namedZones(codes: string[], among: City[]): ZoneMatch {
  const [code] = codes;
  if (codes.length === 1 && /^[A-Z]{2}$/.test(code!))
    return choose(
      among.filter(({ data }) => data.iso2 === code),
      true,
    );
  return { sure: codes.length === 1, choices: codes.map(zone => ({ zone, label: zone })) };
}

/** Cities spelt nearly so: one letter in five may differ. */
function similarCities(wanted: string, among: City[]): City[] {
  const allowed = Math.max(1, Math.floor(wanted.length / 5));
  return among
    .filter(city => Math.abs(city.folded.length - wanted.length) <= allowed)
    .map(city => ({ city, away: distance(city.folded, wanted) }))
    .filter(({ away }) => away <= allowed)
    .sort((a, b) => a.away - b.away)
    .map(({ city }) => city);
}

/** One choice for each zone, its largest city's name to show. */
function choose(found: City[], mayBeSure: boolean): ZoneMatch {
  const byZone = new Map<string, ZoneChoice>();
  for (const { data } of found) {
    if (byZone.size >= maxChoices) break;
    if (byZone.has(data.timezone) || !IANAZone.isValidZone(data.timezone)) continue;
    byZone.set(data.timezone, { zone: data.timezone, label: `${data.city}, ${data.country}` });
  }
  const choices = [...byZone.values()];
  return { sure: mayBeSure && choices.length === 1, choices };
}

/** `null` where the words are no offset; without `zone` where it is one that does not exist. */
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
