import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Button, Line, Page } from '../../answers/page/page.ts';
import { type BotContext, inGroup, type Services } from '../core/context.ts';
import { isWord } from '../core/dialog-words.ts';
import { type ReplyKeyboard, removeReplyKeyboard, showReplyKeyboard } from '../core/keyboard.ts';
import { mayDo } from '../core/refusals.ts';
import { acknowledge, messagePage, removeButtons, show } from '../core/show.ts';
import { type Answer, answerOf, isAnswer, prefixOf, type Run } from './answer.ts';

/** Raised whenever the steps of a wizard change: runs begun before then are ended, not misread. */
export const wizardVersion = 3;

/**
 * `next`: to the next step; from an optional one, back to the step that led to it. `to`: to the step of that name.
 * `stay`: the step is asked again, with `note` above it if something was wrong.
 */
export type StepResult<Draft> =
  | { go: 'next'; draft: Draft }
  | { go: 'to'; step: string; draft: Draft }
  | { go: 'stay'; draft: Draft; note?: Line };

export type Step<Draft> = {
  /** By which other steps lead here. */
  name?: string;
  /** Asked only if another step leads here. */
  optional?: boolean;
  /** The question. Its buttons carry `choice(...)` values of at most 40 bytes. */
  ask(draft: Draft, services: Services): Promise<Page>;
  /** In a private chat: what may be answered with a button of the reply keyboard. */
  keyboard?: ReplyKeyboard;
  /** Takes an answer; a chosen value is always one of those that `ask` offered. */
  handle(answer: Answer, draft: Draft, ctx: BotContext): Promise<StepResult<Draft>>;
};

/** A step-by-step dialog: questions in order, each with a way back. Drafts are plain JSON. */
export type Wizard<Draft> = {
  name: string;
  steps: Step<Draft>[];
  /**
   * The draft to start from, the step to start at, the first if not given, and what is said above its question; or a
   * page that says why not.
   */
  begin(
    ctx: BotContext,
    argument: string,
  ): Promise<{ draft: Draft; step?: string; note?: Line } | { page: Page }>;
  /** What the answers lead to; `origin` names this run, the same when it is done again after a crash. */
  finish(draft: Draft, ctx: BotContext, origin: string): Promise<Page>;
  /** What is shown below “Cancelled”. */
  cancelled?(draft: Draft, ctx: BotContext): Promise<Page>;
};

/** A run ends by itself after this many answers: all of them are stored until it does. */
const maxAnswers = 150;

/** A button that answers its step. */
export function choice(label: Line, value: string): Button {
  return { label, action: { kind: 'choose', data: value } };
}

/** The builder that @grammyjs/conversations runs; everything with an effect is inside `external`. */
export function wizardBuilder<Draft>(wizard: Wizard<Draft>) {
  return async (conversation: Conversation<BotContext, Context>, _: Context, argument = '') => {
    let run = await conversation.external(outer => start(wizard, outer, argument));
    for (let answers = 0; !run.over && answers < maxAnswers; answers += 1) {
      await conversation.waitUntil(ctx => isAnswer(ctx, run), { next: true });
      const before = run;
      run = await conversation.external(outer => advance(wizard, before, outer));
    }
    if (!run.over)
      await conversation.external(async outer => {
        await show(outer, messagePage('wizard-too-long'), { removeKeyboard: true });
        await removeButtons(outer, run.message);
      });
  };
}

/** Whether a dialog is open in an update's chat. */
export function isInDialog(ctx: BotContext): boolean {
  return Object.keys(ctx.conversation.active()).length > 0;
}

/**
 * Ends the dialog that is open in a chat, if there is one, with its buttons and its reply keyboard.
 * @param keyboard `quietly` if the next message removes the keyboard
 * @returns whether there was one
 */
export async function endDialog(ctx: BotContext, keyboard?: 'quietly'): Promise<boolean> {
  const isRunning = isInDialog(ctx);
  await ctx.conversation.exitAll();
  const open = isRunning ? ctx.updateState.openStep : null;
  ctx.updateState.openStep = null;
  if (open?.keyboard && keyboard !== 'quietly') await removeReplyKeyboard(ctx);
  if (open && open.message !== ctx.callbackQuery?.message?.message_id) await removeButtons(ctx, open.message);
  return isRunning;
}

async function start<Draft>(wizard: Wizard<Draft>, ctx: BotContext, argument: string): Promise<Run<Draft>> {
  const begun = await wizard.begin(ctx, argument);
  const run = { id: ctx.update.update_id.toString(36), message: 0, offered: [], keyboard: false };
  if ('page' in begun) {
    await show(ctx, begun.page, sendOrEdit(ctx));
    return { ...run, history: [], draft: {} as Draft, over: true };
  }
  const history = [begun.step === undefined ? 0 : stepNamed(wizard, begun.step)];
  return ask(wizard, { ...run, history, draft: begun.draft, over: false }, ctx, begun.note);
}

function stepNamed<Draft>(wizard: Wizard<Draft>, name: string): number {
  const found = wizard.steps.findIndex(step => step.name === name);
  if (found < 0) throw new Error(`${wizard.name} has no step ${name}`);
  return found;
}

/** The steps up to the one that follows an answer, or null at the end. */
function historyAfter<Draft>(
  wizard: Wizard<Draft>,
  history: number[],
  result: StepResult<Draft>,
): number[] | null {
  if (result.go === 'stay') return history;
  if (result.go === 'to') {
    const step = stepNamed(wizard, result.step);
    const before = history.indexOf(step);
    return before < 0 ? [...history, step] : history.slice(0, before + 1);
  }
  const at = history.at(-1) ?? 0;
  if (wizard.steps[at]?.optional && history.length > 1) return history.slice(0, -1);
  const next = wizard.steps.findIndex((step, index) => index > at && !step.optional);
  return next < 0 ? null : [...history, next];
}

