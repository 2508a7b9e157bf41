import type { ArticleRef } from '../../library/model/types.ts';
import type { Question } from './question.ts';

/**
 * An answer before it has a form: blocks of lines. The words of the news are data (`text`); the words of
 * the interface are keys into the messages (`messageKey`), so that rendering may speak another language.
 */
export type Style = 'bold' | 'italic' | 'code';

/**
 * A moment, in milliseconds since the epoch, with `text` as it is read in one time zone: Telegram's apps show everyone
 * their own.
 */
export type Moment = { moment: number; text: string };

export type Argument = string | number | Moment;

export type Piece =
  /** With `inert`, nothing in it can be tapped, whatever it looks like: the words of the news, not the bot's. */
  | { text: string; style?: Style; link?: string; inert?: boolean }
  | { messageKey: string; args?: Record<string, Argument>; style?: Style }
  /**
   * The number of a source of this page, 1 for its first: shown as `[1]`. With `context`, a tap on it leads to the
   * passage of the article (UTF-16 offsets, end exclusive), else to the article.
   */
  | { source: number; context?: { article: string; start: number; end: number } }
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: shown as `22 Feb 2022`. */
  | { day: string; style?: Style }
  | { lineBreak: true };

export type Line = Piece[];

export type Block =
  | { kind: 'heading'; line: Line }
  | { kind: 'text'; line: Line }
  | { kind: 'list'; items: Line[] }
  /**
   * Words verbatim, without quote marks; `credit` names the speaker and cites the source. `partial`: an excerpt
   * of a sentence.
   */
  | { kind: 'quote'; text: string; credit: Line; partial?: boolean }
  /** `day` may be a stretch `A/B`; `approximate` says that it is only near what is meant. */
  | { kind: 'timeline'; entries: { day: string; approximate?: boolean; line: Line }[] }
  /** Numbered from 1 in this order; the articles whose ids are in `fresh` are marked as new. */
  | { kind: 'sources'; sources: ArticleRef[]; fresh?: string[] }
  /** Articles as the answer itself, numbered in place of sources; `line` follows the title. */
  | { kind: 'articles'; items: ArticleItem[]; fresh?: string[] };

/** An article of a list; `others` are the ids of further articles that it represents, such as those of its story. */
export type ArticleItem = { article: ArticleRef; line: Line | null; others?: string[] };

export type Button = { label: Line; action: Action };

export type Action =
  /** Answer this question in a new message. */
  | { kind: 'ask'; question: Question; page?: number }
  /** Show another page of the same answer in place. */
  | { kind: 'turn'; question: Question; page: number }
  /** Go on in a private chat with the bot, where this question is answered in full. */
  | { kind: 'private'; question: Question }
  /** Open an address. */
  | { kind: 'open'; url: string }
  /** Choose another chat and post an answer there: `query` is what is asked in its line, at most 256 characters. */
  | { kind: 'share'; query: string }
  /** Send the answer as a picture. */
  | { kind: 'picture'; question: Question; theme: 'light' | 'dark' }
  /** Report what this question shows as wrong. */
  | { kind: 'report'; question: Question }
  /** A button of the bot's dialogs and digests: data of theirs, at most 60 bytes. */
  | { kind: 'choose'; data: string };

export type Page = {
  blocks: Block[];
  buttons: Button[][];
  /** The ids of articles it draws on without listing them: with one of them gone, it may no longer be sent. */
  unlisted?: string[];
  /** The subject whose new articles are marked when it is asked for again: person `p…`, organization or place `e…`,
   * story `s…`, topic `t…`. */
  about?: `${'p' | 'e' | 's' | 't'}${string}`;
};

/** How an answer is asked for. */
export type View = {
  /** From 1. A page beyond the last shows the last. */
  page: number;
  /** A group gets a short answer: no page turning, at most a few lines. */
  chat: 'private' | 'group';
  /** The reader's day, `YYYY-MM-DD`, from which `yesterday` counts. */
  today?: string;
};
