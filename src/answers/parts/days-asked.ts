import type { Library } from '../page/library.ts';
import type { View } from '../page/page.ts';
import type { Period } from '../page/period.ts';
import { dayCountedFrom, type RelativePeriod, resolvePeriod } from '../page/relative-period.ts';

/** The days of a period as it was asked for: by its ends, or counted from the reader's day. */
export async function daysAsked(
  library: Library,
  { from, to, when }: Period & { when?: RelativePeriod },
  view: View,
): Promise<Period> {
  if (when === undefined) return { ...(from && { from }), ...(to && { to }) };
  const span = await library.timeline.span();
  return span === null ? {} : resolvePeriod(when, dayCountedFrom(span.last, view.today));
}
