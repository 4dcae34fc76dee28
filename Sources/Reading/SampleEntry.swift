import Diagnosing

/// A made-up practice that uses every field, section and block and breaks no rule.
///
/// The lines of every rule's `RuleExample` stand in it, so that each example can be run.
public enum SampleEntry {
  public static let path = "content/practices/lasnaolon-malli.md"

  /// Files that the entry mentions, beside it.
  public static let otherFiles = ["kansi.jpg", "portaat.png", "muistiopohja.pdf"]

  public static var file: SourceFile { SourceFile(path: path, text: text) }

  /// The entry with the wrong lines of an example, or with the right ones.
  ///
  /// The right lines stand in the sample, and the wrong ones replace them there; where the sample does
  /// not hold the right lines, either is added at the end of its body.
  public static func file(with example: RuleExample, wrong: Bool) -> SourceFile {
    let lines = wrong ? example.wrong : example.right
    guard let place = text.firstRange(of: example.right) else {
      return SourceFile(path: path, text: text + "\n" + lines + "\n")
    }
    return SourceFile(path: path, text: text[..<place.lowerBound] + lines + text[place.upperBound...])
  }

  public static let text = """
    ---
    nimi: "Läsnäolon malli: yhdessä kouluun"
    lyhyt kuvaus: >-
      Koulun aikuiset huomaavat poissaolot ajoissa ja ottavat ne puheeksi oppilaan ja huoltajien kanssa.
      Jokaisella portaalla on selvä tuntiraja, tehtävät ja vastuuhenkilö.
      Malli on koottu kunnan koulujen yhteisessä kehittämistyössä.
    toteutuspaikka: Esimerkkilän koulut
    alue: Lempäälä
    rahoittaja:
      - Opetus- ja kulttuuriministeriö
      - Kunta
    kokonaisuus: ”Läsnä” -hanke
    vaihe: Kokeilu
    tekijä: Esimerkkilän kunta
    luotu: 1.8.2025
    muokattu: 15.1.2026
    kieli: fi
    asiasanat: [poissaolot, opiskeluhuolto]
    kohderyhmät:
      - rehtorit
      - koulukuraattorit
    linkit:
      - nimi: Opiskeluhuollon opas
        osoite: https://www.oph.fi/fi/opiskeluhuolto
    liitteet:
      - nimi: Palaverin muistiopohja
        tiedosto: muistiopohja.pdf
    kansikuva:
      tiedosto: kansi.jpg
      vaihtoehtoinen teksti: Oppilaita koulun pihalla
      kuvateksti: Koulun piha syksyllä
    kuva:
      tiedosto: portaat.png
      vaihtoehtoinen teksti: Kolme porrasta, joista kukin on edellistä korkeampi
      kuvateksti: Läsnäolon portaat
    rahoitus:
      avustus: 40 000 €
      kokonaisbudjetti: 50 000 €
      omarahoitus: 10 000 €
      omarahoitusosuus: 20 %
      kausi: 1.8.2025–31.7.2026
      päätös: Sivistyslautakunta 12.6.2025 § 45
    lähteet:
      - nimi: Läsnäolon mallin loppuraportti
        viite: 123/12.00.01/2025
        kohta: luku 2
        päivä: 12.6.2025
        osoite: https://www.oph.fi/fi/tilastot
        huomautus: "> 50 tunnin raja on kunnan oma"
    ---

    ## Ratkaisun perusidea

    Malli kertoo, mitä koulussa tehdään, kun oppilaan poissaolot lisääntyvät. Tavoitteena on, että
    **jokainen poissaolo huomataan** ja siitä puhutaan oppilaan kanssa.

    ```portaat
    - otsikko: Huoli puheeksi
      vastuu: luokanvalvoja
      toimet:
        - Puhuu poissaoloista oppilaan kanssa.
        - Ottaa yhteyttä huoltajiin.
    - kynnys: yli 50 h
      otsikko: Konsultaatio
      vastuu: luokanvalvoja
      toimet:
        - Kysyy neuvoa koulukuraattorilta.
    ```

    ### Mistä aloittaa

    Tehtävät on koottu [muistiopohjaan](muistiopohja.pdf).

    ```huomio
    Raja koskee kaikkia poissaoloja, myös luvallisia.
    ```

    ## Toimintaympäristö

    Kunnassa on kaksi koulua ja yhteinen opiskeluhuolto.

    ![Kolme porrasta, joista kukin on edellistä korkeampi](portaat.png "Läsnäolon portaat")

    ## Kohderyhmä ja asiakasymmärrys

    Malli on tarkoitettu oppilaille, joiden poissaolot huolestuttavat. Tarpeet selvitettiin kyselyllä:

    - oppilaat toivoivat, että joku kysyy vointia
    - huoltajat toivoivat tietoa ajoissa.

    ## Toimivuuden ja käyttöönoton ehdot

    Jokaisella portaalla on oltava nimetty vastuuhenkilö.

    ```taulukko
    otsikko: Portaat ja vastuut
    | Porras | Vastuu |
    |---|---|
    | Huoli puheeksi | luokanvalvoja |
    | Konsultaatio | koulukuraattori |
    ```

    ## Arvioinnin tulokset tiivistettynä

    Ensimmäisenä vuonna poissaolot vähenivät molemmissa kouluissa.

    ```video
    osoite: https://www.oph.fi/fi/video
    kesto: 3 minuuttia
    aihe: Rehtori kertoo mallin käyttöönotosta
    tekstivastine: Rehtori kertoo, että malli otettiin käyttöön yhdessä opettajien ja huoltajien kanssa.
    ```

    ## Vinkit toimintamallin soveltajille

    Sopikaa tuntirajoista yhdessä ennen kuin malli otetaan käyttöön.

    """
}
