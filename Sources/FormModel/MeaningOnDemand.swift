import Synchronization

/// What a text means, worked out when somebody first asks for it, and kept.
///
/// Copies of a value share what was worked out, on any thread.
final class MeaningOnDemand: Sendable {
  private let kept = AtomicLazyReference<KeptMeaning>()

  /// The meaning; two threads that ask at the same time may both work it out, and get the same one.
  func meaning(of text: String) -> TargetValue.Meaning {
    if let kept = kept.load() { return kept.meaning }
    return kept.storeIfNil(KeptMeaning(TargetValue.Meaning(text))).meaning
  }
}

private final class KeptMeaning: Sendable {
  let meaning: TargetValue.Meaning
  init(_ meaning: TargetValue.Meaning) { self.meaning = meaning }
}
