import FormModel
import FormRules
import Testing

/// Rows as good units write them: no measurability rule may object. One a line: 二级指标 | 三级指标 | 指标值.
struct MeasurableRowTests {
  @Test(arguments: goodRows.split(separator: "\n").map(String.init))
  func `measurability rules are silent on a good row`(line: String) throws {
    let found = try findings(of: line).filter { $0.severity > .info }
    #expect(found.isEmpty, "\(found.map { "\($0.rule): \($0.message)" })")
  }

  @Test(arguments: badRows.split(separator: "\n").map(String.init))
  func `a bad row is found by its rule, and only by that`(line: String) throws {
    let parts = line.split(separator: "|").map { $0.trimmingPrefix(" ") }
    let found = try findings(of: line)
    #expect(found.map(\.rule) == [String(parts[3])], "\(found.map { "\($0.rule): \($0.message)" })")
  }

  /// 三级指标, its word for a target, and the wording that is offered instead.
  @Test(arguments: [
    ("提升企业群众办事效率", "提升", "办事时限压缩率 ≥__%"), ("降低企业群众办事成本", "降低", "单件事项跑动次数 ≤__次"),
    ("减少资源投入", "明显减少", "设备共享利用率 ≥__%"), ("提高读者满意度", "提高", "提高读者满意度 ≥__%"),
    ("上云用户满意", "满意", "服务对象满意度 ≥__%"), ("系统稳定运行", "稳定", "系统可用率 ≥__%"),
    ("长效管理机制", "健全", "建成后设施（系统）连续使用年限 ≥__年"), ("设备故障率", "较低", "设备故障率 ≤__%"),
    ("政务服务水平", "提升", "政务服务“好差评”好评率 ≥__%"), ("改善人居环境", "明显改善", "环境卫生检查达标率 ≥__%"),
    ("某项没有主题的事", "提升", "写出受益人数或变化幅度：≥__人次、≥__%"),
  ])
  func `a vague target is answered with a measure`(name: String, target: String, wording: String) throws {
    let found = try findings(of: "社会效益指标 | \(name) | \(target)")
    #expect(found.map(\.rule) == ["vague-target"])
    #expect(found.first?.suggestion == wording)
  }

  private func findings(of line: String) throws -> [Finding] {
    let parts = line.split(separator: "|").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    try #require(parts.count >= 3)
    var form = CleanForms.shanghai
    let row = try #require(form.indicators.firstIndex { $0.level2 == parts[0] }, "\(parts[0])")
    form.indicators[row].level3 = parts[1]
    form.indicators[row].target = TargetValue(parts[2])
    let rules = try RuleFolder.rules.get()
    let engine = try #require(RuleFolder.engines["shanghai-target"])
    return engine.check(form).findings.filter { rules[$0.rule]?.group == "measurability" }
  }

