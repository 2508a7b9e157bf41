/** The entries of a list in `data/knowledge/`: its lines without comments (`# …`), trimmed, blank ones left out. */
export function listLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.replace(/#.*/, '').trim())
    .filter(line => line !== '');
}
