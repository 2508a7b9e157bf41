import type { Document, Sentence, Token } from '../model/document.ts';
import type { ReadPerson, ReadQuote, SpanWithText } from '../model/reading.ts';
import { withoutDateline } from '../text/line-words.ts';
import { followedWithin } from '../text/within.ts';
import { cleanSentence } from '../tokens/clean-text.ts';
import { needsContext, speaksItself, withoutQuotes } from './anaphora.ts';
import { type Bag, bagOf, centralities, likenesses, similarity } from './centrality.ts';

const longestSummary = 3;
/** Sentences considered: the gist is in the first part, and comparing sentences takes quadratic time. */
const sentencesLookedAt = 60;
/** One of the first sentences states the point of the article. */
const leadLength = 5;
/** Weight of a sentence's own score against its novelty (the lambda of MMR). */
const balance = 0.7;
/** A sentence is added only if its value is at least this and its similarity to those taken is below the other. */
const leastValue = 0.2;
const mostAlike = 0.6;
/** Penalty for a person new to the summary who is called by surname only. */
const unintroducedPenalty = 0.08;
/** Penalty for a sentence that needs the one before it. */
const contextPenalty = 0.12;

type Candidate = {
  sentence: Sentence;
  /** Its place among the article's sentences. */
  index: number;
  words: Bag;
  score: number;
  /** It cannot be understood without the sentence before it. */
  needsPrevious: boolean;
  /** The people it names, and of them those it calls by a part of their name only. */
  named: Set<string>;
  unintroduced: string[];
};

/** A mention of a person, and whether it is the fullest name in the article. */
type Named = { id: string; start: number; isWhole: boolean };

/**
 * Two or three sentences that sum up the body, in their order. The first is the best of the lead; the others are the
 * most central ones (LexRank), each unlike those already taken (MMR). None is only a quote, and one that needs the
 * sentence before it (`He said …`) comes only after that one.
 */
export function summarize(document: Document, quotes: ReadQuote[], people: ReadPerson[]): SpanWithText[] {
  const names = people
    .flatMap(({ id, name, mentions }) =>
      mentions.map(({ start, text }) => ({ id, start, isWhole: text === name })),
    )
    .sort((a, b) => a.start - b.start);
  const sentences = document.sentences.slice(0, sentencesLookedAt);
  const namesOf = namesIn(sentences, names);
  const candidates = sentences.flatMap((sentence, index) =>
    candidate(document, sentence, index, quotes, namesOf[index]!),
  );
  const links = likenesses(candidates.map(({ words }) => words));
  weigh(candidates, links, titleWords(document));
  const picked = chosen(candidates, links)
    .sort((a, b) => a.index - b.index)
    .map(({ sentence }) => sentence);
  const summary = picked.length > 0 ? picked : openingOf(document, quotes);
  return summary.map(sentence => summarized(document, sentence));
}

/** The names in each sentence; sentences and names are in the order of the text. */
function namesIn(sentences: Sentence[], names: Named[]): Named[][] {
  let next = 0;
  return sentences.map(({ start, end }) => {
    while (next < names.length && names[next]!.start < start) next++;
    const first = next;
    while (next < names.length && names[next]!.start < end) next++;
    return names.slice(first, next);
  });
}

/**
 * The first sentence of an article in which none qualifies, as in a short one: one in the article's own words
 * that makes sense alone, else the first whole sentence.
 */
function openingOf(document: Document, quotes: ReadQuote[]): Sentence[] {
  const texts = document.sentences.slice(0, leadLength).flatMap(sentence => {
    const text = document.input.slice(sentence.start, sentence.end);
    const { kind } = document.paragraphs[sentence.paragraph]!;
    const isWhole =
      (kind === 'text' || kind === 'item') && text.length <= longestSentence && endsAsSentence(text);
    return isWhole && !isAboutTheReport(text) ? [{ sentence, text }] : [];
  });
  const plain = texts.find(
    ({ sentence, text }) =>
      !isMostlyQuote(sentence, text, quotes) && !needsContext(withoutQuotes(text), []) && !speaksItself(text),
  );
  const opening =
    plain ??
    texts.find(({ sentence, text }) => !isMostlyQuote(sentence, text, quotes)) ??
    // With who said it, a quote is fair by itself.
    texts.find(({ text }) => withoutQuotes(text).trim().length >= shortestAttribution);
  return opening ? [opening.sentence] : [];
}

/** UTF-16 code units. */
const longestSentence = 450;
const shortestAttribution = 10;
function endsAsSentence(text: string): boolean {
  let end = text.length;
  while (end > 0 && closers.has(text[end - 1]!)) end--;
  return endings.has(text[end - 1] ?? '');
}

const endings = new Set('.!…');
/** What may follow the mark that ends a sentence. */
const closers = new Set('"”’»)]');

function chosen(candidates: Candidate[], links: Float64Array[]): Candidate[] {
  const byIndex = new Map(candidates.map(entry => [entry.index, entry]));
  const places = new Map(candidates.map((entry, at) => [entry, at]));
  const likeness = (a: Candidate, b: Candidate) => links[places.get(a)!]![places.get(b)!]!;
  const alone = candidates.filter(entry => !entry.needsPrevious);
  const own = ({ score, unintroduced }: Candidate) =>
    score - unintroducedPenalty * Math.min(2, unintroduced.length);
  const lead = best(
    alone.filter(({ index }) => index < leadLength),
    own,
  );
  const first = lead ?? best(alone, own);
  if (!first) return [];
  const taken = [first];
  while (taken.length < longestSummary) {
    const met = new Set(taken.flatMap(({ named }) => [...named]));
    const value = (entry: Candidate) =>
      balance * entry.score -
      (1 - balance) * Math.max(...taken.map(other => likeness(entry, other))) -
      unintroducedPenalty * Math.min(2, entry.unintroduced.filter(id => !met.has(id)).length) -
      (entry.needsPrevious ? contextPenalty : 0);
    const units = candidates
      .filter(entry => entry.index > first.index && !taken.includes(entry))
      .flatMap(entry => unit(entry, byIndex, taken, likeness));
    const next = best(units, entries => Math.min(...entries.map(value)) - (entries.length - 1) * 0.05);
    if (!next || Math.min(...next.map(value)) < leastValue) break;
    taken.push(...next);
  }
  return taken;
}

