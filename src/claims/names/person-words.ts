/** Words by which a text shows that a number or an address is that of a person, or that of an office. */

const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路江童颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应丁邓郁崔龚程嵇邢裴陆荣翁荀甄曲封储靳段焦牧山谷车侯全班仰仲伊宫宁仇甘厉祖武符刘景詹束龙叶幸司黎薄白蒲卓蔺池乔胥闻党翟谭劳姬申冉雍桑桂牛燕冀尚农温庄晏柴瞿阎习艾向古易廖耿匡国文寇广东欧利蔚越隆师巩聂晁敖冷辛阚简饶曾关查荆游权盖益桓公',
);
const PUNCTUATION = /[\s，,、：:（()[\]【"“]/;
const HAN = /\p{sc=Han}/u;
/** What a name may directly stand behind. */
const BEFORE_NAME = new Set('找请系人由向与和对长任员师生户民志到给是为主属友者名叫商农');
const TITLES = [
  '同志',
  '先生',
  '女士',
  '老师',
  '同学',
  '主任',
  '局长',
  '校长',
  '书记',
  '院长',
  '医生',
  '师傅',
  '大爷',
  '大妈',
];
const BETWEEN = [
  '身份证号码',
  '身份证号',
  '身份证',
  '公民身份号码',
  '联系电话',
  '手机号码',
  '手机号',
  '手机',
  '电话号码',
  '电话',
  '联系方式',
  '电子邮箱',
  '电子邮件',
  '邮箱',
  '微信号',
  '微信',
  '的',
  '为',
  '是',
  '通过',
  '来电',
  '本人',
  '个人',
  '男',
  '女',
  '汉族',
];
/** What a person is called by before the name, where a word and no single sign shows it. */
const ROLES =
  /(?:编辑|记者|作者|干部|干事|[民辅交]警|法官|护士|医师|教授|经理|代表|委员|职工|员工|领导|秘书|对象|老人|儿童|群众|市民|[旅乘]客|工人|战士|烈属|父亲|母亲|妻子|丈夫|儿子|女儿|[妻长次]子|残疾人|骨干|标兵|模范|主播|导游|[律讲厨]师|技[师工]|社工|保安|保洁|家政)$/;

const cut = (text: string, endings: readonly string[]): string => {
  const ending = endings.find((each) => text.endsWith(each));
  return ending === undefined ? text : text.slice(0, -ending.length);
};

/** Whether a text ends with the name of a person, whatever words lead from it to a number. */
function endsWithName(text: string): boolean {
  let words = text;
  for (let before = ''; before !== words;) {
    before = words;
    while (words !== '' && PUNCTUATION.test(words.at(-1) as string)) words = words.slice(0, -1);
    words = cut(words, BETWEEN);
  }
  return isName(words, cut(words, TITLES));
}

/** @param untitled the words without a title that they end with */
function isName(words: string, untitled: string): boolean {
  let from = untitled.length;
  while (from > 0 && HAN.test(untitled[from - 1] as string)) from--;
  const run = untitled.slice(from);
  if (untitled !== words && SURNAMES.has(run.at(-1) ?? '')) return true;
  // 小陈, 陈某某
  if (/[小老阿].$/.test(run) && SURNAMES.has(run.at(-1) ?? '')) return true;
  if (run.endsWith('某') && SURNAMES.has(/(.)某{1,2}$/.exec(run)?.[1] ?? '')) return true;
  return [2, 3].some(
    (length) =>
      SURNAMES.has(run.at(-length) ?? '') &&
      (run.length === length ||
        BEFORE_NAME.has(run.at(-length - 1) as string) ||
        ROLES.test(run.slice(0, -length))),
  );
}

const personWords =
  /联系人|来电人|反映人|报[案警]人|知情人|[她他]的|申请人|救助对象|被执行人|原告|被告|上访人|信访人|参保人|申诉人|当事人|投诉人|举报人|受助人|收款人|负责人|经办人|患者|伤者|死者|家长|家属|学生姓名|户主|村民|居民|业主|司机|驾驶员|失主|租户|本人|姓名|户名|法定代表人/;
const englishPerson = /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.? \p{Lu}|\bresident\b|\b(?:his|her) /u;
const officeWords =
  /热线|值班|举报|投诉|监督|咨询|服务电话|公开电话|客服|总机|24小时|信箱|办公|传真|稿|征集|意见|编辑部|受理|发送至|发送到|发到|寄至|寄到|报名|反馈|hotline|helpline|switchboard|office|enquir|inquir|feedback|press/i;
const ownWords =
  /本报告|本年报|报告编制|报告联系|编制联系|about this report|on this report|contact for (?:this|the) report|(?:press|media) (?:contact|office)/i;

/** Whose a number or an address is, by what stands directly before and behind it; undefined where nothing tells. */
export type Owner = 'person' | 'office' | 'report' | undefined;

/** By the words before and behind: the report’s own contact, a person that is named, an office. */
export function ownerBy(before: string, after: string): Owner {
  if (ownWords.test(before)) return 'report';
  if (endsWithName(before)) return 'person';
  if (officeWords.test(before)) return 'office';
  return personWords.test(before) ||
    /^ ?来电/.test(after) ||
    englishPerson.test(before) ||
    englishPerson.test(after.slice(0, 24))
    ? 'person'
    : undefined;
}

/** Whether the title of a section says that it tells how to reach the authors. */
export const isContactTitle = (title: string): boolean =>
  /联系方式|联系我们|联系人|通讯录|^contacts?\b|how to reach us/i.test(title);

/** Whether a character is a surname. */
export const isSurname = (sign: string): boolean => SURNAMES.has(sign);
