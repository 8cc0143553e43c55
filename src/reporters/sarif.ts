import type {
  Artifact,
  Invocation,
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Result,
  Run,
  Region,
} from 'sarif';
import type { Diagnostic, Language, Range, Severity } from '../diagnostic.ts';
import { isDocumentName } from '../importer/head/document-name.ts';
import type { Rule } from '../rules/rule.ts';
import { aboutRule } from './about-rule.ts';
import { countsOf, uncheckedIn, type LintReport, type Reporter } from './reporter.ts';
import { said, saidWhole } from './said.ts';
import { counted } from './summary.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

/** The folder that paths count from, whose place on a machine nobody needs to know. */
const ROOT = '%SRCROOT%';

/** Findings as SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Of the rules those stand in it that found something. */
export const sarifReporter: Reporter = (report, { language }) => {
  const ids = [...new Set(report.diagnostics.map(({ rule }) => rule))].sort();
  const index = new Map(ids.map((id, at) => [id, at]));
  const fingerprints = report.fingerprints();
  const run: Run = {
    tool: {
      driver: {
        name: 'report',
        fullName: 'report lint',
        semanticVersion: report.version,
        informationUri: 'https://www.npmjs.com/package/workreport',
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        rules: ids.map((id) => descriptor(id, report, language)),
        notifications: Object.entries(notificationNames).map(([id, words]) => ({
          id,
          shortDescription: { text: words[language] },
        })),
      },
    },
    language: language === 'zh' ? 'zh-CN' : 'en-US',
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: rootWords[language] } } },
    invocations: [invocation(report, language)],
    artifacts: report.checked.map((file): Artifact => ({
      location: artifact(file, report),
      ...(!isDocumentName(file) && { sourceLanguage: 'yaml' }),
    })),
    results: report.diagnostics.map((diagnostic, at) => ({
      ...result(diagnostic, report, language),
      ruleIndex: index.get(diagnostic.rule) ?? -1,
      partialFingerprints: { 'reportFinding/v1': fingerprints[at] ?? '' },
    })),
  };
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const rootWords = { en: 'the root of the repository', zh: '仓库的根文件夹' };

/** A rule as SARIF describes it. */
function descriptor(id: string, report: LintReport, language: Language): ReportingDescriptor {
  const { summary, why, url, page } = aboutRule(id, report);
  return {
    id,
    shortDescription: { text: summary[language] || id },
    fullDescription: {
      text: [summary[language], why[language]].filter(Boolean).join(language === 'zh' ? '' : ' ') || id,
    },
    help: { text: why[language] || id, markdown: page(language) },
    ...(url && { helpUri: url[language] }),
    defaultConfiguration: defaultOf(report.rule(id)),
  };
}

/** How firm a rule is unless it is set otherwise: one that is off is enabled by the configuration; what is unfinished in a draft is a note. */
function defaultOf(rule: Rule | undefined): NonNullable<ReportingDescriptor['defaultConfiguration']> {
  const severity = rule?.severity ?? 'error';
  if (severity === 'off') return { enabled: false };
  return { level: severity === 'unfinished' ? 'note' : levels[severity] };
}

function result(
  { rule, severity, message, help, file, range, related, fix, spot }: Diagnostic,
  report: LintReport,
  language: Language,
): Result {
  const text = saidWhole({ message, range, ...(help && { help }), ...(spot && { spot }) }, language);
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: withoutLinks(text) },
    locations: [
      {
        physicalLocation: place(file, range, report),
        ...(spot && { logicalLocations: [{ fullyQualifiedName: said(spot.where, language) }] }),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({
        id,
        message: { text: withoutLinks(said(each.message, language)) },
        physicalLocation: place(each.file, each.range, report),
      })),
    }),
    ...(fix && {
      fixes: [
        {
          description: { text: withoutLinks(said(help ?? message, language)) },
          artifactChanges: [
            {
              artifactLocation: artifact(file, report),
              replacements: fix.edits.map(({ range: at, insert }) => ({
                deletedRegion: region(at ?? range),
                insertedContent: { text: insert },
              })),
            },
          ],
          properties: { safe: fix.safe },
        },
      ],
    }),
  };
}

/** Text in which `[words](1)` is no link to a place, which it would be in a message (3.11.6 of the standard). */
const withoutLinks = (text: string): string => text.replaceAll(/\[(?=[^[\]]*\]\()/g, '\\[');

const region = ({ start, end }: Range): Region => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

const place = (file: string, range: Range, report: LintReport): PhysicalLocation => ({
  artifactLocation: artifact(file, report),
  region: region(range),
});

/** Where a file stands, from the root of the repository; every character that an address has no room for is encoded. */
function artifact(file: string, report: LintReport): { uri: string; uriBaseId: string } {
  const uri = report
    .pathOf(file)
    .split('/')
    .map((name) => encodeURIComponent(wellFormed(name)))
    .join('/');
  return { uri, uriBaseId: ROOT };
}

/** Halves of pairs, which a name of a file may hold, have no encoding. */
const wellFormed = (name: string): string =>
  name.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');

const notificationNames = {
  'not-checked': { en: 'Something could not be read or checked.', zh: '有内容没能读取或检查。' },
  'max-warnings': {
    en: 'There are more warnings than --max-warnings allows.',
    zh: '警告数超过 --max-warnings 的上限。',
  },
  'baseline-stale': {
    en: 'The baseline holds entries that nothing is found for any more.',
    zh: '基线里有已经改好的条目。',
  },
  'coverage-low': {
    en: 'Fewer figures are cross-checked than --min-coverage asks for.',
    zh: '有核对的数字不到 --min-coverage 的要求。',
  },
  'not-listed': { en: 'Some findings are not listed.', zh: '有的问题没有列出。' },
} as const;

/** How the run went: what was not checked, and why it did not end with 0. */
function invocation(report: LintReport, language: Language): Invocation {
  const unchecked = uncheckedIn(report);
  const notify = (
    id: keyof typeof notificationNames,
    level: Notification.level,
    text: string,
  ): Notification => ({
    descriptor: { id },
    level,
    message: { text: withoutLinks(text) },
  });
  const notifications: Notification[] = unchecked.map(({ file, rule, message }) => ({
    ...notify('not-checked', 'error', said(message, language)),
    ...(rule !== undefined && { associatedRule: { id: rule } }),
    ...(file !== undefined && {
      locations: [{ physicalLocation: { artifactLocation: artifact(file, report) } }],
    }),
  }));
  for (const { id, message } of report.because)
    notifications.push(notify(id, 'warning', said(message, language)));
  const hidden = hiddenIn(report, language);
  if (hidden !== '') notifications.push(notify('not-listed', 'note', hidden));
  return {
    executionSuccessful: unchecked.length === 0,
    exitCode: report.exitCode,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}

/** What --quiet leaves out, in words; empty where it is nothing. */
function hiddenIn({ diagnostics, counts }: LintReport, language: Language): string {
  const shown = countsOf(diagnostics);
  const { warning, info } = { warning: counts.warning - shown.warning, info: counts.info - shown.info };
  const words = counted({ error: 0, warning, info }, language);
  if (words === '') return '';
  return language === 'zh' ? `另有${words}未列出` : `${words} not listed`;
}
