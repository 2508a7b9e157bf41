import type { Library } from '../page/library.ts';
import type { Question } from '../page/question.ts';
import { followUp } from './follow-up.ts';
import { questions } from './registry.ts';

/** A longer text is a passage to look for, not a question. */
const maxQuestionLength = 200;

/** Small talk first, then the more specific ways of asking; a question in plain words takes the rest. */
const phrases = [...questions]
  .sort((a, b) => rank(a.kind) - rank(b.kind))
  .flatMap(each => each.phrases ?? []);

function rank(kind: string): number {
  return kind === 'talk' ? 0 : kind === 'ask' ? 2 : 1;
}

/** Words that only introduce a question. */
const fillers =
  /^(?:(?:please|pls|so|ok|okay|well|um|and|hey|hi|hello)[, ]+|(?:can|could|would|will) you (?:please )?(?:tell me|show me|say|find|explain)\s+|(?:i(?:['’]d| would)? (?:like|want|need) to know|do you know|tell me|show me|i wonder|any idea)\s+(?=(?:who|what|when|where|why|how|about|if)\b))+/iu;

/**
 * What plain words ask. A question such as `What did NAME say about WORDS?` is taken as one only if the library
 * knows the name; everything else is a search for the words.
 * @param before what was asked just before, which `and Smith?` carries on from
 */
export async function parseFreeText(library: Library, text: string, before?: Question): Promise<Question> {
  const words = text.replace(/\s+/g, ' ').trim();
  const asked = words.replace(/(?<![\s?!.…])[\s?!.…]+$/u, '');
  const bare = asked.replace(fillers, '') || asked;
  if (bare.length > maxQuestionLength) return { kind: 'search', words };
  const continued = before && (await followUp(library, asked, before));
  if (continued) return continued;
  for (const { pattern, ask } of phrases) {
    const found = pattern.exec(bare);
    const question = found && (await ask(library, found.groups ?? {}));
    if (question) return question;
  }
  return { kind: 'search', words };
}
