import { rows } from '../answers/simple.ts';
import { findZones } from '../digests/zones.ts';
import { choice, type Step } from './guide.ts';
import { type Draft, everyDay } from './subscribe-draft.ts';
import { parseWhen } from './when.ts';

const offeredTimes: { weekdays: number[]; time: string; say: string; value: string }[] = [
  { weekdays: everyDay, time: '08:00', say: 'every-day-at-short', value: 'd0800' },
  { weekdays: everyDay, time: '19:00', say: 'every-day-at-short', value: 'd1900' },
  { weekdays: [1, 2, 3, 4, 5], time: '08:00', say: 'weekdays-at-short', value: 'w0800' },
  { weekdays: [6, 7], time: '10:00', say: 'weekends-at-short', value: 'e1000' },
];

/** On which days, and at what time. */
export function whenStep(): Step<Draft> {
  return {
    ask: async () => ({
      blocks: [
        { kind: 'heading', line: [{ say: 'subscribe-when' }] },
        { kind: 'text', line: [{ say: 'subscribe-when-hint' }] },
      ],
      buttons: rows(
        offeredTimes.map(({ say, time, value }) => choice([{ say, args: { time } }], value)),
        2,
      ),
    }),
    take: async (answer, draft) => {
      if (answer.kind === 'chosen') {
        const offered = offeredTimes.find(({ value }) => value === answer.value);
        return offered
          ? { go: 'on', draft: { ...draft, weekdays: offered.weekdays, time: offered.time } }
          : { go: 'stay', draft };
      }
      const when = answer.kind === 'typed' ? parseWhen(answer.text) : null;
      if (!when) return { go: 'stay', draft, note: [{ say: 'subscribe-when-wrong' }] };
      if (when.time === null) return { go: 'stay', draft, note: [{ say: 'subscribe-when-no-time' }] };
      return { go: 'on', draft: { ...draft, weekdays: when.weekdays, time: when.time } };
    },
  };
}

/** In which time zone. */
export function zoneStep(): Step<Draft> {
  return {
    ask: async (draft, { zone }) => {
      const offers = draft.zones.length > 0 ? draft.zones : [{ zone, label: zone }];
      return {
        blocks: [
          { kind: 'heading', line: [{ say: 'subscribe-zone' }] },
          { kind: 'text', line: [{ say: 'subscribe-zone-hint' }] },
        ],
        buttons: rows(
          offers.map(offer => choice([{ text: offer.label }], `z${offer.zone}`)),
          1,
        ),
      };
    },
    take: async (answer, draft) => {
      if (answer.kind === 'chosen')
        return { go: 'on', draft: { ...draft, zone: answer.value.slice(1), zones: [] } };
      if (answer.kind === 'other') return { go: 'stay', draft, note: [{ say: 'guide-words-or-buttons' }] };
      const { sure, choices } = findZones(answer.text, draft.language);
      if (sure && choices[0]) return { go: 'on', draft: { ...draft, zone: choices[0].zone, zones: [] } };
      const say = choices.length > 0 ? 'subscribe-zone-which' : 'subscribe-zone-wrong';
      return {
        go: 'stay',
        draft: { ...draft, zones: choices },
        note: [{ say, args: { words: answer.text } }],
      };
    },
  };
}
