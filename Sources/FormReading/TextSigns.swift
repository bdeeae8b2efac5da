/// Signs that occur in a text and tell what it may be: with none of a format's signs in it, a text needs not be
/// looked at line by line to see that it is something else.
struct TextSigns: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  /// `"`
  static let quote = TextSigns(rawValue: 1)
  /// Anything that stands between the cells of a `PipeBar` table.
  static let bar = TextSigns(rawValue: 2)
  /// `+`, and the block Box Drawing.
  static let drawing = TextSigns(rawValue: 4)
  /// `【`
  static let listTitle = TextSigns(rawValue: 8)
  /// `>`, as quoted lines of a mail begin.
  static let quoting = TextSigns(rawValue: 16)
  /// A byte that no text has, unless it is UTF-16.
  static let zero = TextSigns(rawValue: 32)

  /// No more of a text is looked at by any format to see what it is.
  static let stretch = 64 << 10
}
