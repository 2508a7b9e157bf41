import { greetingPage, groupGreetingPage } from '../../answers/greeting.ts';
import { helpPage } from '../../answers/help.ts';
import { actionOfButton } from '../core/button-actions.ts';
import { stopCommands } from '../core/command-names.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { dataOf } from '../core/deep-links.ts';
import { isWord } from '../core/dialog-words.ts';
import { createFeature } from '../core/feature.ts';
import { unknownCommand } from '../core/refusals.ts';
import type { RightsAction } from '../core/rights-table.ts';
import { acknowledge, messagePage, show } from '../core/show.ts';
import { offeredPacks } from '../sources/sources.ts';
import { answerDigestButton } from '../subscriptions/digest-buttons.ts';
import { listPage } from '../subscriptions/settings-page.ts';
import { sharedKey } from '../subscriptions/sharing.ts';
import { handleSubscriptionButton } from '../subscriptions/subscriptions.ts';
import { endDialog, isInDialog } from '../wizard/wizard.ts';
import { showPrivacy } from './privacy.ts';
import { answerButton } from './questions.ts';

/** The greeting, the help and the way out of a dialog. */
export const greeting = createFeature();

greeting.command('start', startAction, async ctx => {
  const { library } = ctx.services;
  if (inGroup(ctx)) return show(ctx, await groupGreetingPage(library));
  const payload = ctx.match.trim();
  const shared = sharedKey(payload);
  if (payload === 'filter' || payload === 'subscribe' || shared !== null) {
    await endDialog(ctx);
    return ctx.conversation.enter(payload === 'filter' ? 'filter' : 'subscribe', shared ?? undefined);
  }
  if (payload === 'privacy') return showPrivacy(ctx);
  const code = invitationIn(payload);
  if (code !== null) return redeemInvitation(ctx, code);
  const data = dataOf(payload);
  if (data === null)
    return void ((await offeredPacks(ctx)) || (await show(ctx, await greetingPage(library))));
  if (data.startsWith('c|d.')) return answerDigestButton(ctx, data);
  return data.startsWith('c|s.') ? handleSubscriptionButton(ctx, data) : answerButton(ctx, data);
});

/** A link into the private chat asks for what its payload names. */
function startAction(ctx: BotContext & { match: unknown }): RightsAction {
  const payload = inGroup(ctx) ? '' : String(ctx.match).trim();
  if (payload === 'filter' || payload === 'subscribe' || payload === 'privacy') return payload;
  if (sharedKey(payload) !== null) return 'subscribe';
  if (invitationIn(payload) !== null) return 'invitation';
  const data = dataOf(payload);
  if (data === null) return 'help';
  // Whose subscription it is, and who may see its settings, is decided once it has been looked up.
  const action = actionOfButton(data);
  return action === 'settings' ? 'subscriptions' : action;
}

function invitationIn(payload: string): string | null {
  return /^i([0-9a-f]{16})$/.exec(payload)?.[1] ?? null;
}

async function redeemInvitation(ctx: BotContext, code: string): Promise<void> {
  const { library, clock, access, admins } = ctx.services;
  const id = ctx.from!.id;
  const isIn =
    access !== 'invite' || admins.includes(id) || (await library.accessList.state(id)) === 'admitted';
  if (isIn) return void (await show(ctx, await greetingPage(library)));
  const taken = await library.accessList.redeem(code, id, clock.now());
  if (taken) await library.subscriptions.reactivate(ctx.chatId!);
  await show(ctx, messagePage(taken ? 'welcome' : 'invitation-worthless'));
}

greeting.command('help', 'help', async ctx => show(ctx, await helpPage(ctx.services.library)));

greeting.command('settings', 'subscriptions', async ctx => {
  const page = await listPage(ctx);
  const besides = inGroup(ctx) ? [] : messagePage('settings-besides').blocks;
  await show(ctx, { ...page, blocks: [...page.blocks, ...besides] });
});

greeting.command('cancel', 'cancel', cancelDialog);

greeting.command(stopCommands, stopAction, stop);

greeting.messages(
  'message:text',
  ctx => (!inGroup(ctx) && isWord('stop', ctx.msg.text, ctx.services) ? stopAction(ctx) : null),
  stop,
);

/** To stop means to leave the open dialog; without one, to see which digests can be stopped. */
function stopAction(ctx: BotContext): RightsAction {
  return isInDialog(ctx) ? 'cancel' : 'subscriptions';
}

async function stop(ctx: BotContext): Promise<void> {
  if (isInDialog(ctx)) await cancelDialog(ctx);
  else await show(ctx, await listPage(ctx));
}

async function cancelDialog(ctx: BotContext): Promise<void> {
  const wasOpen = await endDialog(ctx, 'quietly');
  const page = messagePage(wasOpen ? 'wizard-cancelled' : 'nothing-to-cancel');
  await show(ctx, page, { removeKeyboard: true });
}

/** What no other feature has taken. */
export const fallback = createFeature();

fallback.buttons(/^/, async ctx => acknowledge(ctx, ctx.services.messages.say('wizard-over')));

fallback.messages('message:text', ctx => (ctx.msg.text.startsWith('/') ? 'unknown' : null), unknownCommand);
