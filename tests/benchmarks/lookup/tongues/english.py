"""English names: given names old and new, surnames of places, trades and fathers."""

from random import Random

from tests.benchmarks.lookup.tongues.making import Word, crossed, ranked, same

_GIVEN = same("""
James Mary John Emma David Sarah Michael Anna William Laura Thomas Alice Peter Ruth George Helen Paul Grace
Andrew Lucy Daniel Jane Mark Rachel Stephen Hannah Edward Clare Simon Julia Henry Karen Robert Diana Martin
Susan Alan Joan Philip Rose Ian Amy Oliver Chloe Harry Zoe Jack Megan Arthur Edith Samuel Martha Joseph Nora
Benjamin Ellen Adam Judith Luke Naomi Elizabeth Katherine Margaret Christopher Nicholas Alexander Jonathan
""")
_STARTS = same("""
Ad Al An Ash Bel Bev Bren Bry Cal Cam Car Cas Chan Chris Cla Col Con Dan Dar Dea Del Don Dor Ed El
Em Er Fay Fin Gar Gil Gra Har Hol Jac Jam Jan Jar Jay Jen Jor Jos Kat Kay Kel Ken Kim Lar Lau Leo
Lin Lor Mad Mar Mat Mel Mil Mor Nat Nel Nor Pat Quin Ran Reg Ros Ry Sam Shel Syl Tam Ter Tre Val Ver
Wal Wen Win
""")
_ENDS = same("""
a ie en an yn ella issa ton don ley lyn ena ina ette ice mond ward win bert vin rick ry sha nie dra
line more by den der elle eth iel ian ica ida ine is ius la land lis mer na nard netta on ora ra rie
sie son ston ta tha tina ura vey vin well wyn za
""")
_SURNAMES = same("""
Smith Jones Taylor Brown Walker White Green Hall Wood Clarke Baker Hill Wright Turner Cooper Ward
Carter Roberts Harris Lewis Young King Lee Allen Parker Cook Bell Shaw Fisher Fox Mills Webb Stone
Knight Palmer Mason Hunt Reed Rose Black Marsh Gibson Murphy Kelly Byrne O'Brien O'Connor McDonald
MacLean Fitzgerald
""")
_PLACES = same("""
Ac Al Ap Ash Bad Bal Ban Bar Bax Beck Bed Ben Ber Bex Bick Bil Birch Black Blen Bol Bos Brad Bram
Bran Bright Brook Broom Buck Bur But Cald Can Carl Chad Charl Chat Chel Chest Chil Chis Clap Clif
Col Comp Cor Cran Craw Crof Crom Cul Cum Dal Dar Daw Den Der Dil Don Dor Dray Dud Dun Dur East Eck
Ed El Ems Est Fair Far Fern Fen Fil Fin Flax Fol For Ful Gar Gif Gil Glad Glas Good Gran Gres Grim
Guil Had Hal Ham Han Har Has Hat Haw Hay Heath Hed Hen Hex High Hil Hol Hor How Hux Il Ing Ip Kel
Ken Kid Kil Kim King Kir Kirk Lam Lan Lang Law Leigh Len Lin Lit Long Lough Lud Lut Lyd Mal Man Mar
Mel Mer Mid Mil Mit Mor Mos Nail Nel Net New Nor Nut Oak Od Or Os Pad Pem Pen Per Pick Pil Pres Rad
Ram Raw Red Rem Rich Ring Rod Roth Row Rush Sal San Sed Sel Shad Shel Sher Ship Sim Skel Sned Som
South Stan Stap Sted Stock Strat Sud Sum Sut Swin Tal Tam Tar Thack Thorn Thur Til Tip Tod Tor Tren
Tud Twi Up Ux Wad Wal War Wat Wel Wen Wes Whar Whit Wick Wil Win Wol Wood Wor Wy Yar Yel York
""")
_PLACE_ENDS = same("""
ton ley ford ham well field worth wood by bury borough brook burn cliffe combe cote croft dale den
don ers ett gate grave grove hall hill holm hurst ing ington ingham kin land ling low man mere more
mouth ness over ridge ser shaw side son stead stock stone thorpe ty wall ward water way wick win
wright
""")
_FATHERS = same("Mac Mc Fitz O'")
_CLANS = same("""
Alister Bride Cabe Callum Carthy Clure Cor Cul Dermot Donnell Dougal Fadden Farlane Fee Gill Ginn
Gregor Guire Hale Innes Intosh Kay Kenna Kinley Lachlan Laren Lellan Leod Mahon Manus Millan Nab
Nally Namara Neil Phail Pherson Quaid Quarrie Rae Rory Shane Sweeney Tavish Vey Vicar Whirter
""")


def given(rng: Random) -> list[Word]:
    """Given names, the commonest first."""
    return ranked(rng, _GIVEN, [crossed(_STARTS, _ENDS)], 3_500)


def surnames(rng: Random) -> list[Word]:
    """Family names, the commonest first; the rarer ones have two stems (Bradhampton)."""
    long = crossed(_PLACES[::2], same("er ing bur ham mar chel lin wen ches"), _PLACE_ENDS)
    return ranked(rng, _SURNAMES, [crossed(_PLACES, _PLACE_ENDS), crossed(_FATHERS, _CLANS), long], 28_000)
