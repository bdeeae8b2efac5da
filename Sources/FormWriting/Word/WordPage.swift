import OfficeFiles

/// What the parts of the Word layout can name; the property names are the layout's words. Lengths are twips, sizes of
/// letters half points.
struct WordPage {
  let title: String
  let hasYearLine: Bool
  let yearLine: String
  let tables: [Table]
  let hasSignature: Bool
  let signature: String
  let isLandscape: Bool
  let paperWidth: Int
  let paperHeight: Int
  let marginLeft: Int
  let marginRight: Int
  let marginTop: Int
  let marginBottom: Int
  let titleFont: String
  let bodyFont: String
  let titleSize: Int
  let yearSize: Int
  let bodySize: Int
  // Properties of the document.
  let project: String
  let unit: String
  let year: String

  struct Table {
    let width: Int
    let columns: [Int]
    let rows: [Row]
  }

  struct Row {
    /// Whether it is repeated on every page.
    let isHead: Bool
    let cells: [Cell]
  }

  struct Cell {
    let width: Int
    /// `nil` for one.
    let columnSpan: Int?
    let beginsMerge: Bool
    let continuesMerge: Bool
    let isOpenBelow: Bool
    let isOpenAbove: Bool
    /// `Head`, `Label` or `Value`.
    let style: String
    /// `left`, `center` or `right`.
    let alignment: String
    let lines: [Line]
  }

  struct Line {
    /// Whether it stands below another one.
    let isNext: Bool
    let text: String
  }
}
