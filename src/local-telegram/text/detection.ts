import type { Entity } from '../model/types.ts';

/** Endings that make a bare word with dots an address. */
const endings =
  'com|org|net|info|int|edu|gov|io|dev|app|news|me|eu|uk|de|fr|ua|ru|pl|it|es|us|ca|tv|co|cn|jp|in';

const patterns: [type: string, pattern: RegExp][] = [
  [
    'url',
    new RegExp(
      `(?<![\\w@./-])(?:https?://[^\\s<>"']+|(?:[a-z0-9-]+\\.)+(?:${endings})(?![\\w-])(?:/[^\\s<>"']*)?)`,
      'giu',
    ),
  ],
  ['email', /(?<![\w.+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/giu],
  ['bot_command', /(?<![\p{L}\p{N}_/>@])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/])/giu],
  ['mention', /(?<![\p{L}\p{N}_@])@[a-z0-9_]{4,32}(?![\p{L}\p{N}_])/giu],
  ['hashtag', /(?<![\p{L}\p{N}_#&])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}(?![#\p{L}\p{N}_])/gu],
  ['cashtag', /(?<![\p{L}\p{N}_$])\$[A-Z]{3,8}(?![\p{L}\p{N}_$])/gu],
];

/** What Telegram marks by itself: addresses, commands, mentions, tags. In order, none over another. */
export function detectEntities(text: string): Entity[] {
  const found: Entity[] = [];
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const trimmed =
        type === 'url' ? match[0].replace(/(?<![.,:;!?)\]}»”’])[.,:;!?)\]}»”’]+$/u, '') : match[0];
      const entity = { type, offset: match.index, length: trimmed.length };
      if (entity.length > 0 && !found.some(other => overlap(entity, other))) found.push(entity);
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** Whether two entities share a character. */
export function overlap(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
