import OfficeFiles

extension FormInput {
  /// Opens the file as a zip archive, with the caps that hold for it.
  ///
  /// - Throws: what is wrong with the archive or its parts, as an error of this file.
  func archive<Result>(
    _ body: (inout ZipArchive) throws(OfficeFileError) -> Result
  ) throws(ReadingError) -> Result {
    if OfficeKind(bytes) == .compound { throw ReadingError(.compoundFile, in: name) }
    do throws(OfficeFileError) {
      return try ZipArchive.open(bytes, limits: limits.archive, body)
    } catch {
      throw ReadingError(.office(error), in: name)
    }
  }
}
