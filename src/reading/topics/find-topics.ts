import { memoizeByObject } from '../../system/memoize.ts';
import type { Knowledge, TopicKnowledge } from '../knowledge/knowledge.ts';
import type { Token } from '../model/document.ts';
import type { Reading } from '../model/reading.ts';

/** The lowest score of a topic. */
const leastScore = 0.45;
/** The lowest share of the best topic's score. */
const leastShare = 0.5;
const mostTopics = 5;

/** Weight of the words of the title. */
const titleWeight = 2;

type Phrase = { words: string[]; text: string; topics: { index: number; weight: number }[] };
type Phrasebook = Map<string, Phrase[]>;

/** What topics are matched against: an article's words and its title. */
export type Topical = { title: string | null; sentences: { tokens: Token[] }[] };

/** A topic of an article, and the words it was recognized by, the weightiest first. */
export type MatchedTopic = Reading['topics'][number] & { words: string[] };

type Hit = { count: number; weight: number };

/**
 * What the article is about, the best topic first; empty if it is about nothing known. Scores go from 0 to 1 and
 * are comparable between articles of any length.
 */
export function findTopics(document: Topical, { topics }: Pick<Knowledge, 'topics'>): Reading['topics'] {
  return matchTopics(document, topics).map(({ id, label, score }) => ({ id, label, score }));
}

/** The same with the words that each topic was recognized by. */
export function matchTopics(document: Topical, topics: TopicKnowledge[]): MatchedTopic[] {
  const { found, words } = hitsIn(document, topics);
  const scored = topics.map(({ id, label }, index) => {
    const hits = found[index]!;
    return { id, label, score: scoreOf([...hits.values()], words), hits };
  });
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score >= leastScore && score >= best * leastShare)
    .slice(0, mostTopics)
    .map(({ id, label, score, hits }) => {
      const strongest = [...hits].sort(([, a], [, b]) => hitScore(b) - hitScore(a));
      return { id, label, score, words: strongest.map(([word]) => word) };
    });
}

/** How often each topic's words occur in the article, and the article's number of words. */
function hitsIn(document: Topical, topics: TopicKnowledge[]): { found: Map<string, Hit>[]; words: number } {
  const book = phrasebook(topics);
  const found = topics.map(() => new Map<string, Hit>());
  const add = ({ text, topics }: Phrase, times: number) => {
    for (const { index, weight } of topics) {
      const count = found[index]!.get(text)?.count ?? 0;
      found[index]!.set(text, { weight, count: count + times });
    }
  };
  const note = (words: TopicWord[], times: number) => {
    for (let at = 0; at < words.length; at++)
      for (const phrase of phrasesFrom(book, words[at]!))
        if (continues(phrase, words, at)) add(phrase, times);
  };
  let words = 0;
  for (const { tokens } of document.sentences) {
    words += tokens.length;
    note(tokens, 1);
  }
  const title = document.title?.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  note(
    title.map(lower => ({ lower, lemma: lower.replace(/(['’]s|s)$/, '') })),
    titleWeight,
  );
  return { found, words };
}

type TopicWord = Pick<Token, 'lower' | 'lemma'>;

const noPhrases: Phrase[] = [];

/** The phrases that may begin with a word, found by the word itself and by its lemma. */
function phrasesFrom(book: Phrasebook, { lower, lemma }: TopicWord): Phrase[] {
  const byWord = book.get(lower);
  const byLemma = lemma === lower ? undefined : book.get(lemma);
  return byWord && byLemma ? [...byWord, ...byLemma] : (byWord ?? byLemma ?? noPhrases);
}

/** Whether the words after `at`, which is the phrase's first, are the rest of it. */
function continues(phrase: Phrase, words: TopicWord[], at: number): boolean {
  for (let step = 1; step < phrase.words.length; step++)
    if (!matchesWord(phrase.words[step]!, words[at + step])) return false;
  return true;
}

/** Whether a word of a phrase matches this one, verbatim or by its lemma. */
function matchesWord(word: string, at: TopicWord | undefined): boolean {
  return at !== undefined && (word === at.lower || word === at.lemma);
}

/** Many different words are better evidence than one repeated; a long article has more of them by chance. */
function scoreOf(hits: Hit[], words: number): number {
  const strong = hits.filter(({ weight }) => weight >= 3).length;
  if (strong === 0 || hits.length < 2) return 0;
  const sum = hits.reduce((total, hit) => total + hitScore(hit), 0);
  const expected = 9 * Math.max(0.5, words / 350) ** 0.6;
  return Math.round((sum / (sum + expected)) * 100) / 100;
}

function hitScore({ count, weight }: Hit): number {
  return weight * (1 + Math.log2(count));
}

/** The phrases of all topics by their first word. */
const phrasebook = memoizeByObject((topics: TopicKnowledge[]): Phrasebook => {
  const phrases = new Map<string, Phrase>();
  for (const [index, topic] of topics.entries()) {
    for (const [text, weight] of Object.entries(topic.words)) {
      const phrase = phrases.get(text) ?? {
        text,
        words: text.toLowerCase().split(/\s+|(?=-)|(?<=-)/),
        topics: [],
      };
      phrase.topics.push({ index, weight });
      phrases.set(text, phrase);
    }
  }
  const book: Phrasebook = new Map();
  for (const phrase of phrases.values()) {
    const first = phrase.words[0]!;
    book.set(first, [...(book.get(first) ?? []), phrase]);
  }
  return book;
});
