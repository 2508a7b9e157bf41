import { createAlerts } from './digests/alerts.ts';
import type { ChatMessages } from './digests/chat-messages.ts';
import type { Digests } from './digests/digests.ts';
import { createReportNotes } from './digests/report-notes.ts';
import { rescheduleAfterSetBack } from './digests/rescheduling.ts';
import { createSourceNotes } from './digests/source-notes.ts';
import type { Ingest } from './ingest/sources/ingest.ts';
import type { Library } from './store.ts';
import type { Clock } from './system/clock.ts';
import type { Log } from './system/log.ts';
import { createScheduler, type Scheduler } from './upkeep/scheduler.ts';
import { createUpkeep } from './upkeep/upkeep.ts';

/** Joins what is done every minute, in its order. */
export function minuteSchedule(parts: {
  library: Library;
  clock: Clock;
  log: Log;
  messagesOf: ChatMessages;
  admins: readonly number[];
  ingest: Ingest | null;
  digests: Digests;
  correct(): Promise<void>;
  reportOverruns(): Promise<void>;
}): Scheduler {
  const { library, clock, log, messagesOf, admins, ingest, digests, correct, reportOverruns } = parts;
  const noteReports = createReportNotes({ library, messagesOf, clock, admins });
  const watch = createAlerts({ library, messagesOf, clock, admins });
  const noteSources = ingest
    ? createSourceNotes({ library, sources: ingest.sources, messagesOf, clock, admins })
    : async () => false;
  const upkeep = createUpkeep({
    library,
    clock,
    log,
    onSetBack: () => rescheduleAfterSetBack(library, clock.now()),
  });
  return createScheduler(clock, log, {
    upkeep,
    minute: async () => {
      await reportOverruns();
      await digests.tick();
      // Another round sends the notifications.
      const areWaiting = [await watch(), await noteSources(), await noteReports()];
      if (areWaiting.includes(true)) await digests.tick();
      ingest?.tick();
      await correct();
    },
  });
}
