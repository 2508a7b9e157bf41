/** Soft hyphens, zero-width spaces and direction marks; not the joiners, which make up letters and emoji. */
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/** A text without the characters that no reader sees: within a word or name, they would make it another one. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}
