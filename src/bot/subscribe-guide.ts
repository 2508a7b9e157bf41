import type { Button, Line, Page } from '../answers/page.ts';
import { composeDigest, everything } from '../digests/composer.ts';
import { nextStrike } from '../digests/schedule.ts';
import { type BotContext, type Desk, inGroup, topicOf } from './context.ts';
import { choice, type Guide, type Step } from './guide.ts';
import { momentWords, scheduleLine } from './schedule-lines.ts';
import { type Draft, everyDay, labels, scheduleOf } from './subscribe-draft.ts';
import { whatStep } from './subscribe-what.ts';
import { whenStep, zoneStep } from './subscribe-when.ts';

/** Topics and people, then days and time, then the time zone, then a preview to confirm. */
export const subscribeGuide: Guide<Draft> = {
  name: 'subscribe',
  begin: ctx => ({
    topics: [],
    people: [],
    offered: [],
    weekdays: everyDay,
    time: '08:00',
    zone: null,
    zones: [],
    threadId: topicOf(ctx) ?? null,
    ...(ctx.from?.language_code && { language: ctx.from.language_code }),
  }),
  steps: [whatStep(), whenStep(), zoneStep(), confirmStep()],
  finish,
};

function confirmStep(): Step<Draft> {
  return {
    ask: async (draft, desk) => {
      const first = nextStrike(scheduleOf(draft), desk.clock.now());
      const preview = await composeDigest(
        desk.library,
        {
          ...everything(scheduleOf(draft).zone),
          topics: draft.topics.map(({ id }) => id),
          people: draft.people.map(({ id }) => id),
        },
        { now: desk.clock.now(), preview: true, stories: 2 },
      );
      const confirm: Button = choice([{ say: 'subscribe-confirm' }], 'yes');
      return {
        blocks: [
          { kind: 'heading', line: [{ say: 'subscribe-check' }] },
          {
            kind: 'list',
            items: [
              whatLine(draft),
              scheduleLine(scheduleOf(draft), desk.messages.locale),
              firstLine(draft, first, desk),
            ],
          },
          ...(preview.pages[0]?.blocks ?? []),
        ],
        buttons: [[confirm]],
      };
    },
    take: async (answer, draft) =>
      answer.kind === 'chosen' || (answer.kind === 'typed' && /^(yes|ok|так|да)$/i.test(answer.text))
        ? { go: 'on', draft }
        : { go: 'stay', draft, note: [{ say: 'subscribe-confirm-wrong' }] },
  };
}

async function finish(draft: Draft, ctx: BotContext, origin: string): Promise<Page> {
  const { library, clock, messages } = ctx.desk;
  const schedule = scheduleOf(draft);
  const subscription = await library.subscriptions.add({
    origin,
    chatId: ctx.chatId!,
    threadId: draft.threadId,
    userId: ctx.from!.id,
    topics: draft.topics.map(({ id }) => id),
    people: draft.people.map(({ id }) => id),
    ...schedule,
    nextDue: nextStrike(schedule, clock.now()),
    created: clock.now(),
  });
  const first = momentWords(subscription.nextDue, schedule.zone, messages.locale);
  return {
    blocks: [
      {
        kind: 'text',
        line: [
          { say: inGroup(ctx) ? 'subscribed-group' : 'subscribed', args: { first, zone: schedule.zone } },
        ],
      },
      { kind: 'text', line: [{ say: 'subscribed-hint' }] },
    ],
    buttons: [],
  };
}

function whatLine(draft: Draft): Line {
  const what = labels(draft);
  return what.length === 0
    ? [{ say: 'about-everything' }]
    : [{ say: 'about-these', args: { what: what.join(', ') } }];
}

function firstLine(draft: Draft, first: number, { messages }: Desk): Line {
  const { zone } = scheduleOf(draft);
  return [{ say: 'first-digest', args: { first: momentWords(first, zone, messages.locale) } }];
}
