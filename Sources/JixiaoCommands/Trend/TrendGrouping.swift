import FormComparison
import FormModel

/// Which forms are of one project: by its name, in which the year does not count, and its unit.
struct TrendGrouping {
  /// Indices of forms of one project and two years at least, by the names of the projects.
  private(set) var groups: [[Int]] = []
  /// Forms of projects of which there is one year.
  private(set) var ofOneYear: [Int] = []
  /// Forms without a year.
  private(set) var undated: [Int] = []

  private struct Key: Hashable, Comparable {
    var project: String
    var unit: String

    static func < (a: Key, b: Key) -> Bool { (a.project, a.unit) < (b.project, b.unit) }
  }

  /// - Parameter isOne: whether all forms are of one project, whatever they say.
  init(_ sources: [ComparedSource], isOne: Bool) {
    let ordered = sources.indices.sorted { sources[$0].name < sources[$1].name }
    undated = ordered.filter { sources[$0].read.form.year == nil }
    let dated = ordered.filter { sources[$0].read.form.year != nil }
    let found = isOne ? [dated] : Self.byProject(dated, sources)
    for group in found {
      if Set(group.map { sources[$0].read.form.year }).count > 1 {
        groups.append(group)
      } else {
        ofOneYear += group
      }
    }
    ofOneYear.sort { sources[$0].name < sources[$1].name }
  }

  /// A form without a unit goes with the only unit that has a project of its name.
  private static func byProject(_ dated: [Int], _ sources: [ComparedSource]) -> [[Int]] {
    var groups: [Key: [Int]] = [:]
    for index in dated {
      let form = sources[index].read.form
      let project = form.projectOfAnyYear
      // What says nothing of its project belongs to no other form.
      groups[
        Key(project: project.isEmpty ? sources[index].name : project, unit: CompanionName.unit(of: form)),
        default: []
      ]
      .append(index)
    }
    for (key, own) in groups where key.unit.isEmpty {
      let others = groups.keys.filter { $0.project == key.project && !$0.unit.isEmpty }
      guard let other = others.first, others.count == 1 else { continue }
      groups[other, default: []] += own
      groups[key] = nil
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }
}
