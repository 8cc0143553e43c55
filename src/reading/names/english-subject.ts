import type { Quantity } from '../../quantity/value/quantity.ts';
import { RATIO, isMoney } from '../../quantity/value/unit-table.ts';
import type { Span } from '../../quantity/value/formula.ts';
import { nounOf, thingBehind } from './english-noun.ts';
import { firstOfList, givenOut, nameInList, type GivenOut } from './english-series.ts';
import type { SubjectText } from '../figure-at.ts';

/** As many characters before and behind a figure are looked at. */
const FARTHEST = 200;

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
  `^(.*?\\S) (?:has |have |had )?(?:${changed})(?: (?:slightly|sharply|steadily|again|further))?(?: by (?:about |nearly |over |more than )?(?:an? )?(?:half|third|quarter|fifth|tenth))?(?: (?:by )?(?:about |nearly )?[$£€]?\\d[\\d.,]*(?: ?%| per ?cent| million|[mk])?)?(?:,? from (?:[^,;]|,(?=\\d))*?)? to ${about}$`,
  'i',
);
/** What was done with the things that are counted behind the figure. */
const deed = new RegExp(
  `\\b(planted|opened|commissioned|carried out|paid out|attended|carried|arrested|charged|employed|employs?|rehomed|fostered|seized|filled|mentored|coached|transported|resettled|recycled|completed|installed|answered|hired|trained|removed|recovered|tagged|published|delivered|awarded|funded|inspected|restored|repaired|replaced|treated|issued|resolved|closed|processed|received|registered|recruited|supported|visited|audited|investigated|reviewed|enrolled|graduated|collected|collecting|donated|distributed|created|launched|added|renovated|converted|resurfaced|cleared|handled|approved|granted|rescued|vaccinated|screened|housed|served|educated|developed|digiti[sz]ed|catalogu?ed|scanned|monitored|surveyed|mapped|reopened|acquired|purchased|prosecuted|detected|recorded|logged|reported|invested|raised|saved|recycled|reached|gathered|launched|tested|sampled|identified|adopted|signed|trialled|refurbished|upgraded|fitted|hosted|organi[sz]ed|offered|provided|secured|earned|spent|lent|borrowed|placed|matched|certified|licensed|permitted|held|built|made|won|ran|began|met|took|gave|wrote|sold|bought|cut|drew|led|taught|fed|let|paved|laid|dug|insulated|retrofitted|advised on|translated|patrolled|fixed|cleaned|demolished|constructed|coached|advised|catered for) ${about}$`,
  'i',
);
/** Verbs after which the things themselves are counted: “we employ 28 staff”. */
const has = new RegExp(
  `\\b(?:have|has|had|employs?|employed|oversees?|oversaw|operates?|operated|manages?|managed|maintains?|maintained|counts?|counted|comprises?|comprised|welcomed|attracted|engaged|involved|there (?:are|were)|(?<!of |at |in |for |across |to |from )our|with|including|includes|included) ${about}$`,
  'i',
);
const participles: Readonly<Record<string, string>> = {
  collecting: 'collected',
  employ: 'employed',
  employs: 'employed',
  ran: 'run',
  began: 'begun',
  took: 'taken',
  gave: 'given',
  wrote: 'written',
  drew: 'drawn',
};

const planned =
  /\b(?:targets?|goals?|plan(?:s|ned)?|aim(?:s|ed)?|expect(?:s|ed)?|should|will|would|could|may|might|must|requires?d?|limits?|forecasts?|projected|proposed|budgeted for|if|unless|compared|last year|previous|prior|earlier|formerly|ago)\b/i;

/** The subject of a figure in an English statement. */
export function englishSubject(
  prose: SubjectText,
  figure: Quantity,
  [from, to]: Span,
  year: number | undefined,
): string | undefined {
  const { text } = prose;
  const { span, unit, family } = figure;
  const [start, end] = span;
  const whole = wordsBefore(text, from, figure);
  const behind = text.slice(end, Math.min(to, end + FARTHEST));
  if (isOfOtherTime(whole, behind, year)) return undefined;
  const series = givenOut(prose, figure, [from, to]);
  if (series !== undefined) return nameGivenOut(text, from, series);
  if (isPart(whole, behind)) return undefined;
  const label = labelBefore(lineBefore(text, start));
  if (label !== undefined) return label;
  const lead = isCount(unit) ? wordsBefore(text, from, firstOfList(prose, figure, from)) : whole;
  const clause = clauseBefore(lead).replace(
    /^(?:(?:and|but|while) |(?:a|in) total of |some |about |more than |over |nearly )+/i,
    '',
  );
  if (planned.test(clause)) return undefined;
  return (
    nounOf(
      (becameLevel.exec(clause) ?? (countsNouns(unit, behind) ? null : isLevel.exec(clause)))?.[1]?.replace(
        ofDay,
        '',
      ),
    ) ??
    amountOf(clause) ??
    (isMoney(family) || family === RATIO ? coordinated(clause, behind) : countedThing(clause, behind, unit))
  );
}

/** Whether a unit only says how many thousands or millions there are. */
const isCount = (unit: string): boolean => /^(?: ?(?:thousand|million|billion))?$/.test(unit);

const wordsBefore = (text: string, from: number, { span }: Quantity): string =>
  text.slice(Math.max(from, span[0] - FARTHEST), span[0]);

