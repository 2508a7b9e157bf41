import type { NameIndex } from '../knowledge/name-index.ts';
import type { Word } from '../tokens/words.ts';
import { type EntityMention, lowerText, type PlaceKind } from './mentions/entity.ts';

/**
 * What a name that several share stands for: a key of its own, such as `parliament (poland)`, and another name. Where the article doesn't show
 * which one is meant, the key ends in `unclear`, and nothing is known across articles by it.
 */
export type Identity = { key: string; alsoCalled?: string; kind?: PlaceKind };

/** The end of a key that joins nothing across articles. */
const unclear = '?';

/** The longest name of a country in words, in front of a body or after `of`. */
const mostCountryWords = 4;

/**
 * Distinguishes by country the bodies that every country has one of. The country is that in the words next to it (`the Russian
 * Foreign Ministry`, `Poland's parliament`, `the Ministry of Defense of Ukraine`), else the only one that the article
 * has such words of for this body, else the only country that it names.
 */
export function nationalBodies(
  mentions: readonly EntityMention[],
  words: Word[],
  index: NameIndex,
): (mention: EntityMention) => Identity | null {
  const found = new Map<EntityMention, { body: string; country: string | null }>();
  for (const mention of mentions) {
    if (mention.type !== 'organization') continue;
    const named = bodyIn(mention, words, index);
    if (named !== null) found.set(mention, named);
  }
  if (found.size === 0) return () => null;
  let named: string[] | undefined;
  const onlyCountry = () => {
    named ??= [...countriesNamed(words, index)];
    return only(named);
  };
  const established = new Map<string, Set<string>>();
  for (const { body, country } of found.values())
    if (country !== null) established.set(body, (established.get(body) ?? new Set()).add(country));
  return mention => {
    const own = found.get(mention);
    if (own === undefined) return null;
    const known = established.get(own.body);
    const country = own.country ?? (known === undefined ? onlyCountry() : only([...known]));
    if (country === null) return { key: `${own.body} ${unclear}` };
    const body = titled(own.body);
    const adjective = index.countryAdjectives.get(country);
    return {
      key: `${own.body} (${country})`,
      ...(adjective !== undefined && { alsoCalled: `${titled(adjective)} ${body}` }),
    };
  };
}

/** The body that a mention names, if it is one that every country has, and the country in the words next to it. */
function bodyIn(
  { from, to }: EntityMention,
  words: Word[],
  { nationalBodies: bodies, nationalBodyStarts, countryWords }: NameIndex,
): { body: string; country: string | null } | null {
  const { sentence } = words[from]!;
  const inside = (at: number, end: number) => {
    if (at < 0 || end > words.length || at >= end || words[at]!.sentence !== sentence) return undefined;
    return countryWords.get(bare(lowerText(words, at, end)));
  };
  for (let start = from; start < to; start++) {
    if (!nationalBodyStarts.has(words[start]!.lower)) continue;
    for (let end = to; end > start; end--) {
      const body = bodies.get(lowerText(words, start, end).replaceAll('’', "'"));
      if (body === undefined) continue;
      // What is left of the mention must be its country.
      const before = start === from ? null : inside(from, start);
      const after = end === to ? null : countryAfter(words, end, sentence, countryWords);
      if (before === undefined || after === undefined) return null;
      const country =
        before ??
        after ??
        countryBefore(words, start, inside) ??
        countryAfter(words, end, sentence, countryWords);
      return { body, country: country ?? null };
    }
  }
  return null;
}

function countryBefore(
  words: Word[],
  start: number,
  inside: (at: number, end: number) => string | undefined,
): string | undefined {
  for (let length = mostCountryWords; length > 0; length--) {
    const country = inside(start - length, start);
    if (country !== undefined && words[start - length]!.isCapitalized) return country;
  }
  return undefined;
}

/** After `of`, with or without an article. */
function countryAfter(
  words: Word[],
  end: number,
  sentence: number,
  countries: NameIndex['countryWords'],
): string | undefined {
  if (words[end]?.lower !== 'of') return undefined;
  const start = words[end + 1]?.lower === 'the' ? end + 2 : end + 1;
  for (let length = mostCountryWords; length > 0; length--) {
    const last = words[start + length - 1];
    if (last?.sentence !== sentence) continue;
    const country = countries.get(bare(lowerText(words, start, start + length)));
    if (country !== undefined) return country;
  }
  return undefined;
}

function countriesNamed(words: Word[], { countryWords, countryStarts }: NameIndex): Set<string> {
  const named = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const { isCapitalized, lower } = words[at]!;
    if (!isCapitalized || (lower !== 'the' && !countryStarts.has(bare(lower)))) continue;
    for (let length = 1; length <= mostCountryWords && at + length <= words.length; length++) {
      const country = countryWords.get(bare(lowerText(words, at, at + length)));
      if (country !== undefined) named.add(country);
    }
  }
  return named;
}

/**
 * Which of the places that share a name is meant: the only one that the words of the article speak for; where one is
 * meant as a rule, another only where the words of the sentence speak for it.
 * @returns to be asked with a place's key and, unless it is outside of the body, its sentence
 */
export function placeMeant(
  words: Word[],
  index: NameIndex,
): (key: string, sentence: number | null) => Identity | null {
  let whole: string | null = null;
  const textOf = (sentence: number | null) =>
    sentence === null ? (whole ??= textIn(words)) : textIn(words.filter(word => word.sentence === sentence));
  return (key, sentence) => {
    const places = index.placeNamesakes.get(key);
    if (places === undefined) return null;
    const usual = places.find(({ isUsual }) => isUsual);
    const text = textOf(usual === undefined ? null : sentence);
    const shown = places.filter(({ signs }) => signs.some(sign => hasWords(text, sign)));
    const [first, ...others] = shown.length > 0 ? shown : usual ? [usual] : [];
    if (first === undefined || others.length > 0) return { key: `${key} ${unclear}` };
    return { key: first === usual ? key : `${key} (${first.kind})`, kind: first.kind as PlaceKind };
  };
}

function textIn(words: Word[]): string {
  return ` ${words.map(({ lower }) => lower.replace(/['’]s?$/, '')).join(' ')} `;
}

function hasWords(text: string, sign: string): boolean {
  return text.includes(` ${sign} `) || text.includes(` ${sign}s `);
}

function only(list: readonly string[]): string | null {
  return list.length === 1 ? list[0]! : null;
}

/** Without an article and a possessive. */
function bare(text: string): string {
  const name = text.startsWith('the ') ? text.slice('the '.length) : text;
  return /[s'’]$/.test(name) ? name.replace(/['’]s?$/, '') : name;
}

function titled(text: string): string {
  return text
    .replace(/(?<![\p{L}.'’])\p{Ll}/gu, letter => letter.toUpperCase())
    .replace(/\b(?:Of|And|The)\b/g, small => small.toLowerCase());
}
