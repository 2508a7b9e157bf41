/** The codes of countries (`DE`) by their English names, made when they are first asked for. */
let codes: Map<string, string> | undefined;

/** A country as a language calls it, by its English name; as it is if it is the name of none. */
export function countryIn(locale: string, english: string): string {
  codes ??= codesByName();
  const code = codes.get(english);
  return code === undefined
    ? english
    : (new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? english);
}

function codesByName(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const all = letters.flatMap(first => letters.map(second => first + second));
  return new Map(all.map(code => [names.of(code) ?? code, code]));
}

/** A country as it is called for short, `US`, by its English name; as it is if it is called no shorter. */
export function shortCountry(english: string): string {
  codes ??= codesByName();
  const code = codes.get(english);
  return code === undefined ? english : (shortNames.of(code) ?? english);
}

const shortNames = new Intl.DisplayNames(['en'], { type: 'region', style: 'short' });
