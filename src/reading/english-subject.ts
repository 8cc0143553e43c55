import type { Quantity } from '../quantity/value/quantity.ts';
import { RATIO, isMoney } from '../quantity/value/unit-table.ts';
import type { Span } from '../quantity/value/formula.ts';
import type { SubjectText } from './figure-at.ts';

/** As many characters before and behind a figure are looked at. */
const FARTHEST = 200;

/** The most words that a reader takes for a name. */
const MOST_WORDS = 8;

const about =
  '(?:about |around |nearly |almost |over |more than |only |just |some |a total of |at least |at )*';
/** A level is said of what stands before: “the recycling rate was”, “calls answered totalled”. */
const isLevel = new RegExp(
  `^(.*\\S) (?:was|were|is|are|stood|stands|reached|totall?ed|totals|amounted to|came to|numbered|remained|stayed|averaged|hit|equall?ed) ${about}$`,
  'i',
);
const changed =
  'rose|grew|increased|climbed|improved|jumped|expanded|went up|fell|dropped|declined|decreased|shrank|went down|narrowed|shortened';
/** A level that something came to: “fell from 131 to”, “rose to”. */
const becameLevel = new RegExp(
  `^(.*?\\S) (?:has |have |had )?(?:${changed})(?: (?:slightly|sharply|steadily|again|further))?(?:,? from (?:[^,;]|,(?=\\d))*?)? to ${about}$`,
  'i',
);
/** What was done with the things that are counted behind the figure. */
const deed = new RegExp(
  `\\b(planted|opened|completed|installed|answered|hired|trained|removed|recovered|tagged|published|delivered|awarded|funded|inspected|restored|repaired|replaced|treated|issued|resolved|closed|processed|received|registered|recruited|supported|visited|audited|investigated|reviewed|enrolled|graduated|collected|collecting|donated|distributed|created|launched|added|renovated|converted|resurfaced|cleared|handled|approved|granted|rescued|vaccinated|screened|housed|served|educated|developed|digiti[sz]ed|catalogu?ed|scanned|monitored|surveyed|mapped|reopened|acquired|purchased|prosecuted|detected|recorded|logged|reported|invested|raised|saved|recycled|reached|gathered|launched|tested|sampled|identified|adopted|signed|trialled|refurbished|upgraded|fitted|hosted|organi[sz]ed|offered|provided|secured|earned|spent|lent|borrowed|placed|matched|certified|licensed|permitted|held|built|made|won|ran|began|met|took|gave|wrote|sold|bought|cut|drew|led) ${about}$`,
  'i',
);
/** Verbs after which the things themselves are counted: “we employ 28 staff”. */
const has = new RegExp(
  `\\b(?:have|has|had|employs?|employed|oversees?|oversaw|operates?|operated|manages?|managed|maintains?|maintained|counts?|counted|comprises?|comprised|welcomed|attracted|engaged|involved|there (?:are|were)|(?<!of |at |in |for |across |to |from )our|with) ${about}$`,
  'i',
);
const participles: Readonly<Record<string, string>> = {
  collecting: 'collected',
  ran: 'run',
  began: 'begun',
  took: 'taken',
  gave: 'given',
  wrote: 'written',
  drew: 'drawn',
};

/** What tells that a figure is an earlier level, a limit, a part, a number of an order or one that is only planned. */
const otherLevel =
  /\b(?:from|than|with|against|to|by|every|each|within|per|least|most|of|between|and|or|the|under|below|above|beyond|up|down|versus|vs|phase|stage|priority|goal|objective|level|tier|class|grade|type|part|page|pages|chapter|section|table|figure|fig|note|no|number|public law|act|item|step|version|call|phone|tel|fax|zip|room|suite|box|route|highway|article|title|volume|issue)\.? ?$/i;
const planned =
  /\b(?:targets?|goals?|plan(?:s|ned)?|aim(?:s|ed)?|expect(?:s|ed)?|should|will|would|could|may|might|must|requires?d?|limits?|forecasts?|projected|proposed|budgeted for|if|unless|compared|last year|previous|prior|earlier|formerly|ago)\b/i;

