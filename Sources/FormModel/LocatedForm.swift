/// A form as a reader returns it: the values, and where in the file each of them stands.
public struct LocatedForm: Sendable, Hashable {
  /// The form itself.
  public var form: Form
  /// The place of every value read; missing for what is not in the file.
  public var locations: FormLocations

  /// Cells that have no place in the form, doubtful rows, notes; in file order.
  public var remarks: [ReadingRemark]

  public init(
    form: Form, locations: FormLocations = [:], remarks: [ReadingRemark] = []
  ) {
    self.form = form
    self.locations = locations
    self.remarks = remarks
  }

  /// The place of a value, or of the row that holds it.
  public func location(of path: FormPath) -> SourceLocation? {
    if let exact = locations[path] { return exact }
    return switch path {
    case .indicator(let row, .some): locations[.indicator(row, nil)]
    case .budget(let line, .some): locations[.budget(line, nil)]
    default: nil
    }
  }
}
