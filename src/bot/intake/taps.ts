import type { MaybeInaccessibleMessage } from 'grammy/types';
import type { Subscription } from '../../deliveries/subscriptions/subscriptions.ts';
import { actionOfButton, muteSubject, subscriptionButton } from '../core/button-actions.ts';
import { parseButton } from '../core/buttons.ts';
import type { BotContext } from '../core/context.ts';
import { parseDigestButton, parseOverviewButton } from '../core/digest-data.ts';
import { mayDo } from '../core/refusals.ts';
import { accessLevelOf, isManagedHere } from '../core/rights.ts';
import type { RightsAction } from '../core/rights-table.ts';
import { acknowledge, removeButtons } from '../core/show.ts';
import { withinLimit } from './access.ts';
import { storedConversation } from './update-state.ts';

/**
 * Decides a tap as soon as it arrives, before those that wait in its chat's queue: if it is refused, the refusal is
 * its acknowledgement; if not, it is acknowledged at once.
 * @param isQueueIdle whether nothing else of its chat waits: otherwise the open question may be about to change
 * @returns whether it is still to be carried out
 */
export async function decideTap(ctx: BotContext, isQueueIdle: boolean): Promise<boolean> {
  const level = await accessLevelOf(ctx);
  if (level !== 'banned' && level !== 'operator' && !(await withinLimit(ctx))) return false;
  const data = ctx.callbackQuery?.data ?? '';
  const action = actionOfButton(data);
  const isWanted =
    level !== 'banned' && ctx.chat && ctx.chat.type !== 'channel'
      ? await mayTap(ctx, data, action)
      : await refuseOutright(ctx, data, action);
  if (!isWanted) {
    await acknowledge(ctx);
    return false;
  }
  const expiry = await expiryOf(ctx, data, action, isQueueIdle);
  await acknowledge(ctx, expiry && ctx.services.messages.say(expiry.messageKey));
  return expiry === undefined || expiry.leadsOn;
}

/** At its turn: refuses a tap on a question that is no longer open. */
export async function refuseStaleStep(ctx: BotContext): Promise<boolean> {
  const data = ctx.callbackQuery?.data ?? '';
  const expiry = actionOfButton(data) === 'step' ? await stepExpiry(ctx, data) : undefined;
  if (expiry === undefined || expiry.leadsOn) return false;
  await acknowledge(ctx, ctx.services.messages.say(expiry.messageKey));
  return true;
}

/**
 * Why a button no longer does what it says.
 * `leadsOn`: the tap is carried out all the same, and shows what can be done now.
 */
type Expiry = { messageKey: string; leadsOn: boolean };

const unknownButton: Expiry = { messageKey: 'button-unknown', leadsOn: false };

/**
 * Nothing that a channel's readers tap is carried out there: they get a link into the private chat, or a sentence.
 * Nor is a tap of a banned user, or on a message that Telegram doesn't name.
 */
async function refuseOutright(ctx: BotContext, data: string, action: RightsAction): Promise<false> {
  const found = await subscriptionOf(ctx, data);
  // A subscription of another chat is asked for as by any reader of this channel; the link asks again.
  const subject = found?.chatId === ctx.chatId ? found : undefined;
  if (ctx.chat?.type !== 'channel' || (await mayDo(ctx, action, subject ?? undefined)))
    await acknowledge(
      ctx,
      (await accessLevelOf(ctx)) === 'banned' ? undefined : ctx.services.messages.say('button-unknown'),
    );
  return false;
}

async function mayTap(ctx: BotContext, data: string, action: RightsAction): Promise<boolean> {
  const found = await subscriptionOf(ctx, data);
  const subject = found && isManagedHere(ctx, found) ? found : null;
  if (subscriptionButton(data) && !subject) return mayDo(ctx, 'subscriptions');
  return mayDo(ctx, action, subject ?? undefined);
}

