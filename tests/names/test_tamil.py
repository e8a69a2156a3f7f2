"""Tamil names: one letter for several sounds, and loans written apart.

Sounds by place: Lehmann, "A Grammar of Modern Tamil" (1989); Annamalai and Steever, "Modern Tamil" in Steever
(ed.), "The Dravidian Languages" (1998). What speech changes: Schiffman, "A Reference Grammar of Spoken Tamil"
(1999). Spellings: the ones that people of these names use.
"""

import pytest

from frontdesk.names.folding import native
from frontdesk.names.romanise import readings
from tests.names.spellings import is_near_spelling, is_spelling, pairs, read

RULES = {
    "a stop between vowels is voiced": "முருகன் Murugan, வடிவேல் Vadivel, அம்பிகா Ambiga, சிபி Sibi",
    "ச between vowels is s": "அரசி Arasi, கணேசன் Ganesan",
    "in loans a stop between vowels may be hard": "அசோகன் Asokan, நடேசன் Natesan, ரூபா Rupa",
    "or a voiced th": "மாதவன் Madhavan, ராதா Radha",
    "or k stands for h": "மோகன் Mohan, மகேஷ் Mahesh, ராகுல் Rahul",
    "a stop after a nasal is voiced": "தங்கம் Thangam, அஞ்சலி Anjali, சுந்தரி Sundari, அன்பு Anbu, ஆண்டாள் Andal",
    "in loans it may be hard": "சங்கர் Sankar, பஞ்சு Panchu, வசந்தி Vasanthi, சம்பத் Sampath",
    "a doubled stop is hard": "முத்து Muthu, சக்கரம் Sakkaram, அப்பா Appa, செட்டி Chetti",
    "in loans it may be voiced": "சுப்பையா Subbaiah, ரெட்டி Reddy, சித்தார்த் Siddharth",
    "a doubled ச is ch, tch or in compounds s": "பிச்சை Pichai, பிச்சை Pitchai, கலைச்செல்வி Kalaiselvi",
    "a first stop is hard or voiced": "கமலா Kamala, காயத்ரி Gayathri, தினேஷ் Dinesh, பாலா Bala, பழனி Palani",
    "a first த is th": "தமிழ் Thamizh, தங்கம் Thangam",
    "a first ச is s or ch": "செல்வி Selvi, செல்வி Chelvi, சந்திரன் Chandran, சுந்தர் Sundar, சுடர் Chudar",
    "a first ட is d or t": "டேனி Deni, டாட்டா Tata",
    "a first ப may be f": "பாத்திமா Fathima, பைசல் Faisal",
    "after a liquid a stop is hard or voiced": "செல்குமார் Selkumar, துர்கா Durga, கோவர்தன் Govardhan, டெல்டா Delta",
    "after a liquid ச is s": "தமிழ்செல்வி Tamilselvi",
    "before a consonant it is hard or voiced": "விக்னேஷ் Vignesh, பத்மா Padma, சுப்ரமணி Subramani, ரட்ணம் Ratnam",
    "a last stop is hard, or voiced, or f": "அசோக் Asok, வினோத் Vinoth, வினோத் Vinod, ரிசாட் Risad, ஆரிப் Arif",
    "beside another stop it is hard, or voiced as that is": "சக்தி Sakthi, அக்பர் Akbar, அப்துல் Abdul",
    "after a sibilant and ற it is hard": "பாஸ்கர் Baskar, அஷ்டமி Ashtami, கற்பகம் Karpagam, அப்சரா Apsara",
    "ஃப is f": "ஜோசஃப் Josaf, ஃபாத்திமா Fathima, ஜாஃபர் Jaffar",
    "ட்ச is ksh or tch": "மீனாட்சி Meenakshi, காமாட்சி Kamatchi",
    "ற்ற is tr and ன்ற ndr": "வெற்றி Vetri, தென்றல் Thendral, குன்றம் Kundram",
    "ஞ is gn or n, beside ச plain n": "ஞானம் Gnanam, திருஞானம் Thirugnanam, பேரறிஞர் Perarinar, அஞ்சலை Anjalai",
    "க்ஞ, ஜ்ஞ and ஞ்ஞ are gn": "பிரக்ஞா Pragna, யஜ்ஞா Yagna, விஞ்ஞானம் Vignanam",
    "Grantha letters are what they are": "ஜீவா Jeeva, ஸ்ரீதர் Sridhar, ஷாலினி Shalini, ஹரி Hari, லக்ஷ்மி Lakshmi",
    "both ways to write sri": "ஶ்ரீராம் Sriram, ஸ்ரீராம் Sriram",
    "சாமி is also Swamy": "ராமசாமி Ramasamy, ராமசாமி Ramaswamy, சாமிநாதன் Swaminathan",
    "-குமார் keeps its k": "உதயகுமார் Udayakumar, சுகுமார் Sugumar",
    "-அசலம் has ch": "அருணாசலம் Arunachalam, அருணாசலம் Arunasalam, வெங்கடாசலம் Venkatachalam",
    "ராச is also raj": "ராசன் Rajan, நடராசன் Nadarajan",
    "ச after ம is s": "அம்சா Amsa",
    "a helping i before r": "பிரியா Priya, சந்திரன் Chandran, ராஜேந்திரன் Rajendiran, திரிஷா Trisha, கிரண் Kiran",
    "a vocalic r": "கிருஷ்ணன் Krishnan, பிருந்தா Brinda, மிருதுளா Mridula, கிருபா Kiruba",
    "a helping i after a doubled stop": "சித்திரா Chitra, ரத்தினம் Ratnam, விக்கினேஸ்வரன் Vigneswaran, வித்தியா Vidya",
    "in a compound a hard doubled stop before i": "சுப்பிரமணியன் Subramanian, சித்திரவேல் Chithiravel",
    "a helping i at the start": "தியாகு Thyagu, சினேகா Sneha, வியாசன் Vyasan",
    "a helping u before v and m": "சுவாதி Swathi, துவாரகா Dwaraka, விசுவநாதன் Viswanathan, லட்சுமி Lakshmi",
    "a helping a": "சக்கரவர்த்தி Chakravarthy, சக்கரவர்த்தி Sakkaravarthi",
    "y after r and th is also iy": "சூர்யா Suriya, நித்யா Nithiya",
    "a first i before r and l is silent": "இராமன் Raman, இலட்சுமி Lakshmi, இராமன் Iraman",
    "a first i is also e before a": "இளங்கோ Ilango, இளங்கோ Elango, இளவரசி Elavarasi",
    "a first ஈ is also spelt e": "ஈஸ்வரி Iswari, ஈஸ்வரி Eswari",
    "a last து may be the consonant of a loan": "ஹமீது Hameed, ஹமீது Hamidu, மருது Maruthu",
    "a first e is also ye": "எல்லம்மா Ellamma, எல்லம்மா Yellamma",
    "e in loans is also a": "ஜெயா Jeya, ஜெயா Jaya, லெட்சுமி Lakshmi, ரெங்கன் Rangan",
    "ai before y is also a or i": "உடையார் Udayar, ஐயர் Iyer, ஐயப்பன் Ayyappan, அய்யப்பன் Iyyappan",
    "-ையா is -aiah or -iah": "கருப்பையா Karuppaiah, கருப்பையா Karuppiah",
    "யு after a is i": "நாயுடு Naidu",
    "ஜோ is also jyo": "ஜோதி Jothi, ஜோதி Jyothi",
    "au before v is av": "ஔவை Avvai, ஔவை Auvai",
    "ெள stands for ௌ, ஒள for ஔ": "கெளதம் Gautham, ஒளவை Avvai, தெளிவு Thelivu",
    "such an i may be a real one": "கிரிஜா Girija, திருமலை Thirumalai, திரிஷா Thirisha, சினேகா Sinega",
    "such a u may be a real one": "துரை Durai, குரு Guru, சுமதி Sumathi, சுவாதி Suvathi, லெட்சுமி Letchumi",
}


