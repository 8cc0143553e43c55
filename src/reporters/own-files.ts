import type { FindingsFormatName } from './index.ts';

/** Whether a text is findings that this program wrote in a format, or nothing at all, so that nothing is lost where new ones take its place. */
export const isFindings = (format: FindingsFormatName, text: string): boolean =>
  text.trim() === '' || tests[format](text.replaceAll('\r\n', '\n'));

const tests: Readonly<Record<FindingsFormatName, (text: string) => boolean>> = {
  // the last lines count what was found, and the figures that were held against something
  text: (text) =>
    /(?:^|\n)(?:nothing was checked|没有检查任何内容|[^\n]* in \d+ files?|[^\n]*共\d+个文件)(?: \([^\n]* not shown\)|（另有[^\n]*未列出）)?(?:, but not all was checked: [^\n]*|；但没有查全：[^\n]*)?(?:\n\d[^\n]*(?:个数字：| figures?: )[^\n]*|\n(?:没有要核对的数字|no figures to cross-check)[^\n]*)?\n*$/.test(
      text,
    ),
  json: (text) => {
    const { schema, tool, findings } = objectIn(text);
    return typeof schema === 'number' && nameOf(tool) === 'report' && Array.isArray(findings);
  },
  sarif: (text) => {
    const { runs } = objectIn(text);
    return (
      Array.isArray(runs) &&
      runs.length > 0 &&
      runs.every((run) => nameOf(field(field(run, 'tool'), 'driver')) === 'report')
    );
  },
  gitlab: (text) => {
    const issues = valueIn(text);
    return (
      Array.isArray(issues) &&
      issues.every((issue) => keysOf(issue) === 'description,check_name,fingerprint,severity,location')
    );
  },
  github: (text) =>
    text.split('\n').every((line) => /^::(?:error|warning|notice) [^\n]*::/.test(line) || isLimit(line)),
  junit: (text) => /^<\?xml [^>]*\?>\s*<testsuites name="report lint"[\s>]/.test(text),
  markdown: (text) => text.startsWith('<!-- report lint -->\n'),
};

/** The last line of annotations says which of them GitHub does not show. */
const isLimit = (line: string): boolean =>
  line === '' || (/^there are \d|^本次有\d/.test(line) && line.includes('GitHub'));

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const objectIn = (text: string): Readonly<Record<string, unknown>> => {
  const value = valueIn(text);
  return isObject(value) ? value : {};
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const nameOf = (value: unknown): unknown => field(value, 'name');
const keysOf = (value: unknown): string => (isObject(value) ? Object.keys(value).join() : '');
