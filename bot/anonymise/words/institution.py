"""Tells the endings of services, offices, laws and plans, which many write with a capital. Knows endings, no names."""

from bot.anonymise.words.word_lists import words

_ENDINGS = tuple(
    words(
        "loven lova lovens skolen skulen skola skula tjenesten tenesta kontoret teamet senteret sentret huset planen "
        "stasjonen vernet rådet kommunen etaten hagen hagene staten retten avdelingen avdelinga gruppa gruppen kirken "
        "kirka departementet trappa trappen veilederen rettleiaren undersøkelsen undersøkinga utvalget nemnda "
        "direktoratet tilsynet foreningen klubben laget universitetet instituttet banken sykehuset sjukehuset "
        "klinikken hjemmet dagen uka mottaket sentralen kontakten programmet prosjektet modellen metoden skjemaet "
        "avtalen aksjonen kurset konferansen appen siden forbundet politiet styret bladet posten døgnet året boka "
        "tiden mappa mappen loggen pinnen skjema plan team "
        "telefonen linja linjen parken portalen løpet riket kofferten kortet kortene hjulet verktøyet opplegget "
        "stigen spillet språk språket"
    )
)


def names_an_institution(lower: str) -> bool:
    """Tell whether the word in small letters ends like a service, a law or a plan: "opplæringslova"."""
    return lower.endswith(_ENDINGS)
