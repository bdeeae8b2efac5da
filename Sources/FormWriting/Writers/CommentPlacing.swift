import FormModel
import FormTemplates

/// Finds for every comment the part of the edited form that it belongs to now.
///
/// A row is found again by its levels and name, then by its name alone, then, in a level that kept its number
/// of rows, by its position (it was renamed). A comment whose part is gone goes to the level, the section, or
/// the end of the file; none is dropped.
struct CommentPlacing {
  private let comments: FormComments
  private let form: Form
  private let rows: [Int?]
  private let budget: [Int?]

  init(_ comments: FormComments, in form: Form) {
    self.comments = comments
    self.form = form
    budget = matchNames(comments.budget, form.budget.map(\.line))
    rows = matchRows(comments.rows, form.indicators.map(FormComments.RowName.init))
  }

  /// The comments with anchors that count the rows of the form as it is now; those of rows that are gone
  /// stand above what held them.
  var moved: [FormComment] { comments.list.map(moved) }

  private func moved(_ comment: FormComment) -> FormComment {
    var comment = comment
    switch comment.anchor {
    case .row(let index, let column):
      if let row = rows.indices.contains(index) ? rows[index] : nil {
        comment.anchor = .row(row, comment.placement == .trailing ? column ?? .level3 : column)
      } else if comments.rows.indices.contains(index) {
        comment.anchor = level(comments.rows[index].level1, comments.rows[index].level2)
        comment.placement = .above
      }
    case .level(let level1, let level2): comment.anchor = level(level1, level2)
    case .suppression(let index, let cell):
      let old = comments.suppressions.indices.contains(index) ? comments.suppressions[index] : nil
      comment.anchor =
        form.suppressions.firstIndex { $0 == old }.map { .suppression($0, cell) }
        ?? .key([NativeLabels.suppressions])
    case .budget(let index, let column):
      let now = budget.indices.contains(index) ? budget[index] : nil
      comment.anchor = now.map { .budget($0, column) } ?? .key([NativeLabels.budget])
    default: break
    }
    return comment
  }

  /// The level itself, or the one its rows stand in now.
  private func level(_ level1: String, _ level2: String?) -> FormComment.Anchor {
    func holds(_ a: String, _ b: String?) -> Bool { a == level1 && (level2 == nil || b == level2) }
    if form.indicators.contains(where: { holds($0.level1, $0.level2) }) { return .level(level1, level2) }
    for (index, row) in comments.rows.enumerated() where holds(row.level1, row.level2) {
      guard let now = rows[index] else { continue }
      return .level(form.indicators[now].level1, level2 == nil ? nil : form.indicators[now].level2)
    }
    return .level(level1, nil)
  }

  /// Settles the comments on what will be written.
  static func settle(
    _ comments: [FormComment], on anchors: Set<FormComment.Anchor>
  ) -> [FormComment.Anchor: [FormComment]] {
    var settled: [FormComment.Anchor: [FormComment]] = [:]
    comments: for comment in comments {
      var comment = comment
      while !anchors.contains(comment.anchor), let next = fallback(comment.anchor) {
        comment.anchor = next
        comment.placement = .above
        if comment.text.isEmpty { continue comments }
      }
      if comment.anchor == .head || comment.anchor == .end { comment.placement = .above }
      if comment.placement == .trailing,
        settled[comment.anchor]?.contains(where: { $0.placement == .trailing }) == true
      {
        comment.placement = .above
      }
      settled[comment.anchor, default: []].append(comment)
    }
    return settled
  }

  private static func fallback(_ anchor: FormComment.Anchor) -> FormComment.Anchor? {
    switch anchor {
    case .head, .end: nil
    case .key(let path): path.count > 1 ? .key(path.dropLast()) : .end
    case .field: .end
    case .level(let level1, let level2): level2 == nil ? .key([NativeLabels.indicators]) : .level(level1, nil)
    case .row(let row, let column): column == nil ? .key([NativeLabels.indicators]) : .row(row, nil)
    case .budget(let line, let column): column == nil ? .key([NativeLabels.budget]) : .budget(line, nil)
    case .suppression(let index, let cell):
      cell == nil ? .key([NativeLabels.suppressions]) : .suppression(index, nil)
    }
  }
}

/// For each old row the new row that it became; `nil` where it is gone.
func matchRows(_ old: [FormComments.RowName], _ new: [FormComments.RowName]) -> [Int?] {
  var found = [Int?](repeating: nil, count: old.count)
  var taken = Set<Int>()
  func pair(_ key: (FormComments.RowName) -> FormComments.RowName) {
    var free: [FormComments.RowName: [Int]] = [:]
    for index in new.indices.reversed() where !taken.contains(index) {
      free[key(new[index]), default: []].append(index)
    }
    for index in old.indices where found[index] == nil {
      guard let match = free[key(old[index])]?.popLast() else { continue }
      found[index] = match
      taken.insert(match)
    }
  }
  pair { $0 }
  pair { row in
    var row = row
    row.level1 = ""
    row.level2 = nil
    return row
  }
  let (oldGroups, newGroups) = (groups(old), groups(new))
  for (level, olds) in oldGroups {
    guard let news = newGroups[level], news.count == olds.count else { continue }
    for (before, after) in zip(olds, news) where found[before] == nil && !taken.contains(after) {
      found[before] = after
    }
  }
  return found
}

/// For each old name the place of the same name, counted from the front, among the new ones.
private func matchNames(_ old: [String], _ new: [String]) -> [Int?] {
  var free: [String: [Int]] = [:]
  for index in new.indices.reversed() { free[new[index], default: []].append(index) }
  return old.map { free[$0]?.popLast() }
}

/// The rows of each second level, by position.
private func groups(_ rows: [FormComments.RowName]) -> [FormComments.RowName: [Int]] {
  var groups: [FormComments.RowName: [Int]] = [:]
  for (index, row) in rows.enumerated() {
    var level = row
    level.name = ""
    groups[level, default: []].append(index)
  }
  return groups
}
