import type { Context } from 'grammy';
import type { Message } from 'grammy/types';
import { type BotContext, isService } from '../core/context.ts';
import { isPlainQuestion } from '../core/dialog-words.ts';

/** The answer to a step. */
export type Answer =
  | { kind: 'typed'; text: string }
  | { kind: 'chosen'; value: string }
  /** Degrees north and east. */
  | { kind: 'place'; latitude: number; longitude: number }
  /** A chat that was picked, or that a forwarded post came from. */
  | { kind: 'chat'; id: number }
  | { kind: 'other' };

/** A run as it is stored between two updates. */
export type Run<Draft> = {
  id: string;
  /** The steps that led here, this one last. */
  history: number[];
  draft: Draft;
  /** The message that holds the question. */
  message: number;
  /** The values of its buttons. */
  offered: string[];
  /** Whether a reply keyboard is shown. */
  keyboard: boolean;
  over: boolean;
};

/** Commands, questions in plain words and the buttons of other messages go past the dialog. */
export function isAnswer(ctx: Context, run: Run<unknown>): boolean {
  if (ctx.callbackQuery) return ctx.callbackQuery.data?.startsWith('c|g.') ?? false;
  const message = ctx.message;
  if (!message || message.text?.startsWith('/') || isService(ctx)) return false;
  if (message.chat.type === 'private') return !isPlainQuestion(message.text ?? '');
  const question = message.reply_to_message;
  return question?.message_id === run.message || isCopyOfQuestion(question, run);
}

/** Whether a message holds the open question: it was sent again, without its id being known, if Telegram's reply was lost. */
function isCopyOfQuestion(message: Message | undefined, run: Run<unknown>): boolean {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  const prefix = `c|${prefixOf(run)}`;
  return buttons.some(button => 'callback_data' in button && button.callback_data?.startsWith(prefix));
}

/** What the data of a question's buttons begin with. */
export function prefixOf(run: Pick<Run<unknown>, 'id' | 'history'>): string {
  return `g.${run.id}.${run.history.join('-')}.`;
}

/** What an update answers: `stale` for a button of an earlier question, `edited` for a message that was changed. */
export function answerOf(ctx: BotContext, run: Run<unknown>): Answer | 'stale' | 'edited' {
  if (ctx.callbackQuery) {
    const [, id, step, value] =
      /^c\|g\.([0-9a-z]+)\.([\d-]+)\.(.+)$/s.exec(ctx.callbackQuery.data ?? '') ?? [];
    return id === run.id &&
      step === run.history.join('-') &&
      value !== undefined &&
      run.offered.includes(value)
      ? { kind: 'chosen', value }
      : 'stale';
  }
  if (ctx.message?.edit_date !== undefined) return 'edited';
  const { text, caption, location, chat_shared, forward_origin } = ctx.message ?? {};
  if (location) return { kind: 'place', latitude: location.latitude, longitude: location.longitude };
  if (chat_shared) return { kind: 'chat', id: chat_shared.chat_id };
  if (forward_origin?.type === 'channel') return { kind: 'chat', id: forward_origin.chat.id };
  const typed = (text ?? caption ?? '').trim();
  return typed === '' ? { kind: 'other' } : { kind: 'typed', text: typed };
}
