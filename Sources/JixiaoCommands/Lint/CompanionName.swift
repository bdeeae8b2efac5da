import ChineseText
import FormModel

/// Names of projects, as documents are paired by them.
enum CompanionName {
  /// In half width, without blanks.
  static func plain(_ name: String?) -> String { foldedWithoutSpace(name ?? "") }

  /// The unit that a form is of: 实施单位, else 主管部门.
  static func unit(of form: Form) -> String { plain(form[.implementingUnit] ?? form[.department]) }

  /// Whether a text names a project: the whole name, not a part of a longer one (`河道保洁` in `河道保洁（二期）`).
  ///
  /// - Parameters:
  ///   - project: plain, not empty.
  ///   - text: plain.
  static func names(_ project: String, in text: String) -> Bool {
    guard !project.isEmpty, holds(project, in: text) else { return false }
    let (name, all) = (Array(project.unicodeScalars), Array(text.unicodeScalars))
    guard !name.isEmpty, all.count >= name.count else { return false }
    return (0...(all.count - name.count)).contains { start in
      let end = start + name.count
      return all[start..<end].elementsEqual(name) && isEnd(all[..<start]) && isBeginning(all[end...])
    }
  }

  /// Most texts do not have the name at all, which is seen byte by byte.
  private static func holds(_ name: String, in text: String) -> Bool {
    var (name, text) = (name, text)
    return name.withUTF8 { name in
      text.withUTF8 { text in
        guard let first = name.first, text.count >= name.count else { return false }
        for start in 0...(text.count - name.count) where text[start] == first {
          if name.indices.allSatisfy({ text[start + $0] == name[$0] }) { return true }
        }
        return false
      }
    }
  }

  /// Whether a name may begin behind a text.
  private static func isEnd(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = before.last else { return true }
    return !isLetter(last) || Messages.wordsBeforeProjects.contains { string(before.suffix(4)).hasSuffix($0) }
  }

  /// Whether a name may end before a text.
  private static func isBeginning(_ after: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = after.first else { return true }
    if first == "(" { return false }
    return !isLetter(first) || Messages.wordsBehindProjects.contains { string(after.prefix(4)).hasPrefix($0) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
