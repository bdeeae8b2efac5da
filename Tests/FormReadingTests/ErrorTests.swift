import FormModel
import FormReading
import FormTemplates
import Testing
import YAMLText

/// A broken file, and what is said about it.
struct Broken: CustomTestStringConvertible, Sendable {
  var text: String
  var place: String
  var message: String
  var help: String
  var testDescription: String { message }

  init(_ text: String, _ place: String, _ message: String, _ help: String) {
    self.text = text
    self.place = place
    self.message = message
    self.help = help
  }
}

@Suite("Errors say what, where and what to do")
struct ErrorTests {
  static let yaml: [Broken] = [
    Broken("模板: shanghai-taget\n", "1:5", "“模板”不能是“shanghai-taget”", "是不是“shanghai-target”？"),
    Broken("模板: shanghai-target\n承担单位: 甲\n实施单位: 乙\n", "3:1", "“实施单位”写了两次（第一次在第 2 行）", "只保留一处"),
    Broken("年度: 2027\n年度: 2028\n", "2:1", "“年度”写了两次（第一次在第 1 行）", "只保留一处"),
    Broken("年度: 2027\n项目名秤: 甲\n", "2:1", "不认识的键“项目名秤”", "是不是“项目名称”？"),
    Broken("年度：2027\n", "1:3", "“年度”后面是全角冒号“：”", "改成半角冒号加空格：“年度: …”"),
    Broken("年度: 2027\n项目名称：甲\n主管部门: 乙\n", "2:5", "“项目名称”后面是全角冒号“：”", "改成半角冒号"),
    Broken("项目名称: 甲\n主管部门：乙\n", "2:5", "“主管部门”后面是全角冒号“：”", "改成半角冒号"),
    Broken("年度: 2027\n项目名称:甲\n主管部门: 乙\n", "2:5", "“项目名称:”后面缺一个空格", "冒号后加一个空格"),
    Broken("项目资金:\n  项目资金总额: {合计：1, 财政资金: 2}\n", "2:14", "“合计”后面是全角冒号“：”", "改成半角冒号"),
    Broken("项目资金:\n  项目资金总额: 100\n", "2:11", "“项目资金总额”应当是一组“键: 值”", "另起一行，缩进两格，写“键: 值”"),
    Broken("项目资金:\n  总额: {合计: 1}\n", "2:3", "不认识的键“总额”", "可用的有：单位、项目资金总额"),
    Broken("项目名称: [甲]\n", "1:7", "“项目名称”应当是一段文字", "写在冒号后面"),
    Broken("项目名称:\n  甲: 乙\n", "2:3", "“项目名称”应当是一段文字", "写在冒号后面"),
    Broken("绩效指标:\n  产出指标:\n    数量指标: ≥6台\n", "3:11", "“数量指标”应当是一个列表", "每项一行，以“- ”开头"),
    Broken("绩效指标:\n  产出指标:\n    数量指标:\n      - 设备数量\n", "4:9", "“数量指标”应当是一组“键: 值”", "另起一行"),
    Broken("绩效指标:\n  产出指标:\n    数量指标:\n      - 三级指标：设备\n", "4:13", "“三级指标”后面是全角冒号“：”", "改成半角冒号"),
    Broken(
      "绩效指标:\n  产出指标:\n    数量指标:\n      - 三级指标: 设备\n        指标直: 1\n", "5:9", "不认识的键“指标直”", "是不是“指标值”？"),
    Broken(
      "绩效指标:\n  产出指标:\n    数量指标:\n      - 三级指标: 甲\n        指标值: 1\n        目标值: 2\n", "6:9",
      "“目标值”写了两次（第一次在第 5 行）", "只保留一处"),
    Broken(
      "绩效指标:\n  产出指标:\n    数量指标:\n      - 三级指标: 设备\n       指标值: 1\n", "5:8", "YAML 写法有误：列表项没有对齐",
      "同一列表的“- ”左边要对齐"),
    Broken("项目资金:\n  单位: 元\n 项目总目标: 甲\n", "3:2", "YAML 写法有误：缩进没有对齐，找不到应有的键", "同一组的键左边要对齐"),
    Broken("项目资金:\n\t单位: 元\n", "2:1", "YAML 写法有误：行首不能用 TAB 或 @ ` % 等符号", "缩进用空格"),
    Broken("项目名称: \"甲\n主管部门: 乙\n", "3:1", "YAML 写法有误：文件在引号或括号中间结束了", "补上结束的引号或括号"),
    Broken("项目名称: *甲\n", "1:8", "YAML 写法有误：以 * 或 & 开头的文字会被当作引用", "以 & * ! 开头的文字请加引号"),
    Broken("项目名称: &a 甲\n", "1:7", "用了锚点、引用或标签（& * !），这里不支持", "以 & * ! 开头的文字请加引号"),
    Broken("项目名称: !a 甲\n", "1:7", "用了锚点、引用或标签（& * !），这里不支持", "以 & * ! 开头的文字请加引号"),
    Broken("项目名称: !甲 甲\n", "1:8", "YAML 写法有误：以 ! 开头的文字会被当作标签", "以 & * ! 开头的文字请加引号"),
    Broken("项目名称: 甲\n  乙\n", "1:7", "这段文字跨了行，但没有写成多行文本", "多行文字请写成“键: |”"),
    Broken("免检:\n  - 理由: 甲\n", "2:5", "缺少“规则”", "请补上“规则: …”"),
    Broken("表种: 目标表\n", "1:5", "“表种”不能是“目标表”", "绩效目标表"),
    Broken("预算执行情况:\n  年度总额: {执行率: 1}\n", "2:3", "不认识的键“年度总额”", "年度资金总额"),
    Broken("年度: 2027\n---\n年度: 2028\n", "2:1", "一个文件只能写一份内容，这里又开始了第二份（---）", "删去"),
    Broken("? [甲]\n: 乙\n", "1:3", "这里的键不是文字", "键写成一个词"),
    Broken("项目名称: 甲\u{1}乙\n", "1:1", "YAML 写法有误：有不可见的控制字符", "删去该字符"),
  ]

