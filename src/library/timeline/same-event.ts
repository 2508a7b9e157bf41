import type { Database } from '../../database/database.ts';
import type { ReadEvent, Reading } from '../../reading/model/reading.ts';
import { monthNames, weekdayNames } from '../../reading/text/calendar.ts';
import { stem } from '../../reading/text/stem.ts';
import { foldedWords } from '../text/fold.ts';
import { isFrequent } from '../text/word-lists.ts';
import { differInKind, eventKindOf, shareOnceKind } from './event-triggers.ts';

/**
 * From this share of the shorter sentence's informative words on, two sentences report the same event of a day. Names
 * and offices of its people are left out: a person does many things on one day.
 */
const sameFrom = 0.55;
/** One article seldom reports the same twice: two of its sentences must agree in nearly all words. */
const sameWithinFrom = 0.8;
/** What was planned and what came of it are reported in other words: `will meet` and `held talks`. */
const sameAsPlannedFrom = 0.4;
/** What happens to a person once on a day, such as an arrest. */
const sameOnceFrom = 0.5;
const fewestShared = 3;
/** The same where all words of the shorter sentence are shared. */
const fewestOfAll = 2;
/** The date is known to be the same already. */
const dayWords = new Set([...monthNames, ...weekdayNames]);
/** What makes an announcement says nothing of what is announced. */
const planWords = new Set(
  'will due set expected scheduled slated planned plans planning announced announcing upcoming later prepare prepares preparing'.split(
    ' ',
  ),
);
const compared = 60;

type TaggedRow = { key: number; text: string; precision: string; planned: number };

/**
 * Finds the event that another sentence already reports, among those of the day with one of its tags; null if there is
 * none. `own` are the events that the same article reports, `called` the words of its people's names and offices.
 */
export function createSameEvent(database: Database) {
  const tagged = database.prepare(`
    select events.key, events.text, events.precision, events.planned from event_tags
    join events on events.key = event_tags.event
    where tag = ? and event_tags.date = ? order by event desc limit ${compared}`);

  return (
    event: ReadEvent,
    tags: string[],
    own: ReadonlyMap<number, number>,
    called: ReadonlySet<string>,
  ): number | null => {
    const words = informativeWords(event.text, called);
    const seen = new Set<number>();
    for (const one of tags)
      for (const row of tagged.all(one, event.date) as TaggedRow[]) {
        if (seen.has(row.key) || row.precision !== event.precision) continue;
        seen.add(row.key);
        const isOwn = own.has(row.key);
        const isOfPlan = (row.planned === 1) !== (event.planned === true);
        const others = {
          words: informativeWords(row.text, called),
          isOwn,
          isOfPlan,
          isOfPerson: one.startsWith('p'),
        };
        if (row.text === event.text || isSame(words, others)) return row.key;
      }
    return null;
  };
}

/** What is known of an event that another sentence may report. */
type Known = { words: Set<string>; isOwn: boolean; isOfPlan: boolean; isOfPerson: boolean };

/** Whether the informative words of a sentence report an event of the same day. */
function isSame(words: Set<string>, { words: others, isOwn, isOfPlan, isOfPerson }: Known): boolean {
  if (isOwn) return overlap(words, others, false) >= sameWithinFrom;
  const isOnce = isOfPerson && shareOnceKind(words, others);
  const from = isOfPlan ? sameAsPlannedFrom : isOnce ? sameOnceFrom : sameFrom;
  return overlap(words, others, isOnce) >= from;
}

function informativeWords(text: string, called: ReadonlySet<string>): Set<string> {
  return new Set(
    foldedWords(text)
      .filter(word => word.length > 2 && !isFrequent(word) && !dayWords.has(word) && !planWords.has(word))
      .map(stem)
      .filter(word => !called.has(word))
      .map(eventKindOf),
  );
}

/** The words of the names and offices that an article gives an event's people. */
export function calledWords(event: ReadEvent, reading: Reading): Set<string> {
  const those = reading.people.filter(person => event.people.includes(person.id));
  const called = those.flatMap(({ name, variants, roles }) => [
    name,
    ...variants,
    ...roles.map(role => role.text),
  ]);
  return new Set(called.flatMap(foldedWords).map(stem));
}

/**
 * The share of the smaller set's words that both have; 0 if they are too few to decide.
 * @param isOnce whether both name what happens to a person once on a day
 */
function overlap(a: Set<string>, b: Set<string>, isOnce: boolean): number {
  const shared = [...a].filter(word => b.has(word)).length;
  const smaller = Math.min(a.size, b.size);
  const share = shared / smaller;
  const isEnough = shared >= fewestShared || (shared >= fewestOfAll && (share === 1 || isOnce));
  return isEnough && !differInKind(a, b) ? share : 0;
}
