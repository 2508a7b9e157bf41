import type { Vocabulary } from '../../languages/vocabulary.ts';
import type { QuestionOf } from '../page/question.ts';
import { talkIn } from '../questions/small-talk.ts';

/** Where a sentence ends, as people type it; a colon of a smiley is none. */
const betweenSentences = /(?<=[.!?…])\s|\n/u;
const betweenParts = /[.!?…,;]+\s*/u;

/** What may be said before or after a question and asks nothing itself. */
const polite: ReadonlySet<string> = new Set(['hello', 'thanks', 'bye', 'bot']);

/**
 * A message without the sentences before and after it that are only polite, `Good morning! … Thanks in advance!`; or
 * the small talk that all of it is, `Hello! How are you?`: of several kinds the first that is no greeting.
 */
export function withoutPleasantries(
  message: string,
  vocabulary: Vocabulary | undefined,
): { talk: QuestionOf<'talk'> } | { rest: string } {
  const talkOf = (words: string) => talkIn(bare(words), vocabulary);
  const parts = message.split(betweenParts).filter(part => part.trim() !== '');
  if (parts.length > 1) {
    const talks = parts.map(talkOf);
    if (talks.every(talk => talk !== null))
      return { talk: talks.find(({ topic }) => topic !== 'hello') ?? talks[0]! };
  }
  const asked = withoutThanks(message, talkOf);
  const sentences = asked
    .split(betweenSentences)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '');
  const isPolite = (sentence: string) => {
    const said = sentence.split(betweenParts).filter(part => part.trim() !== '');
    return said.length > 0 && said.every(part => polite.has(talkOf(part)?.topic ?? ''));
  };
  const first = sentences.findIndex(sentence => !isPolite(sentence));
  const last = sentences.findLastIndex(sentence => !isPolite(sentence));
  return first < 0 || last - first === sentences.length - 1
    ? { rest: asked }
    : { rest: sentences.slice(first, last + 1).join(' ') };
}

/** `Thanks, and Smith?` as `and Smith?`: what is thanked for came before. */
function withoutThanks(message: string, talkOf: (words: string) => QuestionOf<'talk'> | null): string {
  const [, thanks, rest = ''] = /^([^,.!?\n]{2,30})[,!] ?(?=\S)(.+)$/su.exec(message.trim()) ?? [];
  return thanks !== undefined && talkOf(thanks)?.topic === 'thanks' ? rest : message;
}

function bare(words: string): string {
  return words
    .replace(/^[\s"“„«]+/u, '')
    .replace(/(?<![\s.!?…"”»])[\s.!?…"”»]+$/u, '')
    .replace(/\s+/gu, ' ');
}
