"""Makes the workbooks of this folder, once: `pip install openpyxl xlsxwriter; python3 make.py`. The project is invented."""

import datetime

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

TITLE = "财政项目支出绩效目标申报表"


def with_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "申报表"
    sheet["A1"] = TITLE
    sheet.merge_cells("A1:F1")
    sheet["A2"] = "项目名称"
    sheet["B2"] = CellRichText("社区图书", TextBlock(InlineFont(b=True), "自助借还"), "服务")
    sheet.merge_cells("B2:F2")
    rows = [
        ("计划开始日期", datetime.date(2027, 1, 1), None),
        ("计划完成日期", datetime.datetime(2027, 12, 31), "yyyy\"年\"m\"月\"d\"日\""),
        ("项目资金总额", 1280000, "#,##0.00"),
        ("数量指标", 6, "\"≥\"0\"台\""),
        ("质量指标", 0.95, "0%"),
        ("满意度", 0.905, "0.0%"),
        ("成本", 0.30000000000000004, "General"),
        ("文字", "=100%", "@"),
        ("权重合计", "=SUM(C3:C9)", "General"),
        ("负数", -12345.678, "#,##0.00_);[Red](#,##0.00)"),
        ("编号", 310101199001011234, "0"),
        ("时刻", datetime.time(8, 30), "h:mm"),
        ("会计", 0, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "),
        ("分档", 88, "[>=90]\"优\"0;[>=80]\"良\"0;0"),
        ("换行", "第一行\n第二行", "General"),
        ("真假", True, "General"),
    ]
    for number, (label, value, code) in enumerate(rows, start=3):
        sheet.cell(number, 1, label)
        cell = sheet.cell(number, 3, value)
        if value == "=100%":
            cell.data_type = "s"
        if code:
            cell.number_format = code
    sheet.merge_cells("A3:A4")
    sheet["H30"] = "远处"
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["H"].hidden = True
    hidden = book.create_sheet("底稿")
    hidden["B2"] = "隐藏的工作表"
    hidden.sheet_state = "hidden"
    book.create_sheet("空表")
    book.save("openpyxl.xlsx")


def with_xlsxwriter():
    book = xlsxwriter.Workbook("xlsxwriter.xlsx", {"constant_memory": False})
    sheet = book.add_worksheet("自评表")
    bold = book.add_format({"bold": True})
    sheet.merge_range("A1:E1", TITLE.replace("目标申报", "自评"))
    sheet.write_rich_string("A2", "（", bold, "2027", "年度）")
    sheet.write("A3", "产出指标")
    sheet.write("A4", "产出指标")
    sheet.write_number("B3", 0.95, book.add_format({"num_format": 9}))
    sheet.write_number("C3", 0.0315, book.add_format({"num_format": 10}))
    sheet.write_number("D3", 46387, book.add_format({"num_format": 14}))
    sheet.write_number("E3", 46387.75, book.add_format({"num_format": 22}))
    sheet.write_number("B4", 12345.6, book.add_format({"num_format": 4}))
    sheet.write_formula("C4", "=B4*2", book.add_format({"num_format": 3}), 24691.2)
    sheet.write_formula("D4", '="达"&"标"', None, "达标")
    sheet.write_formula("E4", "=A0", None, "#REF!")
    sheet.write_datetime("B5", datetime.datetime(2027, 6, 30), book.add_format({"num_format": 31}))
    sheet.write_datetime("C5", datetime.datetime(2027, 6, 30), book.add_format({"num_format": "yyyy.m.d"}))
    sheet.write_string("D5", "  两端空格  ")
    sheet.write_boolean("E5", False)
    sheet.write_number("B6", 1 / 3)
    sheet.write_number("C6", 2 / 3, book.add_format({"num_format": "0.0\"‰\""}))
    sheet.write_number("D6", 5, book.add_format({"num_format": "[$¥-804]#,##0.00"}))
    sheet.write_string("E6", "100", book.add_format({"num_format": "@"}))
    sheet.set_row(5, None, None, {"hidden": True})
    sheet.set_column("C:C", 9, None, {"hidden": True})
    book.close()


def from_1904():
    book = xlsxwriter.Workbook("date1904.xlsx", {"date_1904": True})
    sheet = book.add_worksheet()
    sheet.write_datetime("A1", datetime.datetime(2027, 1, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
    book.close()


with_openpyxl()
with_xlsxwriter()
from_1904()
