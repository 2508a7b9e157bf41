import { note } from '../page/builders.ts';
import type { Declaration, Examples, Parsed } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Page, View } from '../page/page.ts';
import type { Question, QuestionKind } from '../page/question.ts';
import { article } from '../questions/article.ts';
import { ask } from '../questions/ask.ts';
import { changed } from '../questions/changed.ts';
import { compare } from '../questions/compare.ts';
import { context } from '../questions/context.ts';
import { filter } from '../questions/filter.ts';
import { latest } from '../questions/latest.ts';
import { quotes } from '../questions/quotes.ts';
import { search } from '../questions/search.ts';
import { talk } from '../questions/small-talk.ts';
import { story } from '../questions/story.ts';
import { timeline } from '../questions/timeline.ts';
import { topic } from '../questions/topic.ts';
import { topics } from '../questions/topics.ts';
import { who } from '../questions/who.ts';

type AnyDeclaration = { [Kind in QuestionKind]: Declaration<Kind> }[QuestionKind];

/** Every question, in the order in which menus, the help and the README list them. */
export const questions: readonly AnyDeclaration[] = [
  who,
  quotes,
  timeline,
  latest,
  compare,
  changed,
  story,
  topics,
  topic,
  search,
  article,
  ask,
  filter,
  context,
  talk,
];

const byCommand = new Map(
  questions.flatMap(each => [each.kind, ...(each.aliases ?? [])].map(name => [name, each] as const)),
);

/** The kind of question that a command asks, by its name or another for it, in lower case; undefined if none. */
export function kindOfCommand(name: string): QuestionKind | undefined {
  return byCommand.get(name)?.kind;
}

/** The questions that menus, the help and the README show. */
export const explainedQuestions = questions.filter(({ offered }) => /^(everywhere|private)$/.test(offered));

/** Every command that may be typed, aliases included. */
export const questionCommands = [...byCommand]
  .filter(([, { offered }]) => offered !== 'button')
  .map(([command]) => command);

/** The commands of the menus in private chats (`private`), and of those in groups. */
export function menuCommands(chat: View['chat']): string[] {
  return explainedQuestions
    .filter(({ offered }) => chat === 'private' || offered === 'everywhere')
    .map(({ kind }) => kind);
}

/**
 * The question that a command asks.
 * @param command with or without its `/` and the bot's name after it
 * @param rest what was typed after it
 * @param examples for the page that says what to type if something is missing
 */
export function parseQuestion(command: string, rest: string, examples: Examples = {}): Parsed {
  const name = command.replace(/^\//, '').split('@', 1)[0]!.toLowerCase();
  const declared = byCommand.get(name);
  if (!declared) return { wrong: note('unknown-command', { command: name }) };
  return declared.parse(rest.replace(/\s+/g, ' ').trim(), examples);
}

/**
 * A question as the command that asks it, which `questionFrom` reads back. Most fit into the 64 bytes of a button;
 * those with long names or words don't.
 */
export function questionText(question: Question): string {
  const words = declarationOf(question.kind).words(question);
  return [`/${question.kind}`, ...words.filter(word => word !== undefined && word !== '')].join(' ');
}

/** The inverse: the question that a command asks, or null if the text asks none. */
export function questionFrom(text: string): Question | null {
  const [, command, rest] = /^\/([^\s]+)\s*(.*)$/s.exec(text.trim()) ?? [];
  if (command === undefined) return null;
  const question = parseQuestion(command, rest ?? '');
  return 'wrong' in question ? null : question;
}

/** The library's answer to a question. */
export function answer(library: Library, question: Question, view: View): Promise<Page> {
  return declarationOf(question.kind).answer(library, question, view);
}

function declarationOf<Kind extends QuestionKind>(kind: Kind): Declaration<Kind> {
  return byCommand.get(kind) as Declaration<Kind>;
}
