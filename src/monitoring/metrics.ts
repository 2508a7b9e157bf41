import type { DiskUsage } from '../database/disk-usage.ts';
import type { Overview } from '../store.ts';

type Sample = { labels?: Record<string, string>; value: number };

/** States by the labels that dashboards know. */
const labelOf: Record<string, string> = { failed: 'failed', suspended: 'suspended' };

/**
 * The figures as Prometheus reads them: its text format 0.0.4, a metric's samples together under its help and
 * type (prometheus.io/docs/instrumenting/exposition_formats).
 * @param options.now milliseconds since the epoch
 * @param options.lastTick when the scheduler last finished a minute, milliseconds since the epoch; null before the
 *   first
 */
export function metricsText(
  overview: Overview,
  space: DiskUsage | null,
  { now, lastTick }: { now: number; lastTick: number | null },
): string {
  const { articles, subscriptions, due, parts, oldestPart, lastDay, waitingUpdates } = overview;
  const states = (counts: Record<string, number>) =>
    Object.entries(counts).map(([state, value]) => ({ labels: { state: labelOf[state] ?? state }, value }));
  const since = (moment: number | null) => (moment === null ? 0 : Math.max(0, now - moment) / 1000);
  return [
    gauge('communique_articles', 'Articles in the library.', [{ value: articles }]),
    gauge('communique_subscriptions', 'Subscriptions by state.', states(subscriptions)),
    gauge('communique_digests_due', 'Digests that are due and not composed yet.', [{ value: due.count }]),
    gauge('communique_digests_overdue_seconds', 'How long the oldest of them has been due.', [
      { value: since(due.oldest) },
    ]),
    gauge('communique_messages', 'Messages of digests that are not sent, by state.', states(parts)),
    gauge('communique_messages_waiting_seconds', 'How long the oldest message has been in line.', [
      { value: since(oldestPart) },
    ]),
    gauge('communique_messages_sent_last_day', 'Messages of digests that were sent within 24 hours.', [
      { value: lastDay.sent },
    ]),
    gauge('communique_messages_dead_last_day', 'Messages of digests that were given up within 24 hours.', [
      { value: lastDay.failed },
    ]),
    gauge('communique_updates_waiting', 'Updates from Telegram that are not handled yet.', [
      { value: waitingUpdates },
    ]),
    gauge('communique_updates_failed_last_day', 'Updates that came within 24 hours and were given up.', [
      { value: lastDay.failedUpdates },
    ]),
    ...(space === null
      ? []
      : [
          gauge('communique_database_bytes', 'The size of the database with its log.', [
            { value: space.used },
          ]),
          gauge('communique_disk_free_bytes', 'What the disk of the database has free.', [
            { value: space.free },
          ]),
        ]),
    ...(lastTick === null
      ? []
      : [
          gauge('communique_last_tick_timestamp_seconds', 'When the scheduler last finished a minute.', [
            { value: lastTick / 1000 },
          ]),
        ]),
    gauge('process_resident_memory_bytes', 'Resident memory size in bytes.', [
      { value: process.memoryUsage.rss() },
    ]),
  ].join('');
}

function gauge(name: string, help: string, samples: Sample[]): string {
  const lines = samples.map(({ labels = {}, value }) => {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${text}"`);
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`;
}
