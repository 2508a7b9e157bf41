import { rows } from '../../answers/page/builders.ts';
import { choice, type Step } from '../wizard/wizard.ts';
import type { Draft } from './draft.ts';
import { parseHours } from './when.ts';

/** Between which hours nothing is sent. */
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
    take: async (answer, draft) => {
      const words = answer.kind === 'typed' ? answer.text : answer.kind === 'chosen' ? answer.value : '';
      const none = /^(none|no|never|ні|нет|немає)$/i.test(words);
      const quiet = none ? null : parseHours(words);
      if (!none && !quiet) return { go: 'stay', draft, note: [{ messageKey: 'change-quiet-wrong' }] };
      return { go: 'on', draft: { ...draft, choices: { ...draft.choices, quiet } } };
    },
  };
}
