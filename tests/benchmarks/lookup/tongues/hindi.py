"""Hindi names: Sanskrit stems with their endings, family names of trades and places."""

from random import Random

from tests.benchmarks.lookup.tongues.making import Word, crossed, pairs, ranked

_STEMS = pairs("""
राम ram, कृष्ण krishna, देव dev, राज raj, विजय vijay, जय jay, सुर sur, इन्द्र indra, चन्द्र chandra, सूर्य surya,
हर har,
गोपाल gopal, मोहन mohan, श्याम shyam, शिव shiv, महा maha, वीर veer, धर्म dharm, सत्य satya, ज्ञान gyan, प्रेम prem,
आनंद anand, दीप deep, कमल kamal, रूप roop, गुण gun, मन man, तेज tej, बल bal, भगत bhagat, ईश्वर ishwar, नर nar,
लक्ष्मी lakshmi, सीता sita, गीता geeta, माया maya, ओम om, अमर amar, अजय ajay, संत sant, सुख sukh, हरि hari,
रवि ravi, जगत jagat, लाल lal, मणि mani, शुभ shubh, यश yash, भानु bhanu, विश्व vishwa
""")
_ENDS = pairs("""
कुमार kumar, प्रकाश prakash, नाथ nath, दास das, लाल lal, पाल pal, सिंह singh, चंद chand, दत्त dutt,
शंकर shankar, प्रसाद prasad, किशोर kishore, मोहन mohan, रंजन ranjan, वर्धन vardhan, राज raj,
जीत jeet, वीर veer, दीप deep, कांत kant, मती mati, वती wati, बाला bala, लता lata, प्रिया priya,
रानी rani, देवी devi, श्री shree, माला mala, कली kali, भूषण bhushan, सागर sagar, स्वरूप swaroop,
नारायण narayan, रतन ratan, धर dhar, मय may, निधि nidhi
""")
_COMMON = pairs("""
राहुल rahul, पूजा pooja, अमित amit, नेहा neha, संजय sanjay, सुनीता sunita, विकास vikas,
अंजलि anjali, रमेश ramesh, सुरेश suresh, राजेश rajesh, मुकेश mukesh, दिनेश dinesh, महेश mahesh,
कविता kavita, रेखा rekha, मीना meena, किरण kiran, दीपक deepak, अनिल anil, मनोज manoj, विनोद vinod,
प्रिया priya, ज्योति jyoti, शांति shanti, उषा usha, लक्ष्मी lakshmi, सचिन sachin, रोहित rohit,
निशा nisha, आरती aarti, ममता mamta, गीता geeta, अशोक ashok, राकेश rakesh, नरेंद्र narendra
""")
_FAMILIES = pairs("""
शर्मा sharma, वर्मा verma, सिंह singh, गुप्ता gupta, कुमार kumar, यादव yadav, मिश्रा mishra,
पांडेय pandey, तिवारी tiwari, श्रीवास्तव srivastava, राठौर rathore, चौधरी chaudhary, जोशी joshi,
त्रिपाठी tripathi, द्विवेदी dwivedi, अग्रवाल agarwal, जैन jain, मेहता mehta, चौहान chauhan,
ठाकुर thakur, सक्सेना saxena, भट्ट bhatt, दुबे dubey, शुक्ला shukla, राजपूत rajput
""")
_FIRST = pairs("""
क ka, का ka, कु ku, के ke, ख kha, ग ga, गो go, घो gho, च cha, चौ chau, ज ja, जे je, झा jha, ट ta,
ठा tha, ड da, त ta, ती ti, द da, दे de, धा dha, न na, नि ni, प pa, पा pa, पु pu, फ pha, ब ba, बि bi,
भ bha, भो bho, म ma, मा ma, मु mu, र ra, रा ra, रो ro, ल la, लो lo, व va, वि vi, श sha, स sa, सा sa,
सो so, ह ha, हे he
""")
_MIDDLE = pairs("""
ट्ट tt, ण्ड nd, न्त nt, म्ब mb, र्म rm, ल्ह lh, क्ख kkh, त्त tt, द्ध ddh, प्प pp, च्छ chh, ज्ज jj,
स्त st, श्न shn, र्ग rg, खर khar, जव jav, डव dav, दल dal, नक nak, मर mar, रव rav, लव lav, सव sav
""")
_LAST = pairs("""
ा a, ी i, े e, ाणी ani, ावत awat, िया iya, ेकर ekar, वाल wal, पुर pur, गढ़ garh, ानी ani,
ोत्रा otra, ैया aiya, राज raj, लानी lani, दास das, वंशी vanshi, मोहन mohan
""")
_RAISED = pairs("ेश esh, ेंद्र endra, ीत eet, ित it, ेन en, िका ika, ीला eela, ाली ali, िनी ini, ांशु anshu")
_BARE = pairs("""
रम ram, सुर sur, मह mah, नर nar, वीर vir, जित jit, अव av, कम kam, गज gaj, दिन din, धीर dhir, नल nal,
परम param, भूप bhup, मुक muk, रूप rup, लल lal, शैल shail, हर har, हित hit, योग yog, उप up,
अनुप anup, कव kav, तर tar, सत sat
""")


def given(rng: Random) -> list[Word]:
    """Given names, the commonest first."""
    rules = [crossed(_BARE, _RAISED), crossed(_STEMS, _ENDS), crossed(_FIRST, _MIDDLE, _RAISED)]
    return ranked(rng, _COMMON, rules, 4_500)


def surnames(rng: Random) -> list[Word]:
    """Family names, the commonest first."""
    return ranked(rng, _FAMILIES, [crossed(_FIRST, _MIDDLE, _LAST)], 7_000)
