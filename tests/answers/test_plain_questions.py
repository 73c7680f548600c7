"""The plainest questions of a few words, as a tired colleague types them: the answer is shown at once."""

from __future__ import annotations

import pytest

from bot.answers.index import AnswerIndex
from tests.each import each

PLAIN = (
    ("skole", "hva er nivå 1", "hv-niva-1"),
    ("skole", "ka e nivå 1", "hv-niva-1"),
    ("skole", "hva skjer på nivå 0", "hv-niva-0"),
    ("skole", "må assistenter melde", "meldeplikt-hvem"),
    ("skole", "jeg er lærling må jeg melde", "meldeplikt-hvem"),
    ("helse", "har leger meldeplikt", "meldeplikt-hvem"),
    ("sfo_fritid", "har trenere meldeplikt", "meldeplikt-frivillig"),
    ("nav", "har trenere meldeplikt", "meldeplikt-frivillig"),
    ("nav", "må en trener melde", "meldeplikt-frivillig"),
    ("nav", "har jeg meldeplikt", "meldeplikt-hvem"),
    ("skole", "far spør hvem som har meldt", "melding-anonym"),
    ("skole", "kan jeg melde uten at foreldrene vet", "foreldre-informere"),
    ("barnehage", "kan barnehagen dele med skolen", "opplysningsrett-overganger"),
    ("skole", "kan vi dele info med ny skole", "opplysningsrett-overganger"),
    ("helse", "mor vil lese journalen", "foreldre-innsyn"),
    ("skole", "har jeg taushetsplikt overfor foreldrene", "foreldre-innsyn"),
    ("skole", "kan lærer snakke med helsesykepleier", "taushetsplikt-mellom-etater"),
    ("skole", "trenger jeg samtykke for å drøfte med ppt", "opplysningsrett-skole-ppt"),
    ("skole", "kan jeg snakke med ppt", "opplysningsrett-skole-ppt"),
    ("skole", "er det nok at mor sier ja", "samtykke-begge-foreldre"),
    ("skole", "kan jeg si noe til morfar", "foreldre-uten-ansvar"),
    ("skole", "kan jeg bruke initialer", "anonym-drofting-hvordan"),
    ("skole", "kan jeg si det på lærerværelset", "taushetsplikt-kolleger"),
    ("skole", "kan jeg straffes for ikke å melde", "meldeplikt-unnlate"),
    ("helse", "hva er en barnekoordinator", "barnekoordinator-oppgaver"),
    ("skole", "hvordan får jeg tak i barnevernet", "vr-barnevern"),
    ("skole", "hva betyr inhabil", "inhabil"),
    ("skole", "kode 6", "skjermet-adresse"),
    ("barnehage", "en gutt med skjult adresse har begynt hos oss", "skjermet-adresse"),
    ("skole", "mor vil klage på barnevernet", "klage-barnevern"),
    ("barnehage", "får vi klage hvis de henlegger meldinga", "klage-barnevern"),
    ("nav", "hvor klager man på barnevernet", "klage-barnevern"),
    ("nav", "er jeg inhabil når jeg kjenner familien", "inhabil"),
    ("skole", "hva skal jeg skrive ned", "dok-hva-skrive"),
    ("barnehage", "hvor fort må barnevernet svare oss", "melding-tilbakemelding"),
    ("barnehage", "anonym drøfting hvordan", "anonym-drofting-hvordan"),
    ("skole", "hva er anonymt nok i en liten kommune", "anonym-drofting-hvordan"),
    ("skole", "elev 14 år vil ikke at vi sier det hjemme", "foreldre-ungdom-vil-ikke"),
    ("skole", "tvangsgift", "bek-tvangsekteskap"),
    ("skole", "barnebrud", "bek-tvangsekteskap"),
    ("skole", "må vi gjøre tiltak på nivå 1 før vi melder barnevernet", "hv-unntak-vold"),
    ("skole", "kan jeg sende fødselsnummer på e-post til PPT", "taushetsplikt-epost-teams"),
    ("skole", "chatgpt elevopplysninger", "taushetsplikt-epost-teams"),
    ("skole", "hvordan lage et referat fra møte", "dok-referat"),
    ("skole", "samtykke fra hvilken alder", "samtykke-12-16"),
    ("skole", "ekstremisme elev prater om hitler", "bek-kriminalitet"),
    ("skole", "barn slår barn", "vold-barn-mot-barn"),
    ("skole", "overgrep mellom søsken", "vold-barn-mot-barn"),
    ("sfo_fritid", "fotballtrener meldeplikt", "meldeplikt-frivillig"),
    ("sfo_fritid", "barna blir ikke henta før lenge etter stengetid", "bek-omsorgssvikt"),
    ("annet", "bussjåfør skoleskyss, en jente vil ikke gå av hjemme", "melding-hastesak"),
    ("ppt", "kan jeg dele sakkyndig vurdering med helsesykepleier", "yrke-ppt"),
    ("ppt", "arkiv journalføring ppt-sak", "dok-mappe-arkiv"),
    ("helse", "kan jeg si til læreren at eleven har diabetes", "yrke-helsesykepleier"),
    ("helse", "når kan jeg varsle politiet som helsepersonell", "opplysningsrett-nodrett"),
    ("helse", "skal jeg informere foreldrene når jeg melder som helsesykepleier", "foreldre-informere"),
    ("nav", "mor kommer full på møte med barnevogn", "bek-rus-foreldre"),
    ("barnevern", "kan vi snakke med barnet på skolen uten at foreldrene vet det", "barnesamtale"),
    ("skole", "skal helsesykepleier informere rektor", "yrke-helsesykepleier"),
    ("skole", "hvor fort må vi svare barnevernet", "meldeplikt-palegg"),
)


