/** How a line begins that says where a page is from, when and by whom. */
const labels =
  /^(?:【|\[(?!\d)|(?:信息|文章|稿件|资料|新闻)?来源|稿源|信息提供|发布|发表|更新|时间|日期|作者|浏览|阅读|访问(?:量|次数)|点击|字[体号]|分享|打印|收藏|编辑|责任编辑|审核|当前位置|您?所在位置|索引号|Source:|Published|Posted|Last updated|Share)/;
const clock = '\\d{1,2}(?:[:：]\\d{2}(?:[:：]\\d{2})?|时\\d{1,2}分?)(?: ?[AaPp]\\.?[Mm]\\.?)?';
const monthName = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
/** A day with its hour, as a page is dated, its writer, and where it may be sent. */
const stamp = new RegExp(
  `^(?:20\\d{2}(?:年|[-/.])\\d{1,2}(?:月|[-/.])\\d{1,2}日?|${monthName} \\d{1,2},? 20\\d{2}|\\d{1,2} ${monthName} 20\\d{2})[,\\s|]{1,4}(?:at )?${clock}$|^By [A-Z][\\p{L}.’'-]*(?: (?:and )?[A-Z][\\p{L}.’'-]*){1,5}$|^(?:Facebook|Twitter|LinkedIn|WhatsApp|Email|E-mail|Print|微信|微博|新浪微博|QQ空间|QQ好友|朋友圈)$`,
  'u',
);

/** Whether a line is a day with its hour, a writer, or where a page may be sent, and nothing else. */
export const isStamp = (text: string): boolean => stamp.test(text);

/** Whether a line says where a page is from, when and by whom, or to where it may be sent. */
export const isSourceLine = (text: string): boolean => labels.test(text) || isStamp(text);
/** Steps of a path through a site: 首页 > 政务公开. */
export const isTrail = (text: string): boolean =>
  /^(?:首页|主页|网站首页|当前位置|Home)\s*[>＞»›→/|]/.test(text) || /[>＞»›].*[>＞»›]/.test(text);
/** Whether a line is a sentence of a text, and none of what surrounds a page: behind it stands no title, but for a heading. */
export const isTextLine = (text: string): boolean =>
  /。["”’）)]*\s*$|^[A-Z][^:]{12,}[a-z)]\.\s*$/.test(text) &&
  !/\b(?:cookies?|javascript|browser|skip to|sign in|log in|subscribe|official website)\b|浏览器|版权所有/i.test(
    text,
  );
