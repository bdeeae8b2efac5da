"""Makes sheet-bare.pdf and sheet-wide.pdf, workbooks as LibreOffice prints them, locked.pdf and scanned.pdf:
python3 sheet.py (needs openpyxl, pikepdf, Pillow, pdftoppm, soffice).

The first has no lines at all and is as wide as its paper, the second has lines and is cut into pages side by side. The
forms are those of ../../forms/tab-self-evaluation (fictional). The last two are a page with a password, and a page of
target.pdf as a picture.
"""
import json, math, pathlib, subprocess, tempfile
import openpyxl, pikepdf, PIL.Image
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.properties import PageSetupProperties

HERE = pathlib.Path(__file__).resolve().parent.parent
SIDE = Side(style="thin")
NAMES = {"total": "年度资金总额", "currentYear": "其中：当年财政拨款", "carriedOver": "上年结转资金", "other": "其他资金"}


def rows(form):
    """Rows of (text, rows down, columns across), eight columns."""
    out = [[(form["title"], 1, 8)], [(f"（{form['year']}年度）", 1, 8)]]
    out.append([("项目名称", 1, 1), (form["project"], 1, 7)])
    out.append([("主管部门", 1, 1), (form["department"], 1, 3), ("实施单位", 1, 1), (form["implementingUnit"], 1, 3)])
    lines = form["budget"]
    heads = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    out.append([(f"项目资金（{form['moneyUnit']}）", len(lines) + 1, 1), ("", 1, 1)] + [(h, 1, 1) for h in heads])
    keys = ["initial", "adjusted", "executed", "weight", "rate", "score"]
    out += [[(NAMES[l["line"]], 1, 1)] + [(l.get(k), 1, 1) for k in keys] for l in lines]
    out.append([("年度总体目标", 2, 1), ("预期目标", 1, 4), ("实际完成情况", 1, 3)])
    out.append([(form["goals"]["annual"], 1, 4), (form["goals"]["actual"], 1, 3)])
    heads = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
    out.append([(h, 1, 1) for h in heads])
    all = form["indicators"]
    for i, row in enumerate(all):
        cells = []
        for names in (["level1"], ["level1", "level2"]):
            key = [row[n] for n in names]
            if i and [all[i - 1][n] for n in names] == key:
                continue
            count = next((j for j in range(i, len(all)) if [all[j][n] for n in names] != key), len(all)) - i
            cells.append((row[names[-1]], count, 1))
        out.append(cells + [(row.get(k), 1, 1) for k in ["level3", "target", "actual", "weight", "score", "note"]])
    total = form["total"]
    out.append([("总分", 1, 5), (total["weight"], 1, 1), (total["score"], 1, 1), ("", 1, 1)])
    if form["grade"]:
        out.append([("评分等级", 1, 1), (form["grade"], 1, 7)])
    return out


def lines(text, columns, width):
    wide = lambda s: sum(2 if ord(c) > 0x2000 else 1 for c in s)
    return sum(max(1, math.ceil(wide(p) / (columns * width - 3))) for p in str(text).split("\n"))


def sheet(book, name, form, has_lines, width, is_wide):
    ws = book.create_sheet(name)
    taken, heights = set(), {}
    for r, cells in enumerate(rows(form), 1):
        c = 1
        for text, down, across in cells:
            while (r, c) in taken:
                c += 1
            taken |= {(r + i, c + j) for i in range(down) for j in range(across)}
            if text not in (None, ""):
                ws.cell(r, c).value = str(text)
                ws.cell(r, c).data_type = "s"
                for i in range(down):
                    heights[r + i] = max(heights.get(r + i, 1), lines(text, across, width) / down)
            for i in range(down):
                for j in range(across):
                    cell = ws.cell(r + i, c + j)
                    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
                    if has_lines:
                        cell.border = Border(SIDE, SIDE, SIDE, SIDE)
            if down > 1 or across > 1:
                ws.merge_cells(start_row=r, start_column=c, end_row=r + down - 1, end_column=c + across - 1)
            c += across
        ws.row_dimensions[r].height = 15 * max(1, heights.get(r, 1)) + 5
    for c in "ABCDEFGH":
        ws.column_dimensions[c].width = width
    ws.page_setup.paperSize = 9
    ws.page_setup.orientation = "portrait" if is_wide else "landscape"
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=not is_wide)
    ws.page_setup.fitToHeight = 0


def make(name, has_lines, width, is_wide):
    source = HERE.parent / "forms" / "tab-self-evaluation" / "expected.ndjson"
    book = openpyxl.Workbook()
    book.remove(book.active)
    for i, line in enumerate(open(source, encoding="utf-8"), 1):
        sheet(book, f"表{i}", json.loads(line), has_lines, width, is_wide)
    with tempfile.TemporaryDirectory() as folder:
        book.save(f"{folder}/{name}.xlsx")
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir",
             str(HERE), f"{folder}/{name}.xlsx"], check=True, stdout=subprocess.DEVNULL)


make("sheet-bare", False, 14, False)
make("sheet-wide", True, 24, True)
with pikepdf.new() as pdf:
    pdf.add_blank_page()
    pdf.save(HERE / "locked.pdf", encryption=pikepdf.Encryption(user="绩效", owner="绩效"))
with tempfile.TemporaryDirectory() as folder:
    subprocess.run(["pdftoppm", "-r", "30", "-gray", "-png", "-l", "1", str(HERE / "target.pdf"), f"{folder}/page"], check=True)
    PIL.Image.open(next(pathlib.Path(folder).glob("*.png"))).save(HERE / "scanned.pdf")
