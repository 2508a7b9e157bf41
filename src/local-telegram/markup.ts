import { bad } from './refusal.ts';
import type { Entity } from './types.ts';

/** Text written in a markup language. Throws Telegram's refusal for one that is not known here. */
export function parseMarkup(_text: string, _mode: string): { text: string; entities: Entity[] } {
  throw bad('unsupported parse_mode');
}
