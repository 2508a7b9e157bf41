import type { DateDoubt, DoubtedDates } from '../../ingest/date-doubts.ts';
import { dayText } from '../../rendering/days.ts';
import type { Messages } from '../../rendering/messages.ts';
import type { Refusal, RefusalCode } from '../../system/refusal.ts';

/** The message that says each reason. */
const messageKeys: Readonly<Record<RefusalCode, string>> = {
  empty: 'refusal-empty',
  'no-article': 'refusal-no-article',
  'not-text': 'refusal-not-text',
  'not-an-object': 'refusal-not-an-object',
  'not-json': 'refusal-not-json',
  'wrong-field': 'refusal-wrong-field',
  'too-long': 'refusal-too-long',
  'too-slow': 'refusal-too-slow',
  'too-large': 'refusal-too-large',
  failed: 'refusal-failed',
  'other-text': 'refusal-other-text',
  unfit: 'refusal-unfit',
  'other-kind': 'refusal-other-kind',
  'leads-out': 'refusal-leads-out',
  unreadable: 'refusal-unreadable',
};

/**
 * Why something was refused, in the reader's language, followed by what only a program says. A reason whose code is not
 * known, as one written by another program, stays as it is.
 */
export function refusalInWords(
  { reason, code, detail }: Pick<Refusal, 'reason' | 'detail'> & { code: RefusalCode | null },
  messages: Messages,
): string {
  const key = code !== null && Object.hasOwn(messageKeys, code) ? messageKeys[code] : undefined;
  if (key === undefined) return reason;
  return detail === undefined ? messages.say(key) : `${messages.say(key)}: ${detail}`;
}

/** The message that says each reservation about dates. */
const doubtKeys: Readonly<Record<DateDoubt['kind'], string>> = {
  empty: 'date-doubt-empty',
  unknown: 'date-doubt-unknown',
  'no-day': 'date-doubt-no-day',
  'other-form': 'date-doubt-other-form',
  ahead: 'date-doubt-ahead',
};

/** UTF-16 code units of a date as it was given: enough to find it by. */
const longestDate = 60;

/** With which reservation dates were taken, in the reader's language. */
export function doubtInWords({ count, id, first }: DoubtedDates, messages: Messages): string {
  const { kind, value, day } = first;
  const given = kind === 'ahead' ? value.slice(0, 10) : value.slice(0, longestDate);
  return messages.say(doubtKeys[kind], {
    count,
    id,
    value: given,
    day: day === undefined ? '' : dayText(day, messages.locale),
  });
}
