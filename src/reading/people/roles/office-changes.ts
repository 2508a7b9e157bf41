import type { NameIndex } from '../../knowledge/name-index.ts';
import { isUnambiguousDate } from '../../text/calendar.ts';
import type { Word } from '../../tokens/words.ts';
import { changeBefore } from './appointments.ts';
import {
  appointed,
  becoming,
  began,
  changing,
  dismissed,
  followed,
  isDoubtful,
  joining,
  kept,
  left,
  leftTwo,
  type OfficeChange,
  postFrom,
  verbStarts,
} from './posts.ts';
import { mark, type Names, type Range } from './role-phrase.ts';

/** Words that may come between a name and its verb; any other leaves open whether it happened. */
const between: ReadonlySet<string> = new Set(
  'who has have had is was were been also formally officially duly then today yesterday earlier'.split(' '),
);
/**
 * The offices that a sentence says someone was put into or has left, by the verb behind or before the name:
 * `X has resigned as mayor of Tarn`, `X was sworn in as premier`, `named X as the new energy minister`. An appointment
 * in a sentence with a year is history, and none.
 * @param from where the name begins; `to`: where it ends, exclusive
 */
export function officeChanges(
  words: Word[],
  { from, to }: Range,
  names: Names,
  index: NameIndex,
): OfficeChange[] {
  const found = [
    changeBehind(words, { from, to }, names, index),
    changeBefore(words, { from, to }, names, index),
  ];
  return found.filter(change => change !== null && !isDoubtful(words, from, change)) as OfficeChange[];
}

/** `X, the mayor, resigned on Monday`: whether the sentence that calls someone something says that it is over. */
export function hasLeft(words: Word[], { from, to }: Range): boolean {
  const at = verbBehind(words, from, to);
  const end = at === null ? null : leavingEnd(words, at);
  if (end === null || isDoubtful(words, to - 1, { ended: true })) return false;
  const next = words[end]?.sentence === words[to - 1]!.sentence ? words[end]!.lower : '';
  if (next === 'from')
    return /^(?:office|his|her|the|their)$/.test(words[end + 1]?.lower ?? '') && isPost(words, end + 1);
  return /^(?:|[.,;]|on|after|over|amid|following|yesterday|today|last|this|in|late|early|and|when|because|at|under|citing|hours|days)$/.test(
    next,
  );
}

/** `the ousted president X`: an adjective right before an office that says that it is over. */
export const over =
  /^(?:previous|erstwhile|onetime|ousted|sacked|deposed|dismissed|fired|axed|toppled|resigned|overthrown)$/;

function isPost(words: Word[], at: number): boolean {
  return words
    .slice(at, at + 3)
    .some(({ lower }) => /^(?:office|post|job|position|role|cabinet|government)$/.test(lower));
}

/** The verb behind a name, behind an apposition and auxiliaries; null if something else follows. */
function verbBehind(words: Word[], from: number, to: number): number | null {
  const { sentence } = words[to - 1]!;
  let at = to;
  // `His daughter, X, was elected`, `X, who has resigned`, `X, the mayor, resigned`
  const behindComma = words[at + 1]?.lower ?? '';
  // `The founder, X, took over`: the name is the apposition.
  const isApposed =
    words[from - 1]?.text === ',' && words[from - 1]!.sentence === sentence && changing.has(behindComma);
  if (words[at]?.text === ',' && !isApposed && !between.has(behindComma) && !verbStarts.has(behindComma)) {
    at++;
    while (at < to + longestApposition && words[at]?.sentence === sentence && words[at]!.text !== ',') at++;
    if (words[at]?.text !== ',') return null;
  }
  if (words[at]?.text === ',') at++;
  while (words[at]?.sentence === sentence && between.has(words[at]!.lower)) at++;
  return words[at]?.sentence === sentence ? at : null;
}

const longestApposition = 12;

function pair(words: Word[], at: number): string {
  return `${words[at]!.lower} ${words[at + 1]?.lower ?? ''}`;
}

/** Where the words for leaving an office end, exclusive; null if there are none at `at`. */
function leavingEnd(words: Word[], at: number): number | null {
  const { lower } = words[at]!;
  if (leftTwo.test(pair(words, at))) return at + 2;
  const isPassive = /^(?:was|were|been)$/.test(words[at - 1]?.lower ?? '');
  return left.test(lower) || (isPassive && dismissed.test(lower)) ? at + 1 : null;
}

