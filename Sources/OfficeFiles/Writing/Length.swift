/// A length on paper, in twentieths of a point, as office files count.
public struct Length: Sendable, Hashable, Comparable {
  /// 1,440 an inch.
  public var twips: Int

  public init(twips: Int) { self.twips = twips }

  /// - Parameter points: 72 an inch.
  public init(points: Int) { twips = points * 20 }

  public init(millimetres: Int) { twips = millimetres * 14_400 / 254 }

  public static func < (one: Length, other: Length) -> Bool { one.twips < other.twips }
}
