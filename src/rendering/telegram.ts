import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import type { Action, Page } from '../answers/page/page.ts';
import type { Question } from '../answers/page/question.ts';
import { units } from './blocks.ts';
import { isVisible, webAddress } from './display.ts';
import type { Messages } from './messages.ts';
import { richLine } from './pieces.ts';
import { plain } from './rich.ts';
import { split } from './split.ts';

/** What is sent as one message: no parse mode; entity offsets are UTF-16 code units into `text`. */
export type TelegramText = { text: string; entities: MessageEntity[]; buttons: InlineKeyboardButton[][] };

/** The most code points of a message. */
export const longestText = 4096;
const longestLabel = 60;

/**
 * A page as one or more Telegram messages, the buttons under the last one. No text is empty, none has white
 * space at its ends, no entity is empty or out of bounds.
 * @param encode turns an action into the button that does it; its `text` is replaced by the label. Buttons
 *   that would open no address of the web are left out.
 * @param longest the most code points of each message
 */
export function renderTelegram(
  page: Page,
  messages: Messages,
  encode: (action: Action) => InlineKeyboardButton,
  longest = longestText,
): TelegramText[] {
  const addressOf = (question: Question) => {
    const button = encode({ kind: 'private', question });
    return 'url' in button ? button.url : null;
  };
  const texts = split(units(page, messages, addressOf), longest).filter(rich => isVisible(rich.text));
  if (texts.length === 0) texts.push(plain(messages.say('nothing')));
  return texts.map((rich, i) => ({
    ...rich,
    buttons: i === texts.length - 1 ? buttonRows(page, messages, encode) : [],
  }));
}

function buttonRows(
  page: Page,
  messages: Messages,
  encode: (action: Action) => InlineKeyboardButton,
): InlineKeyboardButton[][] {
  const rows = page.buttons.map(row =>
    row
      .filter(({ action }) => action.kind !== 'open' || webAddress(action.url) !== null)
      .map(({ label, action }) => ({
        ...encode(action),
        text: labelText(richLine(label, { messages, addresses: [] }).text),
      })),
  );
  return rows.filter(row => row.length > 0);
}

function labelText(text: string): string {
  const points = [...text];
  if (!isVisible(text)) return '…';
  return points.length <= longestLabel
    ? text
    : `${points
        .slice(0, longestLabel - 1)
        .join('')
        .trimEnd()}…`;
}
