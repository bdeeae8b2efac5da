/// `text` with full-width ASCII (`９５％`) and ideographic spaces made half width, for comparing and
/// parsing. Chinese punctuation that has no ASCII form (`、`, `。`, `“`) stays. Idempotent.
public func folded(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 == 0xEF || $0 == 0xE3 }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(folded(scalar)) }
  return String(result)
}

/// ``folded(_:)`` without any white space, zero-width spaces and byte-order marks included.
public func foldedWithoutSpace(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !isBlank(scalar) { result.append(folded(scalar)) }
  return String(result)
}

/// One scalar, half width where it is full-width ASCII or an ideographic space.
public func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
  case 0x3000: " "
  default: scalar
  }
}

/// Whether a scalar shows nothing: Unicode white space, U+200B zero-width space, U+FEFF.
public func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
    0xFEFF:
    true
  default: false
  }
}
