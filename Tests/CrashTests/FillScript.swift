import TestSupport

/// A form filled line by line, with what must be on the disk after each step.
struct FillScript: Sendable {
  /// What stands after a number of steps.
  struct Stage: Sendable, Equatable {
    /// The question that is asked next, as its card begins.
    var question: String
    /// The form's file.
    var file: String
  }

  /// One answer; with a second, empty line where the program asks again because of an objection.
  let steps: [String]
  /// One more than there are steps.
  let stages: [Stage]

  static let form = "表.yaml"

  /// Runs the program once for each beginning of `answers`.
  init(answers: [String]) throws {
    var (steps, stages): ([String], [Stage]) = ([], [try Self.stage(after: [])])
    for answer in answers {
      var next = try Self.stage(after: steps + [answer])
      let isObjected = next.question == stages[stages.count - 1].question
      steps.append(isObjected ? answer + "\n" : answer)
      if isObjected { next = try Self.stage(after: steps) }
      stages.append(next)
    }
    (self.steps, self.stages) = (steps, stages)
  }

  private static func stage(after steps: [String]) throws -> Stage {
    let folder = try TemporaryFolder()
    let input = steps.map { $0 + "\n" }.joined()
    let run = try CommandRun.jixiao(["fill", form], input: input, folder: folder.path)
    return Stage(question: questions(in: run.output).last ?? "", file: folder.text(form) ?? "")
  }

  /// The first lines of all cards in an output; the last line counts once it is whole.
  static func questions(in output: String) -> [String] {
    output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .filter { $0.hasPrefix("【") && $0.contains("】") }.map(String.init)
  }

  /// A whole form: every kind of question, and answers taken back.
  ///
  /// After each of them the next start asks what the sitting would have asked next.
  static let answers: [String] = [
    "2027", "社区图书自助借还服务", "经常性项目", "某区文化和旅游局", "某区图书馆", "2027-01-01", "2027-12-31",
    "元", "1280000", "1280000", "0", "1280000", "1280000", "0", "0",
    "三年内在全区18个社区布设自助借还设备18台，居民步行15分钟内可以借还图书",
    "2027年在6个社区布设自助借还设备6台，9月30日前开通，全年借还不少于50000册次，读者满意度90%以上",
    "自助借还设备布设数量", "≥6台", "全年借还册次", "≥5册次", ":撤销", "≥50000册次",
    "读者培训次数", ":撤销", "读者培训场次", "≥12场", "", "设备验收合格率", "=100%", "设备正常运行率", "≥98%", "", "设备开通时间",
    "2027年9月30日前", "", "单台设备采购价格", "≤8万元", "", "", "自助借书读者人次", "≥3万人次", "", "",
    "设备可持续使用年限", "≥5年", "", "读者满意度", "≥90%", "", "20", "10", "10", "5", "5", "10", "10", "10",
  ]
}

extension RunningCommand {
  /// Standard output so far.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// Standard error so far.
  var errorText: String { String(decoding: errors, as: UTF8.self) }
  /// The questions shown so far.
  var questions: [String] { FillScript.questions(in: text) }

  /// Starts `jixiao fill`.
  static func fill(_ form: String, in folder: TemporaryFolder) throws -> RunningCommand {
    try RunningCommand(
      BuiltExecutable.jixiao, ["fill", form], environment: CommandRun.environment(home: folder.path),
      folder: folder.path)
  }
}
