import FormModel
import Foundation

/// A reference form as the program's values, put together without the program's own reader.
public enum PublishedForm {
  /// - Parameter json: the object of a file of `forms/gold`.
  public static func form(_ json: [String: Any]) -> Form {
    var form = Form(kind: json["kind"] as? String == "target" ? .target : .selfEvaluation)
    for key in FieldKey.standard {
      let holder = key.group.map { json[String($0)] as? [String: Any] ?? [:] } ?? json
      if let value = holder[String(key.name)], !(value is NSNull) { form[key] = "\(value)" }
    }
    for cells in json["budget"] as? [[String: Any]] ?? [] {
      var line = BudgetLine(line: cells["line"] as? String ?? "")
      for column in BudgetLine.Column.allCases { line[column] = cells[column.rawValue] as? String }
      form.budget.append(line)
    }
    for cells in json["indicators"] as? [[String: Any]] ?? [] {
      var row = Indicator(level1: "", level3: "")
      for column in IndicatorColumn.allCases { row[column] = cells[column.rawValue] as? String }
      form.indicators.append(row)
    }
    return form
  }
}
