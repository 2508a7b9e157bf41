import { badRequest } from '../model/api-error.ts';
import { flag, text } from '../model/parameters.ts';
import type { Method } from '../rules/method.ts';
import { codePoints } from '../text/text.ts';

export const tooOld = 'query is too old and response timeout expired or query ID is invalid';

/** `https://t.me/<this bot>?start=<payload>`, as the Bot API allows it; without its scheme Telegram refuses it. */
function startsThisBot(url: string, username: string): boolean {
  const [, name, payload] =
    /^https?:\/\/(?:t|telegram)\.me\/(\w+)\?start=([A-Za-z0-9_-]{1,64})$/i.exec(url) ?? [];
  return payload !== undefined && name?.toLowerCase() === username.toLowerCase();
}

export const queryMethods: Record<string, Method> = {
  answerCallbackQuery: {
    parameters: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
    run: ({ world, parameters, slip }) => {
      const query = world.queries.get(text(parameters, 'callback_query_id'));
      if (!query || world.clock.now() > query.at + world.queryLife) throw badRequest(tooOld);
      const words = text(parameters, 'text');
      if (codePoints(words) > 200) throw badRequest('MESSAGE_TOO_LONG');
      const url = text(parameters, 'url');
      // Other addresses are for games, and this bot has none.
      if (url && !startsThisBot(url, String(world.bot.user.username))) throw badRequest('URL_INVALID');
      if (query.answer) slip('a button press was answered twice');
      query.answer ??= {
        ...(words && { text: words }),
        ...(flag(parameters, 'show_alert') && { show_alert: true }),
        ...(url && { url }),
      };
      world.changes.emit({ kind: 'answered', query });
      return true;
    },
  },
};
