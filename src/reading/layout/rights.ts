import type { Span } from '../model/document.ts';
import type { Line } from '../text/lines.ts';
import { followedWithin } from '../text/within.ts';

/** A notice is short; what is longer only mentions such things. */
const longestNotice = 700;

/** The notice of the article that forbids or limits its reproduction, or null. */
export function rightsNotice(lines: Line[]): (Span & { text: string }) | null {
  const found = lines.find(line => line.text.length <= longestNotice && limitsReproduction(line.text));
  return found ? { start: found.start, end: found.end, text: found.text } : null;
}

const copying =
  /\b(publish|published|republish|republished|republication|reproduc\w{1,6}|redistribut\w{1,6}|rewritten|rebroadcast|retransmi\w{1,6}|copied|copying|reprint\w{0,4})\b/i;

function limitsReproduction(text: string): boolean {
  if (!copying.test(text)) return false;
  const lower = text.toLowerCase();
  const isForbidden =
    /\b(not allowed|not permitted|prohibited|forbidden|may not be|must not be|cannot be|shall not be|not be reproduced|is not to be)\b/.test(
      lower,
    );
  const needsLeave = followedWithin(
    lower,
    /\b(without|only with)\b/g,
    /\b(consent|permission|authori[sz]ation|approval)\b/,
    80,
  );
  const isNotice =
    /\b(copyright|©|rights|material|content|contents|information|article|text|site|website|websites|publication|page|news agency|broadcast)\b/.test(
      lower,
    ) || lower.includes('©');
  return isNotice && (needsLeave || isForbidden) && !followedWithin(lower, /["“”]/g, /\b(said|told)\b/, 80);
}
