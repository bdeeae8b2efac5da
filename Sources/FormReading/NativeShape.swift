import FormTemplates

/// A layout of native form files with its keys made ready to be found.
struct NativeShape: Sendable {
  let layout: NativeLayout
  let keys: NativeKeys
  let columns: NativeColumns

  /// Made once, for most files name no template.
  static let standard = NativeShape(made: .standard)

  init(_ layout: NativeLayout) { self = layout == .standard ? .standard : NativeShape(made: layout) }

  private init(made layout: NativeLayout) {
    self.layout = layout
    keys = NativeKeys(layout)
    columns = NativeColumns(layout)
  }
}