async function advance<Draft>(wizard: Wizard<Draft>, run: Run<Draft>, ctx: BotContext): Promise<Run<Draft>> {
  if (!(await mayDo(ctx, 'step'))) return run;
  const answer = answerOf(ctx, run);
  if (answer === 'stale') {
    await acknowledge(ctx, ctx.services.messages.say('wizard-stale'));
    // Its message may hold a question that never opened: now it holds the one that is open.
    const isNewest = (ctx.callbackQuery?.message?.message_id ?? 0) >= run.message;
    return isNewest ? ask(wizard, run, ctx) : run;
  }
  await acknowledge(ctx);
  if (answer === 'edited') {
    await show(ctx, messagePage('wizard-edited'));
    return run;
  }
  if (isCancel(answer, ctx)) return cancel(wizard, run, ctx);
  if (isBack(answer, ctx)) {
    const history = run.history.length > 1 ? run.history.slice(0, -1) : run.history;
    return ask(wizard, { ...run, history }, ctx);
  }
  const result = await wizard.steps[run.history.at(-1)!]!.handle(answer, run.draft, ctx);
  const history = historyAfter(wizard, run.history, result);
  const next = { ...run, draft: result.draft };
  if (history !== null)
    return ask(wizard, { ...next, history }, ctx, result.go === 'stay' ? result.note : undefined);

  const page = await wizard.finish(result.draft, ctx, `${wizard.name}:${run.id}:${ctx.chatId}`);
  return close(next, ctx, page);
}

async function cancel<Draft>(wizard: Wizard<Draft>, run: Run<Draft>, ctx: BotContext): Promise<Run<Draft>> {
  const { blocks } = messagePage('wizard-cancelled');
  const before = await wizard.cancelled?.(run.draft, ctx);
  return close(run, ctx, {
    blocks: [...blocks, ...(before?.blocks ?? [])],
    buttons: before?.buttons ?? [],
  });
}

/** Ends a run: its keyboard goes, its last page is shown, and no button of it is left over. */
async function close<Draft>(run: Run<Draft>, ctx: BotContext, page: Page): Promise<Run<Draft>> {
  if (run.keyboard) await removeReplyKeyboard(ctx);
  const message = await show(ctx, page, sendOrEdit(ctx));
  if (message !== run.message) await removeButtons(ctx, run.message);
  ctx.updateState.openStep = null;
  return { ...run, over: true };
}

/** A tap turns its message into the next question; a typed answer is followed by a new one. */
function sendOrEdit(ctx: BotContext): 'send' | 'edit' {
  return ctx.callbackQuery ? 'edit' : 'send';
}

async function ask<Draft>(
  wizard: Wizard<Draft>,
  run: Run<Draft>,
  ctx: BotContext,
  note?: Line,
): Promise<Run<Draft>> {
  const step = wizard.steps[run.history.at(-1)!]!;
  const page = await step.ask(run.draft, ctx.services);
  const keyboard = inGroup(ctx) ? undefined : step.keyboard;
  if (run.keyboard && !keyboard) await removeReplyKeyboard(ctx);
  if (keyboard && !run.keyboard) await showReplyKeyboard(ctx, keyboard);
  const hint = {
    kind: 'text' as const,
    line: [{ messageKey: 'wizard-reply-hint', style: 'italic' as const }],
  };
  const blocks = [
    ...(note ? [{ kind: 'text' as const, line: note }] : []),
    ...page.blocks,
    ...(inGroup(ctx) ? [hint] : []),
  ];
  const navigation: Button[] = [
    ...(run.history.length > 1 ? [choice([{ messageKey: 'wizard-back' }], 'back')] : []),
    choice([{ messageKey: 'wizard-cancel' }], 'cancel'),
  ];
  const rows = [...page.buttons, navigation];
  const prefix = prefixOf(run);
  const buttons = rows.map(row => row.map(button => withPrefix(button, prefix)));
  const message = await show(ctx, { blocks, buttons }, sendOrEdit(ctx));
  // Only now, so that the next question isn't kept waiting. The old one may also be a copy whose reply was lost.
  if (run.message !== 0 && message !== run.message) await removeButtons(ctx, run.message);
  const shown = { message, offered: rows.flat().flatMap(choiceValue), keyboard: keyboard !== undefined };
  ctx.updateState.openStep = { prefix, ...shown };
  return { ...run, ...shown };
}

function choiceValue({ action }: Button): string[] {
  return action.kind === 'choose' ? [action.data] : [];
}

/** Names the run and the step in a button, so that one left over from an earlier question is recognized. */
function withPrefix(button: Button, prefix: string): Button {
  if (button.action.kind !== 'choose') return button;
  return { ...button, action: { kind: 'choose', data: `${prefix}${button.action.data}` } };
}

function isCancel(answer: Answer, { services }: BotContext): boolean {
  if (answer.kind === 'chosen') return answer.value === 'cancel';
  const { text } = answer.kind === 'typed' ? answer : { text: '' };
  return isWord('stop', text, services) || isWord('leave', text, services);
}

function isBack(answer: Answer, { services }: BotContext): boolean {
  if (answer.kind === 'chosen') return answer.value === 'back';
  return answer.kind === 'typed' && isWord('back', answer.text, services);
}
