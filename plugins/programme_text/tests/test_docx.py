"""DOCX documents, built here as an office writes them."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest
from docx import Document

import partenariats as pa

EXPECTED = """\
Journée des archivistes fr
body: Archives de Brumeval
Sat 2022-05-14
  [Matinée]
    09:30 opening: Ouverture
      speaker Mme Ada Lorgnon <directrice, Archives de Brumeval>
    10:00-10:45 other: Trier, garder (Salle 3)
      * ce qui reste
      * ce qui part
  [Après-midi]
    14:00-15:00 group_work: Atelier papier (Salle B)
      speaker Léo Navette
    15:00-15:30 break: Pause
PTX010 4: no end is said from here on; sessions last until the next
"""


@pytest.fixture
def document():
    """Write a programme with headings, a list, a table and bold hours."""
    made = Document()
    made.add_heading("Journée des archivistes", 0)
    made.add_heading("Samedi 14 mai 2022", 1)
    made.add_heading("Matinée", 2)
    paragraph = made.add_paragraph()
    paragraph.add_run("9 h 30").bold = True
    paragraph.add_run(" : Ouverture, par Mme Ada Lorgnon (directrice, Archives de Brumeval)")
    made.add_paragraph("10 h – 10 h 45 : Trier, garder (salle 3)")
    made.add_paragraph("ce qui reste", style="List Bullet")
    made.add_paragraph("ce qui part", style="List Bullet")
    made.add_heading("Après-midi", 2)
    table = made.add_table(3, 4)
    rows = [
        ("Horaire", "Titre", "Intervenant", "Salle"),
        ("14h – 15h", "Atelier papier", "Léo Navette", "salle B"),
        ("15h – 15h30", "Pause", "", ""),
    ]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def test_a_document_becomes_an_event(document, listed):
    """Headings, bold hours, lists and tables are read, and lines are counted by paragraphs."""
    assert listed(document) == EXPECTED


def test_a_document_is_recognised(document):
    """Without a name given it is this importer that reads it."""
    assert pa.import_(document).event.title.plain == "Journée des archivistes"


@pytest.mark.parametrize("at", range(40, 2000, 140))
def test_a_damaged_document_is_refused_by_name(document, at):
    """A document cut short or with changed bytes is read or refused, never a traceback."""
    for damaged in (document[:-at], document[:at] + b"\xff\0" * 20 + document[at + 40 :]):
        with suppress(pa.UnreadableError):
            pa.import_(damaged, "programme-text")
