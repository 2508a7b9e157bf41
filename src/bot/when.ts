/** A schedule's days and time as somebody types them. */
export type When = { weekdays: number[]; time: string };

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

/** Said in two words, read as one. */
const pairs: [RegExp, string][] = [
  [/(every|each) day|кожен день|кожного дня|каждый день/g, 'everyday'],
  [/work(ing)? days|робочі дні|рабочие дни/g, 'weekdays'],
  [/(\d)\s*(?:ранку|утра)(?!\p{L})/gu, '$1am'],
  [/(\d)\s*(?:вечора|вечера|дня)(?!\p{L})/gu, '$1pm'],
];

const fillers = /^(at|on|and|the|every|each|o'?clock|,|о|об|в|у|на|по|і|и|й|та)$/;

/**
 * Reads `weekdays 8:30`, `mon, thu 19`, `every day at 7 pm`. Days without a time give `time: null`, a time
 * without days means every day; null where a word is not understood or there is neither.
 */
export function parseWhen(typed: string): { weekdays: number[]; time: string | null } | null {
  const lower = typed.toLowerCase().replace(/[’ʼ]/g, "'");
  const words = pairs
    .reduce((text, [pair, word]) => text.replace(pair, word), lower)
    .replace(
      /(\d)\s*(a\.?m\.?|p\.?m\.?)(?![a-z])/g,
      (_, digit: string, half: string) => `${digit}${half[0]}m`,
    )
    .split(/[\s,;]+/)
    .filter(word => word !== '' && !fillers.test(word));
  const days = new Set<number>();
  let time: string | null = null;
  for (const word of words) {
    const span = daysIn(word);
    if (span) for (const day of span) days.add(day);
    else if (time === null && (time = timeIn(word)) !== null) continue;
    else return null;
  }
  if (days.size === 0 && time === null) return null;
  return { weekdays: days.size === 0 ? [1, 2, 3, 4, 5, 6, 7] : [...days].sort(), time };
}

function daysIn(word: string): number[] | null {
  const [from, to] = word.split(/[-–—]/);
  if (from && to) {
    const [first] = named(from) ?? [];
    const [last] = named(to) ?? [];
    if (first === undefined || last === undefined) return null;
    const length = ((last - first + 7) % 7) + 1;
    return Array.from({ length }, (_, i) => ((first - 1 + i) % 7) + 1);
  }
  return named(word);
}

function named(word: string): number[] | null {
  return dayNames.find(([pattern]) => pattern.test(word.replace(/\.$/, '')))?.[1] ?? null;
}

function timeIn(word: string): string | null {
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
