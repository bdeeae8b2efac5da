import Testing
import YAMLText

@Suite("YAML as places and texts")
struct YAMLParserTests {
  @Test(
    "keeps scalars as they are written",
    arguments: ["12:30", "010", "yes", "1e3", "2027-01-01", "=100%", "-5%"])
  func scalars(text: String) throws {
    let root = try #require(try parseYAML("甲: \(text)\n"))
    #expect(try root.entries(of: "")[0].value.text(of: "") == text)
  }

  @Test("knows nothing from a text that says so", arguments: ["", "~", "null", "\"\"", "\"null\"", "''"])
  func nothing(text: String) throws {
    let root = try #require(try parseYAML("甲: \(text)\n"))
    #expect(try root.entries(of: "")[0].value.isNull == (text.first != "\"" && text.first != "'"))
  }

  @Test("drops the line break that ends a block, and no other")
  func blocks() throws {
    let cases = [
      ("|\n  甲\n  乙\n", "甲\n乙"), ("|-\n  甲\n", "甲"), ("|+\n  甲\n\n", "甲\n"), (">\n  甲\n  乙\n", "甲 乙"),
      ("|2\n    甲\n", "  甲"), ("\"甲\\n\"\n", "甲\n"),
    ]
    for (written, text) in cases {
      let root = try #require(try parseYAML("键: " + written))
      #expect(try root.entries(of: "")[0].value.text(of: "") == text, "\(written)")
    }
  }

  @Test("gives keys and values their places, in characters")
  func places() throws {
    let root = try #require(try parseYAML("甲乙: 丙\n丁:\n  - 戊: {己: 庚}\n"))
    let entries = try root.entries(of: "")
    #expect(entries[0].keyMark == YAMLMark(line: 1, column: 1))
    #expect(entries[0].value.mark == YAMLMark(line: 1, column: 5))
    let row = try entries[1].value.items(of: "")[0]
    #expect(row.mark == YAMLMark(line: 3, column: 5))
    #expect(try row.entries(of: "")[0].value.entries(of: "")[0].value.mark == YAMLMark(line: 3, column: 12))
  }

  @Test("an empty text is no document", arguments: ["", "\n\n", "# 注\n", "---\n..."])
  func empty(text: String) throws {
    let root = try parseYAML(text)
    #expect(root == nil || root?.isNull == true)
  }

  @Test("stops at 64 levels")
  func depth() {
    let text = String(repeating: "[", count: 66) + String(repeating: "]", count: 66)
    #expect(throws: YAMLError(.tooDeep(64), at: YAMLMark(line: 1, column: 66))) { try parseYAML(text) }
  }
}

@Suite("Mappings read key by key")
struct YAMLFieldsTests {
  private func fields(_ text: String) throws -> YAMLFields {
    try YAMLFields(#require(try parseYAML(text)), of: "规则")
  }

  @Test("values by kind")
  func values() throws {
    var fields = try fields("a: 甲\nb: [乙, 丙]\nc: 丁\nd: 是\ne:\n")
    #expect(try fields.text("a") == "甲")
    #expect(try fields.texts("b") == ["乙", "丙"])
    #expect(try fields.texts("c") == ["丁"])
    #expect(try fields.flag("d") == true)
    #expect(try fields.optionalText("e") == nil)
    #expect(try fields.flag("f") == nil)
    try fields.finish()
  }

  @Test("refuses what nobody asked for, what is missing and what is something else")
  func refusals() throws {
    var left = try fields("titel: 甲\n")
    _ = try left.optionalText("title")
    #expect(throws: YAMLError(.unknownKey("titel", allowed: ["title"]), at: YAMLMark(line: 1, column: 1))) {
      try left.finish()
    }
    let colon = try fields("{甲：1}")
    #expect(throws: YAMLError(.fullWidthColon(key: "甲"), at: YAMLMark(line: 1, column: 3))) {
      try colon.finish()
    }
    #expect(throws: YAMLError(.missingKey("a"), at: YAMLMark(line: 1, column: 1))) {
      var fields = try self.fields("b: 1\n")
      _ = try fields.text("a")
    }
    #expect(throws: YAMLError(.wrongType(key: "规则", expected: .mapping), at: YAMLMark(line: 1, column: 1))) {
      try self.fields("甲\n")
    }
    #expect(
      throws: YAMLError(
        .unknownValue("对", key: "d", allowed: ["true", "false"]), at: YAMLMark(line: 1, column: 4))
    ) {
      var fields = try self.fields("d: 对\n")
      _ = try fields.flag("d")
    }
  }
}

@Suite("Errors as people read them")
struct YAMLErrorTextTests {
  private func text(_ source: String) -> String {
    do {
      _ = try parseYAML(source)
      return ""
    } catch { return error.text(in: source, named: "a.yaml") }
  }

  @Test("mark the place by display width and make control characters visible")
  func marks() {
    #expect(
      text("甲: 乙\n丙: \"\t丁\u{7}\"\n").hasPrefix("a.yaml:")
        && text("甲: 乙\n丙: \"\t丁\u{7}\"\n").contains("控制字符"))
    let source = "项目名称: *甲\r\n"
    #expect(
      text(source)
        == "a.yaml:1:8: YAML 写法有误：以 * 或 & 开头的文字会被当作引用\n  1 | 项目名称: *甲\n                 ^\n  以 & * ! 开头的文字请加引号"
    )
    let tab = YAMLError(.other("此处"), at: YAMLMark(line: 1, column: 3))
    #expect(tab.text(in: "\t\u{1B}甲\u{202E}", named: "a").contains("  1 | →␛甲\u{FFFD}\n        ^"))
  }

  @Test("cut a long line around the place")
  func longLines() {
    let line = String(repeating: "长", count: 500) + "X" + String(repeating: "尾", count: 500)
    let shown = YAMLError(.other("此处"), at: YAMLMark(line: 1, column: 501)).text(in: line, named: "a")
    let lines = shown.split(separator: "\n")
    #expect(lines[1].count < 140)
    #expect(lines[1].contains("…") && lines[1].contains("X"))
    #expect(lines[2].count == "  1 | …".count + 120 + 1)
  }

  @Test("a place past the end is no crash")
  func pastTheEnd() {
    for mark in [YAMLMark(line: 9, column: 9), YAMLMark(line: 1, column: 99), YAMLMark(line: 0, column: 0)] {
      #expect(YAMLError(.other("此处"), at: mark).text(in: "甲", named: "a").contains("此处"))
    }
  }
}

@Suite("Comments")
struct YAMLCommentTests {
  @Test("are what the tokens leave over")
  func comments() {
    let text = """
      # 头
      甲: 乙 # 尾
      丙: "# 不是"  # 是
      丁: | # 块头
        # 块里

        末行

      # 块后
      戊: [a, # 流
        b]

      己: a#b
      """
    let found = yamlComments(in: text).map {
      "\($0.mark.line):\($0.mark.column) \($0.isWholeLine) \($0.text)"
    }
    #expect(
      found == [
        "1:1 true # 头", "2:6 false # 尾", "3:12 false # 是", "4:6 false # 块头", "8:1 true ", "9:1 true # 块后",
        "10:8 false # 流", "12:1 true ",
      ])
  }

  @Test("at the end without a line break, with CRLF, and in an empty text")
  func ends() {
    #expect(yamlComments(in: "甲: 1\n# 完").map(\.text) == ["# 完"])
    #expect(yamlComments(in: "甲: 1 # a\r\n# b\r\n").map(\.text) == ["# a", "# b"])
    #expect(yamlComments(in: "").isEmpty)
  }
}
