package org.sipsleuth.app.command.investigate;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.finding.Method;
import org.sipsleuth.report.output.SettingText;

/// The methods and what can be set for their training, as text for people.
public final class MethodText {

    private final Writer out;
    private final int columns;

    public MethodText(Terminal terminal) {
        this.out = terminal.textWriter();
        this.columns = terminal.columns();
    }

    /// Lists methods with their settings.
    public void list(List<Method> methods) throws IOException {
        SettingText text = new SettingText(out, columns);
        for (Method method : methods) {
            text.line(method.name());
            text.wrapped("  ", method.sentence().text());
            if (!method.isTrained()) {
                text.wrapped("  ", "Not trained: its settings are thresholds, and nothing is learned from the"
                        + " captures. analyze always runs it; a model file changes its thresholds.");
            }
            text.line("");
            if (method.settings().isEmpty()) {
                text.line("  No settings.");
            } else {
                text.line("  Settings (--set NAME=VALUE):");
                text.settings(method.settings());
            }
        }
        out.flush();
    }
}
