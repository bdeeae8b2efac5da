import FormComparison
import FormModel
import FoundationEssentials

/// What reports on comparisons say.
extension Messages {
  static let humanComparison = "给人看的：改动、存疑的配对、得分怎样算出来"
  static let markdownComparison = "Markdown，可贴到网页、邮件里"
  static let jsonComparison = "给其他程序读：配对、改动、得分、意见"
  static let comparisonTitle = "绩效目标与自评对比"
  static let becomes = " → "
  static let listSeparator = "；"
  static let dash = " — "

  /// Signs that tell kinds apart without colour.
  enum Sign {
    static let dropped = "－"
    static let added = "＋"
    static let loosened = "▼"
    static let tightened = "▲"
    static let changed = "≠"
    static let open = "？"
    static let pair = "≈"
    static let unclear = "·"
    static let row = "·"
  }

  // MARK: Headings

  static func ofYear(_ year: String) -> String { "\(year)年度" }
  static let aloneHeading = "只有自评表：以它自己的指标值为准"
  static func changes(_ count: Int, loosened: Int, tightened: Int) -> String {
    "改动 \(count) 处：放宽 \(loosened)，收紧 \(tightened)，其他 \(count - loosened - tightened)"
  }
  static func pairing(_ count: Int, _ kinds: [String]) -> String {
    "配对 \(count) 条：" + kinds.joined(separator: "，")
  }
  static func count(_ count: Int, of rung: IndicatorMatching.Rung) -> String { "\(name(of: rung)) \(count)" }
  static let toDecide = "待认定：可能是同一条指标，没有自动配对（用 --pairs 文件 认定）"
  static let cannotCompare = "无法比较"
  static let pointsHeading = "得分计算"
  static let totalsHeading = "总分"
  static let otherFindings = "自评中的问题"
  static let withoutEvaluation = "没有找到自评表的申报表"
  static let withoutApproval = "没有找到申报表的自评表"

  // MARK: Changes

  static func name(of direction: Change.Direction) -> String {
    switch direction {
    case .loosened: "放宽"
    case .tightened: "收紧"
    }
  }

  static func name(of kind: Change.Kind) -> String {
    switch kind {
    case .identity: "不同"
    case .goal: "改了目标"
    case .funds: "金额不同"
    case .dropped: "没有自评"
    case .added: "没有批复"
    case .renamed: "改了名称"
    case .moved: "换了类别"
    case .split: "拆成几条"
    case .merged: "几条合并"
    case .sign: "计算符号"
    case .value: "指标值"
    case .wording: "指标值的说法"
    case .unit: "计量单位"
    case .scale: "差了数量级"
    case .weight: "分值"
    }
  }
  static func quotedRow(_ name: String) -> String { "：“\(name)”" }
  static func labelled(_ label: String) -> String { "：\(label)" }

  /// What the two forms are called: an approved form and its self-evaluation, or two forms of one kind.
  struct Sides {
    let before: String
    let after: String
    let dropped: String
    let added: String
    let noChanges: String

    static let approvedAndEvaluated = Sides(
      before: "批复", after: "自评", dropped: "没有自评", added: "没有批复", noChanges: "与批复的一致，没有改动")
    static let oldAndNew = Sides(before: "原", after: "现", dropped: "删去", added: "新增", noChanges: "没有改动")

    func wasThere(_ text: String?) -> String { "\(before)：\(text ?? nothing)" }
    func isThere(_ text: String?) -> String { "\(after)：\(text ?? nothing)" }
    func fromTo(_ old: String?, _ new: String?, _ extent: String = "") -> String {
      "\(before) \(old ?? nothing) → \(after) \(new ?? nothing)" + extent
    }
    func onTwoLines(_ old: String?, _ new: String?, _ extent: String) -> [String] {
      ["\(before) \(old ?? nothing)", "\(after) \(new ?? nothing)" + extent]
    }
    func name(of kind: Change.Kind) -> String {
      switch kind {
      case .dropped: dropped
      case .added: added
      default: Messages.name(of: kind)
      }
    }
  }

  static let nothing = "（空）"
  static func extent(_ extent: Change.Extent) -> String {
    let less = extent.difference < 0
    let share = extent.percent.map { "（\($0 < 0 ? -$0 : $0)%）" } ?? ""
    return "，\(less ? "少" : "多") \(less ? -extent.difference : extent.difference)\(unitText(extent.unit))"
      + share
  }

