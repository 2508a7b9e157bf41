import { centralities } from '../text/likeness.ts';

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
  // It comments in several sentences.
  { factor: 0.7, pattern: /[.!] \p{Lu}/u },
  // It looks ahead.
  {
    factor: 0.8,
    pattern: /\b(?:will|would|could|may|might|expected|set to|plans? to|prepares?|ahead of)\b/i,
  },
];

/**
 * The headline that names a story: the one most like the others that says what happened; a report before a question,
 * a comment or a live blog. The first of equals; undefined without headlines.
 * @param copies headlines of copies, which are not chosen from
 */
export function storyTitle(titles: string[], copies: string[]): string | undefined {
  const central = centralities([...copies, ...titles]).slice(copies.length);
  let best: { title: string; score: number } | undefined;
  titles.forEach((title, at) => {
    const score = forms.reduce(
      (product, { factor, pattern }) => (pattern.test(title) ? product * factor : product),
      central[at]!,
    );
    if (best === undefined || score > best.score + 1e-9) best = { title, score };
  });
  return best?.title;
}
