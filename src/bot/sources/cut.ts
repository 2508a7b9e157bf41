/** A text of at most `longest` characters: of a longer one the beginning, and that it goes on. */
export function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}
