"""Prints the tables of reports/character_width.cpp from Python's copy of the Unicode character database.

Unassigned characters between two ranges are counted with them, which keeps the tables short.
"""
import unicodedata


def ranges(is_member):
    found, start, last = [], None, None
    for code in range(0x110000):
        character = chr(code)
        if is_member(character):
            start, last = (code if start is None else start), code
        elif start is not None and unicodedata.category(character) not in ("Cn", "Cs"):
            found.append((start, last))
            start = None
    if start is not None:
        found.append((start, last))
    return found


def takes_two_columns(character):
    wide = unicodedata.category(character) != "Cn" and unicodedata.east_asian_width(character) in "WF"
    return wide and not takes_none(character)


def takes_none(character):
    combining = unicodedata.category(character) in ("Mn", "Me", "Cf") and character != "\u00ad"
    return combining or 0x1160 <= ord(character) <= 0x11FF  # the vowels and finals of Hangul join the syllable before


def print_table(name, found):
    print(f"constexpr std::array<CharacterRange, {len(found)}> {name} = {{{{")
    for row in range(0, len(found), 5):
        print("    " + " ".join(f"{{0x{a:04X}, 0x{b:04X}}}," for a, b in found[row:row + 5]))
    print("}};\n")


print(f"// Unicode {unicodedata.unidata_version}")
print_table("two_columns", ranges(takes_two_columns))
print_table("no_column", ranges(takes_none))
