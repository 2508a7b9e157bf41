import type { QuestionKind } from '../page/question.ts';
import { splitAnyPeriod } from '../page/relative-period.ts';
import { kindOfCommand } from './registry.ts';

/** What people put between a command and the name or words that they mean, by the kind of question; it says nothing more. */
const introducing: Readonly<Partial<Record<QuestionKind, RegExp>>> = {
  who: /^(?:(?:is|are|was|were|about|on) )+/i,
  quotes: /^(?:(?:by|of|from) )+/i,
  timeline: /^(?:(?:of|for|about|on) )+(?:the )?/i,
  latest: /^(?:(?:the )?(?:news|headlines) )?(?:(?:on|about|of|from|for) )+/i,
  compare: /^between /i,
  changed: /^(?:of|by|for) /i,
  story: /^(?:(?:of|about|on) )+(?:the )?/i,
  topics: /^(?:of|about|on) /i,
  topic: /^(?:of|about|on) /i,
  search: /^(?:for|about) /i,
  article: /^(?:(?:of|about|on) )+(?:the )?/i,
};

/**
 * What was typed after a command without the small words that lead to it: `/quotes by NAME`, `/timeline of the strike`,
 * `/who is NAME?`. Days are left as they are: `/latest on Monday`.
 */
export function afterCommand(command: string, typed: string): string {
  const kind = kindOfCommand(command.toLowerCase());
  const words = typed.replace(/\s+/g, ' ').trim();
  const split = splitAnyPeriod(words);
  if (!('wrong' in split) && split.words === '') return words;
  const bare = words.replace((kind && introducing[kind]) ?? /^$/, '').replace(/[?!]{1,9}$/, '');
  return bare.trim() === '' ? words : bare.trim();
}
