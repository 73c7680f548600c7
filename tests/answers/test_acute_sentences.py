"""Short sentences of danger built of groups of words, beside calm ones in nearly the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.acute import LISTED, AcuteDetector
from bot.answers.acute_sentences import load_sentences
from bot.answers.acute_words import KINDS
from bot.content.problem import KnowledgeError

DANGERS = (
    "foreldrene slåss",
    "de voksne hjemme slåss",
    "mor og far slåss",
    "han sier at mamma og pappa sloss",
    "foreldrene slår hverandre",
    "dem kjefta og slo på hverandre mens ungen satt der",
    "foreldrene kaster ting på hverandre",
    "de er i tottene på hverandre og han gjemmer seg under senga",
    "mom and dad hit each other",
    "Foreldrene hennes slåss når de har drukket",
    "Pappa og stemor slåss nesten hver dag, forteller hun",
    "foreldra hannes slæst heime",
    "dæm slæst heime, mora og faren",
    "foreldra slåst heile tida",
    "far og mor slåst, og guten spring til naboen",
    "mor og far dyttar kvarandre",
    "foreldrene sparker hverandre",
    "mamma og pappa lugger hverandre, sier hun på fire",
    "begge foreldrene slår hverandre foran barna",
    "det var slåsskamp mellom foreldrene i natt",
    "det er vold mellom foreldrene",
    "hun hørte foreldrene slåss i natt",
    "Barnet er lei seg. Foreldrene slåss hver helg.",
    "foreldrene har begynt å slåss",
    "foreldrene kom i slagsmål med hverandre",
    "mamma og pappa var i slagsmål",
    "når foreldrene slåss, går hun til bestemor",
    "the parents are fighting at home",
    "her parents hit each other",
    "parents fought last night, the child saw it",
    "besteforeldrene slåss hjemme hos dem",
    "foreldrene slår og sparker hverandre",
    "de slåss hjemme, mor og far",
    "naboen hører at foreldrene slåss",
    "hjemme hos ham slåss de voksne",
    "barnet ser foreldrene gå løs på hverandre",
    "foreldrene fyker på hverandre så ungene gråter",
    "han mor sin og stefaren slåss",
    "far slår ikke mer enn andre fedre",
    "han slår aldri når han er edru",
    "mor slår bare når det trengs",
    "stefaren slår bare når han har drukket",
    "hun sier at mamma slår bare på rumpa",
    "de slår ikke så det blir merker",
    "han slår ikke når noen ser på",
    "han slår aldri foran andre",
    "han slår sjelden nå for tida",
    "mora sier hun slår bare når hun må",
    "faren slår ikkje meir enn andre",
    "hain slær bærre når hain e full",
    "ho slo berre ein gong",
    "dem slår itj meir enn andre forelder",
    "ingen slår, han detter bare i trappa støtt",
    "he only hits when he is drunk",
    "she only smacks him when he deserves it",
    "nobody hits her, she just falls a lot",
    "de slår ikke mer enn det som er vanlig i vår kultur",
    "han slår bare når hun provoserer",
    "hun lugger bare når han er umulig",
    "han slår om nødvendig",
    "en nabo tar på han",
    "ei nabokone tok på han",
    "en kompis av faren tok på henne",
    "naboen tek på han",
    "hun sier en mann tok på henne",
    "en fetter tok på han i sommer",
    "bestefar har tatt på han",
    "noen har tatt på henne",
    "en nabo klår på henne",
    "naboen pleier å ta på henne",
    "her uncle keeps touching her",
    "en nabo tar på hain",
    "en kollega av far tar på han",
    "det skjer ting hjemme som jeg ikke får si til noen",
    "det skjer ting hjemme jeg ikke får lov å fortelle, sier han",
    "det foregår ting hjemme som hun ikke får snakke om",
    "jeg har ikke lov til å fortelle hva pappa gjør",
    "det skjer ting heime som eg ikkje får seie til nokon",
    "things happen at home that I can't tell anyone",
    "he said things happen at home he must not talk about",
    "hun får ikke lov å si hva onkel gjør",
    "det er ting hjemme ho itj får lov å snakk om",
    "gutten sier at det som skjer hjemme må være hemmelig",
    "barnet har feberkramper",
    "føling diabetes svarer ikke",
    "jenta får kraftig allergisk reaksjon nå",
    "barnet kramper",
    "ho har krampar",
    "eleven har epileptisk anfall som ikke gir seg",
    "anfallet har vart i ti minutter",
    "astmaanfall, inhalatoren er tom",
    "eleven falt om i gymmen",
    "han kollapset i kantina",
    "insulinsjokk",
    "lavt blodsukker og ikke kontaktbar",
    "jeg får ikke kontakt med eleven, han ligger på gulvet",
    "toåringen har svelget et knappcellebatteri",
    "barnet har drukket oppvaskmiddel",
    "ungen har eti sopp ute",
    "hjertestans på skolen",
    "mulig hjernehinnebetennelse, prikker på huden",
    "the child is having a seizure",
    "he collapsed in class",
    "the boy drank bleach",
    "eleven har hjerneblødning tror vi",
    "guten har feberkrampar",
    "vi har satt epipen på en elev",
    "foreldrene nekter å ta med barnet til lege",
    "mor nekter å ta henne med til legen",
    "barnet får ikke medisinen sin hjemme",
    "mor gir ham ikke insulin",
    "hun får ikke astmamedisin hjemme og puster tungt",
    "han gikk med brukket arm i en uke uten lege",
    "mor nekter blodoverføring",
    "mora vil itj ta ongen te legen sjøl om han har høg feber",
    "parents refuse to take the child to a doctor",
    "babyen har hatt høy feber i flere dager og foreldrene vil ikke til lege",
    "foreldrene nekter ham legehjelp",
    "barna blir ikke slått så ofte",
    "blir jenta ikke slått lenger?",
    "hun blir bare dasket litt",
    "guten vart ikkje slege så hardt",
    "far slår ikke så hardt",
    "mora slår ikkje så ofte",
    "det er ikke sånn at far slår, sa hun",
    "han fikk bare en ørefik",
    "må jeg melde når det bare var en lusing",
    "slagene sitter løst hos dem",
    "handa sit laust hos bestefar",
    "hos dem får barna smake beltet",
    "det blir litt fysisk hjemme av og til",
    "foreldrene blir voldelige når de drikker",
    "vi får ham ikke våken",
    "toåringen kan ha smakt på oppvaskmiddelet",
    "treåringen drakk sprit av et glass",
    "hu mor hive ting etter dæm",
    "hu bestemor læs dæm inne på kottet",
    "mum passed out at pickup",
    "ingen har hentet barnet og barnehagen er stengt",
    "barnehagen er stengt og ingen har henta",
    "auntie burns her with the iron",
    "the kid hasn't eaten for two days",
    "he has not eaten since Monday",
    "mommy's boyfriend hurts me",
    "Ungdommen kutter seg på armene og har laget en plan for hvordan.",
    "Eleven er stille i timene. Far er sint og kaster ting hjemme. Hvem kan hjelpe?",
)
CALM = (
    "barna slåss om leker",
    "mor og far slår seg sammen om en gave",
    "guttene slåss i friminuttet",
    "foreldrene slåss for at sønnen skal få assistent",
    "mor og far har slåss lenge for å få hjelp til ham",
    "foreldrene slåss mot nedlegging av skolen",
    "mor lurer på hvorfor tvillingene slåss hele tida",
    "foreldrene klager på slåssing i skolegården",
    "foreldrene ønsker tiltak fordi gutten slåss i friminuttet",
    "barna slår hverandre med puter",
    "vi voksne slåss med tida",
    "lærerne slåss om grupperommene",
    "pappa og gutten lekesloss på plenen",
    "mor og far slår fast at de ikke vil ha møte",
    "mor og far slo opp i fjor",
    "foreldrene dytter hverandre fram når noen må si noe på møtet",
    "hvordan stoppe slåssing i garderoben",
    "foreldrene spør om det er mye slåssing",
    "siblings fight at home",
    "parents fight for more support at school",
    "the parents say the kids fight a lot",
    "foreldrene slår følge med hverandre hjem",
    "brødrene slåss så busta fyker, men er gode venner",
    "foreldre og lærere slåss om siste kake på basaren",
    "foreldrene slåss om hvor barnet skal bo",
    "eleven slår ikke lenger i friminuttet",
    "hun slår ikke de andre mer enn andre treåringer",
    "han slår ikke mer enn andre barn på avdelingen",
    "det slår aldri feil",
    "saken slår ikke hardt ut på budsjettet",
    "alarmen slår seg bare av når vi låser",
    "hun slår bare på lyset når det trengs",
    "gutten faller ofte på sykkel",
    "ingen slår dere på prisen",
    "ingen slår Rosenborg på Lerkendal",
    "ingen slår den lasagnen",
    "ballen slår bare i nettet",
    "er det lov å slå barn litt?",
    "barnet biter og slår mindre enn før",
    "han slår hardt på trommene",
    "eleven slår sjelden til, men biter",
    "vi slår bare sammen gruppene når det trengs",
    "han slo bare én femmer på yatzy",
    "regnet slår aldri inn her",
    "guten slår ikkje dei andre lenger",
    "han slår bare med plastsverd i leken",
    "en nabo tar på seg å kjøre han",
    "en nabo tar på han jakka",
    "vi tar på han ytterdress",
    "hvem tar på han regntøyet?",
    "de ansatte tar på henne hjelm",
    "det tar på henne å bytte skole",
    "sorgen tar på henne",
    "fraværet tar på henne",
    "alle prøvene tar på han",
    "gutten tar på alt i butikken",
    "helsesykepleier tar på pannen for å kjenne feber",
    "det skjer ting på jobben som jeg ikke får si til noen",
    "hva kan jeg ikke si til noen?",
    "får jeg lov å fortelle kollegaen min om saken",
    "jeg har taushetsplikt og kan ikke si noe hjemme",
    "eleven forteller aldri hva som skjer hjemme i helgene",
    "jenta får ikke lov å si stygge ord hjemme",
    "hun får ikke lov å fortelle om spillet fra loddtrekningen",
    "pappa sier at jeg ikke må fortelle hva mamma får i gave",
    "hvordan lagrer vi epipen i barnehagen",
    "gutten har epilepsi og medisinplan",
    "mor sier at han kan få føling",
    "føling og insulin: hvem har ansvar",
    "han har krampe i leggen etter fotball",
    "hun får latteranfall",
    "eleven har sinneanfall",
    "vi får ikke kontakt med foreldrene på telefon",
    "eleven har migreneanfall av og til",
    "legen sier at han er frisk nå",
    "må foreldrene ta med barnet til lege før barnehagestart",
    "barnet har ikke vært hos tannlegen i år",
    "hun skal til lege på torsdag",
    "hvem tar barnet til lege når det skjer noe på skolen",
    "far er fysisk sliten",
    "mor blir fysisk dårlig av stress",
    "det blir mye fysisk aktivitet hjemme",
    "pengene sitter løst i kommunen",
    "laget blir ikke slått så ofte",
    "gutten blir ikke klapset så mye på skuldra",
    "toåringen smakte på sand",
    "det er ikke slik at foreldrene slår alarm",
    "det blir litt fysisk i friminuttet",
    "hvem er det som skal gjøre det",
    "en far truet meg med advokat",
    "far truer med å gå til avisa",
    "she hit a ball",
    "barnet er ikke i fare",
    "discuss a child with the team",
    "stefar vil vite",
    "vi har laget en plan for hvordan hun skal få venner",
    "gutten kaster ball etter dem",
)


@pytest.mark.parametrize("text", DANGERS)
def test_what_people_always_say_the_same_way_is_heard(acute: AcuteDetector, text: str) -> None:
    finding = acute.detect(text)
    assert finding is not None
    assert finding.why == LISTED


@pytest.mark.parametrize("text", CALM)
def test_a_calm_message_in_nearly_the_same_words_alarms_nobody(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None


@pytest.mark.parametrize(
    "around", ["{}. Hva gjør vi nå?", "Hei! {}", "Barnet er lei seg. {}.", "Nei, {}", "{} " + "og " * 400]
)
def test_it_is_heard_wherever_it_stands(acute: AcuteDetector, around: str) -> None:
    assert acute.detect(around.format("Foreldrene slåss hver helg")) is not None


def test_no_sentence_goes_over_a_full_stop_or_a_line(acute: AcuteDetector) -> None:
    assert acute.detect("Elevene slåss. Foreldrene er kontaktet.") is None
    assert acute.detect("Vi ringte foreldrene\nslåss de ofte i friminuttet?") is None


WRITTEN = """groups:
  hvem: [mor, mor og far, ku]
  litt: [nå, ofte]
  plen: [plen*]
