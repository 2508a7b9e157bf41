import type { ClassifiedLine } from '../text/lines.ts';

/** Fewer lines in a row are headlines. */
const fewestPairs = 3;

const side = String.raw`\p{Lu}[\p{L}'’.-]{0,24}(?: (?:\p{Lu}[\p{L}'’.-]{0,24}|de|da|do|di|van|von|der|den|bin|al|el|la|le|y|’t|'t)){0,5}`;
const pair = new RegExp(String.raw`^(?<a>${side})(?: [-–—] |: | as | … |\.{2,30} ?)(?<b>${side})$`, 'u');

/** UTF-16 code units of a line. */
const longest = 120;

/**
 * Marks the rows of a list that pairs names, such as a cast (`Young Nora - Aoife Quirke`), so that they are read as text
 * rather than headings. In a menu one side repeats itself.
 */
export function markNamePairs(lines: ClassifiedLine[]): void {
  let run: ClassifiedLine[] = [];
  let sides = new Set<string>();
  const close = () => {
    if (run.length >= fewestPairs && sides.size === run.length * 2)
      for (const { shape } of run) shape.row = true;
    run = [];
    sides = new Set();
  };
  for (const label of lines) {
    const { text } = label.line;
    const found = label.kind === null && text.length <= longest ? pair.exec(text.trim())?.groups : undefined;
    if (!found) close();
    else {
      run.push(label);
      sides.add(found.a!).add(found.b!);
    }
  }
  close();
}
