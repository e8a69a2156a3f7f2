"""People who are written to, as the paper of the note bench needs them."""

from datetime import date

from frontdesk.domain.requests import Answer
from frontdesk.reports.labels import Address
from frontdesk.reports.note_slip import Asked, PastVisit, SentNote, SlipPerson

RAMAN = SlipPerson(
    name="ராமன் கிருஷ்ணமூர்த்தி",
    second_spelling="Raman Krishnamurthy",
    say_it="RAA-mun",
    address="Dear Mr Krishnamurthy,",
    occasion="turns 40 on 27 November",
    likes="green tea, window seat, the early class on Tuesdays",
    hook="Daughter Meena started school in August; he repairs old radios",
    must_know="Nut allergy",
    visits=(
        PastVisit(date(2026, 11, 19), "swam, stayed for tea"),
        PastVisit(date(2026, 11, 3), "early class"),
        PastVisit(date(2026, 9, 14)),
        PastVisit(date(2026, 9, 1), "long ago"),
    ),
    requests=(
        Asked("Locker 12", Answer.YES),
        Asked("Sauna on Sundays", Answer.INSTEAD, "Saturday evening until nine"),
        Asked("A towel rail in the shower"),
    ),
    notes=(
        SentNote(
            date(2026, 3, 14),
            "thank-you card",
            "Thank you for bringing Meena along to the open day! The children still talk about it",
        ),
        SentNote(date(2025, 11, 27), "birthday card"),
    ),
)
EEVA = SlipPerson("Eeva-Liisa Väänänen", address="Hei Eeva-Liisa", occasion="wedding day on 25 November")

AINO = Address(("Aino Virtanen", "Mannerheimintie 1", "00100 Helsinki"))
LONG_NAMES = {
    "Tamil": "ஸ்ரீவெங்கடேசப்பெருமாள்சுப்பிரமணியகிருஷ்ணமூர்த்திராமநாதன்சண்முகசுந்தரம்",
    "Telugu": "శ్రీవేంకటేశ్వరసుబ్రహ్మణ్యశాస్త్రికృష్ణమూర్తిరామచంద్రమూర్తిసత్యనారాయణ",
    "Devanagari": "श्रीवेंकटेशसुब्रह्मण्यकृष्णमूर्तिरामचन्द्रसत्यनारायणविश्वनाथप्रसादसिंह",
    "Mongolian": "Лувсанданзанжамбалдоржийн Эрдэнэбаярцэцэгжаргалсайхан",
    "Finnish": "Ääkköstö-Hämäläinen-Väänänen, Lentokonesuihkuturbiinimoottoriapumekaanikko",
}
