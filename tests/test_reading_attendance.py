"""Attendance in columns: side by side, one after the other, in tables that go on, and in the rows of personal substitutes."""

from __future__ import annotations

from reading_samples import read

HEAD = """
    EKBY KOMMUN
    Socialnämnden
    Protokoll 2024-03-21
    {people}

    § 1 Öppnande
    Ordföranden öppnar mötet.
"""


def told(people: str) -> dict[str, tuple[object, ...]]:
    """Return roles, presence, party or municipality, and whom they replace, by name."""
    minutes = read(HEAD.format(people=people.replace("\n", "\n    ")))
    return {
        one.name: (one.roles, one.present, one.municipality or one.organisation or one.party, one.replaces)
        for one in minutes.participants
    }


def test_a_row_with_only_its_right_cell_belongs_to_that_column() -> None:
    people = told("""
BESLUTANDE LEDAMÖTER                     ERSÄTTARE
Eva Alm (S), ordf                        Bo Ek (M), tj. ers. för Karl Lind
Ulla Berg (C)                            (M)
                                         Lena Falk (V)""")
    assert people["Lena Falk"][:2] == (("substitute",), True)
    assert people["Bo Ek"] == (("serving-substitute",), True, "M", "Karl Lind")
    assert people["Ulla Berg"][0] == ("member",)


def test_personal_substitutes_serve_for_the_absent_of_their_row() -> None:
    people = told("""
NÄRVARANDE                               Personlig ersättare
Alm Eva, ordf.          närv.            Ek Bo
Lind Karl               frånv.           Falk Lena       närv.
Berg Ulla               närv.            Dahl Nils""")
    assert people["Lena Falk"][3] == "Karl Lind"
    assert people["Karl Lind"][1] is False
    assert people["Bo Ek"][:2] == (("substitute",), False)


def test_boxes_beside_substitutes_pair_the_row() -> None:
    people = told("""
Beslutande      Ledamöter:                Ersättare:
                Alm Eva, ordf.            ( ) Ek Bo
                (–) Lind Karl             (x) Falk Lena""")
    assert people["Lena Falk"] == (("serving-substitute",), True, None, "Karl Lind")
    assert people["Karl Lind"][1] is False


def test_a_table_goes_on_below_the_next_label() -> None:
    people = told("""
Ledamöter:              Kommun          Närv.
Eva Alm (S)             Habo            x       ordf.
Karl Lind (M)           Vaggeryd        -
Ersättare:
Bo Ek (M)               Vaggeryd        x       ers. f. Karl Lind""")
    assert people["Eva Alm"][:3] == (("chair",), True, "Habo")
    assert people["Karl Lind"][1] is False
    assert people["Bo Ek"] == (("serving-substitute",), True, "Vaggeryd", "Karl Lind")


def test_labels_read_before_the_column_beside_them() -> None:
    people = told("""
Plats och tid

Beslutande

Utses att justera
Paragrafer

Rådhuset, klockan 09.00-11.40

Eva Alm (S), ordförande
Karl Lind (M)

Karl Lind
1-7""")
    assert people["Eva Alm"][0] == ("chair",)
    assert people["Karl Lind"][0] == ("member", "adjuster")


def test_an_organisation_in_a_column_before_the_names() -> None:
    people = told("""
Närvarande
Skatteverket            Eva Alm
Trafikverket            Karl Lind
                        Bo Ek
Kronofogden             Lena Falk""")
    assert [people[name][2] for name in ("Eva Alm", "Karl Lind", "Bo Ek", "Lena Falk")] == [
        "Skatteverket", "Trafikverket", "Trafikverket", "Kronofogden",
    ]  # fmt: skip


def test_a_member_replaced_for_the_rest_was_there() -> None:
    people = told("""
Ledamöter
Eva Alm (S) §§ 1-4, ersätts §§ 5-7 av Bo Ek (S)""")
    assert people["Eva Alm"][1] is True
    assert people["Bo Ek"][3] == "Eva Alm"


def test_a_listener_is_none_of_the_staff() -> None:
    people = told("""
Beslutande: Eva Alm (S), ordförande
Övriga deltagare:
Bo Ek, åhörare
Lena Falk, kommundirektör""")
    assert (people["Bo Ek"][0], people["Lena Falk"][0]) == (("other",), ("official",))


def test_a_party_is_told_once_for_all_who_came_for_it() -> None:
    people = told("""
NÄRVARO
För S deltog Eva Alm (ordf.) och Bo Ek. Moderaterna företräddes av Lisa By och Per Dal, den senare ersättare för Ola Sten.
Ersättare utan tjänstgöring var Ulf Berg (S) och Karin Lund (M).
Från förvaltningen deltog Cecilia Nord, socialchef.""")
    assert people["Bo Ek"] == (("member",), True, "S", None)
    assert people["Per Dal"] == (("serving-substitute",), True, "Moderaterna", "Ola Sten")
    assert people["Karin Lund"] == (("substitute",), True, "M", None)
    assert people["Cecilia Nord"][0] == ("official",)


