"""Tamil names: gods and virtues with their endings; in place of a family name stands the father's."""

from random import Random

from tests.benchmarks.lookup.tongues.making import Word, crossed, joined, pairs, ranked

_STEMS = pairs("""
ராம rama, கிருஷ்ண krishna, முருக muruga, கண்ண kanna, வேல vela, சுந்தர sundara, சங்கர sankara, கோபால gopala,
குமர kumara, செல்வ selva, தமிழ tamizha, மணி mani, முத்து muthu, சிவ siva, பால bala, ஜெய jaya, விஜய vijaya,
நட nata, ராஜ raja, தேவ deva, வீர veera, பாண்டிய pandiya, இளங்கோ ilango, அருள் arul, அறிவு arivu, அன்பு anbu,
கதிர் kathir, மாற maara, நெடு nedu, பூங் poong, மலர் malar, தங்க thanga, வெற்றி vetri, கார்த்திக் karthik,
ஆனந்த ananda, ஈஸ்வர eswara, ஞான gnana, தண்டபாணி dhandapani, பழனி pazhani, மாரி maari, காளி kaali, மீனா meena,
ரங்க ranga, வரத varadha, வைத்திய vaithiya, ஷண்முக shanmuga, சுப்பிரமணிய subramania, நாராயண narayana,
லட்சுமண lakshmana, பரம parama, பசுபதி pasupathi, சேது sethu, கந்த kandha, அழகு azhagu, எழில் ezhil,
ஒளி oli, கலை kalai, குழல் kuzhal, சொக்க chokka, திரு thiru, நம்பி nambi, பொன் pon, மதி mathi, யாழ் yazh
""")
_ENDS = pairs("""
சாமி samy, நாதன் nathan, மூர்த்தி murthy, லிங்கம் lingam, ராஜன் rajan, ராஜ் raj, குமார் kumar,
வேல் vel, பாண்டியன் pandian, செல்வன் selvan, மணி mani, தாஸ் das, வேந்தன் vendhan, முருகன் murugan,
ராணி rani, லட்சுமி lakshmi, தேவி devi, மாலா mala, மாலை malai, வள்ளி valli, கனி kani, செல்வி selvi,
மதி mathi, வாணன் vaanan, நிதி nidhi, மொழி mozhi, விழி vizhi, மாறன் maaran, சேகரன் sekaran,
சேகர் sekar, வடிவு vadivu, நாயகி nayagi, மங்கை mangai, தாசன் dasan, தம்பி thambi, பிள்ளை pillai,
ரத்தினம் rathinam, வர்மன் varman
""")
_COMMON = pairs("""
கிருஷ்ணன் krishnan, ராமன் raman, முருகன் murugan, லட்சுமி lakshmi, சுப்பிரமணியன் subramanian,
சுந்தரம் sundaram, மீனாட்சி meenakshi, கார்த்திக் karthik, பிரியா priya, செந்தில் senthil,
சரவணன் saravanan, வெங்கடேசன் venkatesan, கவிதா kavitha, ராஜேஷ் rajesh, சுரேஷ் suresh, கண்ணன் kannan,
குமார் kumar, மணிகண்டன் manikandan, பாலாஜி balaji, தீபா deepa, விஜய் vijay, அருண் arun,
ஆனந்த் anand, கமலா kamala, சண்முகம் shanmugam, வள்ளி valli, ராதா radha, உமா uma, கீதா geetha,
சீதா seetha, மோகன் mohan, ரமேஷ் ramesh, கணேஷ் ganesh, திவ்யா divya, ஜெயந்தி jayanthi
""")
_FIRST = pairs("""
க ka, கா kaa, கு ku, கோ ko, ச sa, சா saa, சி si, சு su, செ se, சே se, சோ so, த tha, தா thaa, தி thi,
து thu, தே the, ந na, நா naa, நி ni, நெ ne, ப pa, பா paa, பு pu, பூ poo, பொ po, ம ma, மா maa, மி mi,
மு mu, மெ me, வ va, வா vaa, வி vi, வீ vee, வே ve, ர ra, அ a, ஆ aa, இ i, உ u, எ e, ஒ o
""")
_MIDDLE = pairs("""
ண்ட nda, ந்த ntha, ம்ப mba, த்த ttha, க்க kka, ட்ட tta, ல்ல lla, ள்ள lla, ன்ன nna, ருக ruga,
ழக zhaga, ற்ற tra, ங்க nga, ஞ்ச nja, ய்ய yya, வ்வ vva, ரவ rava, லக laga, னக naga, டவ dava, ம்ம mma,
ப்ப ppa, ச்ச cha, லவ lava
""")
_LAST = pairs("""
ன் n, ம் m, ப்பன் ppan, ம்மாள் mmal, யன் yan, வேல் vel, னார் nar, மணி mani, ரசன் rasan, ழகன் zhagan,
ரசி rasi, யி yi, த்தாள் tthal, ய்யா yya, வதி vathi, ழகி zhagi, சாமி samy, மதி mathi
""")


def given(rng: Random) -> list[Word]:
    """Given names, the commonest first."""
    plain = [joined(stem, end) for stem in _STEMS if stem[1].endswith("a") for end in pairs("ன் n, ம் m")]
    rules = [plain, crossed(_STEMS, _ENDS), crossed(_FIRST, _MIDDLE, _LAST)]
    return ranked(rng, _COMMON, rules, 10_000)


def surnames(rng: Random) -> list[Word]:
    """Fathers' names."""
    return given(rng)
