/// placeholder until the table lands
public func displayWidth(of text: some StringProtocol, ambiguousWide: Bool = false) -> Int {
  text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
}
