import FormInterview
import FormModel
import Glibc
import TestSupport
import Testing

@testable import JixiaoCommands

@Suite struct DraftStoreTests {
  private static func encode(_ form: Form) -> String { "项目名称: \(form[.project] ?? "")\n" }

  private static func lock(_ path: String) -> DraftLock? {
    if case .held(let lock) = DraftLock.take(for: path, now: "2027-01-05 09:30") { lock } else { nil }
  }

  private static func store(_ path: String, text: String?) -> DraftStore {
    DraftStore(path: path, text: text, encode: encode, lock: lock(path))
  }

  private static func rename(_ from: String?, _ to: String?) -> JournalEntry {
    .edit(.field(.project, from: from, to: to))
  }

  @Test func historyReachesBackPastARestart() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/表.yaml"
    do {
      let store = Self.store(path, text: nil)
      try store.save(Form())
      try store.save(Form(fields: [.project: "甲"]), after: Self.rename(nil, "甲"))
      try store.save(Form(fields: [.project: "乙"]), after: Self.rename("甲", "乙"))
      try store.save(Form(fields: [.project: "甲"]), after: .undo)
      try store.save(Form(fields: [.project: "甲"]), after: .pass(.field(.category)))
    }
    let text = String(decoding: try AtomicFile.read(path), as: UTF8.self)
    let remains = Self.store(path, text: text).remains()
    #expect(text == "项目名称: 甲\n")
    #expect(remains.history.done == [.field(.project, from: nil, to: "甲")])
    #expect(remains.history.undone == [.field(.project, from: "甲", to: "乙")])
    #expect(remains.passed == [.field(.category)])
    #expect(remains.recovered.isEmpty && !remains.isForeign)
    #expect(!folder.names.contains { $0.hasSuffix(".tmp") || $0.hasSuffix(".lock") && $0.hasPrefix("x") })
  }

  @Test func aStepThatDidNotReachTheFileIsFound() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/表.yaml"
    do {
      let store = Self.store(path, text: nil)
      try store.save(Form())
      try store.save(Form(fields: [.project: "甲"]), after: Self.rename(nil, "甲"))
    }
    // What a kill between the journal's line and the rename leaves: the journal is one step ahead.
    try AtomicFile.write("项目名称: \n", to: path)
    let remains = Self.store(path, text: "项目名称: \n").remains()
    #expect(remains.recovered == [.field(.project, from: nil, to: "甲")])
  }

  /// A form written by hand looks otherwise than the program would write it.
  private static let byHand = "项目名称:   手写\n"

  @Test func aQuestionPassedInAFileWrittenByHandIsRemembered() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/表.yaml"
    try AtomicFile.write(Self.byHand, to: path)
    do {
      let store = Self.store(path, text: Self.byHand)
      try store.save(Form(fields: [.project: "手写"]), after: .pass(.field(.category)))
    }
    let remains = Self.store(path, text: Self.byHand).remains()
    #expect(!remains.isForeign)
    #expect(remains.passed == [.field(.category)])
  }

  @Test func theFirstStepOnAFileWrittenByHandIsFound() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/表.yaml"
    try AtomicFile.write(Self.byHand, to: path)
    do {
      let store = Self.store(path, text: Self.byHand)
      try store.save(Form(fields: [.project: "甲"]), after: Self.rename("手写", "甲"))
    }
    try AtomicFile.write(Self.byHand, to: path)
    let remains = Self.store(path, text: Self.byHand).remains()
    #expect(remains.recovered == [.field(.project, from: "手写", to: "甲")])
    #expect(!remains.isForeign)
  }

  @Test func whatWasPassedBeforeTheFirstAnswerIsRemembered() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/表.yaml"
    do {
      let store = Self.store(path, text: nil)
      try store.save(Form(), after: .pass(.field(.year)))
      try store.save(Form(), after: .pass(.field(.category)))
      try store.save(Form(fields: [.project: "甲"]), after: Self.rename(nil, "甲"))
    }
    let remains = Self.store(path, text: "项目名称: 甲\n").remains()
    #expect(remains.passed == [.field(.year), .field(.category)])
  }

  @Test func rowsThatGotOtherNumbersAreNotTakenForPassed() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/表.yaml"
    let text = "项目名称: \n"
    do {
      let store = Self.store(path, text: nil)
      let row = Indicator(level1: "产出指标", level2: "数量指标", level3: "设备数量")
      try store.save(Form(), after: .edit(.insert(row, at: 0)))
      try store.save(Form(), after: .pass(.cell(row: 0, .target)))
      try store.save(Form(), after: .edit(.insert(row, at: 0)))
    }
    #expect(Self.store(path, text: text).remains().passed.isEmpty)
  }

  @Test func aTornLastLineIsLeftOut() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/表.yaml"
    do {
      let store = Self.store(path, text: nil)
      try store.save(Form())
      try store.save(Form(fields: [.project: "甲"]), after: Self.rename(nil, "甲"))
    }
    let journal = folder.path + "/.表.yaml.journal"
    let bytes = try AtomicFile.read(journal)
    try AtomicFile.write(String(decoding: bytes, as: UTF8.self) + "{\"step\":{\"edi", to: journal)
    let store = Self.store(path, text: "项目名称: 甲\n")
    #expect(store.remains().history.done.count == 1)
    try store.save(Form(fields: [.project: "乙"]), after: Self.rename("甲", "乙"))
    #expect(Self.store(path, text: "项目名称: 乙\n").remains().history.done.count == 2)
  }

  @Test func aFileChangedByHandIsNeverOverwritten() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/表.yaml"
    let store = Self.store(path, text: nil)
    try store.save(Form())
    try AtomicFile.write("项目名称: 手改\n", to: path)
    #expect(throws: FileError(.changedMeanwhile, path, code: 0)) {
      try store.save(Form(fields: [.project: "甲"]), after: Self.rename(nil, "甲"))
    }
    #expect(String(decoding: try AtomicFile.read(path), as: UTF8.self) == "项目名称: 手改\n")
    let again = DraftStore(path: path, text: "项目名称: 手改\n", encode: Self.encode, lock: nil)
    #expect(again.remains().isForeign)
  }

  @Test func aByteOrderMarkIsNoChangeByHand() throws {
    let folder = try TemporaryFolder()
    try folder.write("\u{FEFF}项目名称: 甲\n", to: "表.yaml")
    let path = folder.path + "/表.yaml"
    let store = Self.store(path, text: try FormFiles.text(at: path))
    try store.save(Form(fields: [.project: "乙"]), after: Self.rename("甲", "乙"))
    #expect(folder.text("表.yaml") == "项目名称: 乙\n")
  }

  @Test func theSecondProgramIsToldWhoHoldsTheForm() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/表.yaml"
    let first = try #require(Self.lock(path))
    guard case .heldBy(let holder) = DraftLock.take(for: path, now: "later") else {
      Issue.record("two programs hold one form")
      return
    }
    #expect(holder.process == String(getpid()))
    #expect(holder.since == "2027-01-05 09:30")
    withExtendedLifetime(first) {}
  }

  @Test func aLockGoesWithItsHolder() throws {
    let folder = try TemporaryFolder()
    _ = Self.lock(folder.path + "/表.yaml")
    #expect(Self.lock(folder.path + "/表.yaml") != nil)
  }

  @Test func withoutTheLockNothingIsWritten() throws {
    let folder = try TemporaryFolder()
    let store = DraftStore(path: folder.path + "/表.yaml", text: nil, encode: Self.encode, lock: nil)
    #expect(throws: FileError.self) { try store.save(Form()) }
    #expect(folder.names.isEmpty)
  }

  @Test func aVanishedFolderIsAnErrorThatSaysSo() {
    let error = #expect(throws: FileError.self) { try AtomicFile.write("x", to: "/nonexistent/表.yaml") }
    #expect(error?.code == ENOENT)
    #expect(error?.message.contains("文件夹不存在") == true)
    #expect(error?.exitCode == .cannotCreate)
  }

  @Test func aLinkIsFollowedAndModesAreKept() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write("旧", to: folder.path + "/a.yaml")
    chmod(folder.path + "/a.yaml", 0o600)
    symlink(folder.path + "/a.yaml", folder.path + "/b.yaml")
    try AtomicFile.write("新", to: folder.path + "/b.yaml")
    var status = stat()
    #expect(lstat(folder.path + "/b.yaml", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(folder.path + "/a.yaml", &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(String(decoding: try AtomicFile.read(folder.path + "/a.yaml"), as: UTF8.self) == "新")
  }
}
