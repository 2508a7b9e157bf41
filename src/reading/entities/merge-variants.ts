import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document, Span } from '../model/document.ts';
import type { Word } from '../tokens/words.ts';
import { type EntityMention, lowerText } from './mentions/entity.ts';

/** An organization or a place under its fullest name, with the other names that the article uses. */
export type NamedEntity = {
  name: string;
  variants?: string[];
  kind?: string;
  key: string;
  mentions: { start: number; end: number; text: string }[];
};

/** `alsoCalled`: a name besides its mentions. */
type Named = Span & { key: string; kind: string | null; alsoCalled?: string };

/** Mentions grouped by what they name, in the order in which each is first mentioned. */
export function mergeVariants(
  mentions: Named[],
  { input }: Document,
  shown: (name: string) => string = name => name,
): NamedEntity[] {
  const groups = new Map<string, Named[]>();
  for (const mention of mentions.toSorted((a, b) => a.start - b.start)) {
    const group = groups.get(mention.key);
    if (group) group.push(mention);
    else groups.set(mention.key, [mention]);
  }
  return [...groups.values()].map(group => {
    const spans = group.map(({ start, end }) => ({ start, end, text: input.slice(start, end) }));
    const names = [...new Set(spans.map(({ text }) => text.replace(/\s+/g, ' ')))];
    const longest = names.reduce((best, other) => (fullness(other) > fullness(best) ? other : best));
    const name = shown(longest);
    const kind = group.find(mention => mention.kind !== null)?.kind;
    const also = group.find(mention => mention.alsoCalled !== undefined)?.alsoCalled;
    const variants = [...new Set([...names, ...(also === undefined ? [] : [also])])].filter(
      other => other !== name && other !== longest,
    );
    return {
      name,
      ...(variants.length > 0 && { variants }),
      ...(kind && { kind }),
      key: group[0]!.key,
      mentions: spans,
    };
  });
}

/** A name in ordinary letters before one in capitals, then the longer. */
function fullness(name: string): number {
  return (/\p{Ll}/u.test(name) ? 1_000 : 0) + name.length;
}

/** The name of a place as a newspaper writes it inside a sentence: `TALLINN`, as in datelines, is `Tallinn`; `UAE` stays as it is. */
export function withSmallLetters(name: string): string {
  if (/\p{Ll}|\./u.test(name) || name.replace(/[^\p{L}]/gu, '').length < fewestShouted) return name;
  return name
    .toLowerCase()
    .replace(/(?:(?<![\p{L}'’])|(?<=(?<!\p{L})\p{L}['’]))(?:mc)?\p{L}/gu, start =>
      start.length > 1 ? `Mc${start.slice(2).toUpperCase()}` : start.toUpperCase(),
    )
    .replace(
      /(?<=\S )(?:De|Del|Da|Do|Dos|Das|Di|La|Las|Los|El|Of|The|And|Upon|Sur|Am|An|Der|En|Y)(?= )/g,
      word => word.toLowerCase(),
    );
}

/** Names of fewer letters are more likely short forms. */
const fewestShouted = 4;

/** The key of a place: spellings of one place have one key. */
export function placeKey(text: string, index: NameIndex): string {
  const lower = plain(text);
  return index.placeVariants.get(lower) ?? lower;
}

/**
 * The keys of an article's organizations: `Dhaka Stock Exchange (DSE)` makes the short form a variant, and so do
 * initials without brackets where only one name of the article has them.
 */
export function organizationKeys(
  mentions: EntityMention[],
  words: Word[],
  index: NameIndex,
): (mention: EntityMention) => string {
  const aliases = new Map<string, string>();
  const byInitials = new Map<string, Set<string>>();
  const byEnd = new Map(mentions.map(mention => [mention.to, mention]));
  const keyOf = (from: number, to: number) => {
    const lower = withoutArticle(lowerText(words, from, to).replaceAll('’', "'"));
    return index.organizationVariants.get(lower) ?? keyByOwner(lower, index);
  };
  for (const { from, to, type } of mentions) {
    if (type !== 'organization' || to - from < 2) continue;
    const initials = initialsOf(words.slice(from, to));
    byInitials.set(initials, (byInitials.get(initials) ?? new Set()).add(keyOf(from, to)));
  }
  for (const { from, to, type } of mentions) {
    if (type !== 'organization' || to - from !== 1) continue;
    const key = keyOf(from, to);
    const long = words[from - 1]?.text === '(' ? byEnd.get(from - 1) : undefined;
    const same = byInitials.get(key.replace(/\./g, ''));
    if (long?.type === 'organization' && long.to - long.from > 1) aliases.set(key, keyOf(long.from, long.to));
    else if (same?.size === 1 && /^\p{Lu}+$/u.test(words[from]!.text)) aliases.set(key, [...same][0]!);
  }
  addShortCompanies(aliases, mentions, words, keyOf);
  return ({ from, to }) => {
    const key = keyOf(from, to);
    return aliases.get(key) ?? key;
  };
}

/** One key for `U.N. Security Council` and `United Nations Security Council`: the name that it begins with has spellings. */
function keyByOwner(lower: string, { organizationVariants }: NameIndex): string {
  const blank = lower.indexOf(' ');
  const owner = blank < 0 ? undefined : organizationVariants.get(lower.slice(0, blank));
  if (owner === undefined) return lower;
  const whole = owner + lower.slice(blank);
  return organizationVariants.get(whole) ?? whole;
}

/** Makes `Kestrel` an alias of `Kestrel plc`, and `Torva` of `Torva Lab`, where an article has both. */
function addShortCompanies(
  aliases: Map<string, string>,
  mentions: EntityMention[],
  words: Word[],
  keyOf: (from: number, to: number) => string,
): void {
  const keys = new Set<string>();
  for (const { from, to, type } of mentions) if (type === 'organization') keys.add(keyOf(from, to));
  for (const key of keys) {
    const plainKey = key.replace(legalForm, '');
    if (plainKey !== key && keys.has(plainKey)) aliases.set(plainKey, key);
  }
  for (const [short, long] of shortCompanies(mentions, words)) {
    const key = plain(short);
    if (!aliases.has(key) && keys.has(key)) aliases.set(key, aliases.get(long) ?? long);
  }
}

/** First words of companies' names by which one company of the article alone is called: `Torva` for `Torva Lab`. */
function shortCompanies(mentions: EntityMention[], words: Word[]): Map<string, string> {
  const found = new Map<string, string | null>();
  for (const { from, to, type, kind } of mentions) {
    if (type !== 'organization' || kind !== 'company' || to - from < 2) continue;
    const [first, long] = [words[from]!.lower, plain(lowerText(words, from, to))];
    const known = found.get(first);
    if (known === undefined) found.set(first, long);
    else if (known !== long) found.set(first, null);
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}

/** `Kestrel plc`, called `Kestrel` later on. */
const legalForm =
  /,? (?:plc|inc|inc\.|ltd|ltd\.|llc|corp|corp\.|corporation|gmbh|ag|sa|s\.a\.|nv|n\.v\.|spa|oyj|asa|co|co\.)$/;

function plain(text: string): string {
  const name = withoutArticle(text.toLowerCase().replaceAll('’', "'"));
  return /[^\S ]|\s\s/.test(name) ? name.replace(/\s+/g, ' ') : name;
}

function withoutArticle(lower: string): string {
  return lower.startsWith('the ') ? lower.slice('the '.length) : lower;
}

function initialsOf(words: Word[]): string {
  return words
    .filter(({ isCapitalized }) => isCapitalized)
    .map(({ lower }) => lower[0])
    .join('');
}
