import FormModel
import TestSupport
import Testing

/// What becomes of a printed text on its way to another file.
struct Handling: CustomTestStringConvertible, Sendable {
  var name: String
  var apply: @Sendable (String) -> String
  /// Whether blanks at the ends of lines survive.
  var keepsEnds = true
  var testDescription: String { name }

  static let all = [
    Handling(name: "CRLF", apply: crlf),
    Handling(name: "CR", apply: { $0.replacing("\n", with: "\r") }),
    Handling(name: "blanks at the ends of lines cut", apply: cut, keepsEnds: false),
    Handling(name: "two blanks before each line", apply: { prefixed($0, "  ") }),
    Handling(
      name: "pasted into a mail", apply: { "您好：\r\n\r\n" + crlf(prefixed(cut($0), "  ")) }, keepsEnds: false),
    Handling(name: "quoted in a mail", apply: { prefixed($0, "> ") }),
    Handling(name: "quoted twice", apply: { crlf(prefixed(cut(prefixed($0, ">")), ">")) }, keepsEnds: false),
    Handling(name: "answered twice", apply: { prefixed("您好：\n\n" + prefixed($0, "> "), "> ") + "\n\n谢谢！\n" }),
    Handling(name: "blank lines around it", apply: { "\n\n" + $0 + "\n\n" }),
    Handling(name: "without the last line end", apply: { String($0.dropLast()) }),
    Handling(name: "with a prompt above and below", apply: { "$ jixiao show 表.yaml\n\($0)$ \n" }),
    Handling(name: "byte order mark", apply: { "\u{FEFF}" + crlf($0) }),
  ]

  private static let crlf: @Sendable (String) -> String = { $0.replacing("\n", with: "\r\n") }

  private static let cut: @Sendable (String) -> String = { text in
    lines(text).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }

  private static func prefixed(_ text: String, _ prefix: String) -> String {
    lines(text).map { prefix + $0 }.joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

@Suite("What people make of printed text is read too")
struct HandledTextTests {
  /// Published forms and others, each at a width of its own.
  private static let forms: [Form] = {
    let published = (try? PrintedSamples.published()) ?? []
    return PrintedSamples.seeds.map(PrintedSamples.plausible) + published
  }()

  /// Some of them, others for each way; all with `JIXIAO_SOAK=1`.
  private func forms(_ way: Int) -> [(offset: Int, element: Form)] {
    Self.forms.enumerated().filter { PrintedSamples.isSoak || $0.offset % 3 == way % 3 }
  }

  private func width(_ random: inout SplitMix64) -> Int {
    random.one(in: 3) ? random.pick([40, 60, 80, 120]) : Int.random(in: 16...160, using: &random)
  }

  @Test("by hand", arguments: Handling.all.indices)
  func handled(way: Int) throws {
    let handling = Handling.all[way]
    for (index, form) in forms(way) {
      var random = SplitMix64(seed: UInt64(index))
      let width = width(&random)
      let text = try PrintedSamples.text(form, width: width, &random)
      try PrintedSamples.hold(
        handling.apply(text), to: [form], keepsBlanks: handling.keepsEnds && !PrintedSamples.isDrawn(text),
        "\(handling.name), \(width)")
    }
  }

  @Test("the list of a terminal whose box lines are wide", arguments: [40, 80, 120])
  func wide(width: Int) throws {
    for (index, form) in forms(width / 40) {
      var random = SplitMix64(seed: UInt64(index))
      let text = try PrintedSamples.text(form, width: width, isAmbiguousWide: true, &random)
      try PrintedSamples.hold(text, to: [form], keepsBlanks: true, "\(width)")
    }
  }

  @Test("a folder of forms in one file", arguments: ["", "\n", "\n\n"], Handling.all)
  func joined(between: String, handling: Handling) throws {
    for start in stride(from: 0, to: Self.forms.count, by: PrintedSamples.isSoak ? 5 : 30) {
      let forms = Array(Self.forms[start...].prefix(5))
      var random = SplitMix64(seed: UInt64(start))
      let isOneWidth = random.one(in: 2)
      let first = width(&random)
      let texts = try forms.map { form in
        try PrintedSamples.text(form, width: isOneWidth ? first : width(&random), &random)
      }
      try PrintedSamples.hold(
        handling.apply(texts.joined(separator: between)), to: forms, keepsBlanks: false,
        "\(handling.name), \(start), \(first)")
    }
  }
}
