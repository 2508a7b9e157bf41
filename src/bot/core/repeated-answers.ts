import { GrammyError } from 'grammy';
import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import { clip } from '../../answers/page/clip.ts';
import type { TelegramText } from '../../rendering/telegram.ts';
import { type BotContext, inGroup, topicOf } from './context.ts';

/** For so long an answer is near enough to be pointed to, in milliseconds. */
const nearFor = 10 * 60_000;
/** An answer no longer than this is as short as the message that would point to it. */
const shortest = 160;
const longestName = 40;

/**
 * Where a group has just been given an answer, points to it, for the asker by name, rather than posting it again: with
 * the buttons that lead to the whole of it in private.
 * @returns the id of the message that points to it; null if the answer is to be posted
 */
export async function pointToAnswer(ctx: BotContext, answer: TelegramText): Promise<number | null> {
  const { sentMessages, clock } = ctx.services;
  if (!inGroup(ctx) || ctx.message === undefined || answer.text.length < shortest) return null;
  const topic = topicOf(ctx);
  const given = sentMessages.answerWith(ctx.chatId!, topic, answer);
  if (given === undefined || clock.now() - given.at > nearFor) return null;
  const { text, entities } = pointer(ctx);
  try {
    const sent = await ctx.api.sendMessage(ctx.chatId!, text, {
      entities,
      reply_parameters: { message_id: given.message },
      ...withLinks(answer.buttons),
      ...(topic === undefined ? {} : { message_thread_id: topic }),
    });
    return sent.message_id;
  } catch (error) {
    // An administrator has deleted it.
    if (error instanceof GrammyError && /message to be replied not found/.test(error.description))
      return null;
    throw error;
  }
}

/** Notes that an answer was posted, so that it is pointed to where it is asked for again. */
export function noteAnswer(ctx: BotContext, answer: TelegramText, message: number): void {
  if (!inGroup(ctx)) return;
  const { sentMessages, clock } = ctx.services;
  sentMessages.setAnswer(ctx.chatId!, topicOf(ctx), answer, { message, at: clock.now() });
}

/** Names who asked, whom the reply to another message would not notify; of an anonymous administrator no one knows. */
function pointer(ctx: BotContext): { text: string; entities: MessageEntity[] } {
  const { messages } = ctx.services;
  const from = ctx.message!.sender_chat === undefined ? ctx.from : undefined;
  if (from === undefined) return { text: messages.say('answered-above'), entities: [] };
  const name = clip(from.first_name, longestName);
  const text = messages.say('answered-above-for', { name });
  const offset = text.indexOf(name);
  return { text, entities: [{ type: 'text_mention', offset, length: name.length, user: from }] };
}

function withLinks(buttons: InlineKeyboardButton[][]) {
  const rows = buttons
    .map(row => row.filter(button => 'url' in button && /[?&]start=/.test(button.url)))
    .filter(row => row.length > 0);
  return rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows.slice(-1) } };
}
