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


@pytest.mark.parametrize(
    ("name", "latin"),
    [("రామయ్య", "Ramayya"), ("ರಾಮಯ್ಯ", "Ramaiah"), ("నాయుడు", "Nayudu"), ("రాఘవు", "Raghavu"), ("అయ్య", "Ayya")],
)
def test_and_in_full(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(
    ("name", "latin"), [("నాయక్", "Naik"), ("నాయక్", "Nayak"), ("పట్నాయక్", "Patnaik"), ("నాయర్", "Nair")]
)
def test_a_last_ayak_or_ayar_is_spelt_short_too(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("ఎల్లయ్య", "Yellaiah"),
        ("ఎల్లయ్య", "Ellaiah"),
        ("ఎర్రన", "Yerrana"),
        ("ఈశ్వర్", "Eshwar"),
        ("ఈశ్వరి", "Ishwari"),
    ],
)
def test_a_first_e_is_also_ye_and_a_first_long_i_e(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


def test_a_first_short_i_is_no_e() -> None:
    assert not is_spelling("ఇందిర", "Endira")


@pytest.mark.parametrize(
    ("name", "latin"),
    [("మైథిలి", "Mythili"), ("మైథిలి", "Maithili"), ("హైమావతి", "Hymavathi"), ("చైతన్య", "Chaitanya")],
)
def test_ai_after_a_consonant_is_also_y(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(
    ("name", "latin"), [("చందర్", "Chander"), ("సురేందర్", "Surender"), ("భాస్కర్", "Bhaskar")]
)
def test_a_last_ar_is_also_er(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


def test_but_not_a_long_one() -> None:
    assert not is_spelling("కుమార్", "Kumer")
    assert not is_spelling("వర్మ", "Verma")


@pytest.mark.parametrize(
    ("name", "latin"), [("జగన్నాథ్", "Jagannadh"), ("దాశరథి", "Dasaradhi"), ("రఘునాథ్", "Raghunath")]
)
def test_aspirated_th_is_th_or_dh(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(("name", "latin"), [("మృదుల", "Mridula"), ("మృదుల", "Mrudula"), ("ఋత్విక్", "Ruthvik")])
def test_vocalic_r_is_ri_or_ru(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


def test_a_last_dot_is_m_and_one_before_a_stop_its_nasal() -> None:
    assert read("రత్నం")[0] == "ratnam"
    assert read("చంద్ర")[0] == "chandra"
    assert read("కృష్ణంరాజు")[0] == "krishnamraju"


@pytest.mark.parametrize(
    ("name", "latin"),
    [("వంశీ", "Vamsi"), ("వంశీ", "Vansi"), ("బెల్లంకొండ", "Bellamkonda"), ("బెల్లంకొండ", "Bellankonda")],
)
def test_a_dot_is_m_or_n(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(
    ("name", "latin"), [("జ్ఞానేశ్వర్", "Gnaneswar"), ("మోక్షజ్ఞ", "Mokshagna"), ("యజ్ఞ", "Yajna")]
)
def test_gn_and_jn(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


def test_few_readings_and_the_usual_one_first() -> None:
    found = read("ఎల్లయ్యమైథిలిమృదులచందర్")
    assert found[0] == "ellayyamaithilimriduachandar".replace("dua", "dula")
    assert len(found) == len(set(found)) == 6


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
నాగభూషణం Nagabhushanam
రామలింగయ్య Ramalingaiah
అచ్చన్న Atchanna
బుచ్చిబాబు Buchibabu
శ్రీరాములు Sriramulu
యార్లగడ్డ Yarlagadda
ప్రత్యూష Pratyusha
గౌరీశంకర్ Gowrisankar
లక్ష్మమ్మ Laxmamma
"""


def test_names_are_known_by_their_usual_spelling() -> None:
    assert [pair for pair in pairs(NAMES) if not is_spelling(*pair)] == []


@pytest.mark.parametrize(
    ("name", "latin"), [("ಬಸವರಾಜು", "Basavaraju"), ("ಸೋಮಶೇಖರ", "Somashekhara"), ("മോഹൻ", "Mohan")]
)
def test_the_neighbours_scripts_share_the_table(name: str, latin: str) -> None:
    assert is_spelling(name, latin)
