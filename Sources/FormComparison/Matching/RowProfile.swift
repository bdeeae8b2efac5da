import ChineseText
import FormModel
import FoundationEssentials

/// A row as the search for pairs sees it.
struct RowProfile {
  let name: String
  let folded: String
  /// Without fillers and signs.
  let core: String
  /// With one word for all that mean the same.
  let canonical: String
  let letters: [UInt32]
  let marks: Set<String>
  let level1: String
  let level2: String
  let value: RowValue
  let weight: Decimal?
  /// All of what was approved about the row: rows with one key are alike.
  let key: String
  /// What a list of pairs knows the row by.
  let identity: PairList.Row

  init(_ row: Indicator, _ words: MatchingWords) {
    name = row.level3
    folded = foldedWithoutSpace(row.level3)
    core = words.core(of: folded)
    canonical = words.canonical(core)
    letters = canonical.unicodeScalars.map(\.value)
    marks = words.marks(in: core)
    level1 = words.level(row.level1)
    level2 = words.level(row.level2 ?? "")
    value = RowValue(row.target)
    weight = row.weight?.value
    identity = PairList.Row(row)
    let score = weight.map { "\($0)" } ?? ""
    key = [level1, level2, folded, value.text, score].joined(separator: "\u{1F}")
  }
}

/// What a target comes to, for telling whether two are alike.
struct RowValue {
  /// In half width without blanks.
  let text: String
  let quantity: TargetValue.Quantity?
  /// In base units.
  let number: Decimal?

  init(_ target: TargetValue?) {
    text = foldedWithoutSpace(target?.text ?? "")
    guard case .quantity(let read)? = target?.meaning else {
      (quantity, number) = (nil, nil)
      return
    }
    quantity = read
    number = read.unit?.inBase(read.value) ?? read.value
  }

  var base: String? { quantity.map { $0.unit?.base ?? "" } }
  var unit: String? { quantity.map { $0.unit?.text ?? "" } }
  var isPercent: Bool { quantity?.unit?.kind == .percent }

  /// Whether both say the same, in whatever unit; two blank ones say nothing.
  func says(_ other: RowValue) -> Bool {
    if let number, let theirs = other.number { return number == theirs && base == other.base }
    return !text.isEmpty && text == other.text
  }

  /// Whether the number is such that two rows hardly have it by chance.
  var isTelling: Bool {
    guard let number, !isPercent else { return false }
    return number >= 100 || "\(number)".utf8.contains(UInt8(ascii: "."))
  }

  /// Whether the two can be targets of one indicator.
  func isCompatible(_ other: RowValue) -> Bool {
    guard let base, let theirs = other.base else { return true }
    return base == theirs || base.isEmpty || theirs.isEmpty
  }
}

/// The rows of a form in an order that does not depend on the form's.
struct OrderedProfiles {
  /// Place in the form of each profile.
  let order: [Int]
  let profiles: [RowProfile]
  let keys: [String]

  init(_ rows: [Indicator], _ words: MatchingWords) {
    let all = rows.map { RowProfile($0, words) }
    let order = all.indices.sorted { (all[$0].key, all[$0].name, $0) < (all[$1].key, all[$1].name, $1) }
    self.order = order
    profiles = order.map { all[$0] }
    keys = profiles.map(\.key)
  }
}
