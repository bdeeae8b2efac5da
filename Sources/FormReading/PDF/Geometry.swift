/// Lengths on a page are whole ten-thousandths of a point (1/72 inch): exact, and no binary floating point.
enum Length {
  static let point = 10_000
  /// Larger numbers in a file are cut to this: products of two still fit.
  static let most = 1_000_000_000

  /// A decimal number as a program prints it; `nil` for anything else.
  static func parse(_ bytes: ArraySlice<UInt8>) -> Int? {
    var digits = bytes
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard !digits.isEmpty else { return nil }
    var (value, scale, isFraction) = (0, point, false)
    for byte in digits {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if (0x30...0x39).contains(byte) {
        let digit = Int(byte - 0x30)
        if isFraction {
          scale /= 10
          value += digit * scale
        } else {
          value = min(value * 10 + digit * point, most)
        }
      } else {
        return nil
      }
    }
    return isNegative ? -value : value
  }
}

/// A rectangle on a page, from its upper left corner.
struct Box: Hashable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  var width: Int { right - left }
  var height: Int { bottom - top }
  var middle: Int { (left + right) / 2 }
  var center: Int { (top + bottom) / 2 }

  /// The smallest rectangle around both.
  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}

/// A ruled line of a table.
struct RuledLine: Hashable {
  var isVertical: Bool
  /// `x` of a vertical line, `y` of a horizontal one.
  var position: Int
  /// The extent across, lower bound first.
  var from: Int
  var to: Int
}

/// `x' = a x + c y + e`, `y' = b x + d y + f`, in lengths.
struct Transform {
  var a = Length.point
  var b = 0
  var c = 0
  var d = Length.point
  var e = 0
  var f = 0

  func apply(_ x: Int, _ y: Int) -> (x: Int, y: Int) {
    let u = (a * x + c * y) / Length.point + e
    let v = (b * x + d * y) / Length.point + f
    return (max(-Length.most, min(Length.most, u)), max(-Length.most, min(Length.most, v)))
  }

  /// First `inner`, then this one.
  func after(_ inner: Transform) -> Transform {
    func linear(_ x: Int, _ y: Int) -> (Int, Int) {
      let point = apply(x, y)
      return (point.x - e, point.y - f)
    }
    let (first, second) = (linear(inner.a, inner.b), linear(inner.c, inner.d))
    let offset = apply(inner.e, inner.f)
    return Transform(a: first.0, b: first.1, c: second.0, d: second.1, e: offset.x, f: offset.y)
  }
}
