import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Document, Span } from '../../model/document.ts';
import type { ReadRole } from '../../model/reading.ts';
import { isYearInFigures } from '../../text/calendar.ts';
import { type Word, wordIndexAt } from '../../tokens/words.ts';
import { officeFrom } from './apposition.ts';
import { frontedRole } from './fronted.ts';
import { invertedRole } from './inverted.ts';
import { ledBody } from './led-bodies.ts';
import { roleInLine } from './line-roles.ts';
import { hasLeft, officeChanges, over } from './office-changes.ts';
import { changing, type OfficeChange } from './posts.ts';
import { laterOffice, predicateRole } from './predicates.ts';
import { formerly, roleAfter } from './role-after.ts';
import { roleBefore } from './role-before.ts';
import { headIn, type Names, type Range } from './role-phrase.ts';
import { calledByPlural, pluralBefore, pluralBehind } from './shared.ts';
import { officeBeforeRank, withEarlierTrades } from './two-offices.ts';

/**
 * What the article calls a person besides the name, each wording once, with offsets; `ended` where it says that the office
 * is no longer held.
 */
export function rolesOf(
  mentions: readonly Span[],
  names: Names,
  document: Document,
  words: Word[],
  index: NameIndex,
): ReadRole[] {
  const given = mentions.flatMap(mention => {
    const from = wordIndexAt(words, mention.start);
    const to = wordIndexAt(words, mention.end);
    // A headline or a caption is not among the words.
    return to <= from ? [] : rolesAt(words, { from, to }, names, index);
  });
  return withRoles([], given, document, words, index);
}

/** Roles with more of the same person's, each wording once. */
export function withRoles(
  roles: readonly ReadRole[],
  more: readonly OfficeChange[],
  document: Document,
  words: Word[],
  index: NameIndex,
): ReadRole[] {
  const keyOf = (text: string) => text.replace(/\s+/g, ' ').toLowerCase();
  const found = new Map(roles.map(role => [keyOf(role.called ?? role.text), { ...role }]));
  for (const role of more) {
    const start = words[role.from]!.start;
    const end = words[role.to - 1]!.end;
    const text = document.input.slice(start, end);
    const called = role.called ?? calledByPlural(words, role, text, index);
    const key = keyOf(called ?? text);
    const known = found.get(key);
    if (known && role.ended) known.ended = true;
    if (known || isOnlyThere(words, role, index)) continue;
    found.set(key, {
      start,
      end,
      text,
      ...(role.ended && { ended: true as const }),
      ...(called && { called }),
    });
  }
  return withSameOfficeEnded([...found.values()]);
}

/** `the crime victim X`, `residents X and Y`: what someone is where something happened is not what they are. */
function isOnlyThere(words: Word[], { from, to }: Range, index: NameIndex): boolean {
  const head = headIn(words, from, to, index);
  return head !== null && onlyThere.test(words[head.to - 1]!.lower);
}

const onlyThere =
  /^(?:victim|resident|survivor|bystander|passer-by|onlooker|neighbou?r|tenant|witness|eyewitness)s?$/;

/** The roles that one mention has around it. */
function rolesAt(words: Word[], { from, to }: Range, names: Names, index: NameIndex): OfficeChange[] {
  const nearest = roleBefore(words, from, names, index) ?? pluralBefore(words, from, names, index);
  const before = nearest?.to === from ? withEarlierTrades(words, nearest, index) : nearest;
  const all = pluralBehind(words, { from, to }, names, index);
  const behind = all?.listEnd ?? to;
  const after =
    memberBehind(words, to, names, index) ??
    roleInLine(words, { from, to }, names, index) ??
    all ??
    roleAfter(words, { from, to }, names, index);
  const further = before && officeBeforeRank(words, from, before, names, index);
  const given = [further, before, after].filter(role => role !== null);
  const isChanging = mayChange(words, from, to);
  const changes = isChanging ? officeChanges(words, { from, to }, names, index) : [];
  const start = before === null ? addressStart(words, from, index) : before.from;
  const said = saidAt(words, { from, to }, start, names, index);
  const inverted = before === null ? invertedRole(words, { from: start, to }, names, index) : null;
  const fronted = given.length === 0 ? frontedRole(words, start, names, index) : null;
  const minor = given.length === 0 ? minorAt(words, from, behind) : null;
  const isOver = given.length > 0 && isChanging && hasLeft(words, { from, to: behind });
  return [
    ...given.map(role => ({ ...role, ended: isOver || isOverBefore(words, role, behind) })),
    ...changes,
    ...said,
    ...(inverted === null ? [] : [inverted]),
    ...(fronted === null ? [] : [fronted]),
    ...(minor && changes.length === 0 ? [{ ...minor, ended: false }] : []),
  ];
}

