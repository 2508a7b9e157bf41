import type { Database } from '../../database/database.ts';
import type { Timeline } from '../model/contracts.ts';
import { type ArticleRow, createRows, evidenceOf, numberOf } from '../model/rows.ts';
import type { Filter, KeyDate } from '../model/types.ts';
import { type MainEvent, mainEvent } from './central-report.ts';
import { createEventfulDays, exactly } from './eventful-days.ts';
import { createEventsOfWords } from './events-of-words.ts';
import { type Unweighed, type Weighed, weighReports } from './report-weight.ts';
import type { Span } from './span.ts';

/** The sentences are read for this many times as many days as are asked for, and for at least … */
const daysReadPerKeyDate = 2;
const minDaysRead = 6;
/**
 * Of each day the reports of this many events are read, those that weigh most, and at most this many reports. With
 * fewer, what many articles report in words of their own falls behind a day with a few equal reports.
 */
const mostEvents = 30;
const mostReports = 40;
/** As little of a report as weighing takes: hundreds are read for an answer, and what is shown is looked up. */
type ReportRow = Pick<ArticleRow, 'key' | 'title' | 'day' | 'story'> &
  Weighed & {
    event: number;
    /** What the reports of the event weigh together. */
    together: number;
    text: string;
    planned: number;
  };
type ShownRow = { end: number; basis: string };

/** `articles`: how many of them were read that report something of the day. */
type KeyDates = Awaited<ReturnType<Timeline['keyDates']>>;
type WeighedDay = { date: string; weight: number; articles: number; main: MainEvent<ReportRow> };
type KeptDay = Omit<WeighedDay, 'main'> & ReturnType<MainEvent<ReportRow>['central']>;

/**
 * Chooses the most important days. Each article counts on a day with the weight of its best report; a day's weight is
 * that of its most important event: the sum of these weights, each times the likeness (cosine of content words) of
 * the article's report to the sentence that reports the event best. Many unrelated events do not add up to a key
 * date. Which days are looked at is decided by what all their reports weigh together, which is kept; where a day has
 * more reports than are read, those that are read stand for the others of their events. `npm run eval -- FOLDER
 * timelines` prints what this gives on timelines-dev, next to counting articles by their day of publication.
 */
export function createKeyDates(database: Database, span: () => Span | null) {
  const rows = createRows(database);
  const eventfulDays = createEventfulDays(database, createEventsOfWords(database), span);
  const shown = database.prepare(
    'select "end", basis from event_reports where event = :event and article = :key and start = :start',
  );
  const people = database
    .prepare("select substr(tag, 2) from event_tags where event = ? and tag glob 'p*' order by tag")
    .pluck();

  // In one transaction, as another process may remove an article between two look-ups.
  return database.transaction((filter: Filter, limit: number): KeyDates => {
    const most = Math.max(minDaysRead, daysReadPerKeyDate * limit);
    const { days, counted: countedDays, query } = eventfulDays.find(filter, most);
    const { date, key, weight, counted, values } = query;
    // In this order, whatever seems cheaper: of a day only the few events that weigh most are looked up.
    const reported = eventfulDays.prepared(`
      select articles.key, articles.title, articles.day, articles.story, main.event, main.together, event_reports.start,
        event_reports.text, event_reports.planned, events.approximate
      from (select ${key} as event, ${weight} as together ${exactly(counted, date)} and ${date} = :on
        order by ${weight} desc, ${key} limit ${mostEvents}) as main
      cross join events on events.key = main.event
      cross join event_reports on event_reports.event = main.event
      cross join articles on articles.key = event_reports.article
      where articles.duplicate_of is null limit ${mostReports}`);
    const surname = surnameOf(filter);
    const own = span();

    // The best first, at most as many as are asked for. The reports of all other days are let go at once: many of them
    // kept until the end would make the memory of the whole bot be collected.
    const best: KeptDay[] = [];
    for (const on of days) {
      const day = weigh(on, own, reported.all({ ...values, on }) as Unweighed<ReportRow>[]);
      if (day === null || (best.length >= limit && day.weight < best.at(-1)!.weight)) continue;
      const { main, ...weighed } = day;
      const central = main.central(surname);
      const one = { ...weighed, ...central, weight: day.weight * central.concern };
      const place = best.findIndex(other => comesBefore(one, other));
      best.splice(place < 0 ? best.length : place, 0, one);
      best.length = Math.min(best.length, limit);
    }
    const items = best.map(({ date, weight, chosen, alike, articles }): KeyDate => {
      const { basis } = shownOf(chosen);
      return {
        date,
        weight,
        articles,
        basis,
        planned: chosen.planned === 1,
        approximate: chosen.approximate === 1,
        text: chosen.text,
        evidence: [chosen, ...alike].map(row => {
          const { key, start, text } = row;
          return evidenceOf(rows.article(key), { start, end: shownOf(row).end }, text);
        }),
        // Shown by an export alone.
        get people() {
          return (people.all(chosen.event) as string[]).flatMap(key => rows.person(Number(key)) ?? []);
        },
      };
    });
    let all: ReturnType<typeof countedDays> | undefined;
    const counts = () => {
      all ??= countedDays();
      return all;
    };
    // An answer about a person shows neither.
    return {
      items,
      get total() {
        return counts().total;
      },
      get months() {
        return counts().months;
      },
    };
  });

  function shownOf({ event, key, start }: ReportRow): ShownRow {
    return shown.get({ event, key, start }) as ShownRow;
  }

  /** The surname of the person asked about, to see how prominent they are in a sentence. */
  function surnameOf({ person }: Filter): string | null {
    const name = person === undefined ? undefined : rows.person(numberOf(person))?.name;
    return name?.split(' ').at(-1) ?? null;
  }
}

/** Where a few articles make the news, many days weigh the same: someone's words give way to what happened. */
function comesBefore(a: KeptDay, b: KeptDay): boolean {
  return (
    a.weight > b.weight ||
    (a.weight === b.weight && (a.score > b.score || (a.score === b.score && a.date < b.date)))
  );
}

/** What the reports of a day that were read say of it; null if there are none. */
function weigh(date: string, own: Span | null, found: Unweighed<ReportRow>[]): WeighedDay | null {
  const rows = weighReports(date, own, found);
  const main = mainEvent(rows);
  if (main === null) return null;
  const articles = new Set(rows.map(({ key }) => key)).size;
  return { date, weight: main.weight * standingFor(rows), articles, main };
}

/**
 * How many times as much the events of some reports weigh as these reports do: 1 if they are all there are. The reports
 * of an event follow each other, and among them those of an article.
 */
function standingFor(found: ReportRow[]): number {
  let [events, read, ofArticle] = [0, 0, 0];
  found.forEach((report, at) => {
    const before = found[at - 1];
    const isNewEvent = report.event !== before?.event;
    if (isNewEvent) events += report.together;
    if (isNewEvent || report.key !== before?.key) ofArticle = 0;
    const more = Math.max(0, report.kept - ofArticle);
    ofArticle += more;
    read += more;
  });
  return Math.max(1, events / read);
}
