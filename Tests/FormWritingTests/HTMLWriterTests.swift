import FormModel
import FormTemplates
import FormWriting
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct HTMLWriterTests {
  /// Reads the page as strict XML: the texts of its cells, and the names of its elements.
  private final class Page: NSObject, XMLParserDelegate {
    var cells: [String] = []
    var names: Set<String> = []
    var attributes: Set<String> = []
    private var isInCell = false

    init?(_ text: String) {
      super.init()
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = self
      guard parser.parse() else { return nil }
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      names.insert(name)
      self.attributes.formUnion(attributes.keys)
      isInCell = ["th", "td", "h1", "p", "span"].contains(name)
      if isInCell { cells.append("") }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { isInCell = false }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if isInCell { cells[cells.count - 1].unicodeScalars.append(contentsOf: text.unicodeScalars) }
    }
  }

  private func text(_ form: Form, _ template: Template, findings: [Finding] = []) throws -> String {
    try HTMLWriter(options: WritingOptions(findings: findings, layouts: Samples.layouts))
      .text(of: form, template: template)
  }

  @Test(arguments: Samples.templates) func pagesAreStrictXMLAndLoseNothing(id: String) throws {
    let template = try Samples.template(id)
    for seed in 0..<100 as Range<UInt64> {
      var generator = FormGenerator(seed: seed)
      let form = generator.form(template)
      let page = try #require(Page(try text(form, template)), "seed \(seed)")
      #expect(page.names.isSubset(of: Self.elements), "seed \(seed)")
      #expect(page.attributes.isSubset(of: Self.attributes), "seed \(seed)")
      for wanted in form.shownTexts(template).map(visible)
      where !page.cells.contains(where: { $0.contains(wanted) }) {
        Issue.record("seed \(seed): \(wanted.debugDescription) is lost")
      }
    }
  }

  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "h1", "p", "table", "colgroup", "col", "thead", "tbody",
    "tr", "th", "td", "span",
  ]
  private static let attributes: Set<String> = [
    "xmlns", "lang", "xml:lang", "charset", "name", "content", "class", "style", "colspan", "rowspan",
  ]

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\"><img>", "&quot;&gt;&lt;img&gt;"),
    ("\"\u{301}x", "&quot;\u{301}x"), ("<\u{301}", "&lt;\u{301}"), ("a&b", "a&amp;b"),
    ("{{title}}", "{{title}}"),
    ("\u{1B}]0;x\u{07}", "␛]0;x␇"), ("\u{FFFE}", "&lt;U+FFFE&gt;"),
  ]) func textStaysText(text: String, written: String) throws {
    let page = try self.text(Form(fields: [.project: text]), try Samples.template())
    #expect(page.contains(">\(written)</td>"))
  }

  @Test func pagesNeedNothingFromElsewhere() throws {
    let page = try text(Samples.library, try Samples.template())
    for word in ["<script", "http:", "https:", "src=", "@import", "url("] {
      let place = page.range(of: word)
      #expect(place == nil || page[place!.lowerBound...].hasPrefix("http://www.w3.org/1999/xhtml"))
    }
    #expect(page.contains("lang=\"zh-CN\""))
  }

  @Test func aReviewersCopyListsTheFindings() throws {
    let page = try text(Samples.library, try Samples.template(), findings: [Samples.finding])
    #expect(page.contains("检查意见"))
    #expect(page.contains("写出数值、计量单位和比较方向"))
  }

  @Test func aMissingOrFaultyLayoutIsSaid() throws {
    let template = try Samples.template()
    #expect(throws: WritingError.missingLayout("form.html.mustache")) {
      try HTMLWriter().text(of: Form(), template: template)
    }
    let faulty = WritingOptions(layouts: [HTMLWriter.layoutName: "{{#a}}"])
    #expect(throws: WritingError.self) {
      try HTMLWriter(options: faulty).text(of: Form(), template: template)
    }
  }
}
