import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';

/** A name's letters alone, lower case and in Latin script: by which forms of it are compared. */
export function foldName(text: string): string {
  if (/^[!-_a-~]*$/.test(text)) return text.toLowerCase();
  return anyAscii(text.normalize('NFC')).toLowerCase().replace(/[’`´]/g, "'").trim();
}

/**
 * The folded name with the spellings made one in which transliterations differ: Sergey and Sergei,
 * Zelensky and Zelenskyy, Yanukovich and Yanukovych. Never used for showing.
 */
export function transliterationKey(folded: string): string {
  let sound = sounds.get(folded);
  if (sound !== undefined) return sound;
  if (sounds.size >= mostSounds) sounds.clear();
  sounds.set(folded, (sound = newSound(folded)));
  return sound;
}

/** One name is compared with many. */
const sounds = new Map<string, string>();
const mostSounds = 20_000;

function newSound(folded: string): string {
  return folded
    .replace(/['’.-]/g, '')
    .replace(/(iy|ii|yy|yi|ij|ey|ei|y|i)$/, 'i')
    .replace(/ye(?=[a-z])/g, 'e')
    .replace(/iy|yi|y/g, 'i')
    .replace(/kh/g, 'h')
    .replace(/ck/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/(.)\1/g, '$1');
}

/** Whether two folded words are spellings of one: alike but for transliteration or one slip within. */
export function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length > 3 && b.length > 3 && transliterationKey(a) === transliterationKey(b)) return true;
  return a.length >= 5 && b.length >= 5 && a[0] === b[0] && distance(a, b) <= 1;
}
