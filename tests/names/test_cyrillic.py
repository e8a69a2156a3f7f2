"""Mongolian and Russian names in Cyrillic.

The usual letters: Mongolian standard MNS 5217:2012; ө and ү bare, as passports have them. The others:
BGN/PCGN for Mongolian (1964) and Russian (1947), ISO 9 (1995), SFS 4900 (1998), Ukrainian passports (2010).
"""

import pytest

from tests.names.spellings import is_spelling, pairs, read


@pytest.mark.parametrize(
    ("name", "latin"),
    [("Мөнхцэцэг", "munkhtsetseg"), ("Жаргал", "jargal"), ("Хүрэлсүх", "khurelsukh"), ("Ёндон", "yondon")],
)
def test_the_usual_reading_is_the_standard(name: str, latin: str) -> None:
    assert read(name)[0] == latin


@pytest.mark.parametrize(
    ("name", "latin", "habit"),
    [
        ("Хонгорзул", "Hongorzul", "х as h"),
        ("Мөнхбат", "Monkhbat", "ө as o"),
        ("Мөнхбат", "Mönkhbat", "ө as ö"),
        ("Өнөрбаяр", "Onorbayar", "ө as o"),
        ("Сүхбаатар", "Sühbaatar", "ү as ü, х as h"),
        ("Елена", "Elena", "е as e"),
        ("Жанна", "Zhanna", "ж as zh"),
        ("Щербаков", "Shcherbakov", "щ as shch"),
        ("Щербаков", "Scherbakov", "щ as sch"),
        ("Хулан", "Xulan", "х as x"),
        ("Цогт", "Cogt", "ц as c"),
        ("Зориг", "Dzorig", "з as dz"),
        ("Журавлёв", "Zhuravlyov", "ж as zh and ё as yo"),
        ("Мөнхбат", "Monhbat", "ө as o and х as h"),
        ("Цахиагийн", "Tsahiagiin", "х as h"),
        ("Лхагвын", "Lkhagviin", "ын as iin"),
        ("Мягмар", "Miagmar", "я as ia"),
        ("Юлия", "Iuliia", "ю as iu"),
        ("Андрей", "Andrej", "a last й as j"),
        ("Юлия", "Julija", "ю as ju"),
        ("Чехов", "Tšehov", "ч as tš"),
        ("Елена", "Jelena", "е as je"),
        ("Григорій", "Hryhorii", "г as h beside і"),
    ],
)
def test_older_and_russian_habits_are_known(name: str, latin: str, habit: str) -> None:
    assert is_spelling(name, latin), habit


def test_e_after_a_consonant_is_no_ye() -> None:
    assert read("Сергей")[0] == "sergei"


def test_after_another_vowel_it_is_ye_once() -> None:
    assert read("Цэеэ")[0] == "tseye"


def test_in_a_word_a_letter_is_spelt_in_one_way() -> None:
    assert not is_spelling("Хархүү", "Kharhuu")


def test_g_is_h_in_ukrainian_words_only() -> None:
    assert not is_spelling("Ганбат", "Hanbat")


def test_few_readings_and_the_usual_one_first() -> None:
    found = read("Жөхцеүёь")
    assert found[0] == "jukhtseuyo"
    assert len(found) == len(set(found)) == 6


def test_a_soft_sign_is_i_inside_and_nothing_at_the_end() -> None:
    assert is_spelling("Наталья", "Natalia")
    assert is_spelling("Гарьд", "Garid")
    assert is_spelling("Ельцин", "Eltsin")
    assert is_spelling("Анударь", "Anudari")
    assert is_spelling("Соловьёв", "Solovyov")
    assert is_spelling("Соловьёв", "Soloviev")
    assert read("Игорь")[0] == "igor"


def test_short_i_and_yo_are_letters_of_their_own() -> None:
    """Decomposed they carry a combining mark, which must not be taken for an accent."""
    assert is_spelling("Андрей", "Andrey")
    assert is_spelling("Семён", "Semyon")


NAMES = """
Ганбаатар Ganbaatar
Чингис Chinggis
Батзориг Batzorig
Энхтуяа Enkhtuya
Оюунчимэг Oyunchimeg
Дорж Dorj
Пүрэвдорж Purevdorj
Наранцэцэг Narantsetseg
Жамъян Jamyan
Баярмаа Bayarmaa
Адъяасүрэн Adiyaasuren
Жамьянхорлоо Jamyankhorloo
Бадьелхан Badelkhan
Батсуурь Batsuuri
Ичинхорлоо Ichinkhorloo
Лхагвасүрэн Lkhagvasuren
Цогтбаяр Tsogtbayar
Мягмар Myagmar
Ууганбаяр Uuganbayar
Эрдэнэ Erdene
Өлзий Ulzii
Сарангэрэл Sarangerel
Соёлмаа Soyolmaa
Түвшинбаяр Tuvshinbayar
Тэмүүлэн Temuulen
Цэдэнбал Tsedenbal
Буяндэлгэр Buyandelger
Андрей Andrei
Юлия Yulia
Дмитрий Dmitry
Екатерина Ekaterina
Алексей Alexei
Татьяна Tatiana
Чайковский Tchaikovsky
Їжакевич Yizhakevych
"""


def test_names_are_known_by_their_usual_spelling() -> None:
    assert [pair for pair in pairs(NAMES) if not is_spelling(*pair)] == []
