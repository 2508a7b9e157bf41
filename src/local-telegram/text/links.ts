/**
 * An address as Telegram keeps it. Gives `{ url }`, or `{ problem }` in Telegram's words: only http, https,
 * tg and ton addresses, and hosts with a dot.
 */
export function checkedLink(given: string): { url: string } | { problem: string } {
  const trimmed = given.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):(?=\/\/|[^\d])/i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme === 'tg' || scheme === 'ton') {
    return /^(tg|ton):(\/\/)?[a-z0-9_-]+([/?#].*)?$/i.test(trimmed)
      ? { url: trimmed }
      : { problem: `Wrong ${scheme} URL` };
  }
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https' && trimmed.includes('://')) {
    return { problem: 'Unsupported URL protocol' };
  }
  try {
    const url = new URL(scheme === 'http' || scheme === 'https' ? trimmed : `http://${trimmed}`);
    if (!/^[^.]+(\.[^.]+)+\.?$/.test(url.hostname) || /\s/.test(trimmed))
      return { problem: 'Wrong HTTP URL' };
    return { url: url.href };
  } catch {
    return { problem: 'Wrong HTTP URL' };
  }
}
