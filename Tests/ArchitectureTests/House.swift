/// The rooms of the house and the arrows between them (DESIGN §2, Documentation/Architecture.md).
enum House {
  struct Room: Sendable {
    /// Rooms, C libraries and packages it may enter.
    var enters: Set<String>
    /// Modules of the system it may use.
    var system: Set<String>
    /// An engine never prints, exits, reads a clock or touches a file.
    var isEngine: Bool
  }

  static let rooms: [String: Room] = [
    "ChineseText": engine(),
    "CLibYAML": world([]),
    "YAMLText": engine("CLibYAML", "ChineseText"),
    "CLibZip": world([]),
    "CLibXML": world([]),
    "CLibXLSXWriter": world([]),
    "OfficeFiles": engine("CLibZip", "CLibXML", "CLibXLSXWriter"),
    "FormModel": engine("ChineseText"),
    "FormTemplates": engine("ChineseText", "FormModel", "YAMLText", "OrderedCollections"),
    "FormScoring": engine("ChineseText", "FormModel", "FormTemplates"),
    "CIconv": world([]),
    "FormReading": engine(
      "CIconv", "ChineseText", "FormModel", "FormTemplates", "YAMLText", "OfficeFiles"),
    "FormRules": engine(
      "ChineseText", "FormModel", "FormTemplates", "FormScoring", "FormComparison", "YAMLText"),
    "FormComparison": engine("ChineseText", "FormModel", "FormTemplates", "FormScoring"),
    "FormWriting": engine(
      "ChineseText", "FormModel", "FormTemplates", "FormScoring", "FormComparison", "YAMLText",
      "OfficeFiles", "Mustache"),
    "FormInterview": engine("ChineseText", "FormModel", "FormTemplates", "FormRules", "FormComparison"),
    "CBundledData": world([]),
    "BundledData": engine("CBundledData"),
    "CEditline": world([]),
    "Terminal": world(["CEditline", "ChineseText"]),
    "JixiaoCommands": world([
      "ChineseText", "YAMLText", "FormModel", "FormTemplates", "FormReading", "FormRules", "FormComparison",
      "FormWriting", "FormInterview", "BundledData", "Terminal", "ArgumentParser",
    ]),
    "jixiao": Room(enters: ["JixiaoCommands"], system: ["Glibc"], isEngine: false),
  ]

  private static func engine(_ enters: String...) -> Room {
    Room(enters: Set(enters), system: ["FoundationEssentials", "Swift", "Synchronization"], isEngine: true)
  }

  private static func world(_ enters: Set<String>) -> Room {
    Room(
      enters: enters, system: ["FoundationEssentials", "Foundation", "Glibc", "Swift", "Synchronization"],
      isEngine: false)
  }

  /// Files that hold the field's own words as data, with the reason why they are no messages.
  static let wordTables: [String: String] = [
    "Sources/ChineseText/CalendarDate.swift": "signs within dates",
    "Sources/FormModel/ChineseNumber.swift": "Chinese digits",
    "Sources/FormInterview/AnswerReading.swift": "signs people type behind numbers",
    "Sources/FormInterview/InterviewCommand.swift": "the names of the commands, one row each",
    "Sources/FormModel/Amount.swift": "signs within amounts of money",
    "Sources/FormModel/MeasureUnit.swift": "units",
    "Sources/FormModel/MeasureUnitReader.swift": "words that are no units",
    "Sources/FormModel/MeasureUnitTable.swift": "units",
    "Sources/FormModel/MoneyUnit.swift": "units of money, written in the form as they stand here",
    "Sources/FormModel/PathLabels.swift": "keys of the native file, read back from places",
    "Sources/FormModel/PrintedNumber.swift": "signs behind years and points",
    "Sources/FormModel/TargetValueDates.swift": "words within deadlines",
    "Sources/FormModel/TargetValueGrades.swift": "words within gradings",
    "Sources/FormModel/TargetValueQuantities.swift": "signs within quantities",
    "Sources/FormModel/TargetValueWords.swift": "words of grades and judgements",
    "Sources/FormReading/Workbook/NumberFormatTable.swift": "formats that spreadsheets have built in",
    "Sources/FormReading/PDF/RadicalLetters.swift": "letters for the radicals of Unicode",
    "Sources/FormRules/Checks/CoverageCheck.swift": "the word that ends the names of levels",
    "Sources/FormRules/FigureSigns.swift": "signs around figures in running text",
    "Sources/FormRules/GoalMeasures.swift": "signs that end a word before a measure",
    "Sources/FormRules/Companions/ListMarker.swift": "how entries of lists are counted",
    "Sources/FormRules/Companions/PeriodInText.swift": "signs within dates",
    "Sources/FormRules/MoneyInText.swift": "signs around amounts in running text",
    "Sources/FormTemplates/NativeLabels.swift": "keys of the native file: the labels of the printed form",
    "Sources/FormTemplates/TemplateRoot.swift": "yes and no as people write them in data files",
    "Sources/FormWriting/Table/FormTableBuilder.swift": "the sign behind years",
    "Sources/YAMLText/YAMLFields.swift": "yes and no as people write them in data files",
  ]

  /// What a command and its arguments are called, in the command's own file.
  static let commandNames = ["aliases:", "valueName:", "case ", "contains("]

  /// Where a kind of thing is registered: adding one touches its own file and one line there.
  struct Registry: Sendable {
    /// The folder with one file for each.
    var folder: String
    /// How the files' names end; the type is named like the file.
    var ending: String
    var list: String
  }

  static let registries: [Registry] = [
    Registry(
      folder: "Sources/JixiaoCommands/Commands", ending: "Command.swift",
      list: "Sources/JixiaoCommands/CommandTable.swift"),
    Registry(
      folder: "Sources/FormWriting/Writers", ending: "Writer.swift",
      list: "Sources/FormWriting/FormWriters.swift"),
    Registry(
      folder: "Sources/FormWriting/Reporters", ending: "Reporter.swift",
      list: "Sources/FormWriting/FindingReporter.swift"),
    Registry(
      folder: "Sources/FormWriting/Comparisons", ending: "Comparison.swift",
      list: "Sources/FormWriting/ComparisonReporter.swift"),
    Registry(
      folder: "Sources/FormWriting/Trends", ending: "Trend.swift",
      list: "Sources/FormWriting/TrendReporter.swift"),
    Registry(
      folder: "Sources/FormReading/Formats", ending: "Reader.swift",
      list: "Sources/FormReading/FormReader.swift"),
    Registry(
      folder: "Sources/FormRules/Checks", ending: "Check.swift", list: "Sources/FormRules/CheckKinds.swift"),
  ]
}
