import { DateTime } from 'luxon';
import { rows } from '../../answers/page/builders.ts';
import { findZones, zoneAt } from '../../digests/zones.ts';
import { isWord } from '../core/dialog-words.ts';
import { choice, type Step } from '../wizard/wizard.ts';
import { type Draft, defaultAtOnceLimit, defaultQuietHours, everyDay, isRoundTheClock } from './draft.ts';
import { parseHours, parseWhen, timesEvery, type When } from './when.ts';

const presets: (When & { messageKey: string; value: string })[] = [
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
    ask: async () => ({
      blocks: [
        { kind: 'heading', line: [{ messageKey: 'subscribe-when' }] },
        { kind: 'text', line: [{ messageKey: 'subscribe-when-hint' }] },
      ],
      buttons: rows(
        presets.map(({ messageKey, times, value }) =>
          choice([{ messageKey, args: { time: times.join(' + ') } }], value),
        ),
        2,
      ),
    }),
    handle: async (answer, draft, { services: { languages } }) => {
      if (answer.kind === 'chosen') {
        const when = presets.find(({ value }) => value === answer.value);
        return when ? { go: 'next', draft: withWhen(when, draft) } : { go: 'stay', draft };
      }
      const when = answer.kind === 'typed' ? parseWhen(answer.text, languages.vocabulary) : null;
      if (!when) return { go: 'stay', draft, note: [{ messageKey: 'subscribe-when-wrong' }] };
      if (when.times.length === 0 && !when.atOnce)
        return { go: 'stay', draft, note: [{ messageKey: 'subscribe-when-no-time' }] };
      return { go: 'next', draft: withWhen(when, draft) };
    },
  };
}

/** What is sent around the clock gets quiet hours, so that it wakes only those who chose to be. */
function withWhen({ weekdays, times, atOnce }: When, draft: Draft): Draft {
  const { choices } = draft;
  const schedule = {
    weekdays,
    times: atOnce ? choices.times : times,
    atOnce: atOnce ? (choices.atOnce ?? defaultAtOnceLimit) : null,
  };
  const needsQuiet = draft.id === null && isRoundTheClock(schedule);
  const quiet = choices.quiet ?? (needsQuiet ? defaultQuietHours : null);
  return { ...draft, choices: { ...choices, ...schedule, quiet } };
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