  private static let goodRows = """
    数量指标 | 农村公路养护里程 | ≥120公里
    数量指标 | 病害松树清理株数 | ≥5000株
    数量指标 | 查处违法案件数量 | ≥30件
    数量指标 | 排查安全隐患数 | ≥200处
    数量指标 | 处置系统故障次数 | ≥50次
    数量指标 | 受理群众信访件数 | ≥300件
    数量指标 | 救治交通事故伤员人数 | ≥60人
    数量指标 | 火灾扑救出动次数 | ≥20次
    数量指标 | 新购电脑数量 | =35台
    数量指标 | 高速公路服务区个数 | =6个
    数量指标 | 培训学时数 | ≥80学时
    数量指标 | 驻场人数 | ≥6人
    数量指标 | 合作医疗参保人数 | ≥12.5万人
    数量指标 | 食品监督抽检批次 | ≥500批次
    数量指标 | 垃圾清运量 | ≥3.2万吨
    数量指标 | 采集影像数据量 | ≥20TB
    数量指标 | 编制标准数 | ≥3项
    数量指标 | 慰问困难群众人次 | ≥300人次
    数量指标 | 会议室改造面积 | ≥400平方米
    数量指标 | 投放共享单车数量 | 300~500辆
    质量指标 | 水质达标率 | ≥95%
    质量指标 | 地表水水质 | 达到Ⅲ类及以上
    质量指标 | 空气质量优良天数比例 | ≥85%
    质量指标 | 设备不合格率 | ≤1%
    质量指标 | 数据差错率 | ≤0.5‰
    质量指标 | 床位使用率 | ≤93%
    质量指标 | 抗菌药物使用率 | ≤50%
    质量指标 | 平均无故障时间 | ≥8000小时
    质量指标 | 信息系统等级保护测评 | 通过三级测评
    质量指标 | 网络中断次数 | ≤2次
    质量指标 | 丢包率 | ≤0.1%
    质量指标 | 系统并发用户数 | ≥500个
    质量指标 | 论文录用等级 | 核心期刊以上
    质量指标 | 混凝土强度等级 | ≥C30级
    质量指标 | 工程质量等级 | 合格
    质量指标 | 安全生产 | 无重大安全责任事故
    质量指标 | 政策知晓率 | ≥85%
    质量指标 | 图书年周转率 | ≥2次
    质量指标 | 机房温度 | 18~25℃
    质量指标 | 视频分辨率 | ≥1080像素
    质量指标 | 漏检率 | ≤0.3%
    质量指标 | 预算绩效评价结果 | 良好
    质量指标 | 学业水平 | 优/良/中/差
    质量指标 | 环境噪声 | ≤55dB(A)
    时效指标 | 项目完成时间 | 2027年11月底前
    时效指标 | 故障响应时间 | ≤30分钟
    时效指标 | 故障恢复时间 | 4小时以内
    时效指标 | 工程竣工时间 | 在合同工期内竣工
    时效指标 | 服务保障时间 | 7*24小时
    时效指标 | 投诉处理及时率 | ≥98%
    时效指标 | 补助资金发放到位时间 | 6月30日前
    时效指标 | 信息公开及时率 | =100%
    时效指标 | 等候时间缩短 | ≥10分钟
    时效指标 | 设备质保期限 | ≥3年
    时效指标 | 窗口服务时间 | ≥8小时
    时效指标 | 工单办理时限 | ≤5个工作日
    时效指标 | 逾期未办结率 | ≤2%
    成本指标 | 项目总成本 | ≤128万元
    成本指标 | 人均培训成本 | ≤450元/人天
    成本指标 | 单公里养护成本 | ≤3.5万元/公里
    成本指标 | 运维费占建设费比例 | ≤8%
    成本指标 | 成本节约率 | ≥5%
    成本指标 | 采购价格 | 不高于市场同类产品价格
    成本指标 | 项目建设成本 | 不超批复预算
    经济效益指标 | 带动社会资本投入金额 | ≥500万元
    经济效益指标 | 挽回经济损失金额 | ≥800万元
    经济效益指标 | 单位产值能耗下降率 | ≥3%
    经济效益指标 | 办公经费增长率 | ≤0%
    经济效益指标 | 减免企业费用 | ≥200万元
    经济效益指标 | 农户户均增收金额 | ≥2000元
    经济效益指标 | 财政收入增长率 | ≥6%
    经济效益指标 | 研发投入强度 | ≥3%
    经济效益指标 | 企业研发投入增长率 | ≥130%
    经济效益指标 | 国有资产保值增值率 | ≥102%
    社会效益指标 | 新增就业人数 | ≥1200人
    社会效益指标 | 交通事故死亡人数下降率 | ≥5%
    社会效益指标 | 有责投诉次数 | ≤3次
    社会效益指标 | 重大网络安全事件数 | =0起
    社会效益指标 | 失业人员再就业人数 | ≥300人
    社会效益指标 | 辖区火灾起数 | ≤5起
    社会效益指标 | 孕产妇死亡率 | ≤12/10万
    社会效益指标 | 矛盾纠纷调解成功率 | ≥96%
    社会效益指标 | 毛入学率 | ≥105%
    社会效益指标 | 公共文化场馆免费开放天数 | ≥300天
    社会效益指标 | 城镇登记失业率 | ≤4.5%
    社会效益指标 | 减少跑动次数 | ≥2次
    生态效益指标 | 单位面积能耗 | ≤12千瓦时/平方米
    生态效益指标 | 二氧化碳减排量 | ≥200吨
    生态效益指标 | 化肥使用量下降率 | ≥2%
    生态效益指标 | 森林覆盖率 | ≥35%
    生态效益指标 | PM2.5平均浓度 | ≤32微克/立方米
    可持续影响指标 | 设备使用年限 | ≥8年
    可持续影响指标 | 管理办法 | 印发实施
    可持续影响指标 | 培养青年骨干人数 | ≥15人
    数量指标 | 举办文化活动场次 | ≥20场
    数量指标 | 举办会展场次 | ≥3场
    数量指标 | 接收文物数量 | ≥30件
    数量指标 | 应急预案 | 有
    质量指标 | 服务规范性 | 符合《公共图书馆服务规范》要求
    质量指标 | 应急预案 | 编制完成
    质量指标 | 改造工程 | 完成竣工验收
    质量指标 | 执法程序规范率 | ≥98%
    数量指标 | 村级财务管理培训人次 | ≥120人次
    成本指标 | 预算完成率 | ≤100%
    经济效益指标 | 研发费用 | ≥300万元
    经济效益指标 | 粮食收购价格 | ≥2.5元/公斤
    社会效益指标 | 每名社工服务人数 | ≤50人
    社会效益指标 | 区域环境 | 无不良影响
    生态效益指标 | 施工废水 | 达标排放
    时效指标 | 补贴发放时间 | 每月10日前
    数量指标 | 处方点评数 | 1200份以上
    社会效益指标 | 能源消费总量增长率 | ≤3%
    经济效益指标 | 产量下降率 | ≤5%
    数量指标 | 公众号发文数量 | ≥200篇
    服务对象满意度指标 | 参训学员满意度 | ≥90%
    服务对象满意度指标 | 办事群众满意度 | ≥90分
    """

