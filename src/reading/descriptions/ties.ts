import type { Context } from '../grammar/context.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { ReadPerson } from '../model/reading.ts';
import { isPossessiveEnding, type Word, wordIndexAt } from '../tokens/words.ts';

/** How many words of a title are looked at before a name: `the Norlandish left-arm bowler X`. */
const longestTitle = 5;

/** `R-Ohio`: the party and the state of a member of a parliament. */
const partyAndPlace = /^([RD])-(\p{Lu}\p{L}+)/u;
const parties: Readonly<Record<string, string>> = { R: 'republican', D: 'democrat' };

const known = new WeakMap<Context, Map<ReadPerson, ReadonlySet<string>>>();

/**
 * What the words around their mentions tie a person to: places, of countries the name even where the adjective is
 * used, and parties; lower case. `Norland’s X`, `Norlandish poet X`, `Tarrow-born X`, `X of Norland`, `X, from Tarrow`.
 */
export function tiesOf(context: Context, person: ReadPerson): ReadonlySet<string> {
  let ties = known.get(context);
  if (!ties) known.set(context, (ties = new Map()));
  let own = ties.get(person);
  if (!own) ties.set(person, (own = new Set(tied(context, person))));
  return own;
}

/** The country of a word for what or who is of it; else the word itself. */
export function placeOf(index: NameIndex, lower: string): string {
  return index.countryWords.get(lower) ?? lower;
}

/** Whether a word says where someone is from, or which party they belong to. */
export function isTie({ demonyms, countryWords, places }: NameIndex, lower: string): boolean {
  return demonyms.has(lower) || countryWords.has(lower) || places.has(lower);
}

function tied({ words, index, quoted }: Context, { mentions }: ReadPerson): string[] {
  return mentions.flatMap(({ start, end }) => {
    const from = wordIndexAt(words, start);
    if (quoted[from]) return [];
    const found = [...before(words, from), ...behind(words, wordIndexAt(words, end))];
    return found.map(word => placeOf(index, word));
  });
}

function before(words: Word[], name: number): string[] {
  const sentence = words[name]?.sentence;
  if (isPossessiveEnding(words[name - 1]?.text) && words[name - 2]?.isCapitalized)
    return [words[name - 2]!.lower];
  const found: string[] = [];
  for (let at = name - 1; at >= name - longestTitle; at--) {
    const word = words[at];
    if (!word || word.sentence !== sentence || !/^(NOUN|PROPN|ADJ|NUM)$/.test(word.pos)) break;
    if (/-born$/.test(word.lower)) found.push(word.lower.slice(0, -'-born'.length));
    else if (word.isCapitalized) found.push(word.lower);
  }
  return found;
}

function behind(words: Word[], end: number): string[] {
  const sentence = words[end - 1]?.sentence;
  let at = /^[,(]$/.test(words[end]?.text ?? '') ? end + 1 : end;
  const party = partyAndPlace.exec(words[at]?.text ?? '');
  if (party) return [parties[party[1]!]!, party[2]!.toLowerCase()];
  if (!/^(of|from)$/.test(words[at]?.lower ?? '')) return [];
  const found: string[] = [];
  if (words[++at]?.lower === 'the') at++;
  for (; words[at]?.isCapitalized && words[at]!.sentence === sentence; at++) found.push(words[at]!.lower);
  return found;
}
