"""Ad-hoc Cypher reads only and reaches nothing: what may stand in a query is listed, everything else is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.cypher_reach import refusal_of
from queries.runner import load_pack

READS = [
    "MATCH (n) RETURN count(n)",
    "MATCH (n:Person {label: 'CREATE (x)'}) RETURN n.label // DELETE n",
    "MATCH (n)-[:HELD_BY|UNIT_OF*1..3]->(m:Set|Create) WHERE n.set = 1 AND n.delete IS NOT NULL RETURN m {.label, x: n.y} AS merged;",
    'MATCH (n) WHERE n.label CONTAINS "\\" SET n.x = 1" RETURN n.label ORDER BY n.label DESC SKIP 1 LIMIT 5',
    "UNWIND [1, 2] AS x WITH x WHERE x IN [1] RETURN [y IN range(1, x) WHERE y > 0 | y] AS list, {set: x} AS map",
    "MATCH (n) RETURN CASE n.kind WHEN 'a' THEN 1 ELSE 2 END AS kind, date.truncate('year', n.date) AS year",
    "MATCH p = shortestPath((a)-[*..4]-(b)) WHERE ALL(x IN nodes(p) WHERE x.iri <> '') RETURN length(p)",
    "CALL { MATCH (n) RETURN n UNION MATCH (m) RETURN m AS n } RETURN count(n)",
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS degree } RETURN n.label, degree",
    "MATCH (n) WHERE EXISTS { (n)-->() } OR COUNT { (n)--() } > 2 RETURN n.label, n.list[0]",
    "MATCH (`set`) RETURN `set`.label",
    "MATCH (n) RETURN exists((n)--()), reduce(s = '', x IN ['a'] | s + x), $name AS given",
]
REFUSED = [
    "",
    "   // nothing",
    "CREATE (n)",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) SET n += {x: 1}",
    "MATCH (n) SET n:Other",
    "MATCH (n) /* read */ SET/**/n.x = 1 RETURN n",
    "MATCH (n) DELETE n",
    "MATCH (n) DELETE (n)",
    "MATCH (n) DELETE [n][0]",
    "MATCH (n) DELETE $x",
    "MATCH (n) DELETE `n`",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH (n) REMOVE n.x",
    "MATCH (n) WHERE n.x = 1 MERGE (m) RETURN m",
    "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    "MATCH (n) INSERT (m)",
    "MATCH (n) RETURN n; CREATE (m)",
    "LOAD CSV FROM 'https://example.org/a.csv' AS row RETURN row",
    "WITH 1 AS x LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "CALL db.labels()",
    "CALL dbms.components() YIELD name RETURN name",
    "CALL `apoc.load.json`('https://example.org')",
    "MATCH (n) CALL apoc.load.json('https://example.org') YIELD value RETURN value",
    "RETURN apoc.text.join(['a'], '')",
    "RETURN `apoc`.`load`(1)",
    "RETURN apoc.`load`(1)",
    "RETURN gds.util.asNode(1)",
    "RETURN genai.vector.encode('x', 'OpenAI', {token: 'x'})",
    "CREATE INDEX FOR (n:Person) ON (n.label)",
    "DROP CONSTRAINT x",
    "SHOW USERS",
    "USE other MATCH (n) RETURN n",
    "PROFILE MATCH (n) RETURN n",
    "EXPLAIN MATCH (n) RETURN n",
    "CYPHER 25 MATCH (n) RETURN n",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "TERMINATE TRANSACTIONS 'x'",
    "MATCH (n) \\u0053ET n.x = 1",
    "MATCH (n) RETURN '\\u0027 + 1 SET n.x = 1 //'",
    "MATCH (n) DELETE\u180en",
    "MATCH (n) RETURN 'open",
    "MATCH (n) RETURN n `open",
    "RETURN 1 UNION CREATE (n) RETURN n",
    "CALL { CREATE (n) RETURN n } RETURN n",
    "CALL { MATCH (n) DELETE n } IN TRANSACTIONS",
]


@pytest.mark.parametrize("cypher", READS)
def test_queries_that_read_are_let_through(cypher: str) -> None:
    assert refusal_of(cypher) is None


@pytest.mark.parametrize("cypher", REFUSED)
def test_everything_else_is_refused_in_one_line(cypher: str) -> None:
    refusal = refusal_of(cypher)
    assert refusal is not None
    assert "\n" not in refusal.reason


@pytest.mark.parametrize("cypher", [cypher for cypher in REFUSED if cypher.strip()])
def test_case_and_blanks_do_not_matter(cypher: str) -> None:
    assert refusal_of(cypher.lower()) is not None
    assert refusal_of(f"\n\t{cypher}\n") is not None


def test_the_pack_itself_only_reads() -> None:
    for query in load_pack().values():
        assert query.cypher is not None
        assert refusal_of(query.cypher) is None


CLAUSES = ["CREATE (x)", "MERGE (x)", "SET n.x = 1", "DELETE n", "DETACH DELETE n", "REMOVE n.x", "CALL db.labels()"]
PADS = st.text(alphabet=" \t\n*;()[]{},|+-<>=$1", max_size=12)


@given(PADS, st.sampled_from(CLAUSES), PADS)
def test_no_sign_around_a_clause_that_writes_makes_it_pass(left: str, clause: str, right: str) -> None:
    assert refusal_of(f"MATCH (n) RETURN n {left} {clause} {right}") is not None
