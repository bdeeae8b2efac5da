/// The caps that hold for an archive, whatever its own directory says.
public struct ArchiveLimits: Sendable, Hashable {
  /// Most entries.
  public var entries = 10_000
  /// Most bytes of one part after inflating.
  public var partBytes = 64 << 20
  /// Most bytes of all parts that are read, after inflating.
  public var totalBytes = 128 << 20
  /// Most inflated bytes for one packed byte, once a part is larger than `ratioFrom`.
  public var ratio = 100
  /// Size from which `ratio` holds: a small part of one repeated word is no bomb.
  public var ratioFrom = 1 << 20
  /// Most cells that hold something.
  public var cells = 1_000_000
  /// Most bytes of text in all cells, a shared text counted where it is used.
  public var cellBytes = 64 << 20
  /// The caps on each part that is XML.
  public var xml = XMLLimits()

  public init() {}
}

/// The caps that hold for an XML or HTML text.
public struct XMLLimits: Sendable, Hashable {
  /// Deepest nesting of elements, at most 1,024.
  public var depth = 256
  /// Most elements.
  public var elements = 10_000_000

  public init() {}
}
