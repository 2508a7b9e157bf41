import type { Document, Sentence, Token } from '../model/document.ts';
import type { ReadDate } from '../model/reading.ts';
import type { EventDay } from './event-days.ts';

/** `has been ill for years`, `has risen in the past month`, `has long opposed`, `has repeatedly said`: what goes on, or happened more than once. */
const lasting =
  /\b(?:since|always|ever|never|long|often|repeatedly|increasingly|historically|traditionally|for (?:the (?:past|last) )?(?:\p{L}{1,12} )?(?:years|decades|months|weeks|generations|centuries)|(?:the|in|over) (?:past|last|recent) (?:[\p{L}\d]{1,12} )?(?:years?|decades?|months?|weeks?|days))\b/iu;

/** After these a clause of its own begins: its month or year is not that of the main clause. */
const clauseStart: ReadonlySet<string> = new Set(
  'after before because since when as while that who whose which where over following'.split(' '),
);

/** Verbs between `has` and its participle may only be these. */
const been = /^(?:been|just|now|also|already|finally|officially|formally)$/;

/**
 * The day of an article's news where its first sentence puts it in the present perfect and names no day: `The minister
 * has resigned after a report showed that she was warned in May.` That is the day of publication, or nearly: the event
 * is marked approximate. News stories of agencies and broadcasters often begin so.
 * @param dates the days that the sentence reports something of
 * @returns null where the sentence is not such a lead, or has a day of its own
 */
export function undatedLead(
  { published, paragraphs, input }: Document,
  sentence: Sentence,
  index: number,
  dates: ReadDate[],
): EventDay | null {
  if (index > 0 || published.date === null || published.date.length < 'YYYY-MM-DD'.length) return null;
  if (paragraphs[sentence.paragraph]?.kind !== 'text') return null;
  const tokens = withoutApposition(sentence.tokens);
  const verb = tokens.findIndex(({ pos }) => pos === 'AUX' || pos === 'VERB');
  if (verb < 1 || !/^(?:has|have)$/.test(tokens[verb]!.lower) || !isPerfect(tokens, verb)) return null;
  if (relative.test(tokens[verb - 1]!.lower)) return null;
  const text = input.slice(sentence.start, sentence.end);
  if (lasting.test(text) || /^["“‘]|\?["”’]?$/.test(text)) return null;
  const clause = tokens.findIndex(({ lower }, at) => at > verb && clauseStart.has(lower));
  const isOwn = ({ start, value }: ReadDate) =>
    clause < 0 || start < tokens[clause]!.start || value!.length > 'YYYY-MM'.length;
  return dates.some(isOwn) ? null : { date: published.date, precision: 'day', approximate: true };
}

const relative = /^(?:who|whose|whom|which|that|where)$/;

/** The words without what is between the first comma and one right before `has`: `NAME, who gave the town its doors, has`. */
function withoutApposition(tokens: Token[]): Token[] {
  const start = tokens.findIndex(({ text }) => text === ',');
  const end = tokens.findIndex(
    ({ text }, at) => text === ',' && /^(?:has|have)$/.test(tokens[at + 1]?.lower ?? ''),
  );
  return start < end ? [...tokens.slice(0, start), ...tokens.slice(end + 1)] : tokens;
}

/** Whether a participle follows `has`, with no more than adverbs and `been` between them. */
function isPerfect(tokens: Token[], has: number): boolean {
  let next = has + 1;
  while (been.test(tokens[next]?.lower ?? '')) next++;
  const { lower = '', pos } = tokens[next] ?? {};
  return pos === 'VERB' && /(?:ed|en|n|t|d|ne|me|un|ung|id)$/.test(lower);
}
