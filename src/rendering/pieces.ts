import type { Line, Moment, Piece, Style } from '../answers/page/page.ts';
import type { Question } from '../answers/page/question.ts';
import { findClickables } from './clickables.ts';
import { dayText } from './days.ts';
import { sanitize, webAddress } from './display.ts';
import type { Messages } from './messages.ts';
import { type FormattedText, joined, plain, withEntity } from './rich.ts';

/** What a line needs to be shown: the messages, and the addresses of the page's sources, first one first. */
export type Setting = {
  messages: Messages;
  addresses: (string | null)[];
  /** The address at which a question is answered, if there is one. */
  addressOf?: ((question: Question) => string | null) | undefined;
};

/** A line of a page as text with entities, without white space at its ends or two blanks in a row. */
export function richLine(line: Line, setting: Setting): FormattedText {
  const parts: FormattedText[] = [];
  let blank = true;
  for (const piece of line) {
    if ('lineBreak' in piece) {
      parts.push(plain('\n'));
      blank = true;
      continue;
    }
    const part = richPiece(piece, setting);
    const words: FormattedText = blank ? withoutLeadingBlank(part.rich) : part.rich;
    if (words.text === '') continue;
    parts.push(styled(words, part));
    blank = words.text.endsWith(' ');
  }
  const whole = joined(parts);
  return { text: whole.text.trimEnd(), entities: whole.entities };
}

type Styled = { rich: FormattedText; style: Style | undefined; link: string | null };

function richPiece(piece: Exclude<Piece, { lineBreak: true }>, setting: Setting): Styled {
  const { messages, addresses, addressOf } = setting;
  if ('text' in piece)
    return {
      rich: piece.inert ? withoutLinks(sanitize(piece.text)) : plain(sanitize(piece.text)),
      style: piece.style,
      link: piece.link ? webAddress(piece.link) : null,
    };
  if ('messageKey' in piece) return { rich: richMessage(piece, messages), style: piece.style, link: null };
  if ('day' in piece)
    return { rich: plain(sanitize(dayText(piece.day, messages.locale))), style: piece.style, link: null };
  const passage = piece.context && addressOf?.({ kind: 'context', ...piece.context });
  const link = passage ?? addresses[piece.source - 1] ?? null;
  return { rich: plain(`[${piece.source}]`), style: undefined, link };
}

/** The first of the characters that stand for moments while a message is put together; for private use in Unicode. */
const firstMark = 0xe000;

/** A message of the interface with the moments in it marked, wherever its language puts them. */
function richMessage(
  { messageKey, args = {} }: Extract<Piece, { messageKey: string }>,
  messages: Messages,
): FormattedText {
  const moments: Moment[] = [];
  const written = Object.entries(args).map(([name, value]): [string, string | number] => {
    if (typeof value !== 'object') return [name, value];
    moments.push(value);
    return [name, String.fromCharCode(firstMark + moments.length - 1)];
  });
  const text = messages.say(messageKey, Object.fromEntries(written));
  if (moments.length === 0) return plain(text);
  const parts = text.split(/([\ue000-\ue0ff])/).map(part => {
    const moment = moments[part.charCodeAt(0) - firstMark];
    return moment === undefined ? plain(part) : richMoment(moment);
  });
  return joined(parts);
}

function richMoment({ moment, text }: Moment): FormattedText {
  const format = /^\d+:\d+$/.test(text) ? 't' : 'wdt';
  return withEntity(plain(sanitize(text)), {
    type: 'date_time',
    unix_time: Math.floor(moment / 1000),
    date_time_format: format,
  });
}

/** A piece without the blanks at its start, if the line before it ends in one. */
function withoutLeadingBlank({ text, entities }: FormattedText): FormattedText {
  const trimmed = text.replace(/^ +/, '');
  const cut = text.length - trimmed.length;
  return { text: trimmed, entities: entities.map(entity => ({ ...entity, offset: entity.offset - cut })) };
}

/**
 * Links, @names, /commands and #tags of the news are not ours: they are shown as code, which Telegram's apps don't make
 * clickable, and not a letter changes.
 */
function withoutLinks(text: string): FormattedText {
  const entities = findClickables(text).map(
    ({ start, end }) => ({ type: 'code', offset: start, length: end - start }) as const,
  );
  return { text, entities };
}

/** A style over all that isn't code. */
function withStyle(rich: FormattedText, style: Style): FormattedText {
  const codes = rich.entities.filter(({ type }) => type === 'code');
  if (codes.length === 0) return withEntity(rich, { type: style });
  const edges = [0, ...codes.flatMap(({ offset, length }) => [offset, offset + length]), rich.text.length];
  const gaps = edges.flatMap((start, at) => {
    const words = at % 2 === 0 ? rich.text.slice(start, edges[at + 1]) : '';
    const offset = start + words.length - words.trimStart().length;
    return words.trim() === '' ? [] : [{ type: style, offset, length: words.trim().length }];
  });
  return { text: rich.text, entities: [...rich.entities, ...gaps].sort((a, b) => a.offset - b.offset) };
}

function styled(rich: FormattedText, { style, link }: Styled): FormattedText {
  let whole = rich;
  if (style !== undefined) whole = withStyle(whole, style);
  // Telegram lets no other entity stand with `code`.
  if (link !== null && style !== 'code') whole = withEntity(whole, { type: 'text_link', url: link });
  return whole;
}
