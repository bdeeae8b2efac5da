"""Makes the PDF fixtures from the forms of ../forms: python3 pdf.py (needs chromium and Droid Sans Fallback).

The forms are fictional; what they say stands in ../../forms/*/expected.ndjson, written by hand. The files are kept in
the repository; run this only to change them.
"""
import html, json, pathlib, subprocess, tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent
CSS = (
    "@page{size:A4;margin:15mm 12mm}body{font-family:'Droid Sans Fallback';font-size:10pt}"
    "table{border-collapse:collapse;width:100%;page-break-after:always}h1{text-align:center;font-size:16pt}"
    "td{border:0.75pt solid #000;padding:3pt;text-align:center;vertical-align:middle;line-height:1.4}"
    "td.l{text-align:left}p{text-align:center}.tall td{padding:PADDING 3pt}"
)


def text(value):
    return html.escape(str(value)).replace("\n", "<br>") if value not in (None, "") else ""


def td(value, down=1, across=1, kind=""):
    return f'<td rowspan={down} colspan={across} class="{kind}">{text(value)}</td>'


def tr(*cells):
    return "<tr>" + "".join(cells) + "</tr>"


def spans(rows):
    """How many rows each level covers, at its first row."""
    first, second = [0] * len(rows), [0] * len(rows)
    for i, row in enumerate(rows):
        same1 = i and rows[i - 1]["level1"] == row["level1"]
        same2 = same1 and rows[i - 1]["level2"] == row["level2"]
        start1 = start1 if same1 else i
        start2 = start2 if same2 else i
        first[start1] += 1
        second[start2] += 1
    return first, second


def indicators(form, columns, head):
    rows = form["indicators"]
    first, second = spans(rows)
    out = [tr(td("绩\n效\n指\n标", len(rows) + 1), td("一级指标"), td("二级指标"), *(td(h) for h in head))]
    for i, row in enumerate(rows):
        cells = [td(row["level1"], first[i])] if first[i] else []
        cells += [td(row["level2"], second[i])] if second[i] else []
        out.append(tr(*cells, *(td(row.get(c)) for c in columns)))
    return out


def evaluation(form):
    names = {"total": "年度资金总额", "currentYear": "其中：当年财政拨款", "carriedOver": "上年结转资金", "other": "其他资金"}
    heads = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    keys = ["initial", "adjusted", "executed", "weight", "rate", "score"]
    out = [
        tr(td("项目名称", 1, 2), td(form["project"], 1, 7)),
        tr(td("主管部门", 1, 2), td(form["department"], 1, 3), td("实施单位", 1, 2), td(form["implementingUnit"], 1, 2)),
        tr(td(f"项目资金\n（{form['moneyUnit']}）", len(form["budget"]) + 1, 2), td(""), *(td(h) for h in heads)),
    ]
    out += [tr(td(names[line["line"]]), *(td(line.get(k)) for k in keys)) for line in form["budget"]]
    out += [
        tr(td("年度\n总体\n目标", 2), td("预期目标", 1, 4), td("实际完成情况", 1, 4)),
        tr(td(form["goals"]["annual"], 1, 4, "l"), td(form["goals"]["actual"], 1, 4, "l")),
    ]
    out += indicators(
        form, ["level3", "target", "actual", "weight", "score", "note"],
        ["三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"])
    total = form["total"]
    out.append(tr(td("总分", 1, 6), td(total["weight"]), td(total["score"]), td("")))
    if form["grade"]:
        out.append(tr(td("评分等级", 1, 2), td(form["grade"], 1, 7)))
    return out


def target(form):
    fund = form["funding"]
    out = [
        tr(td("项目名称", 1, 2), td(form["project"], 1, 2), td("项目类别"), td(form["category"])),
        tr(td("主管部门", 1, 2), td(form["department"], 1, 2), td("实施单位"), td(form["implementingUnit"])),
        tr(td("计划开始日期", 1, 2), td(form["start"], 1, 2), td("计划完成日期"), td(form["end"])),
        tr(td(f"项目资金\n({form['moneyUnit']})", 4), td("项目资金总额"), td(fund["projectTotal"], 1, 2),
           td("年度资金申请总额"), td(fund["annualTotal"])),
        tr(td("其中：财政资金"), td(fund["projectFiscal"], 1, 2), td("其中：当年财政拨款"), td(fund["annualFiscal"])),
        tr(td(""), td("", 1, 2), td("上年结转资金"), td(fund["carriedOver"])),
        tr(td("其他资金"), td(fund["projectOther"], 1, 2), td("其他资金"), td(fund["annualOther"])),
        tr(td("项目\n绩效\n目标", 2), td("项目总目标", 1, 3), td("年度总目标", 1, 2)),
        tr(td(form["goals"]["total"], 1, 3, "l"), td(form["goals"]["annual"], 1, 2, "l")),
    ]
    rows = form["indicators"]
    first, second = spans(rows)
    out.append(tr(td("绩效\n指标", len(rows) + 1), td("一级指标"), td("二级指标"), td("三级指标", 1, 2), td("年度指标值")))
    for i, row in enumerate(rows):
        cells = [td(row["level1"], first[i])] if first[i] else []
        cells += [td(row["level2"], second[i])] if second[i] else []
        out.append(tr(*cells, td(row["level3"], 1, 2), td(row["target"])))
    return out


def make(name, source, rows, padding):
    forms = [json.loads(line) for line in open(HERE.parent / "forms" / source / "expected.ndjson", encoding="utf-8")]
    body = "".join(
        f"<h1>{text(f['title'])}</h1><p>（{f['year']}年度）</p><table class=tall>{''.join(rows(f))}</table>" for f in forms)
    page = f"<!DOCTYPE html><meta charset=utf-8><style>{CSS.replace('PADDING', padding)}</style>{body}"
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file:
        file.write(page)
        file.flush()
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--print-to-pdf={HERE / name}", file.name], check=True, stderr=subprocess.DEVNULL)


make("self-evaluation.pdf", "tab-self-evaluation", evaluation, "9pt")
make("target.pdf", "tab-target", target, "12pt")
