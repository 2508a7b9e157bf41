import type { Withdrawal } from '../library/model/types.ts';
import { sanitize } from '../rendering/display.ts';
import { type Credit, withCredits } from './credits.ts';
import type { PartBody } from './part-message.ts';
import { ellipsis, findPassage, replaced } from './passages.ts';

export type CorrectionOptions = {
  /** What takes the place of a passage if nothing is said instead. */
  withdrawn: string;
  /** When it is corrected, in milliseconds since the epoch. */
  now: number;
  /** The most UTF-16 code units of the text; if what is said instead would exceed it, it is left out. */
  longest: number;
  /** Who spoke the quotes of articles in which people were joined or split. */
  credits?: readonly Credit[];
};

/**
 * A message without what its articles no longer say: each such passage gives way to what they say instead, or to
 * `withdrawn`. Null if the message has none of it. What the reader sees before and after stays as it is.
 */
export function correctedBody(
  body: PartBody,
  withdrawals: readonly Withdrawal[],
  { withdrawn, now, longest, credits = [] }: CorrectionOptions,
): PartBody | null {
  let corrected = withCredits(body, credits) ?? body;
  for (const { passage, replacement, url } of withdrawals) {
    for (let from = 0, found = findPassage(corrected.text, passage, from); found; ) {
      const room = longest - corrected.text.length + (found.end - found.start);
      const words =
        replacement === null ? null : clipTo(sanitize(replacement).trim(), found.end - found.start);
      const instead = words !== null && words.length <= room ? words : withdrawn;
      corrected = replaced(corrected, found, instead, url);
      from = found.start + instead.length;
      found = findPassage(corrected.text, passage, from);
    }
    corrected = withoutButtons(corrected, passage);
    if (url !== null) corrected = withoutLinks(corrected, url);
  }
  return corrected === body ? null : { ...corrected, corrected: now };
}

/** The replacement is not much longer than what it replaces, so that a digest stays a digest. */
function clipTo(text: string, length: number): string {
  const longest = Math.max(length * 2, 200);
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, cut.lastIndexOf(' '))}${ellipsis}`;
}

/** A button that shows the passage, as it does a title, goes with it. */
function withoutButtons(body: PartBody, passage: string): PartBody {
  const rows = body.markup?.inline_keyboard ?? [];
  const left = rows
    .map(row =>
      row.filter(({ text }) => {
        const found = findPassage(text, passage, 0);
        return found === null || found.start > 0 || found.end < text.length;
      }),
    )
    .filter(row => row.length > 0);
  const isSame = left.flat().length === rows.flat().length;
  return isSame ? body : { ...body, markup: { ...body.markup, inline_keyboard: left } };
}

function withoutLinks(body: PartBody, url: string): PartBody {
  const entities = body.entities.filter(entity => entity.type !== 'text_link' || entity.url !== url);
  return entities.length === body.entities.length ? body : { ...body, entities };
}
