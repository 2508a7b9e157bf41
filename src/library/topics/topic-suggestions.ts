/** A topic that emerges from the articles: words that occur together in more stories than expected by chance. */
export type TopicSuggestion = {
  /** The seed word, then its partners, the most strongly associated first. */
  words: string[];
  /** The stories with at least two of the words, by their index in the given list. */
  stories: number[];
};

/** A word in fewer stories belongs to one event; one in more than this share of all stories is uninformative. */
const fewestStories = 4;
const largestShare = 0.25;
/** How many of a story's most frequent words are considered. */
const wordsPerStory = 60;
/** Below this, a pair may be due to chance: the critical log-likelihood ratio for p = 0.001. */
const leastLikelihood = 10.83;
const wordsPerTopic = 6;
/** The largest share of its stories that a topic may have in common with one suggested before it. */
const mostShared = 0.5;

/**
 * The topics that emerge from stories, the strongest first: words paired by Dunning's log-likelihood ratio (Accurate
 * Methods for the Statistics of Surprise and Coincidence, 1993) over the stories that contain them.
 * @param stories each with its words and how often they occur in it
 */
export function topicSuggestions(stories: Map<string, number>[], limit: number): TopicSuggestion[] {
  const kept = frequentEnough(stories);
  const storiesOf = new Map<string, number[]>();
  for (const [at, words] of kept.entries())
    for (const word of words) storiesOf.set(word, [...(storiesOf.get(word) ?? []), at]);
  const seeds = [...storiesOf.keys()].map(word => {
    const partners = unlike(partnersOf(word, kept, storiesOf, stories.length)).slice(0, wordsPerTopic - 1);
    return { word, partners, strength: partners.reduce((sum, partner) => sum + partner.likelihood, 0) };
  });
  seeds.sort((a, b) => b.strength - a.strength || (a.word < b.word ? -1 : 1));
  const suggested: TopicSuggestion[] = [];
  const used = new Set<string>();
  for (const { word, partners } of seeds) {
    if (suggested.length === limit) break;
    if (used.has(word) || partners.length < 2) continue;
    const words = [word, ...partners.map(partner => partner.word)];
    const covered = storiesWith(words, storiesOf);
    const isNew = suggested.every(other => sharedShare(covered, other.stories) <= mostShared);
    if (covered.length < fewestStories || !isNew) continue;
    suggested.push({ words, stories: covered });
    for (const each of words) used.add(each);
  }
  return suggested;
}

function frequentEnough(stories: Map<string, number>[]): string[][] {
  const counts = new Map<string, number>();
  for (const words of stories) for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(fewestStories, stories.length * largestShare);
  const fits = (word: string) => counts.get(word)! >= fewestStories && counts.get(word)! <= most;
  return stories.map(words =>
    [...words]
      .filter(([word]) => fits(word))
      .sort((a, b) => b[1] - a[1])
      .slice(0, wordsPerStory)
      .map(([word]) => word),
  );
}

/** The words that occur in the same stories more often than by chance, the most strongly associated first. */
function partnersOf(
  word: string,
  kept: string[][],
  storiesOf: Map<string, number[]>,
  count: number,
): { word: string; likelihood: number }[] {
  const own = storiesOf.get(word)!;
  const together = new Map<string, number>();
  for (const story of own)
    for (const other of kept[story]!) if (other !== word) together.set(other, (together.get(other) ?? 0) + 1);
  return [...together]
    .filter(
      ([other, both]) =>
        both >= 2 && !isSameWord(word, other) && both * count > own.length * storiesOf.get(other)!.length,
    )
    .map(([other, both]) => {
      const alone = own.length - both;
      const otherAlone = storiesOf.get(other)!.length - both;
      return {
        word: other,
        likelihood: logLikelihood(both, alone, otherAlone, count - both - alone - otherAlone),
      };
    })
    .filter(({ likelihood }) => likelihood >= leastLikelihood)
    .sort((a, b) => b.likelihood - a.likelihood || (a.word < b.word ? -1 : 1));
}

/** Of words that contain each other (`court`, `supreme court`), the most strongly associated only. */
function unlike<T extends { word: string }>(partners: T[]): T[] {
  const kept: T[] = [];
  for (const partner of partners)
    if (kept.length < wordsPerTopic && kept.every(({ word }) => !isSameWord(word, partner.word)))
      kept.push(partner);
  return kept;
}

/** `court` and `supreme court` make an uninformative pair. */
function isSameWord(one: string, other: string): boolean {
  return one.split(' ').some(word => other.split(' ').includes(word));
}

/** Dunning's G² of a table of two by two. */
export function logLikelihood(both: number, first: number, second: number, neither: number): number {
  const part = (observed: number, row: number, column: number) =>
    observed === 0 ? 0 : observed * Math.log((observed * all) / (row * column));
  const all = both + first + second + neither;
  return (
    2 *
    (part(both, both + first, both + second) +
      part(first, both + first, first + neither) +
      part(second, second + neither, both + second) +
      part(neither, second + neither, first + neither))
  );
}

function storiesWith(words: string[], storiesOf: Map<string, number[]>): number[] {
  const counts = new Map<number, number>();
  for (const word of words)
    for (const story of storiesOf.get(word)!) counts.set(story, (counts.get(story) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= 2).map(([story]) => story);
}

function sharedShare(stories: number[], others: number[]): number {
  const known = new Set(others);
  return (
    stories.filter(story => known.has(story)).length / Math.max(1, Math.min(stories.length, others.length))
  );
}
