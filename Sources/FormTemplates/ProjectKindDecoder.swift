import YAMLText

/// Where the rows of project kinds belong: a short name (`成本`) → the 二级指标 of this template's tree,
/// so that the same rows serve trees that differ.
struct RowLevels {
  private var places: [(name: String, path: (level1: String, level2: String)?)] = []

  /// - Throws: when a path names no level of the tree. `none` drops the rows.
  init(_ node: YAMLNode?, levels: [TemplateLevel]) throws(YAMLError) {
    let known = levels.flatMap { first in first.levels.map { "\(first.name)/\($0.name)" } }
    for entry in try node?.entries(of: "row-levels") ?? [] {
      let path = try entry.value.text(of: entry.key)
      guard known.contains(path) || path == "none" else {
        throw YAMLError(.unknownValue(path, key: entry.key, allowed: known + ["none"]), at: entry.value.mark)
      }
      let parts = path.split(separator: "/")
      places.append((entry.key, parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil))
    }
  }

  /// The rows below one short name.
  func rows(_ entry: YAMLEntry) throws(YAMLError) -> [ProjectKind.CommonIndicator] {
    guard let place = places.first(where: { $0.name == entry.key }) else {
      throw YAMLError(.unknownKey(entry.key, allowed: places.map(\.name)), at: entry.keyMark)
    }
    guard let path = place.path else { return [] }
    var rows: [ProjectKind.CommonIndicator] = []
    for row in try entry.value.entries(of: entry.key) {
      rows.append(
        ProjectKind.CommonIndicator(
          level1: path.level1, level2: path.level2, level3: row.key, target: try row.value.text(of: row.key)))
    }
    return rows
  }
}

func decodeProjectKinds(_ node: YAMLNode?, rows: RowLevels) throws(YAMLError) -> [ProjectKind] {
  var kinds: [ProjectKind] = []
  for entry in try node?.entries(of: "project-kinds") ?? [] {
    var keys = try YAMLFields(entry.value, of: entry.key)
    var kind = ProjectKind(name: entry.key, words: try keys.texts("words"), indicators: [])
    for level in try keys.needed("indicators").entries(of: "indicators") {
      kind.indicators += try rows.rows(level)
    }
    try keys.finish()
    kinds.append(kind)
  }
  return kinds
}
