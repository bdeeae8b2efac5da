import YAMLText

/// How rules read a goal: which of its figures promise something, and which rows are about the same measure.
///
/// Handed on by reference; rules that say the same share what is found.
final class GoalReading: Sendable {
  private let promise: GoalPromise
  private let measures: GoalMeasures
  /// The parameters as written.
  private let written: [[String]]

  /// What is found in a goal.
  struct Result {
    var figures: [GoalFigures.Figure]
    var differences: [GoalMeasures.Difference]
  }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    written = parameters.written(GoalPromise.keys + GoalMeasures.keys)
    promise = try GoalPromise(&parameters)
    measures = try GoalMeasures(&parameters)
  }

  func result(of goal: PlainText, in context: FormContext) -> Result {
    let figures = GoalFigures.figures(in: goal, promised: promise)
    return Result(figures: figures, differences: measures.differences(figures, context))
  }

  /// Whether the other finds the same in every goal.
  func isSame(as other: GoalReading) -> Bool { self === other || written == other.written }
}
