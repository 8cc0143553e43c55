/** Two years of a bureau and two of an agency: each later draft is clean beside the earlier one, and goes on from it. */
export const zhLast = `格式: 1
标题: 某市水务局2017年工作总结和2018年工作计划
编制单位: 某市水务局
年度: 2017
成文日期: 2018-01-12
总结:
  标题: 2017年工作总结
  导语: 2017年，全局上下抓住防汛、供水两件大事，年初定下的任务基本办完，几项拖了多年的难点也有了眉目，群众来信比往年少。
  章节:
    - 标识: 防汛
      标题: 守住防汛底线
      正文: |
        2017年5月8日启动四级应急响应，连续值守11天，转移低洼地带居民1240人，无一伤亡。汛前逐座检查水库闸门和启闭设备，把发现的毛病列成单子，谁主管谁签字，修好一处销号一处。
      指标:
        转移居民: 1240人
    - 标识: 供水
      标题: 供水提质
      正文: |
        更换老旧管网46公里，新建泵站3座，改造小区29个，装上智能水表共1.85万台，处理热线来电7312件，管网漏损率降到11.6%。
      指标:
        管网更换: 46公里
        新建泵站: 3座
        改造小区: 29个
        智能水表: 1.85万台
        热线来电: { 数值: 7312件, 截至: 2017-12 }
        管网漏损率:
          数值: 11.6%
          上年值: 12.9%
          口径: 漏损水量与供水总量之比
          核算方法: 按月抄表汇总
        水质抽检: { 数值: 812次, 历年: { 2015: 640次, 2016: 701次 }, 来源: 监测站 }
      表格:
        分区供水:
          计量单位: 万吨
          列: [2016年, 2017年, 增长]
          行:
            东片: ['310', '325', 4.8%]
            西片: ['205', '211', 2.9%]
    - 标识: 河道
      标题: 整治河道
      正文: |
        组织巡河人员每周走一遍，发现垃圾当天清走，违法搭建限期拆除；在两岸补种乔木和芦苇，请附近学校的学生认养，沿线居民也乐意搭把手。
计划:
  标题: 2018年工作计划
  章节:
    - 标识: 供水
      标题: 供水提质
      正文: 更换老旧管网50公里，2018年10月底前完工；新建泵站2座，改造小区30个，装上智能水表共2万台，抽检800次。
`;

export const zhNow = `格式: 1
标题: 某市水务局2018年工作总结和2019年工作计划
编制单位: 某市水务局
年度: 2018
成文日期: 2019-01-10
上年: 2017.report.yaml
总结:
  标题: 2018年工作总结
  导语: 2018年，我们把节水摆上了桌面，比2017年多争取资金600万元；《水安全规划（2016—2020年）》中期评估也过了关。
  章节:
    - 标识: 防汛
      标题: 守住防汛底线
      正文: |
        遭遇两次台风正面袭击，提前36小时发出通知，船只全部回港，转移渔民和工棚人员2105人。自2017年起推行的堤防包段办法经受住了检验，险情都在第一时间处置妥当。
      指标:
        转移居民: { 数值: 2105人, 上年值: 1240人 }
    - 标识: 供水
      标题: 供水提质
      正文: |
        更换老旧管网52公里，新建泵站2座，改造小区31个，装上智能水表共2.1万台，处理热线来电6940件，管网漏损率降到10.8%，比2017年低0.8个百分点。
      指标:
        管网更换: { 数值: 52公里, 上年值: 46公里 }
        新建泵站: { 数值: 2座, 上年值: 3座 }
        改造小区: { 数值: 31个, 上年值: 29个 }
        智能水表: { 数值: 2.1万台, 上年值: 18500台 }
        热线来电: { 数值: 6940件, 截至: 2018-12 }
        管网漏损率:
          数值: 10.8%
          上年值: 11.6%
          口径: 漏损水量与供水总量之比
          核算方法: 按月抄表汇总
        水质抽检: { 数值: 905次, 历年: { 2015: 640次, 2016: 701次, 2017: 812次 }, 来源: 监测站 }
      表格:
        分区供水:
          计量单位: 万吨
          列: [2017年, 2018年, 增长]
          行:
            东片: ['325', '333', 2.5%]
            西片: ['211', '219', 3.8%]
    - 标识: 河道
      标题: 整治河道
      正文: |
        三条黑臭水体通过销号验收，清出淤泥装了整整四百车。沿河排口逐个编号挂牌，扫码就能看到责任人；夜间偷排靠无人机巡查，抓到现行的移交公安。
计划:
  标题: 2019年工作计划
  章节:
    - 标识: 供水
      标题: 供水提质
      正文: 更换老旧管网40公里，2019年9月底前完工；新建泵站2座，改造小区30个，装上智能水表共2万台，抽检800次。
`;

export const enLast = `schema: 1
title: Annual report 2017
organization: Harbour Agency
year: 2017
dated: 2018-02-09
summary:
  title: Summary of 2017
  intro: In 2017, the agency kept both basins open through the winter and finished the survey of the eastern breakwater.
  sections:
    - id: dredging
      title: Dredging
      body: |
        Dredging began on 14 March 2017 and went on for nine weeks without a break. Two contractors shared the work, each with its own survey boat, and every load was weighed, photographed and logged before it left the quay.
    - id: traffic
      title: Traffic
      body: |
        The harbour handled 1,840 ships, 96 cruise calls, 412 thousand passengers, 37 tows and 5,210 containers; complaints fell to 58.
      metrics:
        ships: 1,840
        cruise calls: 96
        passengers: { value: 412 thousand, definition: persons boarding or landing }
        tows: 37
        containers: 5,210
        complaints: { value: 58, method: letters and calls counted by hand }
        length dredged: { value: 4.2 km, source: survey }
plan:
  title: Plan for 2018
  intro: Work on the eastern breakwater starts in May 2018.
`;

export const enNow = `schema: 1
title: Annual report 2018
organization: Harbour Agency
year: 2018
dated: 2019-02-11
previous: 2017.report.yaml
summary:
  title: Summary of 2018
  intro: In 2018, crews rebuilt a third of the eastern breakwater; costs rose by less than they had in 2017.
  sections:
    - id: dredging
      title: Dredging
      body: |
        Silt came back faster than anyone had foreseen, so a smaller dredger now works all year round. Fishermen asked for quiet nights during the herring run, and the crews moved their hours to suit them.
    - id: traffic
      title: Traffic
      body: |
        The harbour handled 1,902 ships, 103 cruise calls, 437 thousand passengers, 41 tows and 5,380 containers; complaints fell to 49.
      metrics:
        ships: { value: '1,902', previous: '1,840' }
        cruise calls: { value: 103, previous: 96 }
        passengers: { value: 437 thousand, previous: 0.41 million, definition: persons boarding or landing }
        tows: { value: 41, previous: 37 }
        containers: { value: '5,380', previous: '5,210' }
        complaints: { value: 49, previous: 58, method: letters and calls counted by hand }
        length dredged: { value: 4.6 km, previous: 4200 m, source: survey }
plan:
  title: Plan for 2019
  intro: The northern light is replaced by June 2019.
`;
