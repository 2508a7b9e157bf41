import type { Update } from 'grammy/types';
import { LibraryError } from '../../database/library-error.ts';
import type { ConversationChange, Inbox } from '../../deliveries/inbox.ts';
import { damagedReading } from '../../library/model/damaged-reading.ts';
import type { Clock } from '../../system/clock.ts';
import type { Log } from '../../system/log.ts';
import type { Link } from '../../telegram/link.ts';

/** How often an update that fails is tried before it is abandoned. */
const maxAttempts = 3;
/**
 * How often the process may end while an update is being handled. More often than it may fail: it mostly ends for
 * another reason, with many updates being handled at that moment.
 */
const maxCrashes = 10;
/** How long an outage may last, in milliseconds, before its failures count. */
const outageLimit = 3_600_000;
/** The longest pause before the next attempt during an outage, in milliseconds. */
const maxPause = 60_000;
/** Transient failures are logged at most once in this many milliseconds. */
const warningInterval = 60_000;

export type AttemptParts = {
  inbox: Inbox;
  clock: Clock;
  link: Pick<Link, 'pause'>;
  log: Log;
  /** Returns the changes to conversations, which are stored together with the update's end. */
  handle(update: Update): Promise<ConversationChange[]>;
  /** Reports to the user, in a sentence, that their update failed, and of what. */
  giveUp(update: Update, error: unknown): Promise<void>;
};

/** How often an attempt has failed: through the update itself, and through an outage. */
type Counts = { failures: number; faults: number };

/**
 * Handles an update of the inbox until it succeeds or has failed too often, with pauses that grow. The function given
 * back takes the update's ID and how many attempts earlier runs of the program began; it rejects if the inbox can't be
 * read, or the final failure can't be stored.
 * @param stopping ends the attempts; the update stays in the inbox for the next start
 */
export function createAttempts(
  parts: AttemptParts,
  stopping: AbortSignal,
): (id: number, before: number) => Promise<void> {
  const { inbox, clock, link, log } = parts;
  let warnedAt = -warningInterval;

  /** An outage fails every update that it meets; one line a minute says as much. */
  function logFailure(isPassing: boolean, details: object): void {
    if (!isPassing) log.error(details, 'an update could not be handled');
    else if (clock.monotonic() >= warnedAt + warningInterval) {
      warnedAt = clock.monotonic();
      log.warn(details, 'an update could not be handled yet');
    }
  }

  async function abandon(update: Update, error: unknown): Promise<void> {
    await parts.giveUp(update, error).catch(second => {
      log.warn({ error: second, update: update.update_id }, 'the sender could not be informed either');
    });
    await inbox.fail(update.update_id, String(error));
  }

  /** Counts a failure, logs it and waits; resolves with whether the update may be tried again. */
  async function mayRetry(error: unknown, update: Update, begun: number, counts: Counts): Promise<boolean> {
    const isPassing = isTransient(error) && clock.monotonic() - begun < outageLimit;
    if (isPassing) counts.faults += 1;
    else counts.failures += 1;
    logFailure(isPassing, { error, update: update.update_id, ...counts });
    // To try again would come to the same.
    if (counts.failures >= maxAttempts || damagedReading(error) !== null) return false;
    const pause = isPassing
      ? Math.min(maxPause, 1000 * 2 ** (counts.faults - 1))
      : 1000 * 4 ** (counts.failures - 1);
    await link.pause(pause, stopping).catch(() => {}); // rejects only as `stopping` is aborted
    return true;
  }

  return async (id, before) => {
    if (stopping.aborted) return;
    const body = await inbox.body(id);
    if (body === null) return;
    const update = JSON.parse(body) as Update;
    // One that has ended the process each time must not do so forever.
    if (before >= maxCrashes) return abandon(update, 'the program ended each time this was handled');
    const begun = clock.monotonic();
    const counts: Counts = { failures: 0, faults: 0 };
    while (!stopping.aborted) {
      try {
        await inbox.attempt(update.update_id);
        const changes = await parts.handle(update);
        return await inbox.finish(update.update_id, changes, clock.now());
      } catch (error) {
        // What fails because the program ends has not failed: it stays in the inbox.
        if (stopping.aborted) return;
        if (!(await mayRetry(error, update, begun, counts))) return await abandon(update, error);
      }
    }
  };
}

/**
 * Whether an error lies in the connection, in Telegram or in the database, rather than in the update. Identified by
 * its text: inside a conversation, errors are stored and lose their class.
 */
function isTransient(error: unknown): boolean {
  const inner = (error as { error?: unknown }).error ?? error;
  const { message } = inner as { message?: unknown };
  return (
    inner instanceof LibraryError ||
    // Also a revoked token: the program ends, and its next start handles the update.
    /Network request for '|failed! \((5\d\d|401): /.test(String(message))
  );
}
