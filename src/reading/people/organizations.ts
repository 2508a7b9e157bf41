import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { Reading } from '../model/reading.ts';
import type { Word } from '../tokens/words.ts';
import type { NameCandidate } from './candidates.ts';

/** A name by the indexes of its words, `to` exclusive. */
export type Named = NameCandidate;

/** The organisations named, with `of …` behind their head (`Ministry of Defence`), in the order of the text. */
export function findOrganizations(
  found: Named[],
  document: Document,
  words: Word[],
  index: NameIndex,
): Reading['organizations'] {
  return gatherMentions(
    found.map(({ from, to }) => ({
      from,
      to: index.organizationWords.has(words[to - 1]!.lower) ? behindOf(words, to) : to,
    })),
    document,
    words,
  );
}

/** Where the `of (the) Capitals` behind a head ends. */
function behindOf(words: Word[], to: number): number {
  let at = to;
  while (words[at] && /^(of|for|on)$/.test(words[at]!.lower)) {
    let next = at + 1;
    if (words[next]?.lower === 'the') next++;
    const from = next;
    while (words[next]?.isCapitalized && words[next]!.sentence === words[to - 1]!.sentence) next++;
    if (next === from) return at;
    at = next;
  }
  return at;
}

/** Mentions under their name, the same wording once. */
export function gatherMentions(
  found: Named[],
  document: Document,
  words: Word[],
): { name: string; mentions: { start: number; end: number; text: string }[] }[] {
  const byName = new Map<
    string,
    { name: string; mentions: { start: number; end: number; text: string }[] }
  >();
  for (const { from, to } of [...found].sort((a, b) => a.from - b.from)) {
    const { start } = words[from]!;
    const { end } = words[to - 1]!;
    const text = document.input.slice(start, end);
    const name = text.replace(/\s+/g, ' ');
    const entry = byName.get(name) ?? { name, mentions: [] };
    entry.mentions.push({ start, end, text });
    byName.set(name, entry);
  }
  return [...byName.values()];
}
