import { unitVector } from '../../library/text/likeness.ts';

const boundary = /[,;:] | [–—-] | (?=(?:amid|while|but) )/g;
/** Says which event it is as little as the number itself. */
const generic =
  /^(?:people|person|peopl|man|men|woman|women|child|children|girl|boy|victim|other|resid|civilian|score|kill|dead|die|death|injur|wound|hurt|arrest|detain|miss|displac|evacu|mon|tues|wednes|thurs|fri|satur|sun)(?:s|dai|day)?$/;
/** A clause with fewer words of its own is looked at with its neighbours. */
const fewestWords = 2;
const foreseeing =
  /\b(?:expected|forecasts?|predicted|projected|possible|likely|may|might|could|will|would|plans?|set to|due to)\b/i;

/** A part of a sentence about one thing. */
export type Clause = {
  /** Content words, stemmed, without those that tolls have in common. */
  words: ReadonlySet<string>;
  /** Whether it says what is to come or may come, rather than what is. */
  isForeseen: boolean;
};

/**
 * The clause that has a place of a sentence in it.
 * @param at UTF-16 offset in the sentence
 */
export function clauseAt(sentence: string, at: number): Clause {
  const cuts = [0, ...[...sentence.matchAll(boundary)].map(({ index }) => index), sentence.length];
  let to = cuts.findIndex(cut => cut > at);
  let from = to - 1;
  for (;;) {
    const text = sentence.slice(cuts[from], cuts[to]);
    const words = new Set(
      [...unitVector(text).keys()].filter(word => !generic.test(word) && !/^\d/.test(word)),
    );
    if (words.size >= fewestWords || (from === 0 && to === cuts.length - 1))
      return { words, isForeseen: foreseeing.test(text) };
    if (from > 0) from -= 1;
    else to += 1;
  }
}
