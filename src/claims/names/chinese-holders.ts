import type { Holder } from './names-in-text.ts';
import { isSurname } from './person-words.ts';

/** Offices that one person holds. */
const offices =
  '局长|院长|校长|主任|书记|县长|市长|区长|镇长|乡长|部长|厅长|处长|科长|所长|站长|队长|馆长|园长|会长|主席|董事长|总经理|秘书长|司长|行长';
/** What else a person is called by beside the name. */
const roles = [
  '庭长|检察长|审判长|理事长|监事长|台长|社长|厂长|店长|班长|组长|段长|船长|场长|村长|社区?长|总监|总裁|总编辑?|主编|政委|指导员|委员',
  '护士长|村?支书|护林员|网格员|消防员|驾驶员|讲解员|教练员|运动员|辅导员|研究员|审计员|安全员|饲养员|乘务员|营业员|信息员|调解员|巡河员|检察官|法官|民警|辅警|交警|教授|讲师|院士|博士|医生|医师|护士|教师|教练|工程师|会计师|律师|农艺师|技师|社工|记者|编辑|画家|作家|代表',
].join('|');
const posts = new RegExp(`副?(?:${offices})`, 'g');
const postsAndRoles = new RegExp(`(?:第一|副)?(?:${offices}|${roles})`, 'g');
const HAN = /^\p{sc=Han}+$/u;
/** What can stand between a body and the name of a person who comes before the post. */
const before = /(?:^|[^\p{sc=Han}]|[由经与和及请在据对给同向])$/u;

/** What a sentence goes on with behind a name of two characters. */
const goesOn =
  /^(?:介绍|再[次度]|主持|带[队领着头动]|率[队先领]|荣[获立膺]|获|入选|出席|参[加与]|作[了报为]|宣[讲读布]|调研|考察|督[导查促]|检查|走访|慰问|会见|签[署约订]|讲[话课解述]|指[出导挥]|强调|表示|在|到|赴|被|等|和|与|及|的|以|于|从|深入|审[结理查]|办[理结案]|团队|分别|先后|连续|多次|当选|担任|退休|牵头|组织|领[衔办]|发[言表]|看望|救[起助]|捐[款赠]|接[受待访]|负责|挂[点职]|前往|通报|推[动荐]|完成|种植|授课|培训|研[发究]|今年|全年|去年|累计|将|已|也|还|又|一[行线家直]|同志|[视接说讲审看走办查问驻挂值督抓做写把给让帮救送收签巡赶谈夺摘受]|[^\p{sc=Han}]|$)/u;

/** With those that some surnames are written by for short. */
const maybeSurname = (sign: string): boolean => isSurname(sign) || /[付肖闫]/.test(sign);

/** The characters of a name that begins where a post ends: three, or two where the sentence goes on behind them. */
function nameBehind(text: string, at: number): string {
  const behind = text.slice(at, at + 3);
  if (!maybeSurname(behind.charAt(0))) return '';
  const two = behind.slice(0, 2);
  if (HAN.test(two) && two.length === 2 && goesOn.test(text.slice(at + 2, at + 4))) {
    const three = HAN.test(behind) && behind.length === 3 && goesOn.test(text.slice(at + 3, at + 5));
    if (!three || !/^[再在到被等和与及的以于从将已也还又，]/.test(behind.charAt(2)))
      return three ? behind : two;
    return two;
  }
  return behind.length === 3 && HAN.test(behind) && !/[会任]/.test(behind) ? behind : '';
}

/** The Chinese characters that a text ends with. */
function hanAtEnd(text: string): string {
  let start = text.length;
  while (start > 0 && HAN.test(text.charAt(start - 1))) start--;
  return text.slice(start);
}

/** Persons beside their posts: 李小刚局长, 市教育局局长李小刚. */
export const chineseHolders = (text: string): Generator<Holder> => holdersOf(text, posts);

/** Persons beside whatever they are called by: 护林员陈桂英, 罗文静教授. */
export const personsByRole = (text: string): Generator<Holder> => holdersOf(text, postsAndRoles);

function* holdersOf(text: string, among: RegExp): Generator<Holder> {
  for (const { 0: post, index } of text.matchAll(among)) {
    const start = index + post.length;
    const behind = nameBehind(text, start);
    if (behind !== '') {
      const body = hanAtEnd(text.slice(Math.max(0, index - 12), index));
      yield { name: behind, span: [start, start + behind.length], post, body };
    }
    const length = [3, 2].find((each) => {
      const name = text.slice(Math.max(0, index - each), index);
      const ahead = text.slice(Math.max(0, index - each - 1), Math.max(0, index - each));
      return name.length === each && HAN.test(name) && maybeSurname(name.charAt(0)) && before.test(ahead);
    });
    if (length === undefined) continue;
    yield { name: text.slice(index - length, index), span: [index - length, index], post, body: '' };
  }
}

/** Whether what stands before two posts can be one body: of 市教育局 and 由市教育局 one is the end of the other. */
export function isOneBody(a: string, b: string): boolean {
  const [one, other] = [a, b].map((body) => body.replace(/^.*[由经与和及请在据对给同向]/u, ''));
  if (one === undefined || other === undefined || one === '' || other === '') return true;
  return one.endsWith(other) || other.endsWith(one);
}
