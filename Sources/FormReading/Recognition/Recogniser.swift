import FormModel
import FormTemplates

/// Makes forms of grids, by the meaning of the cells: the one place that knows what a form looks like.
public struct Recogniser: Sendable {
  /// The words that forms are made of.
  let words: FormWords

  /// - Throws: `TemplateError` where a file of spellings is broken.
  public init(spellings: Spellings) throws(TemplateError) { words = try spellings.words() }

  /// The forms of a file in its order; none where the file is no form at all.
  public func forms(in file: GridFile) -> [LocatedForm] {
    var scanner = FormScanner(file: mended(separated(reflowed(file))), words: words)
    return scanner.scan()
  }

  /// The file with forms that stand side by side one after the other.
  private func separated(_ file: GridFile) -> GridFile {
    guard file.grids.contains(where: { $0.layout == .table }) else { return file }
    var side = SideBySide(words: words)
    guard file.grids.contains(where: { side.border(in: $0, file.text) != nil }) else { return file }
    var result = file
    result.grids = file.grids.flatMap { side.grids(from: $0, file.text) }
    return result
  }

  /// The file with the labels whole that were broken over lines.
  private func mended(_ file: GridFile) -> GridFile {
    guard file.grids.contains(where: { $0.layout == .shifted }) else { return file }
    var result = file
    var cells = BrokenCells(words: words)
    result.grids = file.grids.map { cells.mended($0, in: file.text) }
    return result
  }

  /// The file with its running text as rows of cells.
  private func reflowed(_ file: GridFile) -> GridFile {
    guard file.grids.contains(where: { $0.layout == .flowed }) else { return file }
    var result = file
    let reflow = Reflow(words: words)
    result.grids = file.grids.flatMap { grid in
      grid.layout == .flowed ? reflow.grids(from: grid, in: &result) : [grid]
    }
    return result
  }
}
