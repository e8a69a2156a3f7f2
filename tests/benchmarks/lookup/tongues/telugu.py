"""Telugu names: family names of villages and houses, given names of gods with their titles."""

from random import Random

from tests.benchmarks.lookup.tongues.making import Word, crossed, pairs, ranked

_STEMS = pairs("""
రామ rama, కృష్ణ krishna, వెంకట venkata, శ్రీ sri, లక్ష్మి lakshmi, సీత seetha, నాగ naga, సత్య satya, సూర్య surya,
చంద్ర chandra, విజయ vijaya, రాజ raja, శివ siva, సాయి sai, హరి hari, గోపాల gopala, మధు madhu, పద్మ padma,
భాస్కర bhaskara, రంగ ranga, నర nara, వీర veera, దుర్గా durga, మల్లి malli, అంజ anja, కోటి koti, పుల్ల pulla,
సుబ్బ subba, యెల్ల yella, గంగా ganga, కనక kanaka, అప్ప appa, తిరుపతి tirupathi, ఈశ్వర eswara, ధన dhana, జయ jaya,
భాను bhanu, రవి ravi, ఉమా uma, అరుణ aruna, శాంత shanta, వర vara, ప్రభా prabha, మోహన mohana, జ్యోతి jyothi, బాల bala
""")
_ENDS = pairs("""
రావు rao, య్య yya, మ్మ mma, ప్ప ppa, రెడ్డి reddy, రాజు raju, కుమార్ kumar, బాబు babu,
ప్రసాద్ prasad, మూర్తి murthy, చారి chary, నాథ్ nath, దేవి devi, లత latha, కుమారి kumari, వతి vathi,
శ్రీ sri, కాంత్ kanth, శేఖర్ sekhar, నందన్ nandan, వర్ధన్ vardhan, తేజ teja, కిరణ్ kiran, దీప్ deep,
చరణ్ charan, వాణి vani, రాణి rani, రమణ ramana, స్వామి swamy, దాసు dasu, వేణి veni, మాల mala,
నాయుడు naidu, గౌడ్ goud
""")
_COMMON = pairs("""
సందీప్ sandeep, వెంకటేశ్వరరావు venkateswararao, లక్ష్మి lakshmi, శ్రీనివాస్ srinivas, రమేష్ ramesh,
సురేష్ suresh, రాజేష్ rajesh, సునీత sunitha, కవిత kavitha, అనూష anusha, ప్రవీణ్ praveen,
హరీష్ harish, మహేష్ mahesh, పవన్ pavan, స్వాతి swathi, దివ్య divya, శ్రావణి sravani, భవాని bhavani,
సరోజ saroja, అనిల్ anil, కిరణ్ kiran, నవీన్ naveen, రాధిక radhika, మాధవి madhavi, వాణి vani,
జగదీష్ jagadeesh, గణేష్ ganesh, సతీష్ satish, సుధ sudha, పద్మ padma
""")
_FAMILIES = pairs("""
రెడ్డి reddy, రావు rao, చౌదరి chowdary, నాయుడు naidu, శర్మ sharma, వర్మ varma, రాజు raju, గౌడ్ goud,
శాస్త్రి sastry, యాదవ్ yadav, కొండ konda, బొల్లు bollu, మేకల mekala, పోతుల pothula
""")
_FIRST = pairs("""
క ka, కా kaa, కో ko, కొ ko, గ ga, గో go, గు gu, చ cha, చి chi, చె che, జ ja, త tha, తా thaa, ద da,
దా daa, న na, నా naa, ని ni, ప pa, పా paa, పె pe, పు pu, పో po, బ ba, బో bo, మ ma, మా maa, ము mu,
మె me, ర ra, రా raa, వ va, వా vaa, వె ve, స sa, సో so, య ya, అ a, ఇ i, ఉ u, ఎ e, ఒ o
""")
_MIDDLE = pairs("""
ండ nda, ంత ntha, ంప mpa, ల్ల lla, ట్ట tta, డ్డ dda, క్క kka, గ్గ gga, న్న nna, మ్మ mma, ప్ప ppa,
బ్బ bba, ద్ద dda, రి ri, లి li, ళ్ళ lla, ంగ nga, ంచ ncha, ంజ nja, వ్వ vva, రప rapa, లవ lava,
డవ dava, నుక nuka, రుల rula, సల sala
""")
_PLACES = pairs("""
పల్లి palli, వరపు varapu, ల la, నేని neni, గడ్డ gadda, పాటి pati, కుంట kunta, లూరి luri, పూడి pudi,
రాల rala, కొండ konda, బోయిన boina, తోట thota, మిల్లి milli, వాడ vada, గుంట gunta, పర్తి parthi,
చర్ల charla, కూరి kuri, శెట్టి setty
""")


def given(rng: Random) -> list[Word]:
    """Given names, the commonest first."""
    return ranked(rng, _COMMON, [crossed(_STEMS, _ENDS), crossed(_FIRST, _MIDDLE, _ENDS[:12])], 5_000)


def surnames(rng: Random) -> list[Word]:
    """Family names, the commonest first."""
    return ranked(rng, _FAMILIES, [crossed(_FIRST, _MIDDLE, _PLACES)], 8_000)
