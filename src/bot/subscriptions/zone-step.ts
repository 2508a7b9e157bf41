import { DateTime } from 'luxon';
import { rows } from '../../answers/page/builders.ts';
import { findZones, zoneAt } from '../../digests/zones.ts';
import { choice, type Step } from '../wizard/wizard.ts';
import type { Draft } from './draft.ts';

/** In which time zone: by a city, an offset or where somebody is. */
export function zoneStep({ aside }: { aside: boolean }): Step<Draft> {
  return {
    name: 'zone',
    aside,
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
    take: async (answer, draft) => {
      const on = (zone: string) => ({
        go: 'on' as const,
        draft: { ...draft, choices: { ...draft.choices, zone }, zones: [] },
      });
      if (answer.kind === 'chosen') return on(answer.value.slice(1));
      if (answer.kind === 'place') return on(zoneAt(answer));
      if (answer.kind !== 'typed')
        return { go: 'stay', draft, note: [{ messageKey: 'guide-words-or-buttons' }] };
      const { sure, choices } = findZones(answer.text, draft.language);
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
