/** What a foreign minister and a head of diplomacy have in common; stands among the words of an office. */
export const diplomacy = 'diplomacy-head';

/** The words of an office by which two wordings of it are compared: `the head of the Foreign Ministry` is the foreign minister. */
export function officeWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/^(?:head|chief) of (?:the )?(.+?) diplomacy$/, `$1 ${diplomacy}`)
    .replace(/^(?:top|chief) (.+) diplomat$/, `$1 ${diplomacy}`)
    .replace(
      /\bforeign minister\b|\bminister (?:of|for) foreign affairs\b|\bsecretary of state$/,
      `$& ${diplomacy}`,
    )
    .replace(
      /head of (?:the )?(.+) (?:ministry|department)$/,
      (whole, of) => `${of} ${whole.endsWith('ministry') ? 'minister' : 'secretary'}`,
    )
    .replace(/secretary[- ]general/g, 'secretary-general')
    .replace(/\bunited states\b|\bu\.s\.(?!\w)|\bamerican\b/g, 'us')
    .split(/[^\p{L}\p{N}.-]+/u)
    .filter(word => word && !/^(the|of|for|s|a|an)$/.test(word));
}
