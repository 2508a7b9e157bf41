import type { Removed } from './document.ts';
import type { Knowledge } from './knowledge.ts';

export type FurnitureKind = Exclude<Removed['kind'], 'title' | 'byline' | 'caption'>;

/** Tells what kind of page furniture a line is by its words alone; null for one that may belong to the body. */
export type FurnitureTeller = (line: string) => FurnitureKind | null;

const kinds = ['comments', 'related', 'share', 'legal', 'credit', 'navigation', 'other'] as const;

/** Longer lines are a paragraph of the body even where they hold a phrase of the furniture. */
const longestByPhrase = 450;
/** A line that offers to share or credits a picture is no longer than this. */
const longestLabel = 180;
/** Longer lines are so even where they begin with one. */
const longestByStart = 240;

export function furnitureTeller(furniture: Knowledge['furniture']): FurnitureTeller {
  const known = tellers.get(furniture);
  if (known) return known;
  const made = newTeller(furniture);
  tellers.set(furniture, made);
  return made;
}

const tellers = new WeakMap<Knowledge['furniture'], FurnitureTeller>();

function newTeller(furniture: Knowledge['furniture']): FurnitureTeller {
  const sets = kinds.map(kind => ({
    kind,
    whole: new Set(furniture[kind].whole),
    starts: byFirstWord(furniture[kind].start),
    within: furniture[kind].within,
  }));
  return line => {
    if (line.length > longestByPhrase)
      return /^(disclaimer|copyright|©)/i.test(line) && line.length < 3_000 ? 'legal' : null;
    const text = line.toLowerCase().replace(/\s+/g, ' ');
    // What begins with a quote mark is somebody's words, whatever they are.
    const opening = /^["“‘«]/.test(text) ? text : text.replace(/^[^\p{L}\p{N}©(]{1,20}/u, '');
    const bare = opening.replace(/[\s:…»>.!→*]{1,20}$/u, '');
    for (const { kind, whole } of sets) if (whole.has(bare) || whole.has(text)) return kind;
    if (line.length <= longestByStart) {
      const first = firstWord(opening);
      for (const { kind, starts } of sets) {
        if (starts.get(first)?.some(start => startsWithWords(opening, start))) return kind;
      }
    }
    for (const { kind, within } of sets) {
      if ((kind === 'share' || kind === 'credit') && line.length > longestLabel) continue;
      if (within.some(phrase => text.includes(phrase))) return kind;
    }
    return isCounter(bare) ? 'comments' : isStamp(bare) ? 'navigation' : null;
  };
}

/** Openings by their first word: a line is compared with few of them. */
function byFirstWord(starts: string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const start of starts) index.set(firstWord(start), [...(index.get(firstWord(start)) ?? []), start]);
  return index;
}

function firstWord(text: string): string {
  return /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '';
}

/** Whether a text begins with these words, the last of them not only the beginning of a longer one unless `*` stands behind. */
function startsWithWords(text: string, start: string): boolean {
  if (start.endsWith('*')) return text.startsWith(start.slice(0, -1));
  if (!text.startsWith(start)) return false;
  return !/[\p{L}\p{N}]$/u.test(start) || !/^\p{L}/u.test(text.slice(start.length));
}

/** `24 comments`, `11 responses to …`, `3 shares`. */
function isCounter(text: string): boolean {
  return /^\d[\d,.k]{0,8} (comments?|responses?|replies|reply|shares?|likes?|views?|thoughts? on|reactions?|retweets?)\b/.test(
    text,
  );
}

/** `5 min read`, `3 hours ago`, an address of the web. */
function isStamp(text: string): boolean {
  return (
    /^\d{1,3} (min|minutes?|hours?|days?|weeks?|months?|years?)( read| ago)?$/.test(text) ||
    /^(https?:\/\/|www\.)\S+$/.test(text)
  );
}
