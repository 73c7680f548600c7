"""Nicknames by who calls whom what, in the many ways that is said, and everyday sentences built the same way."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, names_nobody
from tests.each import each

CALLED = [
    ("babyen heter foreløpig bare «Bønna»", "Bønna"),
    ("hun heter egentlig «Stjerna»", "Stjerna"),
    ("guttene i niende sier plaskebollen om han når de bader", "plaskebollen"),
    ("de roper knaskejens etter henne i trappa", "knaskejens"),
    ("alle sier rumpetrollet til han, og nå gråter han", "rumpetrollet"),
    ("ungan rope snørrungen etter hainn på bussen", "snørrungen"),
    ("jentene sier flettekaia om henne i gruppa", "flettekaia"),
    ("vi roper hoppetussa'n etter han når vi leker", "hoppetussa'n"),
    ("Bestefar bruker Sprelleline om henne. Hun ler av det.", "Sprelleline"),
    ("Tanta bruke Plysjen om hainn, å vi seie det vi og.", "Plysjen"),
    ("Mor brukar Fuglen om ho og Bamsefar om broren.", "Bamsefar"),
    ("Far bruker Sprelleline om henne og Tordenskrallet om søsteren.", "Tordenskrallet"),
    ("Brumlebassen fikk han til navn av storebror.", "Brumlebassen"),
    ("Ho fekk Tyttebæret som kallenamn på leiren.", "Tyttebæret"),
    ("De ga ham Propellen til navn første dagen.", "Propellen"),
    ("Elevene har funnet på Tåkefyrsten, og nå ler alle når han kommer.", "Tåkefyrsten"),
    ("Klassen har funne på Hikkeren om han.", "Hikkeren"),
    ("Pepperbiten er navnet hun har fått i garderoben.", "Pepperbiten"),
    ("Sneglemann e navnet dæm bruke på hainn i fotballn.", "Sneglemann"),
    ("Eleven det gjelder, kaller de Dommeren. Han vil bestemme alt.", "Dommeren"),
    ("Guten vi melder om, kallar dei Presten, og han svarar ikkje.", "Presten"),
    ("Jenta i femte kaller de bare Flua på bussen.", "Flua"),
    ("Dæm kalle hainn Putin, å hainn gret kvar gong.", "Putin"),
    ("Vi kalla hannom Mozart førr hainn nynna heile tia.", "Mozart"),
    ("batman kaller de han fordi han har kappe", "batman"),
    ("Hun blir kalt Solstrålen junior av naboen.", "Solstrålen junior"),
    ("Han er Mikkeline for noen og Klossmajor for resten.", "Klossmajor"),
    ("han heter noe annet, men alle skriver bollis i chatten", "bollis"),
    ("hun heter egentlig noe helt annet men alle bruker tøtta", "tøtta"),
    ("«Trollgutten», som de kaller ham, kom ikke i dag.", "Trollgutten"),
    ("det er en som kaller seg skyggemannen, vi vet ikke hvem det er", "skyggemannen"),
    ("hun skriver med en som kaller seg natteravnen på kvelden", "natteravnen"),
    ("Jeg fikk et notat med Pelle og Snirkel, det er kallenavna vi bruker.", "Snirkel"),
    ("Kallenavna er Knask, Snirkel og Grynet.", "Snirkel"),
    ("Kallenavna på tvillingan e Rusk å Snirkel.", "Snirkel"),
    ("Vi kaller dem Knask og Snirkel, og det liker de ikke.", "Snirkel"),
]
NOBODY = [
    "Vi kaller dem inn til samtale, og guttene og jentene møter.",
    "Er kallenavn og initialer opplysninger om noen?",
    "de sier hei til henne hver morgen, og vi sier ja til han",
    "alle sier sannheten til han, og guttene sier takk til henne",
    "vi sier ifra til han og roper navnet etter henne",
    "de sier stygge ting til henne og roper skjellsord etter han",
    "guttene sier unnskyld til han, og jentene sier ingenting om henne",
    "de sier idiot til han og roper hore etter henne",
    "Mor bruker Teams om han er hjemme, og Ritalin om han trenger det.",
    "Vi bruker ASK om ho ikkje forstår, og Visma om ho er borte.",
    "Hun fikk Ritalin til lunsj og Karlstadmodellen som tiltak.",
    "Elevene har funnet på noe nytt, og klassen har funnet på en lek.",
    "Fredagskos er navnet vi har valgt på timen.",
    "Rommet vi kaller Biblioteket er lite. Metoden vi kallar Trappa, er fin.",
    "Tiltaket kaller vi Trappa. Gruppa vår kaller de Ekspressen.",
    "Gutten kaller de inn til møte. Foreldrene kaller vi inn på mandag.",
    "Han er rolig for noen og urolig for resten.",
    "det heter noe annet, men alle skriver feil",
    "babyen heter foreløpig ingenting, og planen heter foreløpig «Sammen».",
    "Dette er en metode som kaller seg foreldreveiledning.",
    "En som kaller seg rektor, ringte. en som kaller seg far ringte.",
]


@each(("text", "word"), CALLED)
def test_what_somebody_is_called_is_found_however_it_is_said(anonymiser: Anonymiser, text: str, word: str) -> None:
    finds(anonymiser, text, "kallenavn", word)


@each("text", NOBODY)
def test_what_is_said_and_used_every_day_is_no_nickname(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


def test_what_stands_in_passing_before_a_name_is_none(anonymiser: Anonymiser) -> None:
    finds(anonymiser, "babyen heter foreløpig bønna", "navn", "bønna")
