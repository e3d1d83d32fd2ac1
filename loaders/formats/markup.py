"""XML parts of documents, parsed without entities, network or bottomless nesting."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from loaders.errors import LoaderError


def parse_xml(data: bytes, name: str, part: str) -> etree._Element:
    """Parse one part. Raises LoaderError where it is broken, nested too deep, or declares entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise LoaderError(
            name, f"{part} in it is broken ({str(error.msg)[:80]}); save the file again from the word processor"
        ) from error
    if _declares_type(root):
        raise LoaderError(
            name, f"{part} in it declares a document type, which no word processor writes; it is not read"
        )
    return root


def _declares_type(root: etree._Element) -> bool:
    return root.getroottree().docinfo.internalDTD is not None


def local(element: etree._Element) -> str:
    """Return the name without its namespace; empty for comments and processing instructions."""
    tag: object = element.tag  # a function for comments and instructions
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Yield the children of a name."""
    for inner in element if element is not None else ():
        if local(inner) == name:
            yield inner


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant along a path of names; None where there is none."""
    for name in path:
        element = next(children(element, name), None)
    return element
