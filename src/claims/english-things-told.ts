import type { Quantity } from '../quantity/value/quantity.ts';
import { tailOf } from './sentence-tails.ts';

/** Verbs whose past has no ending: what was done is told with them as with those in -ed. */
const irregular =
  'built|rebuilt|made|gave|held|ran|met|bought|sold|sent|taught|paid|repaid|lent|let|won|took|undertook|oversaw|cut|put|found|heard|saw|drew|withdrew|wrote|drove|laid|led|lost|kept|told|brought|caught|sought|spent|set|dug|fed|flew|hung|shot|lit|chose|began|swept|read|fought|taken|given|seen|written|driven|drawn|chosen|begun|shown|grown';
const done = `(?:[a-z]+ed|${irregular})`;
const particle = '(?: (?:out|up|down|off|over|back|away|through|on|for))?';

/** What leads to a thing and limits it to nothing. */
const leads =
  /^(?:in (?:19|20)\d\d|(?:during|over|throughout|in|in the course of) (?:the|this) (?:past )?year(?: under review)?|this year|in all|in total|altogether|overall|a total of|also|besides|meanwhile|moreover|in addition|as a result|since|because|although|according to [a-z ]{3,30}|as [a-z ]{3,30} (?:shows?|says?|records?)|(?:we|the [a-z]+) (?:are|is|were|was) (?:proud|pleased|glad) (?:to (?:say|report) )?that|by the end of the year),? /;
/** The same behind a thing. */
const timeless =
  /(?:,? (?:in (?:19|20)\d\d|(?:during|over|throughout|in|in the course of) (?:the|this) (?:past )?year|this year|in all|in total|altogether|overall|as well|by the end of the year))+$/;
/** What limits it, or says that it is one of several. */
const limits =
  /[,;:“”()\d]|\b(?:will|would|plans?|planned|should|could|may|aims?|targets?|expects?|each|every|per|another|more|further|additional|other|others|first|second|third|next|last|until|when|while|such|these|those|both|of which)\b/;
/** A place or a time before what was done: of another place it is another figure. */
const places = /\b(?:in|at|from|with|by|near|before|after|since)\b/;
/** Words at which what is told of a figure ends. */
const ends = new RegExp(
  `(?=[.,;:()\\n–—]| and (?:\\d|${done}\\b)| (?:which|who|that|while|but|compared|against|versus|than|up|down|as|so|because|where|when)\\b|$)`,
);
/** What stands ahead of a clause and belongs behind it: “To teach road safety, officers visited …”. */
const fronted = /^((?:to|for|with|under|through|by|after|before|at|in|on|across|among) [^,\d]{2,60}), /;
const passive = new RegExp(
  `^((?:[a-z’'-]+ ){1,6}?)(?:were|was|have been|has been) (?:[a-z]+ly )?(${done}${particle})( .*)?$`,
);
/** The same without “were”: to have 46 cottages restored by the trust. */
const haveDone = new RegExp(`^((?:[a-z’'-]+ ){1,6}?)(${done})( by .*)$`);
const byDoer = /^ by (?:the |our )?([a-z]+(?: [a-z]+)?)$/;
const active = new RegExp(`^(?:[a-z’'-]+ ){0,4}[a-z’'-]+ ${done}${particle}$`);

/** As many characters behind a figure tell what it is of. */
const NEAR = 120;

/** “Volunteers planted … trees” of “During the year, volunteers planted 510 trees.”, in lower case. */
export function englishThing(text: string, { span: [start, end] }: Quantity): string | undefined {
  if (start > 0 && !' \n'.includes(text.charAt(start - 1))) return undefined;
  const rest = text.slice(end, end + NEAR).toLowerCase();
  const behind = rest.slice(0, rest.search(ends)).replace(timeless, '');
  if (!/^(?: [a-z’'-]+){1,14}$/.test(behind) || limits.test(behind)) return undefined;
  const { clause, moved, isTotal } = bareClause(tailOf(text, start, '\n').toLowerCase());
  const tail = moved === '' ? '' : ` ${moved}`;
  if (/^(?:it cost [^,;]{2,30} to have)?$/.test(clause)) return doneTo(behind.trim(), tail, isTotal);
  if (/^there (?:were|was|are|have been)$/.test(clause)) {
    // what there is of a kind is told with more than its name
    return / (?:of|about|in|for|at|to|with|from|on) /.test(behind) ? `there are${behind}${tail}` : undefined;
  }
  if (!active.test(clause) || limits.test(clause) || places.test(clause)) return undefined;
  return `${clause.replace(/^(?:the|our) /, '')}${behind}${tail}`;
}

/** A clause without what leads to it, what stood ahead of it, and whether it says that it tells of all. */
function bareClause(sentence: string): { clause: string; moved: string; isTotal: boolean } {
  let [clause, moved] = [`${sentence.trimEnd()} `, ''];
  let isTotal = false;
  for (let at = 0; at < 4; at++) {
    const lead = leads.exec(clause)?.[0];
    const ahead = lead === undefined ? fronted.exec(clause) : null;
    if (lead === undefined && ahead === null) break;
    isTotal ||= /^(?:in all|in total|altogether|overall|a total)/.test(lead ?? '');
    if (ahead !== null) moved = `${moved} ${ahead[1] ?? ''}`.trim();
    clause = clause.slice((lead ?? ahead?.[0] ?? '').length);
  }
  clause = clause.replace(/ (?:a total of|in all|some) $/, ' ');
  return { clause: clause.trim(), moved, isTotal };
}

/** What was done behind its things: 46 cottages were restored by the trust. Without by whom or to what, it is of all only where it says so. */
function doneTo(behind: string, moved: string, isTotal: boolean): string | undefined {
  const [, noun = '', verb = '', tail = ''] = passive.exec(behind) ?? haveDone.exec(behind) ?? [];
  if (verb === '') return undefined;
  const doer = byDoer.exec(tail)?.[1];
  if (doer !== undefined) return `${doer} ${verb} ${noun.trim()}${moved}`;
  return tail === '' && moved === '' && !isTotal ? undefined : `${noun}${verb}${tail}${moved}`;
}
