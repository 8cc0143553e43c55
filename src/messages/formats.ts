import type { Words } from '../diagnostic.ts';

/** A format that a command may print in; whom it is for is what the help says of it. */
export interface Format {
  readonly audience: Words;
}

/** Whom formats are for. */
export const audiences = {
  people: { en: 'for people', zh: '供人看' },
  spreadsheets: { en: 'for Excel', zh: '供 Excel' },
  documents: { en: 'for documents', zh: '供文档' },
  word: { en: 'for Word (the bulletin only)', zh: '供 Word（仅限通报）' },
  programs: { en: 'for programs', zh: '供程序读' },
  scanning: { en: 'for code scanning', zh: '供代码扫描平台' },
  annotations: { en: 'for annotations in GitHub Actions', zh: '供 GitHub Actions 标注' },
  quality: { en: 'for GitLab Code Quality', zh: '供 GitLab 代码质量报告' },
  tests: { en: 'for test reports (Jenkins, GitLab)', zh: '供测试报告（Jenkins、GitLab）' },
  comments: { en: 'for a comment on a pull request', zh: '供合并请求下的评论' },
} as const satisfies Readonly<Record<string, Words>>;

/** Formats with whom they are for, by name: text for people, json for programs. */
export function audiencesOf(formats: Readonly<Record<string, Format>>): Words {
  const each = Object.entries(formats);
  return {
    en: each.map(([name, { audience }]) => `${name} ${audience.en}`).join(', '),
    zh: each.map(([name, { audience }]) => `${name} ${audience.zh}`).join('，'),
  };
}

/** Things of which one is chosen: Markdown, HTML or plain text. */
export function alternatives(all: readonly Words[]): Words {
  const joined = (names: readonly string[], comma: string, or: string): string =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(comma)}${or}${names.at(-1)}`;
  return {
    en: joined(
      all.map(({ en }) => en),
      ', ',
      ' or ',
    ),
    zh: joined(
      all.map(({ zh }) => zh),
      '、',
      '或',
    ),
  };
}
