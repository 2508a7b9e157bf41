import { daysBetween as daysFrom } from '../../reading/text/calendar.ts';
import type { Profile, Vector } from './profile.ts';

/** An article as it is compared: its profile, the weights of its words, the rarity of its names, and its traits. */
export type Compared = Traits & {
  day: string;
  profile: Profile;
  vector: Vector;
  weights: ReadonlyMap<string, number>;
  names: ReadonlyMap<string, number>;
};

/** What of a profile distinguishes events that share most words. */
export type Traits = {
  /** The results of matches or votes, of all figures. */
  scores: readonly string[];
  /** Which way the heading says that something went: 1 up, -1 down, 0 neither. */
  direction: number;
  /** The words of the heading in one form; '' if events go on under one heading. */
  headline: string;
  /** The first letters of the given names by the surname that they go with. */
  initials: ReadonlyMap<string, string>;
};

/** A report with fewer terms than this is brief: two whose headings share no name speak for two events. */
export const briefReport = 60;

/** Whether two articles both have fewer terms than that. */
export const isBelow = (size: number, a: Profile, b: Profile) =>
  a.terms.length < size && b.terms.length < size;

/** What undoes a decision, as stems: a ban and its lifting are two events, though one report mentions both. */
const undoing = new Set(
  'lift overturn revers revok repeal rescind restor reinstat annul quash scrap undo withdraw suspend resum reopen pardon'.split(
    ' ',
  ),
);

/**
 * Whether the headings name different people, and neither lead names anyone of the other's: two were tried, or two
 * resigned, in the same words.
 */
export function areOfOthers(
  a: Profile,
  b: Profile,
  namesOfA: ReadonlyMap<string, number>,
  namesOfB: ReadonlyMap<string, number>,
): boolean {
  const headed = ({ people, heading }: Profile) => people.filter(one => heading.includes(one));
  const [ofA, ofB] = [headed(a), headed(b)];
  return (
    ofA.length > 0 &&
    ofB.length > 0 &&
    !ofA.some(one => namesOfB.has(one)) &&
    !ofB.some(one => namesOfA.has(one))
  );
}

const stems = (words: string) => new Set(words.split(' '));
/** Which way what is measured goes, as stems. */
const upward = stems('rise gain climb jump grow increas soar surg higher rebound ralli recov');
const downward = stems('fall fell drop declin slip plung lower slump tumbl sink dip eas slide');
/** Words of events whose figures change as more becomes known. */
const tolling = stems('toll dead death die di kill victim injur hurt wound miss');
/** Reports with one heading that appear this many days apart are two of a series; a newspaper may take up another's sooner. */
const seriesFrom = 6;

/** What distinguishes an article's event from others that share most words. */
export function traitsOf({ title, heading, figures, fullNames }: Profile): Traits {
  const says = (words: ReadonlySet<string>) => title.some(word => words.has(word));
  const initials = new Map<string, string>();
  for (const [surname, given] of fullNames)
    initials.set(surname, (initials.get(surname) ?? '') + given.slice(0, 1));
  return {
    scores: figures.filter(figure => figure.includes('-')),
    direction: Number(says(upward)) - Number(says(downward)),
    headline:
      title.length === 0 || says(tolling) ? '' : [...new Set([...title, ...heading])].sort().join(' '),
    initials,
  };
}

/**
 * Whether two reports are of one series, each on its own days: a weekly column, prices, numbers drawn. Their headings
 * say the same on other days, or the opposite with other figures.
 */
export function isNextOfSeries(a: Compared, b: Compared): boolean {
  if (a.direction * b.direction < 0) return areApart(a.profile.figures, b.profile.figures);
  return a.headline !== '' && a.headline === b.headline && daysBetween(a.day, b.day) >= seriesFrom;
}

/** Whether both have some, and none in common. */
const areApart = (a: readonly string[], b: readonly string[]) =>
  a.length > 0 && b.length > 0 && !a.some(one => b.includes(one));

/** The surnames that only two different people share: no given name of either begins like the other's. */
export function namesakesOf(a: Compared, b: Compared): string[] {
  const shared: string[] = [];
  for (const [surname, initials] of a.initials) {
    const others = b.initials.get(surname);
    if (others !== undefined && ![...initials].some(one => others.includes(one))) shared.push(surname);
  }
  return shared;
}

/**
 * Whether two reports differ in two of what distinguishes events: who, where, which figures, and in brief reports what
 * their headings say, as far as both give them and the other has none of them anywhere. Two figures have to differ, as
 * a death toll rises; two results of a match differ whatever else they share.
 */
export function isAnotherEvent(a: Compared, b: Compared): boolean {
  if (areApart(a.scores, b.scores)) return true;
  const differ = (what: 'heading' | 'title' | 'people' | 'places' | 'figures', fewest: number) => {
    const [ofA, ofB] = [a.profile[what], b.profile[what]];
    return (
      ofA.length >= fewest &&
      ofB.length >= fewest &&
      !ofA.some(one => b.weights.has(one)) &&
      !ofB.some(one => a.weights.has(one))
    );
  };
  const areBrief = isBelow(briefReport, a.profile, b.profile);
  const undoes = (one: Compared, other: Compared) =>
    one.profile.title.some(word => undoing.has(word)) &&
    ![...other.weights.keys()].some(word => undoing.has(word));
  const differences = [
    areBrief && differ('heading', 1),
    areBrief && differ('title', 2),
    undoes(a, b) || undoes(b, a),
    differ('people', 1),
    differ('places', 1),
    differ('figures', 2),
  ];
  return differences.filter(Boolean).length >= 2;
}

/** How many days are between two days. */
export function daysBetween(a: string, b: string): number {
  return Math.abs(daysFrom(a.slice(0, 10), b.slice(0, 10)));
}
