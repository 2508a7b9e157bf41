import { escapeText } from 'entities';
import { htmlToText } from '../text/html-text.ts';
import { decodeEntities, hasEntities, hasTags, isHtml, plainLine } from '../text/markup.ts';

/** The address that relative ones are relative to. */
export type Base = string | null;

/** The base inside an element that may have an `xml:base` of its own. */
export function baseWithin(base: Base, own: string | undefined): Base {
  return own === undefined ? base : (address(own, base) ?? base);
}

/** What feeds have where an address is missing. */
const noAddress = /^(?:n\/?a|none|null|nil|undefined|false|#|-+|–|—)$/i;

/** An address as it was given; undefined for nothing and for a word that means nothing is given. */
export function givenAddress(given: string | undefined): string | undefined {
  const text = given?.trim() ?? '';
  return text === '' || noAddress.test(text) ? undefined : text;
}

/** An absolute address, where it can be made one; as it was given, where it can't. Null for none. */
export function address(given: string | undefined, base: Base): string | null {
  const text = givenAddress(given);
  if (text === undefined) return null;
  // Without a base, the scheme is anyone's guess: sites have long been at both.
  if (text.startsWith('//') && base === null) return `https:${text}`;
  // An absolute one is kept byte for byte: it may be the item's identity.
  if (/^[a-z][a-z\d+.-]*:/i.test(text)) return text;
  return base !== null && URL.canParse(text, base) ? new URL(text, base).href : text;
}

/** A text construct of Atom as HTML: `text` has its signs escaped, `html` and `xhtml` are HTML already. */
export function markupOf(text: { value?: string; type?: string } | undefined): string | undefined {
  if (text?.value === undefined) return undefined;
  const type = text.type?.trim().toLowerCase() ?? 'text';
  if (type === 'base64') return text.value;
  return (type === 'text' || type === 'text/plain') && !hasTags(text.value)
    ? plainAsHtml(text.value)
    : text.value;
}

/** Plain text as HTML that shows the same, its blank lines as paragraphs. */
export function plainAsHtml(text: string): string {
  if (!/[<>&\n]/.test(text)) return text;
  return escapeText(text)
    .replace(/\r?\n\s*\n/g, '<br><br>')
    .replace(/\r?\n/g, '<br>');
}

/** The teaser and the full content of an item, as `text` and `html`; one may be all there is. */
export function contentOf(
  summary: string | undefined,
  content: string | undefined,
): { text: string | null; html: string | null } {
  const given = content ?? summary;
  if (given === undefined) return { text: null, html: null };
  const fullest = encodedOnce(given);
  const text = seen(encodedOnce(summary ?? given)) || null;
  return { text, html: hasTags(fullest) || hasEntities(fullest) || content !== undefined ? fullest : null };
}

/** Markup whose tags were encoded once too often. */
function encodedOnce(text: string): string {
  if (hasTags(text) || !text.includes('&lt;')) return text;
  const decoded = decodeEntities(text);
  return isHtml(decoded) ? decoded : text;
}

function seen(text: string): string {
  return hasTags(text) ? htmlToText(text) : decodeEntities(text).trim();
}

/** The names of an item's authors, from the first place that has any. A bare e-mail address is not a name. */
export function nameOf(...given: (string | string[] | undefined)[]): string | null {
  for (const each of given) {
    const names = [each].flat().flatMap(name => (name ? bareName(name) || [] : []));
    if (names.length > 0) return [...new Set(names)].join(', ');
  }
  return null;
}

/** RSS wants `address (Name)`, and some write `Name <address>`: the name is what is wanted. */
function bareName(written: string): string {
  const name = plainLine(written);
  const [inside, before] = [name.indexOf(' ('), name.lastIndexOf(' <')];
  if (inside > 0 && name.endsWith(')') && isMail(name.slice(0, inside)))
    return name.slice(inside + 2, -1).trim();
  if (before > 0 && name.endsWith('>') && isMail(name.slice(before + 2, -1)))
    return name.slice(0, before).trim();
  return isMail(name) ? '' : name;
}

function isMail(text: string): boolean {
  return text.includes('@') && !text.includes(' ');
}
