/** How many answers are remembered, over all chats. */
const maxAnswers = 2000;

/** Which messages answered a question, so that an edited question edits its answer. */
export type SentAnswers = {
  /** Message ids, in order; empty if none is remembered. */
  get(chat: number, question: number): number[];
  set(chat: number, question: number, answer: number[]): void;
};

/** Remembers the newest answers in memory: after a restart, an edited question gets a new answer. */
export function createSentAnswers(): SentAnswers {
  const answers = new Map<string, number[]>();
  return {
    get: (chat, question) => answers.get(`${chat} ${question}`) ?? [],
    set(chat, question, answer) {
      answers.delete(`${chat} ${question}`);
      answers.set(`${chat} ${question}`, answer);
      if (answers.size > maxAnswers) answers.delete(answers.keys().next().value!);
    },
  };
}
