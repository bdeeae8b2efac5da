import ChineseText

/// Reads `2023年底`, `2023年10月完成`, `9月30日前`, `2023-10-01前`, `12月底前`, `年底前`.
///
/// The end of a year or half-year is its last month (年底 is month 12), a quarter its third; 上旬 and
/// 中旬 are the 10th and the 20th; a month's end has no day. 年内 prints no part at all.
struct TargetValueDates {
  private var scanner: TargetValueScanner
  private var deadline = Deadline()

  /// - Returns: `nil` unless the whole text is one time.
  static func deadline(in scalars: [UInt32]) -> Deadline? {
    var reader = TargetValueDates(scanner: TargetValueScanner(scalars))
    return reader.read()
  }

  private static let openers = PhraseTable(
    words: "在 于 到 至 截至 截止 截止到 不晚于 不迟于 最迟 最晚 计划 预计 力争 确保 完成时间 ≤ <= < = 小于等于")
  /// `≤6月` may be six months or June: after a sign, a time needs its year or its day.
  private static let signs: [UInt32] = [0x2264, 0x3C, 0x3D]
  private static let closers = PhraseTable(
    words:
      "前 之前 以前 内 之内 以内 底 末 止 为止 完成 完工 竣工 验收 上线 交付 到位 启动 开工 结束 投入使用 使用 实施 全部 全面 建成 落实 并 正式 支付 发放 投运 投产 开通 项目 任务 工作"
  )
  private static let yearWords = PhraseTable<Int>([
    ("年底", 12), ("年末", 12), ("年终", 12), ("年度末", 12), ("年度底", 12), ("年内", 0), ("年度内", 0), ("当年", 0), ("本年", 0),
    ("本年度", 0), ("当年底", 12), ("本年底", 12), ("本年度内", 0), ("当年度内", 0), ("当年内", 0), ("上半年", 6), ("下半年", 12),
  ])
  private static let partsOfYear = PhraseTable<Int>([
    ("底", 12), ("末", 12), ("终", 12), ("初", 1), ("上半年", 6), ("下半年", 12),
  ])
  private static let quarters = PhraseTable<Int>([
    ("一季度", 3), ("二季度", 6), ("三季度", 9), ("四季度", 12), ("1季度", 3), ("2季度", 6), ("3季度", 9), ("4季度", 12),
  ])
  private static let partsOfMonth = PhraseTable<Int>([
    ("底", 0), ("末", 0), ("初", 0), ("下旬", 0), ("上旬", 10), ("中旬", 20),
  ])

  private init(scanner: TargetValueScanner) { self.scanner = scanner }

  private mutating func read() -> Deadline? {
    let hasSign = Self.signs.contains(scanner.next)
    _ = scanner.skip(Self.openers)
    guard readTime(), isValid else { return nil }
    if hasSign, deadline.year == nil, deadline.day == nil { return nil }
    _ = scanner.skip(Self.closers)
    return scanner.isAtEnd ? deadline : nil
  }

  private mutating func readTime() -> Bool {
    if !scanner.isAtDigit {
      if let month = scanner.take(Self.yearWords) {
        deadline.month = month == 0 ? nil : month
        return true
      }
      return readQuarter() || readMonth() || readYearInWords()
    }
    let start = scanner.index
    if let year = scanner.integer(length: 4...4), (1900...2100).contains(year) {
      deadline.year = year
      return scanner.take("年") ? readPartOfYear() : readNumericRest()
    }
    scanner.index = start
    if let whole = scanner.integer(length: 8...8) { return readCompact(whole) }
    scanner.index = start
    return readMonth() || readQuarter()
  }

  /// `二〇二三年`.
  private mutating func readYearInWords() -> Bool {
    guard let year = scanner.numberInWords(), (1900...2100).contains(year), let number = Int("\(year)"),
      scanner.take("年")
    else { return false }
    deadline.year = number
    return readPartOfYear()
  }

  /// After `2023年`.
  private mutating func readPartOfYear() -> Bool {
    _ = scanner.take("度")
    if let month = scanner.take(Self.partsOfYear) {
      deadline.month = month
    } else if scanner.isAtDigit {
      return readMonth() || readQuarter()
    } else {
      _ = readQuarter()
    }
    return true
  }

  private mutating func readQuarter() -> Bool {
    let start = scanner.index
    _ = scanner.take("第")
    guard let month = scanner.take(Self.quarters) else {
      scanner.index = start
      return false
    }
    deadline.month = month
    return true
  }

  private mutating func readMonth() -> Bool {
    let start = scanner.index
    guard let month = scanner.integer(length: 1...2) ?? monthInWords(), scanner.take("月") else {
      scanner.index = start
      return false
    }
    deadline.month = month
    _ = scanner.take("份")
    if scanner.isAtDigit {
      guard let day = scanner.integer(length: 1...2), scanner.take("日") || scanner.take("号") else {
        return false
      }
      deadline.day = day
    } else if let day = scanner.take(Self.partsOfMonth), day > 0 {
      deadline.day = day
    }
    return true
  }

  /// 十二 of 十二月.
  private mutating func monthInWords() -> Int? {
    guard let month = scanner.numberInWords(), (1...12).contains(month) else { return nil }
    return Int("\(month)")
  }

  /// After `2023` in `2023-10-01`; a month alone only before a word such as 前, as `2023.10` is a number.
  private mutating func readNumericRest() -> Bool {
    guard let sign = [Unicode.Scalar("-"), "/", "."].first(where: { $0.value == scanner.next }) else {
      return false
    }
    guard scanner.take(sign), let month = scanner.integer(length: 1...2) else { return false }
    deadline.month = month
    if scanner.take(sign) {
      guard let day = scanner.integer(length: 1...2) else { return false }
      deadline.day = day
      return true
    }
    return !scanner.isAtEnd
  }

  /// `20231001前`; alone it is a number.
  private mutating func readCompact(_ whole: Int) -> Bool {
    deadline = Deadline(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
    return !scanner.isAtEnd && (1900...2100).contains(whole / 10_000)
  }

  private var isValid: Bool {
    guard let month = deadline.month else { return deadline.day == nil }
    return CalendarDate(year: deadline.year ?? 2000, month: month, day: deadline.day ?? 1) != nil
  }
}