@each(("role", "asked", "slug"), PLAIN)
def test_a_plain_question_is_answered_at_once(index: AnswerIndex, role: str, asked: str, slug: str) -> None:
    found = index.search(asked, municipality="stjordal", role=role)
    assert (found.verdict, found.best) == ("answer", slug)


@each(
    ("asked", "slug"),
    [
        ("voksen søsken bor hjemme og hjelper mor", "vold-mistanke"),
        ("jeg fant en dagbok med tegninger", "bek-overgrep"),
        ("eleven har en eldre kjæreste på skolen", "digitale-overgrep"),
        ("hvor fort må skolen svare foreldrene", "melding-tilbakemelding"),
    ],
)
def test_one_word_that_is_another_than_in_a_phrasing_is_not_answered_as_that(
    index: AnswerIndex, asked: str, slug: str
) -> None:
    found = index.search(asked, municipality="stjordal", role="skole")
    assert (found.verdict, found.best) != ("answer", slug)


@pytest.mark.parametrize("role", ["skole", "barnehage", "sfo_fritid", "helse", "nav"])
@each(
    ("asked", "slug"),
    [
        ("gjelder taushetsplikta når æ slutte", "taushetsplikt-varighet"),
        ("når slutter taushetsplikten min", "taushetsplikt-varighet"),
        ("hva skjer om jeg bryter taushetsplikten", "taushetsplikt-brudd"),
        ("når kan jeg se bort fra taushetsplikten", "taushetsplikt-unntak"),
    ],
)
def test_who_asks_more_than_which_rules_they_have_is_not_told_those(
    index: AnswerIndex, role: str, asked: str, slug: str
) -> None:
    assert index.search(asked, municipality="stjordal", role=role).best == slug


@each(
    ("role", "slug"),
    [("skole", "yrke-skole"), ("barnehage", "yrke-barnehage"), ("sfo_fritid", "yrke-sfo-fritid"), ("nav", "yrke-nav")],
)
@pytest.mark.parametrize(
    "asked", ["har jeg taushetsplikt", "hvilken taushetsplikt har jeg", "hva er min taushetsplikt", "hva må jeg tie om"]
)
def test_who_asks_only_that_is_told_the_rules_of_their_work(
    index: AnswerIndex, asked: str, role: str, slug: str
) -> None:
    assert index.search(asked, municipality="stjordal", role=role).best == slug


@pytest.mark.parametrize(
    "asked", ["hva er drøftingsarenaen", "hvem er med i drøftingsarenaen", "når er drøftingsarenaen"]
)
def test_a_long_word_that_only_its_title_has_names_an_answer(index: AnswerIndex, asked: str) -> None:
    found = index.search(asked, municipality="stjordal", role="barnehage")
    assert (found.verdict, found.best) == ("answer", "stjordal-droftingsarena")


def test_a_phrase_with_quite_another_word_is_not_the_same_small_talk(index: AnswerIndex) -> None:
    assert index.search("hva skal jeg skrive her").verdict == "small_talk"
    assert index.search("hva skal jeg skrive hr").verdict == "small_talk"
    assert index.search("hva skal jeg skrive ned").verdict == "answer"
