import FormModel

/// A key of a native file with its value, ready to be written.
struct NativeEntry {
  var key: String
  var anchor: FormComment.Anchor
  var value: Value

  indirect enum Value {
    case blank
    /// `isLong` asks for a `|` block.
    case text(String, isLong: Bool)
    /// A short list of texts, on one line.
    case texts([String])
    /// Keys below; on one line where `isFlat` and short.
    case group([NativeEntry], isFlat: Bool)
    case rows([Row])
  }

  /// An item of a list, with its keys.
  struct Row {
    var anchor: FormComment.Anchor
    var cells: [NativeEntry]
  }

  /// Every anchor here and below.
  func collectAnchors(into anchors: inout Set<FormComment.Anchor>) {
    anchors.insert(anchor)
    switch value {
    case .group(let entries, _): for entry in entries { entry.collectAnchors(into: &anchors) }
    case .rows(let rows):
      for row in rows {
        anchors.insert(row.anchor)
        for cell in row.cells { cell.collectAnchors(into: &anchors) }
      }
    default: break
    }
  }
}
