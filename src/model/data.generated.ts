// Generated from schemas/report.schema.json by `npm run generate`.

export interface ReportData {
  schema: 1;
  title: string;
  organization: string;
  year: number;
  'year-start'?: number;
  'year-named'?: 'end' | 'start';
  language?: string;
  dated?: string;
  published?: string;
  'document-number'?: string;
  template?: string;
  previous?: string;
  terms?: {
    [k: string]: TermData;
  };
  numbering?: NumberingData;
  summary?: PartData;
  problems?: PartData;
  plan?: PartData;
  annexes?: PartData[];
}
export interface TermData {
  full?: string;
  avoid?: string[];
}
export interface NumberingData {
  parts?: 'separate' | 'numbered' | 'run-on';
  /**
   * @minItems 1
   */
  levels?: string[];
  restart?: boolean;
  'run-in'?: boolean;
}
export interface PartData {
  title?: string;
  intro?: string;
  numbering?: NumberingData;
  sections?: SectionData[];
}
export interface SectionData {
  id?: string;
  title?: string;
  body?: string;
  number?: string;
  /**
   * @minItems 1
   */
  levels?: string[];
  numbered?: boolean;
  lead?: string;
  support?: string[];
  metrics?: {
    [k: string]: MetricData;
  };
  tables?: {
    [k: string]: TableData;
  };
  targets?: {
    [k: string]: TargetData;
  };
  results?: {
    [k: string]: ResultData;
  };
  sections?: SectionData[];
  file?: string;
}
export interface MetricData {
  value?: string;
  unit?: string;
  name?: string;
  previous?: string;
  history?: {
    /**
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^\d{4}$".
     */
    [k: string]: string;
  };
  formula?: string;
  'as-of'?: string;
  source?: string;
  definition?: string;
  method?: string;
  limits?: string;
  direction?: 'higher' | 'lower';
  range?: string;
  restated?: string;
  was?: string;
}
export interface TableData {
  name?: string;
  unit?: string;
  stub?: string;
  columns?: string[];
  rows?: {
    [k: string]: (string | null)[];
  };
  totals?: 'rows' | 'columns' | 'both';
  file?: string;
}
export interface TargetData {
  goal?: string;
  level?: string;
  metric?: string;
  baseline?: string;
  due?: string;
  firm?: boolean;
  milestones?: MilestoneData[];
  lead?: string;
  support?: string[];
  leader?: string;
  origin?: string;
  revised?: RevisionData[];
  was?: string;
}
export interface MilestoneData {
  due?: string;
  goal?: string;
}
export interface RevisionData {
  level?: string;
  due?: string;
  date?: string;
  by?: string;
  reason?: string;
}
export interface ResultData {
  outcome: 'met' | 'late' | 'partly' | 'missed' | 'dropped' | 'pending' | 'no-data';
  level?: string;
  due?: string;
  lead?: string;
  revised?: RevisionData[];
  actual?: string;
  date?: string;
  reason?: string;
  remedy?: string;
  progress?: ProgressData[];
  light?: LightData;
}
export interface ProgressData {
  date?: string;
  value?: string;
  note?: string;
}
export interface LightData {
  color: 'red' | 'yellow' | 'green';
  reason: string;
  date: string;
}
