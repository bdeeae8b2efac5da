/// Makes keys out of the bytes a terminal sends: UTF-8 characters, escape sequences of cursor and
/// function keys in the dialects of xterm, tmux, rxvt and the Linux console, bracketed pastes.
///
/// A sequence may arrive in pieces; what is unknown is dropped whole and leaves no letters behind.
struct KeyDecoder {
  /// What was pressed.
  enum Key: Equatable {
    case character(Unicode.Scalar)
    case control(UInt8)
    case left, right, up, down, home, end, delete, wordLeft, wordRight, deleteWord
    /// Alt-Enter: a line break within the line.
    case lineBreak
    case paste([UInt8])
  }

  private enum State {
    case ground
    case escape
    /// Within `ESC [`; holds the parameters so far.
    case sequence([UInt8])
    /// After `ESC [ [`, as the Linux console sends for F1 to F5.
    case linuxFunction
    /// After `ESC O`.
    case single
    case character(value: UInt32, missing: Int, least: UInt32)
    case paste([UInt8])
  }

  private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
  private static let replacement: Unicode.Scalar = "\u{FFFD}"
  private var state = State.ground

  /// Whether a key has begun and is not complete.
  var isWithinKey: Bool { if case .ground = state { false } else { true } }

  /// Takes the next byte; gives the keys that are complete with it (none, one, or a broken
  /// character and the next).
  mutating func feed(_ byte: UInt8) -> [Key] {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .sequence(let parameters): return sequence(parameters, byte)
    case .linuxFunction:
      state = .ground
      return []
    case .single:
      state = .ground
      return Self.final(byte, [], single: true).map { [$0] } ?? []
    case .character(let value, let missing, let least):
      return character(value, missing, least, byte)
    case .paste(var bytes):
      state = .ground
      bytes.append(byte)
      if bytes.suffix(6).elementsEqual(Self.pasteEnd) { return [.paste(bytes.dropLast(6))] }
      state = .paste(bytes)
      return []
    }
  }

  private mutating func ground(_ byte: UInt8) -> [Key] {
    switch byte {
    case 0x1B: state = .escape
    case 0x00..<0x20, 0x7F: return [.control(byte)]
    case 0x20..<0x7F: return [.character(Unicode.Scalar(byte))]
    case 0xC2..<0xE0: state = .character(value: UInt32(byte & 0x1F), missing: 1, least: 0x80)
    case 0xE0..<0xF0: state = .character(value: UInt32(byte & 0x0F), missing: 2, least: 0x800)
    case 0xF0..<0xF5: state = .character(value: UInt32(byte & 0x07), missing: 3, least: 0x10000)
    default: return [.character(Self.replacement)]
    }
    return []
  }

  private mutating func character(
    _ value: UInt32, _ missing: Int, _ least: UInt32, _ byte: UInt8
  ) -> [Key] {
    state = .ground
    guard byte & 0xC0 == 0x80 else { return [.character(Self.replacement)] + ground(byte) }
    let value = value << 6 | UInt32(byte & 0x3F)
    if missing > 1 {
      state = .character(value: value, missing: missing - 1, least: least)
      return []
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return [.character(Self.replacement)] }
    // C1 controls steer terminals; no key sends them.
    return (0x80..<0xA0).contains(value) ? [] : [.character(scalar)]
  }

  private mutating func escape(_ byte: UInt8) -> [Key] {
    state = .ground
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .single
    case 0x1B: state = .escape
    case 0x0D, 0x0A: return [.lineBreak]
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return [.wordLeft]
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return [.wordRight]
    case UInt8(ascii: "d"), UInt8(ascii: "D"): return [.deleteWord]
    case 0x7F, 0x08: return [.control(0x17)]
    default: return ground(byte)
    }
    return []
  }

  private mutating func sequence(_ parameters: [UInt8], _ byte: UInt8) -> [Key] {
    switch byte {
    case UInt8(ascii: "[") where parameters.isEmpty: state = .linuxFunction
    case 0x20..<0x40 where parameters.count < 64: state = .sequence(parameters + [byte])
    case 0x1B: state = .escape
    case 0x40..<0x7F:
      state = .ground
      if byte == UInt8(ascii: "~"), parameters.elementsEqual("200".utf8) {
        state = .paste([])
        return []
      }
      return Self.final(byte, parameters, single: false).map { [$0] } ?? []
    default: state = .ground
    }
    return []
  }

  /// The key of a sequence by its last byte.
  private static func final(_ byte: UInt8, _ parameters: [UInt8], single: Bool) -> Key? {
    let fields = parameters.split(separator: UInt8(ascii: ";")).map { String(decoding: $0, as: UTF8.self) }
    let byWord = fields.count > 1 && ["3", "5"].contains(fields[1])
    switch byte {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return byWord ? .wordRight : .right
    case UInt8(ascii: "D"): return byWord ? .wordLeft : .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "c"): return single ? .wordRight : nil
    case UInt8(ascii: "d"): return single ? .wordLeft : nil
    case UInt8(ascii: "M"): return single ? .control(0x0D) : nil
    case UInt8(ascii: "~"):
      switch fields.first {
      case "1", "7": return .home
      case "4", "8": return .end
      case "3": return byWord ? .deleteWord : .delete
      default: return nil
      }
    default: return nil
    }
  }
}
