import { memoize } from '../system/memoize.ts';
import { toLatin } from './fold.ts';
import {
  arabicArticle,
  generationSuffixes,
  innerParticles,
  particles,
  patronymic,
  patronymicMarkers,
  portugueseSuffixes,
  postNominals,
  regnalNumeral,
  titles,
} from './vocabulary.ts';

/** What parsing and comparing names needs to know besides the closed classes of `vocabulary.ts`. */
export type NameLists = {
  /** Folded surnames that precede the given name. */
  familyFirst: ReadonlySet<string>;
  /** A folded given name to the groups of short forms and equivalents it belongs to. */
  nicknames: ReadonlyMap<string, readonly number[]>;
  /** Folded given names of women and of men, and surnames. */
  female: ReadonlySet<string>;
  male: ReadonlySet<string>;
  surnames: ReadonlySet<string>;
};

/** The nicknames of `NameLists` from lines that list the forms of one name each. */
export function nicknameGroups(lines: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [group, line] of lines.entries())
    for (const name of line.split(/\s+/)) found.set(name, [...(found.get(name) ?? []), group]);
  return found;
}

/** A person's name, parsed; every word folded, without hyphens, apostrophes and stops. */
export type PersonName = {
  /** Given names in order, an initial as one letter; empty for a surname alone. */
  given: string[];
  /** The surname without its particles. */
  surname: string;
  /** `jr`, `sr`, `ii` … or ''. */
  suffix: string;
  /** All words in the order of writing, particles left out. */
  words: string[];
  /** The name as it is written, if a word of it mixes letters of several scripts, as to pass for another name. */
  mixed?: string;
};

/** A word of Latin letters and look-alikes from other scripts, or the other way round. */
const mixedScripts =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;

/** Whether a word of a name mixes letters of several scripts, as to pass for another name. */
export function mixesScripts(name: string): boolean {
  return mixedScripts.test(name);
}

/** Parses a name as it is written, in any script, titles before it allowed; null if it has no letter. */
export type ParseName = (text: string) => PersonName | null;

/** The parser of names for some lists; it remembers what it parsed last. */
export function createNameParser(lists: Pick<NameLists, 'familyFirst'>): ParseName {
  return memoize(text => {
    const name = parse(text, lists);
    return name !== null && mixesScripts(text) ? { ...name, mixed: text.normalize('NFC') } : name;
  });
}

/** What opens a surname and is left out where names are compared: `Wouter ’t Hart`, `Oonagh Ní Bhriain`. */
const innerArticle = /(?<![^\s])(?:(?:in )?['’‘`]t|Ní|Uí|Ó|Mhic|(?<=\S )Nic) (?=\p{Lu})/gu;

type Token = { word: string; isLower: boolean; isNumeral: boolean; hasArticle: boolean };

function parse(text: string, { familyFirst }: Pick<NameLists, 'familyFirst'>): PersonName | null {
  const tokens = tokensOf(text);
  while (tokens.length > 1 && titles.has(tokens[0]!.word) && !isSultanAsName(tokens)) tokens.shift();
  const suffix = takeSuffix(tokens);
  const patronymicAt = takePatronymicMarker(tokens);
  const words = withoutParticles(tokens).map(({ word }) => word);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (words.length === 1) return { given: [], surname: first, suffix, words };
  const endsInPatronymic =
    patronymicAt === 'last' || (words.length === 3 && patronymic.test(last) && !patronymic.test(first));
  if (endsInPatronymic) return { given: words.slice(1), surname: first, suffix, words };
  if (familyFirst.has(first) && !familyFirst.has(last))
    return { given: [words.slice(1).join('')], surname: first, suffix, words };
  return { given: words.slice(0, -1), surname: last, suffix, words };
}

/** `Sultan Al-Mansoori`, `Sultan bin Rashid`: rulers are called by a given name. */
function isSultanAsName([first, next]: Token[]): boolean {
  return (
    first?.word === 'sultan' && next !== undefined && (next.hasArticle || /^(?:bin|ibn|al)$/.test(next.word))
  );
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const latin = toLatin(text.replace(innerArticle, ' ')).replace(/(?<=\p{L}\p{L})['’`´]s(?!\p{L})/gu, '');
  for (const raw of latin.split(/[\s,]+/)) {
    const bare = raw.replace(arabicArticle, '');
    const parts = /^(?:\p{L}\.-?)+\p{L}?\.?$/u.test(bare) ? bare.split(/[.-]/) : [bare.replace(/\.$/, '')];
    for (const part of parts) {
      const letters = part.replace(/[^\p{L}]/gu, '');
      if (letters)
        tokens.push({
          word: letters.toLowerCase(),
          isLower: /^\p{Ll}/u.test(part),
          isNumeral: regnalNumeral.test(raw),
          hasArticle: bare !== raw,
        });
    }
  }
  return tokens;
}

function takeSuffix(tokens: Token[]): string {
  let suffix = '';
  while (tokens.length > 2 && postNominals.has(tokens.at(-1)!.word)) tokens.pop();
  const last = tokens.at(-1);
  const generation = generationSuffixes.get(last?.word ?? '') ?? portugueseSuffix(tokens);
  if (last && tokens.length > 1 && (generation !== undefined || last.isNumeral)) {
    tokens.pop();
    suffix = generation ?? last.word;
  }
  return suffix;
}

/** `João Prado Filho`, `Prado Filho`: behind two names, or `Filho` behind one. */
function portugueseSuffix(tokens: Token[]): string | undefined {
  const last = tokens.at(-1)?.word ?? '';
  return portugueseSuffixes.has(last) && (tokens.length > 2 || last === 'filho') ? last : undefined;
}

/** Takes `oglu` and the like out; `last` if the name ended in one, and so begins with the surname. */
function takePatronymicMarker(tokens: Token[]): 'last' | 'inner' | null {
  const at = tokens.findIndex(({ word }, index) => index >= 2 && patronymicMarkers.has(word));
  if (at < 0) return null;
  const isLast = at === tokens.length - 1;
  tokens.splice(at, 1);
  return isLast ? 'last' : 'inner';
}

function withoutParticles(tokens: Token[]): Token[] {
  if (tokens.length < 2) return tokens;
  const kept = tokens.filter(({ word, isLower }, at) => {
    if (at === tokens.length - 1) return true;
    // `zu Hohenfels` alone is a surname, `ben wallis` may be typed so.
    if (innerParticles.has(word)) return word !== 'arap' && !(isLower && (at > 0 || particles.has(word)));
    // A name may begin with its particle, and `Da Silva` alone is a surname.
    return !particles.has(word);
  });
  return kept.length > 0 ? kept : tokens.slice(-1);
}
