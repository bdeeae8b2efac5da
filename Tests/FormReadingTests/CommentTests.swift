import FormModel
import FormReading
import FormTemplates
import FormWriting
import TestSupport
import Testing
import YAMLText

@Suite("Comments of a native file")
struct CommentTests {
  /// A file as a person writes it, in the writer's own layout.
  static let file = """
    # 2027 年第一稿，王工

    模板: shanghai-target
    年度: 2027  # 预算年度
    # 名称与预算系统一致
    项目名称: 社区图书自助借还服务
    主管部门:  # 待定

    项目资金:
      单位: 元
      项目资金总额: {合计: 1280000.00, 财政资金: 1280000.00, 其他资金: 0}  # 见批复
      年度资金申请总额:
        合计: 1280000.00
        # 含质保金
        当年财政拨款: 1280000.00
    项目总目标: |  # 抄自规划
      第一段 # 不是注释

      第二段

    # 下面是指标
    绩效指标:  # 共三条
      产出指标:
        # 数量
        数量指标:
          # 去年 4 台
          - 三级指标: 设备数量  # 改过
            指标值: ≥6台
            # 待商定
            权重: 10
          - 三级指标: 借还册次
          # - 三级指标: 备用
      # 效益另议
    免检: []

    # 完

    """

  private func document(_ text: String) throws -> NativeDocument {
    try #require(try NativeDocument.read(text, layouts: layouts))
  }

  private func written(_ edit: (inout Form) -> Void) throws -> String {
    var document = try document(Self.file)
    edit(&document.form)
    return YAMLWriter.text(of: document, layouts: layouts)
  }

  @Test("all stand where they stood when nothing was edited")
  func unchanged() throws { #expect(try written { _ in } == Self.file) }

  @Test("stay with a row that was renamed, moved or given another level")
  func renamed() throws {
    let renamed = try written { $0.indicators[0].level3 = "自助设备数量" }
    #expect(renamed == Self.file.replacing("三级指标: 设备数量", with: "三级指标: 自助设备数量"))
    let moved = try written { $0.indicators.swapAt(0, 1) }
    #expect(
      moved.contains(
        """
        - 三级指标: 借还册次
              # - 三级指标: 备用
              # 去年 4 台
              - 三级指标: 设备数量  # 改过

        """))
    let other = try written { $0.indicators[0].level2 = "质量指标" }
    #expect(other.contains("    质量指标:\n      # 去年 4 台\n      - 三级指标: 设备数量  # 改过\n"))
  }

  @Test("of a deleted row go to its level")
  func deleted() throws {
    let text = try written { $0.indicators.remove(at: 0) }
    #expect(
      text.contains(
        """
            # 数量
            # 去年 4 台
            # 改过
            # 待商定
            数量指标:
              - 三级指标: 借还册次

        """))
  }

  @Test("survive the loss of every row and field")
  func emptied() throws {
    let text = try written { $0 = Form(template: $0.template) }
    for comment in yamlComments(in: Self.file) where !comment.text.isEmpty {
      #expect(text.components(of: comment.text) == 1, "\(comment.text)\n\(text)")
    }
  }

  /// What may happen to a form between reading and writing.
  static func edit(_ form: inout Form, _ forms: inout GeneratedForms) {
    let row = form.indicators.indices.randomElement(using: &forms.random)
    switch Int.random(in: 0..<12, using: &forms.random) {
    case 0: if let row { form.indicators[row].level3 = forms.name() }
    case 1: if let row { form.indicators.remove(at: row) }
    case 2: if let row { form.indicators.insert(form.indicators[row], at: 0) }
    case 3: if let row { form.indicators[row].level2 = "质量指标" }
    case 4: form.indicators.shuffle(using: &forms.random)
    case 5: if let row { form.indicators[row].target = nil }
    case 6: form[forms.random.pick(FieldKey.standard)] = nil
    case 7: form[forms.random.pick(FieldKey.standard)] = forms.line()
    case 8: form.suppressions.removeAll()
    case 9: form.budget.removeAll()
    case 10: form.indicators.removeAll()
    default: form.emptyLevels = [forms.line()]
    }
  }

  @Test("are each in the file once, whatever is edited", arguments: Array(UInt64(1)...6))
  func law(seed: UInt64) throws {
    var forms = GeneratedForms(seed: seed &* 77, templates: library.ids)
    for number in 0..<100 {
      let text = YAMLWriter.text(of: forms.form(), layouts: layouts)
      let (commented, comments, isAligned) = commenting(text, &forms.random)
      var document = try document(commented)
      if isAligned {
        try #require(
          YAMLWriter.text(of: document, layouts: layouts) == commented, "seed \(seed), form \(number)")
      }
      for _ in 0..<3 { Self.edit(&document.form, &forms) }
      let edited = YAMLWriter.text(of: document, layouts: layouts)
      let found = yamlComments(in: edited).map(\.text).filter { !$0.isEmpty }.sorted()
      try #require(
        found == comments.sorted(), "seed \(seed), form \(number):\n\(commented)\n=====\n\(edited)")
      let again = try self.document(edited)
      try #require(again.form == document.form, "seed \(seed), form \(number):\n\(edited)")
      try #require(
        YAMLWriter.text(of: again, layouts: layouts) == edited, "seed \(seed), form \(number):\n\(edited)")
    }
  }
}

/// The text with comments in random places outside block texts, the comments, and whether each stands as the
/// writer would put it.
private func commenting(_ text: String, _ random: inout SplitMix64) -> (String, [String], Bool) {
  var out: [String] = []
  var comments: [String] = []
  let isAligned = random.one(in: 2)
  var block: Int?
  func comment() -> String {
    comments.append("# 注\(comments.count)：键: 值 # \"")
    return comments[comments.count - 1]
  }
  for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
    let indent = line.prefix { $0 == " " }.count
    if let start = block {
      if line.isEmpty || indent > start {
        out.append(line)
        continue
      }
      block = nil
    }
    if line.isEmpty {
      out.append(line)
      continue
    }
    if random.one(in: 4) {
      let column = isAligned ? indent : random.pick([0, indent, indent, 2].filter { $0 <= max(indent, 0) })
      out.append(String(repeating: " ", count: column) + comment())
    }
    let key = line.drop { $0 == " " || $0 == "-" }
    let isRow = line.dropFirst(indent).hasPrefix("- ")
    if key.hasSuffix(": |") || key.hasSuffix(": |2") { block = isRow ? indent + 2 : indent }
    out.append(random.one(in: 4) ? line + "  " + comment() : line)
  }
  return (out.joined(separator: "\n"), comments, isAligned)
}

extension String {
  /// How often a part occurs.
  func components(of part: String) -> Int { ranges(of: part).count }
}