def test_members_stand_under_those_who_send_them() -> None:
    people = told("""
Närvarande från kommunen
Eva Alm (S), ordförande
Bo Ek (M)
Närvarande från organisationerna
PRO: Lisa By, vice ordförande, samt Per Dal
Anna Ros (SPF)
Förhindrade att delta
Ulf Berg, RPG
Kallade tjänstemän
Karin Lund, äldrechef""")
    assert people["Eva Alm"][0] == ("chair",)
    assert people["Per Dal"] == (("member",), True, "PRO", None)
    assert people["Anna Ros"][2] == "SPF"
    assert people["Ulf Berg"][1] is False
    assert people["Karin Lund"][0] == ("official",)


def test_tables_whose_names_stand_under_the_label_of_their_list() -> None:
    people = told("""
Närvarande | Parti | Roll
Alm, Eva | S | Ordförande
Ek, Bo | M | Tjg. ersättare för By, Lisa (M)
Frånvarande | Parti
By, Lisa | M
Ersättare | Parti
Dal, Per | C""")
    assert people["Eva Alm"] == (("chair",), True, "S", None)
    assert people["Bo Ek"] == (("serving-substitute",), True, "M", "Lisa By")
    assert people["Lisa By"][1] is False
    assert people["Per Dal"][0] == ("substitute",)


def test_who_leads_another_body_does_not_lead_this_one() -> None:
    people = told("""
Beslutande    Eva Alm, ordf.     X
              Bo Ek              X
Ej närv. Lisa By
Övriga        Per Dal, fullmäktiges ordförande     -""")
    assert people["Per Dal"][:2] == (("other",), False)
    assert people["Lisa By"][:2] == (("member",), False)


def test_crosses_under_heads_tell_who_was_there_absent_and_served() -> None:
    people = told("""
| Ledamöter | Parti | Närv. | Frånv. |
|---|---|---|---|
| Eva Alm, ordförande | C | x | |
| Bo Ek | M | x | |
| Lisa By | S | | x |

| Ersättare | Parti | Tjg. | Närv. |
|---|---|---|---|
| Per Dal | S | x | x |
| Anna Ros | KD | | x |
| Ulf Berg | V | | |""")
    assert people["Eva Alm"][:2] == (("chair",), True)
    assert people["Lisa By"][1] is False
    assert people["Per Dal"][:2] == (("serving-substitute",), True)
    assert people["Anna Ros"][:2] == (("substitute",), True)
    assert people["Ulf Berg"][:2] == (("substitute",), False)


def test_crosses_behind_members_and_substitutes_pair_the_row() -> None:
    people = told("""
Ordinarie                  Ersättare
Alm Eva, ordf.     x       Ek Bo
Lind Karl          -       Falk Lena          x
Berg Ulla          x       Dahl Nils          -""")
    assert people["Lena Falk"] == (("serving-substitute",), True, None, "Karl Lind")
    assert people["Karl Lind"][1] is False
    assert people["Bo Ek"][1] is False
    assert people["Nils Dahl"][1] is False
    assert people["Ulla Berg"][1] is True


def test_parties_by_name_head_those_who_came_for_them() -> None:
    people = told("""
Närvaro vid sammanträdet
För Socialdemokraterna: Eva Alm, ordförande, och Bo Ek
För Moderata samlingspartiet: Lisa By
För Vänsterpartiet: Anna Ros, ersättare för Ola Sten""")
    assert people["Eva Alm"] == (("chair",), True, "Socialdemokraterna", None)
    assert people["Lisa By"][2] == "Moderata samlingspartiet"
    assert people["Anna Ros"] == (("serving-substitute",), True, "Vänsterpartiet", "Ola Sten")


def test_absence_told_in_a_cell_leaves_the_other_members_there() -> None:
    for heads in ("Organisation\tOrdinarie\tErsättare", "Förening\tOrdinarie\tPersonlig ersättare"):
        people = told(f"""
Närvarolista
{heads}
FUB\tEva Alm, ordförande\tBo Ek
HRF\tFrånvarande: Karl Lind\tLena Falk, tjänstgör
SRF\tUlla Berg, till 10.15\t–""")
        assert people["Eva Alm"] == (("chair",), True, "FUB", None)
        assert people["Bo Ek"] == (("substitute",), True, "FUB", None)
        assert people["Karl Lind"][:3] == (("member",), False, "HRF")
        assert people["Lena Falk"] == (("serving-substitute",), True, "HRF", "Karl Lind")
        assert people["Ulla Berg"][:3] == (("member",), True, "SRF")


def test_absence_told_in_a_column_opens_no_other_list() -> None:
    people = told("""
Ledamöter\tErsättare
Eva Alm, Borås, ordförande\tBo Ek, Borås
Frånvarande: Karl Lind, Mark\tLena Falk, Mark, tjänstgör
Ulla Berg, Habo\t–""")
    assert people["Karl Lind"] == (("member",), False, "Mark", None)
    assert people["Lena Falk"] == (("serving-substitute",), True, "Mark", "Karl Lind")
    assert people["Ulla Berg"][:2] == (("member",), True)