function changeBehind(
  words: Word[],
  { from, to }: Range,
  names: Names,
  index: NameIndex,
): OfficeChange | null {
  const { sentence } = words[from]!;
  const participle = participleBehind(words, to, sentence);
  if (participle !== null) return postFrom(words, participle, sentence, false, names, index);
  const at = verbBehind(words, from, to);
  const change = at === null ? null : postBehind(words, at, names);
  const post = change && postFrom(words, change.post, sentence, change.ended, names, index);
  return post && words[at!]!.lower === 'became' && !isRecent(words, post.to, sentence) ? null : post;
}

/** Where the office begins that the verb at `at` gives its subject or takes away; null if it does neither. */
function postBehind(words: Word[], at: number, names: Names): { post: number; ended: boolean } | null {
  const { lower } = words[at]!;
  const behindAs = (end: number, ended: boolean) =>
    words[end]?.lower === 'as' ? { post: end + 1, ended } : null;
  const leaving = leavingEnd(words, at);
  if (leaving !== null) {
    const post = behindPost(words, leaving);
    return post === null ? behindAs(leaving, true) : { post, ended: true };
  }
  if (began.some(verb => verb.test(pair(words, at)))) return behindAs(at + 2, false);
  if (kept.test(lower)) return behindAs(at + 1, false);
  if (becoming.test(lower)) return { post: at + 1, ended: false };
  if (joining.test(lower)) return postOfJoining(words, at + 1);
  const isPassive = /^(?:was|were|been)$/.test(words[at - 1]!.lower);
  // `X succeeded Y as mayor`, `X was replaced by Y as mayor`
  const isBy = isPassive && lower === 'replaced' && words[at + 1]?.lower === 'by';
  const other = isBy || followed.test(lower) ? names.get(isBy ? at + 2 : at + 1) : undefined;
  if (other !== undefined) return behindAs(other, isBy);
  const post = postOfPassive(words, at);
  return post === null ? null : { post, ended: lower === 'relieved' };
}

/** `joins the bank as treasurer`, `moves from Torva to become head of the port`: where the office begins. */
function postOfJoining(words: Word[], from: number): { post: number; ended: boolean } | null {
  const { sentence } = words[from - 1]!;
  for (let at = from; at < from + longestWay && words[at]?.sentence === sentence; at++) {
    const { lower, text, pos } = words[at]!;
    if (lower === 'as') return { post: at + 1, ended: false };
    if (lower === 'become' && words[at - 1]!.lower === 'to') return { post: at + 1, ended: false };
    if (mark.has(text) || (pos === 'VERB' && !words[at]!.isCapitalized)) return null;
  }
  return null;
}

const longestWay = 9;

/** `became president last week`: a biography uses the same verb of long ago. */
function isRecent(words: Word[], at: number, sentence: number): boolean {
  const behind = words.slice(at, at + 4).filter(word => word.sentence === sentence);
  const text = behind.map(({ lower }) => lower).join(' ');
  return (
    /^(?:today|yesterday|(?:last|this|earlier this) (?:week|month))\b/.test(text) ||
    (/^on\b/.test(text) && isUnambiguousDate(behind[1]?.lower ?? ''))
  );
}

/** Where the office begins that someone was appointed to or relieved of; null if the verb at `at` says neither. */
function postOfPassive(words: Word[], at: number): number | null {
  const [auxiliary, { lower }] = [words[at - 1]!.lower, words[at]!];
  // `if X is elected president` has not happened.
  const isPassive =
    /^(?:was|were|been)$/.test(auxiliary) || (auxiliary === 'is' && /^(?:appointed|relieved)$/.test(lower));
  if (!isPassive) return null;
  if (lower === 'relieved') return behindPost(words, at + 1);
  if (!appointed.test(lower)) return null;
  return words[at + 1]?.lower === 'as' ? at + 2 : at + 1;
}

/** Where the office begins behind `of his duties as`, `from the post of`; null if it does not. */
function behindPost(words: Word[], at: number): number | null {
  const text = words
    .slice(at, at + 4)
    .map(({ lower }) => lower)
    .join(' ');
  return postWords.test(text) ? at + 4 : null;
}

const postWords =
  /^(?:of|from) (?:the|his|her|their) (?:posts?|duties|positions?|office|job|roles?|responsibilities) (?:of|as)$/;

/** `X, appointed head of the bank last week,`: where the office begins; null if no participle is behind the comma. */
function participleBehind(words: Word[], to: number, sentence: number): number | null {
  if (words[to]?.text !== ',' || words[to]!.sentence !== sentence) return null;
  const at = /^(?:newly|recently)$/.test(words[to + 1]?.lower ?? '') ? to + 2 : to + 1;
  if (words[at]?.sentence !== sentence || !appointed.test(words[at]!.lower)) return null;
  return words[at + 1]?.lower === 'as' ? at + 2 : at + 1;
}
