import { type Context, genderOf } from '../../grammar/context.ts';
import type { NounPhrase } from '../../grammar/noun-phrase.ts';

/** What stands between a verb of speech and a quote that is another's line, or what something is called. */
const lines: readonly RegExp[] = [
  // `X said her son had been called “…”`
  /\b(?:was|were|is|are|been|being|be|got)(?: \p{L}+ly| also| once| now)? (?:called|nicknamed|dubbed|labelled|labeled|branded|named|termed|known as|described as)(?: an?| the)?$/u,
  // `X says her last words were “…”`
  /\b(?:last|first|final|dying) (?:words?|message|text|question)\b[^,;:]{0,40} (?:was|were|is|are|had been)(?: not| simply| just)?$/,
  // `X says the word he used was “…”`
  /\bthe (?:exact )?(?:words?|phrase|term|expression) (?:he|she|they|\p{L}+) (?:used|uses|chose) (?:was|were|is)(?: not)?$/u,
  // `X is checking the claim of the suspect that it was “…”`
  /\b(?:claims?|excuses?|story|assertions?|allegations?|arguments?|complaints?|insistence|contention) of \p{L}[^,;:]{1,50} that\b[^,;:]{0,40}$/u,
];
/** `X recalls that her answer was “…”` */
const ofPossessor =
  /\b(his|her) (?:\p{L}+ )?(?:answer|reply|response|message|advice|motto|question) (?:to (?:the |his |her )?\p{L}+ )?(?:was|were|is)$/u;

/** One of these is in each of the patterns: most sentences have none. */
const triggers: ReadonlySet<string> = new Set(
  (
    'called nicknamed dubbed labelled labeled branded named termed known described word words message text question ' +
    'phrase term expression claim claims excuse excuses story assertion assertions allegation allegations argument ' +
    'arguments complaint complaints insistence contention answer reply response advice motto'
  ).split(' '),
);

/** Whether the subject of the verb of speech at `verb` only reports another's line in front of a quote that begins at `to`. */
export function isOthersLine(context: Context, verb: number, to: number, subject: NounPhrase): boolean {
  const between = context.words.slice(verb + 1, to);
  if (!between.some(({ lower }) => triggers.has(lower))) return false;
  const text = between.map(({ lower }) => lower).join(' ');
  if (lines.some(pattern => pattern.test(text))) return true;
  const owner = ofPossessor.exec(text)?.[1];
  const own = subject.person ? genderOf(context, subject.person) : null;
  return owner !== undefined && own !== null && (owner === 'his' ? 'm' : 'f') !== own;
}