  static let json: [Broken] = [
    Broken("{\"kind\": \"target\",}", "1:19", "JSON 写法有误：这里应当是双引号括起的键，却是“}”", "最后一项后面不加逗号"),
    Broken("{\"kind\": \"target\" \"year\": 1}", "1:19", "JSON 写法有误：这里应当是逗号或结束括号，却是“\"”", "半角逗号"),
    Broken("{\"kind\"：\"target\"}", "1:8", "JSON 写法有误：这里应当是半角冒号，却是“：”", "冒号用半角"),
    Broken("{\n \"kind\": “target”}", "2:10", "JSON 写法有误：这里应当是一个值，却是““”", "文字用半角双引号括起来"),
    Broken("{\"kind\": \"target\"", "1:18", "JSON 写法有误：内容在这里中断了", "检查文件是否完整"),
    Broken("{\"kind\": \"tar", "1:10", "JSON 写法有误：文字缺少结束的双引号", "补上结束的半角双引号"),
    Broken("{\"项目\": \"\\x\"}", "1:9", "JSON 写法有误：认不出的转义（反斜杠后的字符）", "只能用"),
    Broken("{\"kind\": \"\\ud83d\"}", "1:11", "JSON 写法有误：\\u 转义不完整，不成一个字", "写全两个"),
    Broken("{\"year\": 02027}", "1:10", "JSON 写法有误：数字写法有误", "不能以 0 或 + 开头"),
    Broken("{\"kind\": \"a\nb\"}", "1:12", "JSON 写法有误：文字里有换行或控制字符", "换行写成 \\n"),
    Broken("{\"kind\": \"target\", \"kind\": 1}", "1:20", "“kind”写了两次（第一次在第 1 行）", "只保留一处"),
    Broken("{\"year\": 2027}", "1:1", "缺少“kind”", "请补上“kind: …”"),
    Broken("{\"kind\": \"targe\"}", "1:10", "“kind”不能是“targe”", "是不是“target”？"),
    Broken("{\"kind\": \"target\", \"projct\": \"甲\"}", "1:20", "不认识的键“projct”", "是不是“project”？"),
    Broken("{\"kind\": \"target\", \"goals\": {\"anual\": 1}}", "1:30", "不认识的键“anual”", "是不是“annual”？"),
    Broken("{\"kind\": \"target\", \"project\": true}", "1:31", "“project”应当是一段文字", "写在冒号后面"),
    Broken("{\"kind\": \"target\", \"goals\": \"甲\"}", "1:29", "“goals”应当是一组“键: 值”", "另起一行"),
    Broken("{\"kind\": \"target\", \"indicators\": {}}", "1:34", "“indicators”应当是一个列表", "每项一行"),
    Broken("{\"kind\": \"target\", \"indicators\": [{\"level1\": \"甲\"}]}", "1:35", "缺少“level3”", "请补上"),
    Broken(
      "{\"kind\": \"target\",\n \"indicators\": [{\"level1\": \"甲\", \"level3\": \"乙\", \"taget\": \"1\"}]}",
      "2:48",
      "不认识的键“taget”", "是不是“target”？"),
    Broken("{\"kind\": \"target\"}\n{\"kind\": \"x\"}", "2:10", "“kind”不能是“x”", "可用的有"),
    Broken("[{\"kind\": \"target\"}, 1]", "1:22", "“表”应当是一组“键: 值”", "另起一行"),
  ]

