import { GrammyError } from 'grammy';
import type { Subscription } from '../../deliveries/subscriptions.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { mayDecide } from '../core/rights.ts';
import { runsChannel } from './channel-step.ts';

/**
 * Whether the one an update comes from may change a subscription here: one of this chat as its people may,
 * one for a channel in private whoever set it up, while they run the channel or it can no longer be asked.
 */
export async function mayChange(ctx: BotContext, subscription: Subscription): Promise<boolean> {
  if (subscription.chatId === ctx.chatId) return mayDecide(ctx);
  if (subscription.channel === null || inGroup(ctx) || subscription.userId !== ctx.from?.id) return false;
  try {
    return await runsChannel(ctx, subscription.chatId);
  } catch (error) {
    // The bot is no longer there: then at least it can be ended by whoever began it.
    if (error instanceof GrammyError && [400, 403].includes(error.error_code)) return true;
    throw error;
  }
}
