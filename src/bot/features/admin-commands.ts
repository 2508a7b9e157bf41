import type { Block } from '../../answers/page/page.ts';
import type { BotContext } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { messagePage, show } from '../core/show.ts';

/** How many of the banned are named at once. */
const maxBannedShown = 20;
/** An invitation is for one person and lasts a week, unless the operator says otherwise. */
const defaultTerms = { uses: 1, days: 7 };
const maxTerms = { uses: 1000, days: 365 };
const day = 86_400_000;

/** The operators' commands: `/allow`, `/ban`, `/unban`, `/invite`, `/access`. For others they don't exist. */
export const adminCommands = createFeature();

for (const command of ['allow', 'unban'] as const) adminCommands.command(command, command, admit);

async function admit(ctx: BotContext & { match: unknown }): Promise<void> {
  const id = targetId(ctx);
  if (id === null) return void (await show(ctx, messagePage('whom', { command: commandOf(ctx) })));
  const { library, clock } = ctx.services;
  await library.accessList.admit(id, clock.now());
  await library.subscriptions.reactivate(id);
  await library.subscriptions.reactivateSetUpBy(id);
  await show(ctx, messagePage(`${commandOf(ctx)}-done`, { id: String(id) }));
}

adminCommands.command('ban', 'ban', async ctx => {
  const id = targetId(ctx);
  if (id === null) return void (await show(ctx, messagePage('whom', { command: 'ban' })));
  const { library, clock, admins } = ctx.services;
  if (admins.includes(id)) return void (await show(ctx, messagePage('ban-admin', { id: String(id) })));
  await library.accessList.ban(id, clock.now());
  await library.subscriptions.suspend(id, clock.now());
  const elsewhere = await library.subscriptions.suspendSetUpBy(id, clock.now());
  await show(ctx, messagePage('ban-done', { id: String(id), elsewhere }));
});

adminCommands.command('invite', 'invite', async ctx => {
  const { library, clock, access } = ctx.services;
  if (access !== 'invite') return void (await show(ctx, messagePage(`invite-not-${access}`)));
  const wish = invitationTerms(ctx.match);
  if (!wish)
    return void (await show(ctx, messagePage('invite-how', { uses: maxTerms.uses, days: maxTerms.days })));
  const code = await library.accessList.invite(wish.uses, clock.now() + wish.days * day);
  const link = `https://t.me/${ctx.me.username}?start=i${code}`;
  await show(ctx, {
    blocks: [
      { kind: 'text', line: [{ messageKey: 'invitation', args: wish }] },
      { kind: 'text', line: [{ text: link }] },
    ],
    buttons: [],
  });
});

adminCommands.command('access', 'access', async ctx => {
  const { library, access } = ctx.services;
  const { people, groups, banned, bannedIds } = await library.accessList.overview(maxBannedShown);
  const blocks: Block[] = [
    { kind: 'heading', line: [{ messageKey: `access-${access}` }] },
    { kind: 'text', line: [{ messageKey: 'access-counts', args: { people, groups, banned } }] },
  ];
  if (bannedIds.length > 0)
    blocks.push({
      kind: 'text',
      line: [{ messageKey: 'access-banned', args: { ids: bannedIds.join(', ') } }],
    });
  blocks.push({ kind: 'text', line: [{ messageKey: 'access-commands' }] });
  await show(ctx, { blocks, buttons: [] });
});

function commandOf(ctx: BotContext): string {
  return /^\/(\w+)/.exec(ctx.msg?.text ?? '')?.[1]?.toLowerCase() ?? '';
}

/** The id that was typed, or the sender of the message the command replies to; null if there is neither. */
function targetId(ctx: BotContext & { match: unknown }): number | null {
  const written = String(ctx.match).trim();
  if (written !== '') return /^-?\d{1,15}$/.test(written) && Number(written) !== 0 ? Number(written) : null;
  const original = ctx.message?.reply_to_message;
  if (!original || original.sender_chat || original.from?.id === ctx.me.id) return null;
  return original.from?.id ?? null;
}

/** `[people] [days]`, both whole numbers; null for anything else. */
function invitationTerms(text: string): { uses: number; days: number } | null {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (words.length > 2 || !words.every(word => /^[1-9]\d{0,3}$/.test(word))) return null;
  const [uses = defaultTerms.uses, days = defaultTerms.days] = words.map(Number);
  return uses <= maxTerms.uses && days <= maxTerms.days ? { uses, days } : null;
}
