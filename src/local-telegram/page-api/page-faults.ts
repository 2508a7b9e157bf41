import type { FaultRule, Trouble } from '../rules/faults.ts';

/** A fault chosen on the page: which one, how often, and for a 429 how many seconds it lasts. */
export type FaultRequest = { trouble?: string; often?: string; seconds?: number };

const usualWait = 5;
const longestWait = 86_400;

const troubles: Record<string, (seconds: number) => Trouble> = {
  '429': seconds => ({
    code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    retry_after: seconds,
  }),
  '500': () => ({ code: 500, description: 'Internal Server Error: restart' }),
  gateway: () => 'bad-gateway',
  reset: () => 'reset-before',
  lost: () => 'reset-after',
  '403': () => ({ code: 403, description: 'Forbidden: bot was blocked by the user' }),
  topic: () => ({ code: 400, description: 'Bad Request: message thread not found' }),
};

const frequencies: Record<string, Pick<FaultRule, 'times' | 'chance'>> = {
  once: { times: 1 },
  thrice: { times: 3 },
  chance: { chance: 0.5 },
  always: {},
};

/** The rule by which the bot's messages go wrong. Throws with words for the page if there is none such. */
export function faultRule({ trouble, often, seconds }: FaultRequest): FaultRule {
  const make = troubles[String(trouble)];
  if (!make) throw new Error(`There is no trouble called ${trouble}`);
  const frequency = frequencies[often ?? 'once'];
  if (!frequency) throw new Error(`A trouble does not come “${often}”`);
  const wait = Math.round(seconds ?? usualWait);
  if (!(wait >= 1 && wait <= longestWait)) throw new Error(`Telegram asks for 1 to ${longestWait} seconds`);
  return { method: 'sendMessage', ...frequency, with: make(wait) };
}
