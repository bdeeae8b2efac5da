import FormModel

/// How alike two rows are, and how sure it is that they are one.
struct RowLikeness {
  /// In thousandths; 0 for two that cannot be one.
  let score: Int
  let grade: Grade
  let reasons: [IndicatorMatching.Reason]

  enum Grade: Hashable {
    /// May be taken where no other row is as good.
    case sure(IndicatorMatching.Rung, confidence: Int)
    /// A person must decide.
    case doubtful
  }

  /// Below this nobody is asked.
  static let least = 550
  /// Another row that comes this near is as good.
  static let margin = 60

  init(_ a: RowProfile, _ b: RowProfile) {
    let name = NameRelation(a, b)
    let evidence = Evidence(a, b)
    reasons = name.reasons + evidence.reasons
    guard name.share >= 300, a.value.isCompatible(b.value) || name.isSame else {
      (score, grade) = (0, .doubtful)
      return
    }
    let whole = (name.share * 6 + evidence.share * 4) / 10
    score = whole
    grade = name.grade(evidence, percent: whole / 10)
  }
}

/// What the levels, units, values and weights of two rows say.
private struct Evidence {
  let sameLevel: Bool
  let sameFirstLevel: Bool
  let sameUnit: Bool
  let sameValue: Bool
  let sameWeight: Bool
  let isTelling: Bool
  let share: Int

  init(_ a: RowProfile, _ b: RowProfile) {
    sameFirstLevel = a.level1 == b.level1
    sameLevel = sameFirstLevel && a.level2 == b.level2 || (!a.level2.isEmpty && a.level2 == b.level2)
    sameValue = a.value.says(b.value)
    sameUnit = a.value.unit != nil && a.value.unit == b.value.unit
    let isBlank = a.value.text.isEmpty || b.value.text.isEmpty
    isTelling = sameValue && a.value.isTelling
    sameWeight = a.weight != nil && a.weight == b.weight
    var sum = sameFirstLevel ? 150 : 0
    sum += sameLevel ? 250 : 0
    sum += sameUnit ? 200 : isBlank ? 100 : a.value.base == b.value.base ? 120 : 0
    sum += sameValue ? 300 : isBlank ? 150 : 0
    sum += sameWeight ? 100 : a.weight == nil || b.weight == nil ? 50 : 0
    share = sum
  }

  var reasons: [IndicatorMatching.Reason] {
    (sameLevel ? [.sameLevel] : []) + (sameValue ? [.sameValue] : sameUnit ? [.sameUnit] : [])
  }
}

/// How two names stand to each other.
private struct NameRelation {
  let share: Int
  let reasons: [IndicatorMatching.Reason]
  private let kind: Kind

  private enum Kind {
    case exact, folded, synonyms
    case shortened(ratio: Int)
    case other(isDistinguished: Bool)
  }

  init(_ a: RowProfile, _ b: RowProfile) {
    if a.name == b.name {
      (share, reasons, kind) = (1000, [.sameName], .exact)
    } else if a.folded == b.folded || a.core == b.core {
      (share, reasons, kind) = (980, [.sameCore], .folded)
    } else if a.canonical == b.canonical {
      (share, reasons, kind) = (950, [.synonyms], .synonyms)
    } else {
      let likeness = NameLikeness(a.letters, b.letters)
      let isDistinguished = a.marks != b.marks
      let isShort = min(a.letters.count, b.letters.count) >= NameLikeness.shortestPart
      if likeness.isContained, isShort, !isDistinguished {
        (share, reasons, kind) = (likeness.share, [.shortened], .shortened(ratio: likeness.ratio))
      } else {
        share = isDistinguished ? likeness.share * 8 / 10 : likeness.share
        reasons = [.likeName(likeness.share / 10)]
        kind = .other(isDistinguished: isDistinguished)
      }
    }
  }

  var isSame: Bool {
    switch kind {
    case .exact, .folded, .synonyms: true
    default: false
    }
  }

  func grade(_ evidence: Evidence, percent: Int) -> RowLikeness.Grade {
    switch kind {
    case .exact: sameName(.exact, evidence, 80)
    case .folded: sameName(.folded, evidence, 80)
    case .synonyms: sameName(.similar, evidence, percent)
    case .shortened(let ratio):
      evidence.sameLevel && (evidence.sameValue && ratio >= 450 || evidence.sameUnit && ratio >= 700)
        ? .sure(.similar, confidence: percent) : .doubtful
    case .other(let isDistinguished):
      !isDistinguished && evidence.isTelling && evidence.sameUnit && evidence.sameLevel && evidence.sameWeight
        && share >= 500 ? .sure(.similar, confidence: percent) : .doubtful
    }
  }

  /// Several rows have the name: the unit, or else the value, must tell which is which.
  private func sameName(
    _ rung: IndicatorMatching.Rung, _ evidence: Evidence, _ confidence: Int
  ) -> RowLikeness.Grade {
    evidence.sameUnit || evidence.sameValue || evidence.sameLevel && evidence.sameWeight
      ? .sure(rung, confidence: confidence) : .doubtful
  }
}
