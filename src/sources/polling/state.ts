import type { Cause, Validators } from '../fetch/outcome.ts';

/** What is known of a source that is asked from time to time; plain data. Moments are milliseconds since the epoch. */
export type SourceState = {
  /** Where it is asked for. */
  url: string;
  dueAt: number;
  /** What the server gave to ask by, and when the content that it belongs to came. */
  validators: Validators | null;
  validatedAt: number | null;
  lastSuccessAt: number | null;
  /** The newest day of publication in it, never in the future. */
  newestAt: number | null;
  /** The usual time between two items, milliseconds. */
  gap: number | null;
  /** How long its list of items reaches back: asked less often, it loses items. */
  reach: number | null;
  /** Of its items, so that a change is seen in a feed without days, and when that was. */
  fingerprint: string | null;
  changedAt: number | null;
  /** Since the last success: how many tries failed, since when, and why the last one did. */
  failures: number;
  failingSince: number | null;
  cause: Cause | null;
  /** Since when there has been nothing but 404. */
  missingSince: number | null;
  /** Where it says that it has moved to for good, and how many times in a row. */
  moved: { to: string; times: number } | null;
  /** The condition its owner has been notified of and that still holds. */
  reported: 'failing' | 'gone' | 'missing' | 'silent' | null;
};

/** How one try went. */
export type Attempt =
  | {
      kind: 'fetched';
      validators: Validators | null;
      movedTo: string | null;
      freshUntil: number | null;
      /** What the feed itself asks for. */
      ttlMinutes: number | null;
      /** When its items were published, as far as they say, in any order. */
      published: number[];
      /** Of which items it has. */
      fingerprint: string;
    }
  | { kind: 'unchanged'; validators: Validators | null; movedTo: string | null; freshUntil: number | null }
  | { kind: 'failed'; cause: Cause; retryAt: number | null };

/** What to notify the owner of, once each; for `moved` the new address is in the state. */
export type SourceEvent = 'failing' | 'gone' | 'missing' | 'silent' | 'came-back' | 'moved';

/** A source that was never asked; it is due at once. */
export const newSource = (url: string, now: number): SourceState => ({
  url,
  dueAt: now,
  validators: null,
  validatedAt: null,
  lastSuccessAt: null,
  newestAt: null,
  gap: null,
  reach: null,
  fingerprint: null,
  changedAt: null,
  failures: 0,
  failingSince: null,
  cause: null,
  missingSince: null,
  moved: null,
  reported: null,
});
