/**
 * The kinds of mistakes that a reviewer finds by reading, with the rules that may tell of each: more than one where it is a matter
 * of taste which of them does.
 */
export const kinds: Readonly<Record<string, readonly string[]>> = {
  'dates-real': ['dates-real'],
  'weekdays-right': ['weekdays-right'],
  'periods-forward': ['periods-forward'],
  'days-named': ['days-named'],
  'enumerations-whole': ['enumerations-whole', 'counts-announced'],
  'counts-announced': ['counts-announced', 'enumerations-whole'],
  'references-typed': ['references-typed'],
  'documents-numbered': ['documents-numbered'],
  'one-number': ['documents-numbered'],
  'privacy-kept': ['privacy-kept'],
  'secrets-kept': ['secrets-kept'],
  'names-agree': ['names-agree'],
  changes: ['changes-hold', 'multiples-sensible'],
  'plan-actual': ['rates-hold'],
  parts: ['parts-add-up'],
  shares: ['parts-add-up'],
  claims: ['rates-hold'],
  'possible-shares': ['rates-hold'],
  'periods-nest': ['figures-agree'],
  averages: ['rates-hold'],
  gaps: ['changes-hold'],
  ranges: ['ranges-kept'],
  scales: ['previous-agrees'],
  progress: ['outcomes-agree', 'milestones-dated'],
  'tables-add-up': ['tables-add-up', 'parts-add-up', 'rates-hold', 'changes-hold', 'formulas-hold'],
  'tables-agree': ['figures-agree'],
  repeats: ['text-fresh'],
  once: ['figures-agree'],
};
