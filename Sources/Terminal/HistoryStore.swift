import CEditline
import Glibc

/// Former answers, one list per kind of question, oldest first; kept in memory or in a folder.
///
/// A folder holds one file per list, one answer a line (`\n` and `\\` escaped). Two programs may use
/// one folder: each addition starts from what the file holds then. History is a comfort, so an
/// unwritable folder stops nothing; see ``failure``.
public final class HistoryStore {
  /// The most answers a list keeps.
  public static let limit = 500

  /// Why the last addition could not be kept on disk (the system's error number); `nil`: it was.
  public private(set) var failure: Int32?
  private var lists: [String: [String]]
  private let folder: String?

  /// Lists in memory.
  public init(lists: [String: [String]] = [:]) {
    self.lists = lists.mapValues { Self.tidied($0) }
    folder = nil
  }

  /// Lists in files of `folder`, which is made when the first answer is added.
  public init(folder: String) {
    lists = [:]
    self.folder = folder
  }

  /// The answers of a list, oldest first; each once.
  public func lines(of list: String) -> [String] {
    if let lines = lists[list] { return lines }
    let lines = stored(list)
    lists[list] = lines
    return lines
  }

  /// Adds an answer as the newest; an equal older one goes. Blank answers are not kept.
  public func add(_ line: String, to list: String) {
    guard line.contains(where: { !$0.isWhitespace }) else { return }
    let known = folder == nil ? lines(of: list) : stored(list)
    let lines = Self.tidied(known + [line])
    lists[list] = lines
    guard let folder else { return }
    TextFile.makeFolder(folder)
    let text = lines.map { Self.escaped($0) + "\n" }.joined()
    let result = TextFile.replace(path(of: list, in: folder), with: text)
    failure = result == 0 ? nil : result
  }

  private func stored(_ list: String) -> [String] {
    guard let folder, let bytes = TextFile.read(path(of: list, in: folder)) else { return [] }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map {
      Self.unescaped(String(decoding: $0, as: UTF8.self))
    }
    return Self.tidied(lines)
  }

  /// The file of a list; signs that mean something in paths are replaced by their code points.
  private func path(of list: String, in folder: String) -> String {
    var name = ""
    for scalar in list.unicodeScalars {
      let isPlain =
        scalar.value >= 0x80 || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || scalar == "-"
      name += isPlain ? String(scalar) : "%" + String(scalar.value, radix: 16)
    }
    return folder + "/" + name + ".history"
  }

  private static func tidied(_ lines: [String]) -> [String] {
    var seen: Set<String> = []
    let newestFirst = lines.reversed().filter { seen.insert($0).inserted }.prefix(limit)
    return newestFirst.reversed()
  }

  private static func escaped(_ line: String) -> String {
    var text = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func unescaped(_ line: String) -> String {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      switch (isEscaped, scalar) {
      case (false, "\\"):
        isEscaped = true
        continue
      case (true, "n"): text.append("\n")
      case (true, "r"): text.append("\r")
      default: text.append(scalar)
      }
      isEscaped = false
    }
    return String(text)
  }
}
