extension Form {
  /// The printed text at a place: a field, or a cell of a row or budget line. Setting an empty text clears it.
  ///
  /// A place that is no single cell, or that the form does not have, has no text and cannot be set.
  public subscript(_ path: FormPath) -> String? {
    get {
      switch path {
      case .field(let key): self[key]
      case .indicator(let row, let column?) where indicators.indices.contains(row): indicators[row][column]
      case .budget(let line, let column?) where budget.indices.contains(line): budget[line][column]
      default: nil
      }
    }
    set {
      switch path {
      case .field(let key): self[key] = newValue
      case .indicator(let row, let column?) where indicators.indices.contains(row):
        indicators[row][column] = newValue
      case .budget(let line, let column?) where budget.indices.contains(line):
        budget[line][column] = newValue
      default: break
      }
    }
  }
}
