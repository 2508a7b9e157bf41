import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { officeFrom } from './apposition.ts';
import { withCompound } from './compound.ts';
import { behindOther, nameStart, officeStart } from './office-start.ts';
import { isPlain, isQuoted } from './predicates.ts';
import {
  determiner,
  headIn,
  isPossessive,
  isToAnother,
  link,
  type Names,
  type Range,
  relation,
  singularOffice,
} from './role-phrase.ts';

/** `Board members X, Y and Z`, `the former ministers X and Y`: what several are called before their names. */
export function pluralBefore(words: Word[], name: number, names: Names, index: NameIndex): Range | null {
  const first = listStart(words, name, names);
  const { sentence } = words[name]!;
  const isApart = words[first - 1]?.text === ',';
  const to = isApart ? first - 1 : first;
  const last = words[to - 1];
  if (last?.sentence !== sentence || !endsPlural(last, index)) return null;
  const list = namesBehind(words, names.get(first) ?? first, names);
  if (list.count === 0 || (isApart && !/^[,.;:)]$/.test(words[list.end]?.text ?? '.'))) return null;
  const { start } = officeStart(words, to, sentence, false, names, index);
  let from = start;
  while (
    from < to &&
    (/^(?:,|and)$/.test(words[from]!.lower) ||
      link.has(words[from]!.lower) ||
      isPossessive(words[from]!) ||
      determiner.has(words[from]!.lower))
  )
    from++;
  from = behindOther(words, from, to, index);
  // `her fellow leaders X and Y`
  for (let at = from; at < to; at++)
    if (/^(?:and|,)$/.test(words[at]!.lower)) return null;
    else if (isToAnother.has(words[at]!.lower)) from = at + 1;
  const head = headIn(words, from, to, index);
  if (head?.to !== to) return null;
  from = withCompound(words, from, index);
  // `members X and Y`: of what is open; `candidates X and Y`: for what.
  return from === to - 1 && bare.test(last.lower) ? null : { from, to };
}

const bare = /^(?:members|candidates|hopefuls|contenders|front-?runners|favou?rites|stars|hosts)$/;

/** Whether a word is the plural of an office that several can have at once. */
function endsPlural({ lower }: Word, index: NameIndex): boolean {
  const one = singularOffice(lower, index);
  return one !== null && !relation.has(one);
}

/** Where the list begins that a name is in: the first of `X, Y and Z`. */
function listStart(words: Word[], name: number, names: Names): number {
  let first = name;
  while (first > 1) {
    let at = first - 1;
    if (words[at]!.lower === 'and') at--;
    if (words[at]?.text === ',') at--;
    const before =
      at < first - 1 && words[at]?.sentence === words[name]!.sentence ? nameStart(at, names) : null;
    if (before === null) break;
    first = before;
  }
  return first;
}

/** Where a list of names goes on to from the end of one, and how many more there are, the last after `and`. */
function namesBehind(words: Word[], end: number, names: Names): { end: number; count: number } {
  let at = end;
  let count = 0;
  for (;;) {
    const isLast = words[at]?.lower === 'and' || (words[at]?.text === ',' && words[at + 1]?.lower === 'and');
    const next = words[at]?.text === ',' && isLast ? at + 2 : at + 1;
    const goesOn = isLast || words[at]?.text === ',';
    const to = goesOn ? names.get(next) : undefined;
    if (to === undefined || words[next]!.sentence !== words[end - 1]!.sentence) return { end, count: 0 };
    count++;
    if (isLast) return { end: to, count };
    at = to;
  }
}

/**
 * `X, Y and Z, trustees of …`, `X and Y, both nurses,`, `X and Y are members of …`: what all of the list that a name is in are
 * called behind it.
 */
export function pluralBehind(
  words: Word[],
  { from, to }: Range,
  names: Names,
  index: NameIndex,
): (Range & { listEnd: number }) | null {
  const isLast = /^(?:,|are)$/.test(words[to]?.lower ?? '') && words[from - 1]?.lower === 'and';
  if (!isLast && words[to]?.text !== ',' && words[to]?.lower !== 'and') return null;
  const listEnd = isLast ? to : namesBehind(words, to, names).end;
  if (!(isLast || listEnd > to) || !/^(?:,|are)$/.test(words[listEnd]?.lower ?? '')) return null;
  // `the wives of X and Y are judges`, `“X and Y are nurses,” …`
  const isSaid = words[listEnd]!.lower === 'are';
  const first = isSaid ? listStart(words, from, names) : from;
  if (isSaid && (link.has(words[first - 1]?.lower ?? '') || isQuoted(words, from))) return null;
  let start = listEnd + 1;
  while (/^(?:both|all|now|also|the|its|their)$/.test(words[start]?.lower ?? '')) start++;
  if (words[start]?.sentence !== words[from]!.sentence) return null;
  const role = officeFrom(words, start, names, index);
  const head = role && headIn(words, role.from, role.to, index);
  if (!head || !endsPlural(words[head.to - 1]!, index)) return null;
  return isSaid && !isPlain(words, role.from, head, '', index) ? null : { ...role, listEnd };
}

/** What one is called by an office in the plural: `board member` of `board members`; undefined where it is no plural. */
export function calledByPlural(
  words: Word[],
  { from, to }: Range,
  text: string,
  index: NameIndex,
): string | undefined {
  const head = headIn(words, from, to, index);
  const isLast = head !== null && (head.to === to || link.has(words[head.to]!.lower));
  if (!isLast) return undefined;
  const { lower, start, end } = words[head.to - 1]!;
  const one = singularOffice(lower, index);
  if (one === null) return undefined;
  const [at, behind] = [start - words[from]!.start, end - words[from]!.start];
  // `MPs`: what both have in common keeps its capitals.
  const same = /(?:men|ies|s)$/.exec(lower)!.index;
  return text.slice(0, at + same) + one.slice(same) + text.slice(behind);
}
