import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { SpanWithText } from '../model/reading.ts';
import { type Word, wordIndexAt } from '../tokens/words.ts';
import type { Mention } from './clusters.ts';
import { roleAfter } from './role-after.ts';
import { roleBefore } from './role-before.ts';
import type { Names } from './role-phrase.ts';

/** What the article calls a person besides the name, each wording once, with offsets. */
export function rolesOf(
  mentions: Mention[],
  names: Names,
  document: Document,
  words: Word[],
  index: NameIndex,
): SpanWithText[] {
  const found = new Map<string, SpanWithText>();
  for (const mention of mentions) {
    const from = wordIndexAt(words, mention.start);
    const to = wordIndexAt(words, mention.end);
    // A headline or a caption is not among the words.
    if (to <= from) continue;
    for (const span of [
      roleBefore(words, from, names, index),
      roleAfter(words, behindBoth(words, to, names), names, index),
    ]) {
      if (!span) continue;
      const start = words[span.from]!.start;
      const end = words[span.to - 1]!.end;
      const text = document.input.slice(start, end);
      const key = text.replace(/\s+/g, ' ').toLowerCase();
      if (!found.has(key)) found.set(key, { start, end, text });
    }
  }
  return [...found.values()];
}

/** `X and Y, leaders of …`: what both are follows the second. */
function behindBoth(words: Word[], to: number, names: Names): number {
  const end = words[to]?.lower === 'and' ? names.get(to + 1) : undefined;
  if (end === undefined || words[end]?.text !== ',') return to;
  const head = words.slice(end + 1, end + 4).find(word => /s$/.test(word.lower));
  return head ? end : to;
}
