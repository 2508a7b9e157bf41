import { type ContentWords, contentWords } from './content-words.ts';

/** The content words of a text, stemmed, with weights whose squares add up to one. */
export function unitVector(text: string): Map<string, number> {
  const words = contentWords();
  const [stems, weights]: [number[], number[]] = [[], []];
  words.appendUnitVector(text, stems, weights);
  return new Map(stems.map((stem, at) => [words.form(stem), weights[at]!]));
}

/** Texts whose likeness to each other is known. */
export type Compared = {
  /** The cosines of every two of them: that of texts `a` and `b` is at `a * count + b`. */
  cosines: Float64Array;
  /** The cosines of each of them and another text, by their place. */
  to(other: string): (text: number) => number;
};

/**
 * The cosine of every two texts' unit vectors. It is what `cosine` gives, found through an index of the words: their
 * vectors are never made, as they would be most of the work.
 */
export function compareTexts(texts: string[]): Compared {
  const known = contentWords();
  const { stems, words, weights, ends } = numberedStems(known, texts);
  // Of each word the texts that have it, those of word w from starts[w] on, with their weights.
  const starts = new Int32Array(stems.length + 1);
  for (const word of words) starts[word + 1]! += 1;
  for (let word = 0; word < stems.length; word += 1) starts[word + 1]! += starts[word]!;
  const next = starts.slice();
  const having = new Int32Array(words.length);
  const their = new Float64Array(words.length);
  ends.forEach((end, text) => {
    for (let at = ends[text - 1] ?? 0; at < end; at += 1) {
      const place = next[words[at]!]!++;
      having[place] = text;
      their[place] = weights[at]!;
    }
  });
  const cosines = new Float64Array(texts.length * texts.length);
  ends.forEach((end, text) => {
    const row = text * texts.length;
    for (let at = ends[text - 1] ?? 0; at < end; at += 1) {
      const weight = weights[at]!;
      const last = starts[words[at]! + 1]!;
      for (let place = starts[words[at]!]!; place < last; place += 1)
        cosines[row + having[place]!]! += weight * their[place]!;
    }
  });
  return {
    cosines,
    to(other) {
      const [theirs, theirWeights]: [number[], number[]] = [[], []];
      known.appendUnitVector(other, theirs, theirWeights);
      const weightOf = new Map(theirs.map((stem, at) => [stem, theirWeights[at]!]));
      return text => {
        let sum = 0;
        for (let at = ends[text - 1] ?? 0; at < ends[text]!; at += 1)
          sum += weights[at]! * (weightOf.get(stems[words[at]!]!) ?? 0);
        return sum;
      };
    },
  };
}

/** The unit vectors of texts one after another, up to `ends`: words are numbered by their places in `stems`. */
function numberedStems(known: ContentWords, texts: string[]) {
  const [found, weights, ends]: [number[], number[], number[]] = [[], [], []];
  for (const text of texts) {
    known.appendUnitVector(text, found, weights);
    ends.push(found.length);
  }
  if (numbers.length < known.stems()) numbers = new Int32Array(2 * known.stems());
  const stems: number[] = [];
  const words = new Int32Array(found.length);
  for (let at = 0; at < found.length; at += 1) {
    const stem = found[at]!;
    if (numbers[stem] === 0) numbers[stem] = stems.push(stem);
    words[at] = numbers[stem]! - 1;
  }
  for (const stem of stems) numbers[stem] = 0;
  return { stems, words, weights, ends };
}

/** While texts are compared, of each stem its place among theirs and one more; 0 if it has none. */
let numbers = new Int32Array(0);

/** How alike two unit vectors are, 0 to 1. */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}
