import type { NameIndex, OrganizationKind } from '../../knowledge/name-index.ts';
import { monthNumber } from '../../text/calendar.ts';
import type { Word } from '../../tokens/words.ts';
import {
  type EntityContext,
  inSentence,
  isNamePart,
  isOffice,
  lowerText,
  runEnd,
} from '../mentions/entity.ts';
import { companySuffix, isListedPlace, isPlainWord, members } from './headed-words.ts';

const goesOn = /^(?:of|for|on)$/;

/** Where a name that is headed by the word at `head` ends, with `of …` and company suffixes. */
export function rightEnd(
  words: Word[],
  head: number,
  kind: OrganizationKind,
  { index }: EntityContext,
): number {
  const { sentence } = words[head]!;
  const near = (at: number) => inSentence(words, at, sentence);
  const isSuffix = companySuffix.test(words[head]!.lower);
  let to = head + 1;
  while (!isSuffix || to > head + 1 || kind !== 'company') {
    const link = near(to);
    if (!goesOn.test(link?.lower ?? '') || isDayOrSeat(words, head, to)) break;
    const start = near(to + 1)?.lower === 'the' ? to + 2 : to + 1;
    if (!isNamePart(near(start)) || isOtherOffice(words, head, start, index)) break;
    to = behindMembers(words, beforeFullName(words, start, runEnd(words, start), index));
    if (kind === 'company') break;
    const more = near(to)?.lower === 'and' && isNamePart(near(to + 1)) && isPlainWord(near(to + 1)!, index);
    if (more) to = beforeFullName(words, to + 1, runEnd(words, to + 1), index);
    if (near(to)?.lower === 'in' && to - head > 3) to = behindLand(words, to, index);
  }
  to = behindCampus(words, head, to, index);
  while (
    near(to) &&
    companySuffix.test(near(to)!.lower) &&
    (isNamePart(near(to)) || (near(to)!.text === '&' && isNamePart(near(to + 1))))
  )
    to++;
  return to;
}

/** `the Magistrates Court on March 14`, `Member of Parliament for Tarn`: what a link behind a name brings is no part of it. */
function isDayOrSeat(words: Word[], head: number, link: number): boolean {
  const { lower } = words[link]!;
  if (lower === 'for' && words[head]!.lower === 'parliament') return true;
  return lower !== 'of' && monthNumber(inSentence(words, link + 1, words[head]!.sentence)?.lower ?? '') > 0;
}

/** `the University of Norland at Tarn`: where a university of a land or a region ends that has several. */
export function behindCampus(words: Word[], head: number, to: number, index: NameIndex): number {
  const { sentence, lower } = words[head]!;
  const isOfLand = lower === 'university' && inSentence(words, head + 1, sentence)?.lower === 'of';
  const start = inSentence(words, to + 1, sentence);
  if (!isOfLand || inSentence(words, to, sentence)?.lower !== 'at' || !isNamePart(start)) return to;
  const end = Math.min(runEnd(words, to + 1), to + 4);
  return isListedPlace(lowerText(words, to + 1, end), index) ? end : to;
}

/** `Confederation of Workers' Unions`: where a name ends that goes on behind the possessive of those whom a body joins. */
function behindMembers(words: Word[], to: number): number {
  const { sentence, lower } = words[to - 1]!;
  const isOwner = members.test(lower) && /^['’]$/.test(inSentence(words, to, sentence)?.text ?? '');
  return isOwner && isNamePart(inSentence(words, to + 1, sentence)) ? runEnd(words, to + 1) : to;
}

/** `the Ministry of Defence`, but `the head of the Committee President Holm`: an office that is no part of the name. */
function isOtherOffice(words: Word[], head: number, at: number, index: NameIndex): boolean {
  const isOfHolder = words[at - 1]!.lower === 'the' && words[head]!.lower === 'office';
  return isOffice(words[at]!, index) && !isOfHolder && !isOfMembers(words, head, at);
}

/** `Independent Association of Journalists`, but `Committee of Ministers Anna Holm`: those whom it joins. */
function isOfMembers(words: Word[], head: number, at: number): boolean {
  if (words[at]!.lower === 'justice') return true;
  return (
    /^(?:association|union|federation|confederation|league|society|institute|institution|congress|council|guild|chamber|academy|syndicate|order|college|committee|conference|assembly|authority)$/.test(
      words[head]!.lower,
    ) && /(?:[^s]s|men|women)$/.test(words[at]!.lower)
  );
}

/** `… Security and Cooperation in Europe`, but `… Strategic Affairs in Tarn`: where the name ends that `in` follows. */
function behindLand(words: Word[], at: number, index: NameIndex): number {
  if (!isNamePart(inSentence(words, at + 1, words[at]!.sentence))) return at;
  const end = runEnd(words, at + 1);
  const place = lowerText(words, at + 1, end);
  return index.countries.has(place) && !index.cities.has(place) ? end : at;
}

/** `the Ministry of Justice Anna Holm`: a full name that follows without a mark is not part of the name before it. */
function beforeFullName(words: Word[], from: number, to: number, index: NameIndex): number {
  for (let at = from + 1; at < to - 1; at++) {
    const { lower } = words[at]!;
    const isGiven = index.female.has(lower) || index.male.has(lower);
    if (isGiven && !index.common.has(lower) && !index.places.has(lower) && !index.demonyms.has(lower))
      return at;
  }
  return to;
}
