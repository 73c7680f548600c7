"""Any generated identifier in any template is found, replacing is idempotent, and offsets always fit."""

import re
import string
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.anonymise import Anonymiser

CALM = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TEMPLATES = (
    "{}",
    "Gjelder {} i klassen.",
    "Vi har snakket om {}, og han er redd.",
    "Notat ({}): uro.",
    "barnet har {} og vi er bekymra",
    "«{}» stod det i meldinga.",
    "Se her:\n{}\nTakk.",
    "mor sa {} i går, trur vi.",
)
FIRST_NAMES = (
    "Emma", "Jonas", "Mohammed", "Selamawit", "Torgny", "Ylva", "Wojtek", "Thi", "Oleksandr", "Ingebjørg", "Zelal",
    "Håkon", "Åse", "Fatima", "Nkechi", "Piotr",
)  # fmt: skip
SURNAMES = (
    "Hansen", "Moen", "Øverbø", "Tesfaye", "Kowalski", "Nguyen", "Al-Hassan", "Lie", "Bondarenko", "Haugen",
)  # fmt: skip
CUTS = ("_", ",", ":", ";", "|", " (", "—", "+", "=", "*", "#", " / ", "...")
digit = st.sampled_from(string.digits)
separator = st.sampled_from(["", " ", "  ", ".", "-", "\u200b", "\u00a0", " - ", "–", *CUTS])
template = st.sampled_from(TEMPLATES)


def is_covered(anonymiser: Anonymiser, text: str, start: int, end: int) -> bool:
    direct = [f for f in anonymiser.find(text) if f.cls == "direct" and f.type != "feil"]
    return all(any(f.start <= at < f.end for f in direct) for at in range(start, end) if text[at].isalnum())


def check(anonymiser: Anonymiser, pattern: str, identifier: str) -> None:
    text = pattern.format(identifier)
    start = text.index(identifier)
    assert is_covered(anonymiser, text, start, start + len(identifier)), repr(text)
    rewritten = anonymiser.rewrite(text, anonymiser.find(text))
    assert identifier not in rewritten


@CALM
@given(template, st.lists(digit, min_size=11, max_size=11), separator, st.integers(min_value=1, max_value=10))
def test_any_eleven_digits_are_found(
    anonymiser: Anonymiser, pattern: str, digits: list[str], sign: str, at: int
) -> None:
    check(anonymiser, pattern, "".join(digits[:at]) + sign + "".join(digits[at:]))


@CALM
@given(
    template,
    st.sampled_from(["født ", "Født: ", "f. ", "fødselsdato ", "Hun er født den ", "fødd "]),
    st.dates(date(2004, 1, 1), date(2026, 12, 31)),
    st.sampled_from(
        [
            "%d.%m.%Y",
            "%d%m%Y",
            "%d%m%y",
            "%d/%m-%y",
            "%d-%m-%Y",
            "%d/%m/%Y",
            "%Y-%m-%d",
            "%Y%m%d",
            "%d %m %Y",
            "%d.%m.%y",
        ]
    ),
)
def test_a_birth_date_is_found_however_it_is_written(
    anonymiser: Anonymiser, pattern: str, led_by: str, born: date, form: str
) -> None:
    written = born.strftime(form)
    text = pattern.format(led_by + written)
    start = text.index(written)
    assert is_covered(anonymiser, text, start, start + len(written)), repr(text)


@CALM
@given(template, st.sampled_from("45679"), st.lists(digit, min_size=7, max_size=7), st.sampled_from(CUTS))
def test_a_phone_number_with_any_sign_in_the_middle_is_found(
    anonymiser: Anonymiser, pattern: str, first: str, rest: list[str], sign: str
) -> None:
    number = first + "".join(rest[:3]) + sign + "".join(rest[3:])
    if rest[3:5] not in (["1", "9"], ["2", "0"]) and number[2:4] + number[-2:] != "0000":
        check(anonymiser, pattern, number)


@CALM
@given(template, st.sampled_from(["SU", "VH", "DN"]), st.lists(digit, min_size=5, max_size=5), st.sampled_from(CUTS))
def test_a_number_plate_with_any_sign_in_the_middle_is_found(
    anonymiser: Anonymiser, pattern: str, letters: str, digits: list[str], sign: str
) -> None:
    check(anonymiser, pattern, letters + sign + "".join(digits))


@CALM
@given(template, st.lists(digit, min_size=11, max_size=11), st.sampled_from([" ", ".", "-", "\u200b"]))
def test_eleven_digits_set_apart_one_by_one_are_found(
    anonymiser: Anonymiser, pattern: str, digits: list[str], sign: str
) -> None:
    check(anonymiser, pattern, sign.join(digits))


