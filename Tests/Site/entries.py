"""What entries made for a test have in common."""

# The fields that every entry has, but for its name.
FIELDS = """lyhyt kuvaus: Yhteinen malli, jossa jokaisella portaalla on selvä kynnys, toimet ja vastuuhenkilö koulussa.
toteutuspaikka: Lempäälän koulut
alue: Lempäälä
rahoittaja: STM
vaihe: Idea
luotu: 1.1.2025
muokattu: 2.1.2025
"""
