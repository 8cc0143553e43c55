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

/**
 * The verb with which an order begins, whatever it is: handle in “Handle 5 million tons of cargo”, rewild in “Rewild 35 hectares”.
 *
 * @param before the words of the clause before its first figure
 * @param rest what stands behind the figure: an order has no other verb
 * @param isLed whether an order stands before in the clause, for “and ring 2,400 birds”
 */
export function orderVerb(before: string, rest: string, isLed: boolean): PlanVerb | undefined {
  const [, verb, next, behind = ''] =
    /(?:^\s*([A-Z][a-z]{2,14})|(?:^\s*|\band )(?:and )?(?:then |also )?([a-z]{3,14}))((?: (?:at least|up to|more than|over|about|around|another|a further|a total of|an additional|some|all|all the|the))?)$/.exec(
      before.trimEnd(),
    ) ?? [];
  const word = verb ?? (isLed ? next : undefined);
  return word === undefined || noOrder.test(word) || saysWhatIs.test(rest)
    ? undefined
    : { verb: word.toLowerCase(), behind: behind.trim() };
}

/** Words before a number that order nothing: labels that it counts, and how exact it is. */
const noOrder =
  /(?:[^s]s|ed|[a-z]{3}ing|(?<!supp|app|comp|f)ly|tion|ment|ness|ity|age)$|^(?:goal|phase|part|stage|building|pier|tier|level|priority|figure|table|year|title|article|route|highway|grade|chapter|room|bus|form|unit|block|ward|district|zone|area|line|step|objective|target|item|note|annex|appendix|schedule|volume|issue|group|type|gate|terminal|dock|plot|lot|site|flat|suite|floor|model|round|week|day|month|quarter|lesson|module|rule|order|act|bill|law|option|box|channel|track|key|exactly|some|about|over|around|another|just|only|all|the|those|these|than|nearly|almost|under|below|fewer|more|less|another|further|with|for|from|into|within|between|and|but|our|their|its|his|her|team|station|engine|road|exit|mile|runway|well|lake|street|page|paragraph|clause|version|number|total|worth|per|say)$/i;
/** A verb that says what is, not what is to be done. */
const saysWhatIs =
  /\b(?:will|would|is|are|was|were|has|have|had|begins?|runs?|stays?|goes|follows?|remains?|must|shall|should|can|may|might|became|took)\b/;

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
