import FormModel
import FormRules
import Testing

/// Rows of 产出, 效益 and 满意度 on the border of the rules about what stands where, and with what measure.
struct BenefitRowTests {
  @Test(arguments: goodRows.split(separator: "\n").map(String.init))
  func `a good row gives no error and no warning`(line: String) throws {
    let found = try findings(of: line).filter { $0.severity > .info }
    #expect(found.isEmpty, "\(found.map { "\($0.rule): \($0.message)" })")
  }

  @Test(arguments: badRows.split(separator: "\n").map(String.init))
  func `a bad row is found by its rule`(line: String) throws {
    let wanted = line.split(separator: "|").last.map { String($0.drop { $0 == " " }) } ?? ""
    #expect(try findings(of: line).map(\.rule).contains(wanted))
  }

  /// 二级指标, 三级指标, 指标值, and the wording that is offered.
  @Test(arguments: [
    ("数量指标", "服务可用性", "=100%", "移到质量指标：服务可用性 =100%"),
    ("数量指标", "工单处理及时率", "≥95%", "移到时效指标：工单处理及时率 ≥95%"),
    ("时效指标", "系统响应及时", "及时", "响应时间 ≤__小时"),
    ("时效指标", "某事", "及时", "完成时间：__月底前"),
    ("成本指标", "设备采购价格", "合理", "单台设备采购价格 ≤__万元"),
    ("社会效益指标", "组织政策宣传", "≥6次", "市民政策知晓率 ≥__%"),
    ("服务对象满意度指标", "满意率", "≥90%", "读者满意度"),
  ])
  func `a better wording is offered`(level: String, name: String, target: String, wording: String) throws {
    let found = try findings(of: "\(level) | \(name) | \(target)")
    #expect(
      found.map(\.suggestion).contains(wording), "\(found.map { "\($0.rule): \($0.suggestion ?? "")" })")
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
    form[.annualGoal] = "2027 年布设设备"
    let rules = try RuleFolder.rules.get()
    let engine = try #require(RuleFolder.engines["shanghai-target"])
    return engine.check(form).findings.filter { rules[$0.rule]?.group == "measurability" }
  }

  private static let goodRows = """
    数量指标 | 重点人群服务覆盖率 | ≥85%
    数量指标 | 巡检完成点位数 | ≥120个
    数量指标 | 新增车位占全区比重 | ≥3%
    时效指标 | 汛前检修完成时间 | 汛期前
    时效指标 | 补贴发放时间 | 每月10日前
    时效指标 | 设备到货时间 | 合同签订后30日内
    时效指标 | 应急到场时间 | 接报后半小时
    时效指标 | 会议保障 | 会前完成
    时效指标 | 提前完工天数 | 提前5天
    时效指标 | 资金拨付时间 | 上半年完成
    成本指标 | 人员费用 | 不高于本市最低工资标准的1.5倍
    成本指标 | 养护单价 | 按2020版养护定额执行
    成本指标 | 设备单价 | 不超过中标价
    成本指标 | 差旅费 | 不超过差旅费开支标准
    经济效益指标 | 完成税收任务带动增长率 | ≥5%
    经济效益指标 | 招商引资任务完成率 | ≥100%
    经济效益指标 | 培训后就业率 | ≥60%
    经济效益指标 | 采购资金节约率 | ≥5%
    社会效益指标 | 培训人员持证上岗率 | ≥90%
    社会效益指标 | 实施后交通事故减少起数 | ≥10起
    社会效益指标 | 检查发现隐患整改率 | =100%
    社会效益指标 | 问题整改完成率 | =100%
    社会效益指标 | 开展义诊惠及人数 | ≥3000人
    社会效益指标 | 组织活动参与人次 | ≥2万人次
    社会效益指标 | 社会治安刑事案件下降率 | ≥5%
    社会效益指标 | 布设设备的社区数 | ≥6个
    社会效益指标 | 安装电梯惠及家庭数 | ≥200户
    社会效益指标 | 采购服务覆盖学校数 | ≥20所
    社会效益指标 | 发布信息浏览次数 | ≥2万次
    可持续影响指标 | 建成项目连续运行年限 | ≥5年
    社会效益指标 | 编制标准被引用次数 | ≥6次
    社会效益指标 | 配备急救设备抢救成功人数 | ≥3人
    经济效益指标 | 签订购销合同金额 | ≥500万元
    经济效益指标 | 实施技术改造新增产值 | ≥800万元
    经济效益指标 | 建成后年租金收入 | ≥60万元
    生态效益指标 | 安装光伏年发电量 | ≥6万千瓦时
    社会效益指标 | 农村道路通达率 | ≥98%
    社会效益指标 | 重大安全责任事故 | =0起
    社会效益指标 | 中小学生视力不良率 | ≤52%
    生态效益指标 | 空气质量优良天数 | ≥300天
    生态效益指标 | 农药使用量零增长面积 | ≥2万亩
    生态效益指标 | 餐厨垃圾资源化利用率 | ≥60%
    生态效益指标 | 新增公园绿地面积 | ≥2公顷
    生态效益指标 | 无纸化办件占比 | ≥90%
    生态效益指标 | 施工扬尘投诉件数 | ≤3件
    生态效益指标 | 机房电能利用效率（PUE） | ≤1.4
    可持续影响指标 | 建成后设施使用年限 | ≥15年
    社会效益指标 | 开展巡诊后县域内就诊率 | ≥90%
    社会效益指标 | 修订地方标准实施企业数 | ≥60家
    社会效益指标 | 审核发现不符资金额 | ≥20万元
    社会效益指标 | 检查水质合格水源地个数占比 | ≥95%
    社会效益指标 | 配置公共自行车骑行次数 | ≥3万次
    经济效益指标 | 采购国产设备替代进口设备价差 | ≥100万元
    社会效益指标 | 组织化程度 | ≥60%
    社会效益指标 | 完成学业学生就业率 | ≥90%
    社会效益指标 | 参加医疗保险人员报销比例 | ≥70%
    社会效益指标 | 实施医保支付改革次均费用 | ≤300元
    社会效益指标 | 家庭医生签约率 | ≥40%
    经济效益指标 | 规上企业开工率 | ≥90%
    社会效益指标 | 困难学生出勤率 | ≥95%
    生态效益指标 | 灌溉水有效利用系数提升率 | ≥2%
    可持续影响指标 | 制定规划有效年限 | ≥5年
    可持续影响指标 | 志愿者队伍留存率 | ≥80%
    可持续影响指标 | 成果转化应用项数 | ≥3项
    服务对象满意度指标 | 参训人员满意度 | ≥90%
    服务对象满意度指标 | 政务服务好评率 | ≥95%
    服务对象满意度指标 | 服务对象有效投诉次数 | ≤3次
    服务对象满意度指标 | 居民获得感评价 | ≥85分
    服务对象满意度指标 | 患者非常满意率 | ≥60%
    服务对象满意度指标 | 家长对学校工作的认可度 | ≥85%
    """

  private static let badRows = """
    数量指标 | 年度任务完成率 | =100% | rate-as-quantity
    数量指标 | 报告编制情况 | ≥95% | rate-as-quantity
    时效指标 | 养护及时性 | 及时 | timeliness-without-time
    时效指标 | 施工进度 | 如期推进 | timeliness-without-time
    时效指标 | 服务效率 | 高效便捷 | timeliness-without-time
    成本指标 | 成本控制情况 | 有效控制 | cost-vague
    成本指标 | 采购成本 | 在市场正常价格范围内 | cost-vague
    成本指标 | 总成本 | 控制在预算内 | cost-repeats-budget
    成本指标 | 项目总成本 | ≤1280000元 | cost-repeats-budget
    社会效益指标 | 举办讲座 | ≥6场 | work-as-benefit
    社会效益指标 | 做好后勤保障工作 | ≥12次 | work-as-benefit
    社会效益指标 | 工作任务完成率 | ≥95% | output-as-benefit
    社会效益指标 | 项目验收合格率 | =100% | output-as-benefit
    经济效益指标 | 合同签订率 | =100% | output-as-benefit
    生态效益指标 | 群众文化氛围 | ≥6场 | ecology-misplaced
    生态效益指标 | 优化营商环境 | ≥3项 | ecology-misplaced
    服务对象满意度指标 | 公众满意度 | ≥90% | satisfaction-object
    服务对象满意度指标 | 读者满意度 | ≥70% | satisfaction-low
    服务对象满意度指标 | 设备正常使用率 | ≥98% | not-a-satisfaction
    """
}
