/** The bullet of a list item. */
const bullet = /^\s*[•●▪◦‣∙]\s*/u;

/** A cut at the end of a clause is preferred if it leaves at least this share. */
const clauseShare = 0.75;

/** The beginning of a name of several words: `… his counterpart Ana` before `Moreira`. */
const nameSoFar = /(?:\s\p{Lu}[\p{L}\p{M}’'.-]*)+$/u;

/**
 * The beginning of a text, at most `longest` characters (UTF-16 code units); if it had to be cut, it ends between
 * clauses or words, not within a name, with ` …`. White space is collapsed and a leading bullet dropped.
 */
export function clip(text: string, longest: number): string {
  const whole = text.replace(/\s+/g, ' ').replace(bullet, '').trim();
  if (whole.length <= longest) return whole;
  const start = whole
    .slice(0, longest - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const clause = Math.max(...[', ', '; ', ': ', ' – ', ' — '].map(end => start.lastIndexOf(end)));
  const end = clause >= longest * clauseShare ? clause : start.lastIndexOf(' ');
  const words = end > longest / 2 ? start.slice(0, end) : start;
  const inName = end !== clause && /^\s\p{Lu}/u.test(whole.slice(words.length));
  const named = inName ? words.search(nameSoFar) : -1;
  const kept = named > longest / 2 ? words.slice(0, named) : words;
  return `${kept.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '')} …`;
}

/** As `clip`, but in a sentence that opens with a quote only the quote is shortened: its speaker stays. */
export function clipSaying(text: string, longest: number): string {
  const saying = /^(\s*[“"«].*([”"»]))(\s.+)$/su.exec(text);
  if (text.length <= longest || !saying) return clip(text, longest);
  const [, words = '', closing = '', rest = ''] = saying;
  const left = longest - rest.length - closing.length;
  return left < longest / 3 ? clip(text, longest) : `${clip(words, left)}${closing}${rest}`;
}

/** How many words a text has. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
}
