import { cosine, unitVector } from '../text/likeness.ts';

type Vector = ReadonlyMap<string, number>;

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

/** A day as sentences name it. */
const dayWords =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d)';

/** What makes a sentence a worse account of what happened on a day, and by how much. */
const flaws: readonly { factor: number; pattern: RegExp }[] = [
  // Someone's words.
  { factor: 0.6, pattern: /["“”«»]/ },
  { factor: 0.8, pattern: /\b(?:said|says|told|added|wrote)\b/ },
  { factor: 0.8, pattern: /^.{260}/s },
  { factor: 0.7, pattern: /^.{360}/s },
  { factor: 0.5, pattern: /^.{0,40}$/s },
  // A fragment.
  { factor: 0.5, pattern: /(?<![.!?]["”’)]?)$|^\p{Ll}/u },
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

/**
 * The report that says best what happened on a day: the one most like what other articles report of that day, and
 * like its own title. `weight` is the importance of the day's main event, `alike` other articles' reports of the
 * chosen event, the nearest first. Null without reports.
 * @param surname of the person that the timeline is about
 */
export function centralReport<Row extends Report>(
  reports: Row[],
  surname: string | null,
): { chosen: Row; weight: number; alike: Row[] } | null {
  const vectors = reports.map(({ text }) => unitVector(text));
  const likeness = likenesses(reports, vectors);
  const supports = reports.map((report, i) => {
    const byArticle = new Map<number | string, number>([[report.key, report.weight]]);
    reports.forEach((other, j) => {
      if (other.key === report.key) return;
      byArticle.set(other.key, Math.max(byArticle.get(other.key) ?? 0, other.weight * likeness[i]![j]!));
    });
    return [...byArticle.values()].reduce((sum, weight) => sum + weight, 0);
  });
  const main = supports.indexOf(Math.max(...supports));
  const scores = reports.map((report, i) => {
    if (i !== main && likeness[main]![i]! < sameEvent) return 0;
    const news = 1 + titleWeight * cosine(vectors[i]!, unitVector(report.title ?? ''));
    return supports[i]! * news * clarity(report) * (surname === null ? 1 : prominence(report.text, surname));
  });
  const at = scores.indexOf(Math.max(...scores));
  const chosen = reports[at];
  if (chosen === undefined) return null;
  const nearest = new Map<number | string, number>();
  reports.forEach((row, i) => {
    const known = nearest.get(row.key);
    if (row.key === chosen.key || likeness[at]![i]! < sameFrom) return;
    if (known === undefined || likeness[at]![i]! > likeness[at]![known]!) nearest.set(row.key, i);
  });
  const alike = [...nearest.values()]
    .sort((a, b) => likeness[at]![b]! - likeness[at]![a]!)
    .slice(0, maxAlike);
  return { chosen, weight: supports[main]!, alike: alike.map(i => reports[i]!) };
}

/** The cosine of every two reports, through an index of their words. */
function likenesses(reports: Report[], vectors: Vector[]): Float64Array[] {
  const postings = new Map<string, { report: number; weight: number }[]>();
  vectors.forEach((vector, report) => {
    for (const [word, weight] of vector) {
      const known = postings.get(word);
      if (known) known.push({ report, weight });
      else postings.set(word, [{ report, weight }]);
    }
  });
  return vectors.map((vector, report) => {
    const row = new Float64Array(reports.length);
    for (const [word, weight] of vector)
      for (const other of postings.get(word)!) row[other.report]! += weight * other.weight;
    return row.map((likeness, other) =>
      reports[other]!.story === reports[report]!.story ? Math.max(likeness, sameStory) : likeness,
    );
  });
}

/** What a clear sentence counts that has no word of the headline. */
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

/** How much a sentence is about a person: named early, and not only as in `Smith’s spokesman` or `the Smith plan`. */
function prominence(text: string, surname: string): number {
  const at = text.indexOf(surname);
  if (at < 0) return 0.4;
  const isAttribute = attributive.test(text.slice(at + surname.length));
  return (isAttribute ? 0.5 : 1) * (at < text.length * 0.35 ? 1 : 0.7);
}

const attributive =
  /^(?:['’]s?\b|\s(?:administration|campaign|government|team|aides?|adviser|allies|ally|plan|camp)\b)/;
