import type { StoredArticle } from '../../library/model/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { sentencesOf } from '../../library/text/sentences.ts';
import { isEveryday, isFrequent } from '../../library/text/word-lists.ts';
import { weekdays } from '../../reading/text/calendar.ts';
import { stem } from '../../reading/text/stem.ts';
import { summaryOf } from './summary.ts';

/** A sentence of one article, and the articles that say the same, its own first. */
export type Statement = { text: string; articles: StoredArticle[] };

/**
 * What every article of a story says, what several say, and what only one says, the most informative first. `point`
 * sums the story up in the words of one article if no sentence is common to all.
 */
export type StorySummary = {
  point: Statement | null;
  all: Statement[];
  several: Statement[];
  one: Statement[];
};

/** Only this many leading sentences of an article are compared with another's: the rest is background. */
const sentencesCompared = 40;
/**
 * A sentence says the same as another if they share this much of its weighted words, at least `sameWords` of them, and
 * every number and weekday: `Six people were killed on Monday` is not what `Sixteen people were killed` says.
 */
const sameShare = 0.6;
const sameWords = 5;
const mustAgree =
  /^(\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundreds|thousand|thousands|million|dozen|dozens|first|second|third|yesterday|tomorrow|no|not|never|denied|denies|deny)$/;
/** An everyday word says less than a name. */
const everydayWeight = 0.4;

const most = { all: 2, several: 3, one: 5 };

/** Content words with their weights, and the words that must agree. */
type Words = { words: Map<string, number>; figures: Set<string> };
type Choice = Statement & { words: Words; place: number };

/**
 * Sums up a story of several articles in sentences of theirs.
 * @param articles newest first; of two sentences alike, the newer article's is taken
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
  const says = (article: StoredArticle, words: Words) =>
    bodies.get(article)!.some(sentence => isRepeated(words, sentence));
  const choices = articles.flatMap(article =>
    openings(article).map(({ text, place }): Choice => {
      const words = wordsOf(text);
      const others = articles.filter(other => other !== article && says(other, words));
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
      const isNew = taken.every(
        ({ words }) => !isRepeated(choice.words, words) && !isRepeated(words, choice.words),
      );
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

/** The opening of a summary that is most like the other articles' openings. */
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
 * The sentences of an article's summary that make sense alone. The reader keeps a sentence that needs its predecessor
 * only right after it, so such a sentence must neither begin by pointing back nor mention a person by pronoun alone.
 */
function openings(article: StoredArticle): { text: string; place: number }[] {
  const { sentences } = article.reading;
  const at = (end: number) => sentences.findIndex(sentence => sentence.end === end);
  const chosen = summaryOf(article, 3);
  return chosen.flatMap(({ text, end }, place) => {
    const before = chosen[place - 1];
    const isBehind = before !== undefined && at(before.end) === at(end) - 1;
    const narrated = text.replace(spoken, ' ');
    const hangs =
      theySay.test(text) ||
      unnamedThing.test(narrated) ||
      (isBehind && (pointing.test(text) || unnamed.test(text)));
    return hangs || personal.test(narrated) ? [] : [{ text, place }];
  });
}

const pointing =
  /^(it|they|its|their|this|that|these|those|the|such|both|another|others?|and|but|so|yet|then|also|meanwhile|however|still|instead|later|earlier|among|since|after|before|at|in|on|under|with|for|if|as|according)\b/i;
/** `The talks failed, they say`, `It was late, she said.`: the speaker is in the sentence before. */
const theySay = /, they \p{Ll}+|, s?he \p{Ll}+\.$/u;
const spoken = /“[^“”]*”|"[^"]*"/g;
/** `The mayor said this data is required`: what is meant is in the sentence before; `this week` is clear alone. */
const unnamedThing =
  /\b(?:this|these) (?!(?:day|week|month|year|decade|century|time|morning|afternoon|evening|spring|summer|autumn|fall|winter|season|weekend|quarter)s?\b)\p{Ll}+/iu;
/** A reporter’s own experience, or a scene from earlier, introduces a report and isn’t its news. */
const personal = /(?<!\p{Lu})\b(?:I|we|We|my|My|our|Our|us|me)\b|^Back (?:in|then|when|at|on) /u;
const unnamed = /\b(he|she|him|his|hers?|also)\b/i;

const mustAgreeOn = (word: string) => mustAgree.test(word) || weekdays.has(word);

/** The content words of a sentence with their weights, stemmed. */
function wordsOf(text: string): Words {
  const all = foldedWords(text);
  const words = new Map<string, number>();
  for (const word of all) {
    if (mustAgreeOn(word) || isFrequent(word) || word.length < 3) continue;
    words.set(stem(word), isEveryday(word) ? everydayWeight : 1);
  }
  return { words, figures: new Set(all.filter(mustAgreeOn)) };
}

/** Whether a sentence repeats what another one says. */
function isRepeated({ words, figures }: Words, by: Words): boolean {
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
