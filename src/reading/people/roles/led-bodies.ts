import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { bodies, regions } from './governed.ts';
import { isDoubtful, type OfficeChange } from './posts.ts';
import { isQuoted, termBehind, verbsOf } from './predicates.ts';
import { formerly } from './role-after.ts';
import { isPossessive, link, mark, type Range } from './role-phrase.ts';

/** What someone is of a body by what they do with it, by the verb in the present; the past ends in `ed` or is `led`. */
const leaders: ReadonlyMap<string, string> = new Map([
  ['heads', 'head'],
  ['headed', 'head'],
  ['leads', 'leader'],
  ['led', 'leader'],
  ['chairs', 'chair'],
  ['chaired', 'chair'],
  ['edits', 'editor'],
  ['edited', 'editor'],
  ['owns', 'owner'],
  ['captains', 'captain'],
  ['captained', 'captain'],
]);

/**
 * `X, who chairs the water board`, `She has led the agency since 2019`, `X headed the bank until 2003`: the body that
 * someone leads, and what that makes of them. What they led counts as a former office only if its end is mentioned.
 */
export function ledBody(
  words: Word[],
  { from, to }: Range,
  start: number,
  index: NameIndex,
): OfficeChange | null {
  for (const verbAt of verbsOf(words, { from, to }, start)) {
    const role = ledBy(words, from, verbAt, index);
    if (role) return role;
  }
  return null;
}

function ledBy(words: Word[], from: number, verbAt: number, index: NameIndex): OfficeChange | null {
  const { sentence } = words[from]!;
  let at = verbAt;
  const isPerfect = words[at]?.lower === 'has';
  if (isPerfect) at++;
  while (/^(?:now|also|currently|still|formerly|previously|once)$/.test(words[at]?.lower ?? '')) at++;
  const isFormer = formerly.test(words[at - 1]!.lower);
  const verb = words[at];
  const leader = verb?.sentence === sentence ? leaders.get(verb.lower) : undefined;
  if (leader === undefined) return null;
  const end = bodyEnd(words, at + 1, index);
  const last = words[(end ?? 1) - 1]!;
  if (leader === 'owner' && !last.isCapitalized && !owned.test(last.lower)) return null;
  if (end === null || isDoubtful(words, from, { ended: true }) || isQuoted(words, from)) return null;
  const isPresent = verb!.lower.endsWith('s');
  const term = isPresent ? null : termBehind(words, end, sentence);
  if (!isPresent && !isFormer && term?.kind !== (isPerfect ? 'since' : 'over')) return null;
  const input = words.slice(at + 1, end);
  const body = input.map(({ text, spacedBefore }, i) => (i > 0 && spacedBefore ? ` ${text}` : text)).join('');
  return { from: at, to: end, ended: !isPresent && !isPerfect, called: `${leader} of ${body}` };
}

/** Where the name of a body that begins at a word ends, exclusive; null where it is no body: `leads the race`. */
function bodyEnd(words: Word[], from: number, index: NameIndex): number | null {
  const first = words[from];
  if (first === undefined) return null;
  const isKnown = /^(?:the|its|their|his|her)$/.test(first.lower) || first.isCapitalized;
  if (!isKnown) return null;
  let end: number | null = null;
  for (let at = from; at < from + longestBody && words[at]?.sentence === first.sentence; at++) {
    const word = words[at]!;
    const { lower, pos } = word;
    if (mark.has(word.text) && !isPossessive(word)) break;
    const isClause = /^(?:VERB|AUX|PRON)$/.test(pos) && !word.isCapitalized;
    if (isClause && !/^(?:its|their|his|her)$/.test(lower)) break;
    if (link.has(lower) && !(end !== null && /^(?:of|for|on|&|and)$/.test(lower))) break;
    if (isBody(word, index)) end = at + 1;
    // `the Committee on Water`: a name goes on in capitals.
    else if (end !== null && word.isCapitalized && (end === at || link.has(words[at - 1]!.lower)))
      end = at + 1;
  }
  return end;
}

const longestBody = 9;
/** What has an owner, rather than a master. */
const owned =
  /^(?:company|firm|newspaper|club|bank|team|brewery|hotel|restaurant|station|theatre|theater|airline|agency|group|chain|factory|shop|magazine)$/;

function isBody({ lower }: Word, index: NameIndex): boolean {
  return index.organizationWords.has(lower) || bodies.has(lower) || regions.has(lower);
}
