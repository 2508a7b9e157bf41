import type { Line, Piece, Style } from '../answers/page/page.ts';
import { dayText } from './days.ts';
import { sanitize, webAddress } from './display.ts';
import type { Messages } from './messages.ts';
import { type FormattedText, joined, plain, withEntity } from './rich.ts';

/** What a line needs to be shown: the messages, and the addresses of the page's sources, first one first. */
export type Setting = { messages: Messages; addresses: (string | null)[] };

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
    const words: string = blank ? part.text.replace(/^ +/, '') : part.text;
    if (words === '') continue;
    parts.push(styled(words, part));
    blank = words.endsWith(' ');
  }
  const whole = joined(parts);
  return { text: whole.text.trimEnd(), entities: whole.entities };
}

type Styled = { text: string; style: Style | undefined; link: string | null };

function richPiece(piece: Exclude<Piece, { lineBreak: true }>, { messages, addresses }: Setting): Styled {
  if ('text' in piece) {
    return {
      text: sanitize(piece.text),
      style: piece.style,
      link: piece.link ? webAddress(piece.link) : null,
    };
  }
  if ('messageKey' in piece)
    return { text: messages.say(piece.messageKey, piece.args), style: piece.style, link: null };
  if ('day' in piece)
    return { text: sanitize(dayText(piece.day, messages.locale)), style: piece.style, link: null };
  return { text: `[${piece.source}]`, style: undefined, link: addresses[piece.source - 1] ?? null };
}

function styled(text: string, { style, link }: Styled): FormattedText {
  let rich = plain(text);
  if (style !== undefined) rich = withEntity(rich, { type: style });
  // Telegram lets no other entity stand with `code`.
  if (link !== null && style !== 'code') rich = withEntity(rich, { type: 'text_link', url: link });
  return rich;
}
