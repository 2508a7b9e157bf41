import type { Refusal } from '../../system/refusal.ts';

/** The text of a file, or why it is none. */
export type Decoded = { text: string } | Refusal;

const notText: Refusal = { reason: 'this is no text', code: 'not-text' };

/** So many bytes tell what a file is. */
const looked = 4096;

/**
 * Text from bytes: UTF-8, with or without a mark; UTF-16 of either order, by its mark or by where its zero
 * bytes stand; else the encoding that a page says it is in; else the code page that
 * gives the likeliest letters: Cyrillic, Western or Central European.
 * @param declared the encoding that it came with, as HTTP says it; believed only where it isn't UTF-8
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const wide = wideOf(bytes);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes);
    return text.slice(0, looked).includes('\0') ? notText : { text };
  }
  if (isBinary(bytes)) return notText;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    // A few broken signs, or a text cut off within one, are still UTF-8; in a short one that says so, more of them.
    const most = [declared, sayingOf(bytes)].some(said => /^utf-?8/i.test(said ?? '')) ? 1 : mostBroken;
    if (isMostlyUtf8(lenient, most)) return { text: lenient };
    return { text: new TextDecoder(known(declared) ?? saidBy(bytes) ?? codePageOf(bytes)).decode(bytes) };
  }
}

/** The share of broken signs in a text that is still UTF-8. */
const mostBroken = 1 / 20;

/**
 * Whether far more signs beyond ASCII were whole than broken.
 * @param most how many may be broken to one that is whole
 */
function isMostlyUtf8(text: string, most: number): boolean {
  let [whole, broken] = [0, 0];
  for (const [sign] of text.matchAll(/[^\0-\x7f]/gu)) {
    if (sign === '\ufffd') broken++;
    else whole++;
  }
  return broken < whole * most || (broken <= 1 && text.endsWith('\ufffd'));
}

/** The encoding that a page's `<meta charset>` or an XML declaration says; null where nothing known is said. */
function saidBy(bytes: Uint8Array): string | null {
  return known(sayingOf(bytes));
}

/** The same, as it is written there. */
function sayingOf(bytes: Uint8Array): string | null {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, looked));
  return /<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*=[\s"']*([\w:-]{2,40})/i.exec(opening)?.[1] ?? null;
}

/** An encoding that can be read by its name, but for those of Unicode: UTF-8 has just been found not to be it. */
function known(said: string | null | undefined): string | null {
  if (!said || /^(utf-?(8|16|32)|unicode|us-ascii|ascii)/i.test(said)) return null;
  try {
    return new TextDecoder(said.trim()).encoding;
  } catch {
    // A name that no standard has: the letters must tell.
    return null;
  }
}

/** Which UTF-16 a file is in by its first bytes; null for any other. */
export function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // In the letters of one alphabet every second byte is the same small one.
  const pairs = Math.min(bytes.length, looked) >> 1;
  if (pairs < 4) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs; at++) {
    if (isHigh(bytes[2 * at]!)) even++;
    if (isHigh(bytes[2 * at + 1]!)) odd++;
  }
  if (odd > pairs * 0.7 && even < pairs * 0.2) return hasZero(bytes, 1) ? 'utf-16le' : null;
  if (even > pairs * 0.7 && odd < pairs * 0.2) return hasZero(bytes, 0) ? 'utf-16be' : null;
  return null;
}

/** High bytes of Latin and Cyrillic letters; none of them is a printable character. */
function isHigh(byte: number): boolean {
  return byte === 0 || byte === 4;
}

function hasZero(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < Math.min(bytes.length, looked); at += 2) if (bytes[at] === 0) return true;
  return false;
}

function isBinary(bytes: Uint8Array): boolean {
  let control = 0;
  const until = Math.min(bytes.length, looked);
  for (let at = 0; at < until; at++) {
    const byte = bytes[at]!;
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  return control > until / 20;
}

/**
 * Cyrillic text has its letters next to one another beyond ASCII; Western text has single ones among
 * plain letters.
 */
function codePageOf(bytes: Uint8Array): string {
  let [high, together] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0xc0) continue;
    high++;
    if (at > 0 && bytes[at - 1]! >= 0xc0) together++;
  }
  return together > high / 2 ? 'windows-1251' : latinPageOf(bytes);
}

/** The code pages of Latin letters, Western first: where two fit, it is that one. */
const latinPages = ['windows-1252', 'windows-1250', 'iso-8859-2'];
/** This many signs within words are not an accident, as one in `10 m³` may be. */
const fewestOdd = 4;

/** Whichever of the Latin code pages leaves no signs within words: in another, Polish has `w³adze` and `s±d`. */
function latinPageOf(bytes: Uint8Array): string {
  const [western, ...others] = latinPages.map(name => ({ name, odd: oddSigns(bytes, name) }));
  const better = others.find(({ odd }) => odd === 0);
  return western!.odd >= fewestOdd && better ? better.name : western!.name;
}

/** How many signs beyond ASCII a text has next to letters that no language writes there. */
function oddSigns(bytes: Uint8Array, page: string): number {
  const text = new TextDecoder(page).decode(bytes.subarray(0, lookedForSigns));
  return [...text.matchAll(/[¢-¦¨¬¯±-³¶¸¹¼-¾×÷ˇ˘˙˛˝](?=\p{L})|(?<=\p{L})[¢-¦¨¬¯±-³¶¸¹¼-¾×÷ˇ˘˙˛˝]/gu)].length;
}

/** Bytes. */
const lookedForSigns = 200_000;
