/** C0 and C1 controls and DEL, but neither tab nor line feed: a terminal would obey them. */
const control = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

/** The text with control characters written as `\u001b`, as JSON does; in JSON, it stays the same value. */
export function escapeControls(text: string): string {
  return text.replace(control, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
