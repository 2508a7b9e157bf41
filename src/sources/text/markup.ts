import { decodeHTMLStrict } from 'entities';
import { htmlToText } from './html-text.ts';

/** Elements that show that a text is HTML when they come in pairs. */
const paired =
  'a|abbr|article|aside|b|blockquote|cite|code|dd|div|dl|dt|em|figcaption|figure|font|h[1-6]|i|li|main|ol|p|pre|' +
  'q|s|section|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul';
const tag = new RegExp(`<(/?)(${paired}|br|hr|img|wbr)(?=[\\s/>])[^<>]*>`, 'gi');
const breaks = new Set(['br', 'p', 'img', 'hr']);

/** How much of a text is examined to decide, in characters. */
const looked = 200_000;

/**
 * Whether a text is HTML beyond doubt: an element that is opened and closed, or line breaks and paragraphs
 * more than one. A stray `<`, an address in angle brackets or a single unclosed tag is plain text.
 */
export function isHtml(text: string): boolean {
  const open = new Set<string>();
  let alone = 0;
  for (const found of text.slice(0, looked).matchAll(tag)) {
    const name = found[2]!.toLowerCase();
    if (breaks.has(name)) alone++;
    if (found[1] === '') open.add(name);
    else if (open.has(name)) return true;
    if (alone > 1) return true;
  }
  return false;
}

const anyTag = new RegExp(
  `</?(?:${paired}|applet|big|blink|br|center|embed|form|frame|hr|iframe|img|input|link|meta|nobr|object|picture|script|strike|style|tt|video|wbr)(?=[\\s/>])[^<>]*>`,
  'i',
);

/** Whether a text that is meant to be HTML, as in a feed, has any element that readers know. */
export function hasTags(text: string): boolean {
  return anyTag.test(text);
}

const hidden = /<(script|style|iframe|noscript)\b[^<>]*>[^<]*<\/\1\s*>/gi;
const everyTag = new RegExp(anyTag.source, 'gi');

/** A text without the tags of known elements and with its entities decoded; its white space stays. */
export function withoutTags(text: string): string {
  return decodeEntities(text.replace(hidden, '').replace(everyTag, ''));
}

const reference = /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z][a-z\d]{1,30});/i;

/** Whether a text has character references such as `&#8220;` or `&amp;` that mean a character. */
export function hasEntities(text: string): boolean {
  return reference.test(text) && decodeHTMLStrict(text) !== text;
}

/** A text with its character references decoded, those that were encoded twice too. */
export function decodeEntities(text: string): string {
  const once = decodeHTMLStrict(text);
  // `&amp;#8220;` is what a second encoding leaves; `&amp;lt;` in a text about HTML is left alone.
  return /&(?:#\d{2,7}|#x[\da-f]{2,6}|amp|nbsp|quot|[lr][sd]quo|[mn]dash|hellip);/i.test(once) &&
    once !== text
    ? decodeHTMLStrict(once)
    : once;
}

/** What is seen of a text that may be HTML, may have entities or may be plain. */
export function plainText(text: string): string {
  return isHtml(text) ? htmlToText(text) : decodeEntities(text);
}

/** The same on one line. */
export function plainLine(text: string): string {
  return plainText(text.replace(/<br ?\/?>/gi, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
