import type { Request } from '../../languages/requests.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import type { RightsAction } from '../core/rights-table.ts';
import { show } from '../core/show.ts';
import { showSources } from '../sources/sources.ts';
import { requested, subjectWithSchedule } from '../subscriptions/requested.ts';
import { listPage } from '../subscriptions/settings-page.ts';
import { endDialog } from '../wizard/wizard.ts';
import { showForget, showPrivacy } from './privacy.ts';
import { addressedText } from './questions.ts';

/**
 * What people ask in plain words of their own subscriptions and data; in a group, with the bot's name, of the group's
 * subscriptions.
 */
export const requests = createFeature();

const actions: Record<Request['kind'], RightsAction> = {
  subscriptions: 'subscriptions',
  forget: 'forget',
  privacy: 'privacy',
  sources: 'sources',
  subscribe: 'subscribe',
  subscribeAt: 'subscribe',
  subscribeEvery: 'subscribe',
  subscribeWhen: 'subscribe',
};

requests.messages(
  'message:text',
  ctx => {
    const request = requestOf(ctx, requestedOutside);
    return request === null ? null : actions[request.kind];
  },
  async ctx => {
    const { kind, about } = requestOf(ctx, requestedOutside)!;
    if (kind === 'subscriptions') await show(ctx, await listPage(ctx));
    else if (kind === 'forget') await showForget(ctx);
    else if (kind === 'privacy') await showPrivacy(ctx);
    else if (kind === 'sources') await showSources(ctx);
    else await ctx.conversation.enter('subscribe', about);
  },
);

/** A request that is made in the middle of a dialog ends it: it is not an answer to its question. */
export async function endDialogForRequest(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  if (requestOf(ctx, requested) !== null) await endDialog(ctx);
  await next();
}

/** What is asked for where no dialog is open. */
const requestedOutside: typeof requested = (typed, vocabulary) =>
  requested(typed, vocabulary) ?? subjectWithSchedule(typed, vocabulary);

function requestOf(ctx: BotContext, read: typeof requested): Request | null {
  const { text, edit_date } = ctx.message ?? {};
  if (text === undefined || edit_date !== undefined || text.startsWith('/')) return null;
  const isCalled = !inGroup(ctx) || text.toLowerCase().includes(`@${ctx.me.username}`.toLowerCase());
  const words = isCalled ? addressedText(ctx) : null;
  const request = words === null ? null : read(words, ctx.services.languages.vocabulary);
  const isOfGroup = request?.kind === 'subscribe' || request?.kind === 'subscriptions';
  return !inGroup(ctx) || isOfGroup ? request : null;
}
