/// Whether a spreadsheet that opens separated values would make something else of a text than what is written: `1-2` and
/// `3/4` become dates, `007` loses its zeros, numbers of more than 15 digits their last ones, `1E5` its letter.
///
/// A whole date (`2027-09-30`) stays one and is not meant; neither are formulas.
///
/// - Parameter text: UTF-8, without blanks at its ends.
public func isMisreadBySpreadsheets(_ text: some Collection<UInt8>) -> Bool {
  guard let first = text.first, isDigit(first), text.count <= longestNumber else { return false }
  let digits = text.count(where: isDigit)
  if digits == text.count { return digits > mostDigits || first == UInt8(ascii: "0") && digits > 1 }
  for sign in [UInt8(ascii: "-"), UInt8(ascii: "/")] where text.contains(sign) {
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    return parts.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(isDigit) }
      && (parts.count == 2 || parts.count == 3 && parts[0].count < 4)
  }
  let isPower = text.count { $0 | 0x20 == UInt8(ascii: "e") } == 1 && digits == text.count - 1
  return isPower || digits > mostDigits && text.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
}

/// Spreadsheets keep so many.
private let mostDigits = 15

/// What is longer is no number at all.
private let longestNumber = 300

private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
