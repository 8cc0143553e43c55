import { createHash } from 'node:crypto';
import { plainText, type Composition } from '../block.ts';
import { compose } from '../compose.ts';
import { contentsHtml } from '../contents.ts';
import { HtmlPrinter } from './html-printer.ts';
import { escapeHtml, inlineHtml } from './html-inline.ts';
import type { TextRenderer } from '../renderer.ts';
import { themeOf } from '../theme.ts';
import { renderWords } from '../words.ts';

/** One HTML file that needs nothing else: no script, no network, and a policy that forbids both. */
export const htmlRenderer: TextRenderer = (report, options) => {
  const composition = compose(report, options);
  const text = body(composition);
  return `<!DOCTYPE html>\n<html lang="${escapeHtml(composition.tag)}">\n${head(composition, text.includes('<img src="data:'))}\n${text}\n</html>\n`;
};

function head({ language, stamps, title }: Composition, pictured: boolean): string {
  const style = themeOf(language, stamps);
  // pictures stand in the page itself
  const images = pictured ? 'img-src data:; ' : '';
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; ${images}base-uri 'none'; form-action 'none'`;
  return `<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml([...stamps.map((stamp) => `[${stamp}]`), plainText(title)].join(' '))}</title>
<style>${style}</style>
</head>`;
}

function body({ language, stamps, title, documentNumber, blocks }: Composition): string {
  const contents = contentsHtml(blocks);
  return [
    `<body>\n<a class="skip" href="#text">${renderWords.skip[language]}</a>`,
    '<header>',
    ...stamps.map((stamp) => `<p class="stamp">${stamp}</p>`),
    `<h1>${breakable(inlineHtml(title))}</h1>`,
    ...(documentNumber === '' ? [] : [`<p class="document-number">${escapeHtml(documentNumber)}</p>`]),
    '</header>',
    ...(contents === ''
      ? []
      : [
          `<nav aria-label="${renderWords.contents[language]}">\n<p class="label">${renderWords.contents[language]}</p>\n${contents}\n</nav>`,
        ]),
    `<main id="text" tabindex="-1">\n${new HtmlPrinter(language).print(blocks)}\n</main>\n</body>`,
  ].join('\n');
}

/** Lets a Chinese title break before a year, and nowhere within words: 江门市教育局|2017年工作总结和|2018年工作计划. */
const breakable = (title: string): string => title.replace(/(?<=\P{Nd})(?=\d{4}年)/gu, '<wbr>');
