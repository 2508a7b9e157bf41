import { clip } from '../../answers/page/clip.ts';
import type { Block, Line, Page } from '../../answers/page/page.ts';
import type { DiskUsage } from '../../database/disk-usage.ts';
import { alertsFor } from '../../monitoring/alerts.ts';
import { momentText } from '../../rendering/days.ts';
import type { Overview } from '../../store.ts';
import type { BotContext } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { show } from '../core/show.ts';

const megabyte = 2 ** 20;
/** How many failed or unconfirmed messages are shown with their reasons. */
const maxReasons = 5;
const maxReasonLength = 150;
/** How many quotes that readers reported as wrong are listed. */
const maxReported = 10;

/** `/status`, in private and only for operators: for all others it is a command that doesn't exist. */
export const status = createFeature();

status.command('status', 'status', async ctx => show(ctx, await statusPage(ctx)));

async function statusPage({ services }: BotContext): Promise<Page> {
  const { library, clock, zone, messages } = services;
  const now = clock.now();
  const overview = await library.status.at(now);
  const space = await library.diskUsage();
  const troubles = alertsFor(overview, space, now);
  const moment = (at: number) => momentText(at, zone, messages.locale);
  const blocks: Block[] = [
    { kind: 'heading', line: [{ messageKey: troubles.length > 0 ? 'trouble' : 'status-well' }] },
    { kind: 'list', items: troubles.map(trouble => [trouble]) },
    { kind: 'list', items: figures(overview, space, moment) },
  ];
  const odd = (await library.status.parts()).filter(({ state }) => state === 'failed' || state === 'unknown');
  if (odd.length > 0) {
    blocks.push(
      { kind: 'heading', line: [{ messageKey: 'status-odd' }] },
      {
        kind: 'list',
        items: odd
          .slice(-maxReasons)
          .map(({ state, chatId, due, reason }) => [
            { messageKey: `status-${state}`, args: { chat: String(chatId), due: moment(due) } },
            { text: ` ${(reason ?? '').slice(0, maxReasonLength)}` },
          ]),
      },
    );
  }
  const reported = await library.reportedQuotes.list(maxReported);
  if (reported.length > 0)
    blocks.push(
      { kind: 'heading', line: [{ messageKey: 'reported-heading' }] },
      {
        kind: 'list',
        items: reported.map(({ id, words }) => [
          { messageKey: 'reported-line', args: { words: clip(words, maxReasonLength), id } },
        ]),
      },
    );
  return { blocks: blocks.filter(block => block.kind !== 'list' || block.items.length > 0), buttons: [] };
}

function figures(overview: Overview, space: DiskUsage | null, moment: (at: number) => string): Line[] {
  const { articles, subscriptions, due, parts, lastDay, waitingUpdates } = overview;
  const lines: Line[] = [
    [{ messageKey: 'status-articles', args: { count: articles } }],
    [{ messageKey: 'status-subscriptions', args: subscriptions }],
    [
      due.next === null
        ? { messageKey: 'status-due-none', args: { count: due.count } }
        : { messageKey: 'status-due', args: { count: due.count, next: moment(due.next) } },
    ],
    [{ messageKey: 'status-day', args: lastDay }],
    [{ messageKey: 'status-parts', args: parts }],
    // One of those that wait is this request.
    [{ messageKey: 'status-updates', args: { waiting: waitingUpdates - 1, failed: lastDay.failedUpdates } }],
  ];
  if (space !== null)
    lines.push([
      {
        messageKey: 'status-space',
        args: { used: Math.ceil(space.used / megabyte), free: Math.floor(space.free / megabyte) },
      },
    ]);
  return lines;
}
