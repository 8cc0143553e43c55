import type { Span } from '../quantity/value/formula.ts';
import type { TextAlone } from '../reading/text-alone.ts';

/** A word that is spelt in two ways, where it stands in one of them. */
export interface Spelt {
  /** What both spellings have in common. */
  readonly word: string;
  readonly way: 0 | 1;
  readonly span: Span;
}

/** Spellings of one word, each the beginning of its forms. */
const pairs: readonly (readonly [string, string])[] = [
  ...'organi recogni utili prioriti moderni maximi minimi standardi summari digiti finali reali subsidi authori mobili stabili centrali optimi speciali categori apologi capitali harmoni urbani'
    .split(' ')
    .map((stem) => [`${stem}s`, `${stem}z`] as const),
  ['programme', 'program'],
  ['centre', 'center'],
  ['colour', 'color'],
  ['labour', 'labor'],
  ['behaviour', 'behavior'],
  ['favour', 'favor'],
  ['neighbour', 'neighbor'],
  ['harbour', 'harbor'],
  ['defence', 'defense'],
  ['travelled', 'traveled'],
  ['travelling', 'traveling'],
  ['modelling', 'modeling'],
  ['kilometre', 'kilometer'],
  ['catalogue', 'catalog'],
  ['analyse', 'analyze'],
  ['enrolment', 'enrollment'],
  ['fulfilment', 'fulfillment'],
  ['judgement', 'judgment'],
  ['grey', 'gray'],
  ['per cent', 'percent'],
  ['e-mail', 'email'],
  ['web site', 'website'],
  ['co-operat', 'cooperat'],
  ['co-ordinat', 'coordinat'],
];

const ways = new Map<string, Pick<Spelt, 'word' | 'way'>>(
  pairs.flatMap(([one, other]) => [
    [one, { word: one, way: 0 as const }],
    [other, { word: one, way: 1 as const }],
  ]),
);
/** The longer first: “programme” is no “program”. Only small letters: a name keeps its own spelling. */
const any = new RegExp(
  `(?<![\\p{L}\\d@/.-])(?:${[...ways.keys()].sort((a, b) => b.length - a.length).join('|')})(?=(\\p{Ll}*))`,
  'gu',
);

/** Behind these stems other words begin, which have one spelling: organism, percentage, realist, favorite is none. */
const others =
  /^(?:organism|percent(?:age|ile)|capitalis[mt]|realis[mt]|specialis[tm]|moderni[ts]m|minimalis|centralis[mt]|organist|grayling)/;

/** Words of an English text that have a British and an American spelling. */
export function speltWords({ text }: TextAlone): readonly Spelt[] {
  const found: Spelt[] = [];
  for (const { 0: stem, 1: rest = '', index } of text.matchAll(any)) {
    const of = ways.get(stem);
    if (of === undefined || others.test(stem + rest)) continue;
    found.push({ ...of, span: [index, index + stem.length + rest.length] });
  }
  return found;
}