  /// The extent by itself: `少 2台（25%）`.
  static func extentAlone(_ extent: Change.Extent) -> String { String(self.extent(extent).dropFirst()) }

  private static func unitText(_ unit: String) -> String { unit == "%" ? " 个百分点" : unit }

  static func reason(_ reason: Unclear.Reason) -> String {
    switch reason {
    case .unitsDoNotConvert: "：计量单位不能换算"
    case .unitMissing: "：有一张表没有写计量单位"
    case .moneyUnitMissing: "：有一张表没有写金额单位"
    case .notANumber: "：有一张表没有填，或读不出数"
    case .targetsMissing: "有一张表没有指标值这一栏，指标值没有比较"
    case .weightsMissing: "有一张表没有分值这一栏，分值没有比较"
    }
  }

  // MARK: Pairs

  static let takenAs = "认作同一条"
  static let maybeSame = "可能是同一条"
  static let maybeSplit = "可能是一条拆成了几条"
  static let maybeMerged = "可能是几条合成了一条"
  static func confidence(_ percent: Int) -> String { "（把握 \(percent)%）" }
  static func because(_ reasons: [IndicatorMatching.Reason]) -> String { "理由：" + self.reasons(reasons) }
  static func reasons(_ reasons: [IndicatorMatching.Reason]) -> String {
    reasons.map { reason in
      switch reason {
      case .sameRow: "整行相同"
      case .sameName: "名称相同"
      case .sameCore: "去掉空格和虚词后名称相同"
      case .synonyms: "名称只差同义词"
      case .shortened: "名称只是写短了"
      case .likeName(let percent): "名称相近 \(percent)%"
      case .sameLevel: "二级指标相同"
      case .sameUnit: "计量单位相同"
      case .sameValue: "指标值相同"
      case .lastOfItsName: "其余同名的都已对上"
      case .decided: "人工认定"
      }
    }.joined(separator: "，")
  }

  // MARK: Points

  static let notApproved = "不在批复的指标里，不计分"
  static let countedTogether = "批复时是一条，拆出的各条合起来算，见后"
  static func byApproved(_ line: String) -> String { "按批复：\(line)" }
  static func byOwn(_ line: String) -> String { "按自评：\(line)" }
  static func execution(_ line: String) -> String { "预算执行率：\(line)" }
  static let onOwnTargets = "按自评表自己的指标值和分值"
  static let onApprovedTargets = "按批复的指标值和分值"
  static let noScoring = "这种表样没有计分办法，没有计算得分"
  static let noApprovedWeights = "申报表没有分值，分值照自评表"
  static func total(_ label: String, _ total: TwofoldPoints.Total) -> String {
    guard let points = total.points, let base = total.base else { return "\(label)：有的指标没有分值或得分，合不出总分" }
    let given = total.asGiven == 0 ? "" : "，其中 \(total.asGiven) 条照自评计"
    let scaled = total.outOfHundred.map { $0 == points ? "" : "，折合 \($0) 分" } ?? ""
    return "\(label)：\(points) 分（满分 \(base)）" + scaled + (total.grade.map { "，\($0)" } ?? "") + given
  }
  static func worth(_ worth: Decimal) -> String {
    if worth == 0 { return "改动不影响得分" }
    return worth > 0 ? "改动使得分多出 \(worth) 分" : "改动使得分少了 \(-worth) 分"
  }
  static func printedTotal(_ printed: Decimal, _ grade: String?, own: TwofoldPoints.Total) -> String {
    let difference = own.points.map { printed - $0 }
    let words =
      difference.map { $0 == 0 ? "，与计算一致" : "，比计算\($0 > 0 ? "多" : "少") \($0 > 0 ? $0 : -$0) 分" } ?? ""
    return "自评表上的总分：\(printed) 分" + (grade.map { "，\($0)" } ?? "") + words
  }

  // MARK: The file of pairs

  static let pairListHead = """
    # 由 jixiao compare --pairs 写出：把“判断”改成 相同 或 不同，再运行一次即生效；待定的还会再问。
    # 一条拆成几条的，“自评”写成列表；几条合成一条的，“申报”写成列表。

    """

  /// Words of the file of pairs.
  enum PairKey {
    static let approved = "申报"
    static let evaluated = "自评"
    static let decision = "判断"
    static let level = "类别"
    static let name = "三级指标"
    static let target = "指标值"
    static func word(_ decision: PairList.Decision) -> String {
      switch decision {
      case .same: "相同"
      case .different: "不同"
      case .open: "待定"
      }
    }
  }
}
