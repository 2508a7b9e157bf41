/** UTF-16 code units. */
const longestSpeaker = 80;

/** `Ines Roth, mayor`, `— Ines Roth`: who said a quote, in the line below it. */
export function isSpeakerLine(text: string): boolean {
  return (
    text.length <= longestSpeaker &&
    /^(?:[—–-]\s?\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3}(?:, [^.!?]+)?|\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}, [^.!?]+)$/u.test(
      text,
    )
  );
}
