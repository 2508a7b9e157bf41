import { withoutInvisible } from '../../system/invisible-characters.ts';
import type { Facts } from './fact-names.ts';
import { bareFrontMatter } from './front-matter.ts';
import { fromMarkdown, isMarkdown } from './markdown.ts';
import { decodeEntities, hasEntities, isHtml, plainLine, withoutTags } from './markup.ts';
import { repairMojibake } from './mojibake.ts';

/** A text as it is to be read: plain, or a page; `derived` where it differs from what came in. */
export type Incoming = { text: string; html?: string; derived?: true; facts?: Facts };

/** Marks of footnotes that stick to a sentence or quote, and what an encyclopedia's readers put there. */
const noteMark = /(?<=[.,;:!?…"”’»)])(?:\[(?:\d{1,3}|note \d{1,2}|citation needed)\]){1,4}/gi;

/** A line that a text broken at a column does not have: such a text is put together by the length of its lines. */
const longLine = /[^\n]{160}/;

/** A text without the marks of its footnotes: `“We waited too long,”[4] said the mayor.[5]`. */
function withoutNoteMarks(text: string): string {
  if (!text.includes('[') || (text.includes('\n') && !longLine.test(text))) return text;
  return text.replace(noteMark, '');
}

/** `The bridge is closed.\\n\\nIt …`: line breaks that were escaped once too often, in a text without any others. */
const escapedBreak = /[.!?…"”»)](?:\\r)?\\n/;
/** What a service that gives the beginning of an article only says of the rest. */
const cutNote = / ?\[\+\d{1,7} chars\]\s*$/;

function withBreaks(text: string): string {
  const whole = text.endsWith(']') ? text.replace(cutNote, '') : text;
  if (whole.includes('\n') || !escapedBreak.test(whole)) return whole;
  return whole
    .replace(/(?:\\r)?\\n/g, '\n')
    .replaceAll('\\"', '"')
    .replaceAll('\\t', ' ');
}

/** Elements that part paragraphs. */
const blocks = /<(?:p|br|div|li|h[1-6]|blockquote|table|article|section|ul|ol|pre)(?=[\s/>])/i;

/**
 * A text as people and programs write it: HTML where it should be plain, entities, Markdown, UTF-8 read as another
 * encoding. Each is undone only where it is beyond doubt: any other text comes back unchanged.
 * @param kind `md`: Markdown in any case; `json`: Markdown where it is beyond doubt; `plain`: never
 */
export function incomingText(given: string, kind: 'plain' | 'json' | 'md'): Incoming {
  const above = bareFrontMatter(given);
  if (!above) return withoutMarks(given, kind);
  const { facts, ...content } = withoutMarks(given.slice(above.end).trimStart(), kind);
  return { ...content, derived: true, facts: { ...facts, ...above.facts } };
}

function withoutMarks(given: string, kind: 'plain' | 'json' | 'md'): Incoming {
  const repaired = withoutNoteMarks(withoutInvisible(repairMojibake(withBreaks(given))));
  const derived = repaired === given ? {} : { derived: true as const };
  const isMarked = kind === 'md' || (kind === 'json' && isMarkdown(repaired));
  const page = !isMarked && isHtml(repaired) ? fromHtml(repaired) : null;
  if (page) return { ...page, ...derived };
  if (isMarked) {
    const { text, facts } = fromMarkdown(repaired, { keepLines: kind === 'json' });
    const more = Object.keys(facts).length > 0 ? { facts } : {};
    // Where only white space would be another, nothing is gained by it.
    if (withoutSpace(text) === withoutSpace(given)) return { text: given, ...more };
    return { text, derived: true, ...more };
  }
  if (!hasEntities(repaired)) return { text: repaired, ...derived };
  const decoded = decodeEntities(repaired);
  // `&lt;p&gt;…&lt;/p&gt;`: a page that was encoded once too often.
  const escaped = isHtml(decoded) && blocks.test(decoded) ? fromHtml(decoded) : null;
  return escaped ?? { text: decoded, derived: true };
}

/**
 * A page, or the words of a text with single tags in it, whose paragraphs are its lines; null for a plain text that
 * only speaks of tags.
 */
function fromHtml(html: string): Incoming | null {
  if (!blocks.test(html) || isSparse(html))
    return inlinePair.test(html) ? { text: withoutTags(html), derived: true } : null;
  const parts = html.match(/<(?:p|br|div)(?=[\s/>])/gi)?.length ?? 0;
  return { text: '', html: parts > 0 ? html : html.replace(/\n[ \t\r]*\n/g, '<br><br>') };
}

const inlinePair = /<(a|b|em|i|span|strong|u)(?=[\s>])[^<>]{0,2000}>[^<]{1,2000}<\/\1>/i;

/** Whether a text has far more lines than tags. */
function isSparse(html: string): boolean {
  const tags = html.match(/<\/?[a-z][a-z\d]{0,10}(?=[\s/>])/gi)?.length ?? 0;
  const lines = html.split('\n').filter(line => line.trim() !== '').length;
  return lines > 3 && tags * 2 < lines;
}

/** A title or name on one line, its markup, entities and encoding undone. */
export function incomingLine(given: string): string {
  return withoutInvisible(plainLine(repairMojibake(given)));
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
