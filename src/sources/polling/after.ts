import { isLoginAddress } from '../fetch/causes.ts';
import type { Validators } from '../fetch/outcome.ts';
import {
  clamp,
  day,
  intervalAfterFailure,
  intervalAfterSuccess,
  longest,
  minute,
  rhythmOf,
  shortest,
  withJitter,
} from './interval.ts';
import type { Attempt, SourceEvent, SourceState } from './state.ts';

/** Some servers answer "unchanged" forever: after this the whole is asked for again. */
const validatorsLast = 8 * day;
/** A permanent redirect is stored after this many in a row. */
const timesMoved = 3;
/** A `Retry-After` beyond this is taken for a mistake. */
const longestRetry = 7 * day;
/** The owner is notified of failure, absence and silence only after these. */
const failingNotice = { failures: 5, after: day };
const missingNotice = 90 * day;
const silentNotice = { after: 30 * day, gaps: 10 };

/** What to ask by at a moment: nothing once it is older than eight days. */
export function validatorsAt({ validators, validatedAt }: SourceState, now: number): Validators | null {
  return validatedAt !== null && now - validatedAt <= validatorsLast ? validators : null;
}

/**
 * The state of a source after a try, and the events to notify its owner of, each once: that it fails, is gone, has been
 * missing for 90 days or silent for 30; that it is back; that it has moved. A try while this machine was offline
 * charges the source with nothing. Pure.
 * @param seed what spreads the sources over time, such as the source's id
 */
export function after(
  state: SourceState,
  attempt: Attempt,
  now: number,
  seed: string,
): { state: SourceState; events: SourceEvent[] } {
  if (attempt.kind !== 'failed') return afterSuccess(state, attempt, now, seed);
  if (attempt.cause === 'offline') return { state: { ...state, dueAt: now + shortest }, events: [] };
  return afterFailure(state, attempt, now, seed);
}

function afterSuccess(
  state: SourceState,
  attempt: Exclude<Attempt, { kind: 'failed' }>,
  now: number,
  seed: string,
): { state: SourceState; events: SourceEvent[] } {
  const isFetched = attempt.kind === 'fetched';
  const rhythm = isFetched
    ? rhythmOf(attempt.published, now)
    : { newestAt: state.newestAt, gap: state.gap, reach: state.reach };
  const asked = Math.max(
    (attempt.freshUntil ?? now) - now,
    isFetched ? (attempt.ttlMinutes ?? 0) * minute : 0,
  );
  const isChanged = isFetched && attempt.fingerprint !== state.fingerprint;
  const changedAt = isChanged ? now : state.changedAt;
  const interval = intervalAfterSuccess({ ...rhythm, changedAt }, asked, now);
  const moved = movedAfter(state, attempt.movedTo);
  const hasMoved = moved !== null && moved.times >= timesMoved;
  const isSilent = silenceOf(rhythm, now);
  const wasDown = state.reported !== null && state.reported !== 'silent';
  const speaksAgain = state.reported === 'silent' && !isSilent;
  const events: SourceEvent[] = [];
  if (wasDown || speaksAgain) events.push('came-back');
  if (isSilent && state.reported !== 'silent') events.push('silent');
  if (hasMoved) events.push('moved');
  return {
    state: {
      ...state,
      ...rhythm,
      fingerprint: isFetched ? attempt.fingerprint : state.fingerprint,
      changedAt,
      url: hasMoved ? moved.to : state.url,
      dueAt: now + withJitter(interval, `${seed} ${now}`, longest),
      // "Unchanged" may bring a newer validator, but only the whole content starts its days again.
      validators: isFetched ? attempt.validators : (attempt.validators ?? state.validators),
      validatedAt: isFetched ? now : state.validatedAt,
      lastSuccessAt: now,
      failures: 0,
      failingSince: null,
      cause: null,
      missingSince: null,
      moved: hasMoved ? null : moved,
      reported: isSilent ? 'silent' : null,
    },
    events,
  };
}

function movedAfter({ url, moved }: SourceState, movedTo: string | null): SourceState['moved'] {
  if (movedTo === null || movedTo === url || isLoginAddress(movedTo)) return null;
  return { to: movedTo, times: moved?.to === movedTo ? moved.times + 1 : 1 };
}

/** Whether there has been nothing for much longer than usual, and for a month at least. */
function silenceOf({ newestAt, gap }: { newestAt: number | null; gap: number | null }, now: number): boolean {
  if (newestAt === null || gap === null) return false;
  return now - newestAt >= Math.max(silentNotice.after, silentNotice.gaps * gap);
}

function afterFailure(
  state: SourceState,
  attempt: Extract<Attempt, { kind: 'failed' }>,
  now: number,
  seed: string,
): { state: SourceState; events: SourceEvent[] } {
  const { cause, retryAt } = attempt;
  const failures = state.failures + 1;
  const failingSince = state.failingSince ?? now;
  const missingSince = cause === 'missing' ? (state.missingSince ?? now) : null;
  const failingFor = now - failingSince;
  // One that is gone is still looked for now and then: sites have come back from it.
  const interval = cause === 'gone' ? 7 * day : intervalAfterFailure(failures, failingFor);
  const waits = withJitter(interval, `${seed} ${now}`, interval);
  const retry = retryAt === null ? 0 : clamp(retryAt - now, shortest, longestRetry);
  const mark =
    cause === 'gone'
      ? 'gone'
      : missingSince !== null && now - missingSince >= missingNotice
        ? 'missing'
        : failures >= failingNotice.failures && failingFor >= failingNotice.after
          ? 'failing'
          : null;
  // An owner notified that it is gone needs no further notice that it fails.
  const isNews = mark !== null && weightOf(mark) > weightOf(state.reported);
  return {
    state: {
      ...state,
      // Where the server says when, not before that, and not all at that very moment.
      dueAt:
        now +
        (retry > 0
          ? Math.max(retry + withJitter(retry / 10, seed, retry / 10), shortest)
          : Math.max(waits, shortest)),
      failures,
      failingSince,
      cause,
      missingSince,
      reported: isNews ? mark : state.reported,
    },
    events: isNews ? [mark] : [],
  };
}

function weightOf(reported: SourceState['reported']): number {
  return [null, 'silent', 'failing', 'missing', 'gone'].indexOf(reported);
}
