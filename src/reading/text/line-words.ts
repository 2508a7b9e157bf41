import { hasAsciiLetters } from './ascii.ts';

/** A line's words in lower case with single spaces between, for comparing lines. */
export function normalized(text: string): string {
  const lower = text.slice(0, 500).toLowerCase();
  return hasAsciiLetters(lower)
    ? lower.replace(/[^a-z0-9]+/g, ' ').trim()
    : lower
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
}

/** Lower case, without surrounding punctuation and counts. */
export function trimmed(text: string): string {
  const lower = text.slice(0, 200).toLowerCase();
  return /\p{L}(?:.*\p{L})?/su.exec(lower)?.[0] ?? '';
}

/** `KABUL, Afghanistan (AP) _`, `WEST PALM BEACH, Fla. —`, `April 29 (UPI) —`: the dateline of an article. */
export function isDateline(text: string): boolean {
  if (text.length > 100) return false;
  return (
    (/^\p{Lu}[\p{Lu} .'’-]{2,40}[,(/—–_ -].{0,60}$/u.test(text) && /[_—–-]$|\)$/.test(text)) ||
    /^\p{Lu}.{2,60}\(\p{Lu}{2,}\)\s?[_—–-]{1,2}$/u.test(text)
  );
}
