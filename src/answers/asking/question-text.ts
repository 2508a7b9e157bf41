import { periodText } from '../page/period.ts';
import type { Question } from '../page/question.ts';
import { parseQuestion } from './parse.ts';

/**
 * A question as the command that asks it, which `questionFrom` reads back. Most fit into the 64 bytes of a
 * button; those with long names or words don't.
 */
export function questionText(question: Question): string {
  const words = wordsOf(question).filter(word => word !== undefined && word !== '');
  return [`/${question.kind}`, ...words].join(' ');
}

/** The inverse: the question that a command asks, or null where the text asks none. */
export function questionFrom(text: string): Question | null {
  const [, command, rest] = /^\/([^\s]+)\s*(.*)$/s.exec(text.trim()) ?? [];
  if (command === undefined) return null;
  const question = parseQuestion(command, rest ?? '');
  return 'wrong' in question ? null : question;
}

function wordsOf(question: Question): (string | undefined)[] {
  switch (question.kind) {
    case 'who':
      return [question.name];
    case 'quotes':
      return [question.name, question.about && `about ${question.about}`];
    case 'timeline':
      return [question.about, periodText(question)];
    case 'topics':
    case 'latest':
      return [];
    case 'topic':
      return [question.topic];
    case 'story':
      return [question.story];
    case 'article':
      return [question.article];
    case 'context':
      return [`${question.start}-${question.end}`, question.article];
    case 'search':
      return [question.words];
    case 'filter':
      return [
        question.topic && `topic:${encodeURIComponent(question.topic)}`,
        question.person && `person:${encodeURIComponent(question.person)}`,
        periodText(question),
      ];
  }
}
