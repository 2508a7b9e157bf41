import { GrammyError } from 'grammy';
import type { BotContext } from '../core/context.ts';
import { isChatAdmin } from '../core/rights.ts';
import type { Step } from '../wizard/wizard.ts';
import type { Draft } from './draft.ts';

/** The channel it is for: picked, named, or the origin of a forwarded post. */
export function channelStep(): Step<Draft> {
  return {
    name: 'channel',
    optional: true,
    keyboard: 'channel',
    ask: async () => ({
      blocks: [
        { kind: 'heading', line: [{ messageKey: 'subscribe-channel' }] },
        { kind: 'text', line: [{ messageKey: 'subscribe-channel-hint' }] },
      ],
      buttons: [],
    }),
    handle: async (answer, draft, ctx) => {
      const named = answer.kind === 'typed' ? parseChannelName(answer.text) : null;
      const wanted = answer.kind === 'chat' ? answer.id : named;
      if (wanted === null) return { go: 'stay', draft, note: [{ messageKey: 'subscribe-channel-wrong' }] };
      const found = await findChannel(ctx, wanted);
      if ('wrong' in found)
        return { go: 'stay', draft, note: [{ messageKey: found.wrong, args: { bot: ctx.me.username } }] };
      return { go: 'next', draft: { ...draft, channel: found, threadId: null, topicName: null } };
    },
  };
}

/** A channel's public name, typed with @ or as a link. */
function parseChannelName(typed: string): string | null {
  const [, name] = /^(?:@|(?:https?:\/\/)?t\.me\/)(\w{4,32})(?:\/\d*)?$/.exec(typed) ?? [];
  return name === undefined ? null : `@${name}`;
}

/** The channel, if both the bot and the sender may post there; else the key of a message that says what is missing. */
export async function findChannel(
  ctx: BotContext,
  wanted: number | string,
): Promise<{ id: number; title: string } | { wrong: string }> {
  try {
    const chat = await ctx.api.getChat(wanted);
    if (chat.type !== 'channel') return { wrong: 'subscribe-channel-none' };
    const bot = await ctx.api.getChatMember(chat.id, ctx.me.id);
    if (bot.status !== 'administrator' || !bot.can_post_messages)
      return { wrong: 'subscribe-channel-no-right' };
    return isChatAdmin(await ctx.api.getChatMember(chat.id, ctx.from!.id), true)
      ? { id: chat.id, title: chat.title }
      : { wrong: 'subscribe-channel-not-yours' };
  } catch (error) {
    if (!(error instanceof GrammyError) || ![400, 403].includes(error.error_code)) throw error;
    return { wrong: 'subscribe-channel-unknown' };
  }
}
