import type { Words } from '../../diagnostic.ts';

/** What the help of `report render` says. */
export const helpOfRender = {
  renderFile: {
    en: 'drafts, folders or globs; 2017 means 2017.report.yaml, - standard input',
    zh: '稿子、文件夹或通配符；2017 即 2017.report.yaml，标准输入写 -',
  },
  renderOut: {
    en: 'file to write, whose ending sets the format; a folder for several formats or drafts (default: -, standard output)',
    zh: '写到哪个文件，按扩展名定格式；多种格式或多份稿子时写文件夹（默认为 -，即标准输出）',
  },
  renderDraft: {
    en: 'stamp it as a draft, and render it even if it has errors',
    zh: '盖“草稿”字样，有错误也输出',
  },
  renderInternal: {
    en: 'include what is not published: lead offices, targets, outcomes and the scorecard',
    zh: '连同不公开的内容一并输出：牵头科室、目标、完成情况及目标完成情况表',
  },
  renderMargins: {
    en: 'Word and PDF: margins in millimetres, top,right,bottom,left (Chinese default: 37,26,35,28)',
    zh: 'Word 和 PDF：页边距，单位毫米，依次为上、右、下、左（默认 37,26,35,28）',
  },
  renderPageNumbers: {
    en: 'Word and PDF: where page numbers stand (default: outside in Chinese, center in English)',
    zh: 'Word 和 PDF：页码位置，outside 单页居右双页居左，center 居中，none 不排（默认 outside）',
  },
  renderReference: {
    en: 'Word and PDF: take styles, paper size and margins from this Word file',
    zh: 'Word 和 PDF：样式、纸张和页边距取自这个 Word 文件（不取页眉页脚）',
  },
  renderForce: { en: 'overwrite existing files', zh: '文件已存在时覆盖' },
} as const satisfies Readonly<Record<string, Words>>;
