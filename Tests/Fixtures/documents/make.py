#!/usr/bin/env python3
"""Writes the documents of this folder: python-docx, and LibreOffice Writer (soffice) for the last one.

All content is made up. What a person sees in each stands beside it (.txt): `row,column[+rows×columns] text`.
"""
import copy, io, os, subprocess, tempfile, zipfile
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

HERE = os.path.dirname(os.path.abspath(__file__))
KEPT = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml")


def save(document, name):
    """Without the parts that python-docx's template brings along and no test needs."""
    whole = io.BytesIO()
    document.save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(
        os.path.join(HERE, name), "w", zipfile.ZIP_DEFLATED
    ) as target:
        for part in KEPT:
            target.writestr(zipfile.ZipInfo(part, (2027, 1, 1, 0, 0, 0)), source.read(part), zipfile.ZIP_DEFLATED)


def fill(table, rows):
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text:
                table.cell(row, column).text = text


def merged():
    document = docx.Document()
    document.add_paragraph("项目支出绩效目标申报表")
    document.add_paragraph("（2027年度）")
    table = document.add_table(5, 5)
    for first, last in [((0, 1), (0, 4)), ((1, 0), (2, 0)), ((3, 0), (4, 1)), ((1, 3), (2, 4))]:
        table.cell(*first).merge(table.cell(*last))
    fill(table, [["项目名称", "河道保洁"], ["资金", "合计", "120万元", "其中"], ["", "财政", "100万元"],
                 ["总体目标", "", "甲", "乙", "丙"], ["", "", "丁", "戊", "己"]])
    table.cell(3, 2).add_paragraph("第二段")
    save(document, "merged.docx")


def nested():
    document = docx.Document()
    outer = document.add_table(3, 2)
    fill(outer, [["项目名称", "河道保洁"], ["资金", "其中："], ["实施单位", "某区水务所"]])
    fill(outer.cell(1, 1).add_table(2, 3), [["财政", "100", "万元"], ["其他", "20", "万元"]])
    document.add_paragraph("附表")
    layout = document.add_table(1, 1)
    fill(layout.cell(0, 0).add_table(4, 2), [[f"指标{n}", f"≥{n}次"] for n in range(1, 5)])
    save(document, "nested.docx")


def several():
    document = docx.Document()
    for number in "一二":
        document.add_paragraph(f"表{number}")
        fill(document.add_table(1, 2), [["项目名称", f"工程{number}"]])
    document.add_paragraph("注：以上由填报人核对。")
    save(document, "several.docx")


def tracked():
    document = docx.Document()
    table = document.add_table(2, 2)
    fill(table, [["指标值", ""], ["权重", "10"]])
    paragraph = table.cell(0, 1).paragraphs[0]._p
    author = 'w:id="1" w:author="甲" w:date="2027-01-01T00:00:00Z"'
    paragraph.append(parse_xml(f'<w:del {nsdecls("w")} {author}><w:r><w:delText>≥90%</w:delText></w:r></w:del>'))
    paragraph.append(parse_xml(f'<w:ins {nsdecls("w")} {author}><w:r><w:t>≥95%</w:t></w:r></w:ins>'))
    gone = copy.deepcopy(table.rows[1]._tr)
    gone.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} {author}/>'))
    for run in list(gone.iter("{%s}r" % docx.oxml.ns.nsmap["w"])):
        text = run.find("{%s}t" % docx.oxml.ns.nsmap["w"]).text
        change = parse_xml(f'<w:del {nsdecls("w")} {author}><w:r><w:delText>{text}</w:delText></w:r></w:del>')
        run.getparent().replace(run, change)
    table._tbl.append(gone)
    save(document, "tracked.docx")


def libreoffice():
    page = """<html><meta charset="utf-8"><p>项目支出绩效自评表</p><table border=1>
      <tr><td>项目名称</td><td colspan=3>河道保洁</td></tr>
      <tr><td rowspan=2>产出指标</td><td>数量指标</td><td>清理长度</td><td>≥12公里</td></tr>
      <tr><td>质量指标</td><td>合格率<br>（抽查）</td><td>≥95%</td></tr></table><p>注：无</p></html>"""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "libreoffice.html"), "w") as file:
            file.write(page)
        odt = ["soffice", "--headless", "--convert-to", "odt:writer8", "libreoffice.html"]
        subprocess.run(odt + ["--infilter=HTML (StarWriter)"], cwd=folder, check=True, capture_output=True)
        subprocess.run(["soffice", "--headless", "--convert-to", "docx", "--outdir", HERE, "libreoffice.odt"],
                       cwd=folder, check=True, capture_output=True)


merged()
nested()
several()
tracked()
libreoffice()
