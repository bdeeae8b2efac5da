import FormModel
import FormTemplates
import FormWriting
import Testing

struct FormTableTests {
  /// Each place of each block is covered by exactly one cell.
  private func gaps(_ block: FormTable.Block) -> [String] {
    var cover = Array(repeating: Array(repeating: 0, count: block.widths.count), count: block.rows.count)
    for (row, cells) in block.rows.enumerated() {
      for cell in cells {
        for r in row..<(row + cell.rowSpan) {
          for c in cell.column..<(cell.column + cell.columnSpan) {
            guard cover.indices.contains(r), cover[r].indices.contains(c) else {
              return ["outside \(r),\(c)"]
            }
            cover[r][c] += 1
          }
        }
      }
    }
    return cover.enumerated().flatMap { r, row in
      row.enumerated().compactMap { c, count in count == 1 ? nil : "\(block.kind) \(r),\(c): \(count)" }
    }
  }

  @Test(arguments: Samples.templates) func everyTableIsAFullGrid(id: String) throws {
    let template = try Samples.template(id)
    for seed in 0..<300 as Range<UInt64> {
      var generator = FormGenerator(seed: seed)
      let table = FormTable(generator.form(template), template: template)
      for block in table.blocks {
        #expect(gaps(block).isEmpty, "seed \(seed)")
        #expect(block.widths.reduce(0, +) == FormTable.fullWidth)
      }
      let grid = table.grid
      #expect(grid.widths.reduce(0, +) == FormTable.fullWidth)
      let area = grid.cells.reduce(0) { $0 + $1.rowSpan * $1.columnSpan }
      #expect(area == grid.rowCount * grid.widths.count, "seed \(seed)")
    }
  }

  @Test(arguments: Samples.templates) func everyTextStandsInACell(id: String) throws {
    let template = try Samples.template(id)
    for seed in 0..<300 as Range<UInt64> {
      var generator = FormGenerator(seed: seed)
      let form = generator.form(template)
      let table = FormTable(form, template: template)
      let texts = [table.title, table.yearLine] + table.blocks.flatMap { $0.rows.joined().map(\.text) }
      for text in form.shownTexts(template) where !texts.contains(where: { $0.contains(text) }) {
        Issue.record("seed \(seed): \(text.debugDescription) is lost")
      }
    }
  }

  @Test func pathsLeadToTheText() throws {
    let form = Samples.library
    let table = FormTable(form, template: try Samples.template())
    for cell in table.blocks.flatMap({ $0.rows.joined() }) {
      switch cell.path {
      case .field(.totalWeight): #expect(cell.text == "100")
      case .field(let key): #expect(cell.text == form[key] ?? "")
      case .indicator(let row, let column): #expect(cell.text == column.flatMap { form.indicators[row][$0] })
      default: #expect(cell.path == nil)
      }
    }
  }

  @Test func levelsAreMergedOverTheirRows() throws {
    let table = FormTable(Samples.library, template: try Samples.template())
    let block = try #require(table.blocks.first { $0.kind == .indicators })
    let labels = block.rows.joined().filter { $0.role == .label && $0.columnSpan == 1 }
    #expect(
      labels.filter { $0.column == 1 }.map { "\($0.text) \($0.rowSpan)" } == ["产出指标 5", "效益指标 2", "满意度指标 1"])
    #expect(labels.filter { $0.column == 2 }.map(\.rowSpan) == [2, 1, 1, 1, 1, 1, 1])
  }

  @Test func aLevelThatComesAgainIsNotMergedAcross() throws {
    var form = Form()
    for level in ["产出指标", "效益指标", "产出指标"] {
      form.indicators.append(Indicator(level1: level, level2: "其他指标", level3: "甲"))
    }
    let table = FormTable(form, template: try Samples.template())
    let block = try #require(table.blocks.first { $0.kind == .indicators })
    #expect(
      block.rows.joined().filter { $0.column == 1 && $0.role == .label && $0.columnSpan == 1 }.count == 3)
  }

  @Test func aBlankFormShowsTheLevelsOfItsTemplate() throws {
    let template = try Samples.template()
    let table = FormTable(Form(), template: template)
    let block = try #require(table.blocks.first { $0.kind == .indicators })
    let texts = Set(block.rows.joined().map(\.text))
    for level in template.levels { #expect(texts.contains(level.name)) }
  }

  @Test(arguments: [
    ("2027", "(2027年度)"), ("2027年度", "(2027年度)"), ("2027年", "(2027年)"), ("待定", "(待定)"), ("", ""),
  ]) func yearLine(year: String, line: String) throws {
    let table = FormTable(Form(fields: [.year: year]), template: try Samples.template())
    #expect(table.yearLine == line)
  }

  @Test func amountsStandAsTheyAreAndToTheRight() throws {
    let table = FormTable(Samples.library, template: try Samples.template())
    let block = try #require(table.blocks.first { $0.kind == .funding })
    let amount = try #require(block.rows.joined().first { $0.path == .field(.projectTotal) })
    #expect(amount.text == "178,705,000.00")
    #expect(amount.alignment == .trailing)
    #expect(block.side?.text == "项目资金(元)")
  }

  @Test func selfEvaluationsShowBudgetScoresAndGrade() throws {
    var template = try Samples.template()
    template.kind = .selfEvaluation
    template.columns += [
      TemplateColumn(column: .actual, label: "实际完成值", meaning: ""),
      TemplateColumn(column: .score, label: "自评得分", meaning: ""),
    ]
    var form = Samples.library
    form.kind = .selfEvaluation
    form.budget = [
      BudgetLine(line: "total", cells: [.initial: "100.00", .executed: "99.50", .rate: "99.5%"])
    ]
    form[.grade] = "优"
    form[.totalScore] = "98.5"
    form.indicators[0][.actual] = "7台"
    form.indicators[0][.score] = "10"
    let table = FormTable(form, template: template)
    let texts = Set(table.blocks.flatMap { $0.rows.joined().map(\.text) })
    #expect(texts.isSuperset(of: ["99.50", "99.5%", "优", "98.5", "7台", "年度资金总额", "评分等级", "自评得分"]))
    #expect(table.blocks.allSatisfy { gaps($0).isEmpty })
  }
}

struct WeightSummaryTests {
  @Test func sumsByFirstLevel() throws {
    let summary = WeightSummary(Samples.library, template: try Samples.template())
    #expect(summary.lines.map { "\($0.level) \($0.points ?? -1)" } == ["产出指标 50", "效益指标 30", "满意度指标 10"])
    #expect(summary.execution == 10)
    #expect(summary.total == 100)
  }

  @Test func aTextThatIsNoNumberHasNoSum() throws {
    var form = Samples.library
    form.indicators[0].weight = Score("十分")
    form.indicators[7].weight = nil
    let summary = WeightSummary(form, template: try Samples.template())
    #expect(summary.lines.map(\.points) == [nil, 30, 0])
    #expect(summary.lines.map(\.rowsWithoutPoints) == [0, 0, 1])
    #expect(summary.total == nil)
  }

  @Test func anOwnRowForExecutionIsNotCountedTwice() throws {
    var form = Samples.library
    form.indicators.append(Indicator(level1: "产出指标", level3: "预算执行率", weight: Score("10")))
    let summary = WeightSummary(form, template: try Samples.template())
    #expect(summary.execution == nil)
    #expect(summary.total == 100)
  }
}
