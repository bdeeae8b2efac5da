import Foundation
import Testing

@testable import Terminal

@Suite struct HistoryStoreTests {
  private static func withFolder(_ body: (String) throws -> Void) rethrows {
    let folder = NSTemporaryDirectory() + "/jixiao-history-\(UInt64.random(in: 0...UInt64.max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func keepsEachAnswerOnceAndTheNewestLast() {
    let store = HistoryStore(lists: ["值": ["≥1", "≥2", "≥1"]])
    #expect(store.lines(of: "值") == ["≥2", "≥1"])
    store.add("≥2", to: "值")
    store.add("  ", to: "值")
    #expect(store.lines(of: "值") == ["≥1", "≥2"])
    #expect(store.lines(of: "名") == [])
  }

  @Test func keepsAtMostFiveHundred() {
    let store = HistoryStore()
    for number in 1...620 { store.add("\(number)", to: "数") }
    #expect(store.lines(of: "数").count == 500)
    #expect(store.lines(of: "数").first == "121" && store.lines(of: "数").last == "620")
  }

  @Test func comesBackFromItsFolder() {
    Self.withFolder { folder in
      let lines = ["甲 乙", "多\n行", "反\\斜\\n杠", "制表\t符", "\"引\""]
      let store = HistoryStore(folder: folder + "/深/处")
      for line in lines { store.add(line, to: "绩效/目标 1") }
      #expect(store.failure == nil)
      #expect(HistoryStore(folder: folder + "/深/处").lines(of: "绩效/目标 1") == lines)
      #expect(HistoryStore(folder: folder + "/深/处").lines(of: "绩效") == [])
    }
  }

  @Test func twoProgramsShareAFolder() {
    Self.withFolder { folder in
      let (one, other) = (HistoryStore(folder: folder), HistoryStore(folder: folder))
      one.add("甲", to: "列")
      other.add("乙", to: "列")
      one.add("丙", to: "列")
      #expect(HistoryStore(folder: folder).lines(of: "列") == ["甲", "乙", "丙"])
    }
  }

  @Test func anImpossibleFolderStopsNothing() {
    let store = HistoryStore(folder: "/dev/null/nowhere")
    store.add("甲", to: "列")
    #expect(store.failure != nil)
    #expect(store.lines(of: "列") == ["甲"])
  }

  @Test func brokenBytesAreReadAsFarAsTheyGo() throws {
    try Self.withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data([0xFF, 0x0A] + Array("好\n".utf8)).write(to: URL(fileURLWithPath: folder + "/a.history"))
      #expect(HistoryStore(folder: folder).lines(of: "a").last == "好")
    }
  }
}
