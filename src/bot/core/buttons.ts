import type { InlineKeyboardButton } from 'grammy/types';
import { questionFrom, questionText } from '../../answers/asking/registry.ts';
import type { Action } from '../../answers/page/page.ts';
import type { Question } from '../../answers/page/question.ts';
import type { KeptQuestions } from '../../deliveries/stored-queries.ts';

/** Telegram's limit of a button's data, in bytes of UTF-8. */
const longestData = 64;

/** What a pressed button asks for. */
export type Pressed =
  | { kind: 'ask' | 'turn'; question: Question; page: number }
  | { kind: 'choose'; data: string }
  /** A button of a form that is no longer known. */
  | { kind: 'unknown' };

/** Turns actions into buttons; questions too long for one are kept under a key. */
export function buttonEncoder(
  keep: KeptQuestions['keep'],
  username: string,
): (action: Action) => InlineKeyboardButton {
  return action => {
    switch (action.kind) {
      case 'open':
        return { text: '', url: action.url };
      case 'private':
        return { text: '', url: `https://t.me/${username}?start=q${keep(questionText(action.question))}` };
      case 'choose':
        return { text: '', callback_data: `c|${action.data}` };
      case 'ask':
      case 'turn': {
        const head = `${action.kind[0]}|${action.page ?? 1}|`;
        const question = questionText(action.question);
        const fits = Buffer.byteLength(head + question) <= longestData;
        return { text: '', callback_data: head + (fits ? question : `~${keep(question)}`) };
      }
    }
  };
}

/** What a button with this data asks for. */
export async function pressed(data: string, kept: KeptQuestions): Promise<Pressed> {
  if (data.startsWith('c|')) return { kind: 'choose', data: data.slice(2) };
  const [, letter, page, rest] = /^([at])\|(\d{1,6})\|(.+)$/s.exec(data) ?? [];
  if (!letter || !rest) return { kind: 'unknown' };
  const question = await keptOr(rest, kept);
  return question
    ? { kind: letter === 'a' ? 'ask' : 'turn', question, page: Number(page) }
    : { kind: 'unknown' };
}

/** The question of a deep link's payload, or null. */
export async function linked(payload: string, kept: KeptQuestions): Promise<Question | null> {
  return payload.startsWith('q') ? keptOr(`~${payload.slice(1)}`, kept) : null;
}

async function keptOr(text: string, kept: KeptQuestions): Promise<Question | null> {
  const whole = text.startsWith('~') ? await kept.get(text.slice(1)) : text;
  return whole === null ? null : questionFrom(whole);
}
