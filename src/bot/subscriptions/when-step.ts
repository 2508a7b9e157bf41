import { rows } from '../../answers/page/builders.ts';
import { choice, type Step } from '../wizard/wizard.ts';
import { type Draft, everyDay, usualAtOnce, usualQuiet } from './draft.ts';
import { parseWhen, timesEvery, type When } from './when.ts';

const offered: (When & { messageKey: string; value: string })[] = [
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

/** On which days, and at what times; or at once. */
export function whenStep(): Step<Draft> {
  return {
    name: 'when',
    ask: async () => ({
      blocks: [
        { kind: 'heading', line: [{ messageKey: 'subscribe-when' }] },
        { kind: 'text', line: [{ messageKey: 'subscribe-when-hint' }] },
      ],
      buttons: rows(
        offered.map(({ messageKey, times, value }) =>
          choice([{ messageKey, args: { time: times.join(' + ') } }], value),
        ),
        2,
      ),
    }),
    take: async (answer, draft) => {
      if (answer.kind === 'chosen') {
        const when = offered.find(({ value }) => value === answer.value);
        return when ? { go: 'on', draft: withWhen(when, draft) } : { go: 'stay', draft };
      }
      const when = answer.kind === 'typed' ? parseWhen(answer.text) : null;
      if (!when) return { go: 'stay', draft, note: [{ messageKey: 'subscribe-when-wrong' }] };
      if (when.times.length === 0 && !when.atOnce)
        return { go: 'stay', draft, note: [{ messageKey: 'subscribe-when-no-time' }] };
      return { go: 'on', draft: withWhen(when, draft) };
    },
  };
}

/** Nobody who has not said so is woken: what comes round the clock gets quiet hours. */
function withWhen({ weekdays, times, atOnce }: When, draft: Draft): Draft {
  const { choices } = draft;
  const roundTheClock = atOnce || times.length > 4;
  return {
    ...draft,
    choices: {
      ...choices,
      weekdays,
      times: atOnce ? choices.times : times,
      atOnce: atOnce ? (choices.atOnce ?? usualAtOnce) : null,
      quiet: choices.quiet ?? (roundTheClock && draft.id === null ? usualQuiet : null),
    },
  };
}
