import FormModel
import Foundation

@testable import FormReading

/// Tells of which cells of a file its reading says nothing: every cell of three or more characters and every number
/// must be a value, a label, or stand in a remark.
struct Honesty {
  private let words: FormWords
  /// All values and remarks, without white space.
  private let texts: [String]
  private let said: String
  private let labels: String

  init(_ forms: [LocatedForm]) throws {
    words = try spellings.words()
    texts = forms.flatMap { form in
      values(form.form).map { String($0.drop { $0 != "=" }.dropFirst()) } + form.form.emptyLevels.map(plain)
        + form.remarks.map { plain($0.text) }
    }
    said = texts.joined(separator: "\n")
    var all: [String] = []
    words.forEachLabel { label, _ in all.append(String(decoding: label, as: UTF8.self)) }
    labels = all.joined(separator: "\n")
  }

  /// The cells that are missing, with their places; numbers that are said less often than printed.
  func unsaid(in file: GridFile) -> [String] {
    var numbers: [String: Int] = [:]
    var missing: [String] = []
    // The number of a row is said by its place.
    let hasOrdinals = file.grids.flatMap(\.cells).contains {
      folded(file.string(of: $0)[...]).flatMap({ words.match($0) })?.word.column == .ordinal
    }
    for grid in file.grids {
      for cell in grid.cells {
        let text = file.string(of: cell)
        let place = file.location(of: cell, in: grid)
        if isNumber(plain(text)) {
          if hasOrdinals, plain(text).count < 3 { continue }
          numbers[plain(text), default: 0] += 1
          if !isNumberSaid(plain(text), 1) { missing.append("\(place) \(text)") }
        } else if plain(text).count >= 3, !isSaid(text, isPiece: grid.layout == .flowed) {
          missing.append("\(place) \(text)")
        }
      }
    }
    guard !file.grids.contains(where: { $0.layout == .flowed }) else { return missing }
    for (number, count) in numbers where !isNumberSaid(number, count) {
      missing.append("\(number) stands there \(count) times")
    }
    return missing
  }

  // MARK: Numbers

  private func isNumber(_ text: String) -> Bool {
    text.contains(where: isDigit) && text.allSatisfy { isDigit($0) || ".,%-".contains($0) }
  }

  /// Whether so many values or remarks hold the number, other digits around it left out.
  private func isNumberSaid(_ number: String, _ count: Int) -> Bool {
    texts.count { text in
      text.ranges(of: number).contains { range in
        let before = text[..<range.lowerBound].last
        let after = text[range.upperBound...].first
        return before.map(isDigit) != true && after.map(isDigit) != true
      }
    } >= count
  }

  /// A decimal digit; 万 and 三 are none.
  private func isDigit(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.numericType == .decimal }
  }

  // MARK: Texts

  private func isSaid(_ text: String, isPiece: Bool) -> Bool {
    if isLabel(plain(text).filter { $0 != "\n" }[...]) { return true }
    for line in plain(text).split(separator: "\n") where !said.contains(line) {
      if isRule(line) || isLabel(line) || isYear(line) { continue }
      if MoneyUnit(printed: String(line)) != nil { continue }
      if isPiece, labels.contains(halfWidth(line)) { continue }
      return isLabelled(text)
    }
    return true
  }

  /// Labels with their values in one cell: 项目名称：甲　主管部门：乙, 产出指标（50分）, 项目资金（万元）.
  private func isLabelled(_ text: String) -> Bool {
    let parts = text.replacing("  ", with: "：").split { "：:（）()\u{3000}\n".contains($0) }.map {
      plain(String($0))
    }
    .filter { !$0.isEmpty }
    guard let first = parts.first, isLabel(first[...]) || isTitle(first) || isYear(first[...]) else {
      return false
    }
    return parts.dropFirst().allSatisfy { part in
      said.contains(part) || isLabel(part[...]) || isYear(part[...]) || words.isFormality(part)
        || MoneyUnit(printed: part) != nil || said.contains(part.replacing("分", with: ""))
    }
  }

  private func isLabel(_ text: Substring) -> Bool {
    folded(text).map { label in words.match(label).map { !$0.hasBracket } ?? false } ?? false
  }

  private func isTitle(_ text: String) -> Bool {
    folded(text[...]).map { words.titleKind(of: $0) != nil } ?? false
  }

  private func isYear(_ text: Substring) -> Bool {
    let digits = text.compactMap { isDigit($0) ? $0.wholeNumberValue : nil }.map(String.init).joined()
    return digits.count == 4 && said.contains(digits)
      && text.allSatisfy { isDigit($0) || "年度（）()".contains($0) }
  }

  private func isRule(_ text: Substring) -> Bool { text.allSatisfy { "-=:+_".contains($0) } }

  private func halfWidth(_ text: Substring) -> String {
    folded(text).map { String(decoding: $0.bytes[..<$0.withoutColon($0.count)], as: UTF8.self) }
      ?? String(text)
  }

  private func folded(_ text: Substring) -> FoldedLabel? {
    var label = FoldedLabel()
    let bytes = Array(text.utf8)
    return label.fold(bytes, 0..<bytes.count) ? label : nil
  }
}

/// Without white space and paragraph marks.
func plain(_ text: String) -> String {
  var text = text
  for mark in ["<p>", "</p>"] { text = text.replacingOccurrences(of: mark, with: "\n") }
  return text.filter { !$0.isWhitespace || $0 == "\n" }
}

/// Every value of a form with its path, white space left out.
func values(_ form: Form) -> [String] {
  var all = form.fields.map { "\($0.key.rawValue)=\($0.value)" }
  for line in form.budget {
    all.append("budget.line=\(line.line)")
    all += line.cells.map { "budget.\(line.line).\($0.key.rawValue)=\($0.value)" }
  }
  for (index, row) in form.indicators.enumerated() {
    for column in IndicatorColumn.allCases {
      if let text = row[column] { all.append("\(index).\(column.rawValue)=\(text)") }
    }
  }
  return all.map { $0.filter { !$0.isWhitespace } }
}
