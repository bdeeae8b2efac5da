import ChineseText
import FormModel

/// Another spelling of one cell that says the same.
public struct FormFix: Sendable, Hashable {
  /// The rule that asked for it.
  public var rule: String
  /// The cell.
  public var path: FormPath
  /// As printed before, and after.
  public var before: String
  /// See `before`.
  public var after: String

  /// Whether two spellings of a cell mean the same: no number, unit or direction differs.
  ///
  /// A target is compared by its meaning, points by their number, any other text by what it shows without blanks, in
  /// half width.
  static func isSafe(_ before: String, _ after: String, at path: FormPath) -> Bool {
    guard before != after else { return false }
    if case .indicator(_, .target) = path {
      let (old, new) = (TargetValue(before), TargetValue(after))
      // What has a house spelling means what that means.
      if old.canonicalText != nil { return new.meaning == old.meaning }
    }
    if case .indicator(_, .weight) = path, let points = points(printed: before) {
      return decimal(printed: after) == points
    }
    return plain(before) == plain(after)
  }
}

/// A form after the fixes that change nothing but spelling.
public struct FixedForm: Sendable {
  /// The form with all fixes made.
  public var form: Form
  /// In the order in which they were made; a cell that two rules spell anew stands here twice.
  public var fixes: [FormFix]
}
