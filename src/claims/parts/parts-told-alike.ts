import { ofParts, type ToldPart } from './told-parts.ts';

/** 9 judges, 14 lay members: nothing is told of it. */
export const tellsNothing = ({ told: { behind, lead } }: ToldPart): boolean =>
  (!verb.test(behind) && /^(?: [a-z’'-]+){1,4}(?:,|;|\.|$| and $| or $)/.test(behind)) || lead.endsWith('(');

const verb =
  /^ (were|was|are|is|came|went|going|spent|used|had been|concerned|related|involved)(?: (?!in |on |at |by |from |to |of |for |not )[a-z]+)?(?= )/;
const heads =
  /^ (?:all )?(of|in|on|at|by|from|to|for|via|through|under|over|with|not|online|abroad|concerning|outside|inside)\b/;
/** Places and ways, which may stand beside each other. */
const mixed = new Set([
  'in',
  'on',
  'at',
  'by',
  'from',
  'via',
  'through',
  'not',
  'online',
  'abroad',
  'outside',
  'inside',
]);

/** 842,000 were books for adults, 298,000 books for children and 96,000 films: what each is. */
const areKinds = ([, ...others]: readonly string[], [first]: readonly (string | undefined)[]): boolean =>
  (first === 'were' || first === 'are') &&
  others.every(
    (each) =>
      !verb.test(each) && /^ (?:[a-z-]+ ){0,3}?[a-z-]{3,}s\b/.test(each) && !/^ [a-z]+ed\b/.test(each),
  );

/** What becomes of a case, one thing only. */
const fate =
  /^ (?:[a-z]+ )?(?:(?:were|was|are|is|have been|had been) )?(?:still )?(?:accepted|rejected|withdrew|withdrawn|refused|granted|dismissed|upheld|settled|allowed|deferred|approved|declined|pending|outstanding|undecided|dropped|abandoned|struck out|referred(?: back)?|carried over|postponed|returned|transferred|closed|answered|convicted|acquitted|passed|failed|won|lost)\b/;

/** Whether each part goes on with the noun of the total, by one verb, or without any, and with words of one kind. */
export function areToldAlike(parts: readonly ToldPart[]): boolean {
  const told = parts.map(({ told: { behind } }) => behind.replace(ofParts, ''));
  const verbs = told.map((each) => verb.exec(each)?.[1]);
  const [first] = verbs;
  if (verbs.slice(1).some((each) => each !== undefined && each !== first)) return false;
  const isRepeated = first !== undefined && verbs.every((each) => each === first);
  if (isRepeated && /^(?:concerned|related|involved|came|went)$/.test(first)) return true;
  if (told.every((each) => fate.test(each)) || areKinds(told, verbs)) return true;
  const words = told.map((each) => heads.exec(each.replace(verb, ''))?.[1]);
  if (words.includes(undefined)) return false;
  return new Set(words).size === 1 || words.every((word) => mixed.has(word ?? ''));
}

/** Whether the words before a part already say what it does, or where: no list begins behind them. */
export const tellsOf = (lead: string): boolean => verb.test(lead) || heads.test(lead);
