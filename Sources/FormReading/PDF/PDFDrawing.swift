/// The ruled lines of each page of a drawing in SVG, as `pdftocairo -svg` writes it.
///
/// Only what lines are made of is understood: paths of straight strokes and thin filled rectangles, and the
/// transforms around them. It is a scanner of one program's output and takes any other bytes for no lines.
struct PDFDrawing {
  /// A filled shape no wider than this is a line.
  private static let thickest = 3 * Length.point
  /// A shorter stroke is a part of a letter or a corner.
  private static let shortest = 4 * Length.point
  /// A page with more lines is a picture.
  private static let mostLines = 20_000

  private(set) var pages: [[RuledLine]] = []
  private var transforms: [Transform] = [Transform()]
  /// How deep within `<defs>` and the like, where letters and clips stand.
  private var hidden = 0

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")),
      let end = rest[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      read(rest[(start + 1)..<end])
      rest = rest[(end + 1)...]
    }
  }

  private static let hiding = ["defs", "clipPath", "symbol", "mask", "pattern"]

  private mutating func read(_ tag: ArraySlice<UInt8>) {
    let isEnd = tag.first == UInt8(ascii: "/")
    let isAlone = tag.last == UInt8(ascii: "/")
    let name = String(
      decoding: tag.drop { $0 == UInt8(ascii: "/") }.prefix { !isBlank($0) && $0 != UInt8(ascii: "/") },
      as: UTF8.self)
    switch name {
    case _ where Self.hiding.contains(name): if !isAlone { hidden = max(0, hidden + (isEnd ? -1 : 1)) }
    case "page": if !isEnd { pages.append([]) }
    case "g" where isEnd: if transforms.count > 1 { transforms.removeLast() }
    case "g" where !isAlone: transforms.append(transform(of: tag))
    case "path" where hidden == 0 && !isEnd: path(tag)
    default: break
    }
  }

  private func transform(of tag: ArraySlice<UInt8>) -> Transform {
    let outer = transforms.last ?? Transform()
    guard let text = Self.attribute("transform", of: tag), transforms.count < 64 else { return outer }
    let numbers = text.split { !($0 == 0x2D || $0 == 0x2E || (0x30...0x39).contains($0)) }.compactMap(
      Length.parse)
    guard numbers.count == 6 else { return outer }
    return outer.after(
      Transform(
        a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5]))
  }

  private static func attribute(_ name: String, of tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let head = Array(" \(name)=\"".utf8)
    var start = tag.startIndex
    while let blank = tag[start...].firstIndex(of: 0x20) {
      if tag[blank...].starts(with: head) {
        let value = tag[(blank + head.count)...]
        return value.prefix { $0 != UInt8(ascii: "\"") }
      }
      start = blank + 1
    }
    return nil
  }

  private mutating func path(_ tag: ArraySlice<UInt8>) {
    guard let data = Self.attribute("d", of: tag) else { return }
    if pages.isEmpty { pages.append([]) }
    guard pages[pages.count - 1].count < Self.mostLines else { return }
    let style = Self.attribute("style", of: tag) ?? []
    let fill = Self.attribute("fill", of: tag) ?? []
    let isStroke =
      String(decoding: style, as: UTF8.self).contains("fill:none") || fill.elementsEqual("none".utf8)
    let colours = String(decoding: isStroke ? [] : Array(style) + Array(fill), as: UTF8.self)
    guard !colours.filter({ $0 != " " }).contains("rgb(100%,100%,100%)") else { return }
    let transform = transform(of: tag)
    for points in Self.outlines(data) {
      let placed = points.map { transform.apply($0.x, $0.y) }
      pages[pages.count - 1] += isStroke ? Self.strokes(placed) : Self.bar(placed).map { [$0] } ?? []
    }
  }

  private typealias Point = (x: Int, y: Int)

  /// The straight outlines of a path; one with a curve is none.
  private static func outlines(_ data: ArraySlice<UInt8>) -> [[Point]] {
    var (outlines, points, numbers, isCurved): ([[Point]], [Point], [Int], Bool) = ([], [], [], false)
    func close() -> [[Point]] { points.count > 1 && !isCurved ? [points] : [] }
    for token in data.split(separator: 0x20) {
      switch token.first {
      case UInt8(ascii: "M"):
        outlines += close()
        (points, numbers, isCurved) = ([], [], false)
      case UInt8(ascii: "L"): numbers = []
      case UInt8(ascii: "Z"): if let first = points.first { points.append(first) }
      case UInt8(ascii: "C"), UInt8(ascii: "H"), UInt8(ascii: "V"): isCurved = true
      default:
        guard !isCurved, let number = Length.parse(token) else { continue }
        numbers.append(number)
        if numbers.count == 2 {
          points.append((numbers[0], numbers[1]))
          numbers = []
        }
      }
    }
    return outlines + close()
  }

  private static func strokes(_ points: [Point]) -> [RuledLine] {
    zip(points, points.dropFirst()).compactMap { line(from: $0, to: $1) }
  }

  private static func line(from start: Point, to end: Point) -> RuledLine? {
    let (across, down) = (abs(start.x - end.x), abs(start.y - end.y))
    if across < Length.point, down >= shortest {
      return RuledLine(
        isVertical: true, position: (start.x + end.x) / 2, from: min(start.y, end.y), to: max(start.y, end.y))
    }
    if down < Length.point, across >= shortest {
      return RuledLine(
        isVertical: false, position: (start.y + end.y) / 2, from: min(start.x, end.x),
        to: max(start.x, end.x))
    }
    return nil
  }

  /// A thin filled rectangle.
  private static func bar(_ points: [Point]) -> RuledLine? {
    guard points.count <= 6, let first = points.first else { return nil }
    let box = points.reduce(Box(left: first.x, top: first.y, right: first.x, bottom: first.y)) { box, point in
      box.union(Box(left: point.x, top: point.y, right: point.x, bottom: point.y))
    }
    if box.width <= thickest, box.height >= shortest, box.height > box.width {
      return RuledLine(isVertical: true, position: box.middle, from: box.top, to: box.bottom)
    }
    if box.height <= thickest, box.width >= shortest, box.width > box.height {
      return RuledLine(isVertical: false, position: box.center, from: box.left, to: box.right)
    }
    return nil
  }
}
