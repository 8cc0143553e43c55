/** What only leads from a name to its figure. */
export const leadsToFigure =
  /(?:[\s:：了]|(?<!公)共|达到?了?|(?<=[值额量入润资])(?:实现|完成)|(?<![行作认成])为|[拥现设建享]有|(?<![国私所固专])有|发展到|是|已|仅|(?<![签节条预契违])约|(?<![附接邻])近|首次|超过?|突破|跨[越上过]|[迈站跃]上|合计|总计|共计|分别|预计|(?:保持|稳定|维持|控制)在|(?:增长?|增加|提高?|提升|上升|升|扩大|扩建|更新|拓展|回升|降|下降|降低|回落|减少|压减|缩短|压缩|精简)(?:至|到了?)|(?:增|升|降)至|不低于|不少于|不超过)+$/u;

/** What tells that the figure before which it stands is an earlier or another level, or one of many. */
export const otherLevel =
  /(?:[从由较占按每第自于将把对在以距至及的]|(?<![费信作应使])用|(?<!参)与|(?<!方)向|(?<!总)和|(?<![报签])到|(?<!占)比|(?<![高初])中|全部|整个|每\p{Script=Han}{1,2}|低于|高于|少于|多于|超出|相当于|不足|连续|双双|年均|一度|先后|多次|其中|[^累]计划|等|目标|最高|最低|最多|最少|平均|人均|户均|生均|校均|各|均|另|只|也|实现|又|再|电话|传真|邮编|邮政编码|热线|账号|帐号|编号|代码|证号|网址|门牌|注|附件|附表|表|图)$/u;

