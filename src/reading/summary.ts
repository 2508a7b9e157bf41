import { cleanSentence } from './clean-text.ts';
import type { Document, Sentence } from './document.ts';
import type { ReadQuote, SpanWithText } from './reading.ts';

const longestSummary = 3;
/** Articles are told in their first part; and comparing all sentences takes the square of their number. */
const sentencesLookedAt = 60;
/** How much a sentence's own worth counts against being unlike those already taken. */
const balance = 0.7;

type Candidate = { sentence: Sentence; index: number; words: Bag; worth: number };
/** Words with how often they stand there, and the length of that as a vector. */
type Bag = { counts: Map<string, number>; norm: number };

/**
 * Two or three sentences of the body that tell best what it says, in their order: the ones most like all
 * others (LexRank), each unlike those before it (MMR). None that is only a quote, nor one that begins with a
 * pronoun whose name stands elsewhere.
 */
export function summarize(document: Document, quotes: ReadQuote[]): SpanWithText[] {
  const candidates = document.sentences
    .slice(0, sentencesLookedAt)
    .flatMap((sentence, index) => candidate(document, sentence, index, quotes));
  rank(candidates);
  const taken: Candidate[] = [];
  while (taken.length < longestSummary) {
    const value = (entry: Candidate) =>
      balance * entry.worth -
      (1 - balance) * Math.max(0, ...taken.map(other => likeness(entry.words, other.words)));
    const left = candidates.filter(entry => !taken.includes(entry));
    const best = left.reduce<Candidate | null>(
      (top, entry) => (top === null || value(entry) > value(top) ? entry : top),
      null,
    );
    if (!best || (taken.length >= 2 && value(best) < 0.25)) break;
    taken.push(best);
  }
  return taken
    .sort((a, b) => a.index - b.index)
    .map(({ sentence }) => ({
      start: sentence.start,
      end: sentence.end,
      text: cleanSentence(document.input, sentence),
    }));
}

function candidate(document: Document, sentence: Sentence, index: number, quotes: ReadQuote[]): Candidate[] {
  const { kind } = document.paragraphs[sentence.paragraph]!;
  const length = sentence.end - sentence.start;
  if ((kind !== 'text' && kind !== 'item') || length < 50 || length > 450) return [];
  const text = document.input.slice(sentence.start, sentence.end);
  if (!/[.!?…]["”’»)\]]*$/.test(text) || startsOpen(text) || isMostlyQuote(sentence, text, quotes)) return [];
  const words = new Map<string, number>();
  for (const token of sentence.tokens) {
    if (!/^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(token.pos)) continue;
    const word = token.lemma.toLowerCase();
    if (word.length > 2) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words.size < 4 ? [] : [{ sentence, index, words: { counts: words, norm: norm(words) }, worth: 0 }];
}

/** Begins with a word that hangs on the sentence before. */
function startsOpen(text: string): boolean {
  return /^(•\s*)?["“'‘«–—-]?\s*(he|she|it|they|we|i|you|his|her|its|their|this|that|these|those|but|and|so|then|however|also|meanwhile|according to (him|her|them)|in addition|for (his|her|its|their) part|there|such|both|the (minister|official|latter|former|same))\b/iu.test(
    text,
  );
}

/** Half of it or more are somebody's words: they need the rest of the article to be fair. */
function isMostlyQuote(sentence: Sentence, text: string, quotes: ReadQuote[]): boolean {
  if (/^[“"«‘]|^[–—-]\s/.test(text) || /[”»]$/.test(text)) return true;
  const quoted = quotes
    .map(quote => Math.min(quote.end, sentence.end) - Math.max(quote.start, sentence.start))
    .reduce((sum, overlap) => sum + Math.max(0, overlap), 0);
  return quoted * 2 >= text.length;
}

/** LexRank: a sentence is worth as much as the sentences that are like it. The article's opening leads. */
function rank(candidates: Candidate[]): void {
  const count = candidates.length;
  const links = candidates.map(() => new Float64Array(count));
  for (let at = 0; at < count; at++)
    for (let other = 0; other < at; other++)
      links[at]![other] = links[other]![at] = likeness(candidates[at]!.words, candidates[other]!.words);
  const sums = links.map(row => row.reduce((sum, weight) => sum + weight, 0));
  let ranks = new Float64Array(count).fill(1 / count);
  for (let round = 0; round < 15; round++) {
    const next = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      if (sums[at]! <= 0) continue;
      const share = ranks[at]! / sums[at]!;
      const row = links[at]!;
      for (let to = 0; to < count; to++) next[to]! += share * row[to]!;
    }
    ranks = next.map(linked => 0.15 / count + 0.85 * linked);
  }
  const top = Math.max(...ranks, Number.MIN_VALUE);
  for (const [at, entry] of candidates.entries()) {
    const lead = Math.max(0, 1 - entry.index / 8);
    entry.worth = 0.55 * (ranks[at]! / top) + 0.45 * lead;
  }
}

/** Cosine of two bags of words. */
function likeness(a: Bag, b: Bag): number {
  const [less, more] = a.counts.size < b.counts.size ? [a.counts, b.counts] : [b.counts, a.counts];
  let shared = 0;
  for (const [word, count] of less) shared += count * (more.get(word) ?? 0);
  return shared === 0 ? 0 : shared / (a.norm * b.norm);
}

function norm(words: Map<string, number>): number {
  let sum = 0;
  for (const count of words.values()) sum += count * count;
  return Math.sqrt(sum);
}
