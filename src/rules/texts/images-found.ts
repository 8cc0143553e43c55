import type { Finding } from '../../diagnostic.ts';
import { linksIn, type LinkSource } from '../../model/markdown-source.ts';
import { LARGEST_PICTURE, pictureOf, targetOf, type FindAsset } from '../../model/published-files.ts';
import { en, zh, type Rule } from '../rule.ts';

export const imagesFound: Rule = {
  id: 'images-found',
  severity: 'error',
  summary: {
    en: 'Show only pictures that are there, with words for those who cannot see them.',
    zh: '图片要找得到，并配有文字说明。',
  },
  why: {
    en: 'A page holds its pictures itself and fetches nothing, so a picture must be a file in the draft’s folder or below. Its text in `[…]` is what a screen reader says, and what stands in its place in plain text.',
    zh: '网页把图片收在自己里面，不从网上取，所以图片要放在稿子所在的文件夹或其下。`[…]`里的文字供读屏软件朗读，纯文本里也用它代替图片。',
  },
  messages: {
    missing: {
      en: ({ path }) => `there is no picture “${path}”`,
      zh: ({ path }) => `没有图片“${path}”`,
      help: {
        en: () => 'paths count from the draft’s folder; capital and small letters differ',
        zh: () => '路径从本稿所在的文件夹算起，区分大小写',
      },
    },
    folder: {
      en: ({ path }) => `“${path}” is a folder, not a picture`,
      zh: ({ path }) => `“${path}”是文件夹，不是图片`,
    },
    outside: {
      en: ({ path }) => `“${path}” stands outside the draft’s folder`,
      zh: ({ path }) => `“${path}”不在本稿所在的文件夹里`,
      help: {
        en: () => 'copy the picture into the draft’s folder and write its path from there',
        zh: () => '把图片复制到本稿的文件夹里，路径从那里写起',
      },
    },
    unknown: {
      en: ({ path }) => `“${path}” is not a picture that a page can show`,
      zh: ({ path }) => `“${path}”不是网页能显示的图片`,
      help: {
        en: () => 'save it as PNG, JPEG, GIF, WebP, AVIF, BMP or SVG',
        zh: () => '另存为 PNG、JPEG、GIF、WebP、AVIF、BMP 或 SVG',
      },
    },
    active: {
      en: ({ path }) => `the drawing “${path}” holds a program or loads from elsewhere`,
      zh: ({ path }) => `矢量图“${path}”里有程序，或要从别处加载内容`,
      help: {
        en: () => 'export it as plain SVG, or as PNG',
        zh: () => '导出为不带脚本、不引用外部内容的 SVG，或者存成 PNG',
      },
    },
    large: {
      en: ({ path, size }) => `“${path}” has ${size} MB; a page holds pictures of up to 20 MB`,
      zh: ({ path, size }) => `“${path}”有${size}MB；图片最大20MB`,
      help: { en: () => 'make the picture smaller', zh: () => '把图片缩小' },
    },
    unread: {
      en: () => 'this picture is not read as one and would be printed as typed',
      zh: () => '这样写不会显示图片，会把这些字符原样印出来',
      help: {
        en: () => 'write ![words](path) with half-width brackets; a path with blanks stands between < and >',
        zh: () => '写成 ![说明](路径)，用半角括号；路径里有空格的，前后加 < 和 >',
      },
    },
    remote: {
      en: ({ path }) => `the picture “${path}” stands on another site; the report only links to it`,
      zh: ({ path }) => `图片“${path}”在别的网站上，输出时只印成链接`,
      help: {
        en: () => 'save it in the draft’s folder and name it by its path',
        zh: () => '把图片存到本稿的文件夹里，写它的路径',
      },
    },
    undescribed: {
      en: ({ path }) => `the picture “${path}” has no words for those who cannot see it`,
      zh: ({ path }) => `图片“${path}”没有文字说明`,
      help: { en: () => 'say between [ and ] what it shows', zh: () => '在 [ ] 里写明图上是什么' },
    },
  },

  on: {
    *body({ path, text, masked }, { asset, reading: { report } }) {
      for (const image of linksIn(text, masked)) {
        if (!image.picture || image.address.includes('{{')) continue;
        const shown = image.address.replace(/^<(.*)>$/, '$1');
        const found = image.sound ? lackOf(shown, asset, report.alone) : { message: 'unread' };
        const span = found?.message === 'unread' ? image.span : image.addressSpan;
        if (found)
          yield { path, span: span[0] === span[1] ? image.span : span, data: { path: shown }, ...found };
        else if (image.text.trim() === '') yield undescribed(image, path, shown);
      }
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Schools
              body: |
                ![The roof is closed](pictures/roof.png)
      `,
      bad: en`
        summary:
          sections:
            - title: Schools
              body: |
                ![The roof](pictures/rof.png) ![](pictures/roof.png)
                ![The yard](https://example.org/yard.png) ![The gate](../gate.png)
      `,
      finds: ['9:21 missing', '9:39 undescribed', '10:21 remote', '10:63 outside'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 建设
              正文: |
                ![主体结构封顶](图/封顶.png)
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 建设
              正文: |
                ![封顶](图/封顶.jpg) ![](图/封顶.png)
                ![操场](https://example.org/a.png) ![校门](../校门.png)
      `,
      finds: ['9:15 missing', '9:25 undescribed', '10:15 remote', '10:48 outside'],
    },
  },
};

/** What keeps a picture from being shown; of a section file by itself, what depends on the draft’s folder is not said. */
function lackOf(
  address: string,
  asset: FindAsset,
  alone: boolean,
): Pick<Finding, 'message' | 'severity' | 'data'> | undefined {
  const target = targetOf(address);
  if (target.kind === 'remote') return { message: 'remote', severity: 'warning' };
  if (target.kind !== 'file') return { message: target.kind === 'outside' ? 'outside' : 'missing' };
  const found = asset(target.path);
  if (found.kind !== 'file') return alone ? undefined : { message: found.kind };
  if (found.size > LARGEST_PICTURE)
    return { message: 'large', data: { path: address, size: Math.ceil(found.size / 1e6) } };
  const picture = pictureOf(found.bytes());
  return 'lack' in picture ? { message: picture.lack } : undefined;
}

const undescribed = ({ span }: LinkSource, path: Finding['path'], shown: string): Finding => ({
  path,
  span,
  message: 'undescribed',
  data: { path: shown },
  severity: 'warning',
});
