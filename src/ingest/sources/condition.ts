import type { Source } from '../../library/sources/types.ts';
import { pollingState } from './polling-state.ts';

/** How a source is doing, as a message with its arguments. Moments are milliseconds since the epoch. */
export type Condition = {
  /** `well`: nothing to do; `waiting`: not asked yet, or on its owner's wish; `ill`: it needs a look. */
  level: 'well' | 'waiting' | 'ill';
  messageKey: string;
  /** Why it fails, as a key of the messages. */
  causeKey: string | null;
  since: number | null;
  lastSuccessAt: number | null;
};

/** How a source is doing. */
export function conditionOf(source: Source): Condition {
  const { lastSuccessAt, reported, failures, failingSince, cause, newestAt } = pollingState(source);
  const isAsked = source.dueAt !== null;
  const condition = (level: Condition['level'], key: string, more: Partial<Condition> = {}): Condition => ({
    level,
    messageKey: `source-state-${key}`,
    causeKey: null,
    since: null,
    lastSuccessAt,
    ...more,
  });
  const causeKey = cause === null ? null : `cause-${cause}`;
  if (source.paused) return condition('waiting', 'paused');
  if (!isAsked) return condition('well', source.kind);
  if (failures > 0) {
    const key =
      reported === 'gone' || reported === 'missing' ? reported : failures > 2 ? 'failing' : 'retrying';
    return condition(failures > 2 || key === 'gone' ? 'ill' : 'waiting', key, {
      causeKey,
      since: failingSince,
    });
  }
  if (lastSuccessAt === null) return condition('waiting', 'new');
  if (reported === 'silent') return condition('ill', 'silent', { since: newestAt });
  return condition('well', 'well');
}
