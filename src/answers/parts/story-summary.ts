import type { StoredArticle } from '../../library/model/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { sentencesOf } from '../../library/text/sentences.ts';
import { everydayWords, frequentWords } from '../../library/text/word-lists.ts';
import { summaryOf } from '../parts/summary.ts';

/** A sentence of one article, and the articles that tell the same, its own first. */
export type Told = { text: string; articles: StoredArticle[] };

/**
 * What every article of a story tells, what several do, and what one does, the most telling first. `point` is what
 * the story is about in the words of one article, where all of them say nothing alike.
 */
export type StorySummary = { point: Told | null; all: Told[]; several: Told[]; one: Told[] };

/** So many sentences of an article are looked at for what another tells: the rest is background. */
const sentencesCompared = 40;
/**
 * A sentence tells the same as another if it has this share of its weight of words, so many of them, and every number
 * and weekday: `Six people were killed on Monday` is not what `Sixteen people were killed` says.
 */
const sameShare = 0.6;
const sameWords = 5;
const mustAgree =
  /^(\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundreds|thousand|thousands|million|dozen|dozens|first|second|third|(mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tomorrow|no|not|never|denied|denies|deny)$/;
/** A word of everyday English tells less than a name. */
const everydayWeight = 0.4;

const most = { all: 2, several: 3, one: 5 };

/** Telling words with their weights, and the words that must agree. */
type Words = { words: Map<string, number>; figures: Set<string> };
type Choice = Told & { words: Words; place: number };

/**
 * Sums up a story of several articles in sentences of theirs.
 * @param articles newest first; what is told the same way is taken from the newer one
 */
export function storySummary(articles: StoredArticle[]): StorySummary {
  const bodies = new Map(
    articles.map(article => [
      article,
      sentencesOf(article.reading)
        .slice(0, sentencesCompared)
        .map(({ text }) => wordsOf(text)),
    ]),
  );
  const tells = (article: StoredArticle, words: Words) =>
    bodies.get(article)!.some(sentence => isTold(words, sentence));
  const choices = articles.flatMap(article =>
    openings(article).map(({ text, place }): Choice => {
      const words = wordsOf(text);
      const others = articles.filter(other => other !== article && tells(other, words));
      return { text, place, words, articles: [article, ...others] };
    }),
  );
  choices.sort((a, b) => b.articles.length - a.articles.length || a.place - b.place);
  const taken: Choice[] = [];
  const take = (from: Choice[], count: number, perArticle = Number.POSITIVE_INFINITY) => {
    const added: Choice[] = [];
    for (const choice of from) {
      if (added.length === count) break;
      const own = added.filter(({ articles: [first] }) => first === choice.articles[0]).length;
      const isNew = taken.every(({ words }) => !isTold(choice.words, words) && !isTold(words, choice.words));
      if (own >= perArticle || !isNew) continue;
      added.push(choice);
      taken.push(choice);
    }
    return added.map(({ text, articles: by }) => ({ text, articles: by }));
  };
  const by = (fits: (count: number) => boolean) => choices.filter(choice => fits(choice.articles.length));
  const all = take(
    by(count => count === articles.length),
    most.all,
  );
  const point = all.length === 0 ? pointOf(choices) : null;
  if (point) taken.push(point);
  return {
    point: point && { text: point.text, articles: point.articles },
    all,
    several: take(
      by(count => count > 1 && count < articles.length),
      most.several,
    ),
    one: take(
      by(count => count === 1),
      most.one,
      1,
    ),
  };
}

/** The beginning of an article's summary that is most like those of the others: each tells the event in its words. */
function pointOf(choices: Choice[]): Choice | null {
  const firsts = choices.filter(({ place }) => place === 0);
  let best: { choice: Choice; likeness: number } | null = null;
  for (const choice of firsts) {
    const likeness = firsts.reduce((sum, other) => sum + likenessOf(choice.words, other.words), 0);
    if (best === null || likeness > best.likeness) best = { choice, likeness };
  }
  return best?.choice ?? null;
}

/** How much of their weight of words two sentences share, by its geometric mean. */
function likenessOf({ words }: Words, { words: others }: Words): number {
  const weightOf = (all: Iterable<number>) => [...all].reduce((sum, weight) => sum + weight, 0);
  const shared = weightOf([...words].flatMap(([word, weight]) => (others.has(word) ? [weight] : [])));
  return shared === 0 ? 0 : shared / Math.sqrt(weightOf(words.values()) * weightOf(others.values()));
}

/**
 * The sentences of an article's summary that stand by themselves. The reader lets one hang on another only where it
 * stands right behind it: there it must neither begin by pointing nor speak of anybody unnamed.
 */
function openings(article: StoredArticle): { text: string; place: number }[] {
  const { sentences } = article.reading;
  const at = (end: number) => sentences.findIndex(sentence => sentence.end === end);
  const chosen = summaryOf(article, 3);
  return chosen.flatMap(({ text, end }, place) => {
    const before = chosen[place - 1];
    const isBehind = before !== undefined && at(before.end) === at(end) - 1;
    const hangs = theySay.test(text) || (isBehind && (pointing.test(text) || unnamed.test(text)));
    return hangs ? [] : [{ text, place }];
  });
}

const pointing =
  /^(it|they|its|their|this|that|these|those|the|such|both|another|others?|and|but|so|yet|then|also|meanwhile|however|still|instead|later|earlier|among|since|after|before|at|in|on|under|with|for|if|as|according)\b/i;
/** `The talks failed, they say`, `It was late, she said.`: who, the sentence before tells. */
const theySay = /, they \p{Ll}+|, s?he \p{Ll}+\.$/u;
const unnamed = /\b(he|she|him|his|hers?|also)\b/i;

/** The telling words of a sentence with their weights, cut to what their forms have in common. */
function wordsOf(text: string): Words {
  const all = foldedWords(text);
  const words = new Map<string, number>();
  for (const word of all) {
    if (mustAgree.test(word) || frequentWords.has(word) || word.length < 3) continue;
    words.set(word.slice(0, 5), everydayWords.has(word) ? everydayWeight : 1);
  }
  return { words, figures: new Set(all.filter(word => mustAgree.test(word))) };
}

/** Whether a sentence tells what stands in another. */
function isTold({ words, figures }: Words, by: Words): boolean {
  if ([...figures].some(figure => !by.figures.has(figure))) return false;
  let [shared, count, whole] = [0, 0, 0];
  for (const [word, weight] of words) {
    whole += weight;
    if (!by.words.has(word)) continue;
    shared += weight;
    count++;
  }
  return count >= sameWords && shared >= whole * sameShare;
}
