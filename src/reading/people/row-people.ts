import { foldName } from '../../names/fold.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { Mention } from './clusters.ts';
import type { Rows } from './rows.ts';

/** The text around a name within its row. */
type Around = { before: string; after: string };

/** A form of rows in which a name is a person's; `one`: of names of a single word too. */
type RowForm = { name: string; one: boolean; holds: (around: Around, index: NameIndex) => boolean };

const minute = String.raw`\d{1,3}(?:\+\d{1,2})?(?:['’]|st|nd|rd|th)?`;
const minutes = new RegExp(`^,? \\(?(?:pen(?:alty)? )?${minute}(?!\\d|[-–:]\\d)`);
const scored = /\d \((?:[^()]{0,120}[,;] )?(?:and )?$/;
const scorersLabel =
  /(?:^|[.;:] )(?:(?:goal|try|points? )?scorers?|goals?|tries|try|conversions?|cons|penalties|pens|drop goals?|booked|bookings|yellow cards?|red cards?|sent off|substitutes?|subs(?: not used)?|did not bat|dnb|starting (?:xi|line-?up)|line-?ups?|home runs?|(?:winning|losing) pitchers?|saves?|assists|touchdowns?)(?: for [\p{L} ]{1,24})?(?::| -) (?:[^:]{0,120}[ (])?$/iu;
/** What ends a name in such a list; behind ` - ` come those of a team. */
const listEnd = /^(?:$|[,;.)]| and \p{Lu}| \(| \d)/u;
const outAs =
  /^ (?:c (?:and b |sub |[†*])?\p{Lu}|c and b \p{Lu}|st [†*]?\p{Lu}|lbw\b|b [†*]?\p{Lu}|not out\b|run out\b|retired (?:hurt|out|ill)\b|hit wicket\b)/u;
const outBy = /(?:^| )(?:c|b|st|lbw b|c and b|c sub|sub) [†*(]?$/;
const outEnd = /^\)?(?: b [†*]?\p{Lu}| \d{1,3}\b|$)/u;
const figures = /^ \d{1,2}(?:\.\d)?-\d{1,2}-\d{1,3}-\d{1,2}\b/;
const credited = /\b(?:by|with) $/;
const creditWork =
  /\b(?:reporting|writing|written|editing|edited|directed|direction|produced|music|lyrics|words|story|screenplay|photographs?|photography|pictures|costumes|sets?|design(?:ed)?|illustrated|illustrations|compiled|translated|translation|choreograph(?:y|ed)|conducted|performed|sung|played|based on)(?: (?:and|by|with|additional) ?[\p{L} ]{0,24})?$/iu;

/** By which rows a name is seen to be a person's. */
const forms: RowForm[] = [
  {
    name: 'Rovers 2 (X 14, 77)',
    one: true,
    holds: ({ before, after }) => scored.test(before) && minutes.test(after),
  },
  {
    name: 'Scorers: Rovers - X 12, Y 67',
    one: true,
    holds: ({ before, after }) => scorersLabel.test(before) && listEnd.test(after),
  },
  { name: 'X c Y b Z 34', one: true, holds: ({ after }) => outAs.test(after) },
  {
    name: 'c X b Z 34, b X 0',
    one: true,
    holds: ({ before, after }) => outBy.test(before) && outEnd.test(after),
  },
  { name: 'X 14-3-41-2', one: true, holds: ({ after }) => figures.test(after) },
  {
    name: 'Referee: X',
    one: true,
    holds: ({ before, after }, index) => isLabelled(before, index) && /^(?:$|[,;.(]| \(| and )/.test(after),
  },
  {
    name: '“Nine Rivers” by X',
    one: false,
    holds: ({ before }) => /["”’'] by $/.test(before),
  },
  {
    name: 'R v X',
    one: true,
    holds: ({ before }) => /^(?:R|Regina|Rex) v\.? $/.test(before),
  },
  {
    name: 'Music by X',
    one: false,
    holds: ({ before }) => credited.test(before) && creditWork.test(before.replace(credited, '')),
  },
];

/** `Director: `, `Umpires: X and `: an office before a colon. */
function isLabelled(before: string, index: NameIndex): boolean {
  const label = /(?:^|[.;] )(?:\p{L}{1,15} ){0,2}(\p{L}{3,15}): (?:[^:]{0,60}(?:,| and) )?$/u.exec(
    before,
  )?.[1];
  if (!label) return false;
  const lower = label.toLowerCase();
  return index.offices.has(lower) || officials.test(lower);
}

const officials =
  /^(?:referees?|umpires?|linesmen|linesman|scorers?|cast|starring|stars|writers?|producers?|screenwriters?|composers?|editors?|winners?|runners-up|debutants?|coxswain|soloists?|conductor|narrator|choreographer|cinematographer|authors?|speakers?|panellists?|panelists?|moderator|guests?|witness(?:es)?|plaintiffs?|defendants?|absent|present)$/;

/** How far the text around a name is looked at. */
const reach = 140;

function aroundOf({ start, end, paragraph }: Mention, { input, paragraphs }: Document): Around {
  const line = paragraphs[paragraph]!;
  return {
    before: input.slice(Math.max(line.start, start - reach), start),
    after: input.slice(end, Math.min(line.end, end + reach)),
  };
}

/** What follows a name in the cell of a table, by which cells are alike. */
type Cell = 'country' | 'figure in brackets' | 'figures' | 'column' | 'dash' | 'label';

const cellStart = /(?:^|[,;:|(] |[,;|(]|\d[.)=]? |\d - | and | v | bt | beat | def\. )$/;

function cellOf({ before, after }: Around, isOne: boolean, index: NameIndex): Cell | null {
  if (!cellStart.test(before) || (isOne && teamScore.test(`${before}|${after}`))) return null;
  const [, bracketed] = /^ ?\(([^()]{2,24})\)/.exec(after) ?? [];
  if (bracketed !== undefined)
    return isCountry(bracketed, index) ? 'country' : /^\d/.test(bracketed) ? 'figure in brackets' : null;
  if (/^ ?\|/.test(after)) return 'column';
  if (!isOne && before === '' && /^ [-–—] /.test(after)) return 'dash';
  if (!isOne && /^[^:]{2,40}: $/.test(before) && /^(?:$| \()/.test(after)) return 'label';
  if (before === '' && figuresFirst.test(after)) return null;
  return /^,? \d/.test(after) && !total.test(after) ? 'figures' : null;
}

/** `Tarn 54.1 Miller, 45.9 Lopez`: each figure comes before its name, so the line begins with what the figures are of. */
const figuresFirst = /^ \d[\d.,]*%? \p{Lu}.*\p{L}$/u;

/** `Rovers (Norway) 92 Wanderers (Sweden) 81`: teams of clubs from several countries. */
const teamScore = /(?:\)|[\p{L}]) \d{1,3} \||\|[^|]* \([^()]{2,24}\) \d{1,3}(?: \p{Lu}|$)/u;

/** `Rovers 259 and 207`, `Rovers 108-3`: what a team has made. */
const total = /^ \d{1,3}(?: and \d|[-/]\d)/;

function isCountry(text: string, { countries, placeVariants }: NameIndex): boolean {
  const lower = text.toLowerCase();
  return /^\p{Lu}(?:\p{Lu}{2}|\p{Ll}{2})$/u.test(text) || countries.has(lower) || placeVariants.has(lower);
}

const surnameEnd =
  /\p{L}{3}(?:[oe]va?|enko|chuk|ovych|vic|sky|ski|ska|wicz|czyk|sen|sson|gaard|qvist|strom|nen|ez|ian|yan|dze|shvili|oglu|opoulos|idis|akis|escu|[aeiou]lli|etti|ucci|waran|nathan|murthy|zadeh)$/u;

function isLikeSurname(folded: string, { surnames }: NameIndex): boolean {
  return surnames.has(folded) || surnameEnd.test(folded);
}

/** Cells that are alike are people's if there are this many, and this share of them are seen to be names. */
const fewestCells = 3;
const leastNames: Record<Cell, number> = {
  country: 0.3,
  'figure in brackets': 0.5,
  figures: 0.6,
  column: 0.5,
  dash: 0.5,
  label: 0.6,
};

type Sorted<Open> = {
  /** Certain people, surnames alone and names that may be people's. */
  certain: readonly Mention[];
  singles: readonly Mention[];
  open: readonly { mention: Mention; open: Open }[];
};

/**
 * Marks the surnames of rows as people's where the row shows it or cells alike hold names, and gives the names of
 * several words that are people's for the same reasons.
 */
export function peopleOfRows<Open>(
  { certain, singles, open }: Sorted<Open>,
  rows: Rows,
  document: Document,
  index: NameIndex,
): Open[] {
  if (rows === null) return [];
  const inRow = (mention: Mention) => rows[mention.paragraph] === 1;
  const cells = new Map<Cell, { all: number; names: number }>();
  const count = (mention: Mention, isName: boolean): [Around, Cell | null] => {
    const around = aroundOf(mention, document);
    const cell = cellOf(around, mention.texts.length === 1, index);
    if (cell !== null) {
      const known = cells.get(cell) ?? { all: 0, names: 0 };
      cells.set(cell, { all: known.all + 1, names: known.names + (isName ? 1 : 0) });
    }
    return [around, cell];
  };
  for (const mention of certain.filter(inRow)) count(mention, true);
  const alone = singles.filter(inRow).map(mention => {
    const name = foldName(mention.texts.at(-1)!);
    const isName = isLikeSurname(name, index) && !index.towns.has(name) && !index.common.has(name);
    return { mention, at: count(mention, isName) };
  });
  const long = open
    .filter(({ mention }) => inRow(mention))
    .map(item => {
      const isName = isLikeSurname(foldName(item.mention.texts.at(-1)!), index);
      return { ...item, at: count(item.mention, isName) };
    });
  const isOfPeople = (cell: Cell | null) => {
    const known = cell === null ? undefined : cells.get(cell);
    return known !== undefined && known.all >= fewestCells && known.names >= known.all * leastNames[cell!];
  };
  const isShown = ([around, cell]: [Around, Cell | null], isOne: boolean) =>
    forms.some(({ one, holds }) => (one || !isOne) && holds(around, index)) || isOfPeople(cell);
  for (const { mention, at } of alone) if (isShown(at, true)) mention.hasContext = () => true;
  return long.filter(({ at }) => isShown(at, false)).map(({ open: one }) => one);
}

/** Surnames in a row make a line-up from this length on, if this share of them are known as surnames. */
const minLength = 5;
const minKnown = 0.4;
/** The same share of a shorter row in a paragraph with a line-up. */
const minKnownBeside = 0.25;
const maxGap = 22;
/** What is between two of them: marks, a substitute in brackets, the minute, what begins the row of substitutes. */
const between =
  /^(?:[\s,;]+(?:and )?|\s?\(|(?:[\s,]{0,3}\d{1,3}(?:\+\d)?['’]?){0,3}\)?[\s,;.]{1,8}\(?(?:Subs(?:titutes)?(?: not used)?:\s)?)$/;
/** `Tarn United (4-4-2):` */
const formation = /\(\d(?:-\d){2,3}\):?\s*$/;

/**
 * Marks the surnames of a line-up as people's: `Field, Brandt, Holm, Tarn, Kolbe`; behind a formation everyday words
 * too, which are added to the surnames.
 */
export function markLineUps(
  { singles, weak }: { singles: Mention[]; weak: Mention[] },
  surnames: ReadonlySet<string>,
  { input }: Document,
  index: NameIndex,
): void {
  const everyday = new Set(weak);
  const isKnown = ({ texts }: Mention) => {
    const name = foldName(texts.at(-1)!);
    return surnames.has(name) || index.surnames.has(name);
  };
  const rows = rowsOfSurnames([...singles, ...weak], input);
  const listed = new Set<number>();
  const isLineUp = (row: Mention[], isFormation: boolean, least: number) =>
    row.length >= least &&
    (isFormation ||
      row.filter(isKnown).length >= row.length * (least < minLength ? minKnownBeside : minKnown));
  for (const least of [minLength, 1])
    for (const row of rows) {
      // In a paragraph with a line-up shorter rows are parts of one too.
      if (least < minLength && !listed.has(row[0]!.paragraph)) continue;
      const isFormation = formation.test(input.slice(Math.max(0, row[0]!.start - 16), row[0]!.start));
      if (!isLineUp(row, isFormation, least) && !isLabelledLineUp(row, input)) continue;
      listed.add(row[0]!.paragraph);
      for (const mention of row) {
        if (!everyday.has(mention)) mention.hasContext = () => true;
        else if (isFormation && least === minLength) singles.push({ ...mention, hasContext: () => true });
      }
    }
}

/** `Rovers: A, B, C, D, E, F (G 90)`: behind a team’s name at the beginning of a line, with someone who came on. */
function isLabelledLineUp(row: Mention[], input: string): boolean {
  if (row.length < fewestLabelled) return false;
  const { start } = row[0]!;
  const line = input.slice(Math.max(input.lastIndexOf('\n', start - 1) + 1, start - 40), start);
  return (
    /^\p{Lu}[\p{L}'’. -]{1,30}: $/u.test(line) &&
    /\(\p{Lu}[\p{L}'’-]{1,20} \d{1,3}\)/u.test(input.slice(start, row.at(-1)!.end + 8))
  );
}

const fewestLabelled = 6;

/** Names of one word in the order of the text, in rows: only marks and figures are between those of one. */
function rowsOfSurnames(mentions: Mention[], input: string): Mention[][] {
  const rows: Mention[][] = [];
  let last: Mention | undefined;
  for (const mention of mentions.sort((a, b) => a.start - b.start)) {
    const gap = last ? input.slice(last.end, mention.start) : '';
    const goesOn = last?.paragraph === mention.paragraph && gap.length <= maxGap && between.test(gap);
    if (goesOn) rows.at(-1)!.push(mention);
    else rows.push([mention]);
    last = mention;
  }
  return rows;
}
