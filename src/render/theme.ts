import type { Language } from '../diagnostic.ts';

/** The style of a page in a language, with its stamps on every printed sheet. */
export const themeOf = (language: Language, stamps: readonly string[]): string =>
  `\n${screen}${print}${language === 'zh' ? officialPrint : plainPrint}${stamps.length === 0 ? '' : stamped(stamps.join('　'))}`;

/** Colours keep WCAG AA contrast, 4.5 : 1 and more, on either ground. */
const screen = `:root {
  color-scheme: light dark;
  --text: #1d2125; --muted: #545b63; --ground: #fff; --panel: #f4f5f6; --line: #d3d7db; --link: #0b57a4; --mark: #b3261e;
  --line-length: 40.375rem;
  --body: system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root { --text: #e4e6e8; --muted: #a7aeb6; --ground: #16191c; --panel: #1f2327; --line: #3a4046; --link: #8ab8f5; --mark: #ff9d94; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  display: grid; grid-template-columns: minmax(0, 64rem); justify-content: center;
  margin: 0; padding: 1.5rem 1.25rem 4rem;
  font: 1.0625rem/1.6 var(--body); color: var(--text); background: var(--ground);
  overflow-wrap: break-word; line-break: strict;
}
body:lang(zh) { line-height: 1.85; text-autospace: no-autospace; }
a { color: var(--link); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
/* lines of text stay short; tables take the room that there is */
header, nav, main > *, main > .internal > * { max-width: var(--line-length); margin-inline: auto; }
main > .scroll, main > .internal > .scroll, main > .internal:has(.scroll) { max-width: 100%; }
main:focus { outline: none; }
.skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--ground); }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; }
header { padding-bottom: 1.25rem; border-bottom: 2px solid var(--mark); text-align: center; }
header { width: 100%; }
h1 { margin: .5rem 0; font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.1rem); line-height: 1.4; text-wrap: balance; }
h1:lang(zh) { word-break: keep-all; overflow-wrap: anywhere; }
.document-number { margin: 0; color: var(--muted); }
.stamp { display: inline-block; margin: 0 .25rem .5rem; padding: .1rem .9rem; border: 2px solid; border-radius: .25rem; color: var(--mark); font-weight: 700; letter-spacing: .15em; }
h2, h3, h4, h5, h6 { margin: 1.75em 0 .5em; line-height: 1.45; text-wrap: balance; scroll-margin-top: 1rem; }
h2 { font-size: 1.45rem; }
h3 { font-size: 1.22rem; }
h4, h5, h6 { font-size: 1.0625rem; }
h2.part { margin-top: 2.5em; text-align: center; }
main > h2:first-child { margin-top: 1.25em; }
em:lang(zh) { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right; }
.annex { display: block; color: var(--muted); font-size: 1rem; text-align: start; }
p { margin: .7em 0; }
main:lang(zh) > p, .run-in { text-indent: 2em; }
.run-in { margin: .7em 0; }
.run-in > * { display: inline; margin: 0; font-size: inherit; line-height: inherit; }
ul, ol { margin: .7em 0; padding-left: 1.75em; }
li > ul, li > ol { margin: .2em 0; }
blockquote { margin: 1em 0; padding: .1em 1em; border-left: 3px solid var(--line); color: var(--muted); }
code { font-family: ui-monospace, 'Cascadia Mono', Consolas, monospace; font-size: .95em; }
pre { overflow-x: auto; padding: .75em 1em; background: var(--panel); border-radius: .25rem; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
.scroll { width: fit-content; margin: 1.25em auto; overflow-x: auto; }
table { border-collapse: collapse; margin: 0 auto; font-variant-numeric: tabular-nums; line-height: 1.5; }
caption { padding: 0 0 .4em; font-weight: 700; }
th, td { padding: .35em .7em; border: 1px solid var(--line); text-align: start; overflow-wrap: normal; }
th { background: var(--panel); font-weight: 600; }
th:lang(zh) { min-width: 4em; }
td.long { min-width: 9em; }
.wide table { font-size: .9em; }
.wide :is(th, td) { padding: .3em .45em; }
@media (max-width: 40rem) { .scroll { max-width: 100%; } caption { text-align: start; } }
.signature { width: fit-content; text-align: center; }
main > .signature { margin: 2.5em max(0px, (100% - var(--line-length)) / 2) 0 auto; }
.signature p { margin: .2em 0; }
.internal > ul { margin: .2em 0; }
.internal { margin: 1em 0; padding: .6em 1em; border: 1px dashed var(--mark); border-radius: .25rem; background: var(--panel); font-size: .95em; line-height: 1.6; }
.left { text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
img { max-width: 100%; height: auto; }
sup { line-height: 0; }
.notes { margin-top: 2.5em; padding-top: .5em; border-top: 1px solid var(--line); font-size: .9em; }
.gap { margin: 1em 0; padding: .6em 1em; border: 2px solid var(--mark); border-radius: .25rem; color: var(--mark); }
.gap ul { margin: .2em 0; }
.label { margin: 0; font-weight: 700; }
.internal .label { color: var(--mark); }
nav { margin: 1.25rem 0; padding: .9rem 1.1rem; background: var(--panel); border-radius: .4rem; font-size: .95rem; line-height: 1.5; }
nav ul { margin: .3em 0 0; padding: 0; list-style: none; }
nav ul ul { padding-left: 1em; }
nav ul ul ul { display: none; }
nav a { display: block; padding: .22em 0; text-decoration: none; text-wrap: pretty; }
nav > ul > li + li { margin-top: .5em; }
nav a:hover { text-decoration: underline; }
@media (min-width: 70rem) {
  body { grid-template: auto 1fr / 17rem minmax(0, 72rem); column-gap: 3.5rem; }
  header, main { grid-column: 2; }
  header, main > *, main > .internal > *, .scroll { margin-inline: 0; }
  main > .signature { margin-right: max(0px, 100% - var(--line-length)); }
  nav { grid-column: 1; grid-row: 1 / 3; position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); margin: 0; overflow-y: auto; }
  nav ul ul ul { display: block; }
}
`;

