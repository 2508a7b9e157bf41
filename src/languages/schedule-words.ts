import { z } from 'zod';
import { afterNumber, alternatives, longestFirst, whole } from './patterns.ts';

/** Words of one meaning, and words each with what it means; both may be left out. */
export const words = z.array(z.string().min(1)).default([]);
export const record = z.record(z.string(), z.string()).default({});

/** The words of a language for days and times, in `words.json`. */
export const scheduleWords = z.strictObject({
  everyDay: words,
  workdays: words,
  weekends: words,
  /** `Once a week`: says nothing by itself, but that a day must be named. */
  weekly: words,
  /** From Monday on. */
  days: z.array(words).length(7),
  /** Words for a time of day: `morning` is `08:00`. */
  times: record,
  /** After a number: the hours before noon, and those after it. */
  beforeNoon: words,
  afterNoon: words,
  /** In front of an hour, the minutes to add to it: `half seven` is 30 in English, `halb sieben` -30 in German. */
  offsets: z.record(z.string(), z.number().int()).default({}),
  /** The same where two hours may be meant as well, `from ten to seven`: not read in quiet hours. */
  minuteOffsets: z.record(z.string(), z.number().int()).default({}),
  /** After an hour: `seven thirty`. */
  minutes: z.record(z.string(), z.number().int().min(1).max(59)).default({}),
  /** What is written behind the digits of an hour: `20-й`. */
  hourEndings: words,
  /** The hours by their names in the cases in which they are said, 1 to 24. */
  numbers: z.record(z.string(), z.number().int().min(1).max(24)).default({}),
  /** Between hours and minutes: `19 Uhr 30`. */
  oClock: words,
  atOnce: words,
  hourly: words,
  /** What introduces an interval, and what follows its number. */
  every: words,
  hours: words,
  /** Words that say nothing about days and times. */
  fillers: words,
  /** The same, but rather of what is asked for than of when: `send it`. */
  sending: words,
  from: words,
  to: words,
  /** Before days that are left out. */
  except: words,
  /** Words of what comes again and again, as `every` and `mondays`: `on Monday` may also be a day that was. */
  repeated: words,
  /** What is no schedule here, as it names no days of the week: `every other day`. */
  otherRhythms: words,
  /** Which of a month's days of the week: `the first Monday of the month`. */
  ordinals: words,
});

type ScheduleWords = z.infer<typeof scheduleWords>;

/** The words of all languages for days and times. */
export type ScheduleVocabulary = {
  /** ISO weekdays by their names, single days and groups of days. */
  days: ReadonlyMap<string, number[]>;
  times: ReadonlyMap<string, string>;
  beforeNoon: RegExp;
  afterNoon: RegExp;
  /** Minutes to add to the hour that follows, by the words for them, and the pattern that finds both. */
  offsets: ReadonlyMap<string, number>;
  offset: RegExp;
  minuteOffset: RegExp;
  /** The hours by their names, and the pattern that finds them. */
  numbers: ReadonlyMap<string, string>;
  number: RegExp;
  /** Hours and minutes with a word between them. */
  hourAndMinutes: RegExp;
  /** Minutes by their names, and the pattern that finds them after an hour in digits. */
  minutes: ReadonlyMap<string, string>;
  namedMinutes: RegExp;
  hourEnding: RegExp;
  weekly: RegExp;
  /** Phrases of several words, with what is read in their place. */
  phrases: readonly [RegExp, string][];
  atOnce: RegExp;
  hourly: RegExp;
  interval: RegExp;
  fillers: ReadonlySet<string>;
  from: ReadonlySet<string>;
  to: ReadonlySet<string>;
  except: ReadonlySet<string>;
  /** Between and behind hours: `Uhr`, `h`. */
  units: ReadonlySet<string>;
  repeated: RegExp;
  otherRhythms: RegExp;
  /** Which of a month's days is meant, in front of the day. */
  ordinal: RegExp;
  /** Every single word of days and times, and those around them: where a schedule may be in a sentence. */
  known: ReadonlySet<string>;
};

