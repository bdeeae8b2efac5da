"""Makes word-cut.pdf, a Word form as LibreOffice prints it: python3 word.py (needs python-docx, pikepdf, soffice).

Its columns are narrow, so pages cut rows; LibreOffice closes the table at the cut with a line, as if the rest were a
row of its own. The forms are those of ../../forms/tab-self-evaluation (fictional).
"""
import json, pathlib, subprocess, tempfile

import docx, pikepdf
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt

HERE = pathlib.Path(__file__).resolve().parent.parent
NAMES = {"total": "年度资金总额", "currentYear": "其中：当年财政拨款", "carriedOver": "上年结转资金", "other": "其他资金"}
BUDGET = ["initial", "adjusted", "executed", "weight", "rate", "score"]
BUDGET_HEADS = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
COLUMNS = ["level1", "level2", "level3", "target", "actual", "weight", "score", "note"]
HEADS = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]


class Table:
    """A table of eight columns, filled row by row; merged cells are (text, columns)."""

    def __init__(self, document):
        self.table = document.add_table(0, 8)
        self.table.style = "Table Grid"

    def row(self, *cells):
        row = self.table.add_row()
        column = 0
        for cell in cells:
            text, across = cell if isinstance(cell, tuple) else (cell, 1)
            first = row.cells[column].merge(row.cells[column + across - 1])
            first.text = text or ""
            column += across

    def join(self, column, first, last):
        text = self.table.cell(first, column).text
        for row in range(first + 1, last + 1):
            self.table.cell(row, column).text = ""
        self.table.cell(first, column).merge(self.table.cell(last, column)).text = text


def add(document, form):
    document.add_paragraph(form["title"])
    document.add_paragraph(f"（{form['year']}年度）")
    table = Table(document)
    table.row(("项目名称", 2), (form["project"], 6))
    table.row(("主管部门", 2), (form["department"], 2), ("实施单位", 2), (form["implementingUnit"], 2))
    table.row((f"项目资金（{form['moneyUnit']}）", 2), *BUDGET_HEADS)
    for line in form["budget"]:
        table.row((NAMES[line["line"]], 2), *(line.get(k) for k in BUDGET))
    table.row(("预期目标", 4), ("实际完成情况", 4))
    table.row((form["goals"]["annual"], 4), (form["goals"]["actual"], 4))
    table.row(*HEADS)
    start = len(table.table.rows)
    rows = form["indicators"]
    for row in rows:
        table.row(*(row.get(k) for k in COLUMNS))
    for column, keys in ((0, ("level1",)), (1, ("level1", "level2"))):
        first = 0
        for i in range(1, len(rows) + 1):
            if i == len(rows) or any(rows[i][k] != rows[first][k] for k in keys):
                if i - first > 1:
                    table.join(column, start + first, start + i - 1)
                first = i
    table.row(("总分", 5), form["total"]["weight"], form["total"]["score"], "")
    if form["grade"]:
        table.row(("评分等级", 2), (form["grade"], 6))


document = docx.Document()
style = document.styles["Normal"]
style.font.name = "Droid Sans Fallback"
style.element.rPr.rFonts.set(qn("w:eastAsia"), "Droid Sans Fallback")
style.font.size = Pt(10.5)
section = document.sections[0]
section.page_height = Pt(470)
for index, line in enumerate(open(HERE.parent / "forms/tab-self-evaluation/expected.ndjson", encoding="utf-8")):
    if index:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    add(document, json.loads(line))
with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder) / "word-cut.docx"
    document.save(source)
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                    "pdf", "--outdir", folder, str(source)], check=True, stdout=subprocess.DEVNULL)
    # Smaller; what is drawn stays.
    with pikepdf.open(source.with_suffix(".pdf")) as pdf:
        pdf.save(HERE / "word-cut.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
