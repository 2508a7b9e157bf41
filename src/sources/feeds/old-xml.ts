import { escapeText } from 'entities';
import { tagsOf } from './xml-tags.ts';

/**
 * A feed with what the parsers don't know brought into the form that they know: entities that it declares
 * itself, texts in base64 (Atom 0.3), full texts in elements from before `content:encoded`. The document type
 * goes, since the parsers stumble over it.
 */
export function modernXml(text: string): string {
  return withFullTexts(withoutBase64(withoutDoctype(text)));
}

/** The most characters that a feed's own entities may add to it: entity bombs are meant to fill memory. */
const mostAdded = 1_000_000;

function withoutDoctype(text: string): string {
  const root = tagsOf(text).next().value?.start ?? 0;
  // The declarations of entities look like nothing that a tag begins with, so the root comes after them.
  const start = text.slice(0, root).search(/<!DOCTYPE\b/i);
  if (start < 0) return text;
  const declared = text.slice(start, root);
  const end = declared.includes('[') ? declared.search(/\]\s*>/) : declared.indexOf('>');
  if (end < 0) return text.slice(0, start) + text.slice(root);
  const entities = new Map<string, string>();
  for (const [, name, , value] of declared.matchAll(
    /<!ENTITY\s+([\w.-]{1,40})\s+(["'])([^"'<>&%]{0,200})\2\s*>/g,
  ))
    entities.set(name!, value!);
  const rest = text.slice(root);
  if (entities.size === 0) return text.slice(0, start) + rest;
  let added = 0;
  const expanded = rest.replace(/&([\w.-]{1,40});/g, (whole, name: string) => {
    const value = entities.get(name);
    added += value?.length ?? 0;
    return value === undefined || added > mostAdded ? whole : value;
  });
  return text.slice(0, start) + expanded;
}

const saysBase64 = /\bmode=["']base64["']|\btype=["']application\/octet-stream["']/;

function withoutBase64(text: string): string {
  if (!saysBase64.test(text)) return text;
  let [made, from] = ['', 0];
  for (const tag of tagsOf(text)) {
    const written = tag.kind === 'open' ? text.slice(tag.start, tag.end) : '';
    if (!saysBase64.test(written)) continue;
    const end = text.indexOf('<', tag.end);
    if (end < 0) break;
    const said = written.includes('mode=') ? 'mode="escaped"' : 'type="html"';
    const decoded = escapeText(Buffer.from(text.slice(tag.end, end), 'base64').toString('utf8'));
    made += `${text.slice(from, tag.start)}${written.replace(saysBase64, said)}${decoded}`;
    from = end;
  }
  return made + text.slice(from);
}

/** Elements that RSS feeds had the full text in, and whether that is markup rather than escaped markup. */
const fullTexts: Record<string, { isMarkup: boolean }> = {
  body: { isMarkup: true },
  'xhtml:body': { isMarkup: true },
  fullitem: { isMarkup: false },
};

function withFullTexts(text: string): string {
  if (!/<(?:xhtml:body|body|fullitem)[\s>]/i.test(text)) return text;
  const root = tagsOf(text).next().value?.name.toLowerCase();
  if (root === 'html' || root === 'feed') return text;
  let made = '';
  let from = 0;
  let open: { name: string; end: number } | undefined;
  for (const tag of tagsOf(text)) {
    const name = tag.name.toLowerCase();
    if (!Object.hasOwn(fullTexts, name)) continue;
    if (open?.name !== name) open = tag.kind === 'open' ? { name, end: tag.end } : undefined;
    else if (tag.kind === 'close') {
      const inside = text.slice(open.end, tag.start);
      const start = text.lastIndexOf('<', open.end - 1);
      const isWrapped = fullTexts[name]!.isMarkup && !inside.includes(']]>');
      made += `${text.slice(from, start)}<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">`;
      made += `${isWrapped ? `<![CDATA[${inside}]]>` : inside}</content:encoded>`;
      from = tag.end;
      open = undefined;
    }
  }
  return made + text.slice(from);
}
