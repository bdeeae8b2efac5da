/// A file to be read as the command line names it, and which of its forms is meant.
struct FormSource: Hashable, Sendable {
  /// `-` is standard input.
  var path: String
  /// The form meant, from 1; `nil` for all of them.
  var number: Int?
  /// Folders between the one that was named and the file: `2027/甲`; empty where the file itself was named.
  var subfolder = ""
  /// Whether a folder was named: then a file of no known format is passed over.
  var isFromFolder = false
  /// What standard input is called; its ending tells the format.
  var standsFor: String?
  /// Whether the path is a pattern like `草稿/*.docx` that no file fits.
  var isUnmatchedPattern = false

  /// - Parameter argument: `FILE`, `FILE#3` for its third form, or `-`. A file whose name really ends in `#3` is
  ///   that file.
  init(argument: String) {
    path = argument
    guard !AtomicFile.exists(argument), let sign = argument.lastIndex(of: "#") else { return }
    let digits = argument[argument.index(after: sign)...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return }
    path = String(argument[..<sign])
    number = Int(digits) ?? .max
  }

  /// A file found in a folder.
  init(path: String, subfolder: String) {
    self.path = path
    self.subfolder = subfolder
    isFromFolder = true
  }

  /// As people name it, with the number of the form.
  var name: String { number.map { "\(shownPath)#\($0)" } ?? shownPath }

  /// The path as people are told it.
  var shownPath: String { standsFor ?? path }

  /// The file's name without folder and ending, for outputs named after it.
  var stem: String {
    guard shownPath != "-" else { return Messages.standardInput }
    let name = AtomicFile.name(of: shownPath)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
