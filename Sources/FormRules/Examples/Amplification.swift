import FormModel

/// The same form as other people would type it; no rule may change its mind.
public enum Amplification: String, Sendable, CaseIterable {
  /// Letters, digits and signs as wide as Chinese characters.
  case fullWidth = "full-width"
  /// `>=` for `≥`, half-width brackets.
  case asciiSigns = "ascii-signs"
  /// Blanks around the texts of cells.
  case blanks

  /// The form retyped.
  public func callAsFunction(_ form: Form) -> Form {
    var form = form
    for index in form.indicators.indices {
      for column in [IndicatorColumn.level3, .target, .actual, .weight, .score] {
        form.indicators[index][column] = form.indicators[index][column].map(changed)
      }
    }
    for key in [FieldKey.project, .year, .annualGoal, .totalGoal, .annualTotal, .projectTotal] {
      form[key] = form[key].map(changed)
    }
    return form
  }

  private func changed(_ text: String) -> String {
    switch self {
    case .fullWidth: String(String.UnicodeScalarView(text.unicodeScalars.map(Self.wide)))
    case .asciiSigns:
      text.replacing("≥", with: ">=").replacing("≤", with: "<=").replacing("\u{FF08}", with: "(").replacing(
        "\u{FF09}", with: ")")
    case .blanks: " " + text + "\u{3000}"
    }
  }

  private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x21...0x7E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
  }
}
