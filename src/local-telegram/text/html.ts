import { type ApiError, badRequest } from '../model/api-error.ts';
import type { Entity } from '../model/types.ts';
import { checkedLink } from './links.ts';

const styles: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  u: 'underline',
  ins: 'underline',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  a: 'text_link',
  'tg-emoji': 'custom_emoji',
  'tg-time': 'date_time',
};

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

type Open = { tag: string; attributes: Record<string, string>; start: number; byte: number };

/** Telegram's HTML as text and entities. Throws its refusals, which count in bytes. */
export function parseHtml(source: string): { text: string; entities: Entity[] } {
  const byteAt = (at: number) => Buffer.byteLength(source.slice(0, at));
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = '';
  let at = 0;

  const startTag = () => {
    const byte = byteAt(at);
    const name = /^<([a-z0-9-]*)/i.exec(source.slice(at))![1]!.toLowerCase();
    const after = at + 1 + name.length;
    if (after >= source.length) throw failed(`Unclosed start tag at byte offset ${byte}`);
    if (!(name in styles)) throw failed(`Unsupported start tag "${name}" at byte offset ${byte}`);
    const { attributes, end } = readAttributes(source, after, name, byte);
    if (name === 'span' && attributes.class !== 'tg-spoiler') {
      throw failed(`Tag "span" must have class "tg-spoiler" at byte offset ${byte}`);
    }
    open.push({ tag: name, attributes, start: text.length, byte });
    at = end + 1;
  };

  const endTag = () => {
    const byte = byteAt(at);
    const [whole, name = ''] = /^<\/([a-z0-9-]*)\s*/i.exec(source.slice(at))!;
    const last = open.pop();
    if (!last) throw failed(`Unexpected end tag at byte offset ${byte}`);
    if (source[at + whole.length] !== '>') throw failed(`Unclosed end tag at byte offset ${byte}`);
    if (name !== '' && name.toLowerCase() !== last.tag) {
      throw failed(
        `Unmatched end tag at byte offset ${byte}, expected "</${last.tag}>", found "</${name.toLowerCase()}>"`,
      );
    }
    at += whole.length + 1;
    const entity = entityOf(last, text, open);
    if (entity) entities.push(entity);
  };

  while (at < source.length) {
    if (source[at] === '<') {
      if (source[at + 1] === '/') endTag();
      else startTag();
      continue;
    }
    const reference = /^&(#x[0-9a-f]+|#\d+|lt|gt|amp|quot);?/i.exec(source.slice(at, at + 12));
    if (reference) {
      text += decodeReference(reference[1]!);
      at += reference[0].length;
    } else text += source[at++];
  }
  const left = open.pop();
  if (left) throw failed(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return { text, entities };
}

/** The attributes of a tag, from behind its name to its `>`, which is at `end`. `byte`: where the tag starts. */
function readAttributes(
  source: string,
  from: number,
  name: string,
  byte: number,
): { attributes: Record<string, string>; end: number } {
  const attributes: Record<string, string> = {};
  let next = from;
  for (;;) {
    next += /^\s*/.exec(source.slice(next))![0].length;
    if (next >= source.length) throw failed(`Unclosed start tag at byte offset ${byte}`);
    if (source[next] === '>') return { attributes, end: next };
    const key = /^[^\s=>/"']*/.exec(source.slice(next))![0];
    if (key === '') throw failed(`Empty attribute name in the tag "${name}" at byte offset ${byte}`);
    next += key.length;
    const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)'|(?!["'])([a-z0-9.-]*))/i.exec(source.slice(next));
    if (value) next += value[0].length;
    const bare = value?.[3];
    if (bare !== undefined && next < source.length && !/[\s>]/.test(source[next]!)) {
      const at = Buffer.byteLength(source.slice(0, next - bare.length));
      throw failed(`Unexpected end of name token at byte offset ${at}`);
    }
    attributes[key.toLowerCase()] = decodeReferences(value?.[1] ?? value?.[2] ?? value?.[3] ?? '');
  }
}

function failed(reason: string): ApiError {
  return badRequest(`can't parse entities: ${reason}`);
}

function entityOf(
  { tag, attributes, start }: Open,
  text: string,
  outer: readonly Open[],
): Entity | undefined {
  const length = text.length - start;
  if (length === 0) return undefined;
  const entity: Entity = { type: styles[tag]!, offset: start, length };
  if (tag === 'a') {
    const link = checkedLink(attributes.href || text.slice(start));
    return 'url' in link ? { ...entity, url: link.url } : undefined;
  }
  if (tag === 'blockquote' && 'expandable' in attributes) return { ...entity, type: 'expandable_blockquote' };
  if (tag === 'code' && outer.at(-1)?.tag === 'pre') return undefined;
  if (tag === 'tg-emoji') return { ...entity, custom_emoji_id: attributes['emoji-id'] ?? '' };
  return entity;
}

function decodeReferences(value: string): string {
  return value.replace(/&(#x[0-9a-f]+|#\d+|lt|gt|amp|quot);?/gi, (_, name: string) => decodeReference(name));
}

function decodeReference(name: string): string {
  if (!name.startsWith('#')) return named[name.toLowerCase()]!;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '';
}
