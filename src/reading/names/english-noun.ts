/** The most words that a reader takes for a name. */
const MOST_WORDS = 8;

/** What tells that a figure is an earlier level, a limit, a part, a number of an order or one that is only planned. */
const otherLevel =
  /\b(?:from|than|with|against|to|by|every|each|within|per|least|most|of|between|and|or|the|under|below|above|beyond|up|down|versus|vs|phase|stage|priority|goal|objective|level|tier|class|grade|type|part|page|pages|chapter|section|table|figure|fig|note|no|number|public law|act|item|step|version|call|phone|tel|fax|zip|room|suite|box|route|highway|article|title|volume|issue)\.? ?$/i;
/** How a group of words that is no noun begins or what it holds. */
const noNoun =
  /^(?:it|they|we|he|she|this|that|these|those|which|who|there|one|some|most|many|others?|and|or|but|of|in|on|at|by|for|with|from|to|as|when|while|where|since|after|before|during|among|about|over|under|if|because|than|then|so|not|up|down|out)\b(?!-)|\b(?:that|which|who|whom|we|they|it|was|were|is|are|has|have|had|be|been|rose|grew|fell|said|remained|improved|increased|dropped|and|or)\b|\d/i;

const endOfThing =
  '(?= (?:along|around|beside|into|onto|near|off|[a-z]+ed|oversaw|dealt|read|taught|wrote|spoke|sang|took|led|made|gave|held|won|met|rose|fell|grew|ran|in|for|to|by|with|and|or|at|on|of|from|that|who|which|were|was|are|is|have|has|had|this|across|through|throughout|during|per|under|over|within|between|after|before|since|as|last|each|every|using|including|totall?ing|worth|started|took)\\b|[,.;:()—–|\n¹²³⁰⁴-⁹]|\\\\?\\[\\^?\\d|\\s*$)';
const thingAt = new RegExp(
  `^ (?:of |in |new )?((?:(?:[a-zA-Z][a-z'’-]+|[A-Z]{2,6}) ){0,3}?(?:[a-zA-Z][a-z'’-]+|[A-Z]{2,6}s?))${endOfThing}`,
);
/** “ of abuse” in “victims of abuse”; of “members of the board” the first word is the thing. */
const ofThing = new RegExp(
  `^ of (?!the|our|its|their|his|her|these|those|them|which|whom|all|any|each|an?\\b)(?:[A-Za-z][a-z'’-]+ ){0,2}?[A-Za-z][a-z'’-]+${endOfThing}`,
);

/** The nouns behind a figure: “affordable homes” in “214 affordable homes in the district”. */
export function thingBehind(behind: string): string | undefined {
  const found = thingAt.exec(behind);
  if (found === null) return undefined;
  const [all, word = ''] = found;
  const thing = word + (ofThing.exec(behind.slice(all.length))?.[0] ?? '');
  if (
    /^(?:of|in|the|these|those|them|its?|our|their|a|an|years?|months?|weeks?|days?|hours?|minutes?|percent|per|points?|times|more|fewer|less|other|million|billion|and|or|to|or more|up|out|respectively)\b/i.test(
      thing,
    )
  )
    return undefined;
  return noNoun.test(thing) ||
    / (?:came|went|got|saw|left|became|brought|paid|spent|knew|told|used|chose|grew|ate|stayed|needed|said)$/.test(
      thing,
    ) ||
    /(?<!build|hous|train|meet|hear|open|fil|list|rat|draw|paint|record|sav|earn|hold|land|find|brief|screen|warn|sight)ing$/i.test(
      thing,
    )
    ? undefined
    : thing;
}

/** What says of nothing what it is: “a rate of 5.5”. */
const isBare =
  /^(?:rate|score|value|area|length|capacity|output|number|total|average|level|figure|amount|share|proportion|percentage|costs?|median|mean|balance|remainder|rest)$/i;

/** A group of words as a name, without articles; undefined where it is no group of nouns or too long. */
export function nounOf(words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  const name = words
    .replaceAll(/["“”*`#\\[\]{}<>]/g, '')
    .replace(
      /^(?:(?:and|but|meanwhile|overall|however|in total|today|currently|now|finally) )*(?:(?:the|an?|our|its|their|his|her|this year’s|this year's) )?/i,
      '',
    )
    .trim();
  const count = name.split(/\s+/).length;
  return name.length >= 4 &&
    count <= MOST_WORDS &&
    !isBare.test(name) &&
    !noNoun.test(name) &&
    !otherLevel.test(name)
    ? name
    : undefined;
}
