import { decodeHTML } from 'entities';

/** A page that only leads to another is short; a longer one refreshes itself for its readers. Bytes. */
const longestStub = 20_000;
/** Seconds: a page that is meant to be read first waits longer. */
const longestWait = 10;

/**
 * Where a page that says nothing itself leads a browser to, by `<meta http-equiv="refresh">`; null for any other.
 * @param url the page's own address
 */
export function refreshTarget(body: Uint8Array, url: URL): URL | null {
  if (body.length > longestStub) return null;
  const html = Buffer.from(body).toString('latin1');
  for (const [tag] of html.matchAll(/<meta\b[^<>]{1,2000}>/gi)) {
    if (!/\bhttp-equiv\s*=\s*["']?refresh\b/i.test(tag)) continue;
    const written = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    const content = decodeHTML(written?.[1] ?? written?.[2] ?? '');
    const [, seconds, given] =
      /^\s*(\d{1,3})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content) ?? [];
    if (given === undefined || Number(seconds) > longestWait) return null;
    const address = given.trim();
    const target = URL.canParse(address, url.href) ? new URL(address, url) : null;
    const isElsewhere = target !== null && withoutHash(target) !== withoutHash(url);
    return isElsewhere && /^https?:$/.test(target.protocol) ? target : null;
  }
  return null;
}

const withoutHash = ({ origin, pathname, search }: URL) => `${origin}${pathname}${search}`;