@CALM
@given(
    template,
    st.sampled_from("2345679"),
    st.lists(digit, min_size=7, max_size=7),
    st.sampled_from(["{0}{1}{2}{3} {4}{5}{6}{7}", "{0}{1}{2} {3}{4} {5}{6}{7}", "{0}{1} {2}{3} {4}{5} {6}{7}",
                     "{0}{1}{2}{3}{4}{5}{6}{7}", "{0}{1}.{2}{3}.{4}{5}.{6}{7}"]),
    st.sampled_from(["", "+47 ", "+47", "0047 "]),
)  # fmt: skip
def test_any_norwegian_phone_number_is_found(
    anonymiser: Anonymiser, pattern: str, first: str, rest: list[str], shape: str, code: str
) -> None:
    number = shape.format(first, *rest)
    looks_like_years = number.replace(" ", "")[:2] in ("19", "20") and number.replace(" ", "")[4:6] in ("19", "20")
    if not looks_like_years:
        check(anonymiser, pattern, code + number)


@CALM
@given(
    template,
    st.text(alphabet=string.ascii_lowercase + string.digits + "._-", min_size=1, max_size=20).filter(
        lambda name: name[0].isalnum() and name[-1].isalnum()
    ),
    st.sampled_from(["gmail.com", "skole.no", "melhus.kommune.no", "online.no"]),
    st.sampled_from(["@", " @ ", " (at) ", "[at]"]),
)
def test_any_email_is_found(anonymiser: Anonymiser, pattern: str, name: str, host: str, sign: str) -> None:
    check(anonymiser, pattern, f"{name}{sign}{host}")


@CALM
@given(
    template,
    st.text(alphabet="ABCDEFHJKLNPRSTUVXYZ", min_size=2, max_size=2),
    st.integers(min_value=10_000, max_value=99_999),
    st.sampled_from(["", " ", "-"]),
)
def test_any_number_plate_is_found(anonymiser: Anonymiser, pattern: str, letters: str, number: int, sign: str) -> None:
    if letters.lower() not in ("nr", "kr", "ca", "er", "se", "ut", "ab", "ny", "du", "en"):
        check(anonymiser, pattern, f"{letters}{sign}{number}")


@CALM
@given(template, st.sampled_from(FIRST_NAMES), st.sampled_from(SURNAMES), st.sampled_from(["{} {}", "{} B. {}"]))
def test_any_full_name_is_found(
    anonymiser: Anonymiser, pattern: str, given_name: str, surname: str, shape: str
) -> None:
    check(anonymiser, pattern, shape.format(given_name, surname))


@CALM
@given(template, st.sampled_from(FIRST_NAMES), st.sampled_from([str, str.lower, str.upper]))
def test_any_given_name_is_found_in_any_case(anonymiser: Anonymiser, pattern: str, name: str, case: object) -> None:
    check(anonymiser, pattern, case(name))


@CALM
@given(
    template,
    st.sampled_from(["Storgata", "Kirkevegen", "Fjellvegen", "Nedre Hagamyra", "Bjarne Berntsens veg", "Solbakken"]),
    st.integers(min_value=1, max_value=999),
    st.sampled_from(["", "A", " b"]),
)
def test_any_address_is_found(anonymiser: Anonymiser, pattern: str, road: str, number: int, letter: str) -> None:
    check(anonymiser, pattern, f"{road} {number}{letter}")


@CALM
@given(template, st.integers(min_value=2015, max_value=2029), st.integers(min_value=100, max_value=99_999))
def test_any_case_number_is_found(anonymiser: Anonymiser, pattern: str, year: int, serial: int) -> None:
    check(anonymiser, pattern, f"{year}/{serial}")


anything = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("Emma 0123456789 @._-/:§()[]«»\n\t\u200b\u0301 år skole mor er i på")
    ),
    max_size=400,
)


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(anything)
def test_no_text_raises_and_offsets_always_fit(anonymiser: Anonymiser, text: str) -> None:
    findings = anonymiser.find(text)
    ends = [0]
    for finding in findings:
        assert finding.type != "feil"
        assert ends[-1] <= finding.start < finding.end <= len(text)
        ends.append(finding.end)
    assert isinstance(anonymiser.rewrite(text, findings), str)


PARTS = """Emma jonas mor far er rektor på skolen i Tydal 7b 41234567 Storgata 12 kari@x.no , . ( ) Liv Dag si og den
eneste trillinger født 12.03.2014 J.H. sak 2024/1234 snap: emma_01 har 10 år"""
words = st.sampled_from(re.split(r"\s", PARTS))


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(words, max_size=25))
def test_finding_again_after_replacing_finds_nothing_direct(anonymiser: Anonymiser, parts: list[str]) -> None:
    text = " ".join(parts)
    rewritten = anonymiser.rewrite(text, anonymiser.find(text))
    assert [f.type for f in anonymiser.find(rewritten) if f.cls == "direct"] == [], repr(rewritten)
