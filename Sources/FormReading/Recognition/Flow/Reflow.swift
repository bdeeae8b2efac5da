/// Turns lines of running text into rows of cells.
struct Reflow {
  let words: FormWords

  /// The grids that a flowed grid holds; text they need is added to the file's buffer.
  func grids(from grid: Grid, in file: inout GridFile) -> [Grid] { [grid] }
}
