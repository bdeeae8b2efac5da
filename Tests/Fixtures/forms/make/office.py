"""Makes the office files among the fixtures: python3 office.py (needs openpyxl and python-docx).

The forms are fictional. expected.ndjson beside each file is written by hand: it is the reading of the form by
a person, never what the program happens to read. The files are kept in the repository; run this only to change them.
"""
import datetime, pathlib, re, zipfile
import openpyxl
from openpyxl.utils import get_column_letter as letter
import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

HERE = pathlib.Path(__file__).resolve().parent.parent


def path(layout, name):
    (HERE / layout).mkdir(exist_ok=True)
    return HERE / layout / name


# A form is a list of rows; a cell is a value or (value, columns, rows). None is the inside of a merged cell.
def place(rows):
    """Yields row, column, value, columns, rows of each cell, from 0."""
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            value, columns, down = cell if isinstance(cell, tuple) else (cell, 1, 1)
            if value is not None:
                yield r, c, value, columns, down
            c += columns


class F:
    """A value with a number format, or a formula with the result that is stored beside it."""

    def __init__(self, value, format="General", cached=None):
        self.value, self.format, self.cached = value, format, cached


def fill(sheet, rows, top=1, left=1):
    cached = {}
    for r, c, value, columns, down in place(rows):
        cell = sheet.cell(top + r, left + c)
        if isinstance(value, F):
            cell.value, cell.number_format = value.value, value.format
            if value.cached is not None:
                cached[cell.coordinate] = value.cached
        elif value != "":
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
        if columns > 1 or down > 1:
            sheet.merge_cells(start_row=top + r, start_column=left + c, end_row=top + r + down - 1,
                              end_column=left + c + columns - 1)
    return cached


def save(book, target, cached):
    """Saves a workbook; openpyxl writes no results of formulas, so they are put into the XML."""
    book.save(target)
    parts = {}
    with zipfile.ZipFile(target) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    for number, results in cached.items():
        name = f"xl/worksheets/sheet{number}.xml"
        text = parts[name].decode()
        for cell, result in results.items():
            kind = ' t="str"' if isinstance(result, str) else ""
            text = re.sub(rf'<c r="{cell}"([^>]*)><f>(.*?)</f><v ?/?>(</v>)?</c>',
                          rf'<c r="{cell}"\1{kind}><f>\2</f><v>{result}</v></c>', text)
        parts[name] = text.encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def merged_workbook():
    """Merged areas, a hidden column and row, percent, date and money formats, formulas with and without result."""
    pct, pct2, money = "0%", "0.00%", "#,##0.00"
    rows = [
        [("附件1", 9, 1)],
        [("省级部门预算项目支出绩效自评表", 9, 1)],
        [("（2023年度）", 9, 1)],
        [("项目名称", 2, 1), ("高速公路绿化带灌溉改造", 7, 1)],
        [("主管部门", 2, 1), ("秦源省交通运输厅", 3, 1), ("实施单位", 1, 1), ("秦源省公路养护中心", 3, 1)],
        [("开始日期", 2, 1), (F(datetime.date(2023, 1, 1), "yyyy-mm-dd"), 3, 1), "完成日期",
         (F(datetime.date(2023, 12, 31), 'yyyy"年"m"月"d"日"'), 3, 1)],
        [("项目资金\n（万元）", 2, 5), "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [(None, 2, 1), "年度资金总额", F(1234.5, money), F(1250, money), F(1187.5, money), 10,
         F("=F8/E8", pct2, 0.95), F("=G8*H8", "0.00", 9.5)],
        [(None, 2, 1), "其中：当年财政拨款", F(1234.5, money), F(1200, money), F(1137.5, money), "—",
         F(0.947916666666667, pct2), "—"],
        [(None, 2, 1), "      上年结转资金", F(0, money), F(50, money), F(50, money), "—", F(1, pct2), "—"],
        [(None, 2, 1), "      其他资金", F(0, money), F(0, money), F(0, money), "—", "", "—"],
        [("年度\n总体\n目标", 1, 2), ("预期目标", 4, 1), ("实际完成情况", 4, 1)],
        [(None, 1, 1), ("改造绿化带灌溉管网86公里，\n节水率达到三成。", 4, 1), ("改造88公里，节水率32.5%。", 4, 1)],
        [("绩\n效\n指\n标", 1, 9), "一级\n指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
         "偏差原因分析及改进措施"],
        [(None, 1, 1), ("产出指标", 1, 5), ("数量指标", 1, 2), "改造管网长度", "≥86公里", "88公里", 15, 15, ""],
        [(None, 1, 1), (None, 1, 1), (None, 1, 1), "安装智能阀门", F(320, '0"套"'), F(320, '0"套"'), 15, 15, ""],
        [(None, 1, 1), (None, 1, 1), "质量指标", "工程合格率", F(1, pct), F(0.985, "0.0%"), 10, 9.85, "两处返工，已整改"],
        [(None, 1, 1), (None, 1, 1), "时效指标", "完工日期", F(datetime.date(2023, 10, 31), "yyyy/m/d"),
         F(datetime.date(2023, 10, 15), "yyyy/m/d"), 10, 10, ""],
        [(None, 1, 1), (None, 1, 1), "成本指标", "", "", "", "", "", ""],
        [(None, 1, 1), ("效益指标", 1, 2), "经济效益指标", "年节约水费", "≥60万元", "64.3万元", 15, 15, ""],
        [(None, 1, 1), (None, 1, 1), "生态效益指标", "节水率", F(0.3, pct), F(0.325, "0.0%"), 15, 15, ""],
        [(None, 1, 1), "满意度指标", "服务对象满意度指标", "养护站满意度", F(0.9, pct), F(0.956, "0.0%"), 10, 10, ""],
        [("总分", 6, 1), F("=SUM(G15:G22)+G8", "General", 100), F("=SUM(H15:H22)+I8", "0.00", 99.35), ""],
        [("评价等级", 6, 1), F('=IF(H23>=90,"优","良")', "General", "优"), "", ""],
    ]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "自评表"
    cached = fill(sheet, rows, left=1)
    sheet.column_dimensions["K"].hidden = True
    sheet["K1"] = "校验码"
    sheet["K8"] = 20230117
    sheet.row_dimensions[30].hidden = True
    sheet["A30"] = "模板版本 V3"
    save(book, path("xlsx-merged", "form.xlsx"), {1: cached})


