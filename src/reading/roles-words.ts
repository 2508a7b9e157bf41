/** The words of an office by which two wordings of it are compared: `the head of the Foreign Ministry` is the foreign minister. */
export function officeWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(
      /head of (?:the )?(.+) (?:ministry|department)$/,
      (whole, of) => `${of} ${whole.endsWith('ministry') ? 'minister' : 'secretary'}`,
    )
    .replace(/secretary[- ]general/g, 'secretary-general')
    .replace(/\bunited states\b|\bu\.s\.(?!\w)|\bamerican\b/g, 'us')
    .split(/[^\p{L}\p{N}.-]+/u)
    .filter(word => word && !/^(the|of|for|s|a|an)$/.test(word));
}
