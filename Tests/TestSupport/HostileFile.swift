import Foundation

/// A file that means harm, or no file at all, made in a folder; what is said of it.
public struct HostileFile: Sendable {
  /// Its name in the folder, or an absolute path.
  public var name: String
  /// Words of the error.
  public var words: String
  private let content: Content

  private enum Content: Sendable {
    case bytes(@Sendable () -> [UInt8])
    /// A file that claims a size and holds nothing.
    case sparse(Int)
    case folder
    case pipe
    case link(String)
    case nothing
  }

  private init(_ name: String, _ words: String, _ content: Content) {
    (self.name, self.words, self.content) = (name, words, content)
  }

  /// Puts it into a folder.
  ///
  /// - Returns: its path as a command line names it.
  public func make(in folder: String) throws -> String {
    let path = folder + "/" + name
    switch content {
    case .bytes(let bytes): try Data(bytes()).write(to: URL(fileURLWithPath: path))
    case .sparse(let size):
      try Data().write(to: URL(fileURLWithPath: path))
      guard truncate(path, off_t(size)) == 0 else { throw POSIXError(.EIO) }
    case .folder: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    case .pipe: guard mkfifo(path, 0o600) == 0 else { throw POSIXError(.EIO) }
    case .link(let target):
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    case .nothing: break
    }
    return name
  }

  private static func text(_ text: @escaping @Sendable () -> String) -> Content {
    .bytes { Array(text().utf8) }
  }

  /// What a batch may meet.
  public static let all: [HostileFile] = [
    HostileFile("空文件夹", "没有可读的文件", .folder),
    HostileFile("管道", "这是管道", .pipe),
    HostileFile("/dev/zero", "这是设备", .nothing),
    HostileFile("没有.yaml", "不存在", .nothing),
    HostileFile("断了的链接.yaml", "不存在", .link("哪里都没有")),
    HostileFile("自己的链接.yaml", "自己的链接.yaml", .link("自己的链接.yaml")),
    HostileFile("空.json", "文件是空的", text { "" }),
    HostileFile("空白.yaml", "文件是空的", text { " \n\t\n" }),
    HostileFile("二百兆.txt", "超过 64 MB", .sparse(200 << 20)),
    HostileFile("空字符.yaml", "空字符.yaml:1", text { "年度: 20\u{0}27\n" }),
    HostileFile("转义.yaml", "转义.yaml:1", text { "年度: \u{1B}[31m\n" }),
    HostileFile("截断.json", "内容在这里中断了", text { "{\"kind\": \"target\", \"project\": \"河道" + "\", " }),
    HostileFile("深.json", "深.json:1:", text { "{\"kind\":" + String(repeating: "[", count: 1_000_000) }),
    HostileFile("深.yaml", "深.yaml", text { "绩效指标: " + String(repeating: "[", count: 100_000) }),
    HostileFile("截断.pdf", "截断.pdf", text { "%PDF-1.7\n1 0 obj\n<< /Type /Catalog" }),
    HostileFile(
      "表太多.ndjson", "100000 张表",
      text { String(repeating: "{\"kind\":\"target\"}\n", count: 3_000_000) }),
  ]
}