/** A sentence with the one it needs before it; empty if that one cannot be taken. */
function unit(
  entry: Candidate,
  byIndex: Map<number, Candidate>,
  taken: Candidate[],
  likeness: (a: Candidate, b: Candidate) => number,
): Candidate[][] {
  const isNew = (one: Candidate) => taken.every(other => likeness(one, other) < mostAlike);
  if (!isNew(entry)) return [];
  if (!entry.needsPrevious) return [[entry]];
  const previous = byIndex.get(entry.index - 1);
  if (!previous) return [];
  if (taken.includes(previous)) return [[entry]];
  const fits = !previous.needsPrevious && isNew(previous) && taken.length + 2 <= longestSummary;
  return fits ? [[previous, entry]] : [];
}

function best<T>(entries: T[], value: (entry: T) => number): T | undefined {
  let top: { entry: T; value: number } | null = null;
  for (const entry of entries) {
    const own = value(entry);
    if (top === null || own > top.value) top = { entry, value: own };
  }
  return top?.entry;
}

function candidate(
  document: Document,
  sentence: Sentence,
  index: number,
  quotes: ReadQuote[],
  names: Named[],
): Candidate[] {
  const { kind } = document.paragraphs[sentence.paragraph]!;
  const length = sentence.end - sentence.start;
  if ((kind !== 'text' && kind !== 'item') || length < 50 || length > 450) return [];
  const text = document.input.slice(sentence.start, sentence.end);
  if (
    !endsAsSentence(text) ||
    text.endsWith('...') ||
    text.endsWith('…') ||
    (text.includes('|') && /\s\|\s/.test(text)) ||
    isMostlyQuote(sentence, text, quotes)
  )
    return [];
  if (isAboutTheReport(text)) return [];
  if (!sentence.tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return [];
  const words = bagOf(contentWords(sentence.tokens));
  if (words.counts.size < 4) return [];
  const whole = new Set(names.flatMap(({ id, isWhole }) => (isWhole ? [id] : [])));
  const named = new Set(names.map(({ id }) => id));
  const narration = withoutQuotes(text);
  return [
    {
      sentence,
      index,
      words,
      score: speaksItself(narration) ? -0.3 : 0,
      needsPrevious: needsContext(
        narration,
        names.map(({ start }) => start - sentence.start),
      ),
      named,
      unintroduced: [...named].filter(id => !whole.has(id)),
    },
  ];
}

/** What an article says of how it came about is no news. */
const aboutTheReport =
  /\bdeclin\w+ to comment\b|\b(this|the) (story|article|report) (is|was|has been|will be)\b|\bhere['’]s (what|how|why|a look)\b/i;
const asking = /\b(reached out to|contacted|approached|asked|respond\w*|repl\w+|return\w*)\b/gi;
const forComment =
  /\b(for|to|requests?) ?(a |an |further |our )?(comments?|requests?|responses?|questions?|calls?)\b/i;

const isAboutTheReport = (text: string) =>
  aboutTheReport.test(text) || followedWithin(text, asking, forComment, 110);

function contentWords(tokens: Token[]): string[] {
  const words: string[] = [];
  for (const { pos, lemma } of tokens) if (lemma.length > 2 && telling.has(pos)) words.push(lemma);
  return words;
}

const telling = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);

function titleWords({ title }: Document): Bag {
  return bagOf(title?.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

const isWithin = (offset: number, { start, end }: ReadQuote) => start < offset && offset < end;

/** Half of it or more is quoted, or it has a piece of a quote: out of context that would be unfair to the speaker. */
function isMostlyQuote(sentence: Sentence, text: string, quotes: ReadQuote[]): boolean {
  if (/^[“"«‘]|^[–—-]\s/.test(text) || /^[^“«]*[”»]/.test(text)) return true;
  if (quotes.some(quote => isWithin(sentence.start, quote) || isWithin(sentence.end, quote))) return true;
  let quoted = 0;
  for (const { start, end } of quotes)
    quoted += Math.max(0, Math.min(end, sentence.end) - Math.max(start, sentence.start));
  return quoted * 2 >= text.length;
}

/** Scores by position, centrality and overlap with the title, less for a very long sentence. */
function weigh(candidates: Candidate[], links: Float64Array[], title: Bag): void {
  const central = centralities(links);
  for (const [at, entry] of candidates.entries()) {
    const lead = Math.max(0, 1 - entry.index / 8);
    const length = entry.sentence.end - entry.sentence.start;
    entry.score +=
      0.45 * central[at]! + 0.4 * lead + 0.3 * similarity(entry.words, title) - (length > 320 ? 0.1 : 0);
  }
}

/** A sentence of the summary, without the dateline that an article begins with. */
function summarized({ input }: Document, sentence: Sentence): SpanWithText {
  const text = input.slice(sentence.start, sentence.end);
  const start = sentence.end - withoutDateline(text).length;
  const own = { ...sentence, start, tokens: sentence.tokens.filter(token => token.start >= start) };
  return { start, end: own.end, text: cleanSentence(input, own) };
}
