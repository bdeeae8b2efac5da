import FormModel
import YAMLText

/// The places in a native file that comments can belong to, in written order.
struct NativeAnchors {
  private struct Place {
    var line: Int
    /// Where the key begins; for a row, where its dash stands.
    var column: Int
    var anchor: FormComment.Anchor
    var isRow: Bool
  }

  private var places: [Place] = []

  mutating func add(_ anchor: FormComment.Anchor, at mark: YAMLMark) {
    places.append(Place(line: mark.line, column: mark.column, anchor: anchor, isRow: false))
  }

  mutating func addRow(_ anchor: FormComment.Anchor, at mark: YAMLMark) {
    places.append(Place(line: mark.line, column: mark.column - 2, anchor: anchor, isRow: true))
  }

  /// Each comment with the key or row it belongs to: the one on its line, else the next one, else, when it is
  /// indented deeper than that, the last one with its indentation.
  func attach(_ comments: [YAMLComment]) -> [FormComment] {
    var attached: [FormComment] = []
    var next = 0
    for comment in comments {
      let line = comment.mark.line
      while next < places.count, places[next].line <= line { next += 1 }
      attached.append(
        comment.isWholeLine ? whole(comment, next: next) : trailing(comment, before: next))
    }
    while attached.last?.text.isEmpty == true { attached.removeLast() }
    return attached
  }

  private func whole(_ comment: YAMLComment, next: Int) -> FormComment {
    let following = next < places.count ? places[next] : nil
    if next == 0 { return FormComment(comment.text, at: .head, .above) }
    if !comment.text.isEmpty, comment.mark.column > following?.column ?? 1,
      let owner = places[..<next].last(where: { $0.column <= comment.mark.column })
    {
      return FormComment(comment.text, at: owner.anchor, .below)
    }
    return FormComment(comment.text, at: following?.anchor ?? .end, .above)
  }

  private func trailing(_ comment: YAMLComment, before next: Int) -> FormComment {
    let line = comment.mark.line
    let here = places[..<next].reversed().prefix { $0.line == line }.last { !$0.isRow }
    let anchor = here ?? places[..<next].last
    return FormComment(comment.text, at: anchor?.anchor ?? .head, anchor == nil ? .above : .trailing)
  }
}
