import type { Vocabulary } from '../../languages/vocabulary.ts';
import type { Question } from '../page/question.ts';
import { contentWords } from '../sentences/question-words.ts';

const more =
  /^(?:and |ok(?:ay)? |please )?(?:(?:(?:show|tell|give|read|see)(?: me)? )?(?:some |the )?(?:more|rest)(?: (?:of (?:that|this|it|them|those)|results|quotes|articles|news|stories|details))?|next(?: page| ones?)?|continue|go on|keep going|what else|anything else)(?: please)?$/iu;

/** Whether words ask for more of what was just shown, in English or one of the reader’s languages. */
export function asksForMore(words: string, vocabulary: Vocabulary | undefined): boolean {
  const bare = words.trim().replace(/[\s?!.…]{1,10}$/u, '');
  return more.test(bare) || (vocabulary?.questions.get('more') ?? []).some(pattern => pattern.test(bare));
}

const numbered =
  /^(?:show(?: me)? |go to )?(?:page|seite|сторінка|сторінку|страница|страницу|página|pagina) (\d{1,3})$/iu;
const previous =
  /^(?:(?:go )?back|previous(?: page| one)?|zurück|vorige(?: seite)?|назад|попередня(?: сторінка)?|предыдущая(?: страница)?)$/iu;

/** The page that words ask for, `page 3`, or the one before that which is shown; null if they ask for none. */
export function pageAsked(words: string, shown: number): number | null {
  const bare = words.trim().replace(/[\s?!.…]{1,10}$/u, '');
  const page = Number(numbered.exec(bare)?.[1] ?? 0);
  if (page > 0) return page;
  return shown > 1 && previous.test(bare) ? shown - 1 : null;
}

/**
 * What shows more of an answer: its next page, of someone their quotes, of a sentence the articles with its words.
 * Null where there is no more.
 * @param page of the answer that was shown last
 */
export function moreOf(before: Question, page: number): { question: Question; page: number } | null {
  switch (before.kind) {
    case 'talk':
      return null;
    case 'who':
      return { question: { kind: 'quotes', name: before.name }, page: 1 };
    case 'ask':
      return { question: { kind: 'search', words: contentWords(before.question).join(' ') }, page: 1 };
    default:
      return { question: before, page: page + 1 };
  }
}
