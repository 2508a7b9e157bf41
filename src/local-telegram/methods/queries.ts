import { badRequest } from '../model/api-error.ts';
import { flag, text } from '../model/parameters.ts';
import type { Method } from '../rules/method.ts';
import { codePoints } from '../text/text.ts';

export const tooOld = 'query is too old and response timeout expired or query ID is invalid';

export const queryMethods: Record<string, Method> = {
  answerCallbackQuery: {
    parameters: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
    run: ({ world, parameters, slip }) => {
      const query = world.queries.get(text(parameters, 'callback_query_id'));
      if (!query || world.clock.now() > query.at + world.queryLife) throw badRequest(tooOld);
      const words = text(parameters, 'text');
      if (codePoints(words) > 200) throw badRequest('MESSAGE_TOO_LONG');
      if (query.answer) slip('a button press was answered twice');
      query.answer ??= {
        ...(words && { text: words }),
        ...(flag(parameters, 'show_alert') && { show_alert: true }),
        ...(text(parameters, 'url') && { url: text(parameters, 'url') }),
      };
      world.changes.emit({ kind: 'answered', query });
      return true;
    },
  },
};
