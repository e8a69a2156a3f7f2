"""Tamil names: one letter for several sounds, and loans written apart.

Sounds by place: Lehmann, "A Grammar of Modern Tamil" (1989); Annamalai and Steever, "Modern Tamil" in Steever
(ed.), "The Dravidian Languages" (1998). Spellings: the ones that people of these names use.
"""

import pytest

from tests.names.spellings import is_near_spelling, is_spelling, pairs, read


@pytest.mark.parametrize(
    ("name", "latin"), [("முருகன்", "murugan"), ("வடிவேல்", "vadivel"), ("பழனி", "palani"), ("அரசி", "arasi")]
)
def test_a_stop_between_vowels_is_voiced(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(("name", "latin"), [("தங்கம்", "thangam"), ("அஞ்சலி", "anjali"), ("அம்பிகா", "ambiga")])
def test_a_stop_after_a_nasal_is_voiced(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(("name", "latin"), [("முத்து", "muthu"), ("சக்கரம்", "sakkaram"), ("அப்பா", "appa")])
def test_a_doubled_stop_is_hard(name: str, latin: str) -> None:
    assert read(name) == [spelt for spelt in read(name) if not set("bdg") & set(spelt[1:])]
    assert is_spelling(name, latin)


@pytest.mark.parametrize(
    ("name", "latin"),
    [("கணேசன்", "Ganesan"), ("பாலா", "Bala"), ("தினேஷ்", "Dinesh"), ("சந்திரன்", "Chandran"), ("செல்வி", "Selvi")],
)
def test_at_the_start_a_stop_is_hard_or_voiced(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(("name", "latin"), [("மகேஷ்", "Mahesh"), ("பிரகாஷ்", "Prakash"), ("அசோக்", "Ashok")])
def test_in_loans_the_letter_k_between_vowels_is_also_h_or_k(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("பிரியா", "Priya"),
        ("கிருஷ்ணன்", "Krishnan"),
        ("சுப்பிரமணியன்", "Subramanian"),
        ("சுவாதி", "Swathi"),
        ("லட்சுமி", "Lakshmi"),
        ("துவாரகா", "Dwaraka"),
    ],
)
def test_clusters_of_other_languages_have_a_helping_vowel(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(("name", "latin"), [("இராமன்", "Raman"), ("இலட்சுமி", "Lakshmi")])
def test_a_helping_i_before_r_and_l_is_not_spelt(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


def test_a_helping_vowel_may_also_be_a_real_one() -> None:
    assert is_spelling("கிரிஜா", "Girija")
    assert is_spelling("திருமலை", "Thirumalai")


@pytest.mark.parametrize(
    ("name", "latin"),
    [("மீனாட்சி", "Meenakshi"), ("வெற்றி", "Vetri"), ("குன்றம்", "Kundram"), ("ஞானம்", "Gnanam"), ("ஜோசஃப்", "Josaf")],
)
def test_letter_pairs_with_a_sound_of_their_own(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


def test_s_after_a_liquid() -> None:
    assert "tamilselvi" in {spelt.replace("zh", "l").replace("th", "t") for spelt in read("தமிழ்செல்வி")}


NAMES = """
ராமன் Raman
ராமசாமி Ramasamy
கிருஷ்ணமூர்த்தி Krishnamurthy
சரவணன் Saravanan
செந்தில் Senthil
சந்திரசேகர் Chandrasekar
கார்த்திக் Karthik
கார்த்திகேயன் Karthikeyan
பாலசுப்பிரமணியம் Balasubramaniam
தங்கவேல் Thangavel
மோகன் Mohan
ராகுல் Rahul
வெங்கடேஷ் Venkatesh
சரஸ்வதி Saraswathi
அனிதா Anitha
கவிதா Kavitha
சுதா Sudha
விஜயலட்சுமி Vijayalakshmi
பார்த்திபன் Parthiban
யாழினி Yazhini
தீபா Deepa
ஸ்ரீனிவாசன் Srinivasan
சங்கர் Shankar
சந்தோஷ் Santhosh
ஆனந்த் Anand
நந்தினி Nandhini
சித்ரா Chitra
சிவகுமார் Sivakumar
வைஷ்ணவி Vaishnavi
கோபால் Gopal
கோவிந்தன் Govindan
இளங்கோ Ilango
புவனேஸ்வரி Bhuvaneswari
ஐஸ்வர்யா Aishwarya
கௌதம் Gautham
தாமரை Thamarai
சூர்யா Surya
அன்பழகன் Anbazhagan
நடராஜன் Natarajan
ஷண்முகம் Shanmugam
"""


def test_names_are_known_by_their_usual_spelling() -> None:
    assert [pair for pair in pairs(NAMES) if not is_spelling(*pair)] == []


@pytest.mark.parametrize(
    ("name", "latin"), [("அருணாசலம்", "Arunachalam"), ("பத்மா", "Padma"), ("அப்துல்", "Abdul")]
)
def test_others_at_least_share_a_skeleton(name: str, latin: str) -> None:
    assert is_near_spelling(name, latin)
