import type { PartReport, SuspendedChat } from '../deliveries/status.ts';
import type { Library, Overview } from '../store.ts';
import { readConfig } from '../system/config.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes } from './cli/exit-codes.ts';
import { type CommandIo, withLibrary, writeLine } from './cli/open.ts';

/** How many lines of each kind are shown; `--json` prints all. */
const maxShown = 20;

type Report = {
  overview: Overview;
  due: { id: number; chatId: number; due: number }[];
  parts: PartReport[];
  resting: SuspendedChat[];
};

/** `deliveries [--json]`: what is due, waiting, unconfirmed or given up, and why. */
export async function deliveries(args: Arguments, io: CommandIo): Promise<number> {
  const { database } = readConfig(io.environment, io.folder);
  const report = await withLibrary(database, library => reportOn(library, Date.now()));
  const lines = args.has('json') ? [JSON.stringify(asJson(report))] : asText(report);
  for (const line of lines) await writeLine(io.out, line);
  return exitCodes.ok;
}

async function reportOn({ status }: Library, now: number): Promise<Report> {
  return {
    overview: await status.at(now),
    due: await status.due(now),
    parts: await status.parts(),
    resting: await status.suspended(),
  };
}

/** The states by the names that scripts know. */
const shownState: Record<PartReport['state'], string> = {
  planned: 'waiting',
  sending: 'sending',
  sent: 'sent',
  unknown: 'unknown',
  failed: 'dead',
};

/** One object; moments are ISO 8601 in UTC. */
function asJson({ overview, due, parts, resting }: Report): object {
  const { lastDay, due: times, parts: counts, subscriptions } = overview;
  const { suspended, ...others } = subscriptions;
  return {
    counts: {
      due: times.count,
      waiting: counts.waiting,
      held: counts.held,
      sending: counts.sending,
      unknown: counts.unknown,
      dead: counts.failed,
      sentLastDay: lastDay.sent,
      deadLastDay: lastDay.failed,
      subscriptions: { ...others, resting: suspended },
    },
    next: times.next === null ? null : iso(times.next),
    due: due.map(one => ({ subscription: one.id, chat: one.chatId, due: iso(one.due) })),
    parts: parts.map(part => ({
      id: part.id,
      chat: part.chatId,
      topic: part.threadId,
      due: iso(part.due),
      part: part.part,
      state: shownState[part.state],
      held: part.held,
      attempts: part.attempts,
      reason: part.reason,
      changed: iso(part.changed),
    })),
    resting: resting.map(({ chatId, since, reason }) => ({ chat: chatId, since: iso(since), reason })),
  };
}

function asText({ overview, due, parts, resting }: Report): string[] {
  const { lastDay, parts: counts, due: times } = overview;
  const row = (name: string, count: number, words: string) => `${name.padEnd(11)} ${count} ${words}`;
  const of = (fits: (part: PartReport) => boolean) => parts.filter(fits).map(lineOf);
  return [
    row('due', times.count, times.next === null ? 'digests' : `digests; next at ${iso(times.next)}`),
    row('waiting', counts.waiting, 'messages queued'),
    row('held', counts.held, 'messages, until their subscriptions resume'),
    row('sending', counts.sending, 'messages'),
    row('sent', lastDay.sent, 'messages in the last day'),
    row('unconfirmed', counts.unknown, 'messages that Telegram didn’t confirm'),
    row('given up', counts.failed, `messages given up, ${lastDay.failed} of them in the last day`),
    ...section(
      'due',
      due.map(one => `subscription ${one.id}, chat ${one.chatId}, since ${iso(one.due)}`),
    ),
    ...section(
      'waiting',
      of(({ state, held }) => state === 'planned' && !held),
    ),
    ...section(
      'unconfirmed',
      of(({ state }) => state === 'unknown'),
    ),
    ...section(
      'given up',
      of(({ state }) => state === 'failed'),
    ),
    ...section(
      'on hold',
      resting.map(
        ({ chatId, since, reason }) => `chat ${chatId}, since ${iso(since)}${reason ? `: ${reason}` : ''}`,
      ),
    ),
  ];
}

function section(name: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - maxShown;
  return [
    '',
    `${name}:`,
    ...lines.slice(0, maxShown).map(line => `  ${line}`),
    ...(more > 0 ? [`  and ${more} more: --json prints all`] : []),
  ];
}

function lineOf({ id, chatId, threadId, due, part, attempts, reason }: PartReport): string {
  const topic = threadId === null ? '' : ` topic ${threadId}`;
  const tries = attempts === 0 ? '' : `, ${attempts} ${attempts === 1 ? 'try' : 'tries'}`;
  return `message ${id}: chat ${chatId}${topic}, due ${iso(due)}, part ${part}${tries}${reason ? `: ${reason}` : ''}`;
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
