"""What the plots draw is what the tables say."""

from __future__ import annotations

import datetime as dt
import html
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from build_samples import build_inline
from cli_runner import aktorsgraf as command
from matplotlib.colors import to_hex
from matplotlib.dates import num2date

import aktorsgraf
from aktorsgraf.plots import PLOTS
from graph.errors import PlotError
from graph.page.colours import party_colour
from graph.plots.attendance import ABSENT, PRESENT, SERVING, WAITING, attendance
from graph.plots.canvas import MOST_ROWS
from graph.plots.municipalities import boundaries, counted
from graph.plots.parties import ink_on
from graph.plots.timeline import timeline
from graph.plots.words import WORDS
from graph.plots.write import plot_bytes
from ontology.reference import municipalities
from queries.errors import ParameterError

EXAMPLES = Path(__file__).parent.parent / "examples"
SIGNS = {state.sign: state for state in (PRESENT, SERVING, WAITING, ABSENT)}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plots") / "workspace"
    build_inline(folder, EXAMPLES)
    return folder


@pytest.fixture(scope="module")
def graph(workspace: Path) -> Any:
    with aktorsgraf.open(workspace) as opened:
        yield opened


def dates(bar: Any) -> tuple[dt.date, dt.date]:
    left = bar.get_x()
    return num2date(left).date(), num2date(left + bar.get_width()).date()


def test_a_timeline_tells_stated_terms_from_what_was_seen(graph: Any) -> None:
    figure, frame = (
        graph.plot("timeline", body="kommunalförbundet glaskogen"),
        graph.query("memberships", body="glaskogen"),
    )
    bars = {
        basis: Counter(dates(bar)[0] for box in figure.axes[0].containers if box.get_label() == basis for bar in box)
        for basis in ("stated", "seen")
    }
    for basis, drawn in bars.items():
        assert drawn == Counter(frame[frame["basis"] == basis]["since"].dt.date)
        assert drawn
    stated = [box for box in figure.axes[0].containers if box.get_label() == "stated"]
    closed = frame[(frame["basis"] == "stated") & frame["until"].notna()]["until"].dt.date
    assert set(closed) <= {dates(bar)[1] for box in stated for bar in box}
    assert all(to_hex(bar.get_facecolor()) == "#ffffff" for box in stated for bar in box)


def test_two_people_of_one_name_have_a_line_each() -> None:
    row = {"body": "B", "person": "Bo Ek", "party": ("S",), "role": ("member",), "basis": "seen", "meetings": 1}
    day = pd.Timestamp("2024-01-01")
    frame = pd.DataFrame([{**row, "since": day, "until": day, "iri": iri} for iri in ("x/1", "x/2")])
    assert [label.get_text() for label in timeline(frame, WORDS["sv"]).axes[0].get_yticklabels()] == ["Bo Ek (S)"] * 2


def test_what_does_not_fit_is_told() -> None:
    day = pd.Timestamp("2024-01-01")
    rows = [("B", f"P {n}", ("S",), ("member",), "seen", day, day, 1, f"x/{n}") for n in range(MOST_ROWS + 5)]
    frame = pd.DataFrame(
        rows, columns=["body", "person", "party", "role", "basis", "since", "until", "meetings", "iri"]
    )
    texts = {text.get_text() for text in timeline(frame, WORDS["en"]).texts}
    assert f"{MOST_ROWS} of {MOST_ROWS + 5} rows shown" in texts


def test_groups_show_how_many_each_decision_appointed(graph: Any) -> None:
    axis = graph.plot("groups").axes[0]
    frame = graph.query("group-members")
    expected = Counter(frame.groupby(["group", "decided_on"])["person"].nunique().astype(str))
    assert Counter(text.get_text() for text in axis.texts) == expected
    drawn = {label.get_text().split("\n")[0] for label in axis.get_yticklabels()}
    assert drawn == {group if len(group) <= 46 else f"{group[:45].rstrip()}…" for group in frame["group"]}
    ended = frame[frame["group"].str.contains("översyn")]["until"].iloc[0]
    assert dt.date.fromisoformat(ended) in {dates(bar)[1] for box in axis.containers for bar in box}


def test_each_cell_of_the_attendance_is_a_row_of_the_table(graph: Any) -> None:
    frame = graph.query("sittings", body="kommunstyrelsen")
    axis = graph.plot("attendance", body="kommunstyrelsen").axes[0]
    names = [label.get_text().rsplit(" (", 1)[0] for label in axis.get_yticklabels()]
    days = [label.get_text() for label in axis.get_xticklabels()]
    drawn = {
        (names[round(cell.get_position()[1])], days[round(cell.get_position()[0])]): cell.get_text()
        for cell in axis.texts
    }
    assert len(drawn) == len(frame)
    for row in frame.itertuples():
        state = SIGNS[drawn[row.person, f"{row.date:%Y-%m-%d}"]]
        assert (state is not ABSENT) == bool(row.present)
        assert (state is SERVING) == (bool(row.present) and "serving-substitute" in row.role)


def test_a_long_row_of_bodies_keeps_the_first_and_says_so() -> None:
    rows = [
        ("B", pd.Timestamp("2024-01-01"), f"P {n}", None, None, ("member",), 1, f"x/{n}") for n in range(MOST_ROWS + 1)
    ]
    rows.append(("C", pd.Timestamp("2024-01-01"), "Q", None, None, ("member",), 0, "x/q"))
    columns = ["body", "date", "person", "party", "municipality", "role", "present", "iri"]
    figure = attendance(pd.DataFrame(rows, columns=columns), WORDS["sv"])
    assert [axis.get_title("left") for axis in figure.axes] == ["B"]
    assert f"{MOST_ROWS + 1} av {MOST_ROWS + 2} rader visas" in {text.get_text() for text in figure.texts}