/** How a group of words that is no noun begins or what it holds. */
const noNoun =
  /^(?:it|they|we|he|she|this|that|these|those|which|who|there|one|some|most|many|others?|and|or|but|of|in|on|at|by|for|with|from|to|as|when|while|where|since|after|before|during|among|about|over|under|if|because|than|then|so|not|up|down|out)\b|\b(?:that|which|who|whom|we|they|it|was|were|is|are|has|have|had|be|been|rose|grew|fell|said|remained|improved|increased|dropped|and|or)\b|\d/i;

/** The subject of a figure in an English statement. */
export function englishSubject(
  { text }: SubjectText,
  { span, unit, family }: Quantity,
  [from, to]: Span,
  year: number | undefined,
): string | undefined {
  const [start, end] = span;
  const whole = text.slice(Math.max(from, start - FARTHEST), start);
  const behind = text.slice(end, Math.min(to, end + FARTHEST));
  if (isOfOtherTime(whole, behind, year) || isPart(whole, behind)) return undefined;
  const label = labelBefore(text.slice(Math.max(0, text.lastIndexOf('\n', start - 1) + 1), start));
  if (label !== undefined) return label;
  const clause = clauseBefore(whole);
  if (planned.test(clause)) return undefined;
  return (
    nounOf((becameLevel.exec(clause) ?? (countsNouns(unit, behind) ? null : isLevel.exec(clause)))?.[1]) ??
    amountOf(clause) ??
    (isMoney(family) || family === RATIO ? coordinated(clause, behind) : countedThing(clause, behind, unit))
  );
}

/** Words since the last mark that parts clauses. */
const clauseBefore = (words: string): string =>
  words
    .slice(Math.max(0, ...[...words.matchAll(/[;:()—–|\n]|,(?!\d)/g)].map(({ index }) => index + 1)))
    .trimStart();

/** Whether the thing that is counted may stand behind a figure without a unit. */
const countsNouns = (unit: string, behind: string): boolean =>
  unit === '' && thingBehind(behind) !== undefined;

/** “Recycling rate: ”, at the start of a line or an item. */
function labelBefore(line: string): string | undefined {
  const found =
    /^\s*(?:[-*•·]\s+|\d{1,2}[.)]\s+)?(?:\*\*)?([A-Z][^:.;]*?)(?:\*\*)?:(?:\*\*)?\s+(?:about |over |nearly )?$/.exec(
      line,
    );
  const [, label = ''] = found ?? [];
  return label !== '' &&
    !/\d/.test(label) &&
    !planned.test(label) &&
    !/^(?:phone|tel|fax|call|page|note|source|contact|address|charity|company|registered|copyright)/i.test(
      label,
    )
    ? nounOf(label)
    : undefined;
}

/** “a surplus of £84,000”: what the amount is one of. */
function amountOf(clause: string): string | undefined {
  const found =
    /(?:^|\b(?:an?|the|our|its|their) )((?:[a-z][a-z-]+ ){0,3}(?:budget|income|surplus|deficit|revenue|spending|expenditure|reserves|turnover|value|investment|rate|score|endowment|profit|loss|debt|workforce|membership|enrol?lment|area|length|capacity|output|population)) of (?:about |over |nearly |more than )?$/i.exec(
      clause,
    );
  return nounOf(found?.[1]);
}

const timeUnit = /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|hrs?|mins?)$/i;

/** Of “income was £1.9 million and spending £1.8 million” the second name; of “received $64.5 million in base grants” what the money was. */
const coordinated = (clause: string, behind: string): string | undefined =>
  nounOf(
    /\b(?:was|were|reached|totall?ed|stood at) [^,;]*?\d\S*(?: (?:million|billion|percent|per cent))? and ((?:[a-z][a-z-]+ ){1,5})$/i.exec(
      clause,
    )?.[1],
  ) ??
  (deed.test(clause)
    ? nounOf(/^ in ((?:[a-z][a-z-]+ ?){1,4})(?=[,.;]| (?:in|for|to|from|by|and)\b|$)/.exec(behind)?.[1])
    : undefined);

/** “planted 34,500 trees” are trees planted, “34,500 trees were planted” as well; “our 28 staff” are staff. */
function countedThing(clause: string, behind: string, unit: string): string | undefined {
  const thing = timeUnit.test(unit) ? undefined : thingBehind(behind);
  if (thing === undefined) return undefined;
  const done = deed.exec(clause)?.[1]?.toLowerCase();
  if (done !== undefined) return `${thing} ${participles[done] ?? done}`;
  const passive =
    /^ (?:of |in )?[a-z][a-z -]*? (?:were|was|ha(?:s|ve|d) been) (?:[a-z]+ly )?([a-z]+(?:ed|built|held|won|made|met))\b/.exec(
      behind,
    )?.[1];
  if (clause === '' && passive !== undefined) return `${thing} ${passive}`;
  return has.test(clause) ? thing : undefined;
}

