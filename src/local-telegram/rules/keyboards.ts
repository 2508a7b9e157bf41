import { badRequest } from '../model/api-error.ts';
import type { Button, ChatKind, Keyboard } from '../model/types.ts';
import { checkedLink } from '../text/links.ts';
import { codePoints } from '../text/text.ts';

const actions = [
  'callback_data',
  'url',
  'login_url',
  'web_app',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];

/** Telegram's server refuses keyboards with more buttons than this. */
const mostButtons = 100;

/** An inline keyboard as Telegram keeps it, or nothing if it has no buttons. Throws Telegram's refusals. */
export function readKeyboard(given: unknown, kind: ChatKind): Keyboard | undefined {
  if (given === undefined || given === '') return undefined;
  if (typeof given !== 'object' || given === null) throw badRequest('object expected as reply markup');
  const markup = given as Record<string, unknown>;
  if (!('inline_keyboard' in markup)) return undefined;
  if (!Array.isArray(markup.inline_keyboard)) {
    throw badRequest('Field "inline_keyboard" must be of type Array');
  }
  const rows = markup.inline_keyboard.map(row => {
    if (!Array.isArray(row)) throw badRequest("can't parse inline keyboard button: expected an Array");
    return row.map(button => readButton(button, kind));
  });
  const filled = rows.filter(row => row.length > 0);
  if (filled.flat().length > mostButtons || JSON.stringify(filled).length > 10_000) {
    throw badRequest('reply markup is too long');
  }
  return filled.length > 0 ? { inline_keyboard: filled } : undefined;
}

function readButton(given: unknown, kind: ChatKind): Button {
  const failed = (reason: string) => badRequest(`can't parse inline keyboard button: ${reason}`);
  if (typeof given !== 'object' || given === null) throw failed('InlineKeyboardButton must be an Object');
  const button = given as Button;
  if (typeof button.text !== 'string') throw failed('Can\'t find field "text"');
  const used = actions.filter(action => button[action] !== undefined);
  if (used.length === 0) throw failed('Text buttons are unallowed in the inline keyboard');
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  if (button.callback_data !== undefined) {
    const bytes = Buffer.byteLength(String(button.callback_data));
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  }
  if (button.url !== undefined) {
    const link = checkedLink(button.url);
    if ('problem' in link)
      throw badRequest(`inline keyboard button URL '${button.url}' is invalid: ${link.problem}`);
    return { ...button, url: link.url };
  }
  if (button.web_app !== undefined && kind !== 'private') throw badRequest('BUTTON_TYPE_INVALID');
  const copied = (button.copy_text as { text?: string } | undefined)?.text;
  if (copied !== undefined && (copied === '' || codePoints(copied) > 256)) {
    throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
  return button;
}
