import type { Labelled } from './body.ts';
import type { Span } from './document.ts';

/** What stands above the body. Indexes are into the labelled lines. */
export type Head = {
  title: (Span & { text: string }) | null;
  titles: number[];
  bylines: number[];
  byline: string | null;
};

/**
 * Finds the title, its repetitions and the byline among the lines from `from` to the first line of the body.
 * @param given the title as the source gave it, if it did
 */
export function headOf(lines: Labelled[], bodyStart: number, given: string | null): Head {
  const above = lines.slice(0, bodyStart);
  const at =
    given === null
      ? titleIndex(above)
      : lines.slice(0, bodyStart + 3).findIndex(label => isSame(label.line.text, given));
  const title = lines[at]?.line ?? null;
  const text = given ?? title?.text ?? null;
  const titles =
    text === null ? [] : indexes(lines.slice(0, bodyStart + 3), label => isRepetition(label.line.text, text));
  const isTitle = new Set(titles);
  const bylines = indexes(above, (_, index) => !isTitle.has(index) && isBylineAt(above, index));
  const names = bylines.map(index => bylineName(above[index]!.line.text)).filter(name => name !== null);
  return {
    title: title && { start: title.start, end: title.end, text: title.text },
    titles,
    bylines,
    byline: names[0] ?? null,
  };
}

function indexes(lines: Labelled[], fits: (label: Labelled, index: number) => boolean): number[] {
  return lines.flatMap((label, index) => (fits(label, index) ? [index] : []));
}

/** The line that stands twice, else the last one above the body that reads like a title. */
function titleIndex(above: Labelled[]): number {
  const seen = new Map<string, number>();
  const candidates = indexes(above, (label, index) => couldBeTitle(label) && !isBylineAt(above, index));
  let twice = -1;
  for (const index of candidates) {
    const key = folded(above[index]!.line.text);
    if (seen.has(key) && above[index]!.shape.words >= 4) twice = index;
    seen.set(key, index);
  }
  if (twice >= 0) return twice;
  const near = candidates.filter(index => index >= above.length - 12);
  const long = near.filter(index => above[index]!.shape.words >= 4);
  // A longer line right under the title is its standfirst.
  const last = long.at(-1);
  const before = long.at(-2);
  if (last !== undefined && before === last - 1 && above[last]!.shape.words > above[before]!.shape.words)
    return before;
  return last ?? (candidates.length === 1 && above.length <= 3 ? candidates[0]! : -1);
}

function couldBeTitle({ shape, kind, line }: Labelled): boolean {
  return (
    kind === null &&
    shape.words >= 2 &&
    shape.words <= 30 &&
    !/[.:…]$|\.\.\.$/.test(line.text) &&
    !isDateline(line.text)
  );
}

/** `KABUL, Afghanistan (AP) _`, `WEST PALM BEACH, Fla. —`: the place an article was sent from. */
export function isDateline(text: string): boolean {
  return /^\p{Lu}[\p{Lu} .'’-]{2,40}[,(/—–_ -].{0,60}$/u.test(text) && /[_—–-]$|\)$/.test(text);
}

export function isSame(text: string, title: string): boolean {
  return folded(text) === folded(title);
}

/** The same line again, or a menu's or page title's copy of it with something before or behind it. */
function isRepetition(text: string, title: string): boolean {
  const [line, whole] = [folded(text), folded(title)];
  if (line === whole) return true;
  const beginning = /(\.\.\.|…)$/.test(text) ? folded(text.replace(/(\.\.\.|…)$/, '')) : null;
  if (beginning !== null && whole.split(' ').length >= 4)
    return beginning.length > 12 && sharesBeginning(beginning, whole);
  return whole.length > 20 && line.includes(whole) && line.length < whole.length + 40;
}

/** Whether the cut-off copy holds the title's beginning, after a path such as "Home News". */
function sharesBeginning(copy: string, title: string): boolean {
  const opening = title.split(' ').slice(0, 4).join(' ');
  const at = copy.indexOf(opening);
  return at >= 0 && title.startsWith(copy.slice(at));
}

function folded(text: string): string {
  return text
    .slice(0, 500)
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const months =
  'jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?';
const dayPattern = new RegExp(
  `(\\b\\d{1,2}(st|nd|rd|th)?\\.? (${months})\\b|\\b(${months})\\.? \\d{1,2}\\b|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b|\\b\\d{4}-\\d\\d-\\d\\d\\b)`,
  'i',
);

/** A line that tells the day or the hour of publication, and little more. */
export function isStampLine({ line, shape }: Labelled): boolean {
  if (shape.words > 16 || shape.prose || isDateline(line.text)) return false;
  if (/:$/.test(line.text) && shape.small >= 3) return false;
  return (
    dayPattern.test(line.text) ||
    /^(published|updated|posted|last updated|first published|created|modified)\b/i.test(line.text)
  );
}

/** Whether the line names the author or the day of publication. */
function isBylineAt(above: Labelled[], index: number): boolean {
  const label = above[index]!;
  if (isStampLine(label)) return true;
  const { text } = label.line;
  if (/^(by|text by|written by|posted by|author:?|reported by|story by|words by)\s+\p{Lu}/iu.test(text)) {
    return label.shape.words <= 16 && !label.shape.closed;
  }
  const besides = [above[index - 1], above[index + 1]];
  return isNameLine(text) && besides.some(other => other && isStampLine(other));
}

/** The bylines among the first lines of the body, where it begins above them. */
export function bylinesWithin(lines: Labelled[], bodyStart: number): number[] {
  return [0, 1, 2]
    .map(step => bodyStart + step)
    .filter(index => index < lines.length && isBylineAt(lines, index));
}

/** Two to four words, each with a capital, and nothing else. */
function isNameLine(text: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]{0,30}( \p{Lu}[\p{L}'’.-]{0,30}){1,3}$/u.test(text);
}

function bylineName(text: string): string | null {
  const named =
    /^(?:by|text by|written by|posted by|author:?|reported by|story by|words by)\s+(\p{Lu}.{2,80})$/iu.exec(
      text,
    );
  if (!named) return isNameLine(text) && !dayPattern.test(text) ? text : null;
  return (
    named[1]!
      .replace(
        new RegExp(`\\s*[,|•·–—-]?\\s*(on )?(published|updated)?:?\\s*${dayPattern.source}.*$`, 'i'),
        '',
      )
      .trim() || null
  );
}