  private static let badRows = """
    数量指标 | 养护公路数量 | =100% | value-does-not-fit-name
    数量指标 | 活动参与人次 | ≥90% | value-does-not-fit-name
    质量指标 | 设备验收合格率 | ≥12个 | value-does-not-fit-name
    质量指标 | 数据差错率 | ≥1% | sign-against-direction
    质量指标 | 系统故障次数 | ≥3次 | sign-against-direction
    质量指标 | 安全事故起数 | >2起 | sign-against-direction
    时效指标 | 群众等候时间 | ≥30分钟 | sign-against-direction
    时效指标 | 投诉办结率 | ≤95% | sign-against-direction
    成本指标 | 人均培训成本 | ≥450元/人天 | sign-against-direction
    社会效益指标 | 失业率 | ≥4% | sign-against-direction
    经济效益指标 | 能耗下降率 | ≤3% | sign-against-direction
    质量指标 | 出勤率 | ≥105% | rate-over-100
    社会效益指标 | 群众知晓率 | 298% | rate-over-100
    质量指标 | 数据准确率 | ≥0.95 | percent-as-fraction
    社会效益指标 | 群众获得感 | 显著增强 | vague-target
    社会效益指标 | 基层治理 | 进一步完善基层治理体系 | vague-target
    可持续影响指标 | 长效机制 | 不断健全完善 | vague-target
    生态效益指标 | 生态环境 | 持续向好 | vague-target
    时效指标 | 项目进度 | 按时完成 | vague-target
    服务对象满意度指标 | 群众评价 | 非常满意 | vague-target
    经济效益指标 | 产业发展 | 有力促进区域经济高质量发展 | vague-target
    数量指标 | 走访企业家数 | 200家左右 | approximate-target
    数量指标 | 开展宣传活动 | 多次 | approximate-target
    数量指标 | 巡查点位 | 大约300个 | approximate-target
    质量指标 | 服务水平 | ≥良 | quantitative-not-numeric
    时效指标 | 资金支付进度 | ≥95% | input-as-output
    数量指标 | 投入人数 | ≥30人 | input-as-output
    质量指标 | 专款专用率 | =100% | management-as-indicator
    质量指标 | 会计核算规范率 | =100% | management-as-indicator
    数量指标 | 党组会次数 | ≥12次 | routine-work-as-indicator
    数量指标 | 发文数量 | ≥40份 | routine-work-as-indicator
    数量指标 | 课程数量（门） | ≥12节 | unit-twice
    """
}
