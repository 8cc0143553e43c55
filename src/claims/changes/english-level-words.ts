import { nounAfter, type ToldFigure } from '../english-figures.ts';

/** Words by which English prose tells changes and the levels that they lead from and to. */

const upNoun =
  'increase|rise|gain|growth|jump|improvement|uplift|surge|climb|advance|upturn|expansion|rebound|recovery|upswing|boost|leap|hike|uptick|addition';
const downNoun =
  'decrease|fall|drop|decline|reduction|cut|loss|saving|dip|slump|contraction|shrinkage|downturn|plunge|slide|collapse|downswing|shortening';
/** Verbs by which something went up, and by which down. */
export const upVerb =
  'rose|risen|rises?|rising|grew|grown|grows?|growing|climbed|climbs?|increased|increases?|increasing|jumped|gained|expanded|improved|surged|soared|advanced|widened|widening|lengthened|recovered|rebounded|rallied|went up|gone up|going up|edged up|crept up|picked up';
/** The same for what went down. */
export const downVerb =
  'fell|fallen|falls?|falling|dropped|drops?|dropping|declined|declines?|declining|decreased|decreases?|shrank|shrunk|slipped|eased|dipped|cut|reduced|lowered|slumped|went down|gone down|came down|brought down|edged down|contracted|tumbled|slid|narrowed|narrowing|shortened|came down';
const near =
  '(?:(?:about|around|some|roughly|approximately|only|just|a further|fully|as much as|no less than) )?';
const adjectives = '(?:[a-z-]+ ){0,2}';

const leads: readonly (readonly [RegExp, 'up' | 'down'])[] = [
  [new RegExp(`\\b(?:${upNoun}) (?:of|by) ${near}$`, 'i'), 'up'],
  [new RegExp(`\\b(?:${downNoun}) (?:of|by) ${near}$`, 'i'), 'down'],
  [new RegExp(`\\b(?:up|${upVerb})(?: [a-z]+ly)?(?: by)? ${near}$`, 'i'), 'up'],
  [new RegExp(`\\b(?:down|${downVerb})(?: [a-z]+ly)?(?: by)? ${near}$`, 'i'), 'down'],
];
/** Cut paper use by. */
const byVerbs: readonly (readonly [RegExp, 'up' | 'down'])[] = [
  [new RegExp(`\\b(?:${downVerb}) (?:[a-z’'-]+ ){1,5}by ${near}$`, 'i'), 'down'],
  [
    new RegExp(`\\b(?:raised|increased|expanded|improved|extended) (?:[a-z’'-]+ ){1,5}by ${near}$`, 'i'),
    'up',
  ],
];
const behinds: readonly (readonly [RegExp, 'up' | 'down'])[] = [
  [
    new RegExp(
      `^ (?:percentage points? )?(?:${upNoun}|up|more|higher|above|better|greater|larger|bigger)\\b`,
      'i',
    ),
    'up',
  ],
  [/^ (?:[a-z]+ )?(?:longer|more|higher|dearer|larger)(?= than\b|[.,;)]|$)/, 'up'],
  [/^ (?:[a-z]+ )?(?:shorter|cheaper|quicker|less|fewer|lower|smaller|short of)(?= than\b|[.,;)]|$)/, 'down'],
  [
    new RegExp(`^ (?:percentage points? )?(?:${downNoun}|down|fewer|less|lower|below|smaller)\\b`, 'i'),
    'down',
  ],
];

/** Which way a figure says by the words beside it that something went. */
export function toldDirection({ figure, lead, behind }: ToldFigure): 'up' | 'down' | undefined {
  if (figure.movement) return figure.movement.to ? undefined : figure.movement.direction;
  if (figure.number.compare(0) < 0) return 'down';
  if (lead.endsWith('+') || figure.text.startsWith('+')) return 'up';
  const [, direction] =
    behinds.find(([words]) => words.test(behind)) ??
    [...leads, ...byVerbs].find(([words]) => words.test(lead)) ??
    [];
  return direction;
}

/** Words between one that sets levels against each other and the level. */
export const toLevel =
  "(?:(?:the|a|an|some|about|around|only|just|its|their|our|as many as) |(?:last|the previous|the preceding|the prior) year(?:’s|'s)? (?:figure of |total of )?|(?:(?:the|an?) )?(?:base|peak|low|high|level|figure|total|record|starting point|baseline)(?: figure)? of |[a-z]+ of |(?:previous|prior|earlier) |(?:19|20)\\d\\d(?:’s|'s) |in (?:19|20)\\d\\d of )";
/** Words that lead to the level that another is told against. */
export const toBase = new RegExp(
  `\\b(?:from|against|versus|vs\\.?|compar(?:ed|es) (?:with|to)|as against|than|exceed(?:ed|ing|s)|beat(?:ing)?)(?: the)? ${toLevel}{0,3}$|\\b(?:had (?:been|stood at|numbered|totalled|seen|recorded|reached)|having (?:been|stood at|[a-z]+ (?:to|at))) ${toLevel}{0,2}$|\\bhad [a-z]+(?: at)? $|\\((?:in )?(?:19|20)\\d\\d(?:[/–-]\\d\\d)?(?::|,| [–—-])? $`,
  'i',
);
/** Words that lead to the level that one came to. */
export const toEnd = new RegExp(`\\bto ${toLevel}{0,2}$`, 'i');
/** Words behind a level, or before it in its clause, that say it was the one before. */
const wasBefore =
  /^[^,;:()]{0,60}\b(?:last year|the year before|a year (?:earlier|before|ago)|one year (?:earlier|before)|(?:the|in the) (?:preceding|previous|prior) (?:financial |fiscal )?year)\b/i;
