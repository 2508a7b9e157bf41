import { createHash } from 'node:crypto';
import type { InlineKeyboardButton, InlineQueryResultArticle } from 'grammy/types';
import type { Offer } from '../../answers/asking/offers.ts';
import { questionText } from '../../answers/asking/registry.ts';
import { clip } from '../../answers/page/clip.ts';
import type { Action, Line, Page } from '../../answers/page/page.ts';
import type { Question } from '../../answers/page/question.ts';
import type { Messages } from '../../rendering/messages.ts';
import { richLine } from '../../rendering/pieces.ts';
import { renderTelegram } from '../../rendering/telegram.ts';
import { linkEncoder } from '../core/buttons.ts';

const longestTitle = 100;
const longestDescription = 160;

/** What turning offers into results takes. `queries` is filled with those that are to be stored before they are shown. */
export type ResultParts = { username: string; messages: Messages; queries: string[] };

/**
 * An offer as Telegram lists it. Whoever reads the message need not be one who may use the bot, and a tap would come
 * without a chat: its only buttons are links.
 */
export function resultOf(offer: Offer, parts: ResultParts): InlineQueryResultArticle {
  const { messages } = parts;
  const page = withLinks(offer.page, offer.question);
  const encode = encoderOf(parts);
  const [first] = renderTelegram(page, messages, encode);
  const { text, entities, buttons } = first!;
  const title = lineText(offer.title, messages) || text;
  const description = offer.summary ? lineText(offer.summary, messages) : withoutStart(text, title);
  return {
    type: 'article',
    id: createHash('sha256').update(questionText(offer.question)).digest('hex').slice(0, 32),
    title: clip(title, longestTitle),
    ...(description && { description: clip(description, longestDescription) }),
    input_message_content: {
      message_text: text,
      entities,
      link_preview_options: { is_disabled: true },
    },
    reply_markup: { inline_keyboard: buttons },
  };
}

/** The page with links only: the addresses it opens, and the way to the whole answer in private. */
function withLinks(page: Page, question: Question): Page {
  const opens = page.buttons.map(row => row.filter(({ action }) => action.kind === 'open'));
  const more = { label: [{ messageKey: 'button-private' }], action: { kind: 'private' as const, question } };
  return { ...page, buttons: [...opens.filter(row => row.length > 0), [more]] };
}

/** A link carries a short question itself, so that typing doesn't fill the database. */
function encoderOf({ username, queries }: ResultParts): (action: Action) => InlineKeyboardButton {
  const encode = linkEncoder(username);
  return action =>
    encode(action.kind === 'private' ? { kind: 'ask', question: action.question } : action, queries);
}

function lineText(line: Line, messages: Messages): string {
  return richLine(line, { messages, addresses: [] }).text;
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length).trim() : text;
}
