"""What LibreOffice does for the tests, run by the Python that has its bridge: makes, views and reads Word documents.

python3 office_script.py PIPE make FILE             a draft with every kind of thing that must survive
python3 office_script.py PIPE text FILE accept      its text and notes as JSON, all changes accepted (or `reject`)
python3 office_script.py PIPE comments FILE accept  the same for its comments: [author, words, anchored words]
python3 office_script.py PIPE quit ""               ends it
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

PATIENCE = 60
"""Seconds until LibreOffice has to answer."""


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def desktop(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(PATIENCE * 5):
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
        else:
            return remote, remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
    raise SystemExit("LibreOffice does not answer")


def url(path):
    return Path(path).resolve().as_uri()


def opened(desk, path):
    return desk.loadComponentFromURL(url(path), "_blank", 0, (prop("Hidden", True),))


def stored(document, path, filter_, options=""):
    document.storeToURL(url(path), (prop("FilterName", filter_), prop("FilterOptions", options)))


def written(document, words, style="Standard"):
    """Append a paragraph; the place where it begins."""
    text = document.Text
    cursor = text.createTextCursor()
    cursor.gotoEnd(False)
    cursor.ParaStyleName = style
    text.insertString(cursor, words, False)
    start = cursor.getStart()
    text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    return start


def found(document, words):
    search = document.createSearchDescriptor()
    search.SearchString = words
    return document.findFirst(search)


def make(desk, path):
    document = desk.loadComponentFromURL("private:factory/swriter", "_blank", 0, (prop("Hidden", True),))
    written(document, "Island ferry to stop in May", "Title")
    written(document, "By Jane Doe")
    written(document, "The ferry will stop in May, a council official said, speaking on condition of anonymity.")
    written(document, "“Nobody told us a thing,” said Mara Lindqvist, chair of the passengers’ council.")
    written(document, "She said that the boats were crowded.")
    written(document, "What the log says", "Heading 2")
    written(document, "The boats were built in 1978, says the log. They have failed inspections before, the log shows.")
    written(document, "Norrline did not answer. A second official confirmed the date.")
    table = document.createInstance("com.sun.star.text.TextTable")
    table.initialize(2, 2)
    end = document.Text.createTextCursor()
    end.gotoEnd(False)
    document.Text.insertTextContent(end, table, False)
    for name, words in (("A1", "Boat"), ("B1", "Failed"), ("A2", "Sula"), ("B2", "Twice, sources say.")):
        table.getCellByName(name).setString(words)
    footnote = document.createInstance("com.sun.star.text.Footnote")
    document.Text.insertTextContent(found(document, "before, the log").getStart(), footnote, False)
    footnote.setString("Some critics say the log is incomplete.")
    note = document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Author, note.Content = "Copy desk", "Which log?"
    document.Text.insertTextContent(found(document, "the log shows"), note, True)
    bold = found(document, "a thing")
    bold.CharWeight = 150
    change(document)
    stored(document, path, "MS Word 2007 XML")
    document.close(True)


def change(document):
    """Changes of every kind, tracked."""
    document.RecordChanges = True
    text = document.Text
    text.insertString(found(document, "council official").getStart(), "senior ", False)
    found(document, " a thing").setString("")
    found(document, "1978").setString("1981")
    place = found(document, "A second official").getStart()
    text.insertControlCharacter(place, PARAGRAPH_BREAK, False)
    joined = text.createTextCursorByRange(found(document, "passengers’ council.").getEnd())
    joined.goRight(1, True)
    joined.setString(" ")
    document.RecordChanges = False


def viewed(desk, remote, path, kind):
    """The document with its tracked changes accepted or rejected."""
    document = opened(desk, path)
    dispatcher = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", remote)
    command = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}[kind]
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    return document


def words(desk, remote, path, kind):
    document = viewed(desk, remote, path, kind)
    notes = []
    while document.Footnotes.Count:  # their numbers would stand among the words
        note = document.Footnotes.getByIndex(0)
        notes.append(note.getString())
        note.Anchor.Text.removeTextContent(note)
    out = Path(f"{path}.{kind}.txt")
    stored(document, out, "Text (encoded)", "UTF8,LF")
    document.close(True)
    return [out.read_text(encoding="utf-8-sig"), *notes]


def comments(desk, remote, path, kind):
    document = viewed(desk, remote, path, kind)
    fields = document.TextFields.createEnumeration()
    made = []
    while fields.hasMoreElements():
        each = fields.nextElement()
        if each.supportsService("com.sun.star.text.textfield.Annotation"):
            made.append([each.Author, each.Content, each.Anchor.getString()])
    document.close(True)
    return made


def main(pipe, command, path, *rest):
    remote, desk = desktop(pipe)
    if command == "make":
        make(desk, path)
    elif command == "quit":
        desk.terminate()
    elif command == "text":
        print(json.dumps(words(desk, remote, path, *rest)))
    else:
        print(json.dumps(comments(desk, remote, path, *rest)))


if __name__ == "__main__":
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)  # the bridge's threads outlive Python's own end, and now and then crash in it, after the answer
