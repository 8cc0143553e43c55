import type { Quantity } from '../../quantity/value/quantity.ts';
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
const byDoer = /^ (?:by (?:the |our )?|at (?:the|our) )([a-z]+(?: [a-z]+)?)$/;
const lastVerb = new RegExp(` (${done}${particle})$`);
const active = new RegExp(`^(?:[a-z’'-]+ ){0,4}[a-z’'-]+ ${done}${particle}$`);

/** A level that a sentence gives: the number of library visits was …, calls to the helpline rose to …; “Completions: …”. */
const level =
  /^(?:the )?(number of |total number of )?((?:[a-z’'-]+ ){0,5}[a-z’'-]+?)(?: (?:(was|is)|were|are|stood at|reached|numbered|totall?ed|came to|amounted to|rose to|fell to|grew to|increased to|decreased to|dropped to|climbed to)|:)$/;
/** Who did what the report tells of: the office itself. */
const itself =
  /^(?:we|(?:the |our )?(?:agency|council|authority|department|borough|office|service|company|trust|charity|university|college|bureau|commission|ministry|foundation|board|library|museum|railway|court|hospital)) /;

/** As many characters behind a figure tell what it is of. */
const NEAR = 120;

/** “Volunteers planted … trees” of “During the year, volunteers planted 510 trees.”, in lower case. */
export function englishThing(text: string, { span: [start, end] }: Quantity): string | undefined {
  if (start > 0 && !' \n'.includes(text.charAt(start - 1))) return undefined;
  const rest = text.slice(end, end + NEAR).toLowerCase();
  const behind = rest.slice(0, rest.search(ends)).replace(timeless, '');
  const { clause, tail } = bareClause(tailOf(text, start, '\n').toLowerCase());
  if (behind === '') return levelOf(clause, tail);
  if (!/^(?: [a-z’'-]+){1,14}$/.test(behind) || limits.test(behind)) return undefined;
  if (/^(?:it cost [^,;]{2,30} to have)?$/.test(clause)) return doneTo(behind.trim(), tail);
  return /^there (?:were|was|are|have been)$/.test(clause)
    ? thereAre(behind, tail)
    : doneBy(clause, behind, tail);
}

/** What there is of a kind is told with more than its name. */
const thereAre = (behind: string, tail: string): string | undefined =>
  / (?:of|about|in|for|at|to|with|from|on) /.test(behind) ? `there are${behind}${tail}` : undefined;

/** Who did what; what the office did was done: the council planted 510 trees, 540 trees were planted. */
function doneBy(clause: string, behind: string, tail: string): string | undefined {
  if (!active.test(clause) || limits.test(clause) || places.test(clause)) return undefined;
  const verb = itself.test(clause) ? lastVerb.exec(clause)?.[1] : undefined;
  return verb === undefined
    ? `${clause.replace(/^(?:the|our) /, '')}${behind}${tail}`
    : wasDone(behind.trim().split(' '), verb, tail);
}

/** The words of a level; undefined where these are too few to tell one thing from others. */
function levelOf(clause: string, tail: string): string | undefined {
  const [, number, thing = '', single] = level.exec(clause) ?? [];
  if (
    thing === '' ||
    limits.test(thing) ||
    /^(?:it|this|that|they|these|there|which|total|number)$/.test(thing)
  )
    return undefined;
  return number === undefined && (single !== undefined || !thing.includes(' '))
    ? undefined
    : `level of ${thing}${tail}`;
}

/** Nouns up to a preposition, what was done with them, and the rest. */
function wasDone(words: readonly string[], verb: string, moved: string): string {
  const found = words.findIndex((word) =>
    /^(?:to|for|with|under|through|by|after|at|in|on|across|along|among|from|of|about)$/.test(word),
  );
  const at = found < 0 ? words.length : found;
  return ['done', ...words.slice(0, at), verb, ...words.slice(at)].join(' ') + moved;
}

/** “The service grew, and …”: a clause before the one that counts. */
const before = /^((?:[a-z’'-]+ ){1,5}[a-z’'-]+), (?:and|but|so) /;

/** A clause without what leads to it, and what stood ahead of it and belongs behind it. */
function bareClause(sentence: string): { readonly clause: string; readonly tail: string } {
  let [clause, tail] = [`${sentence.trimEnd()} `, ''];
  for (let at = 0; at < 4; at++) {
    const [lead] = leads.exec(clause) ?? [];
    const [whole = lead, ahead] = lead === undefined ? (fronted.exec(clause) ?? []) : [];
    if (whole === undefined) break;
    if (ahead !== undefined) tail += ` ${ahead}`;
    clause = clause.slice(whole.length);
  }
  const [whole = '', ahead = ''] = before.exec(clause) ?? [];
  // what says nothing of place or time
  if (!places.test(ahead) && !limits.test(ahead)) clause = clause.slice(whole.length);
  return { clause: clause.replace(/ (?:a total of|in all|some) $/, ' ').trim(), tail };
}

/** What was done behind its things: 46 cottages were restored by the trust. */
function doneTo(behind: string, moved: string): string | undefined {
  const [, noun = '', verb = '', tail = ''] = passive.exec(behind) ?? haveDone.exec(behind) ?? [];
  if (verb === '') return undefined;
  const doer = byDoer.exec(tail)?.[1];
  if (doer !== undefined)
    return itself.test(`${doer} `)
      ? wasDone(noun.trim().split(' '), verb, moved)
      : `${doer} ${verb} ${noun.trim()}${moved}`;
  return `done ${noun}${verb}${tail}${moved}`;
}
