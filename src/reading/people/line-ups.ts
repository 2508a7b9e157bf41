import { foldName } from '../../names/fold.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { Mention } from './clusters.ts';

/** Surnames in a row make a line-up from this length on, if this share of them are known as surnames. */
const minLength = 5;
const minKnown = 0.4;
const maxGap = 22;
/** What is between two of them: marks, a substitute in brackets, the minute, what begins the row of substitutes. */
const between =
  /^(?:[\s,;]+(?:and )?|\s?\(|[\s,]{0,4}(?:\d{1,3}(?:\+\d)?['’]?)?\)?[\s,;.]{1,8}(?:Subs(?:titutes)?(?: not used)?:\s)?)$/;
/** `Tarn United (4-4-2):` */
const formation = /\(\d(?:-\d){2,3}\):?\s*$/;

/**
 * Marks the surnames of a line-up as people's: `Given, Breen, Staunton, Irwin, McAteer`; behind a formation everyday words
 * too, which are added to the surnames.
 */
export function markLineUps(
  { singles, weak }: { singles: Mention[]; weak: Mention[] },
  surnames: ReadonlySet<string>,
  { input }: Document,
  index: NameIndex,
): void {
  const everyday = new Set(weak);
  let row: Mention[] = [];
  const close = () => {
    const known = row.filter(({ texts }) => {
      const name = foldName(texts.at(-1)!);
      return surnames.has(name) || index.surnames.has(name);
    });
    const isFormation =
      row.length > 0 && formation.test(input.slice(Math.max(0, row[0]!.start - 16), row[0]!.start));
    if (row.length >= minLength && (isFormation || known.length >= row.length * minKnown))
      for (const mention of row) {
        if (!everyday.has(mention)) mention.hasContext = () => true;
        else if (isFormation) singles.push({ ...mention, hasContext: () => true });
      }
    row = [];
  };
  for (const mention of [...singles, ...weak].sort((a, b) => a.start - b.start)) {
    const last = row.at(-1);
    const gap = last ? input.slice(last.end, mention.start) : '';
    if (last && (gap.length > maxGap || last.paragraph !== mention.paragraph || !between.test(gap))) close();
    row.push(mention);
  }
  close();
}
