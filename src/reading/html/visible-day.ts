import { monthInAnyLanguage } from '../../system/month-names.ts';
import { dayOf, monthNames, monthNumber } from '../text/calendar.ts';
import { shapeOf } from '../text/line-shape.ts';
import { isDayFirst, pageDay } from './html-date.ts';
import type { OutlineItem } from './outline.ts';
import type { Queryable } from './queryable.ts';

/** Days that a reader sees near a page's headline, as `YYYY-MM-DD`. */
export type VisibleDays = { published: string | null; updated: string | null };

const month = `(?<month>${monthNames.map(name => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`;
const year = '(?<year>(?:19|20)\\d\\d)(?!\\d)';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
/** `July 2, 2025`, `2nd of July 2025`, `2025-07-02`, `2025/7/2`, `02.07.2025`. */
const forms = [
  `\\b${month} ${day},? ${year}`,
  `\\b${day}(?: of)?[ -]${month},?[ -]${year}`,
  `(?<![\\d/.-])${year}([-/.])(?<number>\\d{1,2})\\2${day}(?![\\d/-])`,
  `(?<![\\d/.-])${day}\\.(?<number>\\d{1,2})\\.${year}`,
].map(form => new RegExp(form, 'i'));
/** Which of the two is the month shows only if one is above 12. */
const slashed = /(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)(?!\d)/;

/**
 * `3/14/31 10:07 PM ET`: a year of two digits only where a time of day shows that it is a stamp, and the American zone or
 * a number above 12 in the middle that the month comes first.
 */
const shortYear =
  /(?<![\d/.-])(\d{1,2})\/ ?(\d{1,2})\/(\d\d)(?=,? (?:at |@ )?\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?(?: (?<zone>[ECMP][SD]?T)\b)?)/i;

/** `14.03.31, 10:07 Uhr` */
const shortYearInDots = /(?<![\d/.-])(\d{1,2})\.(\d{1,2})\.(\d\d)(?=,? (?:um |- )?\d{1,2}[:.]\d\d)/;

/** `14. März 2031`, `14 de marzo de 2031`, `14 березня 2031`; `2031. március 14.`; `2031年3月14日`, `2031년 3월 14일`. */
const otherForms = [
  /(?<!\d)(?<day>\d{1,2})[.º°]? (?:de |ב)?(?<month>[\p{L}\p{M}]{3,14})\.?[,،]? (?:de )?(?<year>(?:19|20)\d\d)(?!\d)/iu,
  /(?<!\d)(?<year>(?:19|20)\d\d)\. (?<month>\p{L}{3,14})\.? (?<day>\d{1,2})\./iu,
  /(?<!\d)(?<year>(?:19|20)\d\d) ?[年년] ?(?<month>\d{1,2}) ?[月월] ?(?<day>\d{1,2}) ?[日일]/u,
];

/** Whether a short text has a day in it, even if it may be either of two. */
export const isDated = (text: string) => dayIn(text, true) !== null;

/**
 * The day in a short text; null if there is none, or several, or if it may be either of two days.
 * @param dayFirst whether it is known that the day comes first in `02/03/2031`
 */
export function dayIn(text: string, dayFirst = false): string | null {
  const found = new Set<string>();
  for (const form of forms) {
    const { groups } = form.exec(text) ?? {};
    const made =
      groups &&
      dayOf(
        Number(groups.year),
        groups.month ? monthNumber(groups.month) : Number(groups.number),
        Number(groups.day),
      );
    if (made) found.add(made);
  }
  const [, first, second, of] = (slashed.exec(text) ?? []).map(Number);
  if (first && second && of) {
    const days = [dayOf(of, second, first), dayOf(of, first, second)].filter(one => one !== null);
    if (new Set(days.slice(0, dayFirst ? 1 : 2)).size === 1) found.add(days[0]!);
  }
  if (found.size === 0) return dayWithShortYear(text) ?? dayInOtherForms(text);
  return found.size === 1 ? [...found][0]! : null;
}

function dayWithShortYear(text: string): string | null {
  const [, first, second, last] = shortYearInDots.exec(text) ?? [];
  if (first) return dayOf(2_000 + Number(last), Number(second), Number(first));
  const [, month, day, year] = shortYear.exec(text) ?? [];
  if (!month) return null;
  const isMonthFirst = Number(day) > 12 || shortYear.exec(text)?.groups?.zone !== undefined;
  return isMonthFirst ? dayOf(2_000 + Number(year), Number(month), Number(day)) : null;
}

