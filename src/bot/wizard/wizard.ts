import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Button, Line, Page } from '../../answers/page/page.ts';
import { type BotContext, inGroup, isService, type Services } from '../core/context.ts';
import { type ReplyKeyboard, removeReplyKeyboard, showReplyKeyboard } from '../core/keyboard.ts';
import { mayDo } from '../core/refusals.ts';
import { acknowledge, messagePage, removeButtons, show } from '../core/show.ts';

/** Raised whenever a wizard's steps change: conversations begun before then are ended, not misread. */
export const wizardVersion = 3;

/** What somebody answered to a step. */
export type Answer =
  | { kind: 'typed'; text: string }
  | { kind: 'chosen'; value: string }
  /** Degrees north and east. */
  | { kind: 'place'; latitude: number; longitude: number }
  /** A chat that was picked, or from which a post was forwarded. */
  | { kind: 'chat'; id: number }
  | { kind: 'other' };

/**
 * `on`: to the next step; from one that stands aside, back to where it was called from. `to`: to the step of
 * that name. `stay`: the step is asked again, with `note` above it where something was wrong.
 */
export type StepResult<Draft> =
  | { go: 'next'; draft: Draft }
  | { go: 'to'; step: string; draft: Draft }
  | { go: 'stay'; draft: Draft; note?: Line };

export type Step<Draft> = {
  /** By which other steps lead here. */
  name?: string;
  /** Asked only when another step leads here. */
  optional?: boolean;
  /** The question. Its buttons carry `choice(...)` values of at most 40 bytes. */
  ask(draft: Draft, services: Services): Promise<Page>;
  /** In a private chat: what may be answered with a button below the writing line. */
  keyboard?: ReplyKeyboard;
  handle(answer: Answer, draft: Draft, ctx: BotContext): Promise<StepResult<Draft>>;
};

/** A guided conversation: questions in order, with a way back at each. Drafts are plain JSON. */
export type Wizard<Draft> = {
  name: string;
  steps: Step<Draft>[];
  /** What is known beforehand and where it begins, the first step unless told; or a page that says why it cannot. */
  begin(ctx: BotContext, argument: string): Promise<{ draft: Draft; step?: string } | { page: Page }>;
  /** What the answers lead to; `origin` names this run, the same when it is done again after a crash. */
  finish(draft: Draft, ctx: BotContext, origin: string): Promise<Page>;
  /** Where it leads back to when it is cancelled. */
  cancelled?(draft: Draft, ctx: BotContext): Promise<Page>;
};

/** A run as it is stored between two updates. */
type Run<Draft> = {
  id: string;
  /** The steps that led here, this one last. */
  history: number[];
  draft: Draft;
  /** The message that holds the question. */
  message: number;
  /** Whether a keyboard stands below the writing line. */
  keyboard: boolean;
  over: boolean;
};

/** A run ends by itself after so many answers: all of them are stored until it does. */
const maxAnswers = 150;

/** A button that answers the step in which it stands. */
export function choice(label: Line, value: string): Button {
  return { label, action: { kind: 'choose', data: value } };
}

/** The builder that @grammyjs/conversations runs; everything with an effect stands inside `external`. */
export function wizardBuilder<Draft>(wizard: Wizard<Draft>) {
  return async (conversation: Conversation<BotContext, Context>, _: Context, argument = '') => {
    let run = await conversation.external(outer => start(wizard, outer, argument));
    for (let answers = 0; !run.over && answers < maxAnswers; answers += 1) {
      await conversation.waitUntil(ctx => isAnswer(ctx, run), { next: true });
      const before = run;
      run = await conversation.external(outer => advance(wizard, before, outer));
    }
    if (!run.over)
      await conversation.external(async outer => void (await show(outer, messagePage('wizard-too-long'))));
  };
}

async function start<Draft>(wizard: Wizard<Draft>, ctx: BotContext, argument: string): Promise<Run<Draft>> {
  const begun = await wizard.begin(ctx, argument);
  const run = { id: ctx.update.update_id.toString(36), message: 0, keyboard: false };
  if ('page' in begun) {
    await show(ctx, begun.page, sendOrEdit(ctx));
    return { ...run, history: [], draft: {} as Draft, over: true };
  }
  const history = [begun.step === undefined ? 0 : stepNamed(wizard, begun.step)];
  return ask(wizard, { ...run, history: history, draft: begun.draft, over: false }, ctx, sendOrEdit(ctx));
}

function stepNamed<Draft>(wizard: Wizard<Draft>, name: string): number {
  const found = wizard.steps.findIndex(step => step.name === name);
  if (found < 0) throw new Error(`${wizard.name} has no step ${name}`);
  return found;
}

/** The steps that lead to where an answer leads, or null at the end. */
function historyAfter<Draft>(
  wizard: Wizard<Draft>,
  history: number[],
  taken: StepResult<Draft>,
): number[] | null {
  if (taken.go === 'stay') return history;
  if (taken.go === 'to') {
    const step = stepNamed(wizard, taken.step);
    const before = history.indexOf(step);
    return before < 0 ? [...history, step] : history.slice(0, before + 1);
  }
  const at = history.at(-1) ?? 0;
  if (wizard.steps[at]?.optional && history.length > 1) return history.slice(0, -1);
  const next = wizard.steps.findIndex((step, index) => index > at && !step.optional);
  return next < 0 ? null : [...history, next];
}

