import { findZones } from '../../digests/zones.ts';
import { plainWord, type Vocabulary } from '../../languages/vocabulary.ts';
import { corrected, isOfDigest, isWithin, type Part, partsIn } from './schedule-parts.ts';
import { parseWhen, type When } from './when.ts';
import { inDigits } from './when-tokens.ts';

/** A sentence with a schedule in it, in its parts. */
export type ScheduleIn = {
  /** What is left without the schedule. */
  what: string;
  /** `other-rhythm`: there is one, but it names no days of the week, `every other day`. */
  when: When | 'mixed' | 'other-rhythm' | null;
  zone: string | null;
  /** The words of the schedule and its time zone; empty if there is none. */
  words: string;
  /** Whether it comes again and again: `on Friday at 8` may also be a day that was. */
  isRepeated: boolean;
};

/** Further words of a message are not looked at. */
const mostWords = 40;
/** Of a time zone behind a schedule. */
const mostZoneWords = 5;

/** A schedule, and the time zone that may be typed after it: `8 am Kyiv time`. */
export function whenIn(
  typed: string,
  vocabulary: Vocabulary,
): { when: ReturnType<typeof parseWhen>; zone: string | null } {
  const when = parseWhen(typed, vocabulary) ?? parseWhen(corrected(plainWord(typed), vocabulary), vocabulary);
  if (when !== null) return { when, zone: null };
  const words = typed.trim().split(/\s+/).slice(0, mostWords);
  for (let at = 1; at < words.length; at += 1) {
    const { sure, choices } = findZones(words.slice(at).join(' '), vocabulary);
    const before = sure ? parseWhen(words.slice(0, at).join(' '), vocabulary) : null;
    if (before !== null) return { when: before, zone: choices[0]!.zone };
  }
  return { when: null, zone: null };
}

/** Whether what is typed asks for a rhythm that names no days of the week: `every other day at 7`. */
export function isOtherRhythm(typed: string, { schedule }: Vocabulary): boolean {
  return isWithin(inDigits(typed, schedule, { ranges: false }), schedule.otherRhythms);
}

/**
 * The schedule anywhere in a sentence, `sanctions, every day at 8`, `every weekday at 8 news on NATO`, `a daily digest
 * at 6`, and a time zone behind it. A number alone is none: it may belong to a name.
 */
export function scheduleIn(typed: string, vocabulary: Vocabulary): ScheduleIn {
  const asTyped = readIn(typed, vocabulary);
  if (asTyped.when !== null && asTyped.isRepeated) return asTyped;
  if (asTyped.when === null && !/\d/.test(typed)) return asTyped;
  const meant = corrected(typed, vocabulary);
  const found = meant === typed ? asTyped : readIn(meant, vocabulary);
  return found.when !== null && found.isRepeated ? found : asTyped;
}

