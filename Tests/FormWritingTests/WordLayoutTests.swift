import FormModel
import FormWriting
import OfficeFiles
import TestSupport
import Testing

@Suite("Word layouts of places")
struct WordLayoutTests {
  private typealias Place = PlaceSamples

  /// Bold halves, spelling marks, bookmarks, full-width braces: as Word, WPS and LibreOffice save them.
  @Test(
    "what a place's document prints is what is read", arguments: ["district-target", "district-libreoffice"])
  func targets(id: String) throws {
    let writer = DOCXWriter(options: try Place.options())
    let template = try Place.template(id)
    var forms = PrintedSamples.seeds.map(PrintedSamples.plausible).filter { $0.kind == .target }
    forms.append(Samples.library)
    for (number, form) in forms.enumerated() {
      var form = form
      form.emptyLevels = []
      form[.title] = "某区" + (form[.title] ?? template.title)
      var printed = form
      printed[.title] = form[.title].map { String($0.dropFirst(2)) }
      let bytes = try writer.bytes(of: printed, template: template)
      try PrintedSamples.hold(bytes, to: [form], ending: "docx", "\(id) \(number)")
    }
  }

  @Test("a self-evaluation with its budget, notes where there are some")
  func evaluations() throws {
    let writer = DOCXWriter(options: try Place.options())
    let template = try Place.template("district-self-evaluation")
    let forms = PrintedSamples.seeds.map(PrintedSamples.plausible).filter { $0.kind == .selfEvaluation }
    for (number, form) in forms.enumerated() {
      var form = form
      for key in [FieldKey.category, .start, .end, .grade] { form[key] = nil }
      let bytes = try writer.bytes(of: form, template: template)
      try PrintedSamples.hold(bytes, to: [form], ending: "docx", "\(number)")
    }
  }

  @Test("levels are merged over their rows, and printed once")
  func merges() throws {
    let bytes = try DOCXWriter(options: try Place.options()).bytes(
      of: Samples.library, template: try Place.template("district-target"))
    let text = try Place.text(of: "word/document.xml", in: bytes)
    #expect(text.matches(of: /<w:t[^>]*>产出指标</).count == 1)
    #expect(text.matches(of: /<w:t[^>]*>数量指标</).count == 1)
    #expect(!text.contains("{{") && !text.contains("｛｛"))
    // 一级 3, 二级 7, the side of the indicators, the money.
    #expect(text.matches(of: /<w:vMerge w:val="restart"\/>/).count == 12)
  }

  @Test(
    "a placeholder over several runs is joined",
    arguments: [
      ["{{项目名称}}"], ["{", "{项目名称}}"], ["{{项目", "名称}", "}"], ["{{ 项目名称 ", "}}"], ["｛｛项目名称｝｝"],
      ["{", "{", "project", "}", "}"], ["{{项目名}}"],
    ])
  func splits(runs: [String]) throws {
    let marks = "<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"0\"/><w:bookmarkEnd w:id=\"0\"/>"
    let body = runs.map { "<w:r><w:t>\($0)</w:t></w:r>" }.joined(separator: marks)
    let text = try Place.rendered(Place.document("<w:p>\(body)</w:p>"))
    #expect(text.contains(">社区图书自助借还服务<"))
    #expect(!text.contains("{") && !text.contains("}") && !text.contains("｛"))
  }

  @Test(
    "texts are texts",
    arguments: [
      "<w:p/>", "</w:t></w:r>", "{{title}}", "&amp;", "]]>", "a\nb", "\u{1B}[31m", "{{#indicators}}", "\"'",
    ])
  func escapes(text: String) throws {
    var sample = FormSample()
    sample.form[.project] = text
    let once = try Place.rendered(Place.document(Place.paragraph("名称：{{项目名称}}。")), sample)
    let empty = try Place.rendered(Place.document(Place.paragraph("名称：{{项目名称}}。")))
    #expect(once.count { $0 == "<" } == empty.count { $0 == "<" } + (text.contains("\n") ? 3 : 0))
    let back = PlaceSamples.plain(once)
    #expect(back.contains("名称：\(visible(text).replacing("\n", with: ""))。"))
  }

