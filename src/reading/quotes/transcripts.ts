import type { Context } from '../grammar/context.ts';
import { parseNounPhrase } from '../grammar/noun-phrase.ts';
import { wordIndexAt } from '../tokens/words.ts';
import type { QuoteSpan } from './quote-span.ts';

/** Fewer labelled paragraphs than this make no transcript: one may be a heading. */
const fewestTurns = 3;
/** What is said in a turn has at least so many words. */
const fewestWords = 4;

/**
 * The turns of an interview or a transcript, where paragraphs begin with the speaker’s name and a colon and have no
 * quote marks: `X: We are ready.` Without an `I`, `we` or `you` in any of them they are a list.
 */
export function transcriptTurns(context: Context): QuoteSpan[] {
  const { document, words } = context;
  const turns: QuoteSpan[] = [];
  let speaks = false;
  let nextColon = -1;
  for (const [number, paragraph] of document.paragraphs.entries()) {
    if (nextColon < paragraph.start) nextColon = document.input.indexOf(':', paragraph.start);
    if (nextColon < 0) break;
    if (nextColon >= paragraph.end) continue;
    const from = wordIndexAt(words, paragraph.start);
    const to = wordIndexAt(words, paragraph.end);
    const begin = labelEnd(context, from, to);
    if (begin < 0 || to - begin < fewestWords || context.quoted[begin]) continue;
    const said = words.slice(begin, to);
    speaks ||= said.some(({ lower }) => /^(i|we|you|my|our|your|me|us)$/.test(lower));
    if (!said.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) continue;
    const span = { start: words[begin]!.start, end: words[to - 1]!.end };
    turns.push({ ...span, outer: span, paragraph: number, style: 'turn', continues: false });
  }
  return speaks && turns.length >= fewestTurns ? turns : [];
}

/** The first word behind `X:` at the beginning of a paragraph, -1 where it has no such label. */
function labelEnd(context: Context, from: number, to: number): number {
  const { words } = context;
  let colon = from;
  while (colon < Math.min(to, from + 8) && words[colon]!.text !== ':') colon++;
  if (words[colon]?.text !== ':' || colon === from || colon >= to) return -1;
  const label = parseNounPhrase(context, from, colon);
  return label?.kind === 'person' && label.to === colon ? colon + 1 : -1;
}
