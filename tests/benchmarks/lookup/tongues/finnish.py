"""Finnish names: what lies around a house, one upon another, and their endings by vowel harmony."""

from random import Random

from tests.benchmarks.lookup.tongues.making import Word, crossed, ranked, same

_GIVEN = same("""
Matti Anna Juha Maria Timo Helena Kari Johanna Antti Anneli Mikko Kaarina Jari Marjatta Heikki Liisa Pekka
Aino
Janne Päivi Markku Tuula Ville Hanna Seppo Ritva Erkki Leena Sami Sari Hannu Minna Tapio Pirjo Lauri Eeva Olli
Elina Teemu Tiina Ilkka Katja Esa Mirja Jukka Outi Risto Satu Väinö Hilkka Onni Lempi Eino Aili Yrjö Sylvi
Jyrki Pertti Sirpa Jouni Riitta Tuomas Kirsi Arto Maija Petri Virpi Ossi Eila Reijo Irja Jorma Kerttu
""")
_STARTS = same("""
Aa Ah Ai Al An Ar As Ee Ei El En Er Es Han Har Hei Hel Hil Il Im In Ir Jaa Jal Jar Joo Jor Juu Kaa
Kai Kal Kar Kas Kau Kei Ker Kii Kos Lah Lai Lau Lee Lei Lii Lil Loo Mai Mar Mau Mei Mer Mii Min Nii
Noo Oi Ol On Or Pau Pek Pih Pil Rai Rau Rei Rii Ron Saa Sal San Sei Sel Sii Sir Suo Tai Tar Tau Tei
Ter Tii Toi Tuo Ul Un Urp Vai Val Var Vei Vii Vil
""")
_ENDS = same("""
a i o u e ja jo la li lo ma mi mo na ni no ri ro ra sa si so ta ti to va vi vo kki kka kko mma nna
ppo ssi tta tti ttu lla lli llo rja rni rtti ina iina ela elia mo veli tar
""")
_FIRST = same("""
Ala Alho Anti Aho Haapa Hako Harju Havu Heikki Hein Hele Hieta Hiiden Hirvi Honka Huhta Huuhka Ilo
Ilma Iso Jaakko Jalo Jokela Joki Joutsen Jukka Jää Kaarne Kaisla Kalli Kallio Kanerva Kangas Kannus
Karhu Karja Kaski Kataja Kauko Keski Kettu Kiuru Kivi Koivu Kolho Kontio Korhos Korkea Korpi Koski
Kotka Kuha Kuikka Kukka Kulma Kumpu Kuusi Kylmä Kyntä Laakso Lahti Laine Lampi Lamu Lato Lehmus
Lehti Leino Lepis Leppä Lieto Linnan Loimu Louhi Lumi Luoto Maja Malmi Marja Matala Metsä Musta
Myllyn Mäki Mänty Neva Niemi Niini Niitty Nummi Närhi Oja Onni Orava Ora Otso Paasi Paju Palo
Peltola Petäjä Pihlaja Pikku Pitkä Pohja Poro Puro Pyhä Pyy Pöllö Raja Ranta Rapa Rauta Rinta Ruoho
Ruska Ruuska Räty Saari Salmi Salo Sammal Sara Savi Selkä Sepän Sievi Sini Soini Suo Suur Susi Suvi
Syrjä Taka Talvi Tammi Tervo Tuomi Tuuli Uusi Vaara Vahtera Vana Vanha Varis Vasa Vehka Verka Vesi
Viita Vilja Vuori Väli Yli Ylä Äijö Ääri
""")
_SECOND = same("""
aho alho harju hovi joki järvi kallio kangas kari kivi korpi koski kulma kumpu kylä laakso lahti
lampi lehto luoto maa metsä mies mäki nen niemi niitty nummi nurmi oja pelto perä pohja puro pää
ranta rinne saari salmi salo selkä suo talo tie vaara vesi viita vuori virta
""")
_COMMON = same("""
Virtanen Korhonen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen
Saarinen Niemi Salminen Heinonen Salonen Turunen Laitinen Tuominen Rantanen Karjalainen Jokinen
Mattila Savolainen Lahtinen Ahonen Röder Räsänen Pöyhönen Hyvönen Väisänen Pitkänen Kärkkäinen
Hänninen Nyström Lindqvist
""")
_ENDINGS = same("nen la sto kka ni lainen nto sko rinen ste va ri si mo")
_BACK = set("aouAOU")


def given(rng: Random) -> list[Word]:
    """Given names, the commonest first."""
    return ranked(rng, _GIVEN, [crossed(_STARTS, _ENDS)], 3_000)


def surnames(rng: Random) -> list[Word]:
    """Family names, the commonest first: two things of the land, or a stem with an ending."""
    opened = same(
        "Haa Hei Hii Hui Hyy Hä Jau Ka Kau Ke Kii Ky Kä Lau Lei Lii Ly Mau Me Mui My Nau Ne Ni Pa Pau "
                  "Pe Pii Py Pä Rau Re Rii Ry Sa Sei Su Sy Sä Tau Te Tii Tu Ty Tä Vau Ve Vii Vä")  # fmt: skip
    closed = same(
        "hko hti kka kki kko lka lma lto mpa nka nsa nta ppa ppo rha rkka rtti ska sti tka tti tto ura"
    )
    ended = [_harmonious(word) for word in crossed(opened, closed, _ENDINGS)]
    plain = [_harmonious(word) for word in crossed(_FIRST, _ENDINGS)]
    return ranked(rng, _COMMON, [crossed(_FIRST, _SECOND), plain, ended], 28_000)


def _harmonious(word: Word) -> Word:
    """a, o, u after a back vowel; ä, ö, y where the word begins without any."""
    head, tail = word[0][:3], word[0][3:]
    if _BACK.isdisjoint(head) and not _BACK.isdisjoint(tail) and not set("äöyÄÖY").isdisjoint(head):
        tail = tail.translate(str.maketrans("aou", "äöy"))
    return head + tail, head + tail
