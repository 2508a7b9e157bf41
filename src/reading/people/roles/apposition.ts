import type { NameIndex } from '../../knowledge/name-index.ts';
import { isUnambiguousDate, isYearInFigures, monthNumber } from '../../text/calendar.ts';
import { isPossessiveEnding, type Word } from '../../tokens/words.ts';
import {
  headIn,
  isOfficeWord,
  isPossessive,
  link,
  longest,
  mark,
  type Names,
  officeAt,
  type Range,
  relation,
  severalOf,
} from './role-phrase.ts';

/**
 * The office that begins at a word.
 * @param isSubject whether a verb may follow, of which the office is the subject
 */
export function officeFrom(
  words: Word[],
  from: number,
  names: Names,
  index: NameIndex,
  isSubject = false,
): Range | null {
  const sentence = words[from]?.sentence;
  if (sentence === undefined) return null;
  const end = appositionEnd(words, from, sentence, names, index);
  if (end === null) return null;
  if (!isSubject && words[end]?.sentence === sentence && hasOwnVerb(words, from, end, index)) return null;
  // `…, a Norland News correspondent reports.`
  if (/^(?:reports|writes)$/.test(words[end - 1]!.lower) && hasOwnVerb(words, from, end - 1, index))
    return null;
  let to = from + longest === end ? longEnd(words, from, end, names) : end;
  if (isCutShort(words, from, to)) while (to > from + 1 && !link.has(words[to]?.lower ?? '')) to--;
  // `elected president of the union on Sunday`
  for (let at = from + 1; at < to; at++) if (isTimeAt(words, at)) to = at;
  to = trimmedEnd(words, from, to);
  const head = headIn(words, from, to, index);
  if (!head || severalOf.test(words[from]!.lower)) return null;
  // `the first journalist to be arrested`: without what they were first in, it is not the first of all.
  const isFirst = ordinal.has(words[from]!.lower) && words[to]?.lower === 'to';
  const last = words[head.to - 1]!.lower;
  return relation.has(last) && !/^(?:ally|rival|opponent)$/.test(last)
    ? null
    : { from: isFirst ? from + 1 : from, to };
}

/** Where an office ends without the links and articles that its complement, left out, would have followed. */
function trimmedEnd(words: Word[], from: number, end: number): number {
  let to = end;
  // `co-founder of two lobbying firms`
  if (
    /^\p{Ll}+$/u.test(words[to - 1]!.text) &&
    words[to - 1]!.pos === 'NUM' &&
    link.has(words[to - 2]?.lower ?? '')
  )
    to--;
  while (to > from && (/^(ADP|CCONJ|DET|PUNCT)$/.test(words[to - 1]!.pos) || link.has(words[to - 1]!.lower)))
    to--;
  return to;
}

/** Whether a day, a month, `for 41 years`, `for nine years`, `until 2003` or `last week` begins at a word. */
function isTimeAt(words: Word[], at: number): boolean {
  const [{ lower, isCapitalized }, next] = [words[at]!, words[at + 1]];
  if (next === undefined || isCapitalized) return false;
  if (/^(?:last|this|next|earlier)$/.test(lower)) return timeNoun.test(next.lower);
  if (lower === 'until') return isYearInFigures(next.text);
  if (!link.has(lower)) return false;
  if (lower === 'for' && timeNoun.test(words[at + 2]?.lower ?? '')) return true;
  return isUnambiguousDate(next.lower) || monthNumber(next.lower) > 0 || /^\d{1,2}$/.test(next.text);
}

const timeNoun = /^(?:week|month|year|spring|summer|autumn|winter|weeks|months|years|decades)$/;

const ordinal: ReadonlySet<string> = new Set('first second third fourth last latest only sole'.split(' '));

/**
 * `Asked about Miller, the minister said …`, `for Miller, most experts say …`: a noun with a verb of its own is
 * another person. `Miller, adviser to the bank said` only lacks its comma.
 */
function hasOwnVerb(words: Word[], from: number, at: number, index: NameIndex): boolean {
  const [before, { lower, pos }, next] = [words[at - 1]!, words[at]!, words[at + 1]?.lower ?? ''];
  const arePeople = !before.isCapitalized && /[^s]s$/.test(before.lower);
  if (!arePeople && !/^(?:the|a|an|its|their)$/.test(words[from - 1]!.lower)) return false;
  if (/^(said|says|told|added|is|was|has|had)$/.test(lower)) return true;
  // `…, a correspondent of the agency saw.`
  if (/^(saw|heard|learn(?:ed|t)|understands|witnessed|reports|writes)$/.test(lower)) return true;
  if (pos === 'AUX') return before.lower !== 'to';
  if (!index.speech.has(lower) || lower === 'accused' || /^(of|by|as|to)$/.test(next)) return false;
  return /(ed|[^s]s)$/.test(lower) || (arePeople && !lower.endsWith('ing'));
}

const endsApposition: ReadonlySet<string> = new Set(
  'who which that when whose said says told added is was has had with from where as but after before during amid despite'.split(
    ' ',
  ),
);

