import type { Library } from '../page/library.ts';
import type { Question } from '../page/question.ts';
import { questions } from './registry.ts';

/** A longer text is a passage to look for, not a question. */
const maxQuestionLength = 200;

const phrases = questions.flatMap(each => each.phrases ?? []);

/**
 * What plain words ask. A question such as `What did NAME say about WORDS?` is taken as one only if the library
 * knows the name; everything else is a search for the words.
 */
export async function parseFreeText(library: Library, text: string): Promise<Question> {
  const words = text.replace(/\s+/g, ' ').trim();
  const bare = words.replace(/(?<![\s?!.…])[\s?!.…]+$/u, '');
  if (bare.length > maxQuestionLength) return { kind: 'search', words };
  for (const { pattern, ask } of phrases) {
    const found = pattern.exec(bare);
    const question = found && (await ask(library, found.groups ?? {}));
    if (question) return question;
  }
  return { kind: 'search', words };
}
