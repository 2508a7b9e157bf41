import { distance } from 'fastest-levenshtein';
import { plainWord, type Vocabulary } from '../../languages/vocabulary.ts';

type Words = Vocabulary['schedule'];

/** What a word of a schedule names. */
export type Token =
  | { kind: 'days'; days: number[] }
  /** Days that are left out. */
  | { kind: 'except'; days: number[] }
  /** `HH:MM`; `isBare` if it may as well be twelve hours later. `at`: the number of its word. */
  | { kind: 'time'; time: string; isBare: boolean; at: number }
  /** A part of the day, and when a digest comes in it, `HH:MM`. */
  | { kind: 'part'; time: string; at: number };

/** The fewest letters of a day's name whose misspellings are understood. */
const shortestMisspelt = 6;

/**
 * In lower case, and `half past seven`, `19 Uhr 30`, `eight` as digits.
 * @param options.ranges whether `ten to seven` is from ten to seven
 */
export function inDigits(typed: string, words: Words, { ranges }: { ranges: boolean }): string {
  const withOffset = (_: string, offset: string, hour: string) =>
    clockTime(Number(words.numbers.get(hour) ?? hour) * 60 + words.offsets.get(offset)!);
  const plain = plainWord(typed).replace(/[\s?!.…]{1,9}$/, '');
  return (ranges ? plain : plain.replace(words.minuteOffset, withOffset))
    .replace(words.offset, withOffset)
    .replace(words.number, name => words.numbers.get(name)!)
    .replace(words.hourEnding, '$1')
    .replace(words.namedMinutes, (_, hour: string, minute: string) => `${hour}:${words.minutes.get(minute)}`)
    .replace(words.hourAndMinutes, '$1:$2')
    .replace(/(?<![\d:.])(\d{1,2}) (2[4-9]|[345]\d)(?![\d:.])/g, '$1:$2');
}

/** The words of a schedule in digits, phrases of several words as one each, and `7 in the evening` as `7pm`. */
export function tokenize(lower: string, words: Words): string[] {
  const timed = lower.replace(words.beforeNoon, '$1am').replace(words.afterNoon, '$1pm');
  return words.phrases
    .reduce((text, [phrase, word]) => text.replace(phrase, word), timed)
    .replace(/(\d)\s*([ap])\.?\s?m\b\.?/g, (_, digit: string, half: string) => `${digit}${half}m`)
    .split(/(?:[\s,;/+&@]|:(?!\d))+/)
    .filter(Boolean);
}

/** What each word names, fillers left out; null if one isn't understood. */
export function readTokens(words: string[], vocabulary: Words): Token[] | null {
  const tokens: Token[] = [];
  let isLeavingOut = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const range = dayRange(words, at, vocabulary);
    const read: Token[] | null = range
      ? [{ kind: 'days', days: range.days }]
      : isSkipped(words, at, vocabulary)
        ? []
        : readWord(word, at, vocabulary);
    if (read === null) return null;
    if (range) at += range.words - 1;
    const isTime = read.some(({ kind }) => kind !== 'days');
    // `Not at 8`: only days can be left out.
    if (isTime && isLeavingOut && tokens.at(-1)?.kind !== 'except') return null;
    if (vocabulary.except.has(word)) isLeavingOut = true;
    else if (isTime) isLeavingOut = false;
    tokens.push(
      ...read.map(
        (each): Token => (each.kind === 'days' && isLeavingOut ? { ...each, kind: 'except' } : each),
      ),
    );
  }
  return tokens;
}

/** Whether a word says nothing by itself; `from` only in front of a range of days. */
function isSkipped(words: string[], at: number, vocabulary: Words): boolean {
  const word = words[at]!;
  if (vocabulary.fillers.has(word) || vocabulary.except.has(word)) return true;
  return vocabulary.from.has(word) && dayRange(words, at + 1, vocabulary) !== null;
}

/** What one word names: `sonntagabend` names two things. */
function readWord(word: string, at: number, words: Words): Token[] | null {
  const days = daysOf(word, words);
  if (days) return [{ kind: 'days', days }];
  const time = words.times.get(word) ?? null;
  if (time !== null)
    return [time.endsWith(':00') && partSpan(time) ? { kind: 'part', time, at } : exact(time, at)];
  const clock = parseTime(word, at);
  if (clock) return [clock];
  const similar = similarDay(word, words);
  if (similar) return [{ kind: 'days', days: similar }];
  const day = [...words.days.keys()].find(
    name =>
      name.length >= shortestMisspelt && word.startsWith(name) && words.times.has(word.slice(name.length)),
  );
  if (day === undefined) return null;
  return [
    { kind: 'days', days: words.days.get(day)! },
    ...(readWord(word.slice(day.length), at, words) ?? []),
  ];
}

