import ChineseText
import Synchronization

/// What a text means, worked out when somebody first asks for it, and kept.
///
/// Copies of a value share what was worked out, on any thread; so do the many values of a batch that are printed alike.
final class MeaningOnDemand: Sendable {
  private let kept = Mutex<KeptMeaning?>(nil)

  /// The meaning; two threads that ask at the same time may both work it out, and get the same one.
  func meaning(of text: String) -> TargetValue.Meaning { known(of: text).meaning }

  /// See ``TargetValue/canonicalText``.
  func canonicalText(of text: String) -> String? { known(of: text).canonicalText }

  private func known(of text: String) -> KeptMeaning {
    if let kept = kept.withLock({ $0 }) { return kept }
    let new = CommonMeanings.shared.meaning(of: text)
    kept.withLock { $0 = new }
    return new
  }
}

final class KeptMeaning: Sendable {
  let text: String
  let meaning: TargetValue.Meaning
  private let canonical = Mutex<String??>(nil)

  init(_ text: String) {
    self.text = text
    meaning = TargetValue.Meaning(text)
  }

  /// The house spelling, worked out when it is first asked for.
  var canonicalText: String? {
    if let known = canonical.withLock({ $0 }) { return known }
    let new = meaning.canonicalText
    canonical.withLock { $0 = .some(new) }
    return new
  }
}

/// The meanings of short texts that were asked for lately: `=100%` stands in every second form.
private final class CommonMeanings: Sendable {
  static let shared = CommonMeanings()

  /// A power of two; each text has one place, and the last that came keeps it.
  private static let places = 4096
  private static let longestText = 40

  private let known = Mutex([KeptMeaning?](repeating: nil, count: places))

  func meaning(of text: String) -> KeptMeaning {
    guard text.utf8.count <= Self.longestText else { return KeptMeaning(text) }
    let hash = text.byteHash
    let place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (Self.places - 1)
    if let kept = known.withLock({ $0[place] }), isSameBytes(kept.text, text) { return kept }
    let new = KeptMeaning(text)
    known.withLock { $0[place] = new }
    return new
  }
}
