"""One card of every kind of screen, with invented content, to validate, compare and draw."""

from __future__ import annotations

from bot.domain.reply import (
    Bars,
    Box,
    Bullets,
    Button,
    Card,
    Choice,
    ChoiceInput,
    DateInput,
    Facts,
    Folded,
    MarkedText,
    Paragraph,
    Row,
    Rows,
    TextInput,
    UserText,
)

SOURCES = ("**Kilder:** barnevernsloven § 13-2, lest 20.6.2026", "Kontrollert 22.11.2026 av fagredaktør.")

WELCOME = Card(
    "welcome",
    "Hei! Hva trenger du hjelp til?",
    header=("Veilederen", ""),
    intro="Du trenger ikke være sikker. En magefølelse er nok til å begynne.",
    blocks=[
        Rows(
            [
                Row("1", "Jeg er bekymret for et barn", "Vi finner neste steg sammen."),
                Row("2", "Jeg lurer på noe", "Om taushetsplikt, samtykke eller plikten til å melde."),
                Row("3", "Jeg vil drøfte en sak", "Få råd fra fagfolk."),
            ]
        ),
        Box(
            [
                Paragraph("**Jeg spør aldri om navn.** Jeg lagrer ikke det du skriver før du har godkjent teksten."),
                Paragraph("**Jeg gjetter ikke.** Vet jeg ikke svaret, sier jeg hvem du kan spørre."),
            ],
            "emphasis",
        ),
        Paragraph("Etter valget spør jeg én gang om kommune og rolle.", subtle=True),
    ],
    buttons=[
        Button("Jeg er bekymret", "guide.start", style="positive"),
        Button("Jeg lurer på noe", "ask.start"),
        Button("Drøft en sak", "case.start"),
    ],
)
STEP = Card(
    "guide_step",
    "Har du snakket med foreldrene?",
    header=("Sak Blå · Handlingsveilederen nivå 1", "Steg 4 av 8"),
    intro="Samtalen er ofte det som hjelper mest.",
    blocks=[
        Box([Paragraph("**Regn som ja** hvis dere har snakket om det du er bekymret for.")]),
        Folded("Hva kan jeg si?", [Bullets(["Jeg har lagt merke til at …", "Hvordan ser det ut hjemme?"])]),
    ],
    buttons=[
        Button("Ja", "guide.answer", "ja", 4),
        Button("Nei", "guide.answer", "nei", 4),
        Button("Usikker", "guide.answer", "usikker", 4),
        Button("Tilbake", "guide.back", version=4),
    ],
    footnote=SOURCES,
    in_place=True,
)
ANSWER = Card(
    "answer",
    "Når må jeg melde fra til barnevernet?",
    header=("Svar for lærere", "Meldeplikt"),
    intro="**Straks**, når du har grunn til å tro at barnet lever under alvorlig omsorgssvikt.",
    blocks=[
        Bullets(
            ["Plikten er personlig.", "Den går foran taushetsplikten, jf. § 13-2.", "Du kan drøfte anonymt først."]
        ),
        Bullets(["Si fra til lederen din.", "Skriv ned det du har sett."], title="Gjør dette", numbered=True),
        Box([Paragraph("Svaret gjelder ikke frivillige i idrettslag.")], "warning"),
    ],
    buttons=[
        Button("Hva skriver jeg?", "open", "innhold-melding", style="positive"),
        Button("Kilde", "", url="https://lovdata.no/dokument/NL/lov/2021-06-18-97"),
        Button("👍", "rate.up", "meldeplikt-naar"),
        Button("👎", "rate.down", "meldeplikt-naar"),
    ],
    footnote=SOURCES,
)
ACUTE = Card(
    "acute",
    "Er barnet i fare nå? Ring 112",
    header=("Akutt", ""),
    intro="Ring først. Alt annet kan vente.",
    blocks=[
        Rows(
            [
                Row("112", "Politiet", "Fare akkurat nå"),
                Row("113", "Ambulanse", "Skade, sykdom eller fare for livet"),
                Row("116 111", "Alarmtelefonen for barn og unge", "Hele døgnet, også for deg som er voksen"),
            ],
            "attention",
        ),
        Bullets(
            ["**Meld til barnevernet nå.**", "**Ikke varsle foreldrene** ved mistanke om vold.", "Vær hos barnet."],
            title="Mistenker du vold eller overgrep?",
            numbered=True,
        ),
        Box([Paragraph("Du har også plikt til å avverge", strong=True), Paragraph("Varsle politiet.")], "emphasis"),
    ],
    buttons=[
        Button("Meld til barnevernet", "", url="https://www.bufdir.no/barnevern/", style="positive"),
        Button("Fortsett", "guide.resume", "sak-blaa"),
    ],
    footnote=SOURCES,
    speak="Er barnet i fare nå? Ring 112.",
)
FORM = Card(
    "case_form",
    "Fortell om situasjonen",
    header=("Anonym sak · Testteam", "Steg 2 av 3"),
    intro="Felt med * må fylles ut. Navnet ditt vises ikke for teamet.",
    blocks=[
        Box(
            [Paragraph("**Ikke skriv navn, skole, sted, eksakt alder eller datoer.** Jeg sjekker teksten.")], "warning"
        ),
        ChoiceInput(
            "alder",
            "Aldersgruppe",
            [Choice("6-9", "6–9 år"), Choice("10-12", "10–12 år")],
            required=True,
            compact=True,
            error="Velg aldersgruppe.",
        ),
        TextInput("sett", "Hva har du sett?", value="Ofte alene i friminuttene.", multiline=True, required=True),
        TextInput("barnet", "Hva har barnet vist?", multiline=True, required=True, hint="I grove trekk"),
        ChoiceInput(
            "temaer",
            "Temaer",
            [Choice("fravaer", "Skolefravær"), Choice("sprak", "Språk")],
            "fravaer,sprak",
            several=True,
        ),
        DateInput("dato", "Når vil du ha svar?", value="2026-12-01"),
        Folded("Vis flere felt", [TextInput("styrker", "Hva fungerer for barnet?")]),
    ],
    buttons=[
        Button("Sjekk teksten", "case.check", "utkast", 3, style="positive"),
        Button("Tilbake", "case.back", "utkast", 3, submits_inputs=False),
        Button("Avbryt", "case.cancel", "utkast", 3, submits_inputs=False, style="destructive"),
    ],
    in_place=True,
)
REVIEW = Card(
    "case_review",
    "Jeg fant to ting",
    header=("Anonym sak", "Steg 3 av 3"),
    blocks=[
        MarkedText("Sitter ofte alene med ", "Testine Testesen", " i friminuttene."),
        ChoiceInput("f1", "Bytt ut navnet med", [Choice("venn", "en venn"), Choice("stryk", "stryk det")], "venn"),
        UserText("Ofte alene.\nSier lite.", label="Slik blir det sendt"),
    ],
    buttons=[
        Button("Godkjenn", "case.approve", "utkast", 4, style="positive", carries=(("sett", "Ofte alene."),)),
        Button("Endre", "case.back", "utkast", 4, carries=(("sett", "Ofte alene."),)),
    ],
    in_place=True,
)
TAKEN = Card(
    "case",
    "Skolefravær og utenforskap",
    header=("Testteam 0–18", "Sak TEST-1"),
    blocks=[
        Box([Paragraph("**Tatt** av Test Medlem, PPT"), Paragraph("Svar innen ons. 25.11.", subtle=True)]),
        Facts([("Barnet", "10–12 år, skole"), ("Gjort", "Handlingsveilederen nivå 0 og 1"), ("Haster", "Vanlig")]),
        Box([UserText("Hvordan snakker vi med barnet?", label="Innmelder trenger råd om")], "emphasis"),
        Folded("Vis hele saken", [UserText("Ofte alene.", label="Sett"), UserText("Liker å tegne.", label="Barnet")]),
    ],
    buttons=[
        Button("Svar innmelder", "case.answer", "TEST-1", 2, style="positive"),
        Button("Spør innmelder", "case.ask", "TEST-1", 2),
        Button("Sett på neste møte", "case.meeting", "TEST-1", 2),
        Button("Gi saken fra deg", "case.release", "TEST-1", 2),
        Button("Ikke anonym nok", "case.redact", "TEST-1", 2, style="destructive"),
    ],
    summary="Oppdatering i en sak",
)
MINE = Card(
    "my_cases",
    "Én sak venter på deg",
    header=("Mine saker", "2 saker"),
    blocks=[
        Rows(
            [
                Row("1", "Sak Blå: svar teamet", "TEST-1 · i dag", Button("Åpne Sak Blå", "case.show", "TEST-1", 1)),
                Row("2", "Sak Grønn: besvart", "TEST-2", Button("Åpne Sak Grønn", "case.show", "TEST-2", 1)),
            ]
        )
    ],
    buttons=[Button("Ny bekymring", "guide.start")],
)

