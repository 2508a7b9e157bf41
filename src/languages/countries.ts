/** The codes of countries (`DE`) by their English names, made when they are first asked for. */
let codes: Map<string, string> | undefined;

/** A country as a language calls it for short, by its English name; as it is if it is the name of none. */
export function countryIn(locale: string, english: string): string {
  codes ??= codesByName();
  const code = codes.get(english);
  if (code === undefined) return english;
  return locale.startsWith('en')
    ? (newsNames[code] ?? english)
    : (new Intl.DisplayNames([locale], { type: 'region', style: 'short' }).of(code) ?? english);
}

function codesByName(): Map<string, string> {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const all = letters.flatMap(first => letters.map(second => first + second));
  return new Map(all.map(code => [englishNames.of(code) ?? code, code]));
}

/** A country as it is called for short, `US`, by its English name; as it is if it is called no shorter. */
export function shortCountry(english: string): string {
  codes ??= codesByName();
  const code = codes.get(english);
  return code === undefined ? english : (shortNames.of(code) ?? english);
}

/** What news in English mostly call the countries and regions whose standard names are others. */
const newsNames: Readonly<Record<string, string>> = {
  BA: 'Bosnia',
  CD: 'Congo',
  CG: 'Congo',
  CI: 'Ivory Coast',
  CV: 'Cape Verde',
  CZ: 'Czech Republic',
  HK: 'Hong Kong',
  MM: 'Myanmar',
  MO: 'Macau',
  TL: 'East Timor',
  TR: 'Turkey',
};

/** A country by its code, as news in English call it; undefined for a code of none. */
export function countryInNews(code: string): string | undefined {
  return newsNames[code] ?? englishNames.of(code);
}

const englishNames = new Intl.DisplayNames(['en'], { type: 'region' });
const shortNames = new Intl.DisplayNames(['en'], { type: 'region', style: 'short' });
