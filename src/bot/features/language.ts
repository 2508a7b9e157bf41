import { rows } from '../../answers/page/builders.ts';
import type { Page } from '../../answers/page/page.ts';
import type { BotContext } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { acknowledge, messagePage, show, showExpired } from '../core/show.ts';
import { setChatMenu } from '../intake/commands.ts';
import { servicesIn } from '../intake/reader.ts';
import { endDialog } from '../wizard/wizard.ts';

/** `/language`: the language of a chat, for its answers and its digests. */
export const language = createFeature();

language.command('language', 'language', async ctx => {
  const typed = ctx.match.trim();
  if (typed === '') return show(ctx, choicePage(ctx));
  const wanted = ctx.services.languages.named(typed);
  if (wanted !== null) return choose(ctx, wanted);
  const { blocks } = messagePage('language-unknown', { words: typed });
  await show(ctx, { ...choicePage(ctx), blocks });
});

language.buttons(/^c\|l\.[a-z]{2,3}$/, async ctx => {
  const wanted = ctx.callbackQuery.data.slice('c|l.'.length);
  if (!ctx.services.languages.codes.includes(wanted)) return showExpired(ctx);
  await acknowledge(ctx);
  await choose(ctx, wanted);
});

/** The languages as buttons, below what is used now; `isChosen` if that has just been decided, and is not asked. */
function choicePage({ services }: BotContext, isChosen = false): Page {
  const { languages, messages } = services;
  const buttons = languages.codes.map(code => ({
    label: [{ text: code === messages.language ? `✓ ${languages.nameOf(code)}` : languages.nameOf(code) }],
    action: { kind: 'choose' as const, data: `l.${code}` },
  }));
  return { ...messagePage(isChosen ? 'language-chosen' : 'language-which'), buttons: rows(buttons, 2) };
}

async function choose(ctx: BotContext, code: string): Promise<void> {
  const { library, log } = ctx.services;
  // Its question is in the language from before.
  await endDialog(ctx);
  await library.chatLanguages.choose(ctx.chatId!, code);
  ctx.services = servicesIn(code, ctx.services);
  await show(ctx, choicePage(ctx, true), ctx.callbackQuery ? 'edit' : 'send');
  // Telegram shows menus in the language of its app; one for this chat alone goes before them.
  await setChatMenu(ctx).catch(error => log.warn({ error }, 'the command menu could not be set'));
}