CHAPTER = Card(
    "course_chapter",
    "Dette er de du jobber sammen med",
    header=("Ny her?", "Del 5 av 6"),
    intro="Trykk på en linje for å se hva de gjør.",
    blocks=[
        Box([Bullets(["Er et barn i fare nå: Ring 112, og så barnevernvakta."])], "attention"),
        Box([Bullets(["Planen sier at **alle nyansatte** får opplæring."], "Prøvedal")], "accent"),
        Paragraph("Team hos deg", strong=True),
        Rows([Row("›", "Prøveteamet", "For barn i skolen", Button("Prøveteamet", "where_team", "prove"))]),
        Paragraph("Noe om teamene må fylles ut av kommunen.", subtle=True),
    ],
    buttons=[
        Button("Til spørsmålet", "course_ask", "partnere", style="positive", submits_inputs=False),
        Button("Tilbake", "course_back", "tiltak", submits_inputs=False),
        Button("Ta pause", "course_pause", submits_inputs=False),
    ],
    footnote=SOURCES,
)
QUIZ = Card(
    "course_quiz",
    "Et barn er blitt stille. Hva gjør du først?",
    header=("Ny her?", "Del 1 av 6"),
    blocks=[
        Box([Paragraph("Ikke helt. Prøv igjen.", strong=True), Paragraph("Du trenger ikke være sikker.")], "warning"),
        Rows(
            [
                Row(
                    "1",
                    "Jeg snakker med barnet, og skriver ned det jeg ser",
                    press=Button("Jeg snakker", "course_answer", "a.b"),
                ),
                Row("2", "Jeg venter til jeg er helt sikker", press=Button("Jeg venter", "course_answer", "a.c")),
            ]
        ),
    ],
    buttons=[Button("Les delen igjen", "course_back", "a", submits_inputs=False)],
    footnote=SOURCES,
)
RECEIPT = Card(
    "course_receipt",
    "Bra jobbet! Du er gjennom.",
    header=("Ny her?", "Kvittering"),
    intro="Du kan øve så mye du vil.",
    blocks=[
        Facts([("Opplæring", "Ny her?"), ("Dato", "7.12.2026"), ("Utgave", "2026-11-26.1")]),
        Paragraph("Lederen din ser bare hvor mange som er ferdige.", subtle=True),
    ],
    buttons=[Button("Øv på en sak", "practice_list", submits_inputs=False)],
)
FIGURES = Card(
    "figures",
    "Tall for desember 2026",
    header=("Tall", "Stjørdal"),
    intro="Ingen saker, navn eller tekster. Det som er færre enn 5, vises ikke.",
    blocks=[
        Paragraph("Desember", strong=True),
        Facts([("Saker til team", "færre enn 5"), ("Veileder startet", "10")]),
        Paragraph("Hittil i 2026", strong=True),
        Facts(
            [
                ("Saker til team", "25"),
                ("Veileder startet", "60"),
                ("Veileder fullført", "35"),
                ("Opplæring tatt", "15"),
            ]
        ),
        Paragraph("Hva sakene handler om", strong=True),
        Bars([("Skolefravær", "10", 10), ("Psykisk helse", "5", 5)]),
        Paragraph("Aldersgrupper", strong=True),
        Paragraph("Alle er færre enn 5.", subtle=True),
    ],
    doors=False,
)
TREND = Card(
    "trend_told",
    "Tverrfaglig kompetanseteam ser flere enn før",
    header=("Utfordringsbildet", ""),
    blocks=[
        Paragraph("Skolefravær, Rus", strong=True),
        UserText("Mange blir hjemme etter ferien. Skolene trenger et felles opplegg."),
        Paragraph("Saker til team hittil i år, i hele kommunen", strong=True),
        Facts([("Skolefravær", "10"), ("Rus", "ikke nok å vise ennå")]),
        Paragraph("Rundet av til nærmeste fem.", subtle=True),
    ],
    buttons=[Button("Vis det som er meldt", "trends")],
    doors=False,
)
SAMPLES = (WELCOME, STEP, ANSWER, ACUTE, FORM, REVIEW, TAKEN, MINE, CHAPTER, QUIZ, RECEIPT, FIGURES, TREND)
ALL = {card.kind: card for card in SAMPLES}
