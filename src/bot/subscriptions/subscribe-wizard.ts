import type { Line, Page } from '../../answers/page/page.ts';
import type { SubscriptionChoices } from '../../deliveries/subscriptions/subscriptions.ts';
import { nextRun } from '../../digests/schedule.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { isWord } from '../core/dialog-words.ts';
import { messagePage } from '../core/show.ts';
import { keepLanguage } from '../intake/reader.ts';
import type { Wizard } from '../wizard/wizard.ts';
import { channelStep, findChannel } from './channel-step.ts';
import { confirmStep } from './confirm-step.ts';
import {
  choicesOfDraft,
  type Draft,
  defaultQuietHours,
  draftOf,
  everyDay,
  isRoundTheClock,
  newDraft,
} from './draft.ts';
import { momentIn } from './schedule-lines.ts';
import { whenStep, zoneStep } from './schedule-steps.ts';
import { isSharedKey, sharedChoices } from './sharing.ts';
import { whatStep, withTyped } from './what-step.ts';

/**
 * Topics, schedule, and a preview to confirm: three taps if the suggestions suit. Started with the key of a shared
 * subscription, it goes straight to the confirmation; with other words, `sanctions every day at 8`, it begins with what
 * they name.
 */
export const subscribeWizard: Wizard<Draft> = {
  name: 'subscribe',
  begin: async (ctx, argument) => {
    if (!(await hasRoom(ctx, ctx.chatId!))) return { page: limitReachedPage(ctx) };
    if (argument === '') return { draft: await newDraft(ctx) };
    if (!isSharedKey(argument)) return beginWith(argument, ctx);
    const shared = await sharedChoices(ctx, argument);
    if (!shared) return { page: messagePage('share-gone') };
    const { choices } = await newDraft(ctx);
    const quiet = isRoundTheClock(shared) ? defaultQuietHours : null;
    return { draft: await draftOf({ ...choices, quiet, ...shared }, ctx, null), step: 'confirm' };
  },
  steps: [whatStep(), channelStep(), whenStep(), zoneStep({ aside: true }), confirmStep()],
  finish,
};

/** What the words after the command name is selected, and a schedule at their end is set. */
async function beginWith(
  typed: string,
  ctx: BotContext,
): Promise<{ draft: Draft; step?: string; note?: Line }> {
  const { draft, note, isClear } = await withTyped(typed, await newDraft(ctx), ctx.services);
  if (isClear && draft.hasSchedule) return { draft, step: 'confirm' };
  if (isWord('all', typed, ctx.services)) return { draft, step: 'when' };
  // The step itself asks for the time; only some days are worth a word.
  const areSomeDays = draft.weekdays !== null && draft.weekdays.length < everyDay.length;
  if (isClear && draft.weekdays !== null)
    return { draft, step: 'when', ...(note && areSomeDays && { note }) };
  return { draft, ...(note && { note }) };
}

async function finish(draft: Draft, ctx: BotContext, origin: string): Promise<Page> {
  const { library, clock, messages } = ctx.services;
  const chatId = draft.channel?.id ?? ctx.chatId!;
  if (draft.channel) {
    // The sender may have lost the channel since they chose it.
    const found = await findChannel(ctx, chatId);
    if ('wrong' in found) return messagePage(found.wrong, { bot: ctx.me.username });
  }
  if (!(await hasRoom(ctx, chatId))) return limitReachedPage(ctx);
  await keepLanguage(ctx);
  const choices = choicesOfDraft(draft);
  const now = clock.now();
  const { id, nextDue } = await library.subscriptions.add({
    origin,
    chatId,
    threadId: draft.threadId,
    topicName: draft.topicName,
    userId: ctx.from!.id,
    channel: draft.channel?.title ?? null,
    // No one talks to the bot in a channel: its digests are in the language of the person who set them up.
    language: draft.channel ? messages.language : null,
    ...choices,
    ...(await startingPoint(draft, choices, ctx)),
    nextDue: draft.now ? now : nextRun(choices, now),
    created: now,
  });
  if (draft.now) ctx.services.triggerTick();
  const args = {
    first: momentIn(choices.zone, nextDue, messages.locale),
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

/** A digest sent as it happens starts with what arrives from now on, unless the newest is wanted at once. */
async function startingPoint({ now }: Draft, { atOnce }: SubscriptionChoices, { services }: BotContext) {
  if (!atOnce || now) return {};
  const head = await services.library.news.head();
  return { deliveredUpTo: head, since: head };
}

async function hasRoom({ services }: BotContext, chatId: number): Promise<boolean> {
  return (await services.library.subscriptions.ofChat(chatId)).length < services.maxSubscriptions;
}

function limitReachedPage({ services }: BotContext): Page {
  return messagePage('subscriptions-full', { max: services.maxSubscriptions });
}
