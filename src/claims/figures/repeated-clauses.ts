import type { Span } from '../../quantity/value/formula.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import type { TextAlone } from '../../reading/text-alone.ts';

/** A clause of a Chinese text by what it says. */
interface Clause {
  readonly words: string;
  readonly span: Span;
}

/** A clause that another section has, too. */
export interface RepeatedClause {
  readonly prose: Prose;
  readonly span: Span;
  readonly first: { readonly prose: Prose; readonly span: Span };
}

/** As many characters make a clause that is not said twice by chance; of words beside a title as many less. */
const LONG = 18;
const leads =
  /^(?:同时|并|要|将|再次|一是|二是|三是|继续|进一步|全面|认真|扎实|切实|积极|大力|深入|稳步|持续|着力|不断)+/;
const tails = /(?:的?文件精神|的?精神|的?有关要求|的?要求)$/;
/** Said in every report by its nature: what guides, whom one follows, laws. */
const formulas =
  /习近平|思想|党中央|国务院|全会|代表大会|^(?:坚持|按照|围绕|根据|为|以|在|从|通过)|(?:法|条例)》$/;
/** Whether words hold a figure; a number in a title is none. */
const hasFigure = (words: string): boolean => /[\d%]/.test(words.replaceAll(/《[^《》]*》/g, ''));

/** The long clauses of a text without figures, without what only leads to them. */
const clauses = ({ text }: TextAlone): readonly Clause[] => {
  const found: Clause[] = [];
  for (const { 0: clause, index } of text.matchAll(/[^，。；！？：\n]+/g)) {
    if (clause.length < LONG) continue;
    const lead = leads.exec(clause)?.[0].length ?? 0;
    const words = clause.slice(lead).replace(tails, '');
    if (words.length < LONG || words.includes('|') || hasFigure(words) || formulas.test(words)) continue;
    if (/[\u3400-\u9fff]{4}/.test(words)) found.push({ words, span: [index + lead, index + clause.length] });
  }
  return found;
};

/** Clauses that stand in two sections of a report, each second place once; those of one section are let pass. */
export function repeatedClauses(reading: Reading): readonly RepeatedClause[] {
  if (reading.report.language !== 'zh') return [];
  const first = new Map<string, { readonly prose: Prose; readonly span: Span }>();
  const found: RepeatedClause[] = [];
  for (const prose of reading.texts) {
    if (!prose.part || !/^(?:body|intro)$/.test(String(prose.path.at(-1)))) continue;
    for (const { words, span } of prose.once(clauses)) {
      const before = first.get(words);
      if (before === undefined) first.set(words, { prose, span });
      else if (before.prose !== prose) found.push({ prose, span, first: before });
    }
  }
  return found;
}
