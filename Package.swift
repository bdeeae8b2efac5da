// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A library of the house: its name, the rooms it may enter, and the packages it uses.
func room(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict)
}

/// The tests of one room. `TestSupport` carries generators, seeds and process helpers.
func tests(_ name: String, of rooms: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: rooms + ["TestSupport"], path: "Tests/\(name)", exclude: exclude,
    swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let collections = Target.Dependency.product(
  name: "OrderedCollections", package: "swift-collections")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
  name: "jixiao",
  products: [.executable(name: "jixiao", targets: ["jixiao"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    room("ChineseText"),
    .target(name: "CLibYAML", linkerSettings: [.linkedLibrary("yaml")]),
    room("YAMLText", uses: ["CLibYAML", "ChineseText"]),
    .target(name: "CLibZip"),
    .target(name: "CLibXML", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    .target(name: "CLibXLSXWriter"),
    room("OfficeFiles", uses: ["CLibZip", "CLibXML", "CLibXLSXWriter"]),
    room("FormModel", uses: ["ChineseText"]),
    room("FormTemplates", uses: ["ChineseText", "FormModel", "YAMLText", collections]),
    room("FormScoring", uses: ["ChineseText", "FormModel", "FormTemplates"]),
    .target(name: "CIconv"),
    room(
      "FormReading",
      uses: ["CIconv", "ChineseText", "FormModel", "FormTemplates", "YAMLText", "OfficeFiles"]),
    room(
      "FormRules",
      uses: ["ChineseText", "FormModel", "FormTemplates", "FormScoring", "FormComparison", "YAMLText"]),
    room("FormComparison", uses: ["ChineseText", "FormModel", "FormTemplates", "FormScoring"]),
    room(
      "FormWriting",
      uses: [
        "ChineseText", "FormModel", "FormTemplates", "FormScoring", "FormComparison", "YAMLText",
        "OfficeFiles",
        mustache,
      ]),
    room(
      "FormInterview",
      uses: ["ChineseText", "FormModel", "FormTemplates", "FormRules", "FormComparison"]),
    .target(name: "CBundledData", exclude: ["files.inc"]),
    room("BundledData", uses: ["CBundledData"]),
    .target(name: "CEditline", linkerSettings: [.linkedLibrary("edit")]),
    room("Terminal", uses: ["CEditline", "ChineseText"]),
    room(
      "JixiaoCommands",
      uses: [
        "ChineseText", "YAMLText", "FormModel", "FormTemplates", "FormReading", "FormRules",
        "FormComparison", "FormWriting", "FormInterview", "BundledData", "Terminal", argumentParser,
      ]),
    .executableTarget(name: "jixiao", dependencies: ["JixiaoCommands"], swiftSettings: strict),

    .executableTarget(
      name: "line-editor-probe", dependencies: ["Terminal"], path: "Tests/LineEditorProbe",
      swiftSettings: strict),
    .executableTarget(
      name: "jixiao-bench",
      dependencies: [
        "BundledData", "FormInterview", "FormModel", "FormReading", "FormRules", "FormTemplates",
        "FormWriting", "TestSupport", "jixiao",
      ], path: "Tests/Benchmarks", swiftSettings: strict),
    .target(name: "CPty", path: "Tests/CPty", linkerSettings: [.linkedLibrary("util")]),
    .target(name: "CSpawn", path: "Tests/CSpawn"),
    .target(
      name: "TestSupport", dependencies: ["FormModel", "CPty", "CSpawn"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("ChineseTextTests", of: ["ChineseText"]),
    tests("YAMLTextTests", of: ["YAMLText"]),
    tests("OfficeFilesTests", of: ["OfficeFiles"]),
    tests("FormModelTests", of: ["FormModel"]),
    tests("FormTemplatesTests", of: ["FormTemplates", "BundledData", "FormModel", "YAMLText"]),
    tests(
      "FormReadingTests", of: ["FormReading", "OfficeFiles", "FormWriting", "FormTemplates", "BundledData"]),
    tests("FormScoringTests", of: ["FormScoring", "FormTemplates", "BundledData", "FormModel"]),
    tests("RuleTests", of: ["FormRules", "FormComparison", "FormReading", "FormTemplates", "BundledData"]),
    tests(
      "FormComparisonTests",
      of: [
        "FormComparison", "FormModel", "FormTemplates", "FormScoring", "FormRules", "BundledData",
        "ChineseText",
      ]),
    tests("FormInterviewTests", of: ["FormInterview", "FormModel", "FormRules", "FormTemplates"]),
    tests(
      "FormWritingTests",
      of: ["FormComparison", "FormWriting", "FormReading", "FormTemplates", "BundledData"]),
    tests("TerminalTests", of: ["Terminal", "CEditline", "CPty", "jixiao", "line-editor-probe"]),
    tests(
      "JixiaoCommandsTests",
      of: [
        "JixiaoCommands", "FormInterview", "FormModel", "FormReading", "FormRules", "FormTemplates",
        "FormWriting",
        "Terminal",
        argumentParser,
      ]),
    tests("CrashTests", of: ["jixiao"]),
    tests("ScenarioTests", of: ["jixiao"], exclude: ["Scenarios"]),
    tests("ArchitectureTests", of: []),
  ],
  swiftLanguageModes: [.v6]
)

// Only for `make fuzz`: an executable whose `main` is libFuzzer's.
if Context.environment["JIXIAO_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "form-fuzzer", dependencies: ["BundledData", "FormReading", "FormTemplates", "TestSupport"],
      path: "Tests/Fuzzing", exclude: ["Seeds", "run", "words.txt"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
