import type { Template } from '../assets.ts';
import { isFiscal, monthsFrom, firstYear, yearName, type Calendar } from '../dates/calendar.ts';

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
  readonly calendar: Calendar;
}

/** The usual title of a report by its template’s language. */
export function usualTitle(
  { keys }: Template,
  organization: string,
  year: number,
  calendar: Calendar,
): string {
  const [now, next] = [yearName(year, calendar), yearName(year + 1, calendar)];
  return keys === 'zh'
    ? `${organization}${now.zh}工作总结和${next.zh}工作计划`
    : `${organization}: Annual Report for ${now.en} and Plan for ${next.en}`;
}

/** What stands for an organization that nobody named: a placeholder that lint points out. */
export const unnamedOrganization = ({ keys }: Pick<Template, 'keys'>): string =>
  keys === 'zh' ? '【编制单位全称】' : '[TODO: full name of the organization]';

/** A template’s draft, filled in. Names are escaped for the double quotes that they stand in. */
export function scaffold(
  draft: string,
  { organization, title, year, template, schema, calendar }: Variables,
): string {
  const values: Readonly<Record<string, string>> = {
    organization: quoted(organization),
    title: quoted(title),
    year: String(year),
    'next-year': String(year + 1),
    template,
    schema: schema.replaceAll(/\s/g, encodeURIComponent),
  };
  return inFiscalYears(draft, year, calendar).replaceAll(
    /\[\[([a-z-]+)\]\]/g,
    (whole, name: string) => values[name] ?? whole,
  );
}

/** Text as it stands inside double quotes in YAML 1.2, which take the escapes of JSON. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * A template’s draft with the years of its texts named as fiscal years are, and its dates moved to the same month of such
 * a year: the twelfth of FY2025 is September. The key of the year, and the number of a document, keep the number.
 */
function inFiscalYears(draft: string, year: number, calendar: Calendar): string {
  if (!isFiscal(calendar)) return draft;
  return draft
    .replaceAll(/\[\[(next-)?year\]\]-(\d\d)(?!\d)/g, (_, next: string | undefined, month: string) =>
      monthsFrom(
        firstYear(next === undefined ? year : year + 1, calendar),
        calendar.start + Number(month) - 1,
        1,
      ).first.slice(0, 7),
    )
    .replaceAll(
      /(?<!年度: |year: |〔)\[\[(next-)?year\]\](年度?|)/g,
      (_, next: string | undefined, word: string) => {
        const { en, zh } = yearName(next === undefined ? year : year + 1, calendar);
        return word === '' ? en : zh;
      },
    );
}
