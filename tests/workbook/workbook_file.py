"""Reads the cells of an .xlsx file, and writes a copy with some of them changed. The standard library is enough."""
import re
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheet_paths(archive):
    """Path in the archive by name of the sheet."""
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target") for one in relations}
    sheets = ElementTree.fromstring(archive.read("xl/workbook.xml")).find(MAIN + "sheets")
    return {one.get("name"): "xl/" + targets[one.get(RELATION)].lstrip("/").removeprefix("xl/") for one in sheets}


def shared_strings(archive):
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    items = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(text.text or "" for text in item.iter(MAIN + "t")) for item in items]


def value_of(cell, strings):
    value = cell.find(MAIN + "v")
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(MAIN + "t"))
    if value is None or value.text is None:
        return None
    if kind == "s":
        return strings[int(value.text)]
    return float(value.text) if kind in ("n", "b") else value.text


class Cells:
    """Values and formulas by sheet and name of the cell: values["Inputs"]["B3"]."""

    def __init__(self, path):
        self.values, self.formulas = {}, {}
        with zipfile.ZipFile(path) as archive:
            strings = shared_strings(archive)
            for name, place in sheet_paths(archive).items():
                values, formulas = {}, {}
                for cell in ElementTree.fromstring(archive.read(place)).iter(MAIN + "c"):
                    value = value_of(cell, strings)
                    if value is not None:
                        values[cell.get("r")] = value
                    formula = cell.find(MAIN + "f")
                    if formula is not None:
                        formulas[cell.get("r")] = formula.text or ""
                self.values[name], self.formulas[name] = values, formulas

    def row_where(self, sheet, column, text):
        """Number of the first row whose cell in the column is the text."""
        for name, value in self.values[sheet].items():
            if value == text and re.fullmatch(column + r"\d+", name):
                return int(name[len(column):])
        raise KeyError(f"{sheet}: no {text!r} in column {column}")


def write_changed(path, to, sheet, changes):
    """A copy in which cells, which must exist without a formula, have other values."""
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as copy:
        changed = sheet_paths(archive)[sheet]
        for item in archive.namelist():
            content = archive.read(item)
            if item == changed:
                text = content.decode()
                for cell, value in changes.items():
                    new = f"<v>{value!r}</v>" if isinstance(value, float) else f"<is><t>{value}</t></is>"
                    kind = "" if isinstance(value, float) else ' t="inlineStr"'
                    pattern = rf'<c r="{cell}"( s="\d+")?[^>]*?(/>|>.*?</c>)'
                    text, count = re.subn(pattern, lambda m, k=kind, v=new: f'<c r="{cell}"{m[1] or ""}{k}>{v}</c>', text)
                    assert count == 1, f"{sheet}!{cell} was not found"
                content = text.encode()
            copy.writestr(item, content)
