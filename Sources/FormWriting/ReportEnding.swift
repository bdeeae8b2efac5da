/// Endings of files, and the reports that they mean.
public enum ReportEnding {
  /// The names of formats by endings without the dot. A folder of pages has no ending.
  public static let formats = [
    "txt": "human", "json": "json", "md": "markdown", "csv": "csv", "xlsx": "xlsx", "docx": "docx",
  ]

  /// The format that a file's name asks for; `nil` where its ending means none.
  public static func format(of file: String) -> String? {
    guard let point = file.lastIndex(of: ".") else { return nil }
    return formats[file[file.index(after: point)...].lowercased()]
  }
}
