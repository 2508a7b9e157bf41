import { cosine, unitVector } from '../text/likeness.ts';

/** What makes a headline a worse name for what happened, and by how much. */
const forms: readonly { factor: number; pattern: RegExp }[] = [
  // It says what kind of article it is, or carries on its own: Exclusive, Opinion, Live updates.
  { factor: 0.6, pattern: /^[\p{Lu}][\p{L} -]{2,20}(?::|\s\|)\s|\blive (?:updates|blog|coverage)\b/u },
  // It asks, or promises an answer.
  {
    factor: 0.5,
    pattern:
      /\?|^(?:who|what|why|how|when|where|could|can|should|inside|meet|watch)\b|\bhere(?:['’]s| is| are)\b|\bwhat (?:we know|to (?:know|expect))\b|\b(?:need|things|want) to know\b/i,
  },
  // It comments: an explanation, a check, a profile, lessons.
  {
    factor: 0.5,
    pattern:
      /^(?:takeaways|fact[- ]?check\w*|analysis|explain(?:er|ed)|profile|\d+ (?:things|takeaways|ways|reasons))\b|^(?:the|a|an) \p{L}+(?: \p{L}+)? (?:behind|who|that|whose|no one)\b|\bbehind the\b/iu,
  },
  // It opens with someone's words, which say little without the speaker.
  { factor: 0.7, pattern: /^["“‘'«]/ },
  // It quotes: what was said is not yet what happened.
  { factor: 0.85, pattern: /["“‘][^"”’]{12,120}["”’]/ },
  // It is about how others take it.
  { factor: 0.8, pattern: /\b(?:reacts?|slams?|blasts?|decr(?:y|ies)|hails?|mourns?|deepens?)\b/i },
  // It comments in several sentences.
  { factor: 0.7, pattern: /[.!] \p{Lu}/u },
  // It looks ahead.
  {
    factor: 0.8,
    pattern: /\b(?:will|would|could|may|might|expected|set to|plans? to|prepares?|ahead of)\b/i,
  },
];

/** How many headlines are compared with each other, the newest: older ones name a story no more. */
const maxCompared = 40;
/** Headlines this alike are versions of one, and speak for it this much each. */
const versionFrom = 0.75;
const versionWeight = 0.3;
/** What the oldest headline counts: news move on, tolls rise. */
const oldestWeight = 0.75;

/**
 * The headline that names a story: the one most like the others that says what happened; a report before a question, a
 * comment or a live blog, and of those about as good the newest. Undefined without headlines.
 * @param titles headlines, copies' too, in the order of their days
 */
export function storyTitle(titles: string[]): string | undefined {
  const compared = titles.slice(-maxCompared);
  const vectors = compared.map(unitVector);
  const scores = compared.map((title, at) => {
    const form = forms.reduce(
      (product, { factor, pattern }) => (pattern.test(title) ? product * factor : product),
      1,
    );
    const age = compared.length === 1 ? 0 : 1 - at / (compared.length - 1);
    return form * centralityOf(at, vectors) * (1 - age * (1 - oldestWeight));
  });
  return compared[scores.indexOf(Math.max(...scores))];
}

/** How like the others a headline is, itself included. */
function centralityOf(at: number, vectors: Map<string, number>[]): number {
  return vectors.reduce((sum, other, place) => {
    const alike = cosine(vectors[at]!, other);
    return sum + (place !== at && alike >= versionFrom ? alike * versionWeight : alike);
  }, 0);
}