const beforeClause =
  /(?:^|[,;.] |\b)(?:last year|the year before|a year (?:earlier|before)|in the (?:preceding|previous|prior) year)\b[^,;:]{0,40}$|^ (?:months|years?|weeks) ago\b[^,;:]{0,40}$/i;

/** A level as a change may lead from it or to it. */
export interface LevelInEnglish extends ToldFigure {
  readonly year: number | undefined;
  readonly isBase: boolean;
}

const years = '(?:fiscal |FY ?|financial year )?((?:19|20)\\d\\d)(?!\\d|,\\d)(?:[/–-]\\d\\d(?:\\d\\d)?)?';
const yearBehind = new RegExp(
  `^[^,;:()]{0,40}?\\b(?:in|for|of|during|at the end of|by the end of) (?:the year )?(?:[A-Z][a-z]+ )?${years}|^[^,;:()]{0,30}? \\(${years}\\)`,
);
const yearBefore = new RegExp(
  `(?:\\b[Ii]n|^|[(,;.] ?)(?: ?(?:[Ii]n|by))? ?${years}[^,;()]{0,60}\\(?$|\\b[Ii]n ${years},[^,;()]{0,60}$`,
);

function yearOf({ lead, behind }: ToldFigure): number | undefined {
  const found = yearBehind.exec(behind) ?? yearBefore.exec(lead);
  const said = found?.[1] ?? found?.[2];
  return said === undefined ? undefined : Number(said);
}

/** A figure as a level, with its year. */
export const levelInEnglish = (told: ToldFigure): LevelInEnglish => ({
  ...told,
  year: yearOf(told),
  isBase:
    (toBase.test(told.lead) && !ofOthers.test(told.lead.slice(-30))) ||
    wasBefore.test(told.behind) ||
    beforeClause.test(told.lead),
});

/** Words that hold a figure against something else than an earlier one. */
export const ofOthers =
  /\b(?:target|plan(?:ned)?|budget(?:ed)?|forecast|goal|expected|national|average|median|capacity|of which|of whom|of these|of them|including|respectively|worth|rank\w*|sector|regional?|county|statewide|country|nation|industry|peers?|elsewhere|benchmark|neighbouring)\b/i;

/** Which of two levels was before; undefined where the words do not say. */
export function levelsInOrder(
  first: LevelInEnglish,
  second: LevelInEnglish,
): readonly [before: LevelInEnglish, after: LevelInEnglish] | undefined {
  if (first.year !== undefined && second.year !== undefined && first.year !== second.year)
    return first.year < second.year ? [first, second] : [second, first];
  if (first.isBase === second.isBase) return undefined;
  return first.isBase ? [first, second] : [second, first];
}

/** Whether two levels are of one thing, as far as the nouns behind them say. */
export function areOfOneNoun(first: LevelInEnglish, second: LevelInEnglish): boolean {
  const [one, two] = [nounAfter(first.behind), nounAfter(second.behind)];
  return one === '' || two === '' || one === two || first.figure.unit !== '';
}

const time =
  "(?: (?:(?:in|for|during|over|at the end of|by the end of|at|on|to) (?:the )?(?:year(?:[’']s end| (?:before|earlier))?|(?:previous|preceding|prior|same|past|last)(?: [a-z]+){1,2}|[A-Z][a-z]+(?: (?:19|20)\\d\\d)?|\\d{1,2} [A-Z][a-z]+|fiscal (?:19|20)\\d\\d|(?:19|20)\\d\\d(?:[/–-]\\d\\d)?)|last year|this year|the (?:year before|previous year)|a year (?:earlier|before|ago)|(?:19|20)\\d\\d))";
const moved = `(?:(?:up|down|${upVerb}|${downVerb})(?: [a-z]+ly)?(?: by)?|(?:an? |some |the )?${adjectives}(?:${upNoun}|${downNoun}) (?:of|by))`;
/** From the second of two levels to their change: its noun and time, a mark, and words of change. */
export const linked = new RegExp(
  `^(?: [a-z’'-]+){0,4}${time}{0,2}\\)?(?:,? (?:or|and so|which (?:is|was|represents|means|makes)|that is|that was|representing|equal to|equivalent to|i\\.e\\.)|,|:|;| [—–-]| \\(|\\. (?:This|That|It|which)(?: (?:is|was|represents?|means|amounts to|equals))(?: a(?:n| total)?)?| and (?:this |that )?(?:represents|is|means|amounts to))(?: (?:by|it is|it was|an? average of|an?|${near.trim()}))?(?: ?${moved})? ?${near}(?:a |an )?$`,
  'i',
);

const moveWord = new RegExp(`^(?:up|down|${upVerb}|${downVerb}|${upNoun}|${downNoun})$`);

/** Whether a word tells which way something went. */
export const isMoveWord = (word: string): boolean => moveWord.test(word);
