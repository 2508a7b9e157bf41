import lookUp from '@photostructure/tz-lookup';
import anyAscii from 'any-ascii';
import { type CityData, cityMapping } from 'city-timezones';
import { distance } from 'fastest-levenshtein';
import { IANAZone } from 'luxon';

/** A time zone that may be meant: its name, and the label to show. */
export type ZoneChoice = { zone: string; label: string };

/** `sure`: only one can be meant, and it comes first. */
export type ZoneMatch = { sure: boolean; choices: ZoneChoice[] };

const maxChoices = 5;

type City = { folded: string; data: CityData };
let cities: City[] | undefined;

/**
 * The time zones that `words` may mean, likeliest first, at most five: a city or country in any script or
 * near spelling, an offset (`+2`, `UTC-3:30`) or an IANA name (`Europe/Berlin`).
 * @param language the user's, such as `uk`: names of zones in that language are recognized too
 */
export function findZones(words: string, language?: string): ZoneMatch {
  const offset = offsetIn(words);
  if (offset) return offset.zone ? { sure: true, choices: [offset] } : { sure: false, choices: [] };
  const name = words.trim().replace(/\s+/g, '_');
  // A bare EST is a zone without daylight saving, which is not what people there mean.
  if (name.includes('/') && IANAZone.isValidZone(name))
    return { sure: true, choices: [{ zone: name, label: name }] };

  const wanted = fold(words);
  if (!wanted) return { sure: false, choices: [] };
  cities ??= cityMapping
    .map(data => ({ folded: fold(data.city), data }))
    .sort((a, b) => b.data.pop - a.data.pop);
  const named = cities.filter(
    city => city.folded === wanted || wanted === fold(`${city.data.city} ${city.data.country}`),
  );
  if (named.length > 0) return choose(named, true);
  const ofZone = Intl.supportedValuesOf('timeZone').filter(
    zone => fold(zone.split('/').at(-1) ?? '') === wanted,
  );
  if (ofZone[0]) return { sure: true, choices: [{ zone: ofZone[0], label: ofZone[0] }] };
  const inCountry = cities.filter(
    city => fold(city.data.country) === wanted || fold(city.data.iso3) === wanted,
  );
  // Three letters may as well be a zone's abbreviation.
  if (inCountry.length > 0) return choose(inCountry, wanted.length > 3);
  const localNames = [...new Set(languagesOf(words, language).flatMap(each => zonesNamed(wanted, each)))];
  if (localNames.length > 0) {
    const choices = localNames.slice(0, maxChoices).map(zone => ({ zone, label: zone }));
    return { sure: choices.length === 1, choices };
  }
  return choose(similarCities(wanted, cities), false);
}

/** Languages in which a place may be named: the writer's own, else those that the letters allow. */
function languagesOf(words: string, language: string | undefined): string[] {
  if (language && language !== 'en' && Intl.DateTimeFormat.supportedLocalesOf(language).length > 0)
    return [language];
  return /\p{Script=Cyrillic}/u.test(words) ? ['uk', 'ru'] : [];
}

/** How a language calls the zones, folded; made when it is first asked for, as it takes a moment. */
const zoneNames = new Map<string, { zone: string; named: string }[]>();

/** The zones that a language names after this place: `Польща`, `Нью-Йорк`. */
function zonesNamed(wanted: string, language: string): string[] {
  let names = zoneNames.get(language);
  if (!names) {
    names = Intl.supportedValuesOf('timeZone').map(zone => {
      const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'shortGeneric' });
      const name = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      return { zone, named: ` ${fold(name)} ` };
    });
    zoneNames.set(language, names);
  }
  return names.filter(({ named }) => named.includes(` ${wanted} `)).map(({ zone }) => zone);
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
  const match = /^(?:UTC|GMT)? ?([+\-−–]?) ?(\d{1,2})(?::?([0-5]\d))?$/i.exec(bare);
  if (!match) return /^(?:UTC|GMT|Z)$/i.test(bare) ? { zone: 'UTC', label: 'UTC' } : null;
  const [, sign = '', hours = '', minutes = '00'] = match;
  const total = Number(hours) * 60 + Number(minutes);
  if (total > 14 * 60) return { zone: null, label: words };
  if (total === 0) return { zone: 'UTC', label: 'UTC' };
  const label = `UTC${sign === '' || sign === '+' ? '+' : '-'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  return { zone: label, label };
}

function fold(words: string): string {
  return anyAscii(words)
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The time zone of a place on the map, degrees north and east; at sea that of the nearest hour. */
export function zoneAt({ latitude, longitude }: { latitude: number; longitude: number }): string {
  const zone = lookUp(latitude, longitude);
  return IANAZone.isValidZone(zone) ? zone : 'UTC';
}