  @Test("rows, paragraphs and words that are there or not")
  func conditions() throws {
    let body =
      Place.paragraph("{{#评分等级}}等级{{/评分等级}}{{^评分等级}}未评{{/评分等级}}")
      + Place.paragraph("{{#主管部门}}") + Place.paragraph("主管：", "{{主管部门}}")
      + Place.paragraph("{{/主管部门}}")
      + Place.table([["{{#指标}}{{序号}}", "{{三级指标}}", "{{计算符号}}|{{数值}}|{{度量单位}}{{/指标}}"], ["合计", "", ""]])
    let text = try Place.rendered(Place.document(body))
    #expect(!text.contains("等级") && text.contains("未评"))
    #expect(text.matches(of: /<w:p>/).count == 2 + 3 * 9)
    #expect(text.contains(">≥|6|台<") && text.contains(">8<"))
    var sample = FormSample()
    sample.form[.department] = nil
    #expect(try !Place.rendered(Place.document(body), sample).contains("主管"))
  }

  /// Text boxes stand twice in a file, for old and new programs; links, content controls and foot notes hold runs too.
  @Test(
    "wherever a text can stand",
    arguments: [
      "<w:p><w:hyperlink><w:r><w:t>{{项目</w:t></w:r><w:r><w:t>名称}}</w:t></w:r></w:hyperlink></w:p>",
      "<w:p><w:r><w:t>{{项</w:t></w:r><w:smartTag><w:r><w:t>目名称}}</w:t></w:r></w:smartTag></w:p>",
      "<w:sdt><w:sdtContent><w:p><w:r><w:t>{{项目名称}}</w:t></w:r></w:p></w:sdtContent></w:sdt>",
      "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{项目名称}}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
      "<w:p><w:r><w:t>{{项目</w:t><w:tab/><w:t>名称}}</w:t></w:r></w:p>",
      "<w:p><w:r><w:t><![CDATA[{{项目名称}}]]></w:t></w:r></w:p>",
      "<w:p><w:r><w:t xml:space=\"preserve\"> {{项目名称}} </w:t></w:r></w:p>",
    ])
  func places(body: String) throws {
    let text = try Place.rendered(Place.document(body))
    #expect(text.matches(of: /社区图书自助借还服务/).count == 1, "\(text)")
    #expect(!text.contains("{{") && !text.contains("}}"))
    _ = try Markup(Array(text.utf8), part: "word/document.xml")
  }

