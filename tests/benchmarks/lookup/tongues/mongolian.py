"""Mongolian names: two stems make a given name; before it stands the father's name in the genitive."""

from random import Random

from tests.benchmarks.lookup.hearing import from_cyrillic
from tests.benchmarks.lookup.tongues.making import Word, ranked

_FIRST = """
Мөнх Бат Ган Эрдэнэ Болд Наран Сүх Төмөр Алтан Оюун Цэцэг Дорж Пүрэв Даш Лхагва Баяр Энх Отгон Сайн Мягмар Ням
Бямба Даваа Цэрэн Ариун Ууган Хүрэл Чулуун Тэмүү Жаргал Батцэ Гэрэл Сэргэ Сод Од Зол Уран Үлэм Хонгор Хатан
Цогт Чин Шинэ Ундрал Нямдэ Гал Дэлгэр Ихэр Золбо Идэр Мандах Номин Тувшин Төгс Түмэн Урт Хишиг Цагаан Янжин
""".split()
_SECOND = """
цэцэг баяр болд бат төр зул мөнх сүрэн дорж жаргал тулга эрдэнэ хуяг сайхан туяа гэрэл баатар нэмэх
чимэг оюун маа ням цэцэн зориг зул хүү очир тогтох буян өлзий рэнцэн дулам ханд жав дагва саруул
мандал хишиг түвшин амгалан эрдэм пүрэв баясах цогт дэмбэрэл зогсох нар одон номин нэргүй билэг
даваа ундрах энх үүл
""".split()
_COMMON = """
Мөнхцэцэг Батболд Ганзориг Энхтуяа Болормаа Отгонбаяр Чингис Наранцэцэг Баярмаа Дорж Сүхбаатар
Оюунчимэг Андрей Тэмүүлэн Анударь Хулан Билгүүн Номин Цэцэгмаа Ганбаатар Алтанцэцэг Эрдэнэбат
Мөнхбаяр Пүрэвдорж Лхагвасүрэн
""".split()
_ONSETS = """
Ба Га Да Жа За Ла Ма На Са Та Ха Ца Ча Ша Бо Го До Зо Мо Но Со То Хо Цо Чо Дэ Сэ Тэ Хэ Цэ Бү Сү Түү Хү
""".split()
_CODAS = "лга нчин рма сар бал дам гва жид лам мсүрэн нзад рав хаа цэн шиг дий лжин нда рдэнэ тар".split()


def given(rng: Random) -> list[Word]:
    """Given names, the commonest first."""
    doubled = [first + second for first in _FIRST for second in _SECOND]
    lone = [onset + coda for onset in _ONSETS for coda in _CODAS]
    rules = [[_word(one) for one in words] for words in (doubled, lone)]
    return ranked(rng, map(_word, _COMMON), rules, 4_500)


def surnames(rng: Random) -> list[Word]:
    """Fathers' names in the genitive; short ones are commoner, as an older generation has them."""
    fathers = sorted((name for name, _ in given(rng)), key=lambda name: len(name) > 7)
    return [_word(_of(name)) for name in fathers]


def _of(name: str) -> str:
    """The genitive, by the last letter and the vowels before it; roughly as the grammars have it."""
    if name[-1] in "аоу":
        return name + "гийн" if name[-1] == "у" else name[:-1] + "ын"
    if name[-1] in "эөүий":
        return name + "гийн" if name[-1] in "үи" else name[:-1] + "ийн"
    return name + ("ын" if set("аоуяёю") & set(name.lower()) else "ийн")


def _word(native: str) -> Word:
    return native, from_cyrillic(native)
