/// Answers from a list, for tests and replays; remembers what was asked.
public final class ScriptedLineEditor: LineEditor {
  /// The requests so far, in order.
  public private(set) var requests: [LineRequest] = []
  private var inputs: ArraySlice<LineInput>

  public init(_ inputs: [LineInput]) { self.inputs = inputs[...] }

  /// Each text is one line.
  public convenience init(lines: [String]) { self.init(lines.map { LineInput.line(enteredText($0)) }) }

  /// The next input of the list, then ``LineInput/endOfInput`` for ever.
  public func readLine(_ request: LineRequest) -> LineInput {
    requests.append(request)
    return inputs.popFirst() ?? .endOfInput
  }
}
