import type { Unit } from './blocks.ts';
import { codePoints } from './display.ts';
import { type FormattedText, joined, pieces, plain } from './rich.ts';

/** Telegram keeps this many entities of a message. */
const mostEntities = 100;

/**
 * The parts of a page as texts of at most `limit` code points. A part goes whole into the next text where it
 * no longer fits; only one longer than a text itself is cut, between words. A heading stays with what it heads.
 */
export function split(units: Unit[], limit: number): FormattedText[] {
  const texts: FormattedText[] = [];
  let open: FormattedText | undefined;
  for (const group of groups(units)) {
    const whole = stacked(group);
    const longer = open && joined([open, plain(group[0]!.gap), whole]);
    if (longer && fits(longer, limit)) {
      open = longer;
      continue;
    }
    if (open) texts.push(open);
    const parts = fits(whole, limit) ? [whole] : pieces(whole, limit).map(fewer);
    texts.push(...parts.slice(0, -1));
    open = parts.at(-1);
  }
  if (open) texts.push(open);
  return texts;
}

function groups(units: Unit[]): Unit[][] {
  const all: Unit[][] = [];
  for (const [i, unit] of units.entries()) {
    if (units[i - 1]?.keep) all.at(-1)!.push(unit);
    else all.push([unit]);
  }
  return all;
}

function stacked(group: Unit[]): FormattedText {
  return joined(group.flatMap((unit, i) => (i === 0 ? [unit.rich] : [plain(unit.gap), unit.rich])));
}

function fits(rich: FormattedText, limit: number): boolean {
  return rich.entities.length <= mostEntities && codePoints(rich.text) <= limit;
}

function fewer(rich: FormattedText): FormattedText {
  return { text: rich.text, entities: rich.entities.slice(0, mostEntities) };
}
