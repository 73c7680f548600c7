"""What a child shows when the day is over, and an adult who comes to fetch, in words that were overheard."""

GOING_HOME = [
    "eleven vil ikke hjem etter skolen",
    "Hun vil ikke hjem",
    "ho vil ikkje heim i dag",
    "gutten vil itj hjæm",
    "barnet vil ikke hjem når far henter",
    "jenta nekter å dra hjem",
    "Han gråter når han må hjem",
    "ho græt kvar gong ho skal heim",
    "eleven får vondt i magen når han skal hjem",
    "Hun blir helt stille hver gang hun skal hjem på fredag",
    "han spør om han kan sove her",
    "ho spør om ho kan få bu hos oss",
    "eleven spurte om hun kunne sove på sfo",
    "Barnet ber om å få sove på skolen",
    "far lukta øl da han kom",
    "mor luktet vin da hun hentet",
    "pappa lukta fyll på henting",
    "han fikk en smell da han sølte",
    "gutten får en ørefik hvis han svarer",
    "ho fekk ein smell fordi ho ikkje høyrde etter",
]

CALM_GOING_HOME = [
    "hun vil ikke hjem ennå, hun leker så godt",
    "han vil ikke hjem fordi det er så gøy på sfo",
    "elevene vil ikke hjem fra leirskolen",
    "jeg vil ikke hjem til jul",
    "han gråter når han må hjem fra bursdagen",
    "mor spør om han kan sove her",
    "barnet spør om det kan sove her i vogna",
    "han fikk en smell da han falt på sykkelen",
    "kan barnet gå hjem alene?",
    "far lukta mat da han kom fra kjøkkenet",
]
