import type { Request } from '../../languages/requests.ts';
import type { Vocabulary } from '../../languages/vocabulary.ts';
import { ownRequest } from '../core/own-requests.ts';
import { scheduleIn } from './schedule-in.ts';

const forDigest: ReadonlySet<Request['kind']> = new Set([
  'subscribe',
  'subscribeAt',
  'subscribeEvery',
  'subscribeWhen',
]);

/**
 * What a message asks for that is the sender's own, wherever the schedule is in it: `every Monday at 9 send me news
 * on NATO` asks for a digest about `NATO, every Monday at 9`. Null for anything else.
 */
export function requested(text: string, vocabulary: Vocabulary): Request | null {
  const whole = ownRequest(text, vocabulary);
  if (whole !== null && !forDigest.has(whole.kind)) return whole;
  const { what, when, words, isRepeated } = scheduleIn(text, vocabulary);
  if (when !== null) {
    const asked = ownRequest(what, vocabulary);
    // `Give me the headlines of Monday morning` asks for what was; `Monday at 9` is still to come.
    const isToCome = isRepeated || (asked?.kind === 'subscribeAt' && /\d/.test(words));
    const isForDigest =
      asked !== null &&
      forDigest.has(asked.kind) &&
      (isToCome || asked.kind === 'subscribe' || asked.kind === 'subscribeWhen');
    if (isForDigest)
      return { kind: 'subscribe', about: [asked.about, words].filter(part => part !== '').join(', ') };
  }
  if (whole?.kind === 'subscribeWhen') return { kind: 'subscribe', about: `${whole.about}, at once` };
  return whole?.kind === 'subscribe' ? whole : null;
}

/** What a request is about; a name may look like the shortest of them, `Example News`. */
export function aboutIn(typed: string, vocabulary: Vocabulary): string {
  const asked = requested(typed, vocabulary) ?? ownRequest(typed, vocabulary);
  return (asked?.kind === 'subscribeEvery' ? '' : asked?.about) || typed;
}
