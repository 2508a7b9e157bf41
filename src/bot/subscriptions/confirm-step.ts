import { DateTime } from 'luxon';
import type { Line } from '../../answers/page/page.ts';
import { composeDigest } from '../../digests/composer.ts';
import { nextRun } from '../../digests/schedule.ts';
import type { Desk } from '../core/context.ts';
import { choice, type Step } from '../wizard/wizard.ts';
import { chosenIn, type Draft, labels, scheduleOf } from './draft.ts';
import { momentWords, scheduleLine } from './schedule-lines.ts';

/** A preview to confirm; the time zone may be changed from here. */
export function confirmStep(): Step<Draft> {
  return {
    name: 'confirm',
    ask: async (draft, desk) => {
      const preview = await composeDigest(
        desk.library,
        { ...chosenIn(draft), length: 'headlines', deliveredUpTo: null, since: null },
        { now: desk.clock.now(), preview: true, stories: 3 },
      );
      return {
        blocks: [
          { kind: 'heading', line: [{ messageKey: 'subscribe-check' }] },
          { kind: 'list', items: [...draftLines(draft, desk), clockLine(draft, desk)] },
          ...(preview.pages[0]?.blocks ?? []),
        ],
        buttons: [
          [choice([{ messageKey: 'subscribe-confirm' }], 'yes')],
          [choice([{ messageKey: 'subscribe-confirm-now' }], 'now')],
          [
            choice([{ messageKey: 'subscribe-other-zone' }], 'zone'),
            choice([{ messageKey: 'subscribe-other-time' }], 'when'),
          ],
        ],
      };
    },
    take: async (answer, draft) => {
      if (answer.kind === 'typed' && /^(yes|ok|так|да)$/i.test(answer.text)) return { go: 'on', draft };
      if (answer.kind !== 'chosen')
        return { go: 'stay', draft, note: [{ messageKey: 'subscribe-confirm-wrong' }] };
      if (answer.value === 'zone') return { go: 'to', step: 'zone', draft };
      if (answer.value === 'when') return { go: 'to', step: 'when', draft };
      return { go: 'on', draft: { ...draft, now: answer.value === 'now' } };
    },
  };
}

function draftLines(draft: Draft, desk: Desk): Line[] {
  const what = labels(draft);
  const { channel, choices } = draft;
  const { locale } = desk.messages;
  return [
    ...(channel ? [[{ messageKey: 'for-channel', args: { title: channel.title } }]] : []),
    what.length === 0
      ? [{ messageKey: 'about-everything' }]
      : [{ messageKey: 'about-these', args: { what: what.join(', ') } }],
    ...(choices.without.length > 0
      ? [[{ messageKey: 'without-these', args: { words: choices.without.join(', ') } }]]
      : []),
    ...(choices.withoutSources.length > 0
      ? [[{ messageKey: 'without-sources', args: { sources: choices.withoutSources.join(', ') } }]]
      : []),
    scheduleLine(scheduleOf(draft), locale),
    firstLine(draft, desk),
  ];
}

function firstLine(draft: Draft, { clock, messages }: Desk): Line {
  if (draft.choices.atOnce) return [{ messageKey: 'first-when-it-happens' }];
  const first = nextRun(scheduleOf(draft), clock.now());
  return [
    { messageKey: 'first-digest', args: { first: momentWords(first, draft.choices.zone, messages.locale) } },
  ];
}

/** What the clock of that zone shows: who lives elsewhere sees it at once. */
function clockLine({ choices: { zone } }: Draft, { clock }: Desk): Line {
  const time = DateTime.fromMillis(clock.now(), { zone }).toFormat('HH:mm');
  return [{ messageKey: 'your-clock', args: { time, zone } }];
}