/** The day as it is written in other languages than English. */
function dayInOtherForms(text: string): string | null {
  for (const form of otherForms) {
    const { groups } = form.exec(text) ?? {};
    if (!groups) continue;
    const month = /\d/.test(groups.month!) ? Number(groups.month) : monthInAnyLanguage(groups.month!);
    return month === null ? null : dayOf(Number(groups.year), month, Number(groups.day));
  }
  return null;
}

const updating =
  /(?<!\p{L})(?:updat\w{1,4}|modif\w{1,6}|revis\w{1,4}|(?:last|medically|fact) (?:reviewed|checked|edited)|aktualis\p{L}{2,6}|(?:mis|mise) à jour|ac?tualizad[oa]|aggiornat[oa]|z?aktualiz\p{L}{2,6}|bijgewerkt|opdateret|oppdatert|uppdaterad|güncelle\p{L}{2,4}|оновлен[оа]|обновлен[оа]|обновлён)(?!\p{L})/iu;
const publishing =
  /(?<!\p{L})(?:publish\w{0,4}|release date|posted|created|written|originally|added|released|issued|veröffentlicht|erstellt|publiée?|publicad[oa]|pubblicat[oa]|opublikowano|publikacji|publikováno|zveřejněno|gepubliceerd|udgivet|publisert|publicerad|julkaistu|közzétéve|objavljen[oa]|yayın\p{L}{0,6}|giriş|опублікован[оа]|опубликован[оа])(?!\p{L})/iu;
const dateNames =
  /(?:^|[\s_-])(?:dates?|time|datetime|published|pubdate|pub-date|posted-on|timestamp|dateline|datePublished)(?:$|[\s_-])/i;
/** Days of something that the page is about. */
const ofElse =
  /\b(?:copyright|©|expires?|deadline|event|starts?|ends?|due|born|effective|joined|until|since)\b/i;

const stampElements = 'p, span, time, small, em, li, div:not(:has(div, p))';
/** The beginning of a stamp that says that it is one. */
const labelled = new RegExp(`^(?:first |date )?${publishing.source}`, 'iu');
/** UTF-16 code units of one with the day of an update. */
const longestLabelled = 90;
/** Elements of a page that are searched for it. */
const mostSearched = 3_000;

/** Whether a line begins as a stamp of publication does and has a day, and no sentence ends in it. */
export const isLabelledStamp = (text: string) =>
  text.length <= longestStamp &&
  labelled.test(text) &&
  !/[.!?]$/.test(text) &&
  stampedDays(text, dayIn).length > 0;

/**
 * The day of the only stamp that says it is one of publication, wherever it is, such as below the article; null if
 * the page has several days with such a label, as lists of articles do.
 * @param language as for `visibleDays`
 */
export function labelledDay(document: Queryable, language: () => string): string | null {
  const found = new Set<string>();
  for (const element of [...document.querySelectorAll(stampElements)].slice(0, mostSearched)) {
    const text = (element.textContent ?? '')
      .slice(0, longestStamp + 1)
      .replace(/\s+/g, ' ')
      .trim();
    if (text.length > longestLabelled || !labelled.test(text)) continue;
    const update = text.search(updating);
    const stamp = update > 0 ? text.slice(0, update) : text;
    const day = dayIn(stamp, slashed.test(stamp) && isDayFirst(language()));
    if (day !== null) found.add(day);
  }
  return found.size === 1 ? [...found][0]! : null;
}

/**
 * The days of a line that is a stamp, and whether each is that of an update: `2 April 2031 | Updated 3 April 2031`.
 * @param dayOf finds the day in a part of the line
 */
export function stampedDays(
  text: string,
  dayOf: (part: string) => string | null,
): { day: string; isUpdate: boolean }[] {
  const update = text.search(updating);
  const published = update < 0 ? -1 : text.slice(update).search(publishing);
  const end = published < 0 ? text.length : update + published;
  const parts = update < 0 ? [text] : [text.slice(0, update), text.slice(update, end), text.slice(end)];
  const days = parts.flatMap((part, at) => {
    const day = dayOf(part);
    return day === null ? [] : [{ day, isUpdate: at === 1 }];
  });
  // `10 May 2031 | Updated 9:28 AM`: the time is one of that day.
  const isOfUpdate = days.length === 1 && update > 0 && /^\P{N}*\d{1,2}[:.] ?\d\d/u.test(parts[1]!);
  return isOfUpdate ? days.map(({ day }) => ({ day, isUpdate: true })) : days;
}

