import { createHash } from 'node:crypto';
import type { Question } from '../../answers/page/question.ts';
import type { TelegramText } from '../../rendering/telegram.ts';
import { createRecent } from '../../system/recent.ts';
import { actionOfButton } from './button-actions.ts';

/** How many of the newest messages are remembered over all chats. */
const maxRemembered = 2000;
/** No longer question is remembered, in characters of its JSON: nothing carries on from a pasted page. */
const longestQuestion = 500;

/** What the bot has sent and what it answered last: in memory, so that after a restart it is as if nothing were known. */
export type SentMessages = {
  /** Whether a message shows just this content. */
  shows(chat: number, message: number, content: TelegramText): boolean;
  /** Whether a message is known to have no buttons. */
  isBare(chat: number, message: number): boolean;
  /** Whether a message has buttons that answer a step of a dialog; undefined if it isn't remembered. */
  holdsStep(chat: number, message: number): boolean | undefined;
  setContent(chat: number, message: number, content: TelegramText): void;
  setBare(chat: number, message: number): void;
  /** What someone asked last in a chat, for words that carry on from it; null if nothing can, undefined if unknown. */
  lastQuestion(chat: number, user: number): Question | null | undefined;
  /** The page of its answer that was shown last; 1 if it isn't known. */
  lastPage(chat: number, user: number): number;
  setLastQuestion(chat: number, user: number, question: Question, page: number): void;
  /** Another page of the last answer is shown; nothing changes if it answers another question. */
  turnLast(chat: number, user: number, question: Question, page: number): void;
  /** What a message answers; undefined if it is not remembered. */
  questionOf(chat: number, message: number): Question | undefined;
  setQuestionOf(chat: number, message: number, question: Question): void;
  /** The last message that answered with just this content in a chat or forum topic, if it still shows it, and when. */
  answerWith(chat: number, topic: number | undefined, content: TelegramText): GivenAnswer | undefined;
  setAnswer(chat: number, topic: number | undefined, content: TelegramText, given: GivenAnswer): void;
  /** Whether a message is the first one of its album to come; the same whenever it is asked again. */
  opensAlbum(chat: number, album: string, message: number): boolean;
};

/** A message and when it was sent, in milliseconds. */
type GivenAnswer = { message: number; at: number };

/** The memory of what was sent, empty after a start; the oldest entries are forgotten first. */
export function createSentMessages(): SentMessages {
  const contents = createRecent<{ digest: string; isBare: boolean; holdsStep: boolean }>(maxRemembered);
  const questions = createRecent<{ question: Question | null; page: number }>(maxRemembered);
  const answered = createRecent<Question>(maxRemembered);
  const albums = createRecent<number>(maxRemembered);
  const answers = createRecent<GivenAnswer>(maxRemembered);
  const answerKey = (chat: number, topic: number | undefined, content: TelegramText) =>
    `${chat} ${topic ?? ''} ${digestOf(content)}`;
  const isLong = (question: Question) => JSON.stringify(question).length > longestQuestion;
  return {
    questionOf: (chat, message) => answered.get(`${chat} ${message}`),
    setQuestionOf(chat, message, question) {
      if (!isLong(question)) answered.set(`${chat} ${message}`, question);
    },
    lastQuestion: (chat, user) => questions.get(`${chat} ${user}`)?.question,
    lastPage: (chat, user) => questions.get(`${chat} ${user}`)?.page ?? 1,
    setLastQuestion: (chat, user, question, page) =>
      questions.set(`${chat} ${user}`, { question: isLong(question) ? null : question, page }),
    turnLast(chat, user, question, page) {
      const last = questions.get(`${chat} ${user}`);
      if (last && JSON.stringify(last.question) === JSON.stringify(question))
        questions.set(`${chat} ${user}`, { ...last, page });
    },
    shows: (chat, message, content) => contents.get(`${chat} ${message}`)?.digest === digestOf(content),
    answerWith(chat, topic, content) {
      const given = answers.get(answerKey(chat, topic, content));
      const isShown = given && contents.get(`${chat} ${given.message}`)?.digest === digestOf(content);
      return isShown ? given : undefined;
    },
    setAnswer: (chat, topic, content, given) => answers.set(answerKey(chat, topic, content), given),
    isBare: (chat, message) => contents.get(`${chat} ${message}`)?.isBare ?? false,
    holdsStep: (chat, message) => contents.get(`${chat} ${message}`)?.holdsStep,
    setContent: (chat, message, content) =>
      contents.set(`${chat} ${message}`, {
        digest: digestOf(content),
        isBare: content.buttons.length === 0,
        holdsStep: content.buttons
          .flat()
          .some(button => 'callback_data' in button && actionOfButton(button.callback_data ?? '') === 'step'),
      }),
    opensAlbum(chat, album, message) {
      const key = `${chat} ${album}`;
      const first = albums.get(key) ?? message;
      albums.set(key, first);
      return first === message;
    },
    setBare: (chat, message) =>
      contents.set(`${chat} ${message}`, { digest: '', isBare: true, holdsStep: false }),
  };
}

function digestOf(content: TelegramText): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64');
}
