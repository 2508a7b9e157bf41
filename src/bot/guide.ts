import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Button, Line, Page } from '../answers/page.ts';
import { type BotContext, type Desk, inGroup, isService } from './context.ts';
import { mayDecide } from './rights.ts';
import { acknowledge, retire, saying, show } from './show.ts';

/** Raised whenever a guide's steps change: conversations begun before then are ended, not misread. */
export const guideVersion = 1;

/** What somebody answered to a step. */
export type Answer = { kind: 'typed'; text: string } | { kind: 'chosen'; value: string } | { kind: 'other' };

/** `on`: to the next step. `stay`: the step is asked again, with `note` above it where something was wrong. */
export type Taken<Draft> = { go: 'on'; draft: Draft } | { go: 'stay'; draft: Draft; note?: Line };

export type Step<Draft> = {
  /** The question. Its buttons carry `choice(...)` values of at most 40 bytes. */
  ask(draft: Draft, desk: Desk): Promise<Page>;
  take(answer: Answer, draft: Draft, desk: Desk): Promise<Taken<Draft>>;
};

/** A guided conversation: questions in order, with a way back at each. Drafts are plain JSON. */
export type Guide<Draft> = {
  name: string;
  steps: Step<Draft>[];
  begin(ctx: BotContext): Draft;
  /** What the answers lead to; `origin` names this run, the same when it is done again after a crash. */
  finish(draft: Draft, ctx: BotContext, origin: string): Promise<Page>;
};

/** A run as it is stored between two updates. */
type Run<Draft> = {
  id: string;
  at: number;
  draft: Draft;
  /** The message that holds the question. */
  message: number;
  over: boolean;
};

/** A run ends by itself after so many answers: all of them are stored until it does. */
const answersAllowed = 150;

/** A button that answers the step in which it stands. */
export function choice(label: Line, value: string): Button {
  return { label, does: { kind: 'choose', data: value } };
}

/** The builder that @grammyjs/conversations runs; everything with an effect stands inside `external`. */
export function guideBuilder<Draft>(guide: Guide<Draft>) {
  return async (conversation: Conversation<BotContext, Context>) => {
    let run = await conversation.external(outer => start(guide, outer));
    for (let answers = 0; !run.over && answers < answersAllowed; answers += 1) {
      await conversation.waitUntil(ctx => isAnswer(ctx, run), { next: true });
      const before = run;
      run = await conversation.external(outer => advance(guide, before, outer));
    }
    if (!run.over)
      await conversation.external(async outer => void (await show(outer, saying('guide-too-long'))));
  };
}

async function start<Draft>(guide: Guide<Draft>, ctx: BotContext): Promise<Run<Draft>> {
  const run: Run<Draft> = {
    id: ctx.update.update_id.toString(36),
    at: 0,
    draft: guide.begin(ctx),
    message: 0,
    over: false,
  };
  return ask(guide, run, ctx, 'send');
}

/** Commands and the buttons of other messages go past the conversation. */
function isAnswer(ctx: Context, run: Run<unknown>): boolean {
  if (ctx.callbackQuery) return ctx.callbackQuery.data?.startsWith('c|g.') ?? false;
  const message = ctx.message;
  if (!message || message.text?.startsWith('/') || isService(ctx)) return false;
  if (message.chat.type === 'private') return true;
  return message.reply_to_message?.message_id === run.message;
}

async function advance<Draft>(guide: Guide<Draft>, run: Run<Draft>, ctx: BotContext): Promise<Run<Draft>> {
  const { messages } = ctx.desk;
  if (!(await mayDecide(ctx))) {
    if (ctx.callbackQuery) await acknowledge(ctx, messages.say('only-administrators'));
    else await show(ctx, saying('only-administrators'));
    return run;
  }
  const answer = answerOf(ctx, run);
  if (answer === 'stale') {
    await acknowledge(ctx, messages.say('guide-stale'));
    return run;
  }
  await acknowledge(ctx);
  if (answer.kind === 'chosen' && answer.value === 'cancel') {
    await show(ctx, saying('guide-cancelled'), 'edit');
    return { ...run, over: true };
  }
  if (isBack(answer)) return ask(guide, { ...run, at: Math.max(0, run.at - 1) }, ctx, how(ctx));

  const taken = await guide.steps[run.at]!.take(answer, run.draft, ctx.desk);
  const next = { ...run, draft: taken.draft };
  if (taken.go === 'stay') return ask(guide, next, ctx, how(ctx), taken.note);
  if (run.at + 1 < guide.steps.length) return ask(guide, { ...next, at: run.at + 1 }, ctx, how(ctx));

  const page = await guide.finish(taken.draft, ctx, `${guide.name}:${run.id}:${ctx.chatId}`);
  if (!ctx.callbackQuery) await retire(ctx, run.message);
  await show(ctx, page, how(ctx));
  return { ...next, over: true };
}

/** A pressed button turns its message into the next question; what was typed is answered below it. */
function how(ctx: BotContext): 'send' | 'edit' {
  return ctx.callbackQuery ? 'edit' : 'send';
}

async function ask<Draft>(
  guide: Guide<Draft>,
  run: Run<Draft>,
  ctx: BotContext,
  way: 'send' | 'edit',
  note?: Line,
): Promise<Run<Draft>> {
  const page = await guide.steps[run.at]!.ask(run.draft, ctx.desk);
  const blocks = [
    ...(note ? [{ kind: 'text' as const, line: note }] : []),
    ...page.blocks,
    ...(inGroup(ctx)
      ? [{ kind: 'text' as const, line: [{ say: 'guide-reply-hint', style: 'italic' as const }] }]
      : []),
  ];
  const ways: Button[] = [
    ...(run.at > 0 ? [choice([{ say: 'guide-back' }], 'back')] : []),
    choice([{ say: 'guide-cancel' }], 'cancel'),
  ];
  const buttons = [...page.buttons, ways].map(row => row.map(button => addressed(button, run)));
  if (way === 'send' && run.message !== 0) await retire(ctx, run.message);
  return { ...run, message: await show(ctx, { blocks, buttons }, way) };
}

/** Names the run and the step in a button, so that one left over from an earlier question is told apart. */
function addressed(button: Button, run: Run<unknown>): Button {
  if (button.does.kind !== 'choose') return button;
  return { ...button, does: { kind: 'choose', data: `g.${run.id}.${run.at}.${button.does.data}` } };
}

function answerOf(ctx: BotContext, run: Run<unknown>): Answer | 'stale' {
  if (ctx.callbackQuery) {
    const [, id, step, value] = /^c\|g\.([0-9a-z]+)\.(\d+)\.(.+)$/s.exec(ctx.callbackQuery.data ?? '') ?? [];
    return id === run.id && Number(step) === run.at && value !== undefined
      ? { kind: 'chosen', value }
      : 'stale';
  }
  const text = ctx.message?.text?.trim();
  return text ? { kind: 'typed', text } : { kind: 'other' };
}

function isBack(answer: Answer): boolean {
  if (answer.kind === 'chosen') return answer.value === 'back';
  return answer.kind === 'typed' && /^(back|назад)$/i.test(answer.text);
}
