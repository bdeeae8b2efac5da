import BundledData
import FormModel
import FormTemplates
import TestSupport
import Testing

@testable import FormReading

/// A text in another encoding.
func encoded(_ text: String, _ encoding: String) -> [UInt8] {
  switch encoding {
  case "UTF-16LE": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  case "UTF-16BE": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  case "UTF-16LE without a mark": Array(encoded(text, "UTF-16LE").dropFirst(2))
  case "UTF-16BE without a mark": Array(encoded(text, "UTF-16BE").dropFirst(2))
  case "UTF-8 with a mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
  case "GB18030": gb18030(text)
  default: Array(text.utf8)
  }
}

/// The text as GB18030, made by looking its characters up in the reader's own table turned round.
private func gb18030(_ text: String) -> [UInt8] {
  text.unicodeScalars.flatMap { scalar in
    scalar.isASCII ? [UInt8(scalar.value)] : gbPairs[scalar] ?? []
  }
}

private let gbPairs: [Unicode.Scalar: [UInt8]] = {
  var pairs: [Unicode.Scalar: [UInt8]] = [:]
  for lead in UInt8(0x81)...0xFE {
    for trail in UInt8(0x40)...0xFE where trail != 0x7F {
      guard let read = TextEncoding.gb18030.converted([lead, trail][...]), read.isWhole else { continue }
      if let scalar = String(decoding: read.text, as: UTF8.self).unicodeScalars.first {
        pairs[scalar] = [lead, trail]
      }
    }
  }
  return pairs
}()

@Suite("Text of every encoding is read as UTF-8")
struct EncodingTests {
  static let encodings = [
    "UTF-8", "UTF-8 with a mark", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16LE without a mark",
    "UTF-16BE without a mark",
  ]

  static let texts = [
    "年度: 2027\n项目名称: 社区图书自助借还服务\n", "项目名称,图书馆\r\n年度,2027\r\n指标值,≥６台“好”—…\r\n",
    "{\"kind\":\"target\",\"project\":\"社区镕服务\"}",
  ]

  @Test("in every encoding the same text", arguments: encodings, texts)
  func text(encoding: String, text: String) throws {
    let input = try FormInput(bytes: encoded(text, encoding), name: "a").decoded()
    #expect(try input.text() == text)
  }

  @Test("a native form and an interchange form", arguments: encodings)
  func forms(encoding: String) throws {
    for (text, name) in [(Self.texts[0], "a.yaml"), (Self.texts[2], "a.json")] {
      let forms = try FormReader.read(encoded(text, encoding), name: name, layouts: layouts)
      #expect(forms.first?.form[.project]?.hasPrefix("社区") == true)
    }
  }

  static let kept: [(String, [UInt8])] = [
    ("UTF-8 with a zero byte", Array("年度\u{0}甲乙丙 abc\n".utf8)), ("ASCII", Array("bush hid the facts".utf8)),
    ("ASCII with a zero byte", Array("bush hid the facts\u{0}".utf8)), ("zero bytes", [0, 0, 0, 0]),
    ("Latin-1", [0x63, 0x61, 0x66, 0xE9, 0x20, 0xE0, 0x20, 0x6C]),
    ("Shift JIS", [0x82, 0xB1, 0x82, 0xEA, 0x82, 0xCD, 0x8E, 0x8E, 0x8C, 0xB1]),
    ("Big5", [0xA6, 0x7E, 0xAB, 0xD7, 0xA5, 0xD8, 0xBC, 0xD0, 0xB6, 0xB5, 0xA5, 0xD8]),
    ("UTF-8 with one damaged byte", Array("项目名称: 甲".utf8) + [0xC4, 0xEA]),
    ("UTF-8 cut in a character", Array("项目名称".utf8.dropLast())),
    ("noise", [0xFE, 0xF0, 0x81, 0xC0, 0x99, 0xE1]),
    ("a workbook", [0x50, 0x4B, 3, 4, 0xC4, 0xEA]), ("PDF", Array("%PDF-1.4 ".utf8) + [0xC4, 0xEA]),
  ]

  @Test("what is not certain stays as it is", arguments: kept)
  func unguessed(name: String, bytes: [UInt8]) throws {
    #expect(try FormInput(bytes: bytes, name: name).decoded().bytes == bytes)
  }

  @Test("text that is not whole UTF-8 is an error with its line, in every text format")
  func damagedUTF8() {
    let tables = [
      "┌───┬───┐\n│ 甲│乙 │\n", "| 甲 | 乙 |\n|---|---|\n", "甲\t乙\n丙\t丁\n", "甲,乙\n丙,丁\n", "项目名称 甲\n乙\n",
    ]
    let readers: [any GridFormat] = [
      PlainTableReader(), PipeTableReader(), TabTextReader(), CSVReader(), FlowedTextReader(),
    ]
    for (table, reader) in zip(tables, readers) {
      let bytes = Array(table.utf8) + [0xEF, 0xBD, 0x09, 0x2D, 0xFF]
      #expect(throws: ReadingError(.notUTF8, in: "a", line: 3), "\(reader.name)") {
        _ = try reader.grids(FormInput(bytes: bytes, name: "a"))
      }
    }
  }

  @Test("random bytes are never taken for text")
  func noise() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      let count = Int.random(in: 20...200, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { continue }
      #expect(try FormInput(bytes: bytes, name: "a").decoded().bytes == bytes)
    }
  }

  static let damaged: [(String, [UInt8], Int)] = [
    ("GB18030", Array(encoded("项目名称\n主管部门\n", "GB18030").dropLast(2)), 2),
    ("UTF-16LE", encoded("甲\n乙\n", "UTF-16LE") + [0x00, 0xD8, 0x41, 0x00], 3),
    ("UTF-16BE", encoded("甲\n", "UTF-16BE") + [0xDC, 0x00, 0, 0x41], 2),
    ("UTF-16LE", Array(encoded("甲\n乙", "UTF-16LE").dropLast()), 2),
  ]

  @Test("damaged text is an error with its line", arguments: damaged)
  func damage(encoding: String, bytes: [UInt8], line: Int) {
    #expect {
      try FormReader.read(bytes, name: "a.csv")
    } throws: { error in
      let error = error as? ReadingError
      return error?.problem == .damagedText(encoding: encoding) && error?.mark?.line == line
    }
  }

  @Test("what is written in place of a character is never more than three bytes for two")
  func room() throws {
    let bytes = encoded(String(repeating: "甲", count: 100_000), "GB18030")
    #expect(try FormInput(bytes: bytes, name: "a").decoded().bytes.count == 300_000)
  }
}
