package org.sipsleuth.view.dialogs.table.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.DialogValue;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.run.FaultSink;

/// A column of the list of dialogs: a field that every part of the program knows, or something that
/// only the window does.
public sealed interface DialogColumn permits FieldColumn, OwnColumn {

    /// By what a column is sorted.
    enum Kind {
        NUMBER, ENDPOINT, TEXT
    }

    /// Its name, in settings and in keys of texts.
    String key();

    /// By what it is sorted.
    Kind kind();

    /// Its width at first, in pixels.
    double width();

    /// The width at which most of its values can still be read, in pixels.
    default double leastWidth() {
        return isElastic() ? width() / 2 : width();
    }

    /// Whether it takes its share of the width that is left.
    boolean isElastic();

    /// Whether its values are numbers that are below each other, at the right.
    boolean isNumeric();

    /// Its name in the chooser, and in what is copied.
    String title();

    /// What is at its head: the title, or a shorter word.
    String head();

    /// What it means, in a sentence.
    String description();

    /// The value in words, as the capture has it: not made safe for showing.
    default String text(ColumnReader reader, int dialog) {
        return reader.contain(this, "", FaultSink.FAILED, () -> words(reader, dialog));
    }

    /// The value by which dialogs are sorted; for columns of numbers. The least number for none.
    default long number(ColumnReader reader, int dialog) {
        return reader.contain(this, FieldReader.ABSENT, FieldReader.ABSENT, () -> order(reader, dialog));
    }

    /// What [#text] yields unless it fails.
    String words(ColumnReader reader, int dialog);

    /// What [#number] yields unless it fails.
    long order(ColumnReader reader, int dialog);

    /// The facts that it states; where one is concealed, it is not offered.
    Optional<Concealed> states();

    /// All columns but those of header fields, as the list has them at first.
    static List<DialogColumn> all() {
        return Stream
                .<DialogColumn>concat(Stream.of(OwnColumn.values()), FieldColumn.FIRST.stream().map(FieldColumn::of))
                .toList();
    }

    /// The column with this key.
    static Optional<DialogColumn> ofKey(String key) {
        Optional<OwnColumn> own = Stream.of(OwnColumn.values()).filter(column -> column.key().equals(key)).findFirst();
        return own.isPresent() ? Optional.of(own.get()) : DialogValue.of(key).map(FieldColumn::new);
    }

    /// The column of a field.
    static DialogColumn of(DialogField field) {
        return FieldColumn.of(field);
    }
}
