import type { Library } from './library.ts';
import type { Page, Piece, View } from './page.ts';
import type { Question, QuestionKind, QuestionOf } from './question.ts';

/** Real names from the library, to show what can be typed; see `examplesOf`. */
export type Examples = {
  person?: string | undefined;
  otherPerson?: string | undefined;
  topic?: string | undefined;
  article?: string | undefined;
  story?: string | undefined;
  /** A year with dated events. */
  year?: string | undefined;
};

/** What follows a command in an example: names, or a message with names in it. */
export type ExampleWords = string | Extract<Piece, { messageKey: string }>;

/** What a command asks, or the page that says what to type instead. */
export type Parsed<Asked = Question> = Asked | { wrong: Page };

/**
 * Where a question is offered: in every command menu, in the menus of private chats only, nowhere although it can be
 * typed, or through buttons only. The first two are explained in the help and the README.
 */
export type Offered = 'everywhere' | 'private' | 'typed' | 'button';

/** A way of asking in plain words, without a command. */
export type Phrase = {
  pattern: RegExp;
  /**
   * The question that the words ask; null if they only look like it, as when the library knows no such name.
   * @param groups the pattern's named groups
   */
  ask(library: Library, groups: Record<string, string | undefined>): Promise<Question | null>;
};

/**
 * All there is to one kind of question. The command menu shows the message `menu-KIND`, the help and the README
 * show `help-KIND`.
 */
export type Declaration<Kind extends QuestionKind = QuestionKind> = {
  /** The command, and what buttons call it. */
  kind: Kind;
  /** Other commands that ask the same. */
  aliases?: readonly string[];
  offered: Offered;
  /** What may follow the command, as the README shows it: `NAME about WORDS`. */
  usage: string;
  /**
   * Reads what follows the command.
   * @param words white space collapsed
   * @param examples for the page that says what to type if something is missing
   */
  parse(words: string, examples: Examples): Parsed<QuestionOf<Kind>>;
  /** The inverse of `parse`: what follows the command, for buttons and `ask`; empty parts are left out. */
  words(question: QuestionOf<Kind>): (string | undefined)[];
  answer(library: Library, question: QuestionOf<Kind>, view: View): Promise<Page>;
  /** What follows the command in the help's example; the bare command if it is missing. */
  example?(examples: Examples): ExampleWords | undefined;
  phrases?: readonly Phrase[];
  /** As `ask` of a phrase, for the ways of asking in other languages, with the groups `name` and `about`. */
  asked?: Phrase['ask'];
};
