import type { Quantity } from '../../quantity/value/quantity.ts';
import {
  isChange,
  nounBehind,
  orderVerb,
  planVerb,
  purposeBehind,
  tidy,
} from '../targets/english-plan-words.ts';
import { withoutEnd, type Clause } from '../targets/plan-clauses.ts';

/** A level that a clause sets; `verb` is what is to be done, where that is part of its name. */
export interface EnglishLevel {
  readonly name: string;
  readonly level: string;
  readonly verb: string;
  /** Where its figure ends in the clause. */
  readonly end: number;
}

/** As much of a clause around a figure names it. */
const NEAR = 160;

/** The levels that a clause sets. @param carried the verb of the clause before, for “and 12 trainees” */
export function levelsIn(
  { words, start, figures }: Clause,
  isLevel: (figure: Quantity) => boolean,
  carried: string,
): EnglishLevel[] {
  const levels: EnglishLevel[] = [];
  let [from, verb] = [0, carried];
  for (const [index, figure] of figures.entries()) {
    const [at, end] = [figure.span[0] - start, figure.span[1] - start];
    const next = figures[index + 1];
    const around: Around = {
      before: words.slice(Math.max(from, at - NEAR), at),
      behind: words.slice(
        end,
        Math.min(next === undefined ? words.length : next.span[0] - start, end + NEAR),
      ),
      rest: words.slice(end, end + NEAR),
    };
    if (isFirstOfTwo(around) || isOfOther(around.before) || !isLevel(figure)) continue;
    const level = levelOf(around, figure, verb);
    if (level === undefined || level.name.length < 3) continue;
    verb = level.verb === '' ? verb : level.verb;
    levels.push({ ...level, end });
    from = end;
  }
  return levels;
}

/** A level before it is known where it ends. */
type NamedLevel = Omit<EnglishLevel, 'end'>;

/** The words around a figure, up to the figures before and behind it; `rest` goes on over those behind. */
interface Around {
  readonly before: string;
  readonly behind: string;
  readonly rest: string;
}

/** Whether it is what a level was: raise satisfaction from 71% to 80%. */
const isFirstOfTwo = ({ before, behind }: Around): boolean =>
  /\bfrom $/i.test(before) && /^ (?:\(20\d\d\) )?to $/i.test(behind);

/** Whether a figure says something of another one: within 3 minutes, Section 4. */
const isOfOther = (before: string): boolean =>
  /\b(?:within|in|every|per|than|over|of|under|between|Section|Chapter|Priority|Part|Stage|Phase|Goal|No\.|compared with|from) $/i.test(
    before,
  ) && !/\b(?:number|total|target) of $|\bto (?:over|under|within) $/i.test(before);

function levelOf(around: Around, figure: Quantity, carried: string): NamedLevel | undefined {
  const { behind } = around;
  // what it was stands before what it is to be
  const before = withoutEnd(
    around.before.replace(/\bfrom [^A-Za-z]{1,20}(?:[A-Za-z%]+ )?to $/i, 'to '),
    /\b(?:around|about|some|roughly)$/i,
  );
  const found = planVerb(before) ?? orderVerb(before, around.rest, carried !== '');
  if (found && /^(?:(?:at|in|up to|up|out|another|a further|all|all the|the) ?)*$/i.test(found.behind))
    return (
      countedLevel(
        around,
        figure,
        `${found.verb}${/^(?:at|in|up|out)\b/.exec(found.behind)?.[0].replace(/^/, ' ') ?? ''}`,
      ) ?? statedLevel(before, figure)
    );
  if (carried !== '' && /(?:^|,|\band|&) ?(?:another|a further)?$/i.test(before)) {
    const noun = nounBehind(behind);
    if (noun !== undefined) return { name: tidy(`${carried} ${noun}`), level: figure.text, verb: carried };
  }
  return setLevel(before, found, figure) ?? statedLevel(before, figure) ?? doneByAll(around, before, figure);
}

