import OfficeFiles
import TestSupport
import Testing

@Suite("Parts of a zip archive, whatever it says of itself")
struct ZipArchiveTests {
  static let small = ZipFile(["[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a>甲</a>", "c/": ""])

  @Test("parts are found by name, whatever the case")
  func parts() throws {
    let found = try ZipArchive.open(Self.small.bytes) { (archive) throws(OfficeFileError) in
      let text = String(decoding: try archive.bytes(of: "XL/Workbook.xml"), as: UTF8.self)
      return (archive.names, archive.contains("[content_types].xml"), archive.contains("x"), text)
    }
    #expect(found.0 == ["[Content_Types].xml", "c/", "xl/workbook.xml"])
    #expect(found.1 && !found.2)
    #expect(found.3 == "<a>甲</a>")
    #expect(problem(Self.small.bytes, part: "nowhere") == .missingPart("nowhere"))
  }

  @Test("deflated stretches are what they were")
  func inflating() throws {
    for count in [1, 257, 258, 259, 516, 100_001] {
      var entry = ZipFile.Entry("a", deflated: [.text("甲b"), .repeated(0x41, count: count)])
      let content = Array("甲b".utf8) + Array(repeating: 0x41, count: count)
      entry.checkSum = ZipFile.checkSum(of: content)
      let read = try ZipArchive.open(ZipFile([entry]).bytes) { (archive) throws(OfficeFileError) in
        try archive.bytes(of: "a")
      }
      #expect(read == content)
    }
  }

  @Test("what is no archive, or has a part that cannot be", arguments: refused)
  func refusal(file: RefusedArchive) {
    #expect(problem(file.bytes, part: "a", limits: file.limits) == file.error)
  }

  static let refused: [RefusedArchive] = [
    RefusedArchive("empty", [UInt8](), .notAnArchive),
    RefusedArchive("text", Array("甲乙丙".utf8), .notAnArchive),
    RefusedArchive("head alone", [0x50, 0x4B, 3, 4], .damaged(part: nil)),
    RefusedArchive("no entries", ZipFile([]).bytes, .missingPart("a")),
    RefusedArchive("parent", ["../a"], .unsafeName("../a")),
    RefusedArchive("parent inside", ["x/../../a"], .unsafeName("x/../../a")),
    RefusedArchive("absolute", ["/etc/passwd"], .unsafeName("/etc/passwd")),
    RefusedArchive("drive", ["C:a"], .unsafeName("C:a")),
    RefusedArchive("backslash", ["xl\\a"], .unsafeName("xl\\a")),
    RefusedArchive("nameless", [""], .unsafeName("")),
    RefusedArchive("escape", ["a\u{1B}[31m"], .unsafeName("a\u{1B}[31m")),
    RefusedArchive("twice", ["a", "b", "a"], .duplicateName("a")),
    RefusedArchive("twice but for case", ["a", "A"], .duplicateName("A")),
    RefusedArchive("encrypted", forged { $0.flags = 1 }, .encrypted),
    RefusedArchive("unknown method", forged { $0.method = 12 }, .unknownMethod(part: "a")),
    RefusedArchive("check sum", forged { $0.checkSum ^= 1 }, .damaged(part: "a")),
    RefusedArchive("begins elsewhere", forged { $0.offsetError = 7 }, .damaged(part: "a")),
    RefusedArchive(
      "claims 10 bytes and gives 50 MB",
      ZipFile([bomb(50 << 20) { $0.size = 10 }]).bytes, .ratio(part: "a")),
    RefusedArchive(
      "claims to be packed badly", ZipFile([bomb(50 << 20) { $0.packedSize = .max - 9 }]).bytes,
      .ratio(part: "a")),
    RefusedArchive("bomb", ZipFile([bomb(300 << 20) { _ in }]).bytes, .tooLarge(part: "a", limit: 64 << 20)),
    RefusedArchive(
      "large part", ZipFile([.init("a", Array(repeating: 0x20, count: 101))]).bytes,
      .tooLarge(part: "a", limit: 100)
    ) { $0.partBytes = 100 },
    RefusedArchive(
      "large in all", ZipFile([.init("a", Array(repeating: 0x20, count: 101))]).bytes,
      .tooLarge(part: nil, limit: 100)
    ) { $0.totalBytes = 100 },
    RefusedArchive("many entries", ["a", "b", "c"], .tooManyEntries(limit: 2)) { $0.entries = 2 },
    RefusedArchive("claims many entries", claiming(60_000), .tooManyEntries(limit: 10_000)),
    RefusedArchive(
      "many directories", ZipFile(["a": "1"]).bytes + (0..<20).flatMap { _ in ZipFile([]).bytes },
      .damaged(part: nil)),
    RefusedArchive("claims fewer entries", claiming(0), .damaged(part: nil)),
  ]

  private static func forged(_ change: (inout ZipFile.Entry) -> Void) -> [UInt8] {
    var entry = ZipFile.Entry("a", "甲乙丙")
    change(&entry)
    return ZipFile([entry]).bytes
  }

  private static func bomb(_ count: Int, _ change: (inout ZipFile.Entry) -> Void) -> ZipFile.Entry {
    var entry = ZipFile.Entry("a", deflated: [.text("<a>"), .repeated(0x20, count: count)])
    change(&entry)
    return entry
  }

  private static func claiming(_ count: UInt16) -> [UInt8] {
    var file = ZipFile(["a": "1", "b": "2"])
    file.claimedCount = count
    return file.bytes
  }

  @Test("cut off anywhere it is refused")
  func truncation() {
    let bytes = Self.small.bytes
    for count in 0..<bytes.count {
      let found = problem(Array(bytes[..<count]), part: "xl/workbook.xml")
      #expect(found == (count < 4 ? .notAnArchive : .damaged(part: nil)), "\(count) bytes")
    }
  }

  @Test("a flipped bit is an error or harmless, never another text")
  func flippedBits() {
    let bytes = Self.small.bytes
    for bit in 0..<(bytes.count * 8) {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      let read = try? ZipArchive.open(damaged) { (archive) throws(OfficeFileError) in
        try archive.bytes(of: "xl/workbook.xml")
      }
      #expect(read == nil || read == Array("<a>甲</a>".utf8), "bit \(bit)")
    }
  }
}

/// A file that is no archive for us, and why.
struct RefusedArchive: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var bytes: [UInt8]
  var error: OfficeFileError
  var limits = ArchiveLimits()

  init(
    _ name: String, _ bytes: [UInt8], _ error: OfficeFileError,
    limits: (inout ArchiveLimits) -> Void = { _ in }
  ) {
    testDescription = name
    self.bytes = bytes
    self.error = error
    limits(&self.limits)
  }

  init(
    _ name: String, _ parts: [String], _ error: OfficeFileError,
    limits: (inout ArchiveLimits) -> Void = { _ in }
  ) {
    self.init(name, ZipFile(parts.map { ZipFile.Entry($0, "") }).bytes, error, limits: limits)
  }
}

/// Why a part cannot be read; `nil` when it can.
func problem(_ bytes: [UInt8], part: String, limits: ArchiveLimits = ArchiveLimits()) -> OfficeFileError? {
  do throws(OfficeFileError) {
    try ZipArchive.open(bytes, limits: limits) { (archive) throws(OfficeFileError) in
      try archive.forEachChunk(of: part) { _ in }
    }
    return nil
  } catch { return error }
}