/** An earlier day with nothing that marks it is one of history. */
const firstOfWeb = '1990-01-01';

/** The day on which the page is looked at. */
const today = /\b(?:today|todays|current|now|clock)\b/i;

/** UTF-16 code units of text between the headline and a day that nothing else marks as the article's. */
const nearby = { before: 300, after: 700 };
/** The same for a day that a label or the markup shows to be one of publication. */
const nearbyMarked = { before: 600, after: 2_000 };
/** A longer block may be a sentence. */
const shortStamp = 50;
/** A longer block is not a byline. */
const longestStamp = 140;

type Candidate = { day: string; isUpdate: boolean; rank: number; distance: number };

/**
 * The days of publication and of the last update among the items near the headline.
 * @param language the page's, asked for only where it decides which of two numbers is the month
 */
export function visibleDays(items: readonly OutlineItem[], language: () => string): VisibleDays {
  const dayFirst = items.some(({ text }) => slashed.test(text)) && isDayFirst(language());
  const candidates = items.flatMap((item, at) => candidatesIn(item, items[at - 1], dayFirst));
  return {
    published: agreed(candidates.filter(({ isUpdate }) => !isUpdate)),
    updated: agreed(candidates.filter(({ isUpdate }) => isUpdate)),
  };
}

/**
 * The day of the best candidates; null if these are several days, as in a list of articles, and none of them is in the
 * very next lines under the headline.
 */
function agreed(candidates: Candidate[]): string | null {
  const rank = Math.max(...candidates.map(one => one.rank));
  const best = candidates
    .filter(one => one.rank === rank)
    .sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
  const [first] = best;
  if (!first) return null;
  const isClear = best.every(({ day }) => day === first.day);
  return isClear || (first.distance >= 0 && first.distance <= nextLines) ? first.day : null;
}

/** UTF-16 code units. */
const nextLines = 120;

/** Where one item has several labelled days, each part of it counts by itself: `Updated: 3 April 2031 | Published: 2 April 2031`. */
function candidatesIn(item: OutlineItem, previous: OutlineItem | undefined, dayFirst: boolean): Candidate[] {
  const hasSeveral = updating.test(item.text) && item.text.length <= longestStamp;
  const parts = hasSeveral ? item.text.split(partsOfStamp).filter(isDated) : [];
  if (parts.length < 2) return [candidate(item, previous, dayFirst) ?? []].flat();
  return parts.flatMap(text => candidate({ ...item, text, datetime: null }, undefined, dayFirst) ?? []);
}

const partsOfStamp = new RegExp(
  `\\s?[|•·]\\s?|(?=(?<!\\p{L})(?:last )?(?:updated|modified|published|posted)(?!\\p{L}))|(?=${updating.source})`,
  'iu',
);

/** `5 March 2031 | Updated 3h ago`: the day is that of publication; of the update only the time since is given. */
function isUpdatedLater(text: string): boolean {
  const { index } = updating.exec(text) ?? { index: 0 };
  const behind = text.slice(index);
  return isDated(text.slice(0, index)) && /\d/.test(behind) && !isDated(behind);
}

function candidate(
  item: OutlineItem,
  previous: OutlineItem | undefined,
  dayFirst: boolean,
): Candidate | null {
  const { text, names, datetime, distance } = item;
  if (text.length > longestStamp || (text.length > shortStamp && shapeOf(text).prose)) return null;
  const day = (datetime === null ? null : pageDay(datetime)) ?? dayIn(text, dayFirst);
  if (day === null || ofElse.test(text) || today.test(names)) return null;
  const label = previous && previous.text.length <= 25 ? previous.text : '';
  const isLabelled = publishing.test(text) || publishing.test(label);
  const isUpdate =
    !publishing.test(text) &&
    ((updating.test(text) && !isUpdatedLater(text)) || (!isLabelled && updating.test(label)));
  const isMarked = isLabelled || isUpdate || datetime !== null || dateNames.test(names);
  if (!isMarked && day < firstOfWeb) return null;
  const { before, after } = isMarked ? nearbyMarked : nearby;
  if (distance < -before || distance > after) return null;
  const isShort = text.length <= shortStamp;
  return { day, isUpdate, distance, rank: (isLabelled ? 2 : 0) + (isMarked ? 1 : 0) + (isShort ? 0.5 : 0) };
}
