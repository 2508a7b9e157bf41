import type { Context } from '../grammar/context.ts';
import { askerLabels } from '../grammar/lexicon.ts';
import { type NounPhrase, parseNounPhrase } from '../grammar/noun-phrase.ts';
import type { ReadPerson } from '../model/reading.ts';
import { wordIndexAt } from '../tokens/words.ts';
import type { QuoteSpan } from './quote-span.ts';

/** Fewer labelled paragraphs than this make no transcript: one may be a heading. */
const fewestTurns = 3;
/** What is said in a turn has at least so many words. */
const fewestWords = 4;

/**
 * The turns of an interview or a transcript, where paragraphs begin with the speaker’s name and a colon and have no
 * quote marks: `X: We are ready.` Turns of someone unnamed who asks count among them. Without an `I`, `we` or `you` in any of them they are a list.
 */
export function transcriptTurns(context: Context): QuoteSpan[] {
  const { document, words } = context;
  const turns: QuoteSpan[] = [];
  const speakers: ReadPerson[] = [];
  let questions = 0;
  let speaks = false;
  let nextColon = -1;
  for (const [number, paragraph] of document.paragraphs.entries()) {
    if (nextColon < paragraph.start) nextColon = document.input.indexOf(':', paragraph.start);
    if (nextColon < 0) break;
    if (nextColon >= paragraph.end) continue;
    const from = wordIndexAt(words, paragraph.start);
    const to = wordIndexAt(words, paragraph.end);
    if (askerLabels.has(words[from]?.lower ?? '') && words[from + 1]?.text === ':') questions++;
    const label = labelOf(context, from, to);
    const begin = label ? label.to + 1 : -1;
    if (!label?.person || to - begin < fewestWords || context.quoted[begin]) continue;
    const said = words.slice(begin, to);
    speaks ||= said.some(({ lower }) => /^(i|we|you|my|our|your|me|us)$/.test(lower));
    if (!said.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) continue;
    const span = { start: words[begin]!.start, end: words[to - 1]!.end };
    speakers.push(label.person);
    turns.push({ ...span, outer: span, paragraph: number, style: 'turn', continues: false });
  }
  const isEnough = turns.length > 0 && turns.length + questions >= fewestTurns;
  return speaks && isEnough && !isDirectory(context, turns, speakers) ? turns : [];
}

/** Whether the paragraphs are about those whom they begin with: each has one, and several name that person again. */
function isDirectory({ words, beginsAt }: Context, turns: QuoteSpan[], speakers: ReadPerson[]): boolean {
  if (new Set(speakers).size < speakers.length) return false;
  const around = turns.filter((turn, at) => {
    const until = turns[at + 1]?.start ?? turn.end;
    for (let word = wordIndexAt(words, turn.start); words[word] && words[word]!.start < until; word++)
      if (beginsAt.get(word)?.person === speakers[at]) return true;
    return false;
  });
  return around.length * 2 >= turns.length;
}

/** Whom a paragraph begins with, a colon behind the name: `X:`; null where it has no such label. */
function labelOf(context: Context, from: number, to: number): NounPhrase | null {
  const { words } = context;
  let colon = from;
  while (colon < Math.min(to, from + 8) && words[colon]!.text !== ':') colon++;
  if (words[colon]?.text !== ':' || colon === from || colon >= to) return null;
  const label = parseNounPhrase(context, from, colon);
  return label?.kind === 'person' && label.to === colon ? label : null;
}
