import ChineseText
import FormModel
import YAMLText

/// `text`: the length of a text, and its blanks.
struct TextCheck: Check {
  static let kind = "text"
  /// `{length}` and `{max}` in characters.
  static let placeholders = ["length", "max"]

  private let places: [Place]
  private let maxLength: Int?
  private let refusesBlanks: Bool

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    places = try parameters.places()
    maxLength = try parameters.count("max-length")
    refusesBlanks = try parameters.flag("no-stray-blanks")
    guard maxLength != nil || refusesBlanks else {
      throw YAMLError(.other(Messages.needsRule), at: parameters.mark)
    }
  }

  var isAboutRows: Bool { places.contains(where: \.isColumn) }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    for place in places {
      switch place {
      case .field(let key):
        if let text = scope.form[key], !isBlankText(text) {
          judge(text, foldedWithoutSpace(text), at: .field(key), &verdict)
        }
      case .column(let column):
        for row in scope.filledRows(column) {
          guard let text = scope.table.cell(row, column) else { continue }
          judge(text, scope.table.text(row, column).text, at: .indicator(row, column), &verdict)
        }
      }
    }
    return verdict
  }

  private func judge(
    _ text: String, _ plain: @autoclosure () -> String, at path: @autoclosure () -> FormPath,
    _ verdict: inout Verdict
  ) {
    verdict.look()
    if let maxLength, isLonger(text, than: maxLength) {
      let values = ["length": "\(text.count)", "max": "\(maxLength)"]
      verdict.hit(Hit(path(), found: text, expected: "≤\(maxLength)", values: values))
    } else if refusesBlanks, hasBlanks(text, plain()) {
      let expected = withoutStrayBlanks(text)
      if expected != text { verdict.hit(Hit(path(), found: text, expected: expected)) }
    }
  }

  private func isLonger(_ text: String, than limit: Int) -> Bool {
    text.utf8.count > limit && text.count > limit
  }

  /// Whether something is lost with the blanks; most texts have nothing to lose.
  private func hasBlanks(_ text: String, _ plain: String) -> Bool {
    plain.utf8.count != text.utf8.count && plain.utf8.count != folded(text).utf8.count
  }

  /// The text without blanks at its ends and beside Chinese characters, and with single ones elsewhere.
  private func withoutStrayBlanks(_ text: String) -> String {
    let words = text.unicodeScalars.split(whereSeparator: isBlank)
    var result = String.UnicodeScalarView()
    for word in words {
      if let left = result.last, let right = word.first, !isChinese(left) || !isChinese(right) {
        result.append(" ")
      }
      result.append(contentsOf: word)
    }
    return String(result)
  }

  private func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || (0x3000...0x303F).contains(scalar.value)
  }
}
