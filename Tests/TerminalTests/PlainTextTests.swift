import CEditline
import ChineseText
import Testing

@testable import Terminal

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("好", "好"), ("\u{1B}[31m红", "␛[31m红"), ("a\tb\r", "a␉b␍"), ("一\n二", "一⏎二"), ("\u{7F}", "␡"),
    ("甲\u{202E}乙", "甲⟨U+202E⟩乙"), ("\u{9B}31m", "⟨U+009B⟩31m"), ("\u{0}", "␀"),
  ])
  func controlCharactersAreShown(text: String, wanted: String) { #expect(visible(text) == wanted) }

  @Test func lineBreaksStayOnRequest() { #expect(visible("一\n二\u{7}", keepsLineBreaks: true) == "一\n二␇") }

  @Test(arguments: [
    ("甲\r\n乙\n丙\r丁", "甲⏎乙⏎丙⏎丁"), ("\ta\u{1B}b\u{0}", " ab"), ("\u{200B}\u{FEFF}字", "字"), ("\n\n", "⏎⏎"),
    ("e\u{301}", "\u{E9}"),
  ])
  func textBecomesOneLine(text: String, wanted: String) {
    #expect(Array(editableText(text).unicodeScalars) == Array(wanted.unicodeScalars))
  }

  @Test func colourNeedsATerminalThatShowsIt() {
    #expect(Style(isTerminal: true, environment: ["TERM": "xterm"]).isColored)
    #expect(Style(isTerminal: true, environment: ["TERM": "xterm", "NO_COLOR": ""]).isColored)
    for environment in [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"], [:]] {
      #expect(!Style(isTerminal: true, environment: environment).isColored)
    }
    #expect(!Style(isTerminal: false, environment: ["TERM": "xterm"]).isColored)
  }

  @Test(arguments: Style.Role.allCases) func colourAddsNothingButColour(role: Style.Role) {
    #expect(Style.plain(role, "错误") == "错误")
    let coloured = Style(isColored: true)(role, "错误")
    #expect(coloured.hasPrefix("\u{1B}[") && coloured.hasSuffix("错误\u{1B}[0m"))
    #expect(Style(isColored: true)(role, "") == "")
  }

  @Test func promptsEndInAPrintingCharacter() {
    let text = PromptText("项目名称：", columns: 80).editlineText(Style(isColored: true))
    #expect(EditSession.string(text) == "\u{1}\u{1B}[1;36m\u{1}项目名称\u{1}\u{1B}[0m\u{1}：\u{0}")
    #expect(PromptText("甲\n乙：", columns: 80).above == ["甲"])
    #expect(PromptText("请填写项目总目标：", columns: 20).inline == "> ")
    #expect(PromptText("\u{1B}[2J：", columns: 80).inline == "␛[2J：")
  }

  @Test func kindsOfTerminals() {
    #expect(TerminalKind(environment: ["TERM": "xterm"]).substitute == nil)
    #expect(TerminalKind(environment: ["TERM": "no-such-terminal"]).substitute == "xterm")
    #expect(TerminalKind(environment: ["TERM": "../xterm"]).substitute == "xterm")
    #expect(TerminalKind(environment: ["TERM": "tmux-256color", "XTERM_VERSION": "XTerm(379)"]).rewrapsLines)
    #expect(!TerminalKind(environment: ["TERM": "xterm", "XTERM_VERSION": "XTerm(379)"]).rewrapsLines)
    #expect(!TerminalKind(environment: ["TERM": "linux"]).rewrapsLines)
  }

  @Test func sizesComeFromTheEnvironmentWithoutATerminal() {
    let pipe = TerminalSize(of: -1)
    #expect(pipe == nil)
  }

  /// The letters and signs of the first two planes: what we count is what libc, and so tmux, counts.
  @Test func widthsEqualThoseOfTheSystem() {
    #expect(cel_use_utf8_locale())
    var differences: [String] = []
    var compared = 0
    for value in UInt32(0x20)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let system = Int(cel_wcwidth(value))
      guard system >= 0 else { continue }
      switch scalar.properties.generalCategory {
      case .unassigned, .control, .privateUse, .surrogate, .format: continue
      default: break
      }
      compared += 1
      let ours = displayWidth(of: String(scalar))
      if ours != system {
        differences.append("U+\(String(value, radix: 16)) \(scalar): \(ours), system \(system)")
      }
    }
    #expect(compared > 60_000)
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(40))")
  }
}
