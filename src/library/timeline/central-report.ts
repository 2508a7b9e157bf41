import { memoize } from '../../system/memoize.ts';
import { withoutAccents } from '../text/fold.ts';
import { type Compared, compareTexts, cosine, unitVector } from '../text/likeness.ts';

/** A report of an event as far as it matters how well it says what happened. */
export type Report = {
  /** The article. */
  key: number | string;
  story: number;
  title: string | null;
  text: string;
  planned: number;
  weight: number;
};

/** From this likeness to the report with the most support, another one is a candidate to report the main event. */
const sameEvent = 0.2;
/** From this cosine on, two sentences say the same. */
const sameFrom = 0.35;
/** Reports of one day by articles of one story are at least this alike, whatever their words. */
const sameStory = 0.3;
const maxAlike = 4;
/** How much a report's title adds: a sentence like its own title is the article's news, not its background. */
const titleWeight = 2;
/** No report counts more by its title than this, whatever the rounding. */
const mostNews = (1 + titleWeight) * 1.001;

/** A day as sentences name it. */
const dayWords =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d)';

/** What makes a sentence a worse account of what happened on a day, and by how much. */
const flaws: readonly { factor: number; pattern: { test(text: string): boolean } }[] = [
  // Someone's words.
  { factor: 0.6, pattern: /["“”«»]/ },
  { factor: 0.8, pattern: /\b(?:said|says|told|added|wrote)\b/ },
  { factor: 0.8, pattern: { test: ({ length }) => length >= 260 } },
  { factor: 0.7, pattern: { test: ({ length }) => length >= 360 } },
  { factor: 0.5, pattern: { test: ({ length }) => length <= 40 } },
  // A fragment.
  { factor: 0.5, pattern: { test: text => !/[.!?]["”’)]?$/.test(text) || /^\p{Ll}/u.test(text) } },
  // It points back to the sentence before.
  {
    factor: 0.5,
    pattern: /^(?:he|she|it|they|his|her|its|their|this|that|these|those|and|but|so|then|also|there|here)\b/i,
  },
  // It says what is not known, or only who says so.
  {
    factor: 0.4,
    pattern: /\b(?:no (?:indication|evidence|sign)|unclear|not clear|unknown|nothing to suggest)\b/i,
  },
  {
    factor: 0.6,
    pattern:
      /^(?:an?|another|several|two|three|multiple) (?:\p{Ll}+ )?(?:sources?|officials?|experts?|lawmakers?)\b/iu,
  },
  // It looks ahead.
  {
    factor: 0.5,
    pattern:
      /^.{0,80}\b(?:will|would|could|may|might|expected|scheduled|set to|plans?|marks an opportunity)\b/,
  },
  // The day belongs to what it mentions, not to what it reports.
  {
    factor: 0.5,
    pattern: new RegExp(
      `\\b(?:following|after|since|amid|before|ahead of|despite|when|about|into|from|at)\\b.{0,60}\\b${dayWords}`,
    ),
  },
  { factor: 0.8, pattern: /^(?:Earlier|Later|Both|Ahead|Within|Friday|As)\b|\blater\b/ },
];
const plannedFactor = 0.4;

/** What happened on a day, as far as reports of it were read; see `mainEvent`. */
export type MainEvent<Row> = {
  weight: number;
  /**
   * The report that says best what happened: the one most like what other articles report of that day, and like its own
   * title. `alike`: other articles' reports of the chosen event, the nearest first. `score`: how well it says it, 0 or
   * more. `concern`: how much it is about the person that the timeline is about, 1 at most, and 1 if about no one.
   * @param surname of that person
   */
  central(surname: string | null): { chosen: Row; alike: Row[]; score: number; concern: number };
};

/**
 * The most important event among the reports of a day: that of the report which other articles support most. Its weight
 * is that support: of each article the report that adds most, by its weight and its likeness. Null without reports.
 */
export function mainEvent<Row extends Report>(reports: Row[]): MainEvent<Row> | null {
  if (reports.length === 0) return null;
  const compared = compareTexts(reports.map(({ text }) => text));
  const likeness = likenesses(reports, compared);
  const supports = supportsOf(reports, likeness);
  const main = supports.indexOf(Math.max(...supports));
  return {
    weight: supports[main]!,
    central(surname) {
      const { at, score } = clearest(reports, supports, { main, likeness, compared, surname });
      const chosen = reports[at]!;
      return {
        chosen,
        alike: alikeTo(at, reports, likeness),
        score,
        concern: concernOf(chosen.text, surname),
      };
    },
  };
}

/** For each report how much the articles support it: itself, and of each other article the report that adds most. */
function supportsOf(reports: Report[], likeness: Float64Array): number[] {
  const numbers = new Map<number | string, number>();
  const articles = reports.map(({ key }) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  const best = new Float64Array(numbers.size);
  return reports.map(({ weight }, i) => {
    best.fill(0);
    for (let j = 0; j < reports.length; j += 1) {
      const support = reports[j]!.weight * likeness[i * reports.length + j]!;
      if (support > best[articles[j]!]!) best[articles[j]!] = support;
    }
    best[articles[i]!] = 0;
    let sum = weight;
    for (const support of best) sum += support;
    return sum;
  });
}

/** The report of the main event that gives the best account of it: its place among the reports. */
function clearest(
  reports: Report[],
  supports: number[],
  {
    main,
    likeness,
    compared,
    surname,
  }: { main: number; likeness: Float64Array; compared: Compared; surname: string | null },
): { at: number; score: number } {
  // Several reports are of one article, and so have one title.
  const toTitle = memoize(compared.to);
  const candidates = supports
    .map((_, i) => i)
    .filter(i => i === main || likeness[main * reports.length + i]! >= sameEvent)
    .sort((a, b) => supports[b]! - supports[a]!);
  let [at, best] = [main, 0];
  for (const i of candidates) {
    // Neither this one nor any after it can be better than the best.
    if (supports[i]! * mostNews < best) break;
    const { text, title } = reports[i]!;
    const news = supports[i]! * (1 + titleWeight * toTitle(title ?? '')(i));
    if (news < best) continue;
    const score = news * clarity(reports[i]!) * concernOf(text, surname);
    if (score > best || (score === best && i < at)) [at, best] = [i, score];
  }
  return { at, score: best };
}

/** Other articles' reports that say the same as the one at `at`, each article once, the nearest first. */
function alikeTo<Row extends Report>(at: number, reports: Row[], likeness: Float64Array): Row[] {
  const like = (i: number) => likeness[at * reports.length + i]!;
  const nearest = new Map<number | string, number>();
  reports.forEach((row, i) => {
    const known = nearest.get(row.key);
    if (row.key === reports[at]!.key || like(i) < sameFrom) return;
    if (known === undefined || like(i) > like(known)) nearest.set(row.key, i);
  });
  return [...nearest.values()]
    .sort((a, b) => like(b) - like(a))
    .slice(0, maxAlike)
    .map(i => reports[i]!);
}

/** How alike every two reports are: the cosine of their words, raised in place where they are of one story. */
function likenesses(reports: Report[], compared: Compared): Float64Array {
  const likeness = compared.cosines;
  const stories = Map.groupBy(reports.keys(), i => reports[i]!.story);
  for (const together of stories.values())
    for (const a of together)
      for (const b of together) {
        const at = a * reports.length + b;
        if (likeness[at]! < sameStory) likeness[at] = sameStory;
      }
  return likeness;
}

/** What a clear sentence counts if it has no word of the headline. */
const unlike = 0.05;

/** How well a sentence gives an account of a headline: how much of it it says, and how clear by itself, 0 or more. */
export function accountOf(text: string, title: string): number {
  const said = unitVector(text);
  const headline = unitVector(title);
  const covered = headline
    .entries()
    .reduce((sum, [word, weight]) => sum + (said.has(word) ? weight * weight : 0), 0);
  return (unlike + covered + cosine(said, headline)) * clarity({ text, planned: 0 });
}

function clarity({ text, planned }: Pick<Report, 'text' | 'planned'>): number {
  return flaws.reduce(
    (product, { factor, pattern }) => (pattern.test(text) ? product * factor : product),
    planned === 1 ? plannedFactor : 1,
  );
}

/**
 * How much a sentence is about a person, 1 at most: named early, and not only as in `Smith’s spokesman` or `the Smith
 * plan`, nor only in someone's words. One that neither names them nor has a pronoun that may mean them reports only
 * what others do in the same event.
 */
function concernOf(text: string, surname: string | null): number {
  if (surname === null) return 1;
  const plain = withoutAccents(text).replace(quoted, inner => ' '.repeat(inner.length));
  const at = plain.indexOf(withoutAccents(surname));
  if (at < 0) return pronoun.test(text) ? 0.4 : 0.1;
  const isAttribute =
    attributive.test(plain.slice(at + surname.length)) ||
    ofTheirs.test(plain.slice(Math.max(0, at - longestOfTheirs), at)) ||
    (/\bthe $/.test(plain.slice(0, at)) && /^ \p{Ll}/u.test(plain.slice(at + surname.length)));
  return (isAttribute ? 0.5 : 1) * (at < text.length * 0.35 ? 1 : 0.7);
}

/** A quotation, or what is cut off of it. */
const quoted = /“[^”]*”?|"[^"]*"/g;

const pronoun = /\b(?:he|she|his|her|him|they|their|them)\b/i;

/** `a longtime ally of Smith`, `close to President Smith`: said of someone else. */
const ofTheirs =
  /\b(?:ally|allies|adviser|advisor|aide|supporter|critic|opponent|rival|friend|wife|husband|widow|son|daughter|brother|sister|father|mother|loyalist|backer|predecessor|successor|spokesman|spokeswoman|lawyer|deputy|nominee|appointee|loyal|close|akin|compared)s?\s(?:of|to|by|with)\s(?:[\p{L}.'’-]+\s){0,3}$/u;
/** UTF-16 code units. */
const longestOfTheirs = 80;

const attributive =
  /^(?:['’]s?\b|\s(?:administration|campaign|government|team|aides?|adviser|allies|ally|plan|camp)\b)/;
