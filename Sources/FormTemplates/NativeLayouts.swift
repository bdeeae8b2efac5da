/// The layouts of native form files, by the template they name.
public struct NativeLayouts: Sendable {
  /// Ids of the templates there are, for the error about an unknown one.
  public var ids: [String]
  private let find: @Sendable (String) -> NativeLayout?

  /// - Parameter find: the layout of a template; `nil` for an unknown id.
  public init(ids: [String], find: @escaping @Sendable (String) -> NativeLayout?) {
    self.ids = ids
    self.find = find
  }

  /// No templates: every form is written with the standard labels.
  public static let standard = NativeLayouts(ids: []) { _ in nil }

  /// The layout of a template, the standard one for none; `nil` for an unknown id.
  public func layout(of template: String?) -> NativeLayout? {
    guard let template else { return .standard }
    return find(template)
  }
}
