import type { Language } from '../diagnostic.ts';

/** What Markdown a body reads, as a section of the reference page. */
export const markdownSection = (language: Language): string => text[language].trim();

const text: Readonly<Record<Language, string>> = {
  en: `
## Markdown of a body

\`body\` and \`intro\` are read as Markdown; every other text (titles, names, cells, goals, reasons) is printed as it stands. What is not read as markup is printed as typed, so that nothing is lost, and \`marks-supported\` says where.

| written | printed |
| --- | --- |
| a blank line | a new paragraph; a single line break only wraps the text |
| two blanks, or a backslash, at the end of a line | a line break |
| \`**bold**\`, \`*emphasis*\`, \`~~struck out~~\` | as in CommonMark and GFM, also beside Chinese punctuation |
| \`- item\`, \`1. item\` | lists, in each other as well |
| \`> text\` | a quote, in each other as well |
| \`\` \`code\` \`\`, and lines between \`\`\` or ~~~ | code; nothing in it is read, but references are |
| \`---\` with a blank line above | a line across the page |
| a table with \`---\`, \`:---\`, \`:---:\`, \`---:\` under its head | a table, with its alignment; lines of cells parted by tabs, as spreadsheets put them on the clipboard, are a table as well |
| \`[words](https://…)\`, \`<https://…>\` | a link: http, https or mailto; a bare address is text on the page |
| \`[words](#road-safety)\` | a link to the section of that \`id\`, on the HTML page |
| \`[words](files/list.pdf)\` | a link to a file of the draft’s folder, rewritten to lead there from where the report is written; nothing is copied |
| \`![words](pictures/roof.png)\` | a picture of the draft’s folder: it stands in the HTML page itself, and Markdown names it from where it is written |
| \`[^1]\` in the text, \`[^1]: note\` below it | a footnote; labels belong to one body, the report numbers its notes itself |
| \`\\*\`, \`\\[\`, \`\\<\`, \`\\{{\` | the character itself |

Paths count from the draft’s folder, in section files too, and never leave it, not by a symbolic link either; blanks in a path need \`<…>\` around it. Pictures are PNG, JPEG, GIF, WebP, AVIF, BMP, or SVG that only draws (no script, no handler, nothing from elsewhere), of up to 20 MB each, and are known by what they hold. A picture of another site is not fetched: the report links to it.

Not read: HTML and character references (\`&nbsp;\`), headings (a section is a heading), underlined headings, link definitions (\`[a]: https://…\`), lists of definitions, boxes of tasks, \`==highlights==\`, raised and lowered characters (\`m^2^\`), formulas between \`$$\`, alerts (\`[!NOTE]\`), titles behind an address. An indented line is a paragraph, not code.
`,
  zh: `
## 正文的 Markdown

\`正文\`和\`导语\`按 Markdown 读；其他文字（标题、名称、表格、目标内容、原因等）一律照原样印。正文里不认的标记也照原样印出来，不会丢内容，\`marks-supported\`会指出在哪里。

| 写法 | 印出来 |
| --- | --- |
| 空一行 | 另起一段；以句号等结束的一行之后也另起一段，其余换行只当折行 |
| 行末加两个空格或反斜杠 | 换行 |
| \`**加粗**\`、\`*着重*\`、\`~~删去~~\` | 同 CommonMark 和 GFM，紧挨中文标点也认 |
| \`- 项目\`、\`1. 项目\` | 列表，可以嵌套 |
| \`> 文字\` | 引用，可以嵌套 |
| \`\` \`代码\` \`\`，或写在两行 \`\`\`、~~~ 之间 | 代码，其中的标记不认，引用照常印出 |
| \`---\`，上面空一行 | 分隔线 |
| 表格，表头下一行写 \`---\`、\`:---\`、\`:---:\`、\`---:\` | 表格，保留左、中、右对齐；从 Excel 粘贴来、用制表符分隔的各行也印成表格 |
| \`[文字](https://…)\`、\`<https://…>\` | 链接：http、https、mailto；直接写出的网址在网页上是文字 |
| \`[文字](#道路安全)\` | 链接到标识为“道路安全”的章节，在网页上有效 |
| \`[文字](附件/名单.pdf)\` | 指向本稿文件夹里的文件，按输出的位置改写；文件本身不复制 |
| \`![说明](图/封顶.png)\` | 本稿文件夹里的图片：网页把它收在自己里面，Markdown 按输出的位置写路径 |
| 文中写 \`[^1]\`，下面写 \`[^1]: 注文\` | 脚注；注号只在本段正文里有效，全文统一编号 |
| \`\\*\`、\`\\[\`、\`\\<\`、\`\\{{\` | 印出这个字符本身 |

路径一律从本稿所在的文件夹算起，章节文件里也一样，不能指到文件夹外面，通过符号链接也不行；路径里有空格的，前后加 \`<\` 和 \`>\`。图片可用 PNG、JPEG、GIF、WebP、AVIF、BMP，以及只画图的 SVG（不带脚本、事件，不从别处加载），每张不超过20MB，按内容辨认，不看扩展名。别的网站上的图片不去取，只印成链接。

不认的写法：HTML 标签和字符代码（\`&nbsp;\`）、正文里的标题（章节才是标题）、文字下画线的标题、另写一行的链接地址（\`[a]: https://…\`）、定义列表、任务框、\`==高亮==\`、上下标（\`m^2^\`）、\`$$\`之间的公式、提示框（\`[!NOTE]\`）、地址后面引号里的标题。缩进的一行是段落，不是代码。
`,
};
