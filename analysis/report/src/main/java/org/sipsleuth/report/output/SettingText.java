package org.sipsleuth.report.output;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.setting.Setting;

/// Settings as text for people, wrapped to a width.
public final class SettingText {

    private static final String INDENT = "      ";
    private static final int MOST_COLUMNS = 96;

    /// More words of a setting are not all listed.
    private static final int MOST_WORDS = 40;

    private Writer out;
    private final int columns;

    /// @param columns how wide text may be
    public SettingText(Writer out, int columns) {
        this.out = out;
        this.columns = Math.min(columns, MOST_COLUMNS);
    }

    /// Writes settings, each with its default, its values and what it does.
    public void settings(List<Setting> settings) throws IOException {
        for (Setting setting : settings) {
            String unit = setting.unit().isEmpty() ? "" : " " + setting.unit();
            String standard = setting.standard().isEmpty() ? "" : "=" + setting.standard();
            String values =
                    setting.kind() instanceof Setting.Choice choice ? shortened(choice.words()) : values(setting);
            String range = values.isEmpty() ? "" : "   (" + values + ")";
            line("  " + setting.name() + standard + unit + range);
            wrapped(INDENT, setting.meaning());
        }
    }

    /// What values a setting takes, in words; empty for any text.
    public static String values(Setting setting) {
        return switch (setting.kind()) {
            case Setting.Whole whole -> whole.least() + " to " + whole.most();
            case Setting.Real real -> plain(real.least()) + " to " + plain(real.most());
            case Setting.Choice choice -> String.join(", ", choice.words());
            case Setting.Text _ -> "";
        };
    }

    /// A long list, such as that of all countries, only with its first and its last word.
    private static String shortened(List<String> words) {
        return words.size() <= MOST_WORDS ? String.join(", ", words)
                : String.join(", ", words.subList(0, 3)) + " … " + words.getLast();
    }

    private static String plain(double number) {
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// How wide text may be.
    public int columns() {
        return columns;
    }

    /// Writes text after a label, over as many lines as it needs.
    public void hanging(String label, String text) throws IOException {
        wrapped(label, " ".repeat(label.length()), text);
    }

    /// Writes text over as many lines as it needs.
    public void wrapped(String indent, String text) throws IOException {
        wrapped(indent, indent, text);
    }

    private void wrapped(String first, String indent, String text) throws IOException {
        StringBuilder row = new StringBuilder(first);
        for (String word : text.split(" ", -1)) {
            boolean isFirst = row.length() == indent.length();
            if (!isFirst && row.length() + 1 + word.length() > columns) {
                line(row.toString());
                row.setLength(0);
                row.append(indent);
                isFirst = true;
            }
            row.append(isFirst ? "" : " ").append(word);
        }
        line(row.toString());
    }

    /// Writes one of many things, in whose place a line states that it failed if it does.
    ///
    /// @param label before that
    public void part(String name, String label, FaultSink faults, FaultSink.Writing content) throws IOException {
        Writer whole = out;
        out = new StringWriter();
        try {
            if (faults.isWritten(name, content)) {
                whole.write(out.toString());
            } else {
                whole.write(label + FaultSink.FAILED + "\n");
            }
        } finally {
            out = whole;
        }
    }

    /// Writes a line.
    public void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
