/// A page as `pdftotext -raw -bbox` gives it: its words with their boxes, in the order in which they are drawn.
///
/// The order matters: a program that prints a table draws the lines of a cell one after another.
struct PDFPage {
  /// A run of characters without a blank.
  struct Word {
    /// UTF-8.
    var text: ArraySlice<UInt8>
    var box: Box
    /// The page it is printed on and the line of text there, from 1.
    var page = 1
    /// See `page`.
    var line = 1

    /// The size of its characters, nearly: a Han character is as wide as it is high.
    var size: Int {
      let count = text.count { $0 & 0xC0 != 0x80 }
      let wide = text.count { $0 >= 0xE0 }
      return max(1, 2 * box.width / max(1, count + wide))
    }
  }

  var words: [Word] = []
  /// The width of the paper.
  var width = 0
  /// Its number, from 1; of pages that are joined, that of the first one.
  var number = 1

  /// The pages of a list of words in XML.
  ///
  /// - Parameter limit: the most words of all pages.
  /// - Returns: `nil` where there are more.
  static func pages(_ list: [UInt8], limit: Int) -> [PDFPage]? {
    var pages: [PDFPage] = []
    var count = 0
    var rest = list[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      if rest.starts(with: pageTag) {
        pages.append(PDFPage(width: attribute("width", of: rest) ?? 0, number: pages.count + 1))
      } else if rest.starts(with: wordTag), !pages.isEmpty, let word = word(rest) {
        count += 1
        guard count <= limit else { return nil }
        pages[pages.count - 1].add(word)
      }
    }
    for index in pages.indices { pages[index].numberLines() }
    return pages
  }

  private static let pageTag = Array("page ".utf8)
  private static let wordTag = Array("word ".utf8)

  private static func word(_ tag: ArraySlice<UInt8>) -> Word? {
    guard let close = tag.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let head = tag[..<close]
    guard let left = attribute("xMin", of: head), let top = attribute("yMin", of: head),
      let right = attribute("xMax", of: head), let bottom = attribute("yMax", of: head)
    else { return nil }
    let text = XMLText.decoded(tag[(close + 1)...].prefix { $0 != UInt8(ascii: "<") })
    guard text.contains(where: { !isBlank($0) }) else { return nil }
    return Word(text: text, box: Box(left: left, top: top, right: max(left, right), bottom: max(top, bottom)))
  }

  private static func attribute(_ name: String, of tag: ArraySlice<UInt8>) -> Int? {
    let head = Array("\(name)=\"".utf8)
    var rest = tag.prefix { $0 != UInt8(ascii: ">") }
    while let blank = rest.firstIndex(of: 0x20) {
      rest = rest[(blank + 1)...]
      if rest.starts(with: head) {
        return Length.parse(rest.dropFirst(head.count).prefix { $0 != UInt8(ascii: "\"") })
      }
    }
    return nil
  }

  /// Adds a word that is not there yet: some programs print one twice to make it bold.
  private mutating func add(_ word: Word) {
    let isRepeated = words.suffix(3).contains { other in
      other.text == word.text && abs(other.box.left - word.box.left) <= Length.point
        && abs(other.box.top - word.box.top) <= Length.point
    }
    if !isRepeated { words.append(word) }
  }

  /// Tells every word the line it stands on.
  private mutating func numberLines() {
    let order = lineNumbers(of: words)
    for index in words.indices {
      words[index].page = number
      words[index].line = order[index]
    }
  }
}

/// Words by lines from above, each from the left.
func textLines(_ words: [PDFPage.Word]) -> [[PDFPage.Word]] {
  let order = lineNumbers(of: words)
  var lines = [[PDFPage.Word]](repeating: [], count: order.max() ?? 0)
  for (word, line) in zip(words, order) { lines[line - 1].append(word) }
  return lines.map { line in line.sorted { $0.box.left < $1.box.left } }
}

/// The line of each word, from 1 at the top.
private func lineNumbers(of words: [PDFPage.Word]) -> [Int] {
  let tolerance = 7 * Length.point / 2
  var numbers = [Int](repeating: 0, count: words.count)
  var (line, center) = (0, 0)
  for index in words.indices.sorted(by: { words[$0].box.center < words[$1].box.center }) {
    if line == 0 || words[index].box.center - center > tolerance {
      line += 1
      center = words[index].box.center
    }
    numbers[index] = line
  }
  return numbers
}

/// The text of XML without markup.
enum XMLText {
  private static let names: [(String, UInt8)] = [
    ("amp", UInt8(ascii: "&")), ("lt", UInt8(ascii: "<")), ("gt", UInt8(ascii: ">")),
    ("quot", UInt8(ascii: "\"")), ("apos", UInt8(ascii: "'")), ("#39", UInt8(ascii: "'")),
    ("#34", UInt8(ascii: "\"")),
  ]

  /// With the characters that its references stand for; what is no reference stays.
  static func decoded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var rest = text
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<mark]
      rest = rest[(mark + 1)...]
      let name = rest.prefix(8).prefix { $0 != UInt8(ascii: ";") }
      if let found = names.first(where: { name.elementsEqual($0.0.utf8) }), name.endIndex < rest.endIndex {
        result.append(found.1)
        rest = rest[(name.endIndex + 1)...]
      } else {
        result.append(UInt8(ascii: "&"))
      }
    }
    return (result + rest)[...]
  }
}
