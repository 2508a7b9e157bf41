import { Composer, InlineKeyboard } from 'grammy';
import type { Block, Button, Line, Page } from '../answers/page.ts';
import { nextStrike } from '../digests/schedule.ts';
import type { Subscription } from '../library/subscriptions.ts';
import { type BotContext, inGroup } from './context.ts';
import { mayDecide } from './rights.ts';
import { momentWords, scheduleLine } from './schedule-lines.ts';
import { acknowledge, saying, show } from './show.ts';

/** Starting the guided conversations, and `/subscriptions`: see, pause, go on, delete. */
export const subscriptions = new Composer<BotContext>();

subscriptions.command('subscribe', async ctx => {
  if (!(await mayDecide(ctx))) return void (await show(ctx, saying('only-administrators')));
  await ctx.conversation.exitAll();
  await ctx.conversation.enter('subscribe');
});

subscriptions.command('filter', async ctx => {
  if (inGroup(ctx)) return inPrivate(ctx);
  await ctx.conversation.exitAll();
  await ctx.conversation.enter('filter');
});

subscriptions.command(
  ['subscriptions', 'unsubscribe'],
  async ctx => void (await show(ctx, await listPage(ctx))),
);

subscriptions.on('callback_query:data', async (ctx, next) => {
  const [, act, id] = /^c\|s\.(pause|resume|delete|drop|keep)\.(\d+)$/.exec(ctx.callbackQuery.data) ?? [];
  if (act === undefined) return next();
  if (!(await mayDecide(ctx))) return acknowledge(ctx, ctx.desk.messages.say('only-administrators'));
  const subscription = await ctx.desk.library.subscriptions.get(Number(id));
  if (!subscription || subscription.chatId !== ctx.chatId) {
    await acknowledge(ctx, ctx.desk.messages.say('subscription-gone'));
    return void (await show(ctx, await listPage(ctx), 'edit'));
  }
  await acknowledge(ctx);
  if (act === 'delete') return void (await show(ctx, await deletePage(ctx, subscription), 'edit'));
  if (act !== 'keep') await carryOut(act, subscription, ctx);
  await show(ctx, await listPage(ctx), 'edit');
});

async function carryOut(act: string, subscription: Subscription, ctx: BotContext): Promise<void> {
  const { library, clock } = ctx.desk;
  if (act === 'drop') await library.subscriptions.remove(subscription.id);
  if (act === 'pause') await library.subscriptions.setState(subscription.id, 'paused', subscription.nextDue);
  if (act === 'resume')
    await library.subscriptions.setState(subscription.id, 'active', nextStrike(subscription, clock.now()));
}

async function listPage(ctx: BotContext): Promise<Page> {
  const all = await ctx.desk.library.subscriptions.ofChat(ctx.chatId!);
  if (all.length === 0) return saying('no-subscriptions');
  const blocks: Block[] = [
    { kind: 'heading', line: [{ say: 'subscriptions', args: { count: all.length } }] },
  ];
  const buttons: Button[][] = [];
  for (const [index, subscription] of all.entries()) {
    const number = index + 1;
    blocks.push({ kind: 'text', line: [{ text: `${number}. ` }, ...(await lineOf(subscription, ctx))] });
    const act = subscription.state === 'active' ? 'pause' : 'resume';
    buttons.push([
      manage(`subscription-${act}`, act, subscription.id, number),
      manage('subscription-delete', 'delete', subscription.id, number),
    ]);
  }
  return { blocks, buttons };
}

async function deletePage(ctx: BotContext, subscription: Subscription): Promise<Page> {
  return {
    blocks: [
      { kind: 'heading', line: [{ say: 'subscription-delete-sure' }] },
      { kind: 'text', line: await lineOf(subscription, ctx) },
    ],
    buttons: [
      [
        manage('subscription-drop', 'drop', subscription.id),
        manage('subscription-keep', 'keep', subscription.id),
      ],
    ],
  };
}

function manage(say: string, act: string, id: number, number = 0): Button {
  return { label: [{ say, args: { number } }], does: { kind: 'choose', data: `s.${act}.${id}` } };
}

/** What it tells, when, and how it stands. */
async function lineOf(subscription: Subscription, ctx: BotContext): Promise<Line> {
  const { library, messages } = ctx.desk;
  const topics = (await library.topics.all())
    .filter(({ id }) => subscription.topics.includes(id))
    .map(({ label }) => label);
  const people = await Promise.all(subscription.people.map(id => library.people.get(id)));
  const what = [...topics, ...people.flatMap(person => person?.name ?? [])];
  const next = momentWords(subscription.nextDue, subscription.zone, messages.locale);
  return [
    what.length === 0 ? { say: 'about-everything', style: 'bold' } : { text: what.join(', '), style: 'bold' },
    { text: ' · ' },
    ...scheduleLine(subscription, messages.locale),
    { text: ' · ' },
    { say: `subscription-${subscription.state}`, args: { next } },
  ];
}

async function inPrivate(ctx: BotContext): Promise<void> {
  const { messages } = ctx.desk;
  await ctx.reply(messages.say('filter-in-private'), {
    reply_parameters: { message_id: ctx.msg!.message_id, allow_sending_without_reply: true },
    reply_markup: new InlineKeyboard().url(
      messages.say('button-private'),
      `https://t.me/${ctx.me.username}?start=filter`,
    ),
  });
}
