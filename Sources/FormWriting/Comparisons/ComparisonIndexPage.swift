import FormModel
import FoundationEssentials

/// What the layout of the index of comparisons can name; the property names are the layout's words.
///
/// The rows stand in the page as one array of a script, which makes the table of them: five thousand projects stay
/// below a megabyte.
struct ComparisonIndexPage {
  let heading = Messages.comparisonTitle
  let line: String
  let grades: [Grade]
  let hasGrades: Bool
  let gradesHeading = Messages.gradesHeading
  let deviationsHeading = Messages.deviationsHeading
  let hasDeviations: Bool
  let deviations: [Deviation]
  let unpaired: [Unpaired]
  let listHeading = Messages.listHeading
  let heads = Messages.indexHeads
  let search = Messages.search
  let onlyChanged = Messages.onlyChanged
  let onlyOpen = Messages.onlyOpen
  let allUnits = Messages.allUnits
  let needsScript = Messages.needsScript
  /// JSON: the units, then a row a pair.
  let units: String
  let rows: String
  let pageOf: String?
  let previous: Link?
  let next: Link?

  struct Link {
    let page: String
    let text: String
  }

  /// How many pairs have a grade, as a bar of ``Grade/length`` at most.
  struct Grade {
    static let length = 300

    let name: String
    let count: Int
    let width: Int
    let length = Grade.length
  }

  /// A pair whose points differ most.
  struct Deviation {
    let page: String
    let project: String
    let text: String
  }

  struct Unpaired {
    let heading: String
    let names: [String]
  }

  /// The file name of a page of the index, from 0.
  static func name(_ number: Int) -> String { number == 0 ? "index.html" : "index-\(number + 1).html" }

  /// - Parameters:
  ///   - all: the entries of every page of the index.
  ///   - entries: those of this page.
  init(
    _ all: [ComparisonEntry], _ entries: ArraySlice<ComparisonEntry>, number: Int, count: Int,
    unpaired: UnpairedForms
  ) {
    line = Messages.comparisons(
      all.count, changed: all.count { $0.changes > 0 }, loosened: all.count { $0.loosened > 0 },
      open: all.count { $0.open > 0 })
    grades = Self.grades(of: all)
    hasGrades = !grades.isEmpty
    deviations = Self.deviations(of: all)
    hasDeviations = !deviations.isEmpty
    self.unpaired = [
      Unpaired(heading: Messages.withoutEvaluation, names: unpaired.approved),
      Unpaired(heading: Messages.withoutApproval, names: unpaired.evaluated),
    ].filter { !$0.names.isEmpty }
    let table = ComparisonRows(entries)
    (units, rows) = (table.units, table.rows)
    pageOf = count > 1 ? Messages.pageOf(number + 1, count) : nil
    previous = number > 0 ? Link(page: Self.name(number - 1), text: Messages.previousPage) : nil
    next = number + 1 < count ? Link(page: Self.name(number + 1), text: Messages.nextPage) : nil
  }

  private static func grades(of all: [ComparisonEntry]) -> [Grade] {
    var counts: [String: Int] = [:]
    var points: [String: Decimal] = [:]
    for entry in all {
      guard let grade = entry.grade, let own = entry.own else { continue }
      counts[grade, default: 0] += 1
      points[grade] = max(points[grade] ?? 0, own)
    }
    let most = max(1, counts.values.max() ?? 1)
    return counts.sorted { (points[$0.key] ?? 0, $1.key) > (points[$1.key] ?? 0, $0.key) }.map {
      name, count in
      Grade(name: name, count: count, width: max(1, count * Grade.length / most))
    }
  }

  private static let mostDeviations = 10

  /// Those whose changes are worth most, and those whose printed total is furthest from the one worked out.
  private static func deviations(of all: [ComparisonEntry]) -> [Deviation] {
    let sized = all.map { entry in
      (entry: entry, size: max(abs(entry.worth ?? 0), abs(entry.deviation ?? 0)))
    }
    return sized.filter { $0.size > 0 }.sorted { $0.size > $1.size }.prefix(mostDeviations).map { item in
      Deviation(
        page: item.entry.page, project: item.entry.project,
        text: Messages.deviation(worth: item.entry.worth, printed: item.entry.deviation))
    }
  }
}

/// The rows of the index as the arrays of its script.
struct ComparisonRows {
  /// A JSON array of names of units.
  let units: String
  /// A JSON array of rows: page, project, unit's number, year, printed, own, approved, grade, changes, loosened, open,
  /// findings.
  let rows: String

  init(_ entries: ArraySlice<ComparisonEntry>) {
    var numbers: [String: Int] = [:]
    var names: [String] = []
    let rows = entries.map { entry in
      let number = numbers[entry.unit] ?? names.count
      if number == names.count {
        numbers[entry.unit] = number
        names.append(entry.unit)
      }
      let cells: [JSONValue] = [
        .text(entry.page), .text(visible(entry.project)), .number("\(number)"), .text(visible(entry.year)),
        Self.number(entry.printed), Self.number(entry.own), Self.number(entry.approved),
        .text(visible(entry.grade ?? "")), .number("\(entry.changes)"), .number("\(entry.loosened)"),
        .number("\(entry.open)"), .number("\(entry.findings)"),
      ]
      return JSONValue.array(cells).text(indent: nil)
    }
    units = Self.script(
      "[" + names.map { JSONValue.text(visible($0)).text(indent: nil) }.joined(separator: ",") + "]")
    self.rows = Self.script("[" + rows.joined(separator: ",\n") + "]")
  }

  private static func number(_ value: Decimal?) -> JSONValue { value.map { .number("\($0)") } ?? .null }

  /// No `<` ends the script, and no `&` is read in it.
  private static func script(_ json: String) -> String {
    json.replacing("<", with: "\\u003c").replacing("&", with: "\\u0026").replacing(">", with: "\\u003e")
  }
}
