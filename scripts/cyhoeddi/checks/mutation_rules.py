"""What the rule on mutations goes by: which word asks for which, and words for which that is beyond doubt."""

from __future__ import annotations

from cyhoeddi.lexicon import Mutation, each_of

SOFT = each_of("am ar at dan dros drwy gan heb hyd i o tan tros trwy wrth dau ddau dwy ddwy")
"""No "neu": a verb keeps its radical after it."""
ASPIRATE = each_of("a â gyda tua na tri thri chwe")
"""Whatever "a" is (and; who; whether), no word after it keeps a radical c, p or t."""

TRIGGERS = dict.fromkeys(SOFT, Mutation.SOFT) | dict.fromkeys(ASPIRATE, Mutation.ASPIRATE)

OUR_YOUR_THEIR = frozenset({"ein", "eich", "eu"})
"""No consonant changes after these."""

NEVER = each_of(
    "bellach blog braf byth dal data ddoe dyna dyma gêm gemau gôl golff grŵp grwpiau llai lle mae maes maen "
    "maent mai mawr mewn mi minnau mo mor mwy mwyach pam pan pawb pe prin prun rhag rhyw rhywle rhywun rhwng "
    "ti tithau tra tuag"
)
"""Words that keep their radical in set phrases ("i mewn", "am byth"), or in some of them."""

FEMININE = each_of(
    "blwyddyn canolfan cofrestr colofn cronfa cyfradd cyfraith cyfres cyllideb cymdeithas cymuned "
    "cynhadledd deddf dogfen gwefan gwlad gwybodaeth menter merch pleidlais prifysgol taflen tref tudalen "
    "trefn"
)
"""Feminine singular nouns of public life whose gender no dictionary doubts."""

BODIES = each_of(
    "Bwrdd Cadeirydd Comisiynydd Cronfa Cyngor Deddf Dirprwy Gweinidog Gweinidogion Gwasanaeth "
    "Llywodraeth Llywydd Pwyllgor Prif Rhaglen"
)
"""Words that mutate though they open a name: "gan Lywodraeth Cymru"."""

PLACES = each_of(
    "Bangor Bargoed Bethesda Blaenafon Brycheiniog Brwsel Caerdydd Caerffili Caerfyrddin Caergybi "
    "Caernarfon Caerllion Ceredigion Cernyw Conwy Cwmbrân Cymru Dinbych Dolgellau Dulyn Dyfed Dyfnaint "
    "Gwent Gwynedd Maesteg Merthyr Morgannwg Penarth Penfro Pontypridd Pontypŵl Porthcawl Porthmadog "
    "Powys Prestatyn Pwllheli Talgarth Tonypandy Torfaen Trefynwy Treorci Tregaron Tywyn"
)
"""Welsh names of places, which mutate; names of other languages do not."""
