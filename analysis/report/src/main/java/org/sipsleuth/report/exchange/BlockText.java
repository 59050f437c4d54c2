package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.util.List;
import org.sipsleuth.report.document.Block;
import org.sipsleuth.report.document.Fact;
import org.sipsleuth.report.output.SettingText;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.sentence.Sentence;

/// Writes the parts of a document as lines of text. A row of a table is a list of its columns.
///
/// @param isUnicode whether the text may be more than ASCII
record BlockText(SettingText text, boolean isUnicode) {

    private static final int MOST_NAMES = 40;

    void write(List<Block> blocks) throws IOException {
        for (Block block : blocks) {
            write(block);
        }
    }

    private void write(Block block) throws IOException {
        switch (block) {
            case Block.Paragraph paragraph -> text.wrapped("", shown(paragraph.words()));
            case Block.Title title -> text.wrapped("", shown(title.words()));
            case Block.Items items -> items(items.items());
            case Block.Facts facts -> facts(facts.facts());
            case Block.Table table -> table(table);
            case Block.Figure figure -> text.wrapped("", shown(figure.caption()));
            case Block.Remark remark -> text.wrapped("", shown(remark.words()));
        }
    }

    private void items(List<Sentence> items) throws IOException {
        for (Sentence item : items) {
            text.hanging("- ", shown(item));
        }
    }

    private void facts(List<Fact> facts) throws IOException {
        for (Fact fact : facts) {
            text.hanging("- ", shown(fact.label()) + ": " + shown(fact.words(MOST_NAMES)));
        }
    }

    private void table(Block.Table table) throws IOException {
        for (Block.Row row : table.rows()) {
            text.line("");
            for (int column = 0; column < row.cells().size(); column++) {
                Block.Cell cell = row.cells().get(column);
                String heading = shown(table.columns().get(column).heading());
                text.hanging("   " + heading + ": ", shown(cell.words()));
                for (Block.Note note : cell.notes()) {
                    text.hanging("      - ", shown(note.words()));
                }
            }
        }
        text.line("");
    }

    private String shown(Sentence untrusted) {
        return VisibleText.of(untrusted.text(), isUnicode);
    }
}
