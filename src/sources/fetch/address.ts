/** URL parameters that grant access by themselves. */
const secretParameter =
  /^(?:.*[_-])?(?:api[_-]?key|auth|hash|key|pass(?:word)?|pwd|secret|sig(?:nature)?|token)$/i;

/**
 * An address as it may be shown, logged and exported: without a user name and password, and without the values of
 * parameters that are keys or tokens. A URL without any is returned unchanged.
 */
export function addressWithoutSecrets(address: string): string {
  if (!URL.canParse(address)) return address.replace(/\/\/[^/@\s]{1,200}@/, '//');
  const url = new URL(address);
  const secrets = [...url.searchParams.keys()].filter(name => secretParameter.test(name));
  if (url.username === '' && url.password === '' && secrets.length === 0) return address;
  url.username = '';
  url.password = '';
  for (const name of secrets) url.searchParams.set(name, '…');
  return url.href.replaceAll('%E2%80%A6', '…');
}

/**
 * The address that a person means: `example.org/feed`, `feed://example.org`, with blanks around it. Null for what is
 * no address of the web.
 */
export function webAddress(written: string): string | null {
  const text = written
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^(?:feed|rss|podcast|itpc):(?:\/\/)?(?=https?:)/i, '')
    .replace(/^(?:feed|rss|podcast|itpc):\/\//i, 'https://');
  if (text === '' || /\s/.test(text)) return null;
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text)
    ? text
    : /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text)
      ? null
      : `https://${text}`;
  if (whole === null || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  // A word by itself is not a host that anyone publishes at; an address in numbers, or one named outright, may be.
  const isHost = url.hostname.includes('.') || url.hostname.includes(':') || whole === text;
  return isHost ? url.href : null;
}

/** Parameters that only say where a reader has a link from: with another one, or none, it is the same page or feed. */
const tracking =
  /^(?:utm_\w+|at_(?:medium|campaign|custom\d|link\w*|format|ptr_\w+)|fbclid|gclid|dclid|yclid|msclkid|igshid|mc_[ce]id|wt_mc|xtor|cmpid|ns_(?:mchannel|source|campaign|linkname|fee))$/i;

/** The same, without what only tracks its readers: for an address that someone sends, who has copied it somewhere. */
export function addressToFetch(written: string): string | null {
  const address = webAddress(written);
  return address === null ? null : addressWithoutTracking(address);
}

/** An absolute address without what only tracks its readers; unchanged if it has nothing of it. */
export function addressWithoutTracking(address: string): string {
  const url = new URL(address);
  const passing = [...url.searchParams.keys()].filter(name => tracking.test(name));
  for (const name of passing) url.searchParams.delete(name);
  return passing.length === 0 ? address : url.href;
}

/**
 * The same address without TLS, for one that was written without its scheme and is taken for `https:` first; null for
 * any other.
 */
export function addressWithoutTls(written: string): string | null {
  const bare = written.trim().replace(/^<|>$/g, '');
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(bare);
  return hasScheme || webAddress(written) === null ? null : addressToFetch(`http://${bare}`);
}
