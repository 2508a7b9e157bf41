import type { Profile, Vector } from './profile.ts';

/** An article as it is compared: its profile, the weights of its words and the rarity of its names. */
export type Compared = {
  day: string;
  profile: Profile;
  vector: Vector;
  weights: ReadonlyMap<string, number>;
  names: ReadonlyMap<string, number>;
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
export function areOfOthers(a: Compared, b: Compared): boolean {
  const headed = ({ profile }: Compared) => profile.people.filter(one => profile.heading.includes(one));
  const [ofA, ofB] = [headed(a), headed(b)];
  const isIn = (one: string, { names }: Compared) => names.has(one);
  return ofA.length > 0 && ofB.length > 0 && !ofA.some(one => isIn(one, b)) && !ofB.some(one => isIn(one, a));
}

const stems = (words: string) => new Set(words.split(' '));
/** Which way what is measured goes, as stems. */
const upward = stems('rise gain climb jump grow increas soar surg higher rebound ralli recov');
const downward = stems('fall fell drop declin slip plung lower slump tumbl sink dip eas slide');
/** Words of events whose figures change as more becomes known. */
const tolling = stems('toll dead death die di kill victim injur hurt wound miss');
/** Reports with one heading that appear so many days apart are two of a series. */
const seriesFrom = 2;

/**
 * Whether two reports are of one series, each on its own days: a weekly column, prices, numbers drawn. Their headings
 * say the same on other days, or the opposite with other figures.
 */
export function isNextOfSeries(a: Compared, b: Compared): boolean {
  const [ofA, ofB] = [a.profile, b.profile];
  const says = (words: ReadonlySet<string>, { title }: Profile) => title.some(word => words.has(word));
  const goes = (one: Profile, other: Profile) => says(upward, one) && says(downward, other);
  if (goes(ofA, ofB) !== goes(ofB, ofA)) return areApart(ofA.figures, ofB.figures);
  const [headA, headB] = [ofA, ofB].map(({ title, heading }) => new Set([...title, ...heading]));
  return (
    daysBetween(a.day, b.day) >= seriesFrom &&
    ofA.title.length > 0 &&
    !says(tolling, ofA) &&
    headA!.size === headB!.size &&
    [...headA!].every(word => headB!.has(word))
  );
}

/** Whether both have some, and none in common. */
const areApart = (a: readonly string[], b: readonly string[]) =>
  a.length > 0 && b.length > 0 && !a.some(one => b.includes(one));

/** The result of a match or a vote, of all figures. */
const scoresOf = ({ figures }: Profile) => figures.filter(figure => figure.includes('-'));

/**
 * Whether two reports differ in two of what distinguishes events: who, where, which figures, and in brief reports what
 * their headings say, as far as both give them and the other has none of them anywhere. Two figures have to differ, as
 * a death toll rises; two results of a match differ whatever else they share.
 */
export function isAnotherEvent(a: Compared, b: Compared): boolean {
  if (areApart(scoresOf(a.profile), scoresOf(b.profile))) return true;
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

const dayLength = 86_400_000;

/** How many days are between two days. */
export function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / dayLength;
}
