/** A topic that articles bring up: the words that go together in more stories than chance would have it. */
export type TopicSuggestion = {
  /** The word that the others go with, and these, the closest first. */
  words: string[];
  /** In how many stories two of the words or more stand, and which, by their place in the list given. */
  stories: number[];
};

/** A word in fewer stories tells of one event; one in more than this share of all tells nothing. */
const fewestStories = 4;
const largestShare = 0.25;
/** Words of a story that are looked at, those that stand in it most often. */
const wordsPerStory = 60;
/** Below this a pair may go together by chance: the log-likelihood ratio for one in a thousand. */
const leastLikelihood = 10.83;
const wordsPerTopic = 6;
/** A topic shares no more than this of its stories with one suggested before it. */
const mostShared = 0.5;

/**
 * The topics that stories bring up themselves, the strongest first: words paired by Dunning's log-likelihood ratio
 * (Accurate Methods for the Statistics of Surprise and Coincidence, 1993) over the stories in which they stand.
 * @param stories each with its words and how often they stand in it
 */
export function topicSuggestions(stories: Map<string, number>[], limit: number): TopicSuggestion[] {
  const kept = frequentEnough(stories);
  const standsIn = new Map<string, number[]>();
  for (const [at, words] of kept.entries())
    for (const word of words) standsIn.set(word, [...(standsIn.get(word) ?? []), at]);
  const seeds = [...standsIn.keys()].map(word => {
    const partners = unlike(partnersOf(word, kept, standsIn, stories.length)).slice(0, wordsPerTopic - 1);
    return { word, partners, strength: partners.reduce((sum, partner) => sum + partner.likelihood, 0) };
  });
  seeds.sort((a, b) => b.strength - a.strength || (a.word < b.word ? -1 : 1));
  const suggested: TopicSuggestion[] = [];
  const used = new Set<string>();
  for (const { word, partners } of seeds) {
    if (suggested.length === limit) break;
    if (used.has(word) || partners.length < 2) continue;
    const words = [word, ...partners.map(partner => partner.word)];
    const told = storiesWith(words, standsIn);
    const isNew = suggested.every(other => sharedShare(told, other.stories) <= mostShared);
    if (told.length < fewestStories || !isNew) continue;
    suggested.push({ words, stories: told });
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

/** The words that stand in the same stories more often than chance would have it, the closest first. */
function partnersOf(
  word: string,
  kept: string[][],
  standsIn: Map<string, number[]>,
  count: number,
): { word: string; likelihood: number }[] {
  const own = standsIn.get(word)!;
  const together = new Map<string, number>();
  for (const story of own)
    for (const other of kept[story]!) if (other !== word) together.set(other, (together.get(other) ?? 0) + 1);
  return [...together]
    .filter(
      ([other, both]) =>
        both >= 2 && !isSameWord(word, other) && both * count > own.length * standsIn.get(other)!.length,
    )
    .map(([other, both]) => {
      const alone = own.length - both;
      const otherAlone = standsIn.get(other)!.length - both;
      return {
        word: other,
        likelihood: logLikelihood(both, alone, otherAlone, count - both - alone - otherAlone),
      };
    })
    .filter(({ likelihood }) => likelihood >= leastLikelihood)
    .sort((a, b) => b.likelihood - a.likelihood || (a.word < b.word ? -1 : 1));
}

/** Of the words that hold one another (`court`, `supreme court`) the closest only. */
function unlike<T extends { word: string }>(partners: T[]): T[] {
  const kept: T[] = [];
  for (const partner of partners)
    if (kept.length < wordsPerTopic && kept.every(({ word }) => !isSameWord(word, partner.word)))
      kept.push(partner);
  return kept;
}

/** `court` and `supreme court` are no pair that tells anything. */
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

function storiesWith(words: string[], standsIn: Map<string, number[]>): number[] {
  const counts = new Map<number, number>();
  for (const word of words)
    for (const story of standsIn.get(word)!) counts.set(story, (counts.get(story) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= 2).map(([story]) => story);
}

function sharedShare(stories: number[], others: number[]): number {
  const known = new Set(others);
  return (
    stories.filter(story => known.has(story)).length / Math.max(1, Math.min(stories.length, others.length))
  );
}
