import type { LineBreak } from '../text/line-break.ts';
import { type Line, onOneLine } from '../text/lines.ts';
import { isKnownWord } from './vocabulary.ts';

/** A word that is split over a line break: what is before its hyphen, and what follows on the next line. */
type SplitWord = { first: string; second: string; from: number; to: number };

/** UTF-16 code units of a line that hold what is before its hyphen. */
const longestPart = 40;
const noPart = /[^\p{L}\p{N}'’]/u;
const firstPart = /^[\p{L}\p{N}]+/u;

/** What follows the hyphen of `two- and three-day`, unless a hyphen follows in turn: `up-to-date`. */
const afterHangingHyphen = /^(?:and|or|to|nor|und|oder|och|og|eller)(?![\p{L}-])/u;

/**
 * Puts the words together again that wrapping split at a hyphen, in the text and in its lines. The hyphen of a name or
 * a compound stays, that of a word between two syllables goes.
 * @param lines the lines of the text, in order, each with the breaks it was joined over
 * @param splits the breaks that follow a hyphen, in order
 */
export function withWholeWords(
  input: string,
  lines: Line[],
  splits: LineBreak[],
): { input: string; lines: Line[] } {
  const words = splits.flatMap(({ line, next }): SplitWord[] => {
    if (afterHangingHyphen.test(next.text)) return [];
    const first = line.text.slice(-longestPart, -1).split(noPart).at(-1);
    const second = firstPart.exec(next.text)?.[0];
    return first && second ? [{ first, second, from: line.end, to: next.start }] : [];
  });
  if (words.length === 0) return { input, lines };
  const written = new Set(input.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu));
  const isHyphenated = words.some(word => isSyllable(word));
  const cuts = words.map(word => ({
    from: word.from - (losesHyphen(word, input, written, isHyphenated) ? 1 : 0),
    to: word.to,
  }));
  return cut(input, lines, cuts);
}

/** Whether the hyphen is one that only the end of the line asked for. */
function losesHyphen(word: SplitWord, input: string, written: Set<string>, isHyphenated: boolean): boolean {
  const { first, second, from } = word;
  if (input[from - 1] === '\u00ad') return true;
  const isOneCase = /^\p{Ll}/u.test(second) || (isCapitals(first) && isCapitals(second));
  if (!isOneCase || /\p{N}/u.test(first + second)) return false;
  const [left, right] = [first.toLowerCase(), second.toLowerCase()];
  if (written.has(left + right)) return true;
  if (written.has(`${left}-${right}`)) return false;
  // `re-signed`, `post-war`: a compound too, unless the text is seen to part words between syllables.
  if (isKnownWord(left + right)) return isHyphenated || isSyllable(word);
  // Korean names are written so: `Park Geun-hye`.
  return /^\p{Ll}/u.test(first) && !isKnownWord(right);
}

/** `wit-` / `nesses`, `fol-` / `lows`: a word one of whose parts is none. */
function isSyllable({ first, second }: SplitWord): boolean {
  const [left, right] = [first.toLowerCase(), second.toLowerCase()];
  return isKnownWord(left + right) && !(isKnownWord(left) && isKnownWord(right));
}

const isCapitals = (text: string) => /^\p{Lu}{2,}$/u.test(text);

/** Takes stretches out of a text, none of them at the edge of a line. */
function cut(
  input: string,
  lines: Line[],
  cuts: { from: number; to: number }[],
): { input: string; lines: Line[] } {
  const kept: string[] = [];
  let end = 0;
  for (const { from, to } of cuts) {
    kept.push(input.slice(end, from));
    end = to;
  }
  const whole = kept.join('') + input.slice(end);
  let next = 0;
  let gone = 0;
  const moved = lines.map(line => {
    const start = line.start - gone;
    const first = next;
    for (; next < cuts.length && cuts[next]!.from < line.end; next++)
      gone += cuts[next]!.to - cuts[next]!.from;
    const stop = line.end - gone;
    return {
      ...line,
      start,
      end: stop,
      text: next === first ? line.text : onOneLine(whole.slice(start, stop)),
    };
  });
  return { input: whole, lines: moved };
}