sentences:
  vold:
    - <hvem> <litt?> slår
    - når , slår
apart:
  - slår <plen>
  - slår gress*
"""


def _folder(tmp_path: Path, written: str) -> Path:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "acute_sentences.yaml").write_text(written, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mor slår", "mor slår"),
        ("mor og far slår", "mor og far slår"),
        ("mor ofte nå ofte slår", "mor ofte nå ofte slår"),
        ("mor ofte nå ofte nå slår", None),
        ("mor slår plenen", None),
        ("mor slår gresset", None),
        ("mor slår plenen, mor slår", "mor slår"),
        ("mor, slår", None),
        ("farmor slår", None),
        ("når, slår", "når , slår"),
        ("når slår", "når slår"),
        ("", None),
    ],
)
def test_a_sentence_stands_in_a_text_with_its_groups_in_place(tmp_path: Path, text: str, found: str | None) -> None:
    sentences = load_sentences(_folder(tmp_path, WRITTEN), KINDS)
    assert sentences.read(text)[0] == (("vold", found) if found else None)


def test_what_is_no_danger_is_not_read_any_further(tmp_path: Path) -> None:
    sentences = load_sentences(_folder(tmp_path, WRITTEN), KINDS)
    assert sentences.read("mor slår plenen, og far slår gresset nå.")[1] == "mor  , og far   nå."
    assert sentences.read("mor slår barnet")[1] == "mor slår barnet"


@pytest.mark.parametrize(
    "text",
    [
        "Søsknene slåss, og far slår dem med belte",
        "Foreldrene slåss om barnet, og han har kniv",
        "Ungene slåss med kniv",
        "Hun blir slått av samboeren",
        "Stefar vil vite hvor hun bor, hun har rømt fra ham",
        "Han truer med å gå til advokat og drepe henne",
        "Barnet er ikke i fare nå, men far slår",
        "Tennene hans ble slått ut av far",
    ],
)
def test_danger_beside_what_is_none_is_heard(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "søsken slåss hjemme",
        "mor og far slår seg sammen om en gave",
        "gravid mor ruser seg",
        "barnet får ikke godteri hjemme",
        "they told me to report",
        "barnet sitter uten bilsete i bilen",
        "he hit his head on the slide",
        "jenta har fått mensen og blør mye",
        "er det vold å ta hardt i armen",
        "jeg trenger hjelp",
    ],
)
def test_false_alarms_of_a_tired_day_are_gone(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("  vold:", "  vald:", "Mente du «vold»"),
        ("<hvem> <litt?>", "<hvvem> <litt?>", "Mente du «hvem»"),
        ("    - når , slår", "    - <litt?> slår", "må begynne med et helt ord"),
        ("    - når , slår", "    - <plen> slår", "må begynne med et helt ord"),
        ("apart:\n  - slår <plen>\n  - slår gress*", "apart: slår", "apart"),
        ("apart:", "apartt:", "Mente du «apart»"),
        ("groups:\n  hvem: [mor, mor og far, ku]", "groups:\n  hvem: mor", "groups.hvem"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_with_its_place(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    assert right in WRITTEN
    with pytest.raises(KnowledgeError) as raised:
        load_sentences(_folder(tmp_path, WRITTEN.replace(right, wrong)), KINDS)
    assert told in str(raised.value)


def test_a_file_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError):
        load_sentences(tmp_path, KINDS)