def small_form(name, unit, rows, amounts):
    return [
        [("项目支出绩效目标申报表", 5, 1)],
        [("（2025年度）", 5, 1)],
        ["项目名称", (name, 4, 1)],
        ["主管部门", ("稻香区农业农村局", 2, 1), "实施单位", unit],
        [("项目资金（万元）", 1, 3), "年度资金总额", (amounts[0], 3, 1)],
        [None, "其中：财政拨款", (amounts[1], 3, 1)],
        [None, "其他资金", (amounts[2], 3, 1)],
        ["总体目标", (rows[0], 4, 1)],
        ["一级指标", "二级指标", "三级指标", ("指标值", 2, 1)],
    ] + rows[1:]


SEEDS = small_form("水稻良种繁育基地", "稻香区种子站", [
    "建设良种繁育基地2000亩，供种能力达到60万公斤。",
    [("产出指标", 1, 3), "数量指标", "繁育基地面积", ("≥2000亩", 2, 1)],
    [None, "质量指标", "种子纯度", (F(0.998, "0.0%"), 2, 1)],
    [None, "时效指标", "播种完成时间", ("5月底前", 2, 1)],
    ["效益指标", "社会效益指标", "良种覆盖率", ("≥96%", 2, 1)],
    ["满意度指标", "服务对象满意度指标", "农户满意度", ("≥90%", 2, 1)],
], (240, 200, 40))

BEES = small_form("蜜蜂授粉示范", "稻香区畜牧站", [
    "推广设施果蔬蜜蜂授粉5000亩。",
    [("产出指标", 1, 2), ("数量指标", 1, 2), "授粉面积", ("≥5000亩", 2, 1)],
    [None, None, "投放蜂箱", ("≥1500箱", 2, 1)],
    [("效益指标", 1, 2), "经济效益指标", "亩均增收", ("≥300元", 2, 1)],
    [None, "生态效益指标", "坐果激素用量", ("下降", 2, 1)],
    ["满意度指标", "服务对象满意度指标", "种植户满意度", ("≥92%", 2, 1)],
], (F(86.4, "0.00"), F(86.4, "0.00"), F(0, "0.00")))


def two_on_a_sheet():
    book = openpyxl.Workbook()
    sheet = book.active
    cached = fill(sheet, SEEDS, left=2)
    fill(sheet, BEES, top=len(SEEDS) + 3, left=2)
    save(book, path("xlsx-two-on-sheet", "forms.xlsx"), {1: cached})


def workbook():
    """A cover and a data sheet that are no forms, one form a sheet, an empty sheet."""
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "封面"
    fill(cover, [["稻香区农业农村局"], ["2025年度项目支出绩效目标汇编"], ["二〇二四年十一月"]], top=4, left=3)
    fill(book.create_sheet("种子"), SEEDS)
    directory = book.create_sheet("项目清单")
    fill(directory, [["序号", "项目", "金额"], [1, "水稻良种繁育基地", 240], [2, "蜜蜂授粉示范", 86.4]])
    fill(book.create_sheet("蜜蜂"), BEES)
    book.create_sheet("Sheet5")
    save(book, path("xlsx-workbook", "forms.xlsx"), {})


# Word