def test_bars_of_months_add_up_to_the_tables(graph: Any) -> None:
    figure = graph.plot("decisions", body="kommunstyrelsen", since="2023-01-01")
    decisions = graph.query("decisions", body="kommunstyrelsen", since="2023-01-01")
    assignments = graph.query("assignments")
    assignments = assignments[assignments["body"].eq("Kommunstyrelsen, Arvika") & (assignments["date"] >= "2023-01-01")]
    (axis,) = figure.axes
    sums = {box.get_label(): sum(bar.get_height() for bar in box) for box in axis.containers}
    assert sums == {"decided": len(decisions), "assigned": len(assignments)}
    (due,) = (line for line in axis.lines if line.get_label() == "due")
    assert sum(due.get_ydata()) == assignments["deadline"].notna().sum() > 0


def test_party_balance_is_in_party_colours_and_letters(graph: Any) -> None:
    frame = graph.query("party-balance", body="kommunstyrelsen")
    (axis,) = graph.plot("party-balance", body="kommunstyrelsen").axes
    drawn = {box.get_label(): (box[0].get_width(), to_hex(box[0].get_facecolor())) for box in axis.containers}
    total = frame["members"].sum()
    assert drawn == {
        row.party: (pytest.approx(row.members / total), party_colour(row.party)) for row in frame.itertuples()
    }
    assert {text.get_text() for text in axis.texts} == {f"{row.party} {row.members}" for row in frame.itertuples()}
    assert next(iter(drawn)) == "S"


@pytest.mark.parametrize(("fill", "ink"), [("#e5d200", "#111111"), ("#1d2a6b", "white"), ("#52bdec", "#111111")])
def test_letters_are_read_on_every_colour(fill: str, ink: str) -> None:
    assert ink_on(fill) == ink


def test_the_map_colours_those_represented(graph: Any) -> None:
    frame = graph.query("municipality-representation")
    direction = frame[frame["body"] == "Direktionen, Kommunalförbundet Glaskogen"]
    numbers = counted(direction)
    assert numbers == {"1730": 3, "1765": 2, "1784": 3, "1785": 3}
    axis = graph.plot("municipalities", body="glaskogen").axes[0]
    plain = "#eceff1"
    coloured = {patch.get_gid() for patch in axis.patches if to_hex(patch.get_facecolor()) != plain}
    assert coloured == {f"kommun-{code}" for code in numbers}


def test_guests_represent_nobody_and_a_seat_without_a_person_counts() -> None:
    rows = [
        ("A", "0114", "B", "Bo", ("guest", "presenter")),
        ("C", "0115", "B", None, None),
        ("C", "0115", "D", None, None),
    ]
    frame = pd.DataFrame(rows, columns=["municipality", "code", "body", "person", "role"])
    assert counted(frame) == {"0115": 2}


def test_every_municipality_has_a_shape() -> None:
    assert set(boundaries()) == {municipality.code for municipality in municipalities()}


@pytest.mark.parametrize("name", PLOTS)
def test_the_same_plot_has_the_same_bytes(graph: Any, name: str) -> None:
    assert plot_bytes(graph.plot(name), "svg") == plot_bytes(graph.plot(name), "svg")


@pytest.mark.parametrize("name", PLOTS)
def test_the_command_writes_a_page_that_asks_nobody(workspace: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.html"
    assert command("plot", name, "--output", str(path), "--language", "en", "--workspace", str(workspace)).code == 0
    page = html.unescape(path.read_text(encoding="utf-8"))
    assert "default-src 'none'" in page
    assert "://" not in page.replace("https://w3id.org/", "")
    assert "<table>" in page
    assert "data:image/svg+xml;base64," in page
    assert '<html lang="en">' in page


def test_hostile_names_are_text_in_picture_and_page(tmp_path: Path) -> None:
    from graph.plots.write import Said, plot_page  # noqa: PLC0415

    day, name = pd.Timestamp("2024-01-01"), "<img src=x onerror=alert(1)>$x_{$"
    rows = [("<b>B", name, ("S",), ("member",), "seen", day, day, 1, "x/1")]
    frame = pd.DataFrame(
        rows, columns=["body", "person", "party", "role", "basis", "since", "until", "meetings", "iri"]
    )
    figure = timeline(frame, WORDS["sv"], title=name)
    assert b"<img" not in plot_bytes(figure, "svg")
    page = plot_page(figure, title=name, said=[Said(name, ("a",), ((name,),))], language="sv")
    assert "<img src=x" not in page
    assert page.count("&lt;img src=x onerror=alert(1)&gt;") == 5


def test_errors_are_one_line_and_say_what_there_is(graph: Any, workspace: Path, tmp_path: Path) -> None:
    with pytest.raises(PlotError, match=r"no plot 'pie'; there are timeline, .*municipalities"):
        graph.plot("pie")
    with pytest.raises(ParameterError, match="timeline: no parameter 'group'; it has body, person"):
        graph.plot("timeline", group="x")
    nothing = command(
        "plot", "groups", "--param", "group=zzz", "--output", str(tmp_path / "x.svg"), "--workspace", str(workspace)
    )
    assert nothing.code == 1
    assert "nothing to draw" in nothing.err
    wrong = command("plot", "groups", "--output", str(tmp_path / "x.pdf"), "--workspace", str(workspace))
    assert wrong.code == 2
    assert ".svg, .png, .html" in wrong.err


def test_without_matplotlib_one_line_says_what_to_install(graph: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys  # noqa: PLC0415

    for name in [name for name in sys.modules if name.startswith(("matplotlib", "graph.plots.parties"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(PlotError, match=r"party-balance: needs matplotlib.* -m pip install 'aktorsgraf\[plots\]'"):
        graph.plot("party-balance")
