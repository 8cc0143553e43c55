import type { Reading } from '../../reading/reading.ts';
import type { Finding } from '../../diagnostic.ts';
import { linksIn } from '../../model/markdown-source.ts';
import { placesOf } from '../../model/places.ts';
import { targetOf, type FindAsset } from '../../model/published-files.ts';
import { en, zh, type Rule } from '../rule.ts';

export const linksFound: Rule = {
  id: 'links-found',
  severity: 'warning',
  summary: { en: 'Link only to what readers can open.', zh: '链接要打得开。' },
  why: {
    en: 'A link to a file counts from the draft’s folder and is rewritten for the place where the report is published. Addresses other than http, https, mailto and files below that folder are not published: their text stays, without a link. `#` and the id of a section leads to it on the HTML page.',
    zh: '指向文件的链接从稿子所在的文件夹算起，输出时按发布的位置改写。除 http、https、mailto 和该文件夹下的文件外，其他地址不输出链接，只留文字。# 加章节的标识，在网页上链接到那一章节。',
  },
  messages: {
    missing: {
      en: ({ path }) => `there is no file “${path}”`,
      zh: ({ path }) => `没有文件“${path}”`,
      help: {
        en: () => 'paths count from the draft’s folder; capital and small letters differ',
        zh: () => '路径从本稿所在的文件夹算起，区分大小写',
      },
    },
    nowhere: {
      en: ({ path }) => `“${path}” leads to no place of the page`,
      zh: ({ path }) => `“${path}”在页面上没有对应的位置`,
      help: {
        en: () => 'write # and the id of a section; a section gets one by “id: …”',
        zh: () => '# 后面写章节的标识，章节的标识用“标识：……”指定',
      },
    },
    outside: {
      en: ({ path }) => `“${path}” leads out of the draft’s folder; it is printed without a link`,
      zh: ({ path }) => `“${path}”指向本稿所在文件夹之外，输出时只留文字`,
      help: {
        en: () => 'put the file into the draft’s folder and write its path from there',
        zh: () => '把文件放到本稿的文件夹里，路径从那里写起',
      },
    },
    unsafe: {
      en: ({ path }) => `“${path}” is not an address that a report can link to; it is printed without a link`,
      zh: ({ path }) => `“${path}”不是可以链接的地址，输出时只留文字`,
      help: {
        en: () => 'write an address that begins with https://, http:// or mailto:',
        zh: () => '地址以 https://、http:// 或 mailto: 开头',
      },
    },
    empty: {
      en: () => 'this link has no address; it is printed without a link',
      zh: () => '链接没有写地址，输出时只留文字',
      help: { en: () => 'write the address between ( and )', zh: () => '在 ( ) 里写上地址' },
    },
    unread: {
      en: () => 'this link is not read as one and would be printed as typed',
      zh: () => '这样写不成链接，会把这些字符原样印出来',
      help: {
        en: () =>
          'write [words](address) with half-width brackets; an address with blanks stands between < and >',
        zh: () => '写成 [文字](地址)，用半角括号；地址里有空格的，前后加 < 和 >',
      },
    },
  },

  on: {
    *body({ path, text, masked }, { asset, reading }) {
      for (const { picture, address, span, addressSpan, sound } of linksIn(text, masked)) {
        if (picture || address.includes('{{')) continue;
        const shown = address.replace(/^<(.*)>$/, '$1');
        const message = sound ? lackOf(shown, asset, reading.once(anchors), reading.report.alone) : 'unread';
        const whole = message === 'unread' || addressSpan[0] === addressSpan[1];
        if (message !== undefined)
          yield { path, span: whole ? span : addressSpan, message, data: { path: shown } };
      }
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Schools
              body: See the [list](files/list.pdf) and the [law](https://example.org/law).
      `,
      bad: en`
        summary:
          sections:
            - title: Schools
              body: See the [list](files/lists.pdf) and the [law](ftp://example.org/law).
      `,
      finds: ['8:28 missing', '8:59 unsafe'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 建设
              正文: 见[名单](附件/名单.pdf)和[办法](https://example.org/law)。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 建设
              正文: 见[名单](附件/名册.pdf)和[办法](ftp://example.org/law)。
      `,
      finds: ['8:17 missing', '8:33 unsafe'],
    },
  },
};

/** Why a link leads nowhere; what only the draft around a section file knows is not asked of it alone. */
function lackOf(
  address: string,
  asset: FindAsset,
  places: ReadonlyMap<string, string>,
  alone: boolean,
): Finding['message'] | undefined {
  const target = targetOf(address);
  if (target.kind === 'anchor')
    return alone || /^(?:text|top)?$/.test(target.place) || places.has(target.place) ? undefined : 'nowhere';
  if (target.kind === 'remote') return undefined;
  if (target.kind !== 'file') return target.kind;
  const found = asset(target.path).kind;
  return found === 'outside' ? found : found === 'missing' && !alone ? found : undefined;
}

/** Every anchor that stands on the page. */
const anchors = ({ report }: Reading): ReadonlyMap<string, string> => placesOf(report, undefined);