  @Test("heads and feet, with their own place in errors")
  func headsAndFeet() throws {
    let head = { (text: String) in
      ["word/header1.xml": "<w:hdr xmlns:w=\"w\">\(Place.paragraph(text))</w:hdr>"]
    }
    let bytes = try DOCXWriter(options: Place.options(Place.document("", parts: head("{{实施单位}}")))).bytes(
      of: Samples.library, template: try Samples.template())
    #expect(try Place.text(of: "word/header1.xml", in: bytes).contains("某区图书馆"))
    let error = #expect(throws: WritingError.self) {
      try Place.rendered(Place.document("", parts: head("{{单位甲}}")))
    }
    #expect(error?.description.contains("页眉 正文第 1 段") == true, "\(error?.description ?? "")")
  }

  @Test("braces of attributes and of the program's own words stay what they are")
  func otherBraces() throws {
    let text = try Place.rendered(
      Place.document(
        "<w:p w:rsid=\"{{title}}\"><w:r><w:instrText>{{#indicators}}</w:instrText></w:r></w:p>"
          + Place.paragraph("{{项目名称}}")))
    #expect(text.contains("&#123;&#123;title}}") && text.contains("&#123;&#123;#indicators}}"))
  }

  @Test("a form with nothing in it", arguments: PlaceSamples.ids)
  func blanks(id: String) throws {
    let template = try Place.template(id)
    let bytes = try DOCXWriter(options: try Place.options()).bytes(
      of: BlankForm.form(of: template), template: template)
    let read = try #require(try PrintedSamples.read(bytes, ending: "docx").first).form
    #expect(read.indicators.isEmpty && read[.project] == nil)
    #expect(try !Place.text(of: "word/document.xml", in: bytes).contains("{{"))
  }

  /// What is wrong, the place, and what to do.
  @Test(
    "every problem is told with its place and remedy",
    arguments: [
      (Place.paragraph("一") + Place.paragraph("{{项目名}", "} {{项名}}"), ["正文第 2 段", "{{项名}}", "项目名称"]),
      (Place.table([["甲", "乙"], ["丙", "{{三极指标}}"]]), ["表格 1 第 2 行第 2 格", "{{三极指标}}"]),
      (Place.table([["{{三级指标}}"]]), ["{{三级指标}}", "{{#指标}}"]),
      (Place.table([["{{#指标}}{{三级指标}}"]]), ["{{#指标}}", "没有结尾", "{{/指标}}"]),
      (Place.table([["{{#指标}}{{项目}}{{/预算}}"]]), ["{{/预算}}", "{{#指标}}"]),
      (Place.paragraph("{{/指标}}"), ["没有开头"]), (Place.paragraph("{{项目名称"), ["{{项目名称", "花括号"]),
      (Place.paragraph("项目名称}}"), ["}}"]), (Place.paragraph("{{&amp;项目名称}}"), ["{{&项目名称}}", "不支持"]),
      (Place.paragraph("{{{项目名称}}}"), ["不支持"]), (Place.paragraph("{{>form}}"), ["不支持"]),
      (Place.table([["{{#指标}}"]]) + Place.paragraph("{{/指标}}"), ["表格外"]),
      ("<w:ins w:author=\"张三\"><w:p/></w:ins>", ["修订"]),
    ])
  func problems(body: String, words: [String]) throws {
    let error = #expect(throws: WritingError.self) {
      try Place.rendered(Place.document(body))
    }
    for word in words { #expect(error?.description.contains(word) == true, "\(error?.description ?? "")") }
  }

  @Test(
    "files that are no layouts",
    arguments: [
      (Array("no zip".utf8), "另存为 .docx"), (Place.document("", parts: ["word/comments.xml": "<a/>"]), "批注"),
      (Place.document("", parts: ["word/vbaProject.bin": "x"]), "宏"),
      (Place.document("<w:p>"), "另存为 .docx"),
      (
        Place.document(
          "",
          parts: [
            "word/_rels/document.xml.rels":
              "<R><Relationship Type=\"http://a/image\" TargetMode=\"External\" Target=\"file:///C:/图.png\"/></R>"
          ]), "file:///C:/图.png"
      ),
    ])
  func strangers(bytes: [UInt8], word: String) throws {
    let error = #expect(throws: WritingError.self) { try Place.rendered(bytes) }
    #expect(error?.description.contains(word) == true, "\(error?.description ?? "")")
  }

  @Test("two problems are told at once")
  func together() throws {
    let error = #expect(throws: WritingError.self) {
      try Place.rendered(Place.document(Place.paragraph("{{甲}}") + Place.paragraph("{{乙}}")))
    }
    #expect(error?.description.contains("2 处") == true)
  }

  @Test("who made the layout is in no form")
  func noAuthor() throws {
    let bytes = try DOCXWriter(options: try Place.options()).bytes(
      of: Samples.library, template: try Place.template("district-target"))
    for part in ["docProps/core.xml", "docProps/app.xml"] {
      let text = try Place.text(of: part, in: bytes)
      #expect(!text.contains("张三") && !text.contains("李四") && !text.contains("python"), "\(part)")
    }
    let core = try Place.text(of: "docProps/core.xml", in: bytes)
    #expect(core.contains("社区图书自助借还服务") && core.contains("某区图书馆") && core.contains("2027"))
    let linked = Place.document(
      "",
      parts: [
        "word/settings.xml":
          "<w:settings xmlns:w=\"w\"><w:attachedTemplate w:val=\"a\"/><w:zoom/></w:settings>",
        "word/_rels/settings.xml.rels":
          "<R><Relationship Type=\"http://a/attachedTemplate\" TargetMode=\"External\" Target=\"C:/张三\"/></R>",
      ])
    let made = try DOCXWriter(options: Place.options(linked)).bytes(
      of: Samples.library, template: try Samples.template())
    #expect(try Place.text(of: "word/settings.xml", in: made).contains("<w:zoom/>"))
    #expect(try !Place.text(of: "word/settings.xml", in: made).contains("attachedTemplate"))
    #expect(try Place.text(of: "word/_rels/settings.xml.rels", in: made) == "<R></R>")
  }

  @Test("the same form gives the same bytes")
  func reproducible() throws {
    let template = try Place.template("district-target")
    let made = try (0..<2).map { _ in
      try DOCXWriter(options: try Place.options()).bytes(of: Samples.library, template: template)
    }
    #expect(made[0] == made[1])
  }
}
