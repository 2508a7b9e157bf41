import type { Request, Requests } from '../../languages/requests.ts';
import { plainWord, type Vocabulary } from '../../languages/vocabulary.ts';

/** A longer message is not a request. */
const longest = 200;

/**
 * What a message asks for that is the sender's own, in plain words of any language: `pause my digests`, `delete my
 * data`, `a digest about the strike every weekday at 7`; null for anything else.
 */
export function ownRequest(text: string, { requests }: Pick<Vocabulary, 'requests'>): Request | null {
  const typed = text.replace(/\s+/g, ' ').trim();
  if (typed.length > longest) return null;
  const plain = typed
    .replace(requests.please, ' ')
    .replace(/\s?,(?=[\s,])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const bareTyped = bare(typed);
  const said = bare(withoutPoliteness(plain, requests.polite));
  for (const [kind, pattern] of requests.patterns)
    for (const words of new Set([bareTyped, said])) {
      const found = pattern.exec(words);
      if (found) return { kind, about: withoutPlease(found.groups?.about ?? '', requests) };
    }
  return null;
}

function withoutPlease(about: string, { please }: Requests): string {
  return about
    .replace(please, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[,\s]{1,9}|(?<![,\s])[,\s]{1,9}$/g, '');
}

/** Without what begins or ends a sentence, and with one kind of apostrophe; the case of names is kept. */
function bare(text: string): string {
  return text
    .replace(/[’ʼ`´]/g, "'")
    .replace(/^[¿¡\s]{1,9}/, '')
    .replace(/[\s.!?…,]{1,9}$/, '')
    .trim();
}

/** `Please can you stop it, thanks!` as `stop it`. */
function withoutPoliteness(text: string, polite: readonly string[]): string {
  let rest = bare(text);
  for (let left = 4; left > 0; left -= 1) {
    const plain = plainWord(rest);
    const before = polite.find(each => plain.startsWith(each) && /^[\s,!]/.test(rest.slice(each.length)));
    const after = polite.find(each => plain.endsWith(each) && /[\s,!]$/.test(rest.slice(0, -each.length)));
    if (before !== undefined) rest = rest.slice(before.length).replace(/^[\s,!]{1,9}/, '');
    else if (after !== undefined) rest = bare(rest.slice(0, -after.length));
    else return rest;
  }
  return rest;
}
