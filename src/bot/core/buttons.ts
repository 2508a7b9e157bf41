import type { InlineKeyboardButton } from 'grammy/types';
import { questionFrom, questionText } from '../../answers/asking/registry.ts';
import type { Action } from '../../answers/page/page.ts';
import type { Question } from '../../answers/page/question.ts';
import { queryKey, type StoredQueries } from '../../deliveries/stored-queries.ts';
import { deepLink, payloadOf } from './deep-links.ts';

/** Telegram's limit for a button's data, in bytes of UTF-8. */
const maxDataBytes = 64;

/** How the data of buttons that carry a question begin. */
const letters = { ask: 'a', turn: 't', picture: 'p', report: 'w' } as const;
/** A picture's theme takes the place of the page, counted from 1. */
const themes = ['light', 'dark'] as const;

/** What a tapped button asks for. */
export type ParsedButton =
  | { kind: 'ask' | 'turn'; question: Question; page: number }
  | { kind: 'picture'; question: Question; theme: 'light' | 'dark' }
  | { kind: 'report'; question: Question }
  | { kind: 'choose'; data: string }
  /** A button in a form that is no longer supported. */
  | { kind: 'unknown' };

/**
 * Turns an action into its button. A question too long for one is replaced by a key and added to `queries`, which
 * are to be stored before the button is shown.
 */
export type Encoder = (action: Action, queries: string[]) => InlineKeyboardButton;

/** @param username the bot's, for links into its private chat */
export function buttonEncoder(username: string): Encoder {
  return (action, queries) => {
    const keep = keyInto(queries);
    switch (action.kind) {
      case 'open':
        return { text: '', url: action.url };
      case 'private': {
        const question = questionText(action.question);
        // A passage’s link is in every line of an answer: what fits into it needs no storing.
        const short = action.question.kind === 'context' ? payloadOf(`a|1|${question}`, keep) : null;
        return { text: '', url: deepLink(username, short ?? `q${keep(question)}`) };
      }
      case 'share':
        return { text: '', switch_inline_query: action.query };
      case 'choose':
        return { text: '', callback_data: `c|${action.data}` };
      case 'ask':
      case 'turn':
      case 'report':
      case 'picture': {
        const variant = variantOf(action);
        const head = `${letters[action.kind]}|${variant}|`;
        const question = questionText(action.question);
        const fits = Buffer.byteLength(head + question) <= maxDataBytes;
        return { text: '', callback_data: head + (fits ? question : `~${keep(question)}`) };
      }
    }
  };
}

/** The number in a button’s data: the page, or a picture’s theme. */
function variantOf(action: Extract<Action, { question: Question }>): number {
  if (action.kind === 'picture') return themes.indexOf(action.theme) + 1;
  return 'page' in action ? (action.page ?? 1) : 1;
}

/** Turns actions into links that do the same in the private chat with the bot. */
export function linkEncoder(username: string): Encoder {
  const encode = buttonEncoder(username);
  return (action, queries) => {
    const button = encode(action, queries);
    if (!('callback_data' in button)) return button;
    const payload = payloadOf(button.callback_data, keyInto(queries));
    if (payload === null) throw new Error(`no link leads to ${button.callback_data}`);
    return { text: '', url: deepLink(username, payload) };
  };
}

/** Gives a query's key and remembers that the query is to be stored. */
export function keyInto(queries: string[]): (query: string) => string {
  return query => {
    queries.push(query);
    return queryKey(query);
  };
}

/** What a button with this data asks for. */
export async function parseButton(data: string, kept: StoredQueries): Promise<ParsedButton> {
  if (data.startsWith('c|')) return { kind: 'choose', data: data.slice(2) };
  const [, letter, variant, rest] = /^([atpw])\|(\d{1,6})\|(.+)$/s.exec(data) ?? [];
  if (!letter || !rest) return { kind: 'unknown' };
  const question = await storedOrInline(rest, kept);
  if (question === null) return { kind: 'unknown' };
  if (letter === letters.picture)
    return { kind: 'picture', question, theme: themes[Number(variant) - 1] ?? 'light' };
  if (letter === letters.report) return { kind: 'report', question };
  return { kind: letter === letters.ask ? 'ask' : 'turn', question, page: Number(variant) };
}

async function storedOrInline(text: string, kept: StoredQueries): Promise<Question | null> {
  const whole = text.startsWith('~') ? await kept.get(text.slice(1)) : text;
  return whole === null ? null : questionFrom(whole);
}
