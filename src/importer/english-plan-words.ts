/** What brings a thing to a level: the thing between it and the level is the name. */
const levelVerbs =
  'raise|increase|cut|reduce|lower|improve|bring|hold|keep|lift|boost|maintain|grow|limit|shorten|extend|expand|decrease|widen|push|get|drive|restrict|cap|contain|slow|trim';
/** What is done with things that are counted. */
const deedVerbs =
  'complete|build|open|hire|recruit|plant|remove|install|award|invest|sample|answer|close|publish|train|inspect|retrofit|reach|deliver|create|launch|issue|conduct|carry out|fund|provide|support|replace|repair|restore|renew|upgrade|add|acquire|buy|purchase|spend|save|collect|process|review|audit|visit|host|run|offer|enrol|enroll|admit|treat|serve|register|sign|secure|approve|finish|resolve|appoint|employ|house|rehouse|protect|recycle|digitise|digitize|convert|connect|equip|develop|introduce|establish|organise|organize|stage|distribute|lay|resurface|survey|test|monitor|attract|win|grant|place|move|help|teach|produce|translate|commission|pilot|verify|clear|bring in|set up|roll out|fit|plan|hand over|construct|renovate|refurbish|tag|release|map|rebuild|double|vaccinate|screen|engage|involve|certify|assess|investigate';

const verbAt = new RegExp(
  `(?:^|\\b(?:will|shall|must|to|and|we|We|then|also|again|further) )(${deedVerbs}|${levelVerbs})(?= |$)`,
  'gi',
);

/** The last verb of some words that says what is to be done, with what stands behind it. */
export interface PlanVerb {
  readonly verb: string;
  readonly behind: string;
}

/** The last verb of some words that says what is to be done: plant in “In 2025 we will plant”; undefined where there is none. */
export function planVerb(words: string): PlanVerb | undefined {
  let found: PlanVerb | undefined;
  for (const match of words.matchAll(verbAt)) {
    const [all, verb = ''] = match;
    found = { verb: verb.toLowerCase(), behind: words.slice(match.index + all.length).trim() };
  }
  // behind will and to, any word right before a figure is a verb
  const other = /\b(?:will|shall|must|to) (?:also )?([a-z]{3,})$/.exec(words.trim())?.[1];
  return other === undefined || found?.behind === '' ? found : { verb: other, behind: '' };
}

/** The verbs that say which way a thing is to go: with them “by 10%” is how much of it. */
export const isChange = (verb: string): boolean =>
  /^(?:raise|increase|cut|reduce|lower|improve|grow|boost|expand|decrease|shorten|lift|trim)$/.test(verb);

/** A name without its article and marks. */
export const tidy = (name: string): string =>
  name
    .replaceAll(/["“”*_`#[\]{}|]/g, '')
    .trim()
    .replace(/^(?:the|our|its|an?|total|overall) /i, '');

/** The noun group behind a number, up to what only says where, when or with whom. */
export function nounBehind(behind: string): string | undefined {
  const words = /^[ -]?([A-Za-z][A-Za-z'’/ -]*)/.exec(behind)?.[1]?.split(' ') ?? [];
  const end = words.findIndex((word, index) => stops.test(word) || (index === 0 && word === 'of'));
  const noun = (end < 0 ? words : words.slice(0, end)).slice(0, 6).join(' ').trim();
  return noun.length < 3 ? undefined : noun;
}

const stops =
  /^(?:by|before|in|on|at|to|for|from|with|within|under|and|or|who|which|that|where|across|over|during|through|into|this|next|each|per|percent|as|so|after|between|will|must|shall|is|are|was|were|against|including|have|has)?$/i;

/** What money is for: in flood defences. */
export const purposeBehind = (behind: string): string | undefined => {
  const [, preposition, rest = ''] = /^ (in|on|of|for) (?:the |our )?(.*)/i.exec(behind) ?? [];
  const noun = nounBehind(rest);
  if (preposition === undefined || noun === undefined) return undefined;
  return preposition === 'of' ? noun : `${preposition} ${noun}`;
};
