/// How the separated values of a file are written.
struct CSVDialect: Sendable, Hashable {
  var separator: CSVSeparator
  /// Where the values begin: behind Excel's `sep=;` line where there is one.
  var start = 0

  /// What the beginning of a text says by its structure alone: most records have the same number of fields.
  ///
  /// - Parameter look: what is known of the text.
  /// - Returns: `nil` where the text does not look like separated values.
  static func recognised(_ bytes: UnsafeBufferPointer<UInt8>, _ look: TextLook) -> CSVDialect? {
    if let declared = declared(bytes) { return declared }
    let glance = CSVGlance(UnsafeBufferPointer(rebasing: bytes.prefix(Counts.stretch)), look)
    guard glance.mayBeAny else { return nil }
    let counts = CSVSeparator.all.filter(glance.mayBe).map { Counts(bytes, $0) }
    return counts.filter(\.isCertain).max { $0.rank < $1.rank }.map { CSVDialect(separator: $0.separator) }
  }

  /// The likeliest for a text that is known to be separated values.
  static func likeliest(_ bytes: UnsafeBufferPointer<UInt8>, _ look: TextLook) -> CSVDialect {
    if let known = recognised(bytes, look) { return known }
    let likeliest = Counts.all(in: bytes).max { $0.separated < $1.separated }
    return CSVDialect(separator: likeliest.flatMap { $0.separated > 0 ? $0.separator : nil } ?? .comma)
  }

  /// Whether most records have several fields, with a separator other than TAB.
  static func isLikely(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    Counts.all(in: bytes).contains { $0.separator != .tab && $0.separated * 2 > $0.records }
  }

  /// `sep=;` in the first line.
  private static func declared(_ bytes: UnsafeBufferPointer<UInt8>) -> CSVDialect? {
    guard let first = bytes.first, first | 0x20 == UInt8(ascii: "s") else { return nil }
    let head = Array(bytes.prefix(10))
    guard head.count >= 6, String(decoding: head.prefix(4), as: UTF8.self).lowercased() == "sep=" else {
      return nil
    }
    if head.dropFirst(4).starts(with: [0xEF, 0xBC, 0x8C]) {
      return CSVDialect(separator: .fullWidthComma, start: passingLineEnd(bytes, at: 7))
    }
    guard head[4] < 0x80, head[5] == 0x0A || head[5] == 0x0D else { return nil }
    return CSVDialect(separator: .byte(head[4]), start: passingLineEnd(bytes, at: 5))
  }

  private static func passingLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index < bytes.count else { return index }
    let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    return index + (isPair ? 2 : 1)
  }
}

/// How many fields the first records of a text have, with one separator.
private struct Counts {
  /// What of a text is looked at, in bytes: enough for several forms.
  static let stretch = TextSigns.stretch

  var separator: CSVSeparator
  /// Records that are not blank.
  var records = 0
  /// Records of more than one field.
  var separated = 0
  /// How many records have each number of fields.
  private var sizes: [Int: Int] = [:]
  /// Fields that need their quotes: with a separator, a line end or a quote inside.
  private var quotes = 0

  static func all(in bytes: UnsafeBufferPointer<UInt8>) -> [Counts] {
    CSVSeparator.all.map { Counts(bytes, $0) }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ separator: CSVSeparator) {
    self.separator = separator
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(Self.stretch))
    var scanner = CSVScanner(head, separator: separator)
    var fields = 0
    var isBlank = true
    while let field = scanner.next() {
      fields += 1
      if !trimmed(head, field.range).isEmpty { isBlank = false }
      if field.isQuoted, field.hasEscapes || head[field.range].contains(where: needsQuotes) { quotes += 1 }
      guard field.endsRecord else { continue }
      // The last record of a stretch is cut.
      if scanner.index == head.count, head.count < bytes.count { break }
      if !isBlank { add(fields) }
      fields = 0
      isBlank = true
    }
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  private mutating func add(_ fields: Int) {
    records += 1
    if fields > 1 { separated += 1 }
    sizes[fields, default: 0] += 1
  }

  /// The commonest number of fields above one, and how many records have it.
  private var commonest: (fields: Int, records: Int) {
    let many = sizes.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return many.map { ($0.key, $0.value) } ?? (0, 0)
  }

  /// Whether the text can be nothing else. Prose has commas too, but not the same number in every line.
  var isCertain: Bool {
    let (fields, same) = commonest
    switch separator {
    // TAB-separated text without quotes is read as such.
    case .tab: return quotes > 0 && same * 5 >= records * 4
    case .fullWidthComma: return fields >= 3 && same >= 3 && same * 20 >= records * 19
    default: return fields >= 3 && same >= 2 && same * 5 >= records * 4
    }
  }

  /// How many of 1,000 records agree, and in how many fields.
  var rank: (Int, Int) { (commonest.records * 1000 / max(1, records), commonest.fields) }
}
