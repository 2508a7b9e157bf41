/** Invisible characters with which one title could reverse or break up the text next to it. */
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}]|[\u{1e800}-\u{1efff}]/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Words as they may be shown: every run of white space is one blank, control and direction characters are
 * removed, lone surrogates replaced. Right-to-left words are isolated from the text around them.
 */
export function sanitize(words: string): string {
  const clean = words
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .replace(/\s+/g, ' ');
  return rightToLeft.test(clean) ? clean.replace(/^( ?)(.+?)( ?)$/, '$1\u2068$2\u2069$3') : clean;
}

/** Whether there is anything in a text that a reader would see. */
export function isVisible(text: string): boolean {
  return visible.test(text);
}

/** How long Telegram says a text is: its code points. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) if (isPair(text, i)) count--;
  return count;
}

/** Whether a surrogate pair begins at the code unit `index`. */
export function isPair(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}

/**
 * An address that a link may carry, or null: only http and https, with a public-looking host and no credentials.
 */
export function webAddress(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return null;
  return url.hostname.includes('.') && url.href.length <= 2048 ? url.href : null;
}
