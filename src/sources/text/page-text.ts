import type { Article } from '../../system/article.ts';
import { incomingText } from './incoming.ts';
import { repairMojibake } from './mojibake.ts';

const anyElement = /<(?:!doctype|html|head|body|p|div|br|article|h1)\b/i;

/** What came from an address, as an article has it: a page, or a plain text if it is called one and looks like one. */
export function pageText(
  text: string,
  contentType: string | null,
): Pick<Article, 'text' | 'html' | 'derived'> {
  const isPlain = /^\s*text\/(?:plain|markdown)\b/i.test(contentType ?? '') && !anyElement.test(text);
  if (!isPlain) return { text: '', html: repairMojibake(text) };
  const { facts: _, ...content } = incomingText(text, /markdown/i.test(contentType!) ? 'md' : 'plain');
  return { ...content, derived: true };
}
