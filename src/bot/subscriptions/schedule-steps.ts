import { isDeepStrictEqual } from 'node:util';
import { DateTime } from 'luxon';
import { rows } from '../../answers/page/builders.ts';
import { findZones, zoneAt } from '../../digests/zones.ts';
import type { Vocabulary } from '../../languages/vocabulary.ts';
import { isWord } from '../core/dialog-words.ts';
import { choice, type Step } from '../wizard/wizard.ts';
import {
  type Draft,
  defaultAtOnceLimit,
  defaultQuietHours,
  everyDay,
  isRoundTheClock,
  scheduleOfDraft,
} from './draft.ts';
import { dayNames, scheduleLine } from './schedule-lines.ts';
import { parseHours, parseWhen, timesEvery, type When } from './when.ts';

/** Of a schedule with a time zone. */
const mostScheduleWords = 20;

const presets: (Omit<When, 'areDaysNamed'> & { messageKey: string; value: string })[] = [
  { weekdays: everyDay, times: ['08:00'], atOnce: false, messageKey: 'every-day-at-short', value: 'd0800' },
  { weekdays: everyDay, times: ['19:00'], atOnce: false, messageKey: 'every-day-at-short', value: 'd1900' },
  {
    weekdays: [1, 2, 3, 4, 5],
    times: ['08:00'],
    atOnce: false,
    messageKey: 'weekdays-at-short',
    value: 'w0800',
  },
  { weekdays: [6, 7], times: ['10:00'], atOnce: false, messageKey: 'weekends-at-short', value: 'e1000' },
  {
    weekdays: everyDay,
    times: ['08:00', '19:00'],
    atOnce: false,
    messageKey: 'twice-a-day-short',
    value: 'd2',
  },
  { weekdays: everyDay, times: timesEvery(3), atOnce: false, messageKey: 'every-3-hours-short', value: 'h3' },
  { weekdays: everyDay, times: [], atOnce: true, messageKey: 'at-once-short', value: 'now' },
];

/** Days and times; or at once. */
export function whenStep(): Step<Draft> {
  return {
    name: 'when',
    ask: async (draft, { messages }) => ({
      blocks: [
        { kind: 'heading', line: [{ messageKey: 'subscribe-when' }] },
        { kind: 'text', line: [{ messageKey: 'subscribe-when-hint' }] },
      ],
      buttons: [
        ...(draft.hasSchedule
          ? [[choice([{ text: '✓ ' }, ...scheduleLine(scheduleOfDraft(draft), messages.locale)], 'keep')]]
          : []),
        ...rows(
          presets.map(({ messageKey, times, value }) =>
            choice([{ messageKey, args: { time: times.join(' + ') } }], value),
          ),
          2,
        ),
      ],
    }),
    handle: async (answer, draft, { services: { languages, messages } }) => {
      if (answer.kind === 'chosen') {
        if (answer.value === 'keep') return { go: 'next', draft };
        const when = presets.find(({ value }) => value === answer.value);
        return when ? { go: 'next', draft: withWhen(when, draft) } : { go: 'stay', draft };
      }
      const { when, zone } = answer.kind === 'typed' ? whenIn(answer.text, languages.vocabulary) : nothing;
      if (!when) return { go: 'stay', draft, note: [{ messageKey: 'subscribe-when-wrong' }] };
      if (when === 'mixed') return { go: 'stay', draft, note: [{ messageKey: 'subscribe-when-mixed' }] };
      const placed = withZone(zone, draft);
      if (when.times.length === 0 && !when.atOnce) {
        const days = dayNames(when.weekdays, messages.locale);
        const note = [{ messageKey: 'subscribe-when-no-time', args: { days } }];
        return { go: 'stay', draft: { ...placed, weekdays: when.weekdays }, note };
      }
      // A time alone completes days that were typed without one.
      const weekdays = (when.areDaysNamed ? null : draft.weekdays) ?? when.weekdays;
      return { go: 'next', draft: withWhen({ ...when, weekdays }, placed) };
    },
  };
}

const nothing = { when: null, zone: null };

/** A schedule, and the time zone that may be typed after it: `8 am Kyiv time`. */
function whenIn(
  typed: string,
  vocabulary: Vocabulary,
): { when: ReturnType<typeof parseWhen>; zone: string | null } {
  const when = parseWhen(typed, vocabulary);
  if (when !== null) return { when, zone: null };
  const words = typed.trim().split(/\s+/).slice(0, mostScheduleWords);
  for (let at = 1; at < words.length; at += 1) {
    const { sure, choices } = findZones(words.slice(at).join(' '), vocabulary);
    const before = sure ? parseWhen(words.slice(0, at).join(' '), vocabulary) : null;
    if (before !== null) return { when: before, zone: choices[0]!.zone };
  }
  return nothing;
}

/**
 * What is typed with a schedule at its end, `sanctions, every day at 8`, in its two parts. A number alone is none: it
 * may belong to a name.
 */
