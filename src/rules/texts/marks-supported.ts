import { bodiesOf, isBody } from '../../reading/bodies.ts';
import { markupIn, unreadIn } from '../../model/unread-markdown.ts';
import { en, zh, type Rule } from '../rule.ts';

export const marksSupported: Rule = {
  id: 'marks-supported',
  severity: 'warning',
  summary: { en: 'Use only the marks that a body reads.', zh: '正文只用支持的 Markdown。' },
  why: {
    en: 'What a body does not read as markup is printed as it was typed, so that nothing is lost; readers then see the marks. What is supported stands in docs/format.md. Titles, names and cells are printed as they stand.',
    zh: '正文不认的标记会照原样印出来，内容不会丢，但读者会看到这些符号。支持哪些写法见 docs/format.zh.md。标题、名称、表格里的文字一律照原样印。',
  },
  messages: {
    html: {
      en: ({ found }) => `HTML is printed as typed: ${found}`,
      zh: ({ found }) => `HTML 标签会原样印出来：${found}`,
      help: {
        en: () =>
          'use Markdown: **bold**, a blank line for a paragraph, a backslash at the end of a line for a break; \\< is a plain <',
        zh: () => '改用 Markdown：**加粗**，空一行另起一段，行末加反斜杠换行；要印出“<”的写 \\<',
      },
    },
    entity: {
      en: ({ found }) => `a character reference is printed as typed: ${found}`,
      zh: ({ found }) => `字符代码会原样印出来：${found}`,
      help: { en: () => 'type the character itself', zh: () => '直接写这个字符' },
    },
    heading: {
      en: () => 'a heading within a body is printed as a bold line; it has no number and is in no contents',
      zh: () => '正文里的标题只印成一行粗体，不编号，也不进目录',
      help: {
        en: () => 'make it a section of its own, under “sections”',
        zh: () => '另立一个章节，写在“章节”下',
      },
    },
    underline: {
      en: () => 'a line under a text makes no heading here',
      zh: () => '文字下面画线，在这里不是标题',
      help: {
        en: () =>
          'make the text the title of a section; for a line across the page leave a blank line above ---',
        zh: () => '标题请另立章节；要画分隔线的，在 --- 上面空一行',
      },
    },
    definition: {
      en: ({ found }) => `addresses are not kept apart from their links here; ${found} is printed as typed`,
      zh: ({ found }) => `链接的地址不能另写一行，${found}会原样印出来`,
      help: { en: () => 'write [words](address) where the link stands', zh: () => '在链接处写 [文字](地址)' },
    },
    term: {
      en: () => 'lists of definitions are not read; the colon is printed as typed',
      zh: () => '不支持“: ”开头的定义列表，冒号会原样印出来',
      help: { en: () => 'write “- **term**: what it means”', zh: () => '写成“- **名词**：解释”' },
    },
    task: {
      en: ({ found }) => `boxes of tasks are printed as typed: ${found}`,
      zh: ({ found }) => `任务框会原样印出来：${found}`,
      help: { en: () => 'say in words whether it is done', zh: () => '用文字写明是否完成' },
    },
    highlight: {
      en: ({ found }) => `marks of highlighting are printed as typed: ${found}`,
      zh: ({ found }) => `高亮标记会原样印出来：${found}`,
      help: { en: () => 'write **bold** or *emphasis*', zh: () => '改用 **加粗** 或 *着重*' },
    },
    script: {
      en: ({ found }) => `raised and lowered characters are printed as typed: ${found}`,
      zh: ({ found }) => `上标、下标标记会原样印出来：${found}`,
      help: {
        en: () => 'type the character itself, such as m² or CO₂',
        zh: () => '直接写上标、下标字符，如 m²、CO₂',
      },
    },
    math: {
      en: () => 'formulas between $$ are printed as typed',
      zh: () => '$$ 之间的数学公式会原样印出来',
      help: {
        en: () => 'write the formula in plain characters, or put a picture of it',
        zh: () => '用普通字符写出公式，或插入图片',
      },
    },
    alert: {
      en: ({ found }) => `${found} is printed as typed`,
      zh: ({ found }) => `${found}会原样印出来`,
      help: {
        en: () => 'write a plain quote, with its first word in bold',
        zh: () => '写成普通引用，开头的词加粗',
      },
    },
    title: {
      en: () => 'the title behind an address is not printed',
      zh: () => '地址后面引号里的标题不会印出来',
      help: { en: () => 'put it into the text', zh: () => '把它写进正文' },
    },
    cells: {
      en: () => 'cells parted by tabs are printed as a table whose first row names the columns',
      zh: () => '用制表符（Tab）分隔的各行会印成表格，第一行作表头',
      help: {
        en: () => 'under “tables” its totals would be checked',
        zh: () => '写到“表格”下，合计数才会核对',
      },
    },
    tab: {
      en: () => 'a tab within a text is printed as a blank',
      zh: () => '文字中间的制表符（Tab）会印成空格',
      help: {
        en: () => 'for a table, write at least two such lines without a blank one between them',
        zh: () => '要印成表格的，至少写两行，中间不空行',
      },
    },
    plain: {
      en: ({ found }) => `Markdown is not read here, and printed as typed: ${found}`,
      zh: ({ found }) => `这里不认 Markdown，会原样印出来：${found}`,
      help: {
        en: () => 'write plain text; Markdown belongs in a body',
        zh: () => '只写文字；Markdown 写在正文里',
      },
    },
  },

  on: {
    *report(reading) {
      for (const { path, text, masked } of bodiesOf(reading))
        for (const [message, span] of unreadIn(text, masked))
          yield {
            path,
            span,
            message,
            data: { found: text.slice(...span).slice(0, 40) },
            ...(message === 'cells' && { severity: 'info' as const }),
          };
      for (const { path, text } of reading.scalars.texts)
        if (!isBody(path))
          for (const span of markupIn(text))
            yield { path, span, message: 'plain', data: { found: text.slice(...span).slice(0, 40) } };
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Funds
              body: |
                The board spent **$250,000**, see the [list](https://example.org/list).

                | use | sum |
                | --- | ---: |
                | training | $250,000 |
      `,
      bad: en`
        summary:
          sections:
            - title: '**Funds**'
              body: |
                ## Training
                The board spent <b>$250,000</b>.<br>
      `,
      finds: ['7:15 plain', '9:9 heading', '10:25 html', '10:36 html', '10:41 html'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 经费
              正文: |
                全年投入**25万元**，见[清单](https://example.org/list)。

                | 用途 | 金额 |
                | --- | ---: |
                | 培训 | 25万元 |
      `,
      bad: zh`
        总结:
          章节:
            - 标题: '**经费**'
              正文: |
                ## 培训
                全年投入<b>25万元</b>。<br>
      `,
      finds: ['7:12 plain', '9:9 heading', '10:13 html', '10:20 html', '10:25 html'],
    },
  },
};
