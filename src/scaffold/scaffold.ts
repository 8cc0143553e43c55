import type { Template } from '../assets.ts';

/** What a template’s draft is filled with. */
export interface Variables {
  /** Full name of the body that issues the report. */
  readonly organization: string;
  readonly title: string;
  /** The year reported on; the plan is for the year after it. */
  readonly year: number;
  /** As the draft names it: an id, or the path of a file. */
  readonly template: string;
  /** Where the editor finds the schema: an address, or a path from the draft’s folder. */
  readonly schema: string;
}

/** The usual title of a report by its template’s language. */
export const usualTitle = ({ keys }: Template, organization: string, year: number): string =>
  keys === 'zh' ? `${organization}${year}年工作总结和${year + 1}年工作计划` : `${organization}: Annual Report for ${year} and Plan for ${year + 1}`;

/** What stands for an organization that nobody named: a placeholder that lint points out. */
export const unnamedOrganization = ({ keys }: Pick<Template, 'keys'>): string => (keys === 'zh' ? '【编制单位全称】' : '【full name of the organization】');

/** A template’s draft, filled in. Names are escaped for the double quotes that they stand in. */
export function scaffold(draft: string, { organization, title, year, template, schema }: Variables): string {
  const values: Readonly<Record<string, string>> = {
    organization: quoted(organization),
    title: quoted(title),
    year: String(year),
    'next-year': String(year + 1),
    template,
    schema: schema.replaceAll(/\s/g, encodeURIComponent),
  };
  return draft.replaceAll(/\[\[([a-z-]+)\]\]/g, (whole, name: string) => values[name] ?? whole);
}

/** Text as it stands inside double quotes in YAML 1.2, which take the escapes of JSON. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);