/** A table of so many columns is set small; one of so many is printed across the sheet. */
export const wideColumns = 6;
export const manyColumns = 12;

const print = `@page many { size: A4 landscape; margin: 20mm; }
@media print {
  nav, .skip { display: none; }
  body { display: block; padding: 0; color: #000; background: none; orphans: 2; widows: 2; }
  header { border: 0; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4, h5, h6, .label { break-after: avoid; }
  tr, .signature { break-inside: avoid; }
  .signature { break-before: avoid; }
  main > *, main > .internal > *, header { max-width: none; }
  .scroll { width: auto; overflow: visible; }
  .many { page: many; }
  .wide table { font-size: 9pt; }
  table { max-width: 100%; }
  thead { display: table-header-group; }
  th, td { padding: .2em .4em; border-color: #000; white-space: normal; overflow-wrap: break-word; }
  td.long { min-width: 0; }
  pre { white-space: pre-wrap; }
  th, pre, .internal { background: none; }
  .annex { color: inherit; }
  h2[id^='annex-'] { break-before: page; }
}
`;

/**
 * GB/T 9704-2012: 版心 156 × 225 mm on A4, 22 lines of 28 characters, so 3号 type and its line are fractions of that;
 * faces by level; page numbers 4号 with a dash on each side, odd pages right, even pages left. The faces are seldom
 * installed outside offices, hence the chains.
 */
const officialPrint = `@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: '— ' counter(page) ' —'; margin: 7mm 1em 0 0; font: 14pt SimSun, STSong, 'Noto Serif CJK SC', serif; vertical-align: top; } }
@page :left { @bottom-left { content: '— ' counter(page) ' —'; margin: 7mm 0 0 1em; font: 14pt SimSun, STSong, 'Noto Serif CJK SC', serif; vertical-align: top; } }
@media print {
  :root {
    --song: '方正小标宋简体', '方正小标宋_GBK', FZXiaoBiaoSong-B05S, '小标宋', STZhongsong, SimSun, 'Noto Serif CJK SC', 'Source Han Serif SC', serif;
    --hei: SimHei, '黑体', STHeiti, 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif;
    --kai: KaiTi_GB2312, '楷体_GB2312', KaiTi, STKaiti, 'AR PL UKai CN', 'Noto Serif CJK SC', serif;
    --fang: FangSong_GB2312, '仿宋_GB2312', FangSong, STFangsong, 'Noto Serif CJK SC', 'Source Han Serif SC', serif;
  }
  body { font: calc(156mm / 28)/calc(225mm / 22) var(--fang); text-align: justify; }
  body, p, h2, h3, h4, h5, h6, ul, ol, .run-in { line-height: calc(225mm / 22); }
  p, ul, ol, .run-in, h2, h3, h4, h5, h6 { margin: 0; font-size: calc(156mm / 28); text-wrap: wrap; }
  h1 { margin: .5em 0 calc(225mm / 22); font: 22pt/1.5 var(--song); }
  .document-number { margin-bottom: calc(225mm / 22); color: inherit; }
  h2.part { margin: calc(225mm / 22) 0; font: 18pt/1.5 var(--song); }
  h3, h4, h5, h6, h2:not(.part) { font-weight: 400; text-indent: 2em; }
  .grade-1 { font-family: var(--hei); }
  .grade-2 { font-family: var(--kai); }
  .grade-3, .grade-4 { font-family: var(--fang); }
  .annex { font: calc(156mm / 28)/2 var(--hei); }
  main > .signature { margin: calc(225mm / 22) 4em 0 auto; }
  caption { font: 400 14pt/1.5 var(--hei); }
  table { font-size: 12pt; }
}
`;

const plainPrint = `@page { size: A4; margin: 25mm 22mm; @bottom-center { content: counter(page); font: 10pt system-ui, sans-serif; } }
@media print { body { font-size: 11pt; line-height: 1.5; } }
`;

/** On paper the stamp stands at the head of every sheet. */
const stamped = (stamp: string): string =>
  `@page { @top-right { content: '${stamp}'; font: 700 14pt system-ui, sans-serif; color: #b3261e; } }\n`;