/** Adverbs and times at the start of a clause, which are no part of a name. */
export const openingAdverbs =
  /^(?:[\s①-⑳·•\-*>#☑☒✓✅]|其中[，：:]?|另有|另外|包括|含(?![量水税氧油沙盐])|[共现拥]有(?=\p{Script=Han}{2})|同时|并且|并|且|还|共计|共(?![青享建同和产性])|总计|合计|已经?|有(?![害机关效色线轨限偿])(?=.{3})|也|又|目前|现[有已共]|当前|至此|如今|截至[^，]{0,12}?(?:[底末日月]|目前)|到[^，]{0,8}?[底末]|20\d{2}年度?末?|全年|今年(?:以来)?|本年度?|当年|年内|年末|年底|期末|预计|共计|总计|合计|先后|成功|圆满|顺利|(?:学校|医院|公司|集团|支部|中心|我们)(?=[共现拥设]有|[全本]年)|新?我[市省县区校局院]|全[市省县区校局院州旗镇乡村街厂](?=.{3})|[一二三四五六七八九十]是|\d{1,2}[.)、]\s*|一年来|五年来)+/u;

/** What was done, with which a clause ends where the thing itself stands behind its figure: 投放68辆校车. */
const deeds =
  '(?:组织|开展|举办|设立|设置|荣获|获评?得?|建有|参加|完成|派出|投放|开通|募集|发送|建成|新建|改建|扩建|改造|新增|增设|实施|创建|评选?出?|遴选出?|解决|承办|召开|印发|出台|制定|修订|查处|查出|发现|检查|排查|整治|整改|发放|培训|招聘|引进|招收|录取|接待|受理|办理|办结|清理|拆除|更换|安装|栽植|种植|修复|维修|疏通|处置|签约|签订|授牌|认定|发布|推送|编印|采购|配备|购置|拥有|帮扶|走访|慰问|资助|救助|支持|服务|惠及|覆盖|培养|发展|选派|调解|化解|立案|结案|收到|收集|征集|落实|兑现|争取|投入|建立|组建|成立|打造|推出|申报|授权|创作|演出|放映|维护|抽检|抽查|检测|监测|巡查|出动|转移|安置|吸纳|盘活|腾退|推进|打造|建设|纳入|入选|强化|推动|串联|新签约|新签|开工|竣工|投产|新获|新设)';
/** Words that end in a deed. */
export const endsInDeed = new RegExp(`${deeds}了?$`, 'u');
/** Words that begin with one. */
export const beginsWithDeed = new RegExp(`^${deeds}`, 'u');
/** Words that say only what was done, once or twice over: 整改, 改造提升. */
const deedOrEnd = `(?:${deeds}|提升|新开工|新竣工|新投产|废止|关停|重建|续建|治愈|通过|采纳|答复|交办|移送|起诉|审结|执结|追回|挽回|兑付|验收|销号|投运|投用|销售|回收|利用)`;
const onlyDeeds = new RegExp(`^${deedOrEnd}{1,2}$`, 'u');
/** Whether words say only what was done. */
export const isDeed = (words: string): boolean => onlyDeeds.test(words);
/** What was done, as often as a name begins with it: 改造提升 of 改造提升公厕. */
export const deedsBefore = new RegExp(`^(?:累计)?${deedOrEnd}{1,2}`, 'u');

/** A deed with its thing, at the end of some words: 新建公厕. */
export const endsInDeedOnThing = new RegExp(`${deeds}\\p{Script=Han}{2,}$`, 'u');

/** Words that name nothing by themselves. */
export const namesNothing =
  /^(?:[比较].*|同比.*|(?:领先|落后(?!产能|工艺|设备)).*|[增减][加少长]?|提高|提升|下降|占比|比例|比重|比率|人数|人次|总数|总量|总额|金额|数量|规模|面积|产量|平均|人均|合计|累计|共计|小计|总计|时间|期限|排名|位列|名列|得分|.{0,3}[级类型等档]|其[中他余]|[男女]性?|占.*|(?:超额|提前)?完成.*任务|(?:实现)?(?:增加值|产值)|总指数|贡献率|首次.*|.*之后|(?:利用|占有|增长|转化|完成)率|(?:国家|省|市|县|区|校|院)级(?!配套|补助|财政).{0,2}|一[般年]级?|整合|开展|提出|要求|达标|重点|不?合格|相关|有关|各类|全部|任务|情况|.*(?:如下|以来|之[前后内中外]|期间))$/u;

/** What names nothing wherever it stands: a comparison, a place of an order, an address. */
export const noName =
  /高于|低于|优于|快于|慢于|好于|高出|低出|(?:一式|[^目之]前|号楼|大楼|大厦|\d号)$|[路街巷弄]\d/u;

/** How a name of a rate ends. */
export const rateNames = /(?:率|比重|占比|比例|份额|覆盖面|度|指数|系数|水平|成分|含量|浓度|贡献|达标)$/u;
/** How a name of a time ends. */
export const timeNames =
  /(?:时间|用时|时长|住院日|中位数|中位值|年龄|时限|天数|年限|寿命|工期|周期|时数|服务|培训|授课|学时|课时|耗时|等候|历时)$/u;

/** The year, or another time than the report’s, that words speak of. */
export const otherTimes =
  /上年|去年|前年|往年|同期|年初|期初|原来|原有|原为|此前|过去|历年|以来|五年间|计划(?!生育|单列)|(?<![虚模草])拟|力争|目标(?!任务完成率|完成率|责任|管理|考核|人群)|到20[3-9]\d/u;

/** How a statement opens that speaks of several years: “十四五”期间, 五年来, 2021年至2025年. */
export const opensWithYears =
  /^[^，。；]{0,8}?(?:“?十[一二三四五]五”?(?:期间|时期|以来)|[近过两三四五六七八九十\d]年[间来]|20\d\d年?[—–～~至到-]+20\d\d年)/u;

/** Words that make more than a noun of what stands behind a figure. */
export const sentenceWords =
  /的|^(?:[和与及并等在为比较同占])|[获被均已]|全部|全面|持续|不断|开展|实现|完成|推进|深入|进行|成为|入选|上线|启动|揭牌|运行|投用|建成|考上|参加|参与/u;

/** Names of two characters that are a thing, and no deed. */
export const shortNames =
  /^(?:[教幼]师|学生|教室|学校|学院|小学|初中|高中|中职|幼儿|床位|床铺|党员|支部|干部|职工|员工|医生|护士|企业|公园|桥梁|图书|藏书|论文|专利|著作|课题|收入|支出|利润|产值|营收|负债|资产|税收|投资|粮食|蔬菜|水果|生猪|棉花|油料|肉类|存款|贷款|出口|进口|人口|户籍|公厕|车辆|船舶|网点|社区|乡镇|行政村|合同|订单|用户|会员|学员|学位|道路|路灯|树木|林地|耕地|水库|泵站|管网|隧道|本科|大专|升学|就业|引水|供水|发电|用电|参保|出栏|存栏|植树|造林|售电|售水|早稻|晚稻|中稻|小麦|玉米|大豆|油菜|花生|薯类|茶叶|家禽|家畜|肉牛|肉羊|奶牛|禽蛋|立案|结案|手术|急诊|门诊|住院|转诊|分娩|体检|博士|硕士|本科生|专科|工业|农业|林业|渔业|客运|货运|旅客|游客|罚款|罚没款|捐款|善款|社工|律师|法官|警力|民警|辅警|村医|农户|商户|民宿|景区|酒店|展馆|讲座|义诊|演出|展览|培训班|座谈会|案件|信访|投诉|来电|话务|提案|建议|议案|法规|规章|公文|信件|电缆|光缆|基站|充电桩|路口|泊位|车位|电梯|水表|电表|气表|桩基|堤防|河道|沟渠|机井|大棚|农机|农药|化肥|种子)$/u;

/** Who did something, or where, which says nothing of what. */
export const actorNames =
  /(?:政府|委员会|管委会|办公室|人大|政协|法院|检察院|部门|单位|公司|企业|集团|[局厅委署处科]|开发区|新区|园区|.[市县区旗州盟镇乡])$/u;
