import type { Sentence } from '../model/document.ts';
import type { ReadDate } from '../model/reading.ts';
import { tenseAt } from '../tokens/tense.ts';

/** UTF-16 code units of a clause that are examined before a date. */
const longestClause = 160;

const question = /\?["”’»)\]]*$/;
/** A quote that asks goes on like this behind the date. */
const asksAfter = /^[^.!“”"]{0,120}\?/;
/** Words of a clause about something that is only supposed. */
const supposed =
  /\b(?:if|unless|whether|as if|as though|in case|suppose|supposing|imagine|what if|(?:could|would|might|should) have|were to|had (?:been )?(?:planned|hoped|wanted|intended|meant|expected|supposed|scheduled|due|set) (?:to|for|on))\b/i;
/** The same for a clause that follows the date. */
const supposedAfter = /^[^.;]{0,80}?\b(?:if|unless)\b/i;
const conditional = /\bwould\b/i;
/** What did not happen. */
const negated = /\bnever\b/i;
/** What holds on a day rather than happens on it: `its name is known today`. */
const state =
  /\b(?:is|are|am|remains?|has|have|seems?|means?|knows?|lives?|exists?|works?)\b(?!\s+\w{1,30}ing\b)/i;
const nowadays = /^(?:today|now|this (?:year|month|week))$/i;
/** The date is the name of something: `the class of 1968`, `the Games of 2012`. */
const named =
  /\b(?:class|summer|winter|war|revolution|constitution|treaty|charter|law|act|crisis|vintage|edition|model|version)\s+of\s$/i;

/** Whether a sentence reports that something happened, or will, on a date in it, rather than asks or supposes it. */
export function reports(input: string, sentence: Sentence, date: ReadDate): boolean {
  const text = input.slice(sentence.start, sentence.end);
  const before = input.slice(Math.max(sentence.start, date.start - longestClause), date.start);
  const after = input.slice(date.end, Math.min(sentence.end, date.end + longestClause));
  if (question.test(text) || asksAfter.test(after)) return false;
  const clause = lastClause(before);
  if (supposed.test(clause) || (conditional.test(text) && supposedAfter.test(after))) return false;
  if (negated.test(clause) || named.test(clause)) return false;
  return !(nowadays.test(date.text) && isState(sentence, date, clause));
}

/** The words before a date, back to the mark that begins their clause. */
const lastClause = (before: string) => before.split(/[,;:“”]/).at(-1)!;

/** `today` in a sentence of what is so; `The mayor speaks today` and `is meeting today` are events. */
function isState(sentence: Sentence, date: ReadDate, clause: string): boolean {
  const tense = tenseAt(sentence, date);
  return (tense === 'present' || tense === 'open') && state.test(clause);
}