@pytest.mark.parametrize("rule", RULES)
def test_rule(rule: str) -> None:
    examples = pairs(RULES[rule].replace(", ", "\n"))
    assert [pair for pair in examples if not is_spelling(*pair)] == []


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("முருகன்", "murugan"), ("முத்து", "muthu"), ("சக்கரம்", "sakkaram"), ("கிருஷ்ணன்", "krishnan"),
        ("துரை", "thurai"), ("இளங்கோ", "ilango"), ("பிரியா", "priya"), ("லட்சுமி", "lakshmi"), ("ஸ்ரீ", "sri"),
    ],
)  # fmt: skip
def test_the_inherited_way_comes_first(name: str, usual: str) -> None:
    assert read(name)[0] == usual


@pytest.mark.parametrize(
    ("name", "latin"),
    [("துரை", "Thrai"), ("கிருஷ்ணன்", "Krushnan"), ("சுந்தர்", "Jundar"), ("மணி", "Mini"), ("அப்பா", "Abpa")],
)
def test_what_nobody_says_is_no_reading(name: str, latin: str) -> None:
    assert not is_spelling(name, latin)


def test_each_letter_keeps_its_piece_of_latin() -> None:
    assert readings(native("லட்சுமி"))[0] == ("la", "", "", "ksh", "", "m", "i")
    assert readings(native("கெளதம்"))[0] == ("k", "au", "", "tha", "m", "")


def test_a_name_has_few_readings_and_none_twice() -> None:
    for name, _ in pairs(NAMES):
        assert len(read(name)) == len(set(read(name))) <= 12
    assert sum(len(read(name)) for name, _ in pairs(NAMES)) < 4.5 * len(pairs(NAMES))


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


@pytest.mark.parametrize(("name", "latin"), [("ரகுமான்", "Rakhumaan"), ("கனகரத்தினம்", "Kanakaratnam")])
def test_others_at_least_share_a_skeleton(name: str, latin: str) -> None:
    assert is_near_spelling(name, latin)
