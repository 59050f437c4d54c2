package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.List;
import org.sipsleuth.report.output.DisplayWidth;
import org.sipsleuth.report.page.Markup;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.sentence.Sentence;

/// The parts that sections are written with: headings, paragraphs, lists, tables.
///
/// @param page what is written to
/// @param text its words
/// @param faults takes those of parts and rows, in whose place the page states it
record Sheet(Markup page, ReportText text, FaultSink faults) {

    private static final int LONGEST_TITLE = 160;

    /// A column of a table.
    ///
    /// @param key of its heading
    /// @param percent of the table's width
    record Column(String key, int percent) {}

    void heading(String element, String words, String id) throws IOException {
        if (id.isEmpty()) {
            page.element(element, words);
        } else {
            page.element(element, words, "id", id);
        }
    }

    /// A heading of the lowest level.
    void heading(String key) throws IOException {
        page.element("h4", text.text(key));
    }

    void paragraph(String words) throws IOException {
        page.element("p", words);
    }

    /// A remark, such as what was left out.
    void remark(String words) throws IOException {
        page.element("p", words, "class", "remark");
    }

    /// Words of the reader and of models, which are English.
    void english(String words) throws IOException {
        if (text.language() == ReportLanguage.ENGLISH) {
            page.prose(words);
        } else {
            page.begin("span", "lang", ReportLanguage.ENGLISH.tag()).prose(words).end();
        }
    }

    /// A title of a method, which is short.
    void title(Sentence words) throws IOException {
        page.prose(DisplayWidth.cut(text.in(words), LONGEST_TITLE, "…"));
    }

    /// A paragraph of a method.
    void prose(Sentence words) throws IOException {
        page.begin("p").prose(text.in(words)).end();
    }

    /// A list of sentences of a method, below a heading; nothing where there is none.
    void list(String key, List<Sentence> sentences) throws IOException {
        if (sentences.isEmpty()) {
            return;
        }
        heading(key);
        items("ul", sentences.stream().map(text::in).toList());
    }

    void items(String list, List<String> sentences) throws IOException {
        page.begin(list);
        for (String sentence : sentences) {
            page.begin("li").prose(sentence).end();
        }
        page.end();
    }

    /// Begins a table.
    void table(Column... columns) throws IOException {
        page.begin("table").begin("thead").begin("tr");
        for (Column column : columns) {
            page.element("th", text.text(column.key()), "scope", "col", "style", "width:" + column.percent() + "%");
        }
        page.end().end().begin("tbody");
    }

    void endTable() throws IOException {
        page.end().end();
    }

    /// A part of the page that costs only itself if it fails.
    void part(String name, FaultSink.Writing content) throws IOException {
        page.part(name, faults, content, () -> remark(text.text("part.failed")));
    }

    /// A row of a table.
    void row(FaultSink.Writing cells) throws IOException {
        page.begin("tr");
        page.part("row", faults, cells, () -> page.element("td", text.text("part.failed")));
        page.end();
    }

    void cell(FaultSink.Writing content) throws IOException {
        page.begin("td");
        content.write();
        page.end();
    }

    /// Begins a table of facts, each with its name.
    void facts() throws IOException {
        page.begin("table", "class", "facts").begin("tbody");
    }

    /// A fact; nothing if it is empty.
    void fact(String key, String value) throws IOException {
        if (!value.isEmpty()) {
            fact(key, () -> page.text(value));
        }
    }

    void fact(String key, FaultSink.Writing value) throws IOException {
        row(() -> {
            page.element("th", text.text(key), "scope", "row");
            cell(value);
        });
    }

    /// A link within the page.
    void link(String id, String words) throws IOException {
        page.element("a", words, "href", "#" + id);
    }
}
