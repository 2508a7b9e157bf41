import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { officeFrom } from './apposition.ts';
import { link, longest, mark, type Names, officeAt, type Range } from './role-phrase.ts';

/** `Umpires: X and Y.`: what begins a sentence of nothing else but names. */
export function labelBefore(words: Word[], name: number, names: Names, index: NameIndex): Range | null {
  const { sentence } = words[name]!;
  const end = words[names.get(name) ?? name + 1];
  const isListed = end?.sentence !== sentence || /^(?:[.;(]|and)$/.test(end.lower);
  const first = words[name - 1]?.lower === 'and' ? nameEndingAt(name - 1, names) : name;
  if (!isListed || first === null || words[first - 1]?.text !== ':') return null;
  let from = first - 1;
  while (words[from - 1]?.sentence === sentence && !mark.has(words[from - 1]!.text)) from--;
  const isOffice = from < first - 1 && officeAt(words, from, first - 1, index) === first - 1 - from;
  return isOffice && words[first]!.sentence === sentence ? { from, to: first - 1 } : null;
}

function nameEndingAt(end: number, names: Names): number | null {
  for (let from = end - 1; from > end - 6; from--) if (names.get(from) === end) return from;
  return null;
}

/** `Anna Holm – Director, Torva Board`, a line of its own: the office with its body. */
export function roleInLine(words: Word[], { from, to }: Range, names: Names, index: NameIndex): Range | null {
  const { paragraph } = words[from]!;
  const inLine = (at: number) => words[at]?.paragraph === paragraph;
  const isFirst =
    !inLine(from - 1) || (!inLine(from - 2) && /^(?:\d{1,2}[.)]?|[-–—•*])$/.test(words[from - 1]!.text));
  if (!isFirst || !inLine(to + 1) || !/^[-–—]$/.test(words[to]!.text)) return null;
  const office = words[to + 1]!.isCapitalized ? officeFrom(words, to + 1, names, index) : null;
  if (!office || office.from !== to + 1 || words[office.to]?.text !== ',' || !inLine(office.to + 1))
    return office;
  let end = office.to + 1;
  while (inLine(end) && end < to + longest && (words[end]!.isCapitalized || link.has(words[end]!.lower)))
    end++;
  return inLine(end) && words[end]!.text !== '.' ? office : { ...office, to: end };
}
