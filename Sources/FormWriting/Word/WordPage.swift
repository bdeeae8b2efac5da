import Mustache
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
    let isOpenAbove: Bool
    /// `Head`, `Label` or `Value`.
    let style: String
    /// `left`, `center` or `right`.
    let alignment: String
    /// Its line breaks become those of Word.
    let text: String
    /// Stands there until somebody writes something.
    let hint: Hint?
  }

  struct Hint {
    let name: String
    let text: String
  }
}

// The library would find the properties by reflection, which takes four times as long as all the rest of a document.
// What is not there is `false`: for `nil` it would go on to look in all that stands around.

extension WordPage: MustacheParent {
  func child(named name: String) -> Any? { text(named: name) ?? measure(named: name) ?? content(named: name) }

  private func text(named name: String) -> String? {
    switch name {
    case "title": title
    case "yearLine": yearLine
    case "signature": signature
    case "titleFont": titleFont
    case "bodyFont": bodyFont
    case "project": project
    case "unit": unit
    case "year": year
    default: nil
    }
  }

  private func measure(named name: String) -> Int? {
    switch name {
    case "paperWidth": paperWidth
    case "paperHeight": paperHeight
    case "marginLeft": marginLeft
    case "marginRight": marginRight
    case "marginTop": marginTop
    case "marginBottom": marginBottom
    case "titleSize": titleSize
    case "yearSize": yearSize
    case "bodySize": bodySize
    default: nil
    }
  }

  private func content(named name: String) -> Any? {
    switch name {
    case "tables": tables
    case "hasYearLine": hasYearLine
    case "hasSignature": hasSignature
    case "isLandscape": isLandscape
    default: nil
    }
  }
}

extension WordPage.Table: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "width": width
    case "columns": columns
    case "rows": rows
    default: nil
    }
  }
}

extension WordPage.Row: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "isHead": isHead
    case "cells": cells
    default: nil
    }
  }
}

extension WordPage.Cell: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "width": width
    case "columnSpan": columnSpan.map { $0 as Any } ?? false
    case "beginsMerge": beginsMerge
    case "continuesMerge": continuesMerge
    case "isOpenAbove": isOpenAbove
    case "style": style
    case "alignment": alignment
    case "hasText": !text.isEmpty
    case "text": text
    case "isMerged": columnSpan != nil || beginsMerge || continuesMerge || isOpenAbove
    case "hint": hint.map { $0 as Any } ?? false
    default: nil
    }
  }
}

extension WordPage.Hint: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "name": self.name
    case "text": text
    default: nil
    }
  }
}