/** The nouns behind a figure: “affordable homes” in “214 affordable homes in the district”. */
function thingBehind(behind: string): string | undefined {
  const found =
    /^ (?:of |in |new )?((?:[a-z][a-z'’-]+ ){0,3}?[a-zA-Z][a-z'’-]+)(?= (?:along|around|beside|into|onto|near|off|[a-z]+ed|oversaw|took|led|made|gave|held|won|met|rose|fell|grew|ran|in|for|to|by|with|and|or|at|on|of|from|that|who|which|were|was|are|is|have|has|had|this|across|through|throughout|during|per|under|over|within|between|after|before|since|as|last|each|every|using|including|totall?ing)\b|[,.;:()—–|\n]|\s*$)/.exec(
      behind,
    );
  const [, thing = ''] = found ?? [];
  if (
    thing === '' ||
    /^(?:of|in|the|these|those|them|its?|our|their|a|an|years?|months?|weeks?|days?|hours?|minutes?|percent|per|points?|times|more|fewer|less|other|million|billion|people|and|or|to|or more|up|out|respectively)\b/i.test(
      thing,
    )
  )
    return undefined;
  return noNoun.test(thing) ||
    /(?<!build|hous|train|meet|hear|open|fil|list|rat|draw|paint|record|sav|earn|hold|land|find|brief|screen|warn|sight)ing$/i.test(
      thing,
    )
    ? undefined
    : thing;
}

/** A group of words as a name, without articles; undefined where it is no group of nouns or too long. */
function nounOf(words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  const name = words
    .replaceAll(/["“”*`#\\[\]{}<>]/g, '')
    .replace(
      /^(?:(?:and|but|meanwhile|overall|however|in total|today|currently|now|finally) )*(?:(?:the|an?|our|its|their|his|her|this year’s|this year's) )?/i,
      '',
    )
    .trim();
  const count = name.split(/\s+/).length;
  return name.length >= 4 && count <= MOST_WORDS && !noNoun.test(name) && !otherLevel.test(name)
    ? name
    : undefined;
}

/** Whether a figure is one of several that “respectively” gives out, a part of another, or one that counts nothing. */
const isPart = (before: string, behind: string): boolean =>
  /\brespectively\b/i.test(behind) ||
  /^ (?:out )?of (?:the(?:se|m|ir)?|our|its|which|\d|all|every|those)\b/i.test(behind) ||
  otherOnly.test(before.slice(-24)) ||
  /^ ?(?:%|percent|per cent)? ?(?:more|fewer|less|higher|lower|above|below|points?)\b/i.test(behind) ||
  /^(?:-|–)[a-z]/i.test(behind);

/** Words directly before a figure that make it another’s; “to” and “of” are judged with their verbs and nouns. */
const otherOnly =
  /\b(?:from|than|compared with|compared to|against|by|every|each|within|per|between|versus|vs\.?|up from|down from|priority|stage|phase|goal|public law|page|chapter|section|table|figure|no\.|under|below|out of)\s+(?:about |over |a target of |an? )?$/i;

/** Whether a statement speaks of another year than the report’s at this figure. */
function isOfOtherTime(words: string, behind: string, year: number | undefined): boolean {
  // of “from 212,000 in 2024 to” the year is that of the earlier level
  const before = words.replace(/ from [^;]{1,80} to (?:about |nearly |over )?$/, ' to ');
  if (
    /^[^.;,]{0,30}\b(?:last year|the previous year|the prior year|a year (?:earlier|ago|before))\b/i.test(
      behind,
    )
  )
    return true;
  const said =
    /^[^.;,(]{0,30}\b(?:in|for|at the end of|during) (?:FY ?|fiscal year )?((?:19|20)\d{2})\b/i.exec(
      behind,
    )?.[1] ?? [...before.matchAll(/\b((?:19|20)\d{2})\b(?![-/–]\d)/g)].at(-1)?.[1];
  return said !== undefined && year !== undefined && Number(said) !== year;
}