/** Commands and the buttons of other messages go past the conversation. */
function isAnswer(ctx: Context, run: Run<unknown>): boolean {
  if (ctx.callbackQuery) return ctx.callbackQuery.data?.startsWith('c|g.') ?? false;
  const message = ctx.message;
  if (!message || message.text?.startsWith('/') || isService(ctx)) return false;
  if (message.chat.type === 'private') return true;
  return message.reply_to_message?.message_id === run.message;
}

async function advance<Draft>(wizard: Wizard<Draft>, run: Run<Draft>, ctx: BotContext): Promise<Run<Draft>> {
  const { messages } = ctx.services;
  if (!(await mayDo(ctx, 'step'))) return run;
  const answer = answerOf(ctx, run);
  if (answer === 'stale') {
    await acknowledge(ctx, messages.say('wizard-stale'));
    return run;
  }
  await acknowledge(ctx);
  if (answer.kind === 'chosen' && answer.value === 'cancel') {
    if (run.keyboard) await removeReplyKeyboard(ctx);
    const { blocks } = messagePage('wizard-cancelled');
    const before = await wizard.cancelled?.(run.draft, ctx);
    const page = { blocks: [...blocks, ...(before?.blocks ?? [])], buttons: before?.buttons ?? [] };
    await show(ctx, page, 'edit');
    return { ...run, over: true };
  }
  if (isBack(answer)) {
    const history = run.history.length > 1 ? run.history.slice(0, -1) : run.history;
    return ask(wizard, { ...run, history: history }, ctx, sendOrEdit(ctx));
  }
  const taken = await wizard.steps[run.history.at(-1)!]!.handle(answer, run.draft, ctx);
  const history = historyAfter(wizard, run.history, taken);
  const next = { ...run, draft: taken.draft };
  if (history !== null)
    return ask(
      wizard,
      { ...next, history: history },
      ctx,
      sendOrEdit(ctx),
      taken.go === 'stay' ? taken.note : undefined,
    );

  const page = await wizard.finish(taken.draft, ctx, `${wizard.name}:${run.id}:${ctx.chatId}`);
  if (!ctx.callbackQuery) await removeButtons(ctx, run.message);
  if (run.keyboard) await removeReplyKeyboard(ctx);
  await show(ctx, page, sendOrEdit(ctx));
  return { ...next, over: true };
}

/** A pressed button turns its message into the next question; what was typed is answered below it. */
function sendOrEdit(ctx: BotContext): 'send' | 'edit' {
  return ctx.callbackQuery ? 'edit' : 'send';
}

async function ask<Draft>(
  wizard: Wizard<Draft>,
  run: Run<Draft>,
  ctx: BotContext,
  way: 'send' | 'edit',
  note?: Line,
): Promise<Run<Draft>> {
  const step = wizard.steps[run.history.at(-1)!]!;
  const page = await step.ask(run.draft, ctx.services);
  const keyboard = inGroup(ctx) ? undefined : step.keyboard;
  if (run.keyboard && !keyboard) await removeReplyKeyboard(ctx);
  if (keyboard && !run.keyboard) await showReplyKeyboard(ctx, keyboard);
  const blocks = [
    ...(note ? [{ kind: 'text' as const, line: note }] : []),
    ...page.blocks,
    ...(inGroup(ctx)
      ? [{ kind: 'text' as const, line: [{ messageKey: 'wizard-reply-hint', style: 'italic' as const }] }]
      : []),
  ];
  const ways: Button[] = [
    ...(run.history.length > 1 ? [choice([{ messageKey: 'wizard-back' }], 'back')] : []),
    choice([{ messageKey: 'wizard-cancel' }], 'cancel'),
  ];
  const buttons = [...page.buttons, ways].map(row => row.map(button => withRunId(button, run)));
  if (way === 'send' && run.message !== 0) await removeButtons(ctx, run.message);
  const message = await show(ctx, { blocks, buttons }, way);
  return { ...run, message, keyboard: keyboard !== undefined };
}

/** Names the run and the step in a button, so that one left over from an earlier question is told apart. */
function withRunId(button: Button, run: Run<unknown>): Button {
  if (button.action.kind !== 'choose') return button;
  return {
    ...button,
    action: { kind: 'choose', data: `g.${run.id}.${run.history.join('-')}.${button.action.data}` },
  };
}

function answerOf(ctx: BotContext, run: Run<unknown>): Answer | 'stale' {
  if (ctx.callbackQuery) {
    const [, id, step, value] =
      /^c\|g\.([0-9a-z]+)\.([\d-]+)\.(.+)$/s.exec(ctx.callbackQuery.data ?? '') ?? [];
    return id === run.id && step === run.history.join('-') && value !== undefined
      ? { kind: 'chosen', value }
      : 'stale';
  }
  const { text, location, chat_shared, forward_origin } = ctx.message ?? {};
  if (location) return { kind: 'place', latitude: location.latitude, longitude: location.longitude };
  if (chat_shared) return { kind: 'chat', id: chat_shared.chat_id };
  if (forward_origin?.type === 'channel') return { kind: 'chat', id: forward_origin.chat.id };
  return text?.trim() ? { kind: 'typed', text: text.trim() } : { kind: 'other' };
}

function isBack(answer: Answer): boolean {
  if (answer.kind === 'chosen') return answer.value === 'back';
  return answer.kind === 'typed' && /^(back|назад)$/i.test(answer.text);
}
