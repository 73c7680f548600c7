"""Letters that often mean something else, where only somebody can stand, and where they number things."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody
from tests.each import each

SOMEBODY = [
    "{A} sier at stefar låser døra om kvelden.",
    "Da fortalte vikaren at {B} sa hun var redd.",
    "{Ø} sa at n far slår.",
    "I dag gråt {A} hele timen. {A} sier ingenting om hvorfor.",
    "Etter skolen spurte {B} om hun kunne bli med meg hjem.",
    "Æ prata med {B} i dag, og {B} sa at han far drakk kvar kveld.",
    "Har dere hatt samtale med {C} etter ferien?",
    "Jeg er bekymret for {A}, han spiser ikke.",
    "Ringte foreldrene til {B}, ingen svarte.",
    "Hverken {N} eller {R} har vært ute i dag.",
    "Verken {M} eller {S} vil si hva som skjedde.",
    "Hverken {T} eller broren har lege.",
    "Ny samtale {K/M} fredag.",
    "Slåsskamp {R/T}, begge sendt hjem.",
    "Vi har gule lapper med «{J} sur i dag».",
    "{T} borte hele uka",
    "Mor inform. pr tlf. {PS/gw}",
    "Eleven, heretter {M}, vil ikke inn i garderoben.",
    "Hei! Det gjelder {E}. Hun er stille.",
    "Vi er bekymra for {E}.",
    "Jeg spurte {G} om det, og jeg fulgte {G} hjem.",
    "Jeg har {H} på gruppa mi.",
    "{H} på rød avdeling spiser ikke.",
    "Barn 1 ({O}) og barn 2 ({S}) er ute.",
    "Samtale m/ {L} og mor.",
    "Møte med tvillingene {O} og {S} i dag.",
    "Foresatte: {R} og {K}",
    "{J-P} vil ikke spise.",
    "Vi lurer på hva vi gjør. Mvh {A-K}",
    "vi lurer på hva vi gjør. hilsen {t}",
    "Fra møtet: {ML}, {KJ} og undertegnede var der.",
    "Sak: {LM}",
    "{E} på 3. trinn er trist. {D} har vondt i magen.",
    "{H} og mor er alene hjemme.",
    "{E} (SFO) slår andre.",
    "Samtale m/{H} i dag. Møte v/{T} og mor.",
    "Fulgte {G} hjem. Bekymret for {G} fordi far slår.",
    "Det gjelder {E} på rød avdeling. Leker mæst me {H} å {M}.",
    "{K} på SFO slår de andre. {LM} kommer ofte for sent.",
    "{K} i 4B e lei sæ. {Ts} far har ringt.",
    "Vi e bekymra for {K} på kvelden.",
    "Ho {A} e så stille.",
    "{EH} har vondt i magen.",
    "{T's} mor har ringt.",
    "Mor til {E.L.} ringte, og elev {T.V.} slo.",
    "{T} told me her dad hits her.",
    "{M} cries every morning when his mother leaves.",
    "I asked {R} about the bruises and {R} lied to me.",
]
TWO_LETTERS = [
    "{OJ} har vært borte i tre uker siden jul.",
    "{PÅ} og {MS} har ikke levert samtykke.",
    "Fredag var {IR} syk igjen.",
    "{AN} har ikke spist frokost på flere dager.",
    "Vi vet at {TE} ikke får lov å være med på svømming.",
    "{ER} har sluttet å komme på leksehjelp.",
    "Samtale {HB}: varte i en halv time.",
    "Loggføring {EL}: gråt ved levering.",
    "{L.A.s} mor vil ha innsyn i notatet.",
    "Vi venter på {K.L.s} epikrise.",
]
SMALL = [
    "{k} kom for seint i dag å, øynene røde",
    "{t} sitter aleine i garderoben og vil ikke inn",
    "{b} gråt i dag igjen",
    "{f} har ikke spist siden i går",
    "hei. {p} slo ei jente i dag, hva gjør vi",
    "{g} vil ikke hjem",
    "møte om {t} og {m} i dag",
    "krangel mellom {k} og {p} hver dag",
    "snakka med {b} og {f} om mobbingen",
    "er bekymra for {t} og {l}, de har så lite klær",
    "kan du hente {k} og {t} i morra",
]
NOBODY = [
    "Vi trenger rom D på 3. trinn, og gruppe E (2. trinn) starter mandag.",
    "PPT, BUP og jeg var på møtet.",
    "Sak: IOP",
    "E er redd for at hun har det vondt.",
    "Det gjelder C i matte, og jeg er bekymra for D på eksamen.",
    "P på skolen er full. F på skolen er fravær. H på skolen betyr høyre.",
    "Hun kjenner G og H, men ikke resten av bokstavene.",
    "Loven (Barnevernsloven, 13) er ny.",
    "ME har feber som symptom, og vi lurer på det. Hilsen i",
    "T-S er mandag. D på gruppa e fin.",
    "Foreldre: A og B må skrive under.",
    "Alternativ A sier at vi skal vente.",
    "Planen har to deler. A handler om skolen. B handler om hjemmet.",
    "Vi må snakke med B-gjengen om språkbruken.",
    "OT har vært med på to møter.",
    "EM i fotball er på tv i kveld, alle vil se.",
    "Møte BV i morgen, time BUP kl. 10.",
    "Part A sier nei. Part B sier ja.",
    "Når A har flyttet, kan B søke alene, står det i rundskrivet.",
    "Kjønn: K/M. Skift D/N.",
    "a og b er riktig svar på prøven",
    "c er feil svar, b er rett",
    "t skjorte og shorts i november",
    "Plan B says we wait. The A team won. I told them.",
]


@each("marked", [*SOMEBODY, *TWO_LETTERS, *SMALL])
def test_letters_where_somebody_stands_are_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@each("text", NOBODY)
def test_letters_that_number_or_label_are_left(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
