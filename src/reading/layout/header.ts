import type { Span } from '../model/document.ts';
import { normalized } from '../text/line-words.ts';
import type { ClassifiedLine } from '../text/lines.ts';
import { bylineName, isBylineAt } from './byline.ts';
import { titleIndex } from './title.ts';

/** The header above the body. Indexes are into the classified lines. */
export type Header = {
  title: (Span & { text: string }) | null;
  titles: number[];
  bylines: number[];
  byline: string | null;
};

/** An author or a day further above the title belongs to another article. */
const farthestAboveTitle = 4;

/**
 * Finds the title, its repetitions and the byline among the lines from the first to the beginning of the body.
 * @param given the title as the source gave it, if it did
 */
export function parseHeader(lines: ClassifiedLine[], bodyStart: number, given: string | null): Header {
  const above = lines.slice(0, bodyStart + 3);
  const givenFolded = given === null ? null : normalized(given);
  const at =
    given === null
      ? titleIndex(lines, bodyStart)
      : above.findIndex(label => normalized(label.line.text) === givenFolded);
  const title = lines[at]?.line ?? null;
  const text = given ?? title?.text ?? null;
  const whole = text === null ? null : normalized(text);
  const titles = whole === null ? [] : indexes(above, label => isRepetition(label.line.text, whole));
  const isTitle = new Set(titles);
  const from = Math.max(0, (at < 0 ? bodyStart : Math.min(at, bodyStart)) - farthestAboveTitle);
  const bylines = indexes(
    above,
    (label, index) =>
      index >= from &&
      !isTitle.has(index) &&
      (index < bodyStart || label.kind === null) &&
      isBylineAt(above, index),
  );
  const names = bylines.map(index => bylineName(above[index]!.line.text)).filter(name => name !== null);
  return {
    title: title && { start: title.start, end: title.end, text: title.text },
    titles,
    bylines,
    byline: names[0] ?? null,
  };
}

function indexes(lines: ClassifiedLine[], fits: (label: ClassifiedLine, index: number) => boolean): number[] {
  return lines.flatMap((label, index) => (fits(label, index) ? [index] : []));
}

/**
 * The title again, or a copy of it with something before or after it, as in menus; `whole` is the normalized title. A
 * sentence that has the title's words in it is the article's first.
 */
function isRepetition(text: string, whole: string): boolean {
  const line = normalized(text);
  if (line === whole) return true;
  const beginning = /(\.\.\.|…)$/.test(text) ? normalized(text.replace(/(\.\.\.|…)$/, '')) : null;
  if (beginning !== null && whole.split(' ').length >= 4)
    return beginning.length > 12 && sharesBeginning(beginning, whole);
  return (
    whole.length > 20 && line.length < whole.length + 40 && line.includes(whole) && !/[.!?]["”»]?$/.test(text)
  );
}

/** Whether the cut-off copy holds the title's beginning, after a path such as "Home News". */
function sharesBeginning(copy: string, title: string): boolean {
  const opening = title.split(' ').slice(0, 4).join(' ');
  const at = copy.indexOf(opening);
  return at >= 0 && title.startsWith(copy.slice(at));
}
