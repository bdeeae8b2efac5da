import Glibc

/// A folder that gets one file for each form, named after the file it came from.
struct OutputFolder {
  let path: String
  /// The ending of the files.
  let ending: String
  private var taken: Set<String> = []

  init(path: String, ending: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.ending = ending
  }

  /// The file for the next form of a source: `草稿.yaml`, then `草稿-2.yaml`; a name already used in this run is
  /// counted on, so that `甲.xlsx` and `甲.docx` get one each.
  mutating func file(for source: FormSource) -> String {
    let folder = source.subfolder.isEmpty ? path : "\(path)/\(source.subfolder)"
    var number = source.number ?? 1
    while true {
      let name = number > 1 ? "\(source.stem)-\(number)" : source.stem
      let file = "\(folder)/\(name).\(ending)"
      if taken.insert(file).inserted { return file }
      number += 1
    }
  }

  /// Makes the folder of a file where it is missing.
  static func make(_ folder: String) throws(FileError) {
    if InputList.isFolder(folder) { return }
    let parent = AtomicFile.folder(of: folder)
    if parent != folder, parent != "." { try make(parent) }
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw FileError(.write, folder) }
  }
}