/** The subscription that a button names, wherever it belongs; null if there is none. */
async function subscriptionOf(ctx: BotContext, data: string): Promise<Subscription | null> {
  const button = subscriptionButton(data);
  const id = muteSubject(data) ?? button?.id;
  if (id === undefined || (button && actionOfButton(data) === 'subscriptions')) return null;
  const { subscriptions } = ctx.services.library;
  return (await subscriptions.get(id)) ?? (await subscriptions.removed(id));
}

/** Undefined if the button works. */
async function expiryOf(
  ctx: BotContext,
  data: string,
  action: RightsAction,
  isQueueIdle: boolean,
): Promise<Expiry | undefined> {
  const { library } = ctx.services;
  switch (action) {
    case 'read': {
      const { kind } = await parseButton(data, library.storedQueries);
      return kind === 'choose' || kind === 'unknown' ? unknownButton : undefined;
    }
    case 'digest':
      return (await parseDigestButton(data, library.storedQueries)) ||
        (await parseOverviewButton(data, library.storedQueries))
        ? undefined
        : unknownButton;
    case 'report': {
      const asked = await parseButton(data, library.storedQueries);
      return asked.kind === 'report' && asked.question.kind === 'context' ? undefined : unknownButton;
    }
    case 'language':
      return ctx.services.languages.codes.includes(data.slice('c|l.'.length)) ? undefined : unknownButton;
    case 'mute':
      return (await namesManageable(ctx, data)) ? undefined : unknownButton;
    case 'step':
      return isQueueIdle ? stepExpiry(ctx, data) : undefined;
    case 'unknown':
      return unknownButton;
    default:
      return subscriptionButton(data) && action !== 'subscriptions' && !(await isThere(ctx, data))
        ? { messageKey: 'subscription-gone', leadsOn: true }
        : undefined;
  }
}

/** Whether a button of “Not for me” is about a subscription that can be managed here; under a digest, about its own. */
async function namesManageable(ctx: BotContext, data: string): Promise<boolean> {
  const { subscriptions, outbox } = ctx.services.library;
  const message = ctx.callbackQuery?.message?.message_id;
  const id =
    muteSubject(data) ?? (message === undefined ? null : await outbox.subscriptionOf(ctx.chatId!, message));
  const found = id === null ? null : await subscriptions.get(id);
  return found !== null && isManagedHere(ctx, found);
}

async function isThere(ctx: BotContext, data: string): Promise<boolean> {
  const button = subscriptionButton(data)!;
  const { subscriptions } = ctx.services.library;
  const isUndo = actionOfButton(data) === 'undo';
  const found = await (isUndo ? subscriptions.removed(button.id) : subscriptions.get(button.id));
  return found !== null && isManagedHere(ctx, found);
}

/**
 * A button of a question that is answered works no more, so it is taken away. Where its message should hold the open
 * question or is newer, its buttons are from a step that never took effect: the tap shows the open question there.
 */
async function stepExpiry(ctx: BotContext, data: string): Promise<Expiry | undefined> {
  const stored = await storedConversation(ctx);
  const message = ctx.callbackQuery?.message;
  const open = stored?.openStep;
  const start = `c|${open?.prefix ?? ''}`;
  if (stored && (!open || (data.startsWith(start) && open.offered.includes(data.slice(start.length)))))
    return undefined;
  const isNewest = open != null && message !== undefined && message.message_id >= open.message;
  const leadsOn = isNewest && !data.startsWith(start);
  if (!isNewest && message !== undefined && showsStep(ctx, message))
    await removeButtons(ctx, message.message_id);
  return { messageKey: stored ? 'wizard-stale' : 'wizard-over', leadsOn };
}

/** Whether a message still shows a question: it may have become another page since it was tapped. */
function showsStep(ctx: BotContext, message: MaybeInaccessibleMessage): boolean {
  const isKnown = ctx.services.sentMessages.holdsStep(message.chat.id, message.message_id);
  return isKnown ?? ('reply_markup' in message && message.reply_markup !== undefined);
}
