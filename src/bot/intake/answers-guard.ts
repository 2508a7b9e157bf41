import { Composer } from 'grammy';
import { type BotContext, inGroup } from '../core/context.ts';
import { mayDo } from '../core/refusals.ts';

/**
 * Keeps from a running conversation the answers of those who may not give any: each one that came in would be
 * stored with it, and enough of them would end it.
 */
export const answersGuard = new Composer<BotContext>();

answersGuard.use(async (ctx, next) => {
  if (!isAnswer(ctx) || (await mayDo(ctx, 'step'))) return next();
});

/** In a group, answers are typed as replies to the question, which is known by its buttons. */
function isAnswer(ctx: BotContext): boolean {
  if (ctx.callbackQuery) return isStep(ctx.callbackQuery.data);
  if (!inGroup(ctx) || ctx.message?.text?.startsWith('/')) return false;
  const question = ctx.message?.reply_to_message;
  if (question?.from?.id !== ctx.me.id) return false;
  const buttons = question.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.some(button => 'callback_data' in button && isStep(button.callback_data));
}

function isStep(data: string | undefined): boolean {
  return data?.startsWith('c|g.') ?? false;
}
