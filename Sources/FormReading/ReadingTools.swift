/// Programs outside that take a file apart; a reader starts none itself, so they are passed in.
public struct ReadingTools: Sendable {
  /// What can be had of a PDF file.
  public enum PDFPart: Sendable, Hashable, CaseIterable {
    /// The words with their boxes in the order in which they are drawn, as `pdftotext -raw -bbox` writes them.
    case words
    /// The pages as SVG, for the ruled lines, as `pdftocairo -svg` writes it.
    case drawing
    /// Plain text in reading order, as `pdftotext` writes it.
    case text
  }

  /// Why a tool gave nothing.
  public enum Fault: Error, Sendable, Hashable {
    /// There is no such program on the machine.
    case missing
    /// The file is damaged, or no such file.
    case broken
    /// A password, or its owner does not allow its text to be taken.
    case locked
    case tooSlow(seconds: Int)
    case tooLarge(bytes: Int)
    /// A program of the same name that does not know what is asked of it.
    case unsuitable
    /// A signal ended the program.
    case ended(signal: Int)
    /// The program could not be run, with the system's reason.
    case failed(String)
  }

  /// Takes a part of a PDF file, given its bytes and the caps: pages, seconds, bytes.
  public typealias PDFTool = @Sendable (PDFPart, [UInt8], FormInput.Limits) throws(Fault) -> [UInt8]

  /// `nil` where PDF files are not to be read.
  public var pdf: PDFTool?

  /// No tools.
  public static let none = ReadingTools()

  public init(pdf: PDFTool? = nil) { self.pdf = pdf }
}