  private func check(_ broken: Broken, named name: String) {
    do {
      _ = try read(broken.text, named: name)
      Issue.record("read without an error: \(broken.text)")
    } catch {
      #expect(error.mark.map { "\($0.line):\($0.column)" } == broken.place, "\(error.text)")
      #expect(error.message == broken.message)
      #expect(error.help.contains(broken.help), "\(error.help)")
      #expect(error.text.hasPrefix("\(name):\(broken.place): \(broken.message)\n"))
      #expect(error.text.contains(" | ") && error.text.contains("^"))
    }
  }

  @Test("in native files", arguments: yaml)
  func yamlErrors(broken: Broken) { check(broken, named: "form.yaml") }

  @Test("in interchange files", arguments: json)
  func jsonErrors(broken: Broken) { check(broken, named: "form.json") }

  @Test("shows the line with the place marked")
  func wholeText() {
    #expect(throws: ReadingError.self) { try read("年度: 2027\n项目名秤: 甲\n", named: "a.yaml") }
    do {
      _ = try read("年度: 2027\n  # 注\n主管部门：甲\n项目名称: 乙\n", named: "a.yaml")
    } catch {
      #expect(
        error.text
          == "a.yaml:3:5: “主管部门”后面是全角冒号“：”\n  3 | 主管部门：甲\n              ^\n  改成半角冒号加空格：“主管部门: …”")
    }
  }

  @Test("for files that cannot be read at all")
  func files() {
    func problem(_ bytes: [UInt8], _ name: String, limits: FormInput.Limits = .init()) -> ReadingError
      .Problem?
    {
      do {
        _ = try FormReader.read(bytes, name: name, layouts: layouts, limits: limits)
        return nil
      } catch { return error.problem }
    }
    var small = FormInput.Limits()
    small.bytes = 3
    small.forms = 1
    #expect(problem([], "a.yaml") == .empty)
    #expect(problem(Array(" \n\t".utf8), "a.json") == .empty)
    #expect(problem([0xEF, 0xBB, 0xBF], "a.yaml") == .empty)
    #expect(problem(Array("# 注\n".utf8), "a.yaml") == .empty)
    #expect(problem(Array("[]".utf8), "a.json") == .empty)
    #expect(problem(Array("年度: 2027".utf8), "a.yaml", limits: small) == .tooLarge(bytes: 12, limit: 3))
    small.bytes = 1000
    let two = Array("{\"kind\":\"target\"}{\"kind\":\"target\"}".utf8)
    #expect(problem(two, "a.json", limits: small) == .tooManyForms(limit: 1))
    #expect(problem(Array("随便写的文字\n".utf8), "a.bin") == .unknownFormat)
    #expect(problem(Array("年度: ".utf8) + [0xC4, 0xEA], "a.yaml") == .notUTF8)
    #expect(problem([0xC4, 0xEA, 0xB6, 0xC8], "a.bin") == .unknownFormat)
    #expect(problem([0xC4, 0xEA, 0xB6, 0xC8, 0xC4], "a.bin") == .damagedText(encoding: "GB18030"))
  }

  @Test("names the line of bytes that are no UTF-8")
  func badBytes() {
    #expect {
      try FormReader.read(Array("年度: 2027\n名: ".utf8) + [0xC4, 0xEA, 0x0A], name: "a.yaml")
    } throws: { error in
      (error as? ReadingError)?.text
        == "a.yaml:2: 这里有不成字的字节，认不出文字的编码\n  文件可能没有传完，请重新索取；或用编辑器打开，另存为 UTF-8 编码"
    }
  }
}
