"""Hindi names: which a is silent, and how the letters without a Latin twin are spelt.

The silent a: Ohala, "Aspects of Hindi Phonology" (1983); Choudhury and Basu, "A rule based schwa deletion
algorithm for Hindi" (2002). Spellings: the ones that people of these names use.
"""

import pytest

from tests.names.spellings import is_near_spelling, is_spelling, pairs, read


@pytest.mark.parametrize(
    ("name", "latin"), [("राम", "ram"), ("सुमन", "suman"), ("आनंद", "anand"), ("कमल", "kamal"), ("न", "na")]
)
def test_the_last_unwritten_a_is_silent(name: str, latin: str) -> None:
    assert read(name)[0] == latin


@pytest.mark.parametrize(("name", "latin"), [("मित्र", "mitra"), ("कृष्ण", "krishna"), ("सत्य", "satya")])
def test_but_it_carries_a_sonorant_after_a_consonant(name: str, latin: str) -> None:
    assert read(name)[0] == latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [("जगमोहन", "jagmohan"), ("कमला", "kamla"), ("बलदेव", "baldev"), ("पद्मप्रिया", "padmapriya")],
)
def test_an_a_between_two_open_syllables_is_silent(name: str, latin: str) -> None:
    assert read(name)[0] == latin


@pytest.mark.parametrize("latin", ["jayprakash", "jayaprakash"])
def test_before_a_cluster_it_may_be_silent(latin: str) -> None:
    assert latin in read("जयप्रकाश")


@pytest.mark.parametrize(("name", "latin"), [("कमला", "kamala"), ("जयदेव", "jayadev"), ("तनय", "tanaya")])
def test_the_older_spelling_with_every_a_is_known_too(name: str, latin: str) -> None:
    assert latin in read(name)


@pytest.mark.parametrize(
    ("name", "latin"), [("अंबा", "amba"), ("चंद्र", "chandra"), ("संजय", "sanjay"), ("चाँद", "chand")]
)
def test_a_dot_is_the_nasal_of_the_next_consonant(name: str, latin: str) -> None:
    assert read(name)[0] == latin


def test_before_h_the_nasal_is_also_ng() -> None:
    assert "singh" in read("सिंह")


@pytest.mark.parametrize(("name", "latin"), [("ज़ीनत", "zinat"), ("फ़रहान", "farhan"), ("क़ादिर", "qadir")])
def test_a_dot_below_makes_another_consonant(name: str, latin: str) -> None:
    """The nukta, for sounds of Persian and Arabic: The Unicode Standard 12.1."""
    assert read(name)[0] == latin


def test_a_flap_is_spelt_r_or_d() -> None:
    assert is_spelling("गुड़िया", "Gudiya")
    assert is_spelling("गुड़िया", "Guria")


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("ज्ञान", "Gyan"),
        ("ज्ञान", "Jnan"),
        ("ज्ञानेश्वर", "Dnyaneshwar"),
        ("જિજ્ઞેશ", "Jignesh"),
        ("प्रज्ञा", "Pragya"),
    ],
)
def test_jny_is_gy_or_jn_or_dny_or_gn(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


def test_the_vowel_r_is_ri_or_ru() -> None:
    assert is_spelling("तृषा", "Trisha")
    assert is_spelling("तृषा", "Trusha")


@pytest.mark.parametrize(
    ("name", "latin"), [("सौरभ", "Saurabh"), ("सौरभ", "Sourabh"), ("राठौर", "Rathor"), ("राठौड़", "Rathod")]
)
def test_au_is_spelt_au_or_o(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


def test_a_silent_e_after_it_is_forgiven() -> None:
    assert is_near_spelling("राठौर", "Rathore")


@pytest.mark.parametrize(
    ("name", "latin"),
    [("फडणवीस", "Fadnavis"), ("रामरतन", "Ramratan"), ("हरभजन", "Harbhajan"), ("सरफ़राज़", "Sarfaraz")],
)
def test_in_compounds_the_first_a_may_be_the_silent_one(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(
    ("name", "latin"),
    [("काजी", "Kazi"), ("नजीर", "Nazir"), ("ઝવેરી", "Zaveri"), ("ઝવેરી", "Jhaveri"), ("জিয়া", "Zia")],
)
def test_j_may_be_a_z_without_its_dot(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("महमूद", "Mehmood"),
        ("महमूद", "Mahmood"),
        ("रहमान", "Rehman"),
        ("सहवाग", "Sehwag"),
        ("बनर्जी", "Banerjee"),
        ("ਬਲਵਿੰਦਰ", "Balwinder"),
    ],
)
def test_a_before_h_or_r_without_a_vowel_is_also_e(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


def test_but_not_before_those_with_one() -> None:
    assert not is_spelling("महेश", "Mehesh")
    assert not is_spelling("करण", "Keran")


@pytest.mark.parametrize(
    ("name", "latin"), [("नायक", "Naik"), ("जायसवाल", "Jaiswal"), ("गायकवाड", "Gaikwad"), ("नायक", "Nayak")]
)
def test_aya_before_a_consonant_is_also_ai(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


@pytest.mark.parametrize("latin", ["Pande", "Pandey"])
def test_a_last_e_is_also_ey(latin: str) -> None:
    assert is_spelling("पांडे", latin)


@pytest.mark.parametrize(
    ("name", "latin"), [("মণ্ডল", "Mondal"), ("মণ্ডল", "Mandal"), ("বিদ্যাসাগর", "Vidyasagar"), ("সৌরভ", "Sourav")]
)
def test_bengali_a_is_also_o_and_b_also_v(name: str, latin: str) -> None:
    assert is_spelling(name, latin)


def test_these_are_bengali_only() -> None:
    assert not is_spelling("मण्डल", "Mondal")
    assert not is_spelling("बाला", "Vala")


NAMES = """
अमिताभ Amitabh
अर्जुन Arjun
आशीष Ashish
ईश्वर Ishwar
ऐश्वर्या Aishwarya
गणेश Ganesh
गीता Geeta
चौधरी Choudhary
ज्योति Jyoti
दीपिका Deepika
धर्मेंद्र Dharmendra
नंदिनी Nandini
पाण्डेय Pandey
प्रकाश Prakash
प्रियंका Priyanka
भारत Bharat
माधुरी Madhuri
मिश्रा Mishra
मुकेश Mukesh
यादव Yadav
राजेश Rajesh
लक्ष्मी Lakshmi
लक्ष्मी Laxmi
विक्रम Vikram
शर्मा Sharma
शांति Shanti
श्रीवास्तव Srivastava
श्रीवास्तव Shrivastav
संध्या Sandhya
सीता Sita
सुरेन्द्र Surendra
स्वाति Swati
हरीश Harish
सिद्दीकी Siddiqui
राजभोज Rajbhoj
अहिंसा Ahimsa
वेंगसरकर Vengsarkar
कुशवाहा Kushwaha
आंबेडकर Ambedkar
"""


def test_names_are_known_by_their_usual_spelling() -> None:
    assert [pair for pair in pairs(NAMES) if not is_spelling(*pair)] == []


@pytest.mark.parametrize(
    ("name", "latin"),
    [("ਗੁਰਪ੍ਰੀਤ", "Gurpreet"), ("ਸਿੰਘ", "Singh"), ("પટેલ", "Patel"), ("মিত্র", "Mitra"), ("রবীন্দ্র", "Rabindra")],
)
def test_the_neighbours_scripts_share_the_table(name: str, latin: str) -> None:
    """Gurmukhi, Gujarati and Bengali stand in the same order of code points as Devanagari."""
    assert is_spelling(name, latin)
