import { isGivenName } from '../../../names/gender.ts';
import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { lowerText } from '../mentions/entity.ts';

/** Heads of names of organizations that are surnames as well. */
export const surnamesToo =
  /^(?:guard|church|hall|guild|mills|cotton|post|temple|bank|banks|gates|house|court|service)$/;

/** `Paul Guard told …`, `Anna Church, 43,`: someone whose surname also heads names of organizations, as the words behind show. */
export function isBearer(words: Word[], from: number, to: number, index: NameIndex): boolean {
  if (to - from !== 2 || !surnamesToo.test(words[to - 1]!.lower)) return false;
  const { text, lower } = words[from]!;
  const isGiven = isGivenName(text, index) && !index.common.has(lower) && !index.places.has(lower);
  if (!isGiven) return false;
  const name = lowerText(words, from, to);
  for (let at = 0; at < words.length - 1; at++)
    if (
      words[at]!.lower === lower &&
      lowerText(words, at, at + 2) === name &&
      actsAsPerson(words, at + 2, index)
    )
      return true;
  return false;
}

function actsAsPerson(words: Word[], at: number, index: NameIndex): boolean {
  const [next, behind] = [words[at], words[at + 1]];
  if (!next || next.sentence !== words[at - 1]!.sentence) return false;
  if (next.text === ',')
    return /^(?:who|\d{2})$/.test(behind?.lower ?? '') || isApposedTo(words, at + 1, index);
  return next.lower === 'who' || (index.speech.get(next.lower)?.bare === true && behind?.lower !== 'in');
}

/** `, a farmer`, `, the club's keeper` */
function isApposedTo(words: Word[], at: number, index: NameIndex): boolean {
  if (!/^(?:an?|the)$/.test(words[at]?.lower ?? '')) return false;
  return words
    .slice(at + 1, at + longestApposed)
    .some(({ lower, sentence }) => sentence === words[at]!.sentence && index.offices.has(lower));
}

const longestApposed = 4;