function exact(time: string, at: number): Token {
  return { kind: 'time', time, isBare: false, at };
}

/** The days of `mon-fri`, `monday to friday` or `с понедельника по пятницу`, and how many words they take. */
function dayRange(words: string[], at: number, vocabulary: Words): { days: number[]; words: number } | null {
  const [from, to, ...more] = (words[at] ?? '').split(/[-–—]/);
  if (from && to && more.length === 0) {
    const days = daysBetween(from, to, vocabulary);
    return days && { days, words: 1 };
  }
  const between = words[at + 1] ?? '';
  if (!vocabulary.to.has(between) && !/^[-–—]$/.test(between)) return null;
  // `По понедельникам по пятницам` is no range.
  if (vocabulary.fillers.has(between) && words[at - 1] === between) return null;
  const days = daysBetween(words[at] ?? '', words[at + 2] ?? '', vocabulary);
  return days && { days, words: 3 };
}

function daysBetween(from: string, to: string, words: Words): number[] | null {
  const [first, ...afterFirst] = daysOf(from, words) ?? [];
  const [last, ...afterLast] = daysOf(to, words) ?? [];
  if (first === undefined || last === undefined || afterFirst.length + afterLast.length > 0) return null;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, i) => ((first - 1 + i) % 7) + 1);
}

function daysOf(word: string, { days }: Words): number[] | null {
  return days.get(word.replace(/\.$/, '')) ?? null;
}

/** The one day that is spelt nearly like a word: what comes of it is shown before it counts. */
function similarDay(word: string, { days }: Words): number[] | null {
  if (word.length < shortestMisspelt) return null;
  const near = [...days]
    .filter(([name, { length }]) => length === 1 && name.length >= shortestMisspelt)
    .map(([name, named]) => ({ named, begins: name[0] === word[0], away: distance(name, word) }))
    .filter(({ away }) => away <= 2)
    .sort((a, b) => a.away - b.away);
  const nearest = near.filter(({ away }) => away === near[0]!.away);
  // Hardly anyone gets the first letter wrong: where that is the nearest, it may be any day.
  const isSure = nearest.every(({ begins }) => begins);
  return isSure && new Set(nearest.map(({ named }) => named.join())).size === 1 ? nearest[0]!.named : null;
}

/** The times that are named: `in the evening at 9` is at 21:00, `mornings` when a digest comes in the morning. */
export function clockTimes(tokens: Token[]): string[] {
  const times = tokens.filter(each => each.kind === 'time');
  const parts = tokens.filter(each => each.kind === 'part');
  const [only, ...more] = times;
  if (only && more.length === 0 && parts.length > 1) {
    const inEach = parts.map(part => timeIn(only, part));
    if (inEach.every(each => each !== null)) return [...new Set(inEach)].sort();
  }
  const used = new Set<number>();
  const placed = times.map(time => {
    const part = parts.findLast(({ at }) => at < time.at) ?? parts.find(({ at }) => at === time.at + 1);
    const inPart = part ? timeIn(time, part) : null;
    if (part && inPart !== null) used.add(part.at);
    return inPart ?? time.time;
  });
  return [...placed, ...parts.filter(({ at }) => !used.has(at)).map(({ time }) => time)];
}

/** A time within a part of the day, twelve hours later if it has to be; null if it isn't in it. */
function timeIn({ time, isBare }: Token & { kind: 'time' }, part: Token & { kind: 'part' }): string | null {
  const [first, last] = partSpan(part.time)!;
  const hour = Number(time.slice(0, 2));
  const fitting = [hour, ...(isBare ? [hour + 12] : [])].find(each => each >= first && each <= last);
  return fitting === undefined ? null : `${String(fitting).padStart(2, '0')}${time.slice(2)}`;
}

/** The first and the last hour of the part of the day that a time is in; null for noon and the night, which are times. */
function partSpan(time: string): [number, number] | null {
  const hour = Number(time.slice(0, 2));
  if (hour < 4 || hour === 12) return null;
  return hour < 12 ? [4, 11] : hour < 17 ? [12, 17] : [16, 23];
}

function parseTime(word: string, at: number): Token | null {
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.h]?([0-5]\d)|h)?(am|pm)?$/.exec(word) ?? [];
  if (hours === undefined) return null;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (hour > 23) return null;
  const isBare = half === undefined && hour > 0 && hour < 12 && !hours.startsWith('0');
  return { kind: 'time', time: `${String(hour).padStart(2, '0')}:${minutes}`, isBare, at };
}

/** `HH:MM` of the minutes since midnight. */
function clockTime(minutes: number): string {
  const ofDay = (minutes + 24 * 60) % (24 * 60);
  return `${Math.floor(ofDay / 60)}:${String(ofDay % 60).padStart(2, '0')}`;
}
