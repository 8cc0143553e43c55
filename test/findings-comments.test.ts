import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Severity } from '../src/diagnostic.ts';
import { githubReporter } from '../src/reporters/github.ts';
import { COMMENT_LIMIT, COMMENT_MARK, markdownReporter } from '../src/reporters/markdown.ts';
import { plain } from '../src/reporters/style.ts';
import { element } from '../src/reporters/xml.ts';
import { folder, report } from './cli.ts';
import { hostileDraft, hostileNames, hostileTexts } from './hostile.ts';
import { lintReport } from './lint-report.ts';

const options = (language: 'en' | 'zh') => ({ language, style: plain, width: 100 });
const finding = (severity: Severity, line: number, message: string, file = 'a.report.yaml'): Diagnostic => ({
  file,
  rule: 'schema',
  code: 'x',
  severity,
  message: { en: message, zh: message },
  range: { start: { line, column: 1 }, end: { line, column: 2 } },
  identity: { text: message },
  related: [],
});

/** A command of GitHub Actions as its runner reads it: properties and message, unescaped (`ActionCommand.cs` of actions/runner). */
function parsed(line: string): { kind: string; properties: Record<string, string>; message: string } {
  const whole = /^::(\w+)(?: (.*?))?::([^]*)$/.exec(line);
  if (!whole) throw new Error(`no command: ${line}`);
  const [, kind = '', list = '', data = ''] = whole;
  const unescape = (text: string, signs: Readonly<Record<string, string>>): string =>
    text.replaceAll(/%[0-9A-F]{2}/g, (code) => signs[code] ?? code);
  const ofData = { '%0D': '\r', '%0A': '\n', '%25': '%' };
  const properties = Object.fromEntries(
    list.split(',').map((each) => {
      const at = each.indexOf('=');
      return [each.slice(0, at), unescape(each.slice(at + 1), { ...ofData, '%3A': ':', '%2C': ',' })];
    }),
  );
  return { kind, properties, message: unescape(data, ofData) };
}

