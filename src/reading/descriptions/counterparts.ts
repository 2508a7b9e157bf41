import type { NameIndex } from '../knowledge/name-index.ts';
import type { ReadPerson } from '../model/reading.ts';
import type { OfficeChange } from '../people/roles/posts.ts';
import { headIn, isPossessive, type Names, type Range } from '../people/roles/role-phrase.ts';
import { type Word, wordIndexAt } from '../tokens/words.ts';

/**
 * `Foreign Minister X met his Norlandish counterpart, Y`: what Y is by the office of X, the only one whom the sentence names
 * before; null where it is open whose counterpart Y is.
 * @param at the word `counterpart`
 */
export function counterpartAt(
  words: Word[],
  at: number,
  people: readonly ReadPerson[],
  names: Names,
  index: NameIndex,
): { name: number; role: OfficeChange } | null {
  const name = words[at + 1]?.text === ',' ? at + 2 : at + 1;
  const { sentence } = words[at]!;
  const land = words[at - 1];
  const isOwned =
    /^(?:his|her|their)$/.test(words[at - 2]?.lower ?? '') || isPossessive(words[at - 2] ?? words[at]!);
  if (!names.has(name) || !isOwned || !land || land.sentence !== sentence || !isLand(land, index))
    return null;
  let other: number | null = null;
  for (let before = at - 1; words[before]?.sentence === sentence; before--) {
    const isCounterpart =
      words[words[before - 1]?.text === ',' ? before - 2 : before - 1]?.lower === 'counterpart';
    if (!names.has(before) || isCounterpart) continue;
    if (other !== null) return null;
    other = before;
  }
  const office = other === null ? undefined : officeOf(words, other, people, index);
  if (office === undefined) return null;
  return { name, role: { from: at - 1, to: at + 1, ended: false, called: `${land.text} ${office}` } };
}

const isLand = ({ lower }: Word, index: NameIndex) =>
  index.demonyms.has(lower) || index.countryWords.has(lower);

/** Whether an office is that of a minister with a field: the counterpart of a president may be a chancellor. */
const isMinister = (words: Word[], { to }: Range) =>
  words[to - 1]!.lower === 'minister' && words[to - 2]?.lower !== 'prime';

/** The office, without its land, of the one who is named at a word: `foreign minister` of `Velmian Foreign Minister`. */
function officeOf(
  words: Word[],
  name: number,
  people: readonly ReadPerson[],
  index: NameIndex,
): string | undefined {
  const { start } = words[name]!;
  const person = people.find(({ mentions }) => mentions.some(mention => mention.start === start));
  for (const role of person?.roles ?? []) {
    const [from, to] = [wordIndexAt(words, role.start), wordIndexAt(words, role.end)];
    const head = headIn(words, from, to, index);
    if (!head || role.ended || !isMinister(words, head)) continue;
    const own = words.slice(from, head.to).filter(word => !isLand(word, index) && !isPossessive(word));
    return own.map(({ lower }) => lower).join(' ');
  }
  return undefined;
}