/** Of “robbery and arson stood at 912 and 46 respectively” the name that is a figure’s by its place. */
function nameGivenOut(text: string, from: number, series: GivenOut): string | undefined {
  const lead = clauseBefore(wordsBefore(text, from, series.first));
  const things = planned.test(lead) ? undefined : (becameLevel.exec(lead) ?? isLevel.exec(lead))?.[1];
  return things === undefined ? undefined : nounOf(nameInList(things, series));
}

/** Words since the last mark that parts clauses. */
const clauseBefore = (words: string): string =>
  words
    .slice(Math.max(0, ...[...words.matchAll(/[;:()—–|\n]|,(?!\d)/g)].map(({ index }) => index + 1)))
    .trimStart();

/** Whether the thing that is counted may stand behind a figure without a unit. */
const countsNouns = (unit: string, behind: string): boolean =>
  isCount(unit) && !/^ ?people\b/.test(behind) && thingBehind(behind) !== undefined;

/** No label is longer. */
const LONGEST_LABEL = 300;

/** A line up to a place in it; nothing of one so long that no label stands there. Does not grow with the text. */
function lineBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - LONGEST_LABEL), end);
  const at = near.lastIndexOf('\n');
  return at === -1 && end > LONGEST_LABEL ? '' : near.slice(at + 1);
}

/** “Recycling rate: ”, at the start of a line or an item. */
function labelBefore(line: string): string | undefined {
  const found =
    /^\s*(?:\\?[-*•·]\s+|\d{1,2}[.)]\s+)?(?:\*\*)?([A-Z][^:.;]*?)(?:\*\*)?:(?:\*\*)?\s+(?:about |over |nearly )?$/.exec(
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
    /(?:^(?!grants? )|\b(?:an?|the|our|its|their|by|from|with|and|generated|secured|recorded|raised|attracted) )((?:(?!(?:by|from|with|and|of|was|were|is|are|an?|the|our|its|their|to|in|on|at|for) )[a-z][a-z-]+ ){0,3}(?:budget|income|surplus|deficit|revenue|spending|expenditure|reserves|turnover|value|investment|rate|score|endowment|profit|loss|debt|workforce|membership|enrol?lment|area|length|capacity|output|population|underspend|overspend|grants?|savings|tax|precept|donations?|contributions?|funding|subsidy|bequest|loan|fines?|fees|receipts|sales|revenues|costs?)) of (?:about |over |nearly |more than )?$/i.exec(
      clause,
    );
  return nounOf(found?.[1]);
}

/** The day that a level is of, behind its name: “headcount at 31 December 2024”. */
const ofDay = / (?:at|on|as of) (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?)(?: 20\d{2})?$/;

const timeUnit = /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|hrs?|mins?)$/i;

/** Of “income was £1.9 million and spending £1.8 million” the second name; of “received $64.5 million in base grants” what the money was. */
const coordinated = (clause: string, behind: string): string | undefined =>
  nounOf(secondOfTwo(clause.replace(/(?:was|were|to|at) $/, ''))) ??
  (deed.test(clause)
    ? nounOf(/^ in ((?:[a-z][a-z-]+ ?){1,4})(?=[,.;]| (?:in|for|to|from|by|and)\b|$)/.exec(behind)?.[1])
    : undefined);

/** The words behind the last “and” of a clause, where the level of another thing stands before it. */
function secondOfTwo(clause: string): string | undefined {
  const at = clause.lastIndexOf(' and ');
  const before = clause.slice(Math.max(0, at - 60), Math.max(0, at));
  const isLevelled =
    /\d(?: million| billion| per ?cent|[%mk])?$/.test(before) &&
    /\b(?:was|were|reached|totall?ed|stood at|amounted to|rose to|fell to|came to|grew to) /i.test(before);
  return isLevelled ? /^((?:[a-z][a-z-]+ ){1,5})$/i.exec(clause.slice(at + 5))?.[1] : undefined;
}

/** “planted 34,500 trees” are trees planted, “34,500 trees were planted” as well; “our 28 staff” are staff. */
function countedThing(clause: string, behind: string, unit: string): string | undefined {
  const thing = timeUnit.test(unit) ? undefined : thingBehind(behind);
  if (thing === undefined) return undefined;
  const done = deed.exec(clause)?.[1]?.toLowerCase();
  if (done !== undefined) return `${thing} ${participles[done] ?? done}`;
  const passive =
    /^ (?:of |in )?[A-Za-z][A-Za-z -]*? (?:were|was|ha(?:s|ve|d) been) (?:[a-z]+ly )?([a-z]*(?:ed|built|held|won|made|met|taken|given|written|sold|lost|paid|found|seen|heard|sent|brought))\b/.exec(
      behind,
    )?.[1];
  if (clause === '' && passive !== undefined) return `${thing} ${passive}`;
  return has.test(clause) && thing !== 'people' ? thing : undefined;
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

/** What was in several years, or since one of them. */
const ofYears =
  /\b(?:over|in|during|for) the (?:past|last|next) (?:[a-z\d]+ )?(?:years|decade)\b|\bsince (?:19|20)\d{2}\b(?![^,]*,)/i;

/** Whether a statement speaks of another year than the report’s at this figure. */
function isOfOtherTime(words: string, behind: string, year: number | undefined): boolean {
  // of “from 212,000 in 2024 to” the year is that of the earlier level
  if (ofYears.test(words)) return true;
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