def test_an_office_is_of_who_stands_before_it_and_not_of_the_next_cell() -> None:
    people = told("Närvarande: Eva Alm (S), Bo Ek (M), Cia Dahl (V)\nJusteras\nEva Alm, ordförande\tBo Ek")
    assert people["Bo Ek"][0] == ("member", "adjuster")


def test_who_is_away_from_some_items_was_there_for_the_others() -> None:
    people = told("Ledamöter\nEva Alm (S), ordf\nBo Ek (M), ej § 1 på grund av jäv, ersättare Cia Dahl (M)")
    assert people["Bo Ek"][:2] == (("member",), True)
    assert people["Cia Dahl"] == (("serving-substitute",), True, "M", "Bo Ek")


def test_attendance_told_in_sentences_in_any_order() -> None:
    people = told("""
Med på mötet som ledamöter var Eva Alm (S), Habo, rådets ordförande, och Bo Ek (M), Tranås, samt som ersättare
Lisa By (C), Eksjö. Anmält förhinder hade Per Dal (V), Aneby. Ulf Berg (S), Nässjö, uteblev. Under punkt 3 deltog
även Karin Lund, Region Skåne. Kaj Ås, utredare, förde anteckningarna.""")
    assert people["Eva Alm"][:3] == (("chair",), True, "Habo")
    assert people["Bo Ek"][:3] == (("member",), True, "Tranås")
    assert people["Lisa By"][:2] == (("substitute",), True)
    assert people["Per Dal"][:2] == (("member",), False)
    assert people["Ulf Berg"][:2] == (("member",), False)
    assert people["Karin Lund"][:3] == (("guest",), True, "Region Skåne")
    assert people["Kaj Ås"][0] == ("secretary",)


def test_sentences_with_those_named_first() -> None:
    people = told("""
Ledamöterna Eva Alm (S), Bo Ek (M) och Lisa By (C) var närvarande. Ersättaren Per Dal (L) tjänstgjorde för
Ulf Berg (L), som var sjuk. Kommundirektör Kaj Ås och ekonom Karin Lund deltog.""")
    assert people["Lisa By"][:2] == (("member",), True)
    assert people["Per Dal"] == (("serving-substitute",), True, "L", "Ulf Berg")
    assert people["Ulf Berg"][:2] == (("member",), False)
    assert people["Karin Lund"][0] == ("official",)


def test_questions_and_wordings_of_attendance_open_lists() -> None:
    people = told("""
Vilka beslutade?
- Eva Alm (S)
- Bo Ek (M)
Vilka ersättare var med utan att tjänstgöra? Lisa By (C)
Frånvarande ledamot
Per Dal (V)
Rådets kansli
Kaj Ås, kanslichef""")
    assert people["Bo Ek"][:2] == (("member",), True)
    assert people["Lisa By"][:2] == (("substitute",), True)
    assert people["Per Dal"][:2] == (("member",), False)
    assert people["Kaj Ås"][0] == ("official",)


def test_a_municipality_in_a_column_is_of_its_rows_alone() -> None:
    people = told("""
Närvarande
Mora      Eva Alm (S), ordförande
Orsa      Bo Ek (C)
Rättvik      Lisa By (M)
Vid mötet deltog även Kaj Ås, utredare.""")
    assert people["Lisa By"][2] == "Rättvik"
    assert people["Kaj Ås"][2] is None


def test_the_substitute_stands_in_a_column_of_their_own() -> None:
    people = told("""
Ledamot\tParti\tNärvarande\tErsätts av
Eva Alm\tS\tJa
Bo Ek\tC\tNej\tLisa By (C)""")
    assert people["Lisa By"] == (("serving-substitute",), True, "C", "Bo Ek")
    assert people["Bo Ek"][:3] == (("member",), False, "C")


def test_a_party_that_a_space_parts_from_the_name() -> None:
    people = told("""
Beslutande
Eva Alm S ordförande
Bo Ek KD ersätter Lisa By KD
Per Dal L §§ 1-2""")
    assert people["Eva Alm"][:3] == (("chair",), True, "S")
    assert people["Bo Ek"] == (("serving-substitute",), True, "KD", "Lisa By")
    assert people["Per Dal"][2] == "L"


def test_who_writes_is_a_member_where_sent_as_the_others_are() -> None:
    people = told("""
Deltagare
Eva Alm, MSB (ordförande)
Bo Ek, SMHI
Kaj Ås, Länsstyrelsen Dalarna
Lisa By, Länsstyrelsen Skåne (antecknar)""")
    assert people["Lisa By"][0] == ("member", "secretary")


def test_offices_in_a_column_before_the_names_are_no_labels_of_those_below() -> None:
    people = told(
        "Närvarande:\nOrdförande\tEva Alm\nKassör\tBo Ek\nSekreterare\tUlla Berg\nLedamot\tKarl Lind\nSuppleant\tLena Falk"
    )
    assert people["Bo Ek"][0] == ("member",)
    assert people["Karl Lind"][0] == ("member",)
    assert people["Lena Falk"][0] == ("substitute",)
    assert (people["Eva Alm"][0], people["Ulla Berg"][0]) == (("chair",), ("secretary",))
