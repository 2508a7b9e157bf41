import { namedIn, quotesIn } from '../answers/quoted/quote.ts';
import type { Withdrawal } from '../library/model/types.ts';
import type { PartBody } from './part-message.ts';
import { findPassage, replaced } from './passages.ts';

/** A quote, and the person who is known to have spoken it; `called`: how its article names them, if quite otherwise. */
export type Credit = { passage: string; name: string; called: string | null };

/** The quotes of the articles in which people were joined or split by hand, with their speakers as they are now. */
export async function creditsOf(
  articles: { get(id: string): Promise<Parameters<typeof quotesIn>[0] | null> },
  withdrawals: readonly Withdrawal[],
): Promise<Credit[]> {
  const decided = new Set(withdrawals.filter(({ passage }) => passage === '').map(({ article }) => article));
  const found = await Promise.all([...decided].map(id => articles.get(id)));
  return found.flatMap(article =>
    article === null
      ? []
      : quotesIn(article).flatMap(({ text, speaker }) => {
          const name = speaker?.person?.name ?? null;
          if (name === null) return [];
          const called = namedIn(speaker!.text, name) ? null : speaker!.text;
          return [{ passage: text.replace(/\s+/g, ' '), name, called }];
        }),
  );
}

/** What comes between a quote and its speaker, who is in bold: a mark and a line break. */
const beforeSpeaker = /^[^\n]{0,6}\n— $/;

/** A message in which each of these quotes has its speaker; null if it has already, or shows none of them. */
export function withCredits(body: PartBody, credits: readonly Credit[]): PartBody | null {
  const corrected = credits.reduce(withCredit, body);
  return corrected === body ? null : corrected;
}

function withCredit(body: PartBody, { passage, name, called }: Credit): PartBody {
  let corrected = body;
  for (let from = 0; ; ) {
    const found = findPassage(corrected.text, passage, from);
    if (found === null) return corrected;
    from = found.end;
    const { text, entities } = corrected;
    const speaker = entities.find(
      ({ type, offset }) =>
        type === 'bold' && offset - found.end <= 12 && beforeSpeaker.test(text.slice(found.end, offset)),
    );
    if (speaker === undefined) continue;
    const stretch = { start: speaker.offset, end: speaker.offset + speaker.length };
    if (text.slice(stretch.start, stretch.end) === name) continue;
    const after = stretch.end;
    // From the end on, so that the first offsets stay right.
    if (called !== null && !text.startsWith(' (', after))
      corrected = replaced(corrected, { start: after, end: after }, ` (${called})`, null);
    corrected = replaced(corrected, stretch, name, null);
  }
}
