import { Composer } from 'grammy';
import { greetingPage, groupGreetingPage } from '../../answers/greeting.ts';
import { helpPage } from '../../answers/help.ts';
import { linked } from '../core/buttons.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { acknowledge, saying, show } from '../core/show.ts';
import { sharedKey } from '../subscriptions/sharing.ts';
import { showAnswer } from './questions.ts';

/** The first words, help, the way out, and what to say to a command that is none. */
export const greeting = new Composer<BotContext>();

greeting.command('start', async ctx => {
  const { library } = ctx.desk;
  if (inGroup(ctx)) return void (await show(ctx, await groupGreetingPage(library)));
  const payload = ctx.match.trim();
  if (payload === 'filter' || payload === 'subscribe') {
    await ctx.conversation.exitAll();
    return ctx.conversation.enter(payload);
  }
  const shared = sharedKey(payload);
  if (shared !== null) {
    await ctx.conversation.exitAll();
    return ctx.conversation.enter('subscribe', shared);
  }
  const question = await linked(payload, library.keptQuestions);
  if (question) return showAnswer(ctx, question);
  await show(ctx, await greetingPage(library));
});

greeting.command(['help', 'settings'], async ctx => void (await show(ctx, await helpPage(ctx.desk.library))));

greeting.command('cancel', async ctx => {
  const running = Object.keys(ctx.conversation.active()).length > 0;
  await ctx.conversation.exitAll();
  await show(ctx, saying(running ? 'guide-cancelled' : 'nothing-to-cancel'));
});

/** What no other feature has taken. */
export const leftOver = new Composer<BotContext>();

leftOver.on('callback_query:data', async ctx => acknowledge(ctx, ctx.desk.messages.say('guide-over')));

leftOver.on('message:text', async ctx => {
  const [, command, addressee] = /^\/(\w+)(?:@(\w+))?/.exec(ctx.msg.text) ?? [];
  if (command === undefined) return;
  // In a group, a command is for this bot only where it says so.
  const forUs = addressee?.toLowerCase() === ctx.me.username.toLowerCase();
  if (forUs || (addressee === undefined && !inGroup(ctx)))
    await show(ctx, saying('unknown-command', { command }));
});
