import { Composer, type Filter, type FilterQuery } from 'grammy';
import { actionOfButton } from './button-actions.ts';
import type { BotContext } from './context.ts';
import { mayDo } from './refusals.ts';
import type { RightsAction } from './rights-table.ts';

type Command = Parameters<Composer<BotContext>['command']>[0];
type CommandHandler = Parameters<Composer<BotContext>['command']>[1];
type CommandContext = Parameters<Extract<CommandHandler, (...all: never[]) => unknown>>[0];
type ButtonContext = Filter<BotContext, 'callback_query:data'>;

/** A part of the bot. All its handlers name the action they carry out, so none runs for people who may not. */
export type Feature = {
  composer: Composer<BotContext>;
  /** @param action one row of the rights table, or what gives it for an update */
  command(
    names: Command,
    action: RightsAction | ((ctx: CommandContext) => RightsAction),
    handle: (ctx: CommandContext) => Promise<unknown>,
  ): void;
  /**
   * Buttons whose data fit. Which action that is follows from the data. With `asks`, the handler asks itself, as
   * where it depends on what the data name.
   */
  buttons(data: RegExp, handle: (ctx: ButtonContext) => Promise<unknown>, options?: { asks: true }): void;
  /** Other messages; null from `action` leaves one to what comes after. */
  messages<Query extends FilterQuery & `message${string}`>(
    query: Query,
    action: (ctx: Filter<BotContext, Query>) => RightsAction | null,
    handle: (ctx: Filter<BotContext, Query>) => Promise<unknown>,
  ): void;
};

/** A feature without handlers: each is added together with the action that it needs the right to. */
export function createFeature(): Feature {
  const composer = new Composer<BotContext>();
  return {
    composer,
    command: (names, action, handle) => {
      composer.command(names, async ctx => {
        if (await mayDo(ctx, typeof action === 'string' ? action : action(ctx))) await handle(ctx);
      });
    },
    buttons: (data, handle, options) => {
      composer.on('callback_query:data', async (ctx, next) => {
        if (!data.test(ctx.callbackQuery.data)) return next();
        if (options?.asks || (await mayDo(ctx, actionOfButton(ctx.callbackQuery.data)))) await handle(ctx);
      });
    },
    messages: (query, action, handle) => {
      composer.on(query, async (ctx, next) => {
        const wanted = action(ctx);
        if (wanted === null) return next();
        if (await mayDo(ctx, wanted)) await handle(ctx);
      });
    },
  };
}
