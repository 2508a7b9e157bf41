import { GrammyError } from 'grammy';
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { articlesOf } from '../../answers/page/new-marks.ts';
import type { Page } from '../../answers/page/page.ts';
import type { Place } from '../../deliveries/shown-answers.ts';
import { renderTelegram, type TelegramText } from '../../rendering/telegram.ts';
import { buttonEncoder } from './buttons.ts';
import { type BotContext, inGroup, topicOf } from './context.ts';
import { noteAnswer, pointToAnswer } from './repeated-answers.ts';
import { type Asked, shownAnswer } from './shown-answer.ts';

/** Telegram takes no keyboard with more buttons than this. */
const maxButtons = 100;

type ShowOptions = {
  /** `edit` replaces the message whose button was tapped, if it still exists. */
  how?: 'send' | 'edit';
  /** Removes the reply keyboard, if the page has no buttons of its own. */
  removeKeyboard?: boolean;
  /** What the page answers, so that it can be asked again. */
  asked?: Asked;
};

/**
 * Shows a page in the chat an update came from: in a group as a reply, in its forum topic.
 * @returns the id of the message that holds the page's buttons
 */
export async function show(
  ctx: BotContext,
  page: Page,
  how: 'send' | 'edit' | ShowOptions = 'send',
): Promise<number> {
  const options = typeof how === 'string' ? { how } : how;
  const texts = await rendered(ctx, page);
  const [first, ...more] = texts;
  const edited = options.how === 'edit' ? await editTapped(ctx, first!) : null;
  const shown = [edited ?? (await send(ctx, first!, options))];
  for (const text of more) shown.push(await send(ctx, text));
  await noteShown(ctx, page, texts, shown, options.asked ?? null);
  return shown.at(-1)!;
}

/**
 * Answers a message with a page: in place of the messages that answered it before it was edited, or with new ones, which
 * are noted so that they are edited when it is.
 */
export async function showAnswerPage(ctx: BotContext, page: Page, asked: Asked | null = null): Promise<void> {
  const former = [...ctx.updateState.editedAnswer];
  const shown: number[] = [];
  const texts = await rendered(ctx, page);
  if (former.length === 0 && texts.length === 1) {
    const pointing = await pointToAnswer(ctx, texts[0]!);
    if (pointing !== null) return noteAnswered(ctx, [pointing]);
  }
  for (const text of texts) {
    const place = former.shift();
    const edited = place === undefined ? null : await editMessage(ctx, ctx.chatId!, place, text);
    shown.push(edited ?? (await send(ctx, text)));
  }
  for (const surplus of former) await orIgnore(() => ctx.api.deleteMessage(ctx.chatId!, surplus));
  await noteShown(ctx, page, texts, shown, asked);
  if (texts.length === 1) noteAnswer(ctx, texts[0]!, shown[0]!);
  await noteAnswered(ctx, shown);
}

/** Notes which messages answer the one that is handled. */
async function noteAnswered(ctx: BotContext, shown: number[]): Promise<void> {
  if (!ctx.message) return;
  const { library, clock } = ctx.services;
  await library.sentAnswers.note(ctx.chatId!, ctx.message.message_id, shown, clock.now());
}

/** Notes what an answer shows, so that it is corrected when what it draws on is. */
async function noteShown(
  ctx: BotContext,
  page: Page,
  texts: readonly TelegramText[],
  shown: readonly number[],
  asked: Asked | null,
): Promise<void> {
  const { library, clock, messages, sentMessages } = ctx.services;
  const articles = articlesOf(page);
  for (const [i, message] of shown.entries()) {
    if (asked !== null) sentMessages.setQuestionOf(ctx.chatId!, message, asked.question);
    const place: Place = [ctx.chatId!, message];
    if (articles.length === 0) await library.shownAnswers.forget(place);
    else {
      const only = texts.length === 1 ? asked : null;
      const noted = shownAnswer(place, ctx.chatId!, texts[i]!, messages.language, only);
      await library.shownAnswers.note(noted, articles, ctx.updateState.withdrawal, clock.now());
    }
  }
}

async function rendered(ctx: BotContext, page: Page): Promise<TelegramText[]> {
  const encode = buttonEncoder(ctx.me.username);
  const queries: string[] = [];
  const texts = renderTelegram(page, ctx.services.messages, action => encode(action, queries));
  await ctx.services.library.storedQueries.keep(queries);
  return texts.map(text => ({ ...text, buttons: fittingRows(text.buttons) }));
}

/** The rows that fit, with the last one, which leads on or back, always among them. */
function fittingRows(rows: InlineKeyboardButton[][]): InlineKeyboardButton[][] {
  const last = rows.at(-1);
  if (last === undefined || rows.flat().length <= maxButtons) return rows;
  const kept: InlineKeyboardButton[][] = [];
  let room = maxButtons - last.length;
  for (const row of rows.slice(0, -1)) {
    if (row.length > room) break;
    kept.push(row);
    room -= row.length;
  }
  return [...kept, last];
}

