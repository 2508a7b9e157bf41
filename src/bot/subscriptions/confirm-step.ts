import { DateTime } from 'luxon';
import type { Line } from '../../answers/page/page.ts';
import { composeDigest } from '../../digests/composer.ts';
import { nextRun } from '../../digests/schedule.ts';
import { findZones } from '../../digests/zones.ts';
import type { Services } from '../core/context.ts';
import { isWord } from '../core/dialog-words.ts';
import { choice, type Step } from '../wizard/wizard.ts';
import { choicesOfDraft, type Draft, labels, scheduleOfDraft, withoutLine } from './draft.ts';
import { momentIn, scheduleLine } from './schedule-lines.ts';
import { withTypedTime } from './schedule-steps.ts';

/** A preview to confirm; the time zone may be changed from here. */
export function confirmStep(): Step<Draft> {
  return {
    name: 'confirm',
    ask: async (draft, services) => {
      const preview = await composeDigest(
        services.library,
        { ...choicesOfDraft(draft), length: 'headlines', deliveredUpTo: null, since: null },
        { now: services.clock.now(), preview: true, stories: 3 },
      );
      return {
        blocks: [
          { kind: 'heading', line: [{ messageKey: 'subscribe-check' }] },
          { kind: 'list', items: [...draftLines(draft, services), zoneLine(draft, services)] },
          ...(preview.pages[0]?.blocks ?? []),
        ],
        buttons: [
          [choice([{ messageKey: 'subscribe-confirm' }], 'yes')],
          [choice([{ messageKey: 'subscribe-confirm-now' }], 'now')],
          [
            choice([{ messageKey: 'subscribe-other-zone' }], 'zone'),
            choice([{ messageKey: 'subscribe-other-time' }], 'when'),
          ],
          [choice([{ messageKey: 'subscribe-other-what' }], 'what')],
        ],
      };
    },
    handle: async (answer, draft, ctx) => {
      if (answer.kind === 'typed' && isWord('yes', answer.text, ctx.services)) return { go: 'next', draft };
      if (answer.kind === 'typed') {
        const { vocabulary } = ctx.services.languages;
        const changed = withTypedTime(answer.text, draft, vocabulary);
        if (changed) return { go: 'stay', draft: changed };
        // A place that is misspelt, or one of several.
        const zones = findZones(answer.text, vocabulary).choices;
        if (zones.length > 0) return { go: 'to', step: 'zone', draft: { ...draft, zones } };
      }
      if (answer.kind !== 'chosen')
        return { go: 'stay', draft, note: [{ messageKey: 'subscribe-confirm-wrong' }] };
      if (answer.value === 'zone') return { go: 'to', step: 'zone', draft };
      if (answer.value === 'when') return { go: 'to', step: 'when', draft };
      if (answer.value === 'what') return { go: 'to', step: 'what', draft };
      return { go: 'next', draft: { ...draft, now: answer.value === 'now' } };
    },
  };
}

function draftLines(draft: Draft, services: Services): Line[] {
  const what = labels(draft, services);
  const { channel, choices } = draft;
  const { locale } = services.messages;
  return [
    ...(channel ? [[{ messageKey: 'for-channel', args: { title: channel.title } }]] : []),
    what.length === 0
      ? [{ messageKey: 'about-everything' }]
      : [{ messageKey: 'about-these', args: { what: what.join(', ') } }],
    ...withoutLine(draft),
    ...(choices.withoutSources.length > 0
      ? [[{ messageKey: 'without-sources', args: { sources: choices.withoutSources.join(', ') } }]]
      : []),
    [{ messageKey: 'schedule-label' }, { text: ' ' }, ...scheduleLine(scheduleOfDraft(draft), locale)],
    firstLine(draft, services),
  ];
}

function firstLine(draft: Draft, { clock, messages }: Services): Line {
  if (draft.choices.atOnce) return [{ messageKey: 'first-when-it-happens' }];
  const first = nextRun(scheduleOfDraft(draft), clock.now());
  return [
    { messageKey: 'first-digest', args: { first: momentIn(draft.choices.zone, first, messages.locale) } },
  ];
}

/** The time in that zone, which shows at once whether it is the right one. */
function zoneLine({ choices: { zone } }: Draft, { clock }: Services): Line {
  const time = DateTime.fromMillis(clock.now(), { zone }).toFormat('HH:mm');
  return [{ messageKey: 'your-clock', args: { time, zone } }];
}
