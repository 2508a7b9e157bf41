import type { Page } from '../../answers/page/page.ts';
import type { SubscriptionChoices } from '../../deliveries/subscriptions/subscriptions.ts';
import { nextRun } from '../../digests/schedule.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { saying } from '../core/show.ts';
import type { Guide } from '../wizard/wizard.ts';
import { channelOf, channelStep } from './channel-step.ts';
import { confirmStep } from './confirm-step.ts';
import { chosenIn, type Draft, draftOf, newDraft } from './draft.ts';
import { momentWords } from './schedule-lines.ts';
import { sharedChoices } from './sharing.ts';
import { whatStep } from './what-step.ts';
import { whenStep } from './when-step.ts';
import { zoneStep } from './zone-step.ts';

/**
 * What it is about, then when, then a preview to confirm: three taps with what is offered. Begun with the
 * key of a shared subscription, that one is only to be confirmed.
 */
export const subscribeGuide: Guide<Draft> = {
  name: 'subscribe',
  begin: async (ctx, key) => {
    if (!(await isRoom(ctx, ctx.chatId!))) return { page: fullPage(ctx) };
    if (key === '') return { draft: await newDraft(ctx) };
    const shared = await sharedChoices(ctx, key);
    if (!shared) return { page: saying('share-gone') };
    const { zone } = (await newDraft(ctx)).choices;
    return { draft: await draftOf({ ...shared, zone }, ctx, null), step: 'confirm' };
  },
  steps: [whatStep(), channelStep(), whenStep(), zoneStep({ aside: true }), confirmStep()],
  finish,
};

async function finish(draft: Draft, ctx: BotContext, origin: string): Promise<Page> {
  const { library, clock, messages } = ctx.desk;
  const chatId = draft.channel?.id ?? ctx.chatId!;
  if (draft.channel) {
    // Between choosing the channel and confirming, somebody may have lost it.
    const found = await channelOf(ctx, chatId);
    if ('wrong' in found) return saying(found.wrong, { bot: ctx.me.username });
  }
  if (!(await isRoom(ctx, chatId))) return fullPage(ctx);
  const choices = chosenIn(draft);
  const now = clock.now();
  const { id, nextDue } = await library.subscriptions.add({
    origin,
    chatId,
    threadId: draft.threadId,
    userId: ctx.from!.id,
    channel: draft.channel?.title ?? null,
    ...choices,
    ...(await beginning(draft, choices, ctx)),
    nextDue: draft.now ? now : nextRun(choices, now),
    created: now,
  });
  if (draft.now) ctx.desk.hurry();
  const args = {
    first: momentWords(nextDue, choices.zone, messages.locale),
    zone: choices.zone,
    title: draft.channel?.title ?? '',
  };
  const where = draft.channel ? 'channel' : inGroup(ctx) ? 'group' : 'own';
  const kind = `${where}-${draft.now ? 'now' : choices.atOnce ? 'at-once' : 'later'}`;
  return {
    blocks: [
      { kind: 'text', line: [{ messageKey: `subscribed-${kind}`, args }] },
      {
        kind: 'text',
        line: [
          { messageKey: choices.sayNothing ? 'subscribed-says-nothing' : 'subscribed-silent-when-nothing' },
        ],
      },
      { kind: 'text', line: [{ messageKey: 'subscribed-hint' }] },
    ],
    buttons: [
      [
        {
          label: [{ messageKey: 'subscription-settings' }],
          action: { kind: 'choose', data: `s.open.${id}` },
        },
      ],
    ],
  };
}

/** What is told as it happens begins with what happens from now on, unless the newest is wanted at once. */
async function beginning({ now }: Draft, { atOnce }: SubscriptionChoices, { desk }: BotContext) {
  if (!atOnce || now) return {};
  const head = await desk.library.news.head();
  return { deliveredUpTo: head, since: head };
}

async function isRoom({ desk }: BotContext, chatId: number): Promise<boolean> {
  return (await desk.library.subscriptions.ofChat(chatId)).length < desk.mostSubscriptions;
}

function fullPage({ desk }: BotContext): Page {
  return saying('subscriptions-full', { most: desk.mostSubscriptions });
}
