import FormModel
import FormWriting

/// What the program itself objects to, beside the rules of the field: reported like a rule's findings.
enum ProgramRule: String, CaseIterable {
  case unreadableFile = "unreadable-file"
  case unjudgedForm = "unjudged-form"
  case expiredSuppression = "expired-suppression"
  case reasonlessSuppression = "reasonless-suppression"
  case unusedSuppression = "unused-suppression"

  var severity: Severity {
    switch self {
    case .unreadableFile, .unjudgedForm: .error
    case .expiredSuppression, .reasonlessSuppression: .warning
    case .unusedSuppression: .info
    }
  }

  /// As reports print it.
  var reported: ReportedRule {
    ReportedRule(
      id: rawValue, title: Messages.title(of: self), group: Messages.programGroup, severity: severity,
      help: Messages.help(of: self), basis: basis)
  }

  private var basis: Basis { Basis(document: Messages.basis(of: self), certainty: .own) }

  /// A finding of it.
  func finding(
    _ message: String, at path: FormPath = .form, location: SourceLocation? = nil, help: String? = nil
  ) -> Finding {
    Finding(
      rule: rawValue, severity: severity, path: path, location: location, message: message,
      help: help ?? Messages.help(of: self), basis: basis)
  }
}
