package org.sipsleuth.report.document;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.incident.StorySentence;
import org.sipsleuth.report.ladder.LadderDocument;
import org.sipsleuth.sentence.Sentence;

/// Something that stands by itself: a paragraph, a list, a table, a figure.
public sealed interface Block {

    /// Sentences, each with the messages that its clauses rest on.
    record Paragraph(List<StorySentence> sentences) implements Block {

        /// Takes a copy.
        public Paragraph {
            sentences = List.copyOf(sentences);
        }

        /// One sentence that cites nothing.
        static Paragraph of(Sentence sentence) {
            return new Paragraph(List.of(new StorySentence(List.of(Clause.of(sentence)))));
        }

        /// All of it.
        public Sentence words() {
            return Sentence.joined(Sentence.Punctuation.SPACE, sentences.stream().map(StorySentence::whole).toList());
        }
    }

    /// What the blocks below it are about.
    record Title(Sentence words) implements Block {}

    /// Sentences below each other.
    record Items(List<Sentence> items) implements Block {

        /// Takes a copy.
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Names with their values.
    record Facts(List<Fact> facts) implements Block {

        /// Takes a copy.
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /// Rows of cells.
    record Table(List<Column> columns, List<Row> rows) implements Block {

        /// Takes copies.
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// A column of a table.
    ///
    /// @param percent of the table's width
    record Column(Sentence heading, int percent) {}

    /// A row of a table.
    ///
    /// @param message what it is about, and leads to
    record Row(List<Cell> cells, OptionalInt message) {

        /// Takes a copy.
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A cell of a table.
    ///
    /// @param words what it states
    /// @param notes what belongs to it, a line each
    /// @param target the name of a place in the same page that it leads to
    record Cell(Sentence words, List<Note> notes, Optional<String> target) {

        /// Takes a copy.
        public Cell {
            notes = List.copyOf(notes);
        }

        static Cell of(Sentence words, Note... notes) {
            return new Cell(words, List.of(notes), Optional.empty());
        }
    }

    /// A line of less weight.
    ///
    /// @param isDigest whether it is a hash, which nobody reads as words
    record Note(Sentence words, boolean isDigest) {}

    /// A ladder.
    record Figure(LadderDocument ladder, Sentence caption) implements Block {}

    /// What was left out.
    record Remark(Sentence words) implements Block {}
}