describe('annotations of GitHub', () => {
  it('are read back as what was found, whatever stands in a draft or its name', async () => {
    const cwd = folder(Object.fromEntries(hostileNames.map((name) => [name, hostileDraft()])));
    const { stdout } = await report(cwd, ['lint', '--format', 'github', '--lang', 'en']);
    const { stdout: json } = await report(cwd, ['lint', '--format', 'json', '--lang', 'en']);
    const { findings } = JSON.parse(json) as { findings: { file: string; message: { en: string } }[] };
    const lines = stdout.trimEnd().split('\n');
    const commands = lines.slice(0, findings.length).map(parsed);
    expect(lines.slice(findings.length)).toEqual([
      expect.stringMatching(/^there are \d+ errors; GitHub annotates at most 10/),
    ]);
    expect(commands.map(({ properties }) => properties['file']).sort()).toEqual(
      findings.map(({ file }) => file).sort(),
    );
    const texts = hostileTexts.filter((text) => !/[\u001b\u2028]|##/.test(text));
    for (const text of texts)
      expect(
        commands.some(({ message }) => message.includes(`“${text}”`)),
        text,
      ).toBe(true);
    for (const { kind, properties } of commands) {
      expect(kind).toBe('error');
      expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
    }
  });

  it('come errors first, and say where GitHub shows no more of a kind', () => {
    const many = [...Array(12).keys()].map((line) =>
      finding(line % 4 === 0 ? 'warning' : 'error', line + 1, 'a'),
    );
    const more = [...Array(11).keys()].map((line) => finding('info', line + 20, 'a'));
    const failures = [
      { en: 'gone', zh: '没有' },
      { file: 'b', en: 'gone too', zh: '也没有' },
    ];
    const lines = githubReporter(lintReport([...many, ...more], { failures }), options('zh'))
      .trimEnd()
      .split('\n');
    const kinds = lines.map((line) => /^::(\w+)/.exec(line)?.[1]);
    expect(kinds).toEqual([
      ...Array<string>(11).fill('error'),
      ...Array<string>(3).fill('warning'),
      ...Array<string>(11).fill('notice'),
      undefined,
    ]);
    expect(lines[0]).toBe('::error title=未检查::没有');
    expect(lines.at(-1)).toBe('本次有11个错误、11个提示；GitHub 每一步每种至多标注10个，其余只见于本日志');
    expect(githubReporter(lintReport(many.slice(0, 3)), options('en'))).not.toContain('GitHub');
    expect(githubReporter(lintReport([]), options('en'))).toBe('');
  });

  it('of several lines have no columns, as GitHub asks', () => {
    const long = {
      ...finding('error', 3, 'a'),
      range: { start: { line: 3, column: 5 }, end: { line: 4, column: 1 } },
    };
    expect(parsed(githubReporter(lintReport([long]), options('en')).trimEnd()).properties).toEqual({
      file: 'a.report.yaml',
      line: '3',
      endLine: '4',
      title: 'schema',
    });
  });

  it('are commands also where a log obeys them, and nothing else of a run is', async () => {
    const cwd = folder({ 'a.report.yaml': hostileDraft() });
    const obeyed = (text: string): string[] => text.split('\n').filter((line) => /^\s*::|##\[/.test(line));
    for (const format of ['text', 'json', 'junit', 'markdown', 'gitlab', 'sarif'])
      expect(obeyed((await report(cwd, ['lint', '--format', format])).stdout), format).toEqual([]);
    const { stdout } = await report(cwd, ['lint', '--format', 'github']);
    for (const line of obeyed(stdout)) expect(parsed(line).properties['file']).toBe('a.report.yaml');
  });
});

describe('a comment on a pull request', () => {
  const rendered = (text: string): string => new Marked({ gfm: true }).parse(text, { async: false });

  it('shows what drafts say as text: no markup, no link of theirs, nobody called', async () => {
    const cwd = folder(Object.fromEntries(hostileNames.map((name) => [name, hostileDraft()])));
    const { stdout } = await report(cwd, ['lint', '--format', 'markdown', '--lang', 'en']);
    const html = rendered(stdout);
    const tags = new Set([...html.matchAll(/<(\/?[a-z!][^\s>]*)/g)].map(([, tag]) => tag));
    for (const tag of tags)
      expect([
        '!--',
        'h3',
        'h4',
        'table',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
        'strong',
        'br',
        'a',
        'p',
      ]).toContain((tag ?? '').replace('/', ''));
    expect(html.match(/<!--/g)).toHaveLength(1);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g))
      expect(href).toMatch(/^https:\/\/unpkg\.com\/workreport@/);
    // a table a file, a row a finding, four cells a row
    expect(html.match(/<table>/g)).toHaveLength(hostileNames.length);
    for (const [, row = ''] of html.matchAll(/<tr>([^]*?)<\/tr>/g))
      expect(row.match(/<t[dh]/g)).toHaveLength(4);
    expect(html.match(/<tr>/g)).toHaveLength(hostileNames.length * (hostileTexts.length + 1));
    const words = html.replaceAll(/<[^>]*>/g, '').replaceAll('&#39;', "'");
    expect(words).not.toMatch(/@\w|#\d|GH-\d|!\d/);
    for (const text of ['<script>', '| a | b |', '**bold**', '`code`', '[link](javascript:x)', '$x$'])
      expect(words.replaceAll(/&lt;/g, '<').replaceAll('&gt;', '>').replaceAll('&#36;', '$'), text).toContain(
        text,
      );
  });

  it('says which line begins it, what was not checked, and why a run with warnings ends with 1', () => {
    const text = markdownReporter(
      lintReport([finding('warning', 3, 'a')], {
        failures: [{ en: 'gone', zh: '没有' }],
        because: [{ id: 'max-warnings', message: { en: 'too many', zh: '太多' } }],
      }),
      options('en'),
    );
    expect(
      text.startsWith(`${COMMENT_MARK}\n\n### report lint: 1 warning in 1 file, but not all was checked`),
    ).toBe(true);
    expect(text).toContain('- **not checked**: gone\n- too many\n');
  });

  it.each(['en', 'zh'] as const)(
    'keeps whole entries where it would be too long, the worst first, and says how many it lacks: %s',
    (language) => {
      const all = [...Array(3000).keys()].map((index) =>
        finding(
          (['info', 'error', 'warning'] as const)[index % 3] ?? 'info',
          index + 1,
          `${'长'.repeat(index % 90)}x${index}.`,
          `${Math.floor(index / 100)}.report.yaml`,
        ),
      );
      const text = markdownReporter(lintReport(all), options(language));
      expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
      expect(text.length).toBeGreaterThan(COMMENT_LIMIT * 0.95);
      const rows = text
        .split('\n')
        .filter((line) => line.startsWith('| ') && !/^\| (?:---|place|位置)/.test(line));
      for (const row of rows)
        expect(row).toMatch(/^\| \d+:1 \| \S+ \| \*\*长*x\d+\.\*\* \| \[schema\]\(\S+\) \|$/);
      const left = Number(/(\d+) more are not listed|还有(\d+)项没有列出/.exec(text)?.slice(1).find(Boolean));
      expect(rows.length + left).toBe(all.length);
      const shown = (word: RegExp): number => rows.filter((row) => word.test(row)).length;
      expect(shown(/\| (?:info|提示) \|/)).toBe(0);
      expect(shown(/\| (?:error|错误) \|/)).toBeGreaterThan(300);
    },
  );

  it('is as long as it needs to be where it fits', () => {
    const text = markdownReporter(
      lintReport([finding('info', 1, 'a'), finding('error', 2, 'b')]),
      options('en'),
    );
    expect(text).not.toContain('not listed');
    expect(text.indexOf('| 1:1 |')).toBeLessThan(text.indexOf('| 2:1 |'));
  });
});

describe('XML', () => {
  it('holds what it can hold, and one sign for each thing that it cannot', () => {
    expect(element('a', { b: '\0\uFFFE\ud800x\udc00𠮷\n\t"<' }, 'a\0\ud800<b>&"##[x]\u2028\r\n')).toBe(
      '<a b="\uFFFD\uFFFD\uFFFDx\uFFFD𠮷&#10;&#9;&quot;&lt;">a\uFFFD\uFFFD&lt;b&gt;&amp;&quot;#&#35;[x]&#8232;&#13;\n</a>',
    );
    expect(element('a', { b: undefined, c: 1 })).toBe('<a c="1"/>');
  });
});
