import Testing

@testable import Cataloguing

@Suite("Funding")
struct FundingTests {
  private func fault(_ grant: Double?, _ total: Double?, own: Double? = nil, _ percentage: Figure? = nil) -> Funding
    .Fault?
  {
    func cents(_ euros: Double?) -> Int? { euros.map { Int(($0 * 100).rounded()) } }
    return Funding(grant: cents(grant), total: cents(total), ownShare: cents(own), percentage: percentage).fault
  }
  private let twenty = Figure(digits: 20)
  private let thirty = Figure(digits: 30)

  @Test("of the documents that the practices rest on adds up")
  func real() {
    #expect(fault(680_000, 850_000, own: 170_000, twenty) == nil)
    #expect(fault(700_000, 875_000, own: 175_000, twenty) == nil)
    #expect(fault(40_000, 57_000, thirty) == nil)
    #expect(fault(40_000, 57_000, own: 17_000, thirty) == nil)
  }

  @Test("may be rounded: cents to euros, and a total whose parts are stated more exactly")
  func rounded() {
    #expect(fault(33_333.33, 50_000, own: 16_666.67) == nil)
    #expect(fault(33_333, 50_000, own: 16_666) == nil)
    #expect(fault(39_617, 57_000, own: 16_979, thirty) == nil)
    #expect(fault(2_000, 3_000, own: 1_000, Figure(digits: 333, decimals: 1)) == nil)
    #expect(fault(2_000, 3_000, own: 1_000, Figure(digits: 3333, decimals: 2)) == nil)
  }

  @Test("says nothing where a figure is missing")
  func silent() {
    #expect(fault(680_000, nil) == nil)
    #expect(fault(nil, 850_000, twenty) == nil)
    #expect(fault(nil, nil) == nil)
    #expect(fault(680_000, nil, twenty) == nil)
    #expect(fault(0, 0, own: 0, twenty) == nil)
  }

  @Test("is faulted where the percentage tells which figure is wrong")
  func culprit() {
    #expect(fault(680_000, 850_000, own: 180_000, twenty) == .init(part: .ownShare, expected: "170 000 €"))
    #expect(fault(680_000, 860_000, own: 170_000, twenty) == .init(part: .total, expected: "850 000 €"))
    #expect(fault(600_000, 850_000, own: 170_000, twenty) == .init(part: .grant, expected: "680 000 €"))
    #expect(fault(680_000, 850_000, own: 170_000, thirty) == .init(part: .ownPercentage, expected: "20 %"))
    #expect(fault(40_000, 57_000, Figure(digits: 31)) == .init(part: .ownPercentage, expected: "30 %"))
    #expect(fault(40_000, 57_000, Figure(digits: 300, decimals: 1)) == .init(part: .ownPercentage, expected: "29,8 %"))
    #expect(fault(nil, 850_000, own: 170_000, thirty) == .init(part: .ownPercentage, expected: "20 %"))
    #expect(fault(680_000, nil, own: 170_000, thirty) == .init(part: .ownPercentage, expected: "20 %"))
  }

  @Test("is faulted at the total where nothing tells")
  func total() {
    #expect(fault(680_000, 900_000, own: 170_000) == .init(part: .total, expected: "850 000 €"))
    #expect(fault(680_000, 860_000, own: 170_000) == .init(part: .total, expected: "850 000 €"))
    #expect(fault(700_000, 870_000, own: 175_000) == .init(part: .total, expected: "875 000 €"))
    #expect(fault(40_000, 30_000) == .init(part: .total, expected: nil))
    #expect(fault(nil, 30_000, own: 40_000) == .init(part: .ownShare, expected: nil))
    #expect(fault(33_333, 50_000, own: 16_660)?.part == .total)
  }
}
