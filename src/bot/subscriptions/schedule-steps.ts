import { isDeepStrictEqual } from 'node:util';
import { DateTime } from 'luxon';
import { rows } from '../../answers/page/builders.ts';
import type { Line } from '../../answers/page/page.ts';
import { findZones, zoneAt } from '../../digests/zones.ts';
import type { Vocabulary } from '../../languages/vocabulary.ts';
import type { Messages } from '../../rendering/messages.ts';
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
import { isOtherRhythm, whenIn } from './schedule-in.ts';
import { dayNames, scheduleLine } from './schedule-lines.ts';
import { parseHours, timesEvery, type When } from './when.ts';

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

const mixedNote: Line = [{ messageKey: 'subscribe-when-mixed' }];
const wrongNote: Line = [{ messageKey: 'subscribe-when-wrong' }];
/** What is said of a schedule that names no days of the week. */
const otherRhythmNote: Line = [{ messageKey: 'subscribe-when-other' }];

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
      const typed = answer.kind === 'typed' ? answer.text : '';
      const { when, zone } = whenIn(typed, languages.vocabulary);
      if (!when) {
        const isOther = isOtherRhythm(typed, languages.vocabulary);
        return { go: 'stay', draft, note: isOther ? otherRhythmNote : wrongNote };
      }
      if (when === 'mixed') return { go: 'stay', draft, note: mixedNote };
      const placed = withZone(zone, draft);
      if (isWithoutTime(when))
        return { go: 'stay', draft: withWhen(when, placed), note: noteOnSchedule(when, placed, messages)! };
      // A time alone completes days that were typed without one.
      const weekdays = (when.areDaysNamed ? null : draft.weekdays) ?? when.weekdays;
      return { go: 'next', draft: withWhen({ ...when, weekdays }, placed) };
    },
  };
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

export function withZone(zone: string | null, draft: Draft): Draft {
  return zone === null ? draft : { ...draft, choices: { ...draft.choices, zone } };
}

/** Days alone, which a time completes later. */
function isWithoutTime({ times, atOnce }: Pick<When, 'times' | 'atOnce'>): boolean {
  return times.length === 0 && !atOnce;
}

/**
 * What is sent around the clock gets quiet hours, so that it wakes only those who chose to be; they go again with the
 * schedule that they came with.
 */
export function withWhen({ weekdays, times, atOnce }: Omit<When, 'areDaysNamed'>, draft: Draft): Draft {
  if (isWithoutTime({ times, atOnce })) return { ...draft, weekdays };
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

/** What is said of a schedule that was typed: that it was taken, or what it lacks. */
export function noteOnSchedule(
  when: When | 'mixed' | 'other-rhythm' | null,
  draft: Draft,
  { locale }: Messages,
): Line | undefined {
  if (when === null) return undefined;
  if (when === 'mixed') return mixedNote;
  if (when === 'other-rhythm') return otherRhythmNote;
  if (isWithoutTime(when))
    return [{ messageKey: 'subscribe-when-no-time', args: { days: dayNames(when.weekdays, locale) } }];
  return [{ messageKey: 'schedule-label' }, { text: ' ' }, ...scheduleLine(scheduleOfDraft(draft), locale)];
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
