"""Writes the Word layouts of these fixtures anew: python3 make.py FOLDER (python-docx). The one of LibreOffice is that
of district-target, saved as .odt and as .docx again: soffice --headless --convert-to odt, then --convert-to docx."""
import sys
import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

def spread(paragraph, *parts, marks=True):
    """Runs of one placeholder: bold, proofErr and bookmarks between them, as Word leaves them."""
    for number, part in enumerate(parts):
        run = paragraph.add_run(part)
        run.bold = number % 2 == 1
        if marks and number + 1 < len(parts):
            for name, attributes in (("w:proofErr", {"w:type": "spellStart"}),
                                     ("w:bookmarkStart", {"w:id": "7", "w:name": "_GoBack"}),
                                     ("w:bookmarkEnd", {"w:id": "7"})):
                mark = OxmlElement(name)
                for key, value in attributes.items():
                    mark.set(qn(key), value)
                paragraph._p.append(mark)

def text(cell, *parts):
    spread(cell.paragraphs[0], *parts)

def target(path):
    d = docx.Document()
    d.core_properties.author = "张三"
    d.core_properties.last_modified_by = "李四"
    section = d.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.header.paragraphs[0].add_run("{{实施单位}}")
    section.footer.paragraphs[0].add_run("第 1 页")
    spread(d.add_paragraph(), "某区", "{{表", "名}}")
    spread(d.add_paragraph(), "｛｛年度", "行｝｝")
    spread(d.add_paragraph(), "{{#项目类别}}")
    spread(d.add_paragraph(), "项目类别：{{项目类别}}")
    spread(d.add_paragraph(), "{{/项目类别}}")
    t = d.add_table(rows=12, cols=6)
    t.style = "Table Grid"
    def wide(row, first, last):
        return t.cell(row, first).merge(t.cell(row, last))
    text(t.cell(0, 0), "项目名称"); text(wide(0, 1, 5), "{", "{项目", "名", "称}", "}")
    text(t.cell(1, 0), "主管部门"); text(wide(1, 1, 2), "{{", "主管部门", "}}")
    text(t.cell(1, 3), "实施单位"); text(wide(1, 4, 5), "{{implementing", "Unit}}")
    text(t.cell(2, 0), "计划开始日期"); text(wide(2, 1, 2), "{{ start }}")
    text(t.cell(2, 3), "计划完成日期"); text(wide(2, 4, 5), "{{计划完成日期}}")
    text(t.cell(3, 0), "项目资金（", "{{金额单位}}", "）")
    text(t.cell(3, 1), "项目资金总额"); text(t.cell(3, 2), "{{项目资金总额}}")
    text(t.cell(3, 3), "年度资金申请总额"); text(wide(3, 4, 5), "{{年度资金申请总额}}")
    text(t.cell(4, 1), "其中：财政资金"); text(t.cell(4, 2), "{{财政资金}}")
    text(t.cell(4, 3), "其中：当年财政拨款"); text(wide(4, 4, 5), "{{当年财政拨款}}")
    text(t.cell(5, 1), "其他资金"); text(t.cell(5, 2), "{{其他资金（项目总额）}}")
    text(t.cell(5, 3), "上年结转资金"); text(wide(5, 4, 5), "{{上年结转资金}}")
    text(t.cell(6, 3), "其他资金"); text(wide(6, 4, 5), "{{其他资金（年度）}}")
    t.cell(3, 0).merge(t.cell(6, 0))
    text(t.cell(7, 0), "项目总目标"); text(wide(7, 1, 5), "{{项目总目标}}")
    text(t.cell(8, 0), "年度总目标"); text(wide(8, 1, 5), "{{年度总目标}}")
    for column, head in enumerate(["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "权重"]):
        text(t.cell(9, column), head)
    text(t.cell(10, 1), "{{#指标}}", "{{一级", "指标}}")
    text(t.cell(10, 2), "{{二级指标}}")
    text(t.cell(10, 3), "{{三级指标}}")
    text(t.cell(10, 4), "{{指", "标值}}")
    text(t.cell(10, 5), "{{权重}}", "{{/指标}}")
    text(wide(11, 1, 4), "总分"); text(t.cell(11, 5), "{{分值", "合计}}")
    t.cell(9, 0).merge(t.cell(11, 0))
    spread(d.add_paragraph(), "填表人：　　　　联系电话：")
    d.save(path)

def evaluation(path):
    d = docx.Document()
    spread(d.add_paragraph(), "{{", "表名", "}}")
    spread(d.add_paragraph(), "{{年度行}}")
    t = d.add_table(rows=7, cols=7)
    t.style = "Table Grid"
    def wide(row, first, last):
        return t.cell(row, first).merge(t.cell(row, last))
    text(t.cell(0, 0), "项目名称"); text(wide(0, 1, 6), "{{项目名称}}")
    text(t.cell(1, 0), "主管部门"); text(wide(1, 1, 2), "{{主管部门}}")
    text(t.cell(1, 3), "实施单位"); text(wide(1, 4, 6), "{{实施单位}}")
    heads = ["预算执行情况（{{moneyUnit}}）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    cells = ["{{#预算}}{{资金名称}}", "{{年初预算数}}", "{{全年预算数}}", "{{全年执行数}}", "{{分值}}", "{{执行率}}", "{{得分}}{{/预算}}"]
    for column, (head, cell) in enumerate(zip(heads, cells)):
        text(t.cell(2, column), head); text(t.cell(3, column), cell)
    text(t.cell(4, 0), "年度总体目标"); text(wide(4, 1, 3), "预期目标"); text(wide(4, 4, 6), "实际完成情况")
    text(wide(5, 1, 3), "{{goals.annual}}"); text(wide(5, 4, 6), "{{goals.actual}}")
    t.cell(4, 0).merge(t.cell(5, 0))
    t._tbl.remove(t.rows[6]._tr)
    d.add_paragraph()
    t = d.add_table(rows=5, cols=8)
    t.style = "Table Grid"
    for column, head in enumerate(["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]):
        text(t.cell(0, column), head)
    text(t.cell(1, 0).merge(t.cell(1, 7)), "{{#indicators}}")
    for column, name in enumerate(["level1", "level2", "level3", "target", "actual", "weight", "score", "note"]):
        text(t.cell(2, column), "{{" + name, "}}")
    text(t.cell(3, 0).merge(t.cell(3, 7)), "{{/indicators}}")
    text(t.cell(4, 0).merge(t.cell(4, 4)), "总分"); text(t.cell(4, 5), "{{分值合计}}"); text(t.cell(4, 6), "{{得分合计}}")
    for label, name in (("存在问题", "narrative.problems"), ("改进措施", "narrative.improvement")):
        spread(d.add_paragraph(), "{{#" + name + "}}")
        spread(d.add_paragraph(), label + "：{{", name, "}}")
        spread(d.add_paragraph(), "{{/" + name + "}}")
    d.save(path)

if __name__ == "__main__":
    folder = sys.argv[1]
    target(folder + "/district-target/form.docx")
    evaluation(folder + "/district-self-evaluation/form.docx")
