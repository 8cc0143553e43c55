import type { Template } from '../assets.ts';
import { drafts } from './drafts.generated.ts';

/** What a template’s draft is filled with. */
export interface Variables {
  /** Full name of the body that issues the report. */
  readonly organization: string;
  readonly title: string;
  /** The year reported on; the plan is for the year after it. */
  readonly year: number;
  /** Where the editor finds the schema: an address, or a path from the draft’s folder. */
  readonly schema: string;
}

/** The usual title of a report by its template’s language. */
export const usualTitle = ({ keys }: Template, organization: string, year: number): string =>
  keys === 'zh' ? `${organization}${year}年工作总结和${year + 1}年工作计划` : `${organization}: Annual Report for ${year} and Plan for ${year + 1}`;

/** What stands for an organization that nobody named: a placeholder that lint points out. */
export const unnamedOrganization = ({ keys }: Template): string => (keys === 'zh' ? '【编制单位全称】' : '【full name of the organization】');

/** The text of a new draft. Names are escaped for the double quotes that they stand in. */
export function scaffold(template: Template, { organization, title, year, schema }: Variables): string {
  const values: Readonly<Record<string, string>> = {
    organization: quoted(organization),
    title: quoted(title),
    year: String(year),
    'next-year': String(year + 1),
    schema: schema.replaceAll(/\s/g, encodeURIComponent),
  };
  return (drafts[template.id] ?? '').replaceAll(/\[\[([a-z-]+)\]\]/g, (whole, name: string) => values[name] ?? whole);
}

/** Text as it stands inside double quotes in YAML 1.2, which take the escapes of JSON. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);
