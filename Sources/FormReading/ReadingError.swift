import FormTemplates
import OfficeFiles
import YAMLText

/// Why a file cannot be read as forms.
public struct ReadingError: Error, Sendable, Hashable {
  /// The file's name, as given.
  public var name: String
  /// What is wrong.
  public var problem: Problem
  /// Where in the file; `nil` when the whole file is meant.
  public var mark: YAMLMark?
  /// The whole error as a person reads it: place, what, the line itself, what to do.
  public var text: String

  /// What can be wrong with a PDF file.
  public enum PDFProblem: Sendable, Hashable {
    /// A picture of a page, without a single word.
    case noText
    /// The program that takes it apart gave nothing.
    case tool(ReadingTools.Fault)
  }

  /// What can be wrong with a file.
  public enum Problem: Sendable, Hashable {
    case notUTF8
    /// Text of another encoding with bytes in it that are none.
    case damagedText(encoding: String)
    /// Nothing in it, or nothing but comments and blank lines.
    case empty
    case tooLarge(bytes: Int, limit: Int)
    case tooManyForms(limit: Int)
    case tooManyPages(limit: Int)
    /// More words than the pages of forms have.
    case tooManyWords(limit: Int)
    /// A PDF file, or the program that reads it.
    case pdf(PDFProblem)
    /// More pieces of text between blanks than any number of forms has.
    case tooManyPieces(limit: Int)
    /// The file can be read, but there is no form in it.
    case noForm
    /// Neither the content nor the extension says what it is.
    case unknownFormat
    /// An office file that is damaged, hostile or not understood.
    case office(OfficeFileError)
    /// A compound file: an old office format, or one with a password.
    case compoundFile
    /// A template that the words of forms come from is broken or missing.
    case template(TemplateError)
    /// A file of a known kind that no form can be read from.
    case foreign(ForeignKind)
    /// An error of a text format, with its place.
    case text(YAMLError)
  }

  init(_ problem: Problem, in name: String, line: Int? = nil) {
    self.name = name
    self.problem = problem
    mark = line.map { YAMLMark(line: $0, column: 1) }
    let place = line.map { "\(name):\($0)" } ?? name
    text = "\(place): \(Messages.message(problem))\n  \(Messages.help(problem))"
  }

  /// - Parameters:
  ///   - source: the text that was read, for the line that is shown.
  ///   - first: the number of its first line, where it is a part of the file.
  init(_ error: YAMLError, in source: String, named name: String, startingAt first: Int = 1) {
    self.name = name
    problem = .text(error)
    mark = error.mark
    text = error.text(in: source, named: name, startingAt: first)
  }

  /// What is wrong, in Chinese.
  public var message: String { Messages.message(problem) }

  /// What to do, in Chinese.
  public var help: String { Messages.help(problem) }
}