def table(container, rows):
    width = max(sum(c[1] if isinstance(c, tuple) else 1 for c in row) for row in rows)
    grid = container.add_table(len(rows), width) if not isinstance(container, docx.document.Document) \
        else container.add_table(len(rows), width, "Table Grid")
    for r, c, value, columns, down in place(rows):
        cell = grid.cell(r, c)
        if columns > 1 or down > 1:
            cell = cell.merge(grid.cell(r + down - 1, c + columns - 1))
        if callable(value):
            value(cell)
            continue
        text = str(value.value if isinstance(value, F) else value)
        for number, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            # Word breaks a text into runs wherever it was edited.
            half = len(line) // 2
            paragraph.add_run(line[:half])
            paragraph.add_run(line[half:])
    return grid


EVALUATION = [
    [("项目名称", 2, 1), ("社区矫正电子定位服务", 7, 1)],
    [("主管部门", 2, 1), ("北原市司法局", 4, 1), "实施单位", ("北原市社区矫正中心", 2, 1)],
    [("项目资金（万元）", 2, 4), ("", 2, 1), "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    [(None, 2, 1), ("年度资金总额", 2, 1), "128.00", "120.00", "114.60", "10", "95.50%", "9.55"],
    [(None, 2, 1), ("其中：当年财政拨款", 2, 1), "128.00", "120.00", "114.60", "-", "95.50%", "-"],
    [(None, 2, 1), ("其他资金", 2, 1), "0.00", "0.00", "0.00", "-", "-", "-"],
    [("年度总体目标", 1, 2), ("预期目标", 5, 1), ("实际完成情况", 4, 1)],
    [(None, 1, 1), ("1.为全部在册对象提供定位服务。\n2.越界告警十分钟内核实。", 5, 1),
     ("1.服务在册对象642人。\n2.告警平均核实时间8分钟。", 4, 1)],
    [("绩效指标", 1, 8), "一级指标", "二级指标", ("三级指标", 2, 1), "年度指标值", "实际完成值", "分值", "得分",
     "偏差原因分析及改进措施"],
    [None, ("产出指标", 1, 4), ("数量指标", 1, 2), ("定位服务对象人数", 2, 1), "≥600人", "642人", "15", "15", ""],
    [None, None, None, ("配发定位终端", 2, 1), "≥650台", "650台", "10", "10", ""],
    [None, None, "质量指标", ("定位在线率", 2, 1), "≥98%", "97.2%", "15", "14.88", "山区基站信号弱；\n已增补北斗终端40台。"],
    [None, None, "时效指标", ("告警核实时间", 2, 1), "≤10分钟", "8分钟", "10", "10", ""],
    [None, ("效益指标", 1, 2), "社会效益指标", ("脱管漏管人数", 2, 1), "0人", "0人", "20", "20", ""],
    [None, None, "可持续影响指标", ("信息共享机制", 2, 1), "健全", "健全", "10", "10", ""],
    [None, "满意度指标", "服务对象满意度指标", ("司法所满意度", 2, 1), "≥90%", "94%", "10", "10", ""],
    [("总分", 7, 1), "100", "99.43", ""],
]


def merged_document():
    document = docx.Document()
    document.add_paragraph("北原市司法局2023年度绩效自评材料")
    document.add_paragraph("根据市财政局通知要求，我局对所属项目开展了绩效自评，现将自评表附后。")
    document.add_paragraph("项目支出绩效自评表")
    document.add_paragraph("（2023年度）")
    table(document, EVALUATION)
    document.add_paragraph("注：得分保留两位小数。")
    document.add_paragraph("填表人：秦某        联系电话：0000-2222222")
    document.save(path("docx-merged", "form.docx"))


def two_forms_document():
    """Two forms, the second over two tables: head and indicators apart."""
    document = docx.Document()
    for form, split in ((SEEDS, None), (BEES, 8)):
        document.add_paragraph(form[0][0][0])
        document.add_paragraph(form[1][0][0])
        body = form[2:]
        if split is None:
            table(document, body)
        else:
            table(document, body[: split - 2])
            document.add_paragraph("")
            table(document, body[split - 2:])
        document.add_page_break()
    document.save(path("docx-two-forms", "forms.docx"))


def nested_document():
    """The indicators are a table inside a cell of the form."""
    inner = [
        ["一级指标", "二级指标", "三级指标", "年度指标值"],
        [("产出指标", 1, 2), "数量指标", "放流鱼苗数量", "≥500万尾"],
        [None, "质量指标", "苗种检疫合格率", "100%"],
        ["效益指标", "生态效益指标", "水域生物多样性", "改善"],
        ["满意度指标", "服务对象满意度指标", "渔民满意度", "≥90%"],
    ]
    document = docx.Document()
    document.add_paragraph("项目绩效目标申报表（2024年度）")
    table(document, [
        ["项目名称", ("渔业增殖放流", 3, 1)],
        ["主管部门", "澄湖市农业农村局", "实施单位", "澄湖市渔政站"],
        ["年度目标", ("放流鱼苗500万尾，恢复渔业资源。", 3, 1)],
        ["绩效指标", (lambda cell: table(cell, inner), 3, 1)],
    ])
    document.save(path("docx-nested", "form.docx"))


for make in (merged_workbook, two_on_a_sheet, workbook, merged_document, two_forms_document, nested_document):
    make()