function readIn(sentence: string, vocabulary: Vocabulary): ScheduleIn {
  // A rhythm of another kind is taken out verbatim and refused.
  const rhythms = [...plainWord(sentence).matchAll(vocabulary.schedule.otherRhythms)];
  const rhythm = rhythms.map(([words]) => words).join(' ');
  const typed =
    rhythm === '' ? sentence : withoutOrdinal(without(sentence, rhythms.toReversed()), vocabulary);
  const words = typed.split(/\s+/).filter(Boolean).slice(0, mostWords);
  const parts = partsIn(words, vocabulary);
  const none: ScheduleIn = { what: sentence, when: null, zone: null, words: '', isRepeated: false };
  const last = parts.at(-1);
  if (last === undefined) return none;
  const whole = parts.filter(({ when }) => isWhole(when));
  const used = whole.length === 1 && !isHourBehind(whole[0]!, last, words) ? whole : parts;
  const text = used.map(({ from, to }) => words.slice(from, to).join(' ')).join(' ');
  const when =
    rhythm !== '' || isOtherRhythm(typed, vocabulary) ? 'other-rhythm' : parseWhen(text, vocabulary);
  const areSeveral =
    when !== null && typeof when === 'object' && when.areDaysNamed && when.weekdays.length > 1;
  const isRepeated =
    when === 'other-rhythm' ||
    areSeveral ||
    used.some(({ to }) => isOfDigest(words, to, vocabulary)) ||
    isWithin(plainWord(text), vocabulary.schedule.repeated);
  const { to } = used.at(-1)!;
  // `At 8` at the end is every day; within a sentence it is part of something else.
  const isSchedule =
    when !== null &&
    (isWhole(when) ||
      (isTimed(when) && (isRepeated || to === words.length)) ||
      (isRepeated && isAsideOfNews(used, words, vocabulary)));
  if (!isSchedule) return none;
  const zone = to < words.length ? zoneIn(words.slice(to), vocabulary) : null;
  const end = zone === null ? to : words.length;
  const isUsed = (at: number) => used.some(part => at >= part.from && at < part.to);
  const left = words.flatMap((word, at) => {
    if (isUsed(at) || (zone !== null && at >= to)) return [];
    // What is parted by the schedule and a comma behind it stays apart.
    const behind = used.find(part => part.from === at + 1);
    return [behind !== undefined && /[,;]$/.test(words[behind.to - 1]!) ? `${word},` : word];
  });
  return {
    what: left.join(' ').replace(/^[,;:\s]{1,9}|(?<![,;:\s])[,;:\s]{1,9}$/g, ''),
    when,
    zone,
    words: [rhythm, text, ...words.slice(to, end)].join(' ').trim(),
    isRepeated,
  };
}

/** A text without what was found in it, the last first. */
function without(text: string, found: readonly RegExpExecArray[]): string {
  return found.reduce(
    (rest, { index, 0: words }) => rest.slice(0, index) + rest.slice(index + words.length),
    text,
  );
}

/** `On the first Monday` as `Monday`. */
function withoutOrdinal(typed: string, { schedule }: Vocabulary): string {
  const found = schedule.ordinal.exec(plainWord(typed));
  return found === null ? typed : without(typed, [found]);
}

/** `A Sunday evening digest at 7`: the hour at the end is that of the part of the day. */
function isHourBehind({ from, to }: Part, last: Part, words: readonly string[]): boolean {
  return (
    last.from >= to &&
    last.to === words.length &&
    isTimed(last.when) &&
    !isWhole(last.when) &&
    !/\d/.test(words.slice(from, to).join(' '))
  );
}

/**
 * Whether days without a time stand by themselves, `news on Velmora every Monday`, `daily news`: in `the Daily Mail` they
 * are part of a name.
 */
function isAsideOfNews(parts: readonly Part[], words: readonly string[], { requests }: Vocabulary): boolean {
  const [{ from, to }] = parts as [Part];
  const next = plainWord(words[to] ?? '').replace(/[,:;]$/, '');
  const isBeforeNews = requests.news.includes(next) || requests.digests.has(next);
  return isBeforeNews || to === words.length || (from === 0 && to > 1 && !/^\p{Lu}/u.test(words[to]!));
}

/** Whether times are named, or that it comes at once. */
export function isTimed(when: NonNullable<ScheduleIn['when']>): boolean {
  return typeof when === 'string' || when.atOnce || when.times.length > 0;
}

/** Whether days are named, and when on them. */
function isWhole(when: NonNullable<ScheduleIn['when']>): boolean {
  return typeof when === 'string' || when.atOnce || (when.areDaysNamed && when.times.length > 0);
}

/** The time zone that words behind a schedule name as one, `Kyiv time`, `in Berlin`: a place alone may be what is asked for. */
function zoneIn(words: readonly string[], vocabulary: Vocabulary): string | null {
  const plain = plainWord(words.join(' '));
  const { before, after } = vocabulary.place;
  const isNamed =
    before.some(each => plain.startsWith(`${each} `)) ||
    after.some(each => plain.endsWith(` ${each}`)) ||
    /^(?:\p{Lu}{2,5}|(?:UTC|GMT)\s?[+-]\d.*)$/u.test(words.join(' '));
  if (!isNamed || words.length > mostZoneWords) return null;
  const { sure, choices } = findZones(words.join(' '), vocabulary);
  return sure ? choices[0]!.zone : null;
}
