/// Names of sheets that spreadsheets accept: at most 31 UTF-16 units, without `[]:*?/\`, no apostrophe at an end, each
/// unlike the others whatever their case.
public struct SheetNames: Sendable {
  private static let longest = 31
  /// Excel keeps this one for itself.
  private static let reserved = "history"
  private var taken: Set<String> = [reserved]
  private let fallback: String

  /// - Parameter fallback: what a sheet is called whose name has no sign that may stand there.
  public init(fallback: String) { self.fallback = fallback }

  /// The next sheet's name: as much of `wanted` as may stand there, with a number where it is taken.
  public mutating func name(for wanted: String) -> String {
    let cleaned = Self.cleaned(wanted)
    let base = cleaned.isEmpty ? fallback : cleaned
    var number = 1
    while true {
      let ending = number == 1 ? "" : " (\(number))"
      let name = Self.cut(base, to: Self.longest - ending.utf16.count) + ending
      if taken.insert(name.lowercased()).inserted { return name }
      number += 1
    }
  }

  private static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      scalars.append("[]:*?/\\".unicodeScalars.contains(scalar) ? " " : scalar)
    }
    let edges: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "'" }
    let body = scalars.drop(while: edges)
    return String(String.UnicodeScalarView(body.reversed().drop(while: edges).reversed()))
  }

  /// The first units of a text, never half a sign.
  private static func cut(_ text: String, to units: Int) -> String {
    var count = 0
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      count += scalar.value > 0xFFFF ? 2 : 1
      if count > units { break }
      result.append(scalar)
    }
    while let last = result.last, last == " " || last == "'" { result.removeLast() }
    return String(result)
  }
}
