import FormModel
import Testing

@testable import FormReading

/// Text that is no form, or far too much of one: it ends soon, and nothing is left out.
@Suite("Flowed text: hostile")
struct FlowHostileTests {
  private static let head = "项目支出绩效自评表\n\n项目名称 借还服务\n\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n\n"

  @Test(
    "text keeps every piece",
    arguments: [
      head + String(repeating: "某 ", count: 5_000), head + String(repeating: "某事\n\n", count: 5_000),
      head + String(repeating: "7 ", count: 5_000), head + String(repeating: "（", count: 3_000),
      String(repeating: head, count: 100), String(repeating: "项目名称 项目名称：", count: 3_000),
      String(repeating: "年度\n总体\n", count: 3_000),
      "项目支出绩效自评表\n项目名称\n年度总体目标\n预期目标 实际完成情况\n"
        + String(repeating: "某事已完成。\n\n", count: 3_000),
      head + "产出指标\n\u{0C}\u{0C}\u{0C}\n数量指标\n\u{0C}— 1 —\n", "\u{FEFF}\u{0C}\n\n \u{3000}\u{A0}某\u{200B}",
    ])
  func pieces(_ text: String) throws {
    let grids = try FlowedGrids(text: text.utf8)
    let read = grids.file.grids.flatMap(\.cells).reduce(0) { $0 + grids.text(of: $1).unicodeScalars.count }
    let wanted = text.unicodeScalars.count {
      !$0.properties.isWhitespace && $0 != "\u{FEFF}" && $0 != "\u{200B}"
    }
    #expect(read >= wanted - 4 && read <= wanted)
  }

  @Test("text with more pieces than any number of forms has is refused")
  func tooMany() throws {
    let bytes = [UInt8](repeating: 0x20, count: 1).cycled(with: UInt8(ascii: "a"), 9_000_000)
    #expect(throws: ReadingError.self) {
      _ = try FlowedTextReader().grids(FormInput(bytes: bytes, name: "a.txt"))
    }
  }

  @Test("text cut anywhere is read as far as it goes", arguments: Array(stride(from: 1, to: 200, by: 11)))
  func cut(_ length: Int) throws {
    let text = Self.head + "产出指\n标\n\n数量指标 读者办证 ≥90\n件 95件 10 10\n\n总分 100 90\n"
    _ = try FlowedGrids(text: text.prefix(length).utf8)
  }
}

extension [UInt8] {
  /// These bytes and another in turn, `count` in all.
  fileprivate func cycled(with other: UInt8, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 % 2 == 0 ? self[0] : other }
  }
}
