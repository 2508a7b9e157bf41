import type { Request } from '../../languages/requests.ts';
import { plainWord, type Vocabulary } from '../../languages/vocabulary.ts';
import { ownRequest } from '../core/own-requests.ts';
import { isTimed, scheduleIn } from './schedule-in.ts';

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
export function requested(typed: string, vocabulary: Vocabulary): Request | null {
  const text = compoundsApart(typed, vocabulary);
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

/**
 * `Velmora every day at 8`: few words, or a name, with a schedule that comes again are what a digest is to cover. In a
 * dialog they are an answer rather than a request.
 */
export function subjectWithSchedule(typed: string, vocabulary: Vocabulary): Request | null {
  if (/[?!]/.test(typed)) return null;
  const { what, when, words, isRepeated } = scheduleIn(typed, vocabulary);
  if (what === '' || when === null || !isTimed(when) || !isRepeated) return null;
  // What `news` can follow is no question.
  const asked = ownRequest(`${what} news`, vocabulary);
  if (asked?.kind !== 'subscribeEvery' && asked?.kind !== 'subscribeAt') return null;
  const about = asked.about.replace(/ news$/, '');
  const named = about.split(' ');
  const most = named.every(word => /^\p{Lu}/u.test(word)) ? mostOfName : mostOfSubject;
  return named.length > most ? null : { kind: 'subscribe', about: `${about}, ${words}` };
}

const mostOfName = 5;
const mostOfSubject = 2;

/** `Freitagszusammenfassung` as `Freitag zusammenfassung`, `Abendüberblick` as `Abend überblick`. */
function compoundsApart(text: string, { schedule, requests }: Vocabulary): string {
  return text.replace(/\p{L}{9,40}/gu, word => {
    const plain = plainWord(word);
    const digest = [...requests.digests].find(each => plain.endsWith(each) && plain !== each);
    if (digest === undefined) return word;
    const when = word.slice(0, -digest.length).replace(/(?<=g)s$/, '');
    // `Wochenende` loses its last letter in front of another word.
    const day = [when, `${when}e`].find(each => {
      const name = plainWord(each);
      return name.length >= shortestName && (schedule.days.has(name) || schedule.times.has(name));
    });
    return day === undefined ? word : `${day} ${digest}`;
  });
}

/** An abbreviation is no part of a compound. */
const shortestName = 5;

/** What a request is about; a name may look like the shortest of them, `Example News`. */
export function aboutIn(typed: string, vocabulary: Vocabulary): string {
  const asked = requested(typed, vocabulary) ?? ownRequest(typed, vocabulary);
  return (asked?.kind === 'subscribeEvery' ? '' : asked?.about) || typed;
}
