import YAMLText

/// The key of a list that orders the entries of the mapping it stands in.
private let orderKey = "order"

/// Lays a child's document over its base: mappings are merged key by key, everything else is replaced,
/// `~` takes an inherited entry away. Inherited entries keep their order, new ones follow.
///
/// - Throws: `unknownKey` for a `~` that takes nothing away: most likely a slip of the pen.
public func overlay(_ child: YAMLNode, on base: YAMLNode) throws(YAMLError) -> YAMLNode {
  guard case .mapping(let own) = child.content, case .mapping(let inherited) = base.content else {
    return child
  }
  var merged = inherited
  var places = Dictionary(uniqueKeysWithValues: inherited.enumerated().map { ($1.key, $0) })
  var removed: Set<String> = []
  for entry in own {
    guard let place = places[entry.key] else {
      if entry.value.isNull {
        throw YAMLError(.unknownKey(entry.key, allowed: inherited.map(\.key)), at: entry.keyMark)
      }
      places[entry.key] = merged.count
      merged.append(entry)
      continue
    }
    if entry.value.isNull { removed.insert(entry.key) }
    merged[place] = YAMLEntry(
      key: entry.key, keyMark: entry.keyMark, value: try overlay(entry.value, on: merged[place].value))
  }
  merged.removeAll { removed.contains($0.key) }
  return YAMLNode(.mapping(merged), at: child.mark)
}

/// The document with every `order:` list obeyed and gone: the listed entries first, then the others as they were.
func ordered(_ node: YAMLNode) throws(YAMLError) -> YAMLNode {
  guard case .mapping(let entries) = node.content else { return node }
  var rest: [YAMLEntry] = []
  var wanted: YAMLNode?
  for entry in entries {
    if entry.key == orderKey {
      wanted = entry.value
    } else {
      rest.append(YAMLEntry(key: entry.key, keyMark: entry.keyMark, value: try ordered(entry.value)))
    }
  }
  guard let wanted else { return YAMLNode(.mapping(rest), at: node.mark) }
  return YAMLNode(.mapping(try arranged(rest, by: wanted)), at: node.mark)
}

private func arranged(_ entries: [YAMLEntry], by wanted: YAMLNode) throws(YAMLError) -> [YAMLEntry] {
  var rest = entries
  var first: [YAMLEntry] = []
  for item in try wanted.items(of: orderKey) {
    let key = try item.text(of: orderKey)
    guard let index = rest.firstIndex(where: { $0.key == key }) else {
      throw YAMLError(.unknownValue(key, key: orderKey, allowed: rest.map(\.key)), at: item.mark)
    }
    first.append(rest.remove(at: index))
  }
  return first + rest
}
