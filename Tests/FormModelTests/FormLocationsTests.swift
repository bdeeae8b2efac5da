import FormModel
import Testing

@Suite("The places of a form's values")
struct FormLocationsTests {
  static let places: [(FormPath, FormModel.SourceLocation)] = [
    (.form, .text(line: 1, column: 2)), (.field(.grade), .paragraph(7)),
    (.field("narrative.mine"), .table(3, row: 4, cell: 5)),
    (.level("产出指标", nil), .text(line: 3, column: 1)), (.level("产出指标", "数量指标"), .text(line: 4, column: 3)),
    (.budget(2, nil), .sheet(name: "表1", row: 9, column: 1)),
    (.budget(2, .score), .sheet(name: "表2", row: 9, column: 7)),
    (.indicator(0, .note), .sheet(name: "表1", row: 20, column: 28)),
    (.indicator(30, nil), .table(1, row: 1, cell: 1)),
    (.indicator(30, .scoringRule), .text(line: 400_000, column: 70_000)),
  ]

  private var all: FormLocations { Self.places.reduce(into: [:]) { $0[$1.0] = $1.1 } }

  @Test func everyPlaceIsKeptAndListedInOrder() {
    for (path, place) in Self.places { #expect(all[path] == place) }
    #expect(
      all[.indicator(30, .target)] == nil && all[.indicator(99, nil)] == nil && all[.field(.year)] == nil)
    #expect(all.map(\.key) == Self.places.map(\.0))
    #expect(all.map(\.value) == Self.places.map(\.1))
  }

  @Test func aPlaceCanBeTakenBack() {
    var places = all
    for (path, _) in Self.places { places[path] = nil }
    #expect(places.isEmpty && !all.isEmpty)
    places[.indicator(1_000_000, nil)] = nil
    #expect(places.isEmpty)
  }

  @Test func aCellWithoutAPlaceStandsWhereItsRowStands() {
    let form = LocatedForm(form: Form(), locations: all)
    #expect(form.location(of: .indicator(30, .target)) == .table(1, row: 1, cell: 1))
    #expect(form.location(of: .indicator(0, .target)) == nil)
  }

  @Test func allPlacesCanBeMoved() {
    let moved = all.mapValues { _ in .paragraph(1) }
    #expect(moved.map(\.key) == all.map(\.key) && moved.allSatisfy { $0.value == .paragraph(1) })
  }
}