export function withSchedule(
  typed: string,
  vocabulary: Vocabulary,
): { what: string; when: When | 'mixed' | null } {
  const words = typed.split(/\s+/).filter(Boolean);
  const first = Math.max(0, words.length - mostScheduleWords);
  for (let at = first; at < words.length; at += 1) {
    const when = parseWhen(words.slice(at).join(' '), vocabulary);
    if (when === null) continue;
    const isTimed =
      when === 'mixed' ||
      when.atOnce ||
      (when.times.length > 0 && (when.areDaysNamed || at < words.length - 1));
    if (!isTimed) continue;
    const what = words.slice(0, at).join(' ');
    return { what: what.replace(/[,;:\s]{1,9}$/, ''), when };
  }
  return { what: typed, when: null };
}

/** A draft with the schedule or the time zone that is typed, or null if it is neither. */
export function withTypedTime(typed: string, draft: Draft, vocabulary: Vocabulary): Draft | null {
  const { when, zone } = whenIn(typed, vocabulary);
  if (when !== null && when !== 'mixed' && (when.times.length > 0 || when.atOnce)) {
    const weekdays = when.areDaysNamed || when.atOnce ? when.weekdays : draft.choices.weekdays;
    return withZone(zone, withWhen({ ...when, weekdays }, draft));
  }
  const { sure, choices } = findZones(typed, vocabulary);
  return sure ? withZone(choices[0]!.zone, draft) : null;
}

function withZone(zone: string | null, draft: Draft): Draft {
  return zone === null ? draft : { ...draft, choices: { ...draft.choices, zone } };
}

/**
 * What is sent around the clock gets quiet hours, so that it wakes only those who chose to be; they go again with the
 * schedule that they came with.
 */
export function withWhen({ weekdays, times, atOnce }: Omit<When, 'areDaysNamed'>, draft: Draft): Draft {
  const { choices } = draft;
  const schedule = {
    weekdays,
    times: atOnce ? choices.times : times,
    atOnce: atOnce ? (choices.atOnce ?? defaultAtOnceLimit) : null,
  };
  const needsQuiet = draft.id === null && isRoundTheClock(schedule);
  const cameBefore = draft.id === null && draft.hasSchedule && isRoundTheClock(choices);
  const own = cameBefore && isDeepStrictEqual(choices.quiet, defaultQuietHours) ? null : choices.quiet;
  const quiet = own ?? (needsQuiet ? defaultQuietHours : null);
  return { ...draft, choices: { ...choices, ...schedule, quiet }, hasSchedule: true, weekdays: null };
}

/** The time zone: by a city, an offset or a shared location. */
export function zoneStep({ aside }: { aside: boolean }): Step<Draft> {
  return {
    name: 'zone',
    optional: aside,
    keyboard: 'place',
    ask: async ({ zones, choices }, { clock }) => {
      const offers = zones.length > 0 ? zones : [{ zone: choices.zone, label: choices.zone }];
      return {
        blocks: [
          { kind: 'heading', line: [{ messageKey: 'subscribe-zone' }] },
          { kind: 'text', line: [{ messageKey: 'subscribe-zone-hint' }] },
        ],
        buttons: rows(
          offers.map(({ zone, label }) =>
            choice(
              [{ text: `${label} · ${DateTime.fromMillis(clock.now(), { zone }).toFormat('HH:mm')}` }],
              `z${zone}`,
            ),
          ),
          1,
        ),
      };
    },
    handle: async (answer, draft, { services: { languages } }) => {
      const on = (zone: string) => ({
        go: 'next' as const,
        draft: { ...draft, choices: { ...draft.choices, zone }, zones: [] },
      });
      if (answer.kind === 'chosen') return on(answer.value.slice(1));
      if (answer.kind === 'place') return on(zoneAt(answer));
      if (answer.kind !== 'typed')
        return { go: 'stay', draft, note: [{ messageKey: 'wizard-text-or-buttons' }] };
      const { sure, choices } = findZones(answer.text, languages.vocabulary);
      if (sure && choices[0]) return on(choices[0].zone);
      const messageKey = choices.length > 0 ? 'subscribe-zone-which' : 'subscribe-zone-wrong';
      return {
        go: 'stay',
        draft: { ...draft, zones: choices },
        note: [{ messageKey, args: { words: answer.text } }],
      };
    },
  };
}

/** The hours in which nothing is sent. */
export function quietStep(): Step<Draft> {
  const offered = [
    { from: '22:00', to: '07:00' },
    { from: '23:00', to: '08:00' },
    { from: '20:00', to: '09:00' },
  ];
  return {
    ask: async () => ({
      blocks: [
        { kind: 'heading', line: [{ messageKey: 'change-quiet' }] },
        { kind: 'text', line: [{ messageKey: 'change-quiet-hint' }] },
      ],
      buttons: [
        ...rows(
          offered.map(quiet => choice([{ text: `${quiet.from}–${quiet.to}` }], `${quiet.from}-${quiet.to}`)),
          3,
        ),
        [choice([{ messageKey: 'change-quiet-none' }], 'none')],
      ],
    }),
    handle: async (answer, draft, { services }) => {
      const words = answer.kind === 'typed' ? answer.text : answer.kind === 'chosen' ? answer.value : '';
      const none = isWord('no', words, services);
      const quiet = none ? null : parseHours(words, services.languages.vocabulary);
      if (!none && !quiet) return { go: 'stay', draft, note: [{ messageKey: 'change-quiet-wrong' }] };
      return { go: 'next', draft: { ...draft, choices: { ...draft.choices, quiet } } };
    },
  };
}
