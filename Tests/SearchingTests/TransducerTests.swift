import Foundation
import Testing

@testable import Searching

@Suite("Voikko's dictionary, read without libvoikko")
struct TransducerTests {
  /// Words of every kind that the dictionary knows, and of some that it does not; in the order of their letters.
  static let words = """
    2024 25 5.:n ajoittain asiakaslähtöisyydestä covid erittäin etelä-pohjanmaalla eu eu-maissa helsinkiin hyvinvointialueilla
    häntä isolla-britannialla joissa kahdellekymmenelle kaksituhatta kiusaamisen kiusaamistapauksia kolmannellekymmenennelle
    korkeakouluittain kotihoitokartoitus kotona koulu koulua koulupoissaoloja kouluttamattomuudellaankaan lastensuojelutyöhön
    linja-auto linjaauto maa-aines maaaines nuoriso-ohjaus nuorisoohjaus olisimmekohan oppilasta perusopetuksessa pohjois-suomella
    poissaoloihin puolivuosittain sosiaali- sosiaalihuoltolain tapahtumatta tehtäisiin uudellamaalla vaihtoehtoisesti
    vammaisarviointipalvelut vastuuopettajien xyzzyn yhteistyössä yöaika zürichissä älköön öljy
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// What a reader makes of words one after another.
  private func readings(_ words: [String], _ dictionary: Transducer?) throws -> [[WordReading]] {
    var reader = try WordReader(dictionary)
    return words.map { reader.readings(of: scalars(of: Array($0.utf8))) }
  }

  private func transducer() throws -> Transducer { try #require(try VoikkoVersion.transducer()) }

  @Test("gives the readings that libvoikko gives, in its order")
  func sameReadings() throws {
    let own = try readings(Self.words, transducer())
    #expect(own.filter { $0.isEmpty }.count < 8)
    for (word, readings) in zip(Self.words, own) {
      #expect(try readings == self.readings([word], nil)[0], "\(word)")
    }
  }

  @Test("gives a word the same readings whatever was read before it")
  func anyOrder() throws {
    let dictionary = try transducer()
    let forwards = try readings(Self.words, dictionary)
    #expect(try readings(Self.words.reversed(), dictionary) == forwards.reversed())
    let doubled = Self.words.flatMap { [$0, String($0.dropLast())] }
    let between = try readings(doubled, dictionary)
    #expect(stride(from: 0, to: between.count, by: 2).map { between[$0] } == forwards)
  }

  @Test("gives the same ways when it forgets now and then, or before every word", arguments: [0, 900])
  func forgetful(mostNodes: Int) throws {
    func ways(_ walk: consuming TransducerWalk) -> [[[WordPiece]]] {
      Self.words.map { word in
        var ways: [[WordPiece]] = []
        walk.read(scalars(of: Array(word.utf8))) { ways.append(Array($0)) }
        return ways
      }
    }
    let dictionary = try transducer()
    let remembered = ways(TransducerWalk(dictionary))
    #expect(remembered.contains { $0.count > 1 })
    #expect(ways(TransducerWalk(dictionary, mostNodes: mostNodes)) == remembered)
  }

  @Test("ends where a word has more ways than any word has")
  func endless() throws {
    let words = (1...23).map { String(repeating: "kuusi", count: $0) }
    let own = try readings(words + ["kuusia"], transducer())
    #expect(own[1].count > 1)
    #expect(try own[23] == readings(["kuusia"], nil)[0])
  }

  @Test("has the closure of a state once for each value of its features, with arcs in the order of letters")
  func closures() throws {
    var closures = TransducerClosures(try transducer())
    let start = TransducerClosures.Node(state: 0, features: 0)
    let number = closures.number(of: start)
    let (closure, count) = (closures[number], closures.count)
    #expect(closure.size > 1 && closure.firstOpening < closure.openingsEnd)
    #expect(closures.number(of: start) == number && closures.count == count)
    #expect(closures.number(of: TransducerClosures.Node(state: 0, features: 1)) != number)
    for index in closure.firstOpening..<closure.openingsEnd {
      let opening = closures.openings[Int(index)]
      #expect(opening.first < opening.end && opening.letters.first <= opening.letters.last)
      #expect(opening.mayTake(opening.letters.first) && opening.mayTake(opening.letters.last))
      #expect(!opening.mayTake(opening.letters.first - 1) && !opening.mayTake(opening.letters.last + 1))
    }
  }

  @Test("is left to libvoikko when its file is damaged or of another kind")
  func damaged() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mallisto-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("mor.vfst")
    /// A dictionary of one word: arcs take *a* and end, or do what `change` makes of them.
    func isRead(_ change: (inout [UInt8]) -> Void = { _ in }) throws -> Bool {
      var bytes: [UInt8] = [0x6E, 0x3A, 1, 0, 0xFA, 0x51, 3, 0] + [UInt8](repeating: 0, count: 8)
      bytes += [3, 0] + Array("\0@P.X.Y@\0a\0".utf8)
      bytes += [UInt8](repeating: 0, count: -bytes.count & 7)
      bytes += [2, 0, 2, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]
      change(&bytes)
      try Data(bytes).write(to: file)
      return Transducer(file.path) != nil
    }
    #expect(try isRead())
    #expect(try !isRead { $0[0] = 0 })
    #expect(try !isRead { $0[8] = 1 })
    #expect(try !isRead { $0[20] = UInt8(ascii: "N") })
    #expect(try !isRead { $0[$0.count - 12] = 9 })
    #expect(try !isRead { $0[$0.count - 9] = 5 })
    #expect(try !isRead { $0[$0.count - 16] = 200 })
    #expect(try !isRead { $0.removeLast(8) })
    #expect(Transducer(folder.path + "/none") == nil)
  }
}
