import { badRequest } from '../model/api-error.ts';
import type { Entity } from '../model/types.ts';
import { parseHtml } from './html.ts';

/** Text written in a markup language; HTML alone is known here. Throws Telegram's refusals. */
export function parseMarkup(text: string, mode: string): { text: string; entities: Entity[] } {
  if (mode === 'html') return parseHtml(text);
  throw badRequest('unsupported parse_mode');
}
