/** Words that end the name of a site, or with `of` begin it. */
export const siteHeads: ReadonlySet<string> = new Set(
  (
    'street avenue road boulevard lane square plaza park bridge tower palace castle hall airport station port ' +
    'harbor harbour bay river lake sea ocean gulf strait channel canal island islands peninsula beach mountain ' +
    'mountains valley desert forest county city district province region oblast stadium arena gardens cemetery ' +
    'prison jail base hospital sanatorium heights hills shoal reef glacier monastery cathedral mosque church ' +
    'centre center course speedway racecourse canton municipality governorate prefecture atoll volcano township borough'
  ).split(' '),
);