/** Things that are counted: complete 220 affordable homes; award $66 million in base grants; answer 90% of calls. */
function countedLevel(
  { behind, rest }: Around,
  { unit, text }: Quantity,
  verb: string,
): NamedLevel | undefined {
  if (/^%|percent|per cent/.test(unit) && behind.trimStart().startsWith('of ')) {
    const of = rest.trim().slice(3);
    const cut = of.search(/ (?:by|before|in) (?:[A-Z\d]|the end)/);
    return { name: tidy(`${verb} ${tidy(cut < 0 ? of : of.slice(0, cut))}`), level: text, verb };
  }
  if (/^(?:reach|have|achieve|attain|meet)$/.test(verb)) {
    const noun = nounBehind(behind);
    return noun === undefined ? undefined : { name: tidy(noun), level: text, verb };
  }
  const isMoney = /[$£€¥]/.test(text);
  const measured = /^ ?[a-z]/i.test(unit) ? /^ of (.*)/.exec(behind)?.[1] : undefined;
  const thing = isMoney ? purposeBehind(behind) : nounBehind(measured ?? behind);
  if (thing !== undefined) return { name: tidy(`${verb} ${thing}`), level: text, verb };
  return isMoney && /^ ?(?:$|,|by |and |from |through )/.test(behind)
    ? { name: verb === 'save' ? 'savings' : verb, level: text, verb }
    : undefined;
}

/** A level that something is brought to: cut the number of households to below 105. */
function setLevel(
  before: string,
  found: ReturnType<typeof planVerb>,
  { text }: Quantity,
): NamedLevel | undefined {
  if (found === undefined) return undefined;
  const isLed = /\b(?:to|at|by|above|within|under|below)$/i.test(before);
  if (!isLed && !/^(?:below|under|above|over|no |at |less|more|up|within|nearly|about|around)/i.test(text))
    return undefined;
  const thing = tidy(withoutEnd(found.behind, /\b(?:from|to|at|by|above|within|under|below)$/i));
  const isBy = /\bby$/i.test(before) && isChange(found.verb);
  return thing.length > 90
    ? undefined
    : { name: isBy ? `${found.verb} ${thing}` : thing, level: text, verb: '' };
}

const states =
  / (?:will|should|shall|must|is to|are to|is expected to|are expected to) (?:be|not exceed|be cut|be reduced|be increased|be raised|be lowered|be kept|be held|be limited|reach|rise|fall|grow|drop|rise to|fall to|grow to|drop to|exceed|total|stand at|amount to|increase to|decrease to|remain|stay|grow by|rise by|fall by|increase by|decrease by)(?: (?:at|to|by|above|below|in|within))?$/i;

/** “We expect the recycling rate to reach”. */
const wanted =
  /\b(?:expect|want|need|would like) ((?:the |our )?[a-z][A-Za-z'’ -]{3,60}) to (?:be|reach|exceed|(?:rise|fall|grow|drop) to)(?: at| below| above)?$/;

/** A level that a sentence or a label states: The recycling rate will reach 60%; Recycling rate: 60%. */
function statedLevel(before: string, { text }: Quantity): NamedLevel | undefined {
  const hoped = wanted.exec(before)?.[1];
  if (hoped !== undefined) return { name: tidy(hoped), level: text, verb: '' };
  const at = states.exec(before)?.index ?? (before.endsWith(':') ? before.length - 1 : -1);
  if (at < 0) return undefined;
  const words = before.slice(0, at).replace(/^(?:By|In|Before) .{2,40}\b20\d{2},? /, '');
  const start = Math.max(
    ...[' that ', ' and ', ' while ', ' where ', '. ', ': '].map(
      (word) => words.lastIndexOf(word) + (words.includes(word) ? word.length : 1),
    ),
    0,
  );
  const [, by] =
    / (cut|reduced|increased|raised|lowered|grow|rise|fall|increase|decrease) by$/i.exec(before) ?? [];
  const name =
    tidy(words.slice(start).replace(/^(?:and|but|while) /, '')) + (by === undefined ? '' : ` ${by}`);
  const isName =
    /^[A-Za-z][A-Za-z'’() -]{3,60}$/.test(name) &&
    !/^(?:and |or )?no |\b(?:office|address|phone|telephone|tel|fax|contact|call|email|number|no|page|note|source)$/i.test(
      name,
    ) &&
    !/^(?:[a-z]+ ){0,2}(?:target|goal|objective|aim|total|measure|milestone|indicator)s?$/i.test(name);
  return isName ? { name, level: text, verb: '' } : undefined;
}

/** All 14 depots will have charging points. */
function doneByAll({ rest }: Around, before: string, { text }: Quantity): NamedLevel | undefined {
  if (
    !/^(?:all|the|our|at least)?$/i.test(before) ||
    !/^ [a-z][a-z '’-]{2,40} (?:will|must|shall) [a-z]/i.test(rest)
  )
    return undefined;
  const cut = rest.search(/ by | before /);
  const words = (cut < 0 ? rest : rest.slice(0, cut))
    .replace(/^ of /, ' ')
    .replace(/ (?:will|must|shall) be /, ' ');
  return { name: tidy(words), level: text, verb: '' };
}
