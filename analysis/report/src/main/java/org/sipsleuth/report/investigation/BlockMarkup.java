package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.List;
import org.sipsleuth.report.document.Block;
import org.sipsleuth.report.document.Fact;
import org.sipsleuth.report.document.Section;
import org.sipsleuth.report.page.Markup;
import org.sipsleuth.sentence.Sentence;

/// Writes the parts of a document as elements of a page.
record BlockMarkup(Sheet sheet) {

    private static final int MOST_NAMES = 40;

    /// Its heading and what stands below it; nothing where that is nothing.
    void write(Section section) throws IOException {
        sheet.part("report/" + section.topic(), () -> {
            List<Block> blocks = section.blocks();
            if (!blocks.isEmpty()) {
                page().element("h4", words(section.topic().heading()));
                write(blocks);
            }
        });
    }

    void write(List<Block> blocks) throws IOException {
        for (Block block : blocks) {
            write(block);
        }
    }

    private void write(Block block) throws IOException {
        switch (block) {
            case Block.Paragraph paragraph -> sheet.prose(paragraph.words());
            case Block.Title title -> page().begin("p", "class", "above").prose(words(title.words())).end();
            case Block.Items items -> sheet.items("ul", items.items().stream().map(this::words).toList());
            case Block.Facts facts -> {
                sheet.facts();
                facts(facts.facts());
                sheet.endTable();
            }
            case Block.Table table -> write(table);
            case Block.Figure figure -> {
                page().begin("figure").picture(figure.ladder().onPage());
                page().element("figcaption", words(figure.caption())).end();
            }
            case Block.Remark remark -> sheet.remark(words(remark.words()));
        }
    }

    /// The rows of facts in an open table.
    void facts(List<Fact> facts) throws IOException {
        for (Fact fact : facts) {
            sheet.row(() -> {
                page().begin("th", "scope", "row");
                sheet.title(fact.label());
                page().end().begin("td").prose(words(fact.words(MOST_NAMES)));
                for (Sentence note : fact.notes()) {
                    page().element("div", words(note), "class", "minor");
                }
                page().end();
            });
        }
    }

    private void write(Block.Table table) throws IOException {
        page().begin("table").begin("thead").begin("tr");
        for (Block.Column column : table.columns()) {
            page().element("th", words(column.heading()), "scope", "col", "style", "width:" + column.percent() + "%");
        }
        page().end().end().begin("tbody");
        for (Block.Row row : table.rows()) {
            sheet.row(() -> {
                for (Block.Cell cell : row.cells()) {
                    write(cell);
                }
            });
        }
        page().end().end();
    }

    private void write(Block.Cell cell) throws IOException {
        page().begin("td");
        if (cell.target().isPresent()) {
            page().begin("a", "href", "#" + cell.target().get());
            sheet.title(cell.words());
            page().end();
        } else if (cell.notes().isEmpty()) {
            sheet.title(cell.words());
        } else {
            page().begin("div");
            sheet.title(cell.words());
            page().end();
        }
        for (Block.Note note : cell.notes()) {
            page().element("div", words(note.words()), "class", note.isDigest() ? "hash" : "minor");
        }
        page().end();
    }

    private String words(Sentence sentence) {
        return sheet.text().in(sentence);
    }

    private Markup page() {
        return sheet.page();
    }
}