/** What a sentence says of its subject: what they are, and what they lead. */
function saidAt(
  words: Word[],
  subject: Range,
  start: number,
  names: Names,
  index: NameIndex,
): OfficeChange[] {
  const said = predicateRole(words, subject, start, names, index) ?? ledBody(words, subject, start, index);
  if (said === null) return [];
  const later = laterOffice(words, said, names, index);
  return later === null ? [said] : [said, later];
}

/** The offices that a sentence says its subject has, gets or loses, which it does not name. */
export function rolesOfSubject(
  words: Word[],
  subject: Range,
  names: Names,
  index: NameIndex,
): OfficeChange[] {
  return [
    ...saidAt(words, subject, subject.from, names, index),
    ...[frontedRole(words, subject.from, names, index)].filter(role => role !== null),
    ...(mayChange(words, subject.from, subject.to) ? officeChanges(words, subject, names, index) : []),
  ];
}

/** `X MP`, `X MP for Tarn East` */
function memberBehind(words: Word[], to: number, names: Names, index: NameIndex): Range | null {
  if (words[to]?.sentence !== words[to - 1]!.sentence || !/^M(?:P|EP|SP|LA|PP)$/.test(words[to]!.text))
    return null;
  return officeFrom(words, to, names, index);
}

/** Where the forms of address before a name begin. */
function addressStart(words: Word[], from: number, index: NameIndex): number {
  let start = from;
  while (
    words[start - 1]?.sentence === words[from]!.sentence &&
    index.honorifics.has(words[start - 1]!.lower)
  )
    start--;
  return start;
}

/**
 * `the 17-year-old X`, `X, a 15-year-old boy`: the age of someone under eighteen of whom nothing else is said, as newspapers call them
 * by it. Those of others change too often to say who they are.
 */
function minorAt(words: Word[], from: number, to: number): Range | null {
  const { sentence } = words[from]!;
  const isAge = (at: number) => words[at]?.sentence === sentence && ageOfMinor.test(words[at]!.lower);
  if (isAge(from - 1)) return { from: from - 1, to: from };
  const isApart = words[to]?.text === ',' && /^(?:an?|the)$/.test(words[to + 1]?.lower ?? '');
  if (!isApart || !isAge(to + 2)) return null;
  const isNamed = /^(?:boy|girl|student|pupil|schoolboy|schoolgirl)$/.test(words[to + 3]?.lower ?? '');
  return { from: to + 2, to: isNamed ? to + 4 : to + 3 };
}

const ageOfMinor = /^(?:[1-9]|1[0-7])-year-old$/;

const isOverBefore = (words: Word[], { from, to }: Range, behind: number) =>
  over.test(words[from - 1]?.lower ?? '') ||
  (words[to]?.lower === 'until' && /^(?:last|recently|his|her|their)$/.test(words[to + 1]?.lower ?? '')) ||
  (from > behind && formerly.test(words[behind + 1]?.lower ?? '')) ||
  isPastTerm(words, to);

/** `governor of Tarn from 1980 to 1988`, `governor until 1988`, behind an office. */
function isPastTerm(words: Word[], at: number): boolean {
  const opening = words[at]?.lower ?? '';
  if (opening !== 'from' && opening !== 'until' && opening !== 'between') return false;
  let years = 0;
  for (let next = at + 1; next < at + longestTerm; next++) {
    const word = words[next];
    if (word?.sentence !== words[at]!.sentence || /^[,.;)]$/.test(word.text)) break;
    if (isYearInFigures(word.text)) years++;
  }
  return years > (opening === 'until' ? 0 : 1);
}

const longestTerm = 8;

/** How many words behind a name are looked at, and before it, where only forms of address and offices come between. */
const reach = 16;
const longestBefore = 7;

/** Whether a word for a change of office is near a name: few names have one. */
function mayChange(words: Word[], from: number, to: number): boolean {
  const { sentence } = words[from]!;
  if (words[to]?.lower === 'as' || words[to]?.isCapitalized === false)
    for (let at = from - 1; at > from - longestBefore && words[at]?.sentence === sentence; at--)
      if (changing.has(words[at]!.lower)) return true;
  for (let at = to; at < to + reach && words[at]?.sentence === sentence; at++)
    if (changing.has(words[at]!.lower)) return true;
  return false;
}

/** `the education minister … has resigned as minister`: shorter and longer wordings of an office end with it. */
function withSameOfficeEnded(roles: ReadRole[]): ReadRole[] {
  const ended = roles.filter(role => role.ended).map(({ text }) => contentWords(text));
  if (ended.length === 0) return roles;
  return roles.map(role => {
    const own = contentWords(role.text);
    const isSame = ended.some(
      other => [...own].every(word => other.has(word)) || [...other].every(word => own.has(word)),
    );
    return isSame && !/^(?:new|incoming|next)\b/i.test(role.text) ? { ...role, ended: true as const } : role;
  });
}

const contentWords = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.filter(word => !/^(?:the|of|for|s|a|an)$/.test(word)) ?? [],
  );
