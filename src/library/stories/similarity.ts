import {
  areOfOthers,
  briefReport,
  type Compared,
  daysBetween,
  isAnotherEvent,
  isBelow,
  isNextOfSeries,
  namesakesOf,
  traitsOf,
} from './another-event.ts';
import { cosineOfWords, type Frequencies, rarityOf, vectorOf } from './profile.ts';

/** Articles about one event appear within this many days of each other. */
export const window = 7;
/**
 * From this similarity on, the articles of two groups report one event. It and the weights below were chosen on the
 * annotated stories of `npm run eval`, whose scores hardly depend on the order of loading.
 */
export const sameFrom = 0.135;
/**
 * What being dated close to each other adds, and what each day between takes off again. An undated article and a dated
 * one count as a day more than `window` apart: they are together only if they say nearly the same.
 */
const bothDated = 0.03;
const perDay = 0.015;
/** Articles too far apart in time are as different as can be. */
export const tooFar = -1;
/** Articles that differ in who, where or which figures are together only if others connect them. */
const anotherEvent = -0.05;
/** Who and where: names in both leads speak for one event, leads without a common name for two. */
const namesWeight = 0.3;
const namesMiddle = 0.35;
const namesEnough = 0.6;
/** The same people do many things: two articles are at most this many times as similar as without the shared names. */
const timesWithoutNames = 3;
/** Brief reports of one event in other words share hardly more than the names. */
const timesInBrief = 5;
/**
 * Short reports of two storms share all words but the names: with fewer terms than this, and less than that share of
 * the names in common, two articles are no more similar than the names allow.
 */
const shortReport = 90;
const fewNames = 0.3;
const allowedByNames = 0.6;
/** How similar two of these articles are, by their words, days, names and figures. */
export function createComparison(
  articles: readonly Pick<Compared, 'day' | 'profile'>[],
  frequencies: Frequencies,
): (a: number, b: number) => number {
  const compared = articles.map(({ day, profile }): Compared => {
    const vector = vectorOf(profile, frequencies);
    const names = new Map(profile.names.map(name => [name, rarityOf(name, frequencies)]));
    return { day, profile, vector, weights: new Map(vector), names, ...traitsOf(profile) };
  });
  return (a, b) => similarityOf(compared[a]!, compared[b]!);
}

function similarityOf(a: Compared, b: Compared): number {
  const days = daysAdjustment(a.day, b.day);
  if (days === tooFar) return tooFar;
  const words = cosineOfWords(a.weights, b.vector);
  const namesakes = namesakesOf(a, b);
  const [ofA, ofB] = [without(namesakes, namesBeside(a, b)), without(namesakes, namesBeside(b, a))];
  const shared = sharedNames(ofA, ofB);
  if (shared === null) return words + days;
  if (areOfOthers(a.profile, b.profile, ofA, ofB) || isAnotherEvent(a, b) || isNextOfSeries(a, b))
    return anotherEvent;
  const areShort = isBelow(shortReport, a.profile, b.profile);
  const atMost = areShort && shared < fewNames ? shared * allowedByNames : 1;
  let withoutNames = words;
  for (const name of ofA.keys())
    if (ofB.has(name)) withoutNames -= (a.weights.get(name) ?? 0) * (b.weights.get(name) ?? 0);
  const times = isBelow(briefReport, a.profile, b.profile) ? timesInBrief : timesWithoutNames;
  return Math.min(
    times * withoutNames,
    Math.min(words, atMost) + days + namesWeight * (Math.min(shared, namesEnough) - namesMiddle),
  );
}

function daysAdjustment(a: string, b: string): number {
  if (a === '' && b === '') return 0;
  if (a === '' || b === '') return bothDated - (window + 1) * perDay;
  const apart = daysBetween(a, b);
  return apart > window ? tooFar : bothDated - apart * perDay;
}

/**
 * The names of an article next to another, with their weights. In brief reports a word of the heading that the other
 * one shows to be a name is one too, as the first word of a sentence has a capital whatever it is; longer ones have the
 * name inside a sentence where it matters.
 */
function namesBeside({ names, profile }: Compared, other: Compared): ReadonlyMap<string, number> {
  if (!isBelow(briefReport, profile, other.profile)) return names;
  const more = profile.title.filter(word => other.names.has(word));
  return more.length === 0
    ? names
    : new Map([...names, ...more.map(word => [word, other.names.get(word)!] as const)]);
}

/** Names without some of them. */
function without(some: readonly string[], names: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return some.length === 0 ? names : new Map([...names].filter(([name]) => !some.includes(name)));
}

/** The share of the names that two leads have in common, by weight, 0 to 1; null if one of them has none. */
function sharedNames(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number | null {
  const sum = (weights: Iterable<number>) => [...weights].reduce((total, weight) => total + weight, 0);
  const fewer = Math.min(sum(a.values()), sum(b.values()));
  if (fewer === 0) return null;
  return sum([...a].filter(([name]) => b.has(name)).map(([, weight]) => weight)) / fewer;
}
