"""Telugu names, and those of Kannada and Malayalam: said as written, spelt with a few habits.

Krishnamurti and Gwynn, "A Grammar of Modern Telugu" (1985); endings as the names' owners spell them.
"""

import pytest

from tests.names.spellings import is_spelling, pairs, read


@pytest.mark.parametrize(("name", "latin"), [("కృష్ణ", "krishna"), ("కవిత", "kavita"), ("శైలజ", "shailaja")])
def test_no_vowel_is_silent(name: str, latin: str) -> None:
    assert read(name)[0] == latin


@pytest.mark.parametrize(
    ("name", "latin"), [("రావు", "Rao"), ("సుబ్బారావు", "Subbarao"), ("రామయ్య", "Ramaiah"), ("నాయుడు", "Naidu")]
)
def test_endings_are_spelt_short(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


def test_and_in_full() -> None:
    assert is_spelling("రామయ్య", "Ramayya")


def test_a_first_e_is_also_ye() -> None:
    assert is_spelling("ఎల్లయ్య", "Yellaiah")


def test_a_last_dot_is_m_and_one_before_a_stop_its_nasal() -> None:
    assert read("రత్నం")[0] == "ratnam"
    assert read("చంద్ర")[0] == "chandra"


def test_a_dot_before_other_sounds_is_m_or_n() -> None:
    assert is_spelling("వంశీ", "Vamsi")
    assert is_spelling("వంశీ", "Vansi")


def test_gn() -> None:
    assert is_spelling("జ్ఞానేశ్వర్", "Gnaneswar")


NAMES = """
రామారావు Ramarao
చౌదరి Chowdary
సందీప్ Sandeep
రెడ్డి Reddy
వెంకటేశ్వర్లు Venkateswarlu
లక్ష్మీనారాయణ Lakshminarayana
కృష్ణమూర్తి Krishnamurthy
శ్రీనివాస్ Srinivas
కళ్యాణ్ Kalyan
మహేష్ Mahesh
ఆంజనేయులు Anjaneyulu
విశ్వనాథ్ Viswanath
సత్యనారాయణ Satyanarayana
సుబ్రహ్మణ్యం Subramanyam
పద్మావతి Padmavathi
చంద్రశేఖర్ Chandrasekhar
జ్యోతి Jyothi
నాగేశ్వరరావు Nageswararao
తిరుపతి Tirupati
స్వాతి Swathi
ఝాన్సీ Jhansi
మల్లికార్జున Mallikarjuna
పుష్ప Pushpa
సింహాద్రి Simhadri
"""


def test_names_are_known_by_their_usual_spelling() -> None:
    assert [pair for pair in pairs(NAMES) if not is_spelling(*pair)] == []


@pytest.mark.parametrize(
    ("name", "latin"), [("ಬಸವರಾಜು", "Basavaraju"), ("ಸೋಮಶೇಖರ", "Somashekhara"), ("മോഹൻ", "Mohan")]
)
def test_the_neighbours_scripts_share_the_table(name: str, latin: str) -> None:
    assert is_spelling(name, latin)
