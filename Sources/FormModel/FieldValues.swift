/// What stands in the single-valued fields of a form: a slot for every field of the interchange format, and a
/// dictionary for fields that templates add.
///
/// Filling a slot costs an index, where a dictionary hashes a text.
struct FieldValues<Value: Sendable & Hashable>: Sendable, Hashable {
  private var slots: [Value?]
  private var own: [FieldKey: Value] = [:]

  init(_ values: [FieldKey: Value] = [:]) {
    slots = Array(repeating: nil, count: FieldKey.standardCount)
    for (key, value) in values { self[key] = value }
  }

  subscript(key: FieldKey) -> Value? {
    get { key.ordinal.map { slots[Int($0)] } ?? own[key] }
    set {
      if let ordinal = key.ordinal { slots[Int(ordinal)] = newValue } else { own[key] = newValue }
    }
  }

  /// The fields with a value that the interchange format does not have, by key.
  var ownKeys: [FieldKey] { own.isEmpty ? [] : own.keys.sorted() }

  /// The fields that have a value: those of the interchange format in its order, then the others by key.
  var list: [(FieldKey, Value)] {
    let standard = zip(FieldKey.standard, slots).compactMap { key, value in value.map { (key, $0) } }
    return standard + own.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
