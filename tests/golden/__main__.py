"""Write the golden files anew; read the difference before you commit it."""

from tests.golden import FOLDER, cases

for name, text in cases().items():
    (FOLDER / name).write_text(text, encoding="utf-8", newline="")
