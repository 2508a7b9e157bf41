import { z } from 'zod';
import type { Source } from '../../library/sources/types.ts';
import type { Cause } from '../../sources/fetch/outcome.ts';
import { newSource, type SourceState } from '../../sources/polling/state.ts';

const moment = z.number().nullable();

/** The state as it is stored; where it is asked and when are columns of their own. */
const stateSchema = z.object({
  validators: z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() }).nullable(),
  validatedAt: moment,
  lastSuccessAt: moment,
  newestAt: moment,
  gap: moment,
  reach: moment,
  fingerprint: z.string().nullable(),
  changedAt: moment,
  failures: z.number(),
  failingSince: moment,
  cause: z.custom<Cause>(value => typeof value === 'string').nullable(),
  missingSince: moment,
  moved: z.object({ to: z.string(), times: z.number() }).nullable(),
  reported: z.enum(['failing', 'gone', 'missing', 'silent']).nullable(),
}) satisfies z.ZodType<Omit<SourceState, 'url' | 'dueAt'>>;

/** The polling state of a source; a new one's if it has none yet, or none that can be understood. */
export function pollingState(source: Pick<Source, 'url' | 'dueAt' | 'polling' | 'added'>): SourceState {
  const fresh = { ...newSource(source.url, source.added), dueAt: source.dueAt ?? source.added };
  if (source.polling === null) return fresh;
  const parsed = stateSchema.safeParse(jsonIn(source.polling));
  return parsed.success ? { ...fresh, ...parsed.data } : fresh;
}

/** What is to be stored of a state. */
export function storedPolling({ url, dueAt, ...rest }: SourceState): {
  polling: string;
  dueAt: number;
  url: string;
} {
  return { polling: JSON.stringify(rest), dueAt, url };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without its state a source is asked as if for the first time: nothing is lost by that.
    return null;
  }
}
