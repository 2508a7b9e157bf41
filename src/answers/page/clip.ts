/** The bullet of a list item. */
const bullet = /^\s*[•●▪◦‣∙]\s*/u;

/** A cut at the end of a clause is preferred if it leaves at least this share. */
const clauseShare = 0.75;

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
  const isInName = end !== clause && /^\s\p{Lu}/u.test(whole.slice(words.length));
  const unnamed = isInName ? withoutLastName(words) : words;
  const kept = unnamed.length > longest / 2 ? unnamed : words;
  return `${kept.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '')} …`;
}

/** A text without the capitalized words at its end: `… his counterpart Ana`, cut before `Moreira`. */
function withoutLastName(text: string): string {
  const words = text.split(' ');
  return words.slice(0, words.findLastIndex(word => !/^\p{Lu}/u.test(word)) + 1).join(' ');
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