async function send(
  ctx: BotContext,
  { text, entities, buttons }: TelegramText,
  { removeKeyboard = false }: ShowOptions = {},
): Promise<number> {
  const topic = topicOf(ctx);
  const asked = ctx.message?.message_id;
  const markup =
    buttons.length > 0
      ? { reply_markup: { inline_keyboard: buttons } }
      : removeKeyboard && !inGroup(ctx)
        ? { reply_markup: { remove_keyboard: true as const } }
        : {};
  const sent = await ctx.api.sendMessage(ctx.chatId!, text, {
    entities,
    link_preview_options: { is_disabled: true },
    ...markup,
    ...(topic === undefined ? {} : { message_thread_id: topic }),
    ...(inGroup(ctx) && asked !== undefined
      ? { reply_parameters: { message_id: asked, allow_sending_without_reply: true } }
      : {}),
  });
  ctx.services.sentMessages.setContent(ctx.chatId!, sent.message_id, { text, entities, buttons });
  return sent.message_id;
}

/** The id of the message that was tapped and now holds the text, or null if there is nothing to edit. */
async function editTapped(ctx: BotContext, text: TelegramText): Promise<number | null> {
  const message = ctx.callbackQuery?.message;
  // Telegram gives a message that it no longer holds with the date 0.
  if (!message || message.date === 0) return null;
  if ('text' in message && message.text === text.text && sameButtons(message.reply_markup, text.buttons))
    return message.message_id;
  return editMessage(ctx, message.chat.id, message.message_id, text);
}

async function editMessage(
  ctx: BotContext,
  chat: number,
  message: number,
  { text, entities, buttons }: TelegramText,
): Promise<number | null> {
  const { sentMessages } = ctx.services;
  if (sentMessages.shows(chat, message, { text, entities, buttons })) {
    skipCall(ctx);
    return message;
  }
  try {
    await ctx.api.editMessageText(chat, message, text, {
      entities,
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: buttons },
    });
    sentMessages.setContent(chat, message, { text, entities, buttons });
    return message;
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    if (/message is not modified/.test(error.description)) return message;
    if (/message to edit not found|message can't be edited|upgraded to a supergroup/.test(error.description))
      return null;
    throw error;
  }
}

/** Telegram refuses an edit that changes nothing; entities follow from text and buttons in all that is shown. */
function sameButtons(present: InlineKeyboardMarkup | undefined, buttons: InlineKeyboardButton[][]): boolean {
  const plain = (rows: InlineKeyboardButton[][]) =>
    rows.map(row => row.map(button => [button.text, 'callback_data' in button ? button.callback_data : '']));
  return JSON.stringify(plain(present?.inline_keyboard ?? [])) === JSON.stringify(plain(buttons));
}

/** Counts a call that isn't needed: when an update is handled again, its calls must have the numbers they had before. */
function skipCall(ctx: BotContext): void {
  ctx.updateState.calls += 1;
}

/** Takes the buttons from a message that is no longer to be answered. */
export async function removeButtons(ctx: BotContext, messageId: number): Promise<void> {
  const { sentMessages } = ctx.services;
  if (sentMessages.isBare(ctx.chatId!, messageId)) return skipCall(ctx);
  await orIgnore(() => ctx.api.editMessageReplyMarkup(ctx.chatId!, messageId));
  sentMessages.setBare(ctx.chatId!, messageId);
}

/**
 * Ends the waiting mark on a tapped button, with a short text if there is one; once per update.
 * @returns false if that was done before, so that the text wasn't shown
 */
export async function acknowledge(ctx: BotContext, text?: string): Promise<boolean> {
  return answerTap(ctx, text === undefined ? {} : { text });
}

/** Ends the waiting mark by opening a link to this bot; Telegram takes no other address there. */
export async function followLink(ctx: BotContext, url: string): Promise<void> {
  await answerTap(ctx, { url });
}

const tapMethod = 'answerCallbackQuery';

async function answerTap(ctx: BotContext, answer: { text?: string; url?: string }): Promise<boolean> {
  if (!ctx.callbackQuery || ctx.updateState.acknowledged) return false;
  const { inbox } = ctx.services.library;
  const update = ctx.update.update_id;
  const isKnown = (await inbox.reply(update, 0, tapMethod)) !== null;
  // A tap that waited too long can no longer be acknowledged; what it asks for is done all the same.
  if (!isKnown) await orIgnore(() => ctx.answerCallbackQuery(answer));
  ctx.updateState.acknowledged = true;
  // Only now: Telegram ignores a second acknowledgement, but a tap that gets none keeps its sender waiting.
  if (!isKnown) await inbox.keepReply(update, 0, tapMethod, 'true');
  return !isKnown;
}

/** Telegram's 400 says that there is nothing left to change. */
async function orIgnore(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}

/** Says that a button, or a link, no longer works: of a tap that has been acknowledged already, with a message. */
export async function showExpired(ctx: BotContext): Promise<void> {
  if (await acknowledge(ctx, ctx.services.messages.say('button-unknown'))) return;
  await show(ctx, messagePage('button-unknown'));
}

/** A page of one message of the interface. */
export function messagePage(messageKey: string, args: Record<string, string | number> = {}): Page {
  return { blocks: [{ kind: 'text', line: [{ messageKey, args }] }], buttons: [] };
}
