/// 计算符号: how an actual is held against the target number.
public enum Comparator: String, Sendable, Hashable, CaseIterable {
  case atLeast = "≥"
  case greaterThan = ">"
  case equal = "="
  case atMost = "≤"
  case lessThan = "<"
}
