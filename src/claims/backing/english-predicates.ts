/** What may be done with things, or become of them: words that say so, and words that say that it was not done. Those of one row say the same. */
const rows: readonly (readonly [yes: RegExp, no?: RegExp])[] = [
  [
    /\b(?:correct|fix|repair|rectifi|resolv|remedi|implement|complet|finish|deliver|settl|clear|action|conclud|clos|decid|address)(?:ed|es|s)\b|\bput (?:right|into (?:effect|practice)|in place)\b|\bcarried (?:out|through)\b|\bdealt with\b|\bin place\b|\bdone\b/i,
    /\b(?:open|outstanding|pending|unresolved|unfinished|incomplete|undecided|unsettled|overdue|in progress|under way|underway|awaiting|waiting|still to (?:be|come)|not yet|yet to|did not (?:complete|finish))\b/i,
  ],
  [
    /\b(?:answer(?:ed|s)?|repl(?:y|ied|ies)|respond(?:ed|s)?|returned|sent in|submitted|filed)\b/i,
    /\b(?:unanswered|did not (?:reply|respond|answer)|no (?:reply|answer|return))\b/i,
  ],
  [
    /\b(?:took part|taken part|takes? part|participat(?:ed|es?)|attend(?:ed|s)?|voted|competed|joined|came|(?:was|were) present|had a place)\b/i,
    /\b(?:absent|stayed away|did not (?:attend|take part|come|join))\b/i,
  ],
  [
    /\b(?:pass(?:ed|es)?|approved|compl(?:y|ied|ies)|compliant|met the standards?|meets? the standards?|qualified|certified|accredited|graduated|accepted)\b/i,
    /\b(?:fail(?:ed|s)?|refused|rejected|breach(?:ed|es)?|non-compliant|d(?:id|o) not (?:comply|meet|pass)|declined|turned down)\b/i,
  ],
  [/\b(?:lost|decided against|defeated|overturned)\b/i, /\b(?:won|succeeded)\b/i],
  [/\b(?:upheld|substantiated|well founded|justified)\b/i, /\b(?:dismissed|unfounded|not upheld)\b/i],
  [
    /\b(?:rose|risen|rises?|increas(?:e|es|ed)|grew|grown|growth|climbed|improved|gained)\b/i,
    /\b(?:fell|fallen|falls?|declin(?:e|es|ed)|dropped|drops?|decreas(?:e|es|ed)|worsened|shrank|lost ground)\b/i,
  ],
  [
    /\b(?:inspected|checked|visited|examined|surveyed|audited|tested)\b/i,
    /\b(?:uninspected|unchecked|untested)\b/i,
  ],
  [
    /\b(?:filled|staffed|occupied|taken|sold|let|booked|recruited|appointed)\b/i,
    /\b(?:vacant|empty|unfilled|unsold|unlet|free)\b/i,
  ],
  [
    /\b(?:opened|in use|operating|running|in service)\b/i,
    /\b(?:closed|shut|out of (?:use|service|order))\b/i,
  ],
  [
    /\b(?:connected|served|covered|equipped|supplied|linked)\b/i,
    /\b(?:without|unserved|unconnected|cut off)\b/i,
  ],
  [
    /\b(?:ran|operated|went ahead|took place|carried out|(?:was|were) held)\b/i,
    /\b(?:cancell?ed|called off|postponed|did not run|abandoned|suspended)\b/i,
  ],
  [/\b(?:on time|punctual|on schedule)\b/i, /\b(?:late|delayed|overdue|behind schedule)\b/i],
  [
    /\b(?:free of|no) (?:faults?|defects?|errors?|problems?)\b/i,
    /\b(?:faults?|faulty|defects?|defective|errors?|problems?)\b/i,
  ],
];

const years = /\b(?:on|over|in|during|for|throughout) the year\b|\b(?:this year|at the end)\b/g;
const commonVerbs =
  /^(?:been|were|have|also|made|reported|seen|given|used|said|included|based|called|needed|even|often|then|when|open)$/;
const verb =
  /\b[a-z]{3,}(?:ed|en)\b|\b[a-z]{5,}(?:ate|ous|able|ible|ory|ful)\b|\b(?:built|made|held|ran|met|bought|sold|sent|taught|paid|won|took|cut|found|laid|led|kept|brought|spent|set|began)\b/gi;

/** What a predicate says against another: the same, its opposite, or something else. */
export function against(one: string, other: string): 'same' | 'opposite' | undefined {
  for (const [yes, no] of rows) {
    const [a, b] = [signIn(one, yes, no), signIn(other, yes, no)];
    if (a !== 0 && b !== 0) return a === b ? 'same' : 'opposite';
  }
  const verbs = new Set(verbsIn(one));
  return verbsIn(other).some((each) => verbs.has(each)) ? 'same' : undefined;
}

const signIn = (words: string, yes: RegExp, no: RegExp | undefined): -1 | 0 | 1 =>
  no?.test(words) === true ? -1 : yes.test(words) ? 1 : 0;

const verbsIn = (words: string): readonly string[] =>
  [...words.toLowerCase().matchAll(verb)].map(([each]) => each).filter((each) => !commonVerbs.test(each));

/** What limits a predicate to some of what it says: “within 10 days”, “in full”, “at weekends”. */
const limiting =
  /\b(?:within|without|in (?:time|full|person|part|favou?r|support|advance|writing|error|spring|summer|autumn|winter|\d+|the first)|on time|by (?=\d|the end|mid|january|february|march|april|may\b|june|july|august|september|october|november|december)|before|after|during|online|early|late|fully|partly|only|once|twice|at|on|for|under|over|from|with|again|least|more|less|than|because|through|via|as|above|below)\b/gi;

/** Whether one predicate is limited by words that do not limit the other. */
export const isNarrower = (one: string, other: string): boolean =>
  [...one.replaceAll(years, '').matchAll(limiting)].some(
    ([word]) => !` ${other.toLowerCase()} `.includes(` ${word.trim().toLowerCase()} `),
  );

/** How soon or how well something was done: who did it so did it. */
const manner =
  /\b(?:on time|on schedule|in time|in full|early|fully|within (?:\d+|[a-z]+) [a-z]+|(?:by|before) (?:the end of )?[A-Za-z]+)\b/g;

/** A predicate without how soon or how well. */
export const withoutManner = (predicate: string): string => predicate.replaceAll(manner, '');

/** What is done to things before something comes of them: all were invited, 41 came. */
export const onlyTried =
  /\b(?:invit|ask|offer|contact|approach|consult|survey|review|consider|assess|inspect|visit|examin|monitor|check|test|audit|report|list|requir|expect|screen|interview|investigat|identifi|regist|enrol|assign|issued)(?:ed|s|es)?\b|\b(?:eligible|entitled|due|sent|told|given|free to|able to|open to)\b/i;
