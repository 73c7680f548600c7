from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.answers.acute import LISTED, AcuteDetector
from bot.answers.acute_model import load_model, save_model, stamp_of
from bot.answers.acute_words import KINDS, AcuteWords, load_acute_words
from bot.answers.lexicon import Lexicon
from bot.content.problem import KnowledgeError
from tests.each import each


@pytest.fixture(scope="module")
def words(knowledge: Path, lexicon: Lexicon) -> AcuteWords:
    return load_acute_words(knowledge, lexicon)


@each(
    ("text", "kind"),
    [
        ("Jenta sier at pappa slo henne med belte i går", "vold"),
        ("hain sei at stefaren slår hain", "vold"),
        ("Ho fortel at onkelen tek på henne om natta", "overgrep"),
        ("en elev har skrevet at han vil ta livet sitt i kveld", "selvmord"),
        ("gutten puster ikke", "livsfare"),
        ("jeg kutter meg", "selvmord"),
        ("ho skjer seg opp på armane", "selvmord"),
        ("hun har begynt å kutte seg", "selvmord"),
        ("ho skjær sæ", "selvmord"),
        ("hun gjør seg selv vondt", "selvmord"),
        ("mor har skutt far", "trussel"),
        ("eleven truer med kniv", "trussel"),
        ("vi har mistet et barn på tur", "borte"),
        ("far slo henne så hun er bevisstløs", "livsfare"),
        ("foreldrene slåss, og mor puster ikke", "livsfare"),
        ("barnet har drukket klorin", "livsfare"),
        ("hun har sluttet å puste", "livsfare"),
        ("hun skal giftes bort i Pakistan til sommeren", "tvangsekteskap"),
        ("de reiser til Somalia for å omskjære lillesøster", "kjonnslemlestelse"),
        ("My dad beats me, she told me", "vold"),
        ("treåringen er alene hjemme i natt", "barn_i_fare"),
    ],
)
def test_described_danger_is_noticed_in_any_wording(acute: AcuteDetector, text: str, kind: str) -> None:
    finding = acute.detect(text)
    assert finding is not None
    assert finding.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Når er neste kurs om vold i nære relasjoner?",
        "Forslaget slår ikke an",
        "Hva er avvergeplikt?",
        "hva gjør jeg ved mistanke om vold?",
        "Hvordan slår jeg av varslene?",
        "Kan vi slå sammen møtene?",
        "Hva er taushetsplikt?",
        "Han dauer av kjedsomhet",
        "Hun sier at hun ikke er sulten i matfri. Hun spiser godt hjemme.",
        "hei",
        "Må begge foreldre samtykke?",
        "Hva skjer etter at barnevernet har fått meldingen?",
    ],
)
def test_words_that_only_sound_alarming_are_let_pass(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None


@pytest.mark.parametrize(
    "text",
    ["far slaar jenta", "mor laaser ham inne", "far har vaapen hjemme", "hun toer ikke gaa hjem", "ho vil doe"],
)
def test_danger_written_without_norwegian_letters_is_noticed(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None


@pytest.mark.parametrize("text", ["maa jeg melde fra naar mor sier nei?", "kan noen si noe om pauser", "har noe nytt"])
def test_what_is_calm_stays_so_without_norwegian_letters(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None


def test_the_code_of_a_case_is_never_danger(acute: AcuteDetector) -> None:
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    codes = (f"{a}{n}{b}-{n}{9 - n}{c}" for a in letters for b in letters for c in "AEKP" for n in (6,))
    assert [code for code in codes if acute.detect(f"vis meg {code}")] == []


def test_a_finding_says_why_in_the_editors_own_words(acute: AcuteDetector, words: AcuteWords) -> None:
    finding = acute.detect("gutten har striper på ryggen og sier at far gjorde det")
    assert finding is not None
    assert finding.expression
    signs = {sign for reason in finding.why for sign in reason.split(" + ")}
    assert signs <= set(words.signs)


def test_an_added_expression_is_noticed_and_an_added_exception_is_not(words: AcuteWords) -> None:
    text = "det er full grønn beredskap her"
    model = load_model(stamp_of(words))
    assert AcuteDetector(words, model).detect(text) is None
    more = {**words.expressions, "livsfare": (*words.expressions["livsfare"], "grønn beredskap")}
    finding = AcuteDetector(replace(words, expressions=more), model).detect(text)
    assert finding is not None
    assert (finding.kind, finding.expression, finding.why) == ("livsfare", "grønn beredskap", LISTED)
    excused = replace(words, expressions=more, exceptions=(*words.exceptions, "grønn beredskap"))
    assert AcuteDetector(excused, model).detect(text) is None


def test_an_expression_is_found_as_a_whole_word_only(words: AcuteWords) -> None:
    only = replace(words, threshold=1.0, expressions={"vold": ("bil",)})
    detector = AcuteDetector(only, load_model(stamp_of(words)))
    assert detector.detect("mobilen er ny") is None
    assert detector.detect("en bil er ny") is not None


def test_a_lower_threshold_notices_at_least_as_much(words: AcuteWords) -> None:
    model = load_model(stamp_of(words))
    strict, loose = (AcuteDetector(replace(words, threshold=t), model) for t in (0.3, -0.6))
    texts = [example.text for example in words.examples[::25]]
    noticed, noticed_first = ({text for text in texts if one.detect(text)} for one in (loose, strict))
    assert noticed > noticed_first


@pytest.mark.parametrize("calm", [30, 300, 2_600])
@pytest.mark.parametrize("danger", ["hun låses ute om natta", "mor har ikke matet babyen på to dager"])
def test_danger_is_noticed_wherever_it_stands_in_a_text_of_any_length(
    acute: AcuteDetector, calm: int, danger: str
) -> None:
    words = ("Klassen leser bok. " * (calm // 3)).split()
    for at in (0, len(words) // 2, len(words)):
        assert acute.detect(" ".join([*words[:at], danger + ".", *words[at:]])) is not None, at


@pytest.mark.parametrize(
    "written",
    [
        "far s l å r henne",
        "far s.l.å.r henne",
        "far sl&aring;r henne",
        "far sl<b>å</b>r henne",
        "<p>far <i>slår</i> henne</p>",
    ],
)
def test_words_broken_up_by_spaces_codes_or_markup_are_heard_whole(acute: AcuteDetector, written: str) -> None:
    whole = acute.detect("far slår henne")
    broken = acute.detect(written)
    assert whole is not None
    assert broken is not None
    assert broken.kind == whole.kind == "vold"
    assert broken.score == pytest.approx(whole.score, abs=0.01)


@pytest.mark.parametrize("written", ["æ e i tvil om en ting", "2 < 3 og 5 > 4", "kl. 8 i 7 b", "F.eks. på skolen"])
def test_letters_that_stand_alone_and_signs_that_are_no_markup_change_nothing(
    acute: AcuteDetector, written: str
) -> None:
    assert acute.detect(written) is None


def test_a_sentence_counts_more_beside_another_loud_one(acute: AcuteDetector) -> None:
    loud, calm = "Hun er redd for å gå hjem.", "Hun liker å tegne og har to gode venner i klassen."
    assert acute.score(f"{calm} {loud} {calm} Hun sier at far slår.") > acute.score(f"{calm} {loud} {calm} {calm}")


def test_the_detector_cannot_be_made_deaf(knowledge: Path, lexicon: Lexicon, tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    for name in ("acute.yaml", "acute_examples.tsv", "acute_sentences.yaml"):
        said = (knowledge / "words" / name).read_text("utf-8")
        (tmp_path / "words" / name).write_text(re.sub("(?m)^threshold: .*$", "threshold: 0.9", said), "utf-8")
    with pytest.raises(KnowledgeError) as wrong:
        load_acute_words(tmp_path, lexicon)
    assert "overser fare" in str(wrong.value)


def test_the_committed_model_was_learned_from_the_word_lists_at_hand(words: AcuteWords) -> None:
    assert load_model(stamp_of(words)) is not None, "Kjør «python -m bot.answers.acute_model» og legg ved fila."


def test_a_model_that_is_missing_damaged_or_learned_from_other_words_is_not_used(
    words: AcuteWords, tmp_path: Path
) -> None:
    path = tmp_path / "model.npz"
    assert load_model("x", path) is None
    path.write_bytes(b"not a model")
    assert load_model("x", path) is None
    model = load_model(stamp_of(words))
    assert model is not None
    save_model(model, "x", path)
    assert load_model("y", path) is None
    again = load_model("x", path)
    assert again is not None
    assert again.names == model.names
    whole = path.read_bytes()
    with ZipFile(path) as file:
        member = file.getinfo("weights.npy")
    packed = member.header_offset + 30 + len(member.filename) + 20  # where its bytes begin, or right behind
    path.write_bytes(whole[:packed] + b"\xff" * 8 + whole[packed + 8 :])
    assert load_model("x", path) is None


def test_without_a_model_the_detector_learns_from_the_examples(words: AcuteWords) -> None:
    few = [e for e in words.examples if e.acute][:40] + [e for e in words.examples if not e.acute][:40]
    detector = AcuteDetector(replace(words, examples=tuple(few)))
    hits = sum(detector.detect(example.text) is not None for example in few if example.acute)
    assert hits >= 36


def test_the_examples_are_many_and_every_kind_has_some(words: AcuteWords) -> None:
    acute = [example for example in words.examples if example.acute]
    assert len(acute) >= 400
    assert len(words.examples) - len(acute) >= 400
    assert {example.kind for example in acute} == set(KINDS) - {"brann", "borte", "gravid"}  # heard by sentences alone


def test_wrong_word_lists_are_named_with_file_and_field(knowledge: Path, lexicon: Lexicon, tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    rules = (knowledge / "words/acute.yaml").read_text("utf-8")
    rules = rules.replace("threshold: ", "threshold: 7 # ").replace("danger: [slag", "danger: [slagg")
    (tmp_path / "words/acute.yaml").write_text(
        rules.replace("  livsfare: [puster ikke", "  livsfara: [puster ikke"), "utf-8"
    )
    (tmp_path / "words/acute_examples.tsv").write_text("akutt\tvolld\tnoe\nbare tekst\n", "utf-8")
    shutil.copy(knowledge / "words/acute_sentences.yaml", tmp_path / "words")
    with pytest.raises(KnowledgeError) as raised:
        load_acute_words(tmp_path, lexicon)
    told = str(raised.value)
    for part in ("threshold", "Mente du «slag»", "Mente du «livsfare»", "acute_examples.tsv, linje 1", "linje 2"):
        assert part in told


NAMES = (
    *(
        "Magnus",
        "Ibrahim",
        "Solveig",
        "Ada",
        "Håkon",
        "Wiktoria",
        "Oleksandr",
        "Trym",
        "Malin",
        "Rania",
        "Emma",
        "Jonas",
        "Liv",
        "Aurora",
    ),
    *("Kim-Andre", "Magnus Testesen", "Snøfrid", "magnus", "Ane Sofie"),
)
"""Names the detector has learned, names it has not, names that are words, one on no list, and one in small letters."""
TOLD_OF_SOMEBODY = (
    "{} har tatt en overdose", "{} har våpen i sekken", "{} får ikke mat hjemme", "{} ble tvunget til å suge",
    "Hei! {} har kjøpt tau. Hva gjør jeg?", "{} kommer til å drepe noen", "{} blir slått", "{} er redd for å gå hjem",
    "{} truer med å skyte", "{} står på brua",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_danger_is_heard_whoever_it_happens_to(acute: AcuteDetector, name: str) -> None:
    for told in TOLD_OF_SOMEBODY:
        finding = acute.detect(told.format(name))
        assert finding is not None, told
        assert name.lower() not in finding.expression


@pytest.mark.parametrize("name", NAMES)
def test_a_name_alone_makes_nothing_dangerous(acute: AcuteDetector, name: str) -> None:
    for told in (
        "{} gråter litt når mor går",
        "{} slo en annen i friminuttet",
        "{} sa at han hater skolen",
        "Når skal {} begynne på skolen?",
    ):
        assert acute.detect(told.format(name)) is None, told


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Emmas far slår", "hennes far slår"),
        ("Magnus Testesen Nordmann har kniv", "hun har kniv"),
        ("Liv har kniv", "hun har kniv"),
        ("Liv og død", "Liv og død"),
        ("ta liv", "ta liv"),
        ("I dag så jeg Liv. Stein på stein", "I dag så jeg hun. Stein på stein"),
        ("NAV har stengt", "NAV har stengt"),
        ("", ""),
    ],
)
def test_given_names_are_read_as_she(acute: AcuteDetector, written: str, read: str) -> None:
    assert acute._names.as_she(written) == read