/** Where an apposition with an office in it ends, exclusive; null if it is none. */
function appositionEnd(
  words: Word[],
  from: number,
  sentence: number,
  names: Names,
  index: NameIndex,
): number | null {
  let to = from;
  let hasHead = false;
  while (to < from + longest && words[to]?.sentence === sentence) {
    const word = words[to]!;
    if (endsAt(words, to) && !(hasHead && isEmployer(words, to, names))) break;
    const isPlain = !word.isCapitalized && !word.text.includes('-') && !index.modifiers.has(word.lower);
    if (word.pos === 'VERB' && hasHead && isPlain && !index.offices.has(word.lower)) break;
    if (namesSomebodyElse(words, to, names)) return null;
    if (!hasHead) {
      const length = headLength(words, to, index);
      hasHead = length > 0;
      if (hasHead) {
        to += length;
        continue;
      }
      if (!isNominal(word, index)) return null;
    } else if (
      !isNominal(word, index) &&
      !/^(ADP|DET|CCONJ|PART)$/.test(word.pos) &&
      !word.text.includes('-') &&
      // `the Institute for Applied Research`
      !(word.lower === 'for' && words[to - 1]!.isCapitalized && words[to + 1]?.isCapitalized)
    )
      break;
    to++;
  }
  return hasHead ? to : null;
}

function endsAt(words: Word[], at: number): boolean {
  const word = words[at]!;
  return (mark.has(word.text) && !isPossessive(word)) || endsApposition.has(word.lower);
}

/** `an analyst with Tarn Partners`, `a forecaster with the Weather Bureau`: a name behind `with`, and no person’s. */
function isEmployer(words: Word[], at: number, names: Names): boolean {
  if (words[at]!.lower !== 'with') return false;
  const name = words[at + 1]?.lower === 'the' ? at + 2 : at + 1;
  return words[name]?.sentence === words[at]!.sentence && words[name]!.isCapitalized && !names.has(name);
}

function namesSomebodyElse(words: Word[], at: number, names: Names): boolean {
  return (
    names.has(at) &&
    !isPossessiveEnding(words[names.get(at)!]?.text) &&
    !isModifier(words, names.get(at)!) &&
    !/^(of|for|to|with|by)$/.test(words[at - 1]!.lower)
  );
}

/** `a Holm delegate`, `a former Holm administration official`: the name of another, before a noun. */
function isModifier(words: Word[], end: number): boolean {
  const next = words[end];
  return next?.sentence === words[end - 1]!.sentence && next.pos === 'NOUN' && !next.isCapitalized;
}

/** The words of an office at `at` that is not the modifier of another one, 0 for none. */
function headLength(words: Word[], at: number, index: NameIndex): number {
  const length = officeAt(words, at, words.length, index);
  const next = words[at + length];
  const modifies = next && isOfficeWord(next, index) && !link.has(next.lower);
  return length > 0 && !modifies ? length : 0;
}

function isNominal(word: Word, index: NameIndex): boolean {
  return (
    word.isCapitalized ||
    isOfficeWord(word, index) ||
    isPossessive(word) ||
    word.lower === 'new' ||
    // `the longest-serving premier`
    /\p{Ll}-\p{Ll}/u.test(word.text) ||
    /^(NOUN|ADJ|PROPN|NUM)$/.test(word.pos)
  );
}

/**
 * Whether an apposition ends in the middle of a name or a phrase: `fellow in the Europe, Russia and Asia Program`,
 * `director at Norland-based think tank …`.
 */
function isCutShort(words: Word[], from: number, to: number): boolean {
  const [last, next, further] = [words[to - 1], words[to], words[to + 1]];
  if (last === undefined || to - from < 3) return false;
  if (/-based$/.test(last.lower)) return true;
  const isList = next?.text === ',' && further?.isCapitalized && further.sentence === last.sentence;
  const ending = words.slice(to + 1, to + 6);
  return Boolean(
    isList &&
      last.isCapitalized &&
      words[to - 2]?.lower === 'the' &&
      ending.some(({ lower }) => lower === 'and'),
  );
}

/** An apposition of the greatest length ends with the name in capitals that it has come to, or before its last link. */
function longEnd(words: Word[], from: number, to: number, names: Names): number {
  const { sentence } = words[from]!;
  let end = to;
  const goesOn = (at: number) =>
    words[at]?.sentence === sentence &&
    !names.has(at) &&
    (words[at]!.isCapitalized ||
      (/^(?:of|for|and|the|&)$/.test(words[at]!.lower) && words[at + 1]?.isCapitalized));
  if (!words[to - 1]!.isCapitalized || isInName(to - 1, names)) return lastLink(words, from, to);
  while (end < to + longestRest && goesOn(end)) end++;
  // `a supporter of former Norland governor X`
  const isOther = names.has(end) || (words[end]?.sentence === sentence && words[end]!.pos === 'NOUN');
  return isOther ? lastLink(words, from, to) : end;
}

const longestRest = 6;

function isInName(at: number, names: Names): boolean {
  for (let from = at; from > at - 5; from--) if ((names.get(from) ?? 0) > at) return true;
  return false;
}

function lastLink(words: Word[], from: number, to: number): number {
  for (let at = to - 1; at > from + 2; at--) if (link.has(words[at]!.lower)) return at;
  return to;
}
