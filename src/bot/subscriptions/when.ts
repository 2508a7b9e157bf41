/** A schedule's days and its times, `HH:MM` in order; no times if it is `atOnce`. */
export type When = { weekdays: number[]; times: string[]; atOnce: boolean };

const dayNames: [RegExp, number[]][] = [
  [/^(daily|everyday|щодня|ежедневно)$/, [1, 2, 3, 4, 5, 6, 7]],
  [/^(weekdays?|workdays?|будні|буднях|будням|будни)$/, [1, 2, 3, 4, 5]],
  [/^(weekends?|вихідні|вихідних|выходные|выходным)$/, [6, 7]],
  [/^(mon|mondays?|пн|(щ?о?)понеділ(ок|ка)|понедельник)$/, [1]],
  [/^(tue|tues|tuesdays?|вт|(щ?о?)вівтор(ок|ка)|вторник)$/, [2]],
  [/^(wed|wednesdays?|ср|(щ?о?)серед[аиу]|сред[ау])$/, [3]],
  [/^(thu|thur|thurs|thursdays?|чт|(щ?о?)четвер(га)?|четверг)$/, [4]],
  [/^(fri|fridays?|пт|(щ?о?)п'ятниц[яюі]|пятниц[ау])$/, [5]],
  [/^(sat|saturdays?|сб|(щ?о?)субот[аиу]|суббот[ау])$/, [6]],
  [/^(sun|sundays?|нд|вс|(щ?о?)неділ[яюі]|воскресенье)$/, [7]],
];

/** Two words that are read as one. */
const twoWordForms: [RegExp, string][] = [
  [/(every|each) day|кожен день|кожного дня|каждый день/g, 'everyday'],
  [/work(ing)? days|робочі дні|рабочие дни/g, 'weekdays'],
  [/(\d)\s*(?:ранку|утра)(?!\p{L})/gu, '$1am'],
  [/(\d)\s*(?:вечора|вечера|дня)(?!\p{L})/gu, '$1pm'],
];

const fillerWords = /^(at|on|and|the|every|each|o'?clock|,|&|\+|о|об|в|у|на|по|і|и|й|та)$/;

const atOnceWords =
  /\b(at once|immediately|instantly|as (it|they) happens?|right away)\b|одразу|відразу|негайно|сразу|немедленно/;

/** Intervals: `every 3 hours`, `hourly`. */
const everyHours =
  /\b(?:every|each)\s+(\d{1,2})\s*(?:hours?|hrs?|h)\b|(?:кожні|каждые)\s+(\d{1,2})\s*(?:год|час)\p{L}*/u;
const everyHour = /\b(?:hourly|(?:every|each) hour)\b|щогодини|кожну годину|ежечасно|каждый час/;

/** The hours by which a day can be divided evenly. */
export const evenHours = [1, 2, 3, 4, 6, 8, 12];
const everyDay = [1, 2, 3, 4, 5, 6, 7];
/** More times a day than this are a mistake rather than a schedule. */
const maxTimes = 24;

/** Local times of day at an interval of `hours`, from midnight on. */
export function timesEvery(hours: number): string[] {
  return Array.from({ length: 24 / hours }, (_, i) => `${String(i * hours).padStart(2, '0')}:00`);
}

/**
 * Reads `weekdays 8:30`, `mon, thu 9 and 19`, `every day at 7 pm`, `every 3 hours`, `at once`. Days without a
 * time give no times, a time without days means every day; null if a word isn't understood or there is neither.
 */
export function parseWhen(typed: string): When | null {
  const lower = typed.toLowerCase().replace(/[’ʼ]/g, "'");
  if (atOnceWords.test(lower)) {
    const rest = tokenize(lower.replace(atOnceWords, ' '));
    return rest.length === 0 ? { weekdays: everyDay, times: [], atOnce: true } : null;
  }
  const { rest, interval } = withoutInterval(lower);
  if (interval !== null && !evenHours.includes(interval)) return null;
  const read = tokenize(rest).map(word => readToken(word, interval === null));
  if (read.includes(null)) return null;
  const days = new Set(read.flatMap(each => each?.days ?? []));
  const times = new Set([
    ...(interval === null ? [] : timesEvery(interval)),
    ...read.flatMap(each => each?.time ?? []),
  ]);
  if ((days.size === 0 && times.size === 0) || times.size > maxTimes) return null;
  return { weekdays: days.size === 0 ? everyDay : [...days].sort(), times: [...times].sort(), atOnce: false };
}

/** What is left without `every 3 hours` or `hourly`, and the hours it names; null if it isn't there. */
function withoutInterval(lower: string): { rest: string; interval: number | null } {
  const [found, ...groups] = everyHours.exec(lower) ?? everyHour.exec(lower) ?? [];
  if (found === undefined) return { rest: lower, interval: null };
  return { rest: lower.replace(found, ' '), interval: Number(groups.find(Boolean) ?? 1) };
}

/** The days or the time that a word names, or null if it names neither. */
function readToken(word: string, mayBeTime: boolean): { days?: number[]; time?: string } | null {
  const days = parseDays(word);
  if (days) return { days };
  const time = mayBeTime ? parseTime(word) : null;
  return time === null ? null : { time };
}

/** Reads `22-7`, `from 22:00 to 7:30` as two local times of day; null for anything else. */
export function parseHours(typed: string): { from: string; to: string } | null {
  const words = tokenize(typed.toLowerCase().replace(/[-–—]/g, ' ')).filter(
    word => !/^(from|to|till|until|between|з|від|до|с|от)$/.test(word),
  );
  const [from, to, ...more] = words.map(parseTime);
  return from && to && from !== to && more.length === 0 ? { from, to } : null;
}

function tokenize(lower: string): string[] {
  return twoWordForms
    .reduce((text, [pair, word]) => text.replace(pair, word), lower)
    .replace(
      /(\d)\s*(a\.?m\.?|p\.?m\.?)(?![a-z])/g,
      (_, digit: string, half: string) => `${digit}${half[0]}m`,
    )
    .split(/[\s,;]+/)
    .filter(word => word !== '' && !fillerWords.test(word));
}

function parseDays(word: string): number[] | null {
  const [from, to] = word.split(/[-–—]/);
  if (from && to) {
    const [first] = parseDayName(from) ?? [];
    const [last] = parseDayName(to) ?? [];
    if (first === undefined || last === undefined) return null;
    const length = ((last - first + 7) % 7) + 1;
    return Array.from({ length }, (_, i) => ((first - 1 + i) % 7) + 1);
  }
  return parseDayName(word);
}

function parseDayName(word: string): number[] | null {
  return dayNames.find(([pattern]) => pattern.test(word.replace(/\.$/, '')))?.[1] ?? null;
}

function parseTime(word: string): string | null {
  if (/^(noon|midday)$/.test(word)) return '12:00';
  if (word === 'midnight') return '00:00';
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.h]?([0-5]\d))?(am|pm)?$/.exec(word) ?? [];
  if (hours === undefined) return null;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}:${minutes}`;
}
