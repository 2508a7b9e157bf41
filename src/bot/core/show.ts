import { GrammyError } from 'grammy';
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Page } from '../../answers/page/page.ts';
import { renderTelegram, type TelegramText } from '../../rendering/telegram.ts';
import { buttonEncoder } from './buttons.ts';
import { type BotContext, inGroup, topicOf } from './context.ts';

/**
 * Shows a page to whoever an update came from: in a group as a reply to what was said, in its forum topic.
 * @param how `edit` puts it in the place of the message whose button was pressed, where there still is one
 * @returns the id of the message that holds the page's buttons
 */
export async function show(ctx: BotContext, page: Page, how: 'send' | 'edit' = 'send'): Promise<number> {
  const encode = buttonEncoder(ctx.me.username);
  const queries: string[] = [];
  const [first, ...more] = renderTelegram(page, ctx.services.messages, action => encode(action, queries));
  await ctx.services.library.storedQueries.keep(queries);
  let last = how === 'edit' ? await edit(ctx, first!) : null;
  last ??= await send(ctx, first!);
  for (const text of more) last = await send(ctx, text);
  return last;
}

async function send(ctx: BotContext, { text, entities, buttons }: TelegramText): Promise<number> {
  const topic = topicOf(ctx);
  const asked = ctx.message?.message_id;
  const sent = await ctx.api.sendMessage(ctx.chatId!, text, {
    entities,
    link_preview_options: { is_disabled: true },
    ...(buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {}),
    ...(topic === undefined ? {} : { message_thread_id: topic }),
    ...(inGroup(ctx) && asked !== undefined
      ? { reply_parameters: { message_id: asked, allow_sending_without_reply: true } }
      : {}),
  });
  return sent.message_id;
}

/** The id of the edited message, or null where there is nothing to edit. */
async function edit(ctx: BotContext, { text, entities, buttons }: TelegramText): Promise<number | null> {
  const message = ctx.callbackQuery?.message;
  // Telegram gives a message that it no longer holds with the date 0.
  if (!message || message.date === 0) return null;
  if ('text' in message && message.text === text && sameButtons(message.reply_markup, buttons))
    return message.message_id;
  try {
    await ctx.api.editMessageText(message.chat.id, message.message_id, text, {
      entities,
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: buttons },
    });
    return message.message_id;
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    if (/message is not modified/.test(error.description)) return message.message_id;
    if (/message to edit not found|message can't be edited|upgraded to a supergroup/.test(error.description))
      return null;
    throw error;
  }
}

/** Telegram refuses an edit that changes nothing; entities follow from text and buttons in all that is shown. */
function sameButtons(there: InlineKeyboardMarkup | undefined, buttons: InlineKeyboardButton[][]): boolean {
  const plain = (rows: InlineKeyboardButton[][]) =>
    rows.map(row => row.map(button => [button.text, 'callback_data' in button ? button.callback_data : '']));
  return JSON.stringify(plain(there?.inline_keyboard ?? [])) === JSON.stringify(plain(buttons));
}

/** Takes the buttons from a message that is no longer to be answered. */
export async function removeButtons(ctx: BotContext, messageId: number): Promise<void> {
  try {
    await ctx.api.editMessageReplyMarkup(ctx.chatId!, messageId);
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}

/** Ends the waiting mark on a pressed button, with a short text where there is one. */
export async function acknowledge(ctx: BotContext, text?: string): Promise<void> {
  if (!ctx.callbackQuery) return;
  try {
    await ctx.answerCallbackQuery(text === undefined ? {} : { text });
  } catch (error) {
    // A press that waited too long can no longer be acknowledged; what it asks for is done all the same.
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}

/** Ends the waiting mark by opening a link to this bot; Telegram takes no other address there. */
export async function followLink(ctx: BotContext, url: string): Promise<void> {
  try {
    await ctx.answerCallbackQuery({ url });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}

/** Says that a button, or a link, leads nowhere any more. */
export async function showExpired(ctx: BotContext): Promise<void> {
  if (ctx.callbackQuery) return acknowledge(ctx, ctx.services.messages.say('button-unknown'));
  await show(ctx, messagePage('button-unknown'));
}

/** A page of one line of the interface's words. */
export function messagePage(messageKey: string, args: Record<string, string | number> = {}): Page {
  return { blocks: [{ kind: 'text', line: [{ messageKey, args }] }], buttons: [] };
}