/** The words for days and times of all languages as one. */
export function mergedSchedule(languages: readonly ScheduleWords[]): ScheduleVocabulary {
  const all = <Key extends keyof ScheduleWords>(key: Key) =>
    languages.flatMap(schedule => schedule[key] as string[]);
  const days = languages.flatMap((schedule): [string, number[]][] => [
    ...schedule.everyDay.map((word): [string, number[]] => [word, [1, 2, 3, 4, 5, 6, 7]]),
    ...schedule.workdays.map((word): [string, number[]] => [word, [1, 2, 3, 4, 5]]),
    ...schedule.weekends.map((word): [string, number[]] => [word, [6, 7]]),
    ...schedule.days.flatMap((names, at) => names.map((word): [string, number[]] => [word, [at + 1]])),
  ]);
  const times = languages.flatMap(schedule => Object.entries(schedule.times));
  const numbers = languages.flatMap(schedule =>
    Object.entries(schedule.numbers).map(([name, hour]): [string, string] => [name, String(hour)]),
  );
  const minutes = languages.flatMap(schedule =>
    Object.entries(schedule.minutes).map(([name, minute]): [string, string] => [name, String(minute)]),
  );
  const offsets = languages.flatMap(schedule => Object.entries(schedule.offsets));
  const minuteOffsets = languages.flatMap(schedule => Object.entries(schedule.minuteOffsets));
  const beforeHour = (phrases: [string, number][]) =>
    new RegExp(
      `(?<!\\p{L})(${alternatives(phrases.map(([phrase]) => phrase))})[\\s-]{0,3}(\\d{1,2}|${alternatives(numbers.map(([name]) => name))})(?![\\p{L}\\d])`,
      'gu',
    );
  const severalWords = [
    ...days.map(([word]) => word),
    ...times.map(([word]) => word),
    ...all('except'),
    ...all('fillers'),
  ].filter(phrase => phrase.includes(' '));

  return {
    days: new Map(days.map(([word, numbers]) => [oneWord(word), numbers])),
    times: new Map(times.map(([word, time]) => [oneWord(word), time])),
    beforeNoon: afterNumber(all('beforeNoon')),
    afterNoon: afterNumber(all('afterNoon')),
    offsets: new Map([...offsets, ...minuteOffsets]),
    offset: beforeHour(offsets),
    minuteOffset: beforeHour(minuteOffsets),
    numbers: new Map(numbers),
    number: whole(numbers.map(([name]) => name)),
    hourAndMinutes: new RegExp(
      `(?<!\\d)(\\d{1,2})\\s{0,3}(?:${alternatives(all('oClock'))})\\s{0,3}([0-5]\\d)(?![\\p{L}\\d])`,
      'gu',
    ),
    minutes: new Map(minutes),
    namedMinutes: new RegExp(
      `(?<!\\d)(\\d{1,2})\\s{0,3}(?:(?:${alternatives(all('oClock'))})\\s{0,3})?(${alternatives(minutes.map(([name]) => name))})(?![\\p{L}\\d])`,
      'gu',
    ),
    hourEnding: new RegExp(`(\\d)(?:${alternatives(all('hourEndings'))})(?![\\p{L}\\d])`, 'gu'),
    weekly: whole(all('weekly')),
    phrases: longestFirst(severalWords).map(phrase => [whole([phrase]), oneWord(phrase)]),
    atOnce: whole(all('atOnce')),
    hourly: whole(all('hourly')),
    interval: new RegExp(
      `(?<!\\p{L})(?:${alternatives(all('every'))})\\s{0,5}(\\d{1,2})\\s{0,5}(?:${alternatives(all('hours'))})(?!\\p{L})`,
      'u',
    ),
    fillers: new Set([...all('fillers'), ...all('sending')].map(oneWord)),
    from: new Set(all('from')),
    to: new Set(all('to')),
    except: new Set(all('except').map(oneWord)),
    units: new Set([...all('oClock'), ...all('hours')]),
    repeated: whole(all('repeated')),
    otherRhythms: whole(all('otherRhythms')),
    ordinal: new RegExp(
      `(?<![\\p{L}\\d])(?:(?:${alternatives(all('fillers'))})\\s)?(?:the\\s)?(?:${alternatives(all('ordinals'))})\\s(?=(?:${alternatives(languages.flatMap(each => each.days.flat()))})(?!\\p{L}))`,
      'u',
    ),
    known: new Set(languages.flatMap(wordsKnown)),
  };
}

/** The single words of a language's days and times, and of what surrounds them. */
function wordsKnown({
  days,
  sending,
  atOnce,
  otherRhythms,
  ordinals,
  repeated,
  ...schedule
}: ScheduleWords): string[] {
  const phrases = [
    ...days.flat(),
    ...Object.values(schedule).flatMap(part => (Array.isArray(part) ? part : Object.keys(part))),
  ];
  // `Sonntagabend`.
  const joined = days.flat().flatMap(day => Object.keys(schedule.times).map(time => `${day}${time}`));
  return [...phrases.flatMap(phrase => phrase.split(' ')), ...joined.filter(word => !word.includes(' '))];
}

/** A phrase in the form in which it is one word of a schedule. */
function oneWord(phrase: string): string {
  return phrase.replaceAll(' ', '_');
}
