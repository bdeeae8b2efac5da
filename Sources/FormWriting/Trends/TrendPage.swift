import FormComparison
import FormModel
import FormScoring
import FoundationEssentials

/// What the layout of the page over several years can name; the property names are the layout's words.
struct TrendPage {
  let heading = Messages.Trend.title
  let projects: [Project]
  /// Links to the projects, where there are several.
  let contents: [Link]
  let hasContents: Bool
  /// Whether it is one page of many.
  let isInFolder: Bool
  let indexName = TrendPage.index
  let backToIndex = Messages.backToComparisons
  let left: [Left]

  /// The page that a folder is opened by.
  static let index = "index.html"

  /// A project in the list of contents.
  struct Link {
    let page: String
    let subject: String
    let sayings: String
  }

  /// One project.
  struct Project {
    let anchor: String
    let subject: String
    let extent: String
    let sayingsHeading: String
    let sayings: [Saying]
    let yearsHeading = Messages.Trend.yearsHeading
    let yearHeads = Messages.Trend.yearHeads
    let years: [[String]]
    let indicatorsHeading = Messages.Trend.indicatorsHeading
    let targetKey = Messages.Trend.targetKey
    let actualKey = Messages.Trend.actualKey
    let heads = Messages.Trend.pageHeads
    let indicators: [Indicator]
  }

  struct Saying {
    let sign: String
    /// `error`, `warning`, `info` or `hint`.
    let look: String
    let title: String
    let lines: [String]
    let place: String
  }

  /// An indicator: its first year beside the chart, the others below.
  struct Indicator {
    let name: String
    let level: String
    let rows: Int
    let chart: TrendChart?
    let first: Line?
    let rest: [Line]
  }

  struct Line {
    let year: String
    let target: String
    let actual: String
    let bar: Bar?
    let attained: String
    let points: String
    let remark: String
  }

  struct Left {
    let heading: String
    let names: [String]
  }

  /// All projects on one page.
  init(_ all: [TrendedProject], _ left: LeftOutForms) {
    projects = all.enumerated().map { Project($1, number: $0 + 1) }
    contents = projects.map { Link(page: "#" + $0.anchor, subject: $0.subject, sayings: $0.sayingsHeading) }
    hasContents = all.count > 1
    isInFolder = false
    self.left = Self.left(left)
  }

  /// One project on a page of its own.
  init(page project: TrendedProject) {
    projects = [Project(project, number: 1)]
    (contents, left) = ([], [])
    (hasContents, isInFolder) = (false, true)
  }

  /// The list of the pages of a folder.
  init(contents: [Link], _ left: LeftOutForms) {
    self.contents = contents
    projects = []
    (hasContents, isInFolder) = (true, false)
    self.left = Self.left(left)
  }

  private static func left(_ forms: LeftOutForms) -> [Left] {
    [
      Left(heading: Messages.Trend.ofOneYear, names: forms.ofOneYear),
      Left(heading: Messages.Trend.undated, names: forms.undated),
    ].filter { !$0.names.isEmpty }
  }
}

extension TrendPage.Project {
  init(_ project: TrendedProject, number: Int) {
    let outline = TrendOutline(project)
    anchor = "p\(number)"
    subject = outline.subject
    extent = outline.extent
    sayingsHeading = outline.sayingsHeading
    sayings = outline.sayings.map {
      TrendPage.Saying(sign: $0.sign, look: "\($0.look)", title: $0.title, lines: $0.lines, place: $0.place)
    }
    years = outline.years.map { [$0.year, $0.forms, $0.granted, $0.executed, $0.rate, $0.points] }
    indicators = outline.indicators.map { indicator in
      let lines = indicator.lines.map(TrendPage.Line.init)
      return TrendPage.Indicator(
        name: indicator.name, level: indicator.level, rows: lines.count,
        chart: TrendChart(indicator.series, of: project.trend, named: indicator.name), first: lines.first,
        rest: Array(lines.dropFirst()))
    }
  }
}

extension TrendPage.Line {
  init(_ line: TrendOutline.Line) {
    year = line.year
    target = line.target
    actual = line.actual
    bar = line.attainment.flatMap(Bar.init)
    attained = line.attained
    points = line.points
    remark = line.remark
  }
}

/// Targets and results of an indicator as two lines over the years.
struct TrendChart {
  /// The drawing's size; the lines stay within its padding.
  static let (width, height, padding) = (220, 64, 8)

  let width = TrendChart.width
  let height = TrendChart.height
  let label: String
  /// `8,56 110,30 212,8`.
  let targets: String
  let results: String
  let targetDots: [Dot]
  let resultDots: [Dot]

  /// A year on a line.
  struct Dot {
    let x: Int
    let y: Int
  }

  /// - Returns: `nil` where fewer than two years have numbers, or the years are counted in different things.
  init?(_ series: Trend.Series, of trend: Trend, named name: String) {
    let rows = series.places.map { (year: trend.years[$0.year].year, row: trend.row($0)) }
    let bases = Set(rows.compactMap { Self.base(of: $0.row.target) })
    let targets = rows.compactMap { entry in Self.number(entry.row.target).map { (entry.year, $0) } }
    let results = rows.compactMap { entry in Self.result(entry.row).map { (entry.year, $0) } }
    guard bases.count == 1, targets.count > 1, let first = trend.years.first?.year,
      let last = trend.years.last?.year
    else {
      return nil
    }
    let values = (targets + results).map(\.1)
    guard let least = values.min(), let most = values.max() else { return nil }
    func dot(_ entry: (Int, Decimal)) -> Dot {
      let (inner, inside) = (Self.width - 2 * Self.padding, Self.height - 2 * Self.padding)
      let x = Self.padding + (last == first ? 0 : (entry.0 - first) * inner / (last - first))
      let share = most == least ? Decimal(50) : (entry.1 - least) / (most - least) * 100
      let y = (share * Decimal(inside) / 100).rounded(decimals: 0)
      return Dot(x: x, y: Self.height - Self.padding - (Int("\(y)") ?? 0))
    }
    label = Messages.Trend.chart(name)
    targetDots = targets.map(dot)
    resultDots = results.map(dot)
    self.targets = Self.line(targetDots)
    self.results = Self.line(resultDots)
  }

  private static func line(_ dots: [Dot]) -> String { dots.map { "\($0.x),\($0.y)" }.joined(separator: " ") }

  private static func base(of value: TargetValue?) -> String? {
    guard case .quantity(let quantity)? = value?.meaning else { return nil }
    return quantity.unit?.base ?? ""
  }

  private static func number(_ value: TargetValue?) -> Decimal? {
    guard case .quantity(let quantity)? = value?.meaning else { return nil }
    return quantity.unit?.inBase(quantity.value) ?? quantity.value
  }

  /// The result in the target's base, where it was held against the target.
  private static func result(_ row: Trend.Row) -> Decimal? {
    guard case .measured(let measured)? = row.attainment, measured.target != nil else { return nil }
    return measured.actual
  }
}
